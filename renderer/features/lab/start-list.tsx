import { Button } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { places } from '../../app/places.ts'
import { useText } from '../../app/text.ts'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { regionName } from '../../lab/region-name.ts'
import { EmptyState, Panel } from '../../parts/index.ts'
import css from './lab.module.css'

/** What to do first in a lab that holds nothing yet (design mock 12). */
export function StartList({ onAdd }: { readonly onAdd: () => void }) {
  const t = useText()
  const { id, lab, method } = useOpenLab()
  const identity = [regionName(lab, t), t('app.labYear', { jilid: lab.jilid, year: lab.year }), method?.mode ?? '', lab.theme].filter(
    (part) => part !== '',
  )
  return (
    <Panel>
      <EmptyState title={t('lab.emptyTitle')} text={t('lab.emptyText')} />
      <ol className={css.start}>
        <li data-done>
          <i>
            <IconCheck size={18} stroke={1.75} aria-hidden />
          </i>
          <div>
            <b>{t('lab.startIdentity')}</b>
            <p>{identity.join(', ')}</p>
          </div>
          <Button component="a" href={places.labSettings(id)} variant="subtle">
            {t('lab.change')}
          </Button>
        </li>
        <li data-now>
          <i>2</i>
          <div>
            <b>{t('lab.startUnits')}</b>
            <p>{t('lab.startUnitsMore')}</p>
          </div>
          <Button component="a" href={places.people(id)}>
            {t('lab.enter')}
          </Button>
        </li>
        <li>
          <i>3</i>
          <div>
            <b>{t('lab.startSession')}</b>
            <p>{t('lab.startSessionMore')}</p>
          </div>
          <Button component="a" href={places.sessions(id)} variant="default">
            {t('lab.planSession')}
          </Button>
        </li>
        <li>
          <i>4</i>
          <div>
            <b>{t('lab.add')}</b>
            <p>{t('lab.nameHint')}</p>
          </div>
          <Button variant="default" onClick={onAdd}>
            {t('lab.add')}
          </Button>
        </li>
        <li>
          <i>5</i>
          <div>
            <b>{t('lab.startKop')}</b>
            <p>{t('lab.startKopMore')}</p>
          </div>
          <Button component="a" href={places.labSettings(id)} variant="default">
            {t('lab.fillKop')}
          </Button>
        </li>
      </ol>
    </Panel>
  )
}
