/** The sheet of one judge as the secretariat sees it: marks given on paper are entered here, with the form the judge has himself. */
import { Button } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { EntryId } from '#shared/model/ids.ts'
import type { Judge } from '#shared/model/jury.ts'
import { assignedTo } from '#shared/rules/jury-recusal.ts'
import { emptySheet } from '#shared/rules/jury-sheet.ts'
import { useBoth, useText } from '../../../app/text.ts'
import { useSettings } from '../../../lab/lab-context.tsx'
import { EmptyState, Segmented } from '../../../parts/index.ts'
import { ScoringKeys } from '../../../scoring/criterion-field.tsx'
import { EntryList } from '../../../scoring/entry-list.tsx'
import { ScoringForm } from '../../../scoring/scoring-form.tsx'
import { beginning, type EntryTasks, entryTasks, nextTask } from '../../../scoring/tasks.ts'
import type { OpenedConvention } from '../use-convention.ts'
import css from './progress.module.css'

type Props = {
  readonly open: OpenedConvention
  readonly judge: Judge
  /** Where to begin; null for the first that is not done. */
  readonly entry: EntryId | null
  readonly onClose: () => void
}
type At = { readonly entry: EntryId; readonly stage: string }

export function JudgeSheet({ open, judge, entry, onClose }: Props) {
  const t = useText()
  const both = useBoth()
  const { convention } = open
  const { me } = useSettings()
  const sheet = open.sheets.find((one) => one.judge === judge.id) ?? emptySheet(judge.id)
  const assigned = useMemo(
    () => new Map(assignedTo(convention, judge.id, { all: true }).map((one) => [one.entry.id, one])),
    [convention, judge.id],
  )
  const all = useMemo(() => {
    const entries = convention.entries.filter(({ withdrawn }) => withdrawn === '')
    const stagesOf = (of: EntryId) => convention.stages.filter(({ key }) => assigned.get(of)?.stages.includes(key) === true)
    const mine = entries.filter(({ id }) => assigned.has(id))
    return entryTasks({
      sheet,
      entries: mine,
      stagesOf,
      slots: convention.slots,
      recused: (of) => (assigned.get(of)?.recused ?? null) !== null,
    })
  }, [convention, assigned, sheet])
  const [at, setAt] = useState<At | null>(() => {
    const chosen = all.find((one) => one.entry.id === entry)
    return chosen === undefined ? (nextTask(all, null) ?? null) : { entry: chosen.entry.id, stage: beginning(chosen) }
  })
  const now = all.find((one) => one.entry.id === at?.entry) ?? all[0]
  const task = now?.tasks.find(({ stage }) => stage === at?.stage) ?? now?.tasks[0]
  const stages = convention.stages.filter(({ key }) => now?.tasks.some(({ stage }) => stage === key))
  const stage = stages.find(({ key }) => key === task?.stage)
  const closed = open.readOnly ? t('scoring.readOnly') : convention.state === 'selesai' ? t('scoring.refused_closed') : undefined
  const choose = (one: EntryTasks): void => setAt({ entry: one.entry.id, stage: beginning(one) })
  const next = (): void => {
    const one = nextTask(all, task ?? null)
    if (one === undefined) return
    setAt(one)
    requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-scoring] [data-mark]')?.focus())
  }
  return (
    <div className={css.sheet}>
      <div className={css.sheetHead}>
        <Button variant="subtle" size="xs" onClick={onClose} leftSection={<IconArrowLeft size={16} stroke={1.75} aria-hidden />}>
          {t('juryResults.toMatrix')}
        </Button>
        <h2>{t('juryResults.sheetOf', { name: judge.name })}</h2>
        <p>{t('juryResults.onPaper')}</p>
      </div>
      {now === undefined ? (
        <EmptyState inside text={t('juryResults.noTasksOf')} />
      ) : (
        <div className={css.sheetColumns}>
          <EntryList all={all} now={now.entry.id} onChoose={choose} />
          <section className={css.sheetForm} aria-label={t('scoring.marks')}>
            <h3>
              {now.entry.name} <small>{[now.entry.code, now.entry.unitName].filter((part) => part !== '').join(' · ')}</small>
            </h3>
            {stages.length > 1 && stage !== undefined && (
              <Segmented
                label={t('scoring.stage')}
                value={stage.key}
                segments={stages.map((one) => ({ value: one.key, label: both(one.title) }))}
                onChange={(key) => setAt({ entry: now.entry.id, stage: key })}
              />
            )}
            {stage === undefined ? (
              <Recused why={assigned.get(now.entry.id)?.recused ?? null} />
            ) : (
              <>
                <ScoringForm
                  sheet={sheet}
                  entry={now.entry.id}
                  stage={stage}
                  by={me.name.trim() || t('juryResults.secretariat')}
                  {...(closed === undefined ? {} : { closed })}
                  write={(change) => open.mark(judge.id, change)}
                  onLocked={next}
                />
                <ScoringKeys />
              </>
            )}
          </section>
        </div>
      )}
    </div>
  )
}

function Recused({ why }: { readonly why: { readonly why: 'unit' | 'declared'; readonly reason: string } | null }) {
  const t = useText()
  return (
    <p className={css.quiet}>
      {why?.why === 'declared' ? t('juryResults.recusedDeclared', { reason: why.reason }) : t('juryResults.recusedUnit')}
    </p>
  )
}
