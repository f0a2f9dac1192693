/** The marks of one judge for one stage of one entry: given, locked, and opened again with a reason. */
import { Button } from '@mantine/core'
import { IconCircleCheck, IconLoader2, IconLock, IconLockOpen } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { EntryId } from '#shared/model/ids.ts'
import type { Sheet } from '#shared/model/jury.ts'
import type { JuryStage } from '#shared/model/rubric.ts'
import { isLocked } from '#shared/rules/jury-sheet.ts'
import { formatNumber } from '#shared/rules/numbers.ts'
import { useLanguage, useText } from '../app/text.ts'
import { StatusChip } from '../parts/index.ts'
import { CriterionField } from './criterion-field.tsx'
import { ReasonBox } from './reason-box.tsx'
import { runningNumber } from './running.ts'
import css from './scoring.module.css'
import { SheetHistory } from './sheet-history.tsx'
import { type Saving, type Scores, useScores, type WriteSheet } from './use-scores.ts'

export type ScoringFormProps = {
  readonly sheet: Sheet
  readonly entry: EntryId
  readonly stage: JuryStage
  /** Who is written down for locking and reopening. */
  readonly by: string
  /** Says why nothing can be given here: read-only, finished, recused. */
  readonly closed?: ReactNode
  readonly write: WriteSheet
  /** After locking with the keyboard or the button. */
  readonly onLocked?: () => void
}

/** Begins anew for each entry and stage. */
export const ScoringForm = (props: ScoringFormProps) => <Form key={`${props.sheet.judge}/${props.entry}/${props.stage.key}`} {...props} />

function Form(props: ScoringFormProps) {
  const { sheet, entry, stage, by, closed, write, onLocked } = props
  const t = useText()
  const form = useRef<HTMLDivElement>(null)
  const scores = useScores(sheet, entry, stage.key, write)
  const locked = isLocked(sheet, entry, stage.key)
  const fixed = locked || closed !== undefined
  const act = (kind: 'lock' | 'reopen', reason: string) => write({ acts: [{ entry, stage: stage.key, act: kind, by, reason }] })
  const lock = useLock({ form, stage, scores, locked, may: closed === undefined, lock: () => act('lock', ''), onLocked })
  const move = (from: number, by: 1 | -1): void => {
    const fields = form.current?.querySelectorAll<HTMLElement>('[data-criterion]')
    focusField(fields?.[from + by])
  }
  return (
    <div ref={form} className={css.form} data-fixed={fixed || undefined} data-scoring>
      {closed !== undefined && <div className={css.closed}>{closed}</div>}
      {stage.criteria.map((criterion, at) => (
        <CriterionField
          key={criterion.key}
          stage={stage}
          criterion={criterion}
          number={at + 1}
          {...scores.of(criterion.key)}
          fixed={fixed}
          onValue={(value) => scores.setValue(criterion.key, value)}
          onComment={(comment) => scores.setComment(criterion.key, comment)}
          onMove={(step) => move(at, step)}
        />
      ))}
      <Foot stage={stage} scores={scores} locked={locked} short={lock.short}>
        {closed === undefined &&
          (locked ? (
            <ReasonBox
              label={t('scoring.reopen')}
              hint={t('scoring.reopenWhy')}
              act={t('scoring.reopenDo')}
              icon={<IconLockOpen size={16} stroke={1.75} aria-hidden />}
              onGive={(reason) => void act('reopen', reason)}
            />
          ) : (
            <Button onClick={() => void lock.run()} loading={lock.busy} leftSection={<IconLock size={16} stroke={1.75} aria-hidden />}>
              {t('scoring.lock')}
            </Button>
          ))}
      </Foot>
      <SheetHistory sheet={sheet} entry={entry} stage={stage.key} />
    </div>
  )
}

function focusField(field: HTMLElement | undefined): void {
  const mark = field?.querySelector<HTMLElement>('input:checked') ?? field?.querySelector<HTMLElement>('[data-mark]')
  mark?.focus({ preventScroll: true })
  field?.scrollIntoView({ block: 'nearest' })
}

type Locking = {
  readonly form: React.RefObject<HTMLElement | null>
  readonly stage: JuryStage
  readonly scores: Scores
  readonly locked: boolean
  readonly may: boolean
  readonly lock: () => Promise<{ readonly ok: boolean }>
  readonly onLocked: (() => void) | undefined
}

/** Locks once every criterion has a mark; else the first without one gets the focus. Ctrl+Enter does it from anywhere on the page. */
function useLock(props: Locking): { readonly run: () => Promise<void>; readonly busy: boolean; readonly short: boolean } {
  const { form, stage, scores, locked, may, lock, onLocked } = props
  const [busy, setBusy] = useState(false)
  const [short, setShort] = useState(false)
  const missing = stage.criteria.find(({ key }) => scores.of(key).value === null)
  const run = async (): Promise<void> => {
    if (busy || !may) return
    if (locked) return onLocked?.()
    setShort(missing !== undefined)
    if (missing !== undefined) return focusField(form.current?.querySelector<HTMLElement>(`[data-criterion="${missing.key}"]`) ?? undefined)
    setBusy(true)
    const taken = (await scores.flush()) && (await lock()).ok
    setBusy(false)
    if (taken) onLocked?.()
  }
  const newest = useRef(run)
  newest.current = run
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat || event.defaultPrevented) return
      if (document.querySelector('[role="dialog"]') !== null) return
      event.preventDefault()
      void newest.current()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  return { run, busy, short: short && missing !== undefined }
}

/** The running number, what it is out of, and the state of saving. */
type FootProps = {
  readonly stage: JuryStage
  readonly scores: Scores
  readonly locked: boolean
  /** Somebody wanted to lock before every criterion had a mark. */
  readonly short: boolean
  readonly children: ReactNode
}

function Foot({ stage, scores, locked, short, children }: FootProps) {
  const t = useText()
  const language = useLanguage()
  const values = Object.fromEntries(stage.criteria.map(({ key }) => [key, scores.of(key).value]))
  const { value, most, done, of } = runningNumber(stage, values)
  return (
    <div className={css.foot}>
      {short && (
        <p className={css.short} role="alert">
          {t('scoring.short')}
        </p>
      )}
      <div className={css.sum}>
        <output>
          <b>{formatNumber(value, language)}</b> {t('scoring.outOf', { most: formatNumber(most, language) })}
        </output>
        <small>{done < of ? t('scoring.partly', { n: done, of }) : t(`scoring.formula_${stage.scoring}`)}</small>
      </div>
      <div className={css.footActs}>
        <SavingNote saving={scores.saving} />
        {locked && (
          <StatusChip tone="ok" icon={IconLock}>
            {t('scoring.locked')}
          </StatusChip>
        )}
        {children}
      </div>
    </div>
  )
}

function SavingNote({ saving }: { readonly saving: Saving }) {
  const t = useText()
  return (
    <span role="status" className={css.saving} data-state={saving.state}>
      {saving.state === 'saving' && (
        <>
          <IconLoader2 size={14} stroke={1.75} aria-hidden /> {t('scoring.saving')}
        </>
      )}
      {saving.state === 'saved' && (
        <>
          <IconCircleCheck size={14} stroke={1.75} aria-hidden /> {t('scoring.saved')}
        </>
      )}
      {saving.state === 'failed' && t(saving.why === null ? 'scoring.failed' : `scoring.refused_${saving.why}`)}
    </span>
  )
}
