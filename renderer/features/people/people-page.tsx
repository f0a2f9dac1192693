import { TextInput } from '@mantine/core'
import { IconFilter } from '@tabler/icons-react'
import { useDeferredValue, useState } from 'react'
import { usePageTitle } from '../../app/page-title.ts'
import { useText } from '../../app/text.ts'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { regionName } from '../../lab/region-name.ts'
import { PageTitle, Panel, Segmented } from '../../parts/index.ts'
import { AddPeople, AddUnits } from './add-panels.tsx'
import css from './people.module.css'
import { PersonTable } from './person-table.tsx'
import { UnitTable } from './unit-table.tsx'

type Tab = 'units' | 'people'

/** Who takes part: units and people, typed, pasted and changed in place. */
export function PeoplePage() {
  const t = useText()
  const { lab, readOnly } = useOpenLab()
  usePageTitle(t('people.title'), regionName(lab, t))
  const [tab, setTab] = useState<Tab>(lab.units.length > 0 && lab.people.length === 0 ? 'people' : 'units')
  const [words, setWords] = useState('')
  const wanted = useDeferredValue(words).trim().toLocaleLowerCase('id')
  const segments = [
    { value: 'units', label: `${t('people.units')} ${lab.units.length}` },
    { value: 'people', label: `${t('people.people')} ${lab.people.length}` },
  ] as const
  return (
    <div className={css.page}>
      <PageTitle title={t('people.title')} lead={t('people.lead', { units: lab.units.length, people: lab.people.length })} />
      <div className={css.columns}>
        <Panel>
          <div className={css.tools}>
            <Segmented label={t('people.show')} value={tab} segments={segments} onChange={setTab} />
            <TextInput
              size="xs"
              aria-label={t('people.filter')}
              placeholder={t('people.filter')}
              leftSection={<IconFilter size={16} stroke={1.75} aria-hidden />}
              value={words}
              onChange={(event) => setWords(event.currentTarget.value)}
            />
          </div>
          {tab === 'units' ? <UnitTable words={wanted} /> : <PersonTable words={wanted} />}
        </Panel>
        {!readOnly && (
          <aside className={css.side} data-region="panel" tabIndex={-1}>
            {tab === 'units' ? <AddUnits /> : <AddPeople />}
          </aside>
        )}
      </div>
    </div>
  )
}
