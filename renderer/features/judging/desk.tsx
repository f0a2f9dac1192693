/** A judge's desk: the entries, the reading in the middle, the marks at the right. */
import { Button } from '@mantine/core'
import { IconArrowLeft, IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { OpenJudging } from '#shared/api/jury.ts'
import type { EntryId } from '#shared/model/ids.ts'
import { recusedHere } from '#shared/rules/jury-sheet.ts'
import { usePageTitle } from '../../app/page-title.ts'
import { places } from '../../app/places.ts'
import { useBoth, useText } from '../../app/text.ts'
import { useAbout } from '../../lab/lab-context.tsx'
import type { Trouble } from '../../lab/refusal.ts'
import { EmptyState, ErrorBanner, Segmented, StatusChip } from '../../parts/index.ts'
import { ScoringKeys } from '../../scoring/criterion-field.tsx'
import { EntryList } from '../../scoring/entry-list.tsx'
import { ReasonBox } from '../../scoring/reason-box.tsx'
import { ScoringForm } from '../../scoring/scoring-form.tsx'
import { beginning, type EntryTasks, entryTasks, nextTask } from '../../scoring/tasks.ts'
import type { WriteSheet } from '../../scoring/use-scores.ts'
import css from './judging.module.css'
import { Reading } from './reading.tsx'
import { ReturnPackage } from './return-package.tsx'
import { TalkTimer } from './talk-timer.tsx'

type Props = { readonly open: OpenJudging; readonly write: WriteSheet; readonly trouble: Trouble | null }
type At = { readonly entry: string; readonly stage: string }

function tasksOf({ assignment, sheet }: OpenJudging): readonly EntryTasks[] {
  const { convention, entries, slots, turns } = assignment
  const recused = recusedHere(assignment, sheet)
  const stagesOf = (entry: EntryId) => {
    const keys = Object.hasOwn(turns, entry) ? (turns[entry] ?? []) : []
    return convention.stages.filter(({ key }) => keys.includes(key))
  }
  return entryTasks({ sheet, entries, stagesOf, slots, recused: (entry) => recused.has(entry) })
}

export function Desk({ open, write, trouble }: Props) {
  const t = useText()
  const { convention, judge, lab } = open.assignment
  const readOnly = useAbout()?.readOnly === true
  usePageTitle(convention.name, t('scoring.title'))
  const all = useMemo(() => tasksOf(open), [open])
  const [chosen, setChosen] = useState<At | null>(() => nextTask(all, null) ?? null)
  const now = all.find(({ entry }) => entry.id === chosen?.entry) ?? all[0]
  const choose = (one: EntryTasks | undefined): void => {
    if (one !== undefined) setChosen({ entry: one.entry.id, stage: beginning(one) })
  }
  return (
    <>
      <header className={css.deskHead}>
        <div>
          <a href={places.judging()} className={css.back}>
            <IconArrowLeft size={16} stroke={1.75} aria-hidden /> {t('scoring.toPackages')}
          </a>
          <h1 tabIndex={-1}>{convention.name}</h1>
          <p>{t('scoring.deskFor', { judge: judge.name, lab: lab.name })}</p>
        </div>
        <div className={css.deskActs}>
          <TalkTimer talk={convention.present.talk} ask={convention.present.ask} />
          {!readOnly && <ReturnPackage open={open} all={all} />}
        </div>
      </header>
      {trouble && <ErrorBanner {...trouble} />}
      {now === undefined ? (
        <EmptyState title={t('scoring.noEntries')} text={t('scoring.noEntriesDo')} />
      ) : (
        <div className={css.desk}>
          <EntryList all={all} now={now.entry.id} onChoose={choose} />
          <Sheet key={now.entry.id} {...{ open, write, all, now, choose }} stage={chosen?.stage ?? ''} setChosen={setChosen} />
        </div>
      )}
    </>
  )
}

type SheetProps = {
  readonly open: OpenJudging
  readonly write: WriteSheet
  readonly all: readonly EntryTasks[]
  readonly now: EntryTasks
  readonly stage: string
  readonly choose: (one: EntryTasks | undefined) => void
  readonly setChosen: (at: At) => void
}

function Sheet(props: SheetProps) {
  const { open, write, all, now, choose, setChosen } = props
  const t = useText()
  const both = useBoth()
  const about = useAbout()
  const { assignment, sheet } = open
  const { entry, tasks } = now
  const task = tasks.find(({ stage }) => stage === props.stage) ?? tasks[0]
  const stages = assignment.convention.stages.filter(({ key }) => tasks.some((one) => one.stage === key))
  const stage = stages.find(({ key }) => key === task?.stage)
  const readOnly = about?.readOnly === true
  const at = all.indexOf(now)
  const next = (): void => {
    const one = nextTask(all, task ?? null)
    if (one === undefined) return
    setChosen(one)
    // The first mark of the next one gets the focus once it is drawn.
    requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-scoring] [data-mark]')?.focus())
  }
  return (
    <>
      <article className={css.reading}>
        <div className={css.readingHead}>
          <h2>{entry.name === '' ? entry.code : entry.name}</h2>
          <div className={css.step}>
            <Button variant="default" size="xs" aria-label={t('scoring.before')} disabled={at <= 0} onClick={() => choose(all[at - 1])}>
              <IconChevronLeft size={16} stroke={1.75} aria-hidden />
            </Button>
            <Button
              variant="default"
              size="xs"
              aria-label={t('scoring.after')}
              disabled={at >= all.length - 1}
              onClick={() => choose(all[at + 1])}
            >
              <IconChevronRight size={16} stroke={1.75} aria-hidden />
            </Button>
          </div>
        </div>
        <Reading assignment={assignment} entry={entry} />
      </article>
      <section className={css.scoring} aria-label={t('scoring.marks')}>
        {stages.length > 1 && stage !== undefined && (
          <Segmented
            label={t('scoring.stage')}
            value={stage.key}
            segments={stages.map((one) => ({ value: one.key, label: both(one.title) }))}
            onChange={(key) => setChosen({ entry: entry.id, stage: key })}
          />
        )}
        {stage === undefined ? (
          <p className={css.recused}>
            <StatusChip tone="warn">{t('scoring.state_recused')}</StatusChip> {t('scoring.recusedHere')}
          </p>
        ) : (
          <>
            <ScoringForm
              sheet={sheet}
              entry={entry.id}
              stage={stage}
              by={assignment.judge.name}
              {...(readOnly ? { closed: t('scoring.readOnly') } : {})}
              write={write}
              onLocked={next}
            />
            <ScoringKeys />
            {!readOnly && (
              <ReasonBox
                label={t('scoring.recuse')}
                hint={t('scoring.recuseWhy')}
                act={t('scoring.recuseDo')}
                variant="subtle"
                size="xs"
                onGive={(reason) => void write({ declared: [{ entry: entry.id, reason }] })}
              />
            )}
          </>
        )}
      </section>
    </>
  )
}
