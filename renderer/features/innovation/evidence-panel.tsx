/** What the innovation can show, and how far that carries it in each set of indicators. */
import { IconPaperclip, IconStairsUp } from '@tabler/icons-react'
import { maturityOf } from '#shared/rules/maturity.ts'
import { formatNumber } from '#shared/rules/numbers.ts'
import { places } from '../../app/places.ts'
import { useBoth, useLanguage, useText } from '../../app/text.ts'
import { useIndicatorSets } from '../../lab/evidence/sets.ts'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { Panel, StatusChip } from '../../parts/index.ts'
import style from './innovation.module.css'
import { useInnovation } from './innovation-context.tsx'

export function EvidencePanel() {
  const t = useText()
  const both = useBoth()
  const language = useLanguage()
  const { value } = useInnovation()
  const { id: lab } = useOpenLab()
  const all = useIndicatorSets()
  const used = new Set([...Object.keys(value.maturity), ...value.evidence.flatMap(({ targets }) => targets.map(({ of }) => of))])
  // The newest, and those of other years only where somebody works with them.
  const sets = all.filter(({ id }, at) => at === 0 || used.has(id))
  const loose = value.evidence.filter(({ targets }) => targets.length === 0).length
  const number = (n: number): string => formatNumber(n, language)
  return (
    <Panel title={t('evidence.panelTitle')} side={<a href={places.index(lab)}>{t('evidence.panelIndex')}</a>}>
      <ul className={style.canvases}>
        <li>
          <a href={places.evidence(lab, value.id)} className={style.canvas}>
            <IconPaperclip size={20} stroke={1.75} aria-hidden />
            <span>
              <b>{t('evidence.panelEvidence')}</b>
              <small>
                {value.evidence.length === 0 ? t('evidence.panelNone') : t('evidence.panelSome', { n: value.evidence.length, loose })}
              </small>
            </span>
          </a>
        </li>
        {sets.map((set) => {
          const count = maturityOf(set, value)
          const lack = count.missingMandatory.length
          return (
            <li key={set.id}>
              <a href={places.maturity(lab, value.id, set.id)} className={style.canvas}>
                <IconStairsUp size={20} stroke={1.75} aria-hidden />
                <span>
                  <b>{both(set.short)}</b>
                  <small>{t('evidence.panelPoints', { points: number(count.points), most: number(count.most) })}</small>
                </span>
                {count.points > 0 && lack > 0 && <StatusChip tone="warn">{t('evidence.panelMandatory', { n: lack })}</StatusChip>}
                {set.status === 'unverified' && <StatusChip>{t('app.unverified')}</StatusChip>}
              </a>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
