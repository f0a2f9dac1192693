/** What lies past its day, the most overdue first: the same list as on Tindak lanjut, without what is not late yet. */
import { useMemo, useState } from 'react'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { formatDay } from '#shared/rules/dates.ts'
import { type Owed, owedBy, owedKinds } from '#shared/rules/owed.ts'
import { places } from '../../app/places.ts'
import { useLanguage, useText } from '../../app/text.ts'
import { useMilestoneName } from '../../lab/milestone-name.ts'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { useNotes } from '../../lab/use-sessions.ts'
import { EmptyState, Panel, StatusChip } from '../../parts/index.ts'
import type { BehindLine } from '../../state/behind.ts'
import { Bars } from './bars.tsx'
import css from './monitor.module.css'

/** Lines drawn at first. */
const atOnce = 60

/** @param today ISO day in the lab's zone */
export function Overdue({ innovations, today }: { readonly innovations: readonly InnovationSummary[]; readonly today: string }) {
  const t = useText()
  const language = useLanguage()
  const { lab, stages } = useOpenLab()
  const notes = useNotes()
  const nameOf = useMilestoneName()
  const [most, setMost] = useState(atOnce)
  const late = useMemo(
    () =>
      owedBy(
        lab,
        innovations,
        notes,
        stages.map(({ def }) => def),
        today,
      ).filter(({ daysLate }) => daysLate > 0),
    [lab, innovations, notes, stages, today],
  )
  if (Object.keys(lab.deadlines).length === 0 && late.length === 0) {
    return <EmptyState inside text={t('monitor.lateNoDays')} acts={<a href={places.labSettings(lab.id)}>{t('monitor.setDays')}</a>} />
  }
  if (late.length === 0) return <EmptyState inside text={t('monitor.lateNone')} />
  const units = new Map<string | null, string>(lab.units.map((unit) => [unit.id, unit.short || unit.name]))
  const what = ({ kind, milestone, note }: Owed) =>
    kind === 'followup'
      ? (note?.text ?? '')
      : kind === 'no_innovation' || milestone === null
        ? t(`monitor.owed_${kind}`)
        : nameOf(milestone)
  const line = (one: Owed): BehindLine => ({
    id: one.id,
    text: one.innovation?.name ?? units.get(one.unit) ?? one.note?.who ?? '',
    more: [units.get(one.unit) ?? '', what(one), t('lab.lateDays', { n: one.daysLate })].filter((part) => part !== '').join(' · '),
    href: one.innovation === null ? places.followups(lab.id) : places.innovation(lab.id, one.innovation.id),
  })
  const bars = owedKinds.flatMap((kind) => {
    const those = late.filter((one) => one.kind === kind)
    return those.length === 0 ? [] : [{ key: kind, label: t(`monitor.owed_${kind}`), n: those.length, lines: () => those.map(line) }]
  })
  return (
    <div className={css.late}>
      <Panel
        title={t('monitor.lateTitle')}
        side={
          <a className={css.sideLink} href={places.followups(lab.id)}>
            {t('monitor.toFollowups')}
          </a>
        }
      >
        <Bars bars={bars} />
      </Panel>
      <Panel title={t('monitor.lateList')} note={String(late.length)}>
        <ul className={css.lateList}>
          {late.slice(0, most).map((one) => {
            const { text, href } = line(one)
            return (
              <li key={one.id}>
                <div>
                  <a href={href}>{text || t('lab.noUnit')}</a>
                  <small>
                    {[one.innovation === null ? '' : (units.get(one.unit) ?? ''), what(one)].filter((part) => part !== '').join(' · ')}
                    {one.due !== '' && `, ${t('monitor.dueOn', { day: formatDay(one.due, language) })}`}
                  </small>
                </div>
                <StatusChip tone="bad">{t('lab.days', { n: one.daysLate })}</StatusChip>
              </li>
            )
          })}
        </ul>
        {late.length > most && (
          <button type="button" className={css.lateMore} onClick={() => setMost(late.length)}>
            {t('monitor.lateMore', { n: late.length - most })}
          </button>
        )}
      </Panel>
    </div>
  )
}
