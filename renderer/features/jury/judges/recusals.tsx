/** Everything that was declared, and every recusal that was set aside, with the reasons: nothing here goes away. */
import { useMemo } from 'react'
import { formatMoment } from '#shared/rules/dates.ts'
import { recusalsOf } from '#shared/rules/jury-recusal.ts'
import { useLanguage, useText } from '../../../app/text.ts'
import { useOpenLab } from '../../../lab/open-lab.tsx'
import { Panel, StatusChip } from '../../../parts/index.ts'
import css from '../jury.module.css'
import type { OpenedConvention } from '../use-convention.ts'
import { entryName } from '../words.ts'

export function Recusals({ open }: { readonly open: OpenedConvention }) {
  const t = useText()
  const language = useLanguage()
  const { lab } = useOpenLab()
  const { convention } = open
  const lines = useMemo(() => {
    const judges = new Map<string, string>(convention.judges.map(({ id, name }) => [id, name]))
    const entries = new Map<string, string>(convention.entries.map((entry) => [entry.id, entryName(entry)]))
    const of = (kind: 'recusal' | 'lift') => (one: (typeof convention.recusals)[number]) => ({
      ...one,
      kind,
      judgeName: judges.get(one.judge) ?? '',
      entryName: entries.get(one.entry) ?? '',
    })
    return [...convention.recusals.map(of('recusal')), ...convention.lifts.map(of('lift'))].sort((a, b) => (a.at < b.at ? 1 : -1))
  }, [convention])
  const byUnit = useMemo(() => {
    const recused = recusalsOf(convention)
    return convention.judges.flatMap((judge) => {
      const its = judge.unit === null ? [] : convention.entries.filter((entry) => recused(judge.id, entry.id)?.why === 'unit')
      return its.length === 0 ? [] : [{ judge, entries: its }]
    })
  }, [convention])
  if (lines.length === 0 && byUnit.length === 0) return null
  return (
    <Panel title={t('jurors.recusals')} note={t('jurors.recusalsNote')}>
      <ul className={css.list}>
        {lines.map((line) => (
          <li key={`${line.kind} ${line.judge} ${line.entry} ${line.at}`}>
            <StatusChip tone={line.kind === 'lift' ? 'bad' : 'warn'}>{t(`jurors.kind_${line.kind}`)}</StatusChip>
            <span className={css.grow}>
              {line.judgeName} – {line.entryName}
              <small>{t('jurors.reasonBy', { reason: line.reason, by: line.by, at: formatMoment(line.at, language, lab.timeZone) })}</small>
            </span>
          </li>
        ))}
        {byUnit.map(({ judge, entries }) => (
          <li key={judge.id}>
            <StatusChip tone="warn">{t('jurors.sameUnit')}</StatusChip>
            <span className={css.grow}>
              {judge.name} – {entries.map(entryName).join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
