/** One entry under review: what the team wrote, what changed, what was said about it, and saying something now. */
import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconCircleDashed, IconPencil, type TablerIcon } from '@tabler/icons-react'
import { memo, useId, useMemo, useState } from 'react'
import type { Review, ReviewState } from '#shared/model/lab.ts'
import { isChanged, textChanges } from '#shared/rules/text-changes.ts'
import { useText } from '../../app/text.ts'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { usePicture } from '../../lab/use-picture.ts'
import { Kbd, StatusChip, type Tone } from '../../parts/index.ts'
import { useWhen } from './ago.ts'
import { MarkedText } from './marked-text.tsx'
import { RemarkBox } from './remark-box.tsx'
import css from './review.module.css'
import type { Part } from './subject.ts'

const looks: Readonly<Record<ReviewState, { readonly tone: Tone; readonly icon: TablerIcon }>> = {
  belum: { tone: 'plain', icon: IconCircleDashed },
  ok: { tone: 'ok', icon: IconCircleCheck },
  perlu_perbaikan: { tone: 'warn', icon: IconAlertTriangle },
}

/** What can be done to an entry; the same functions for as long as the page is open. */
export type PartActs = {
  readonly ok: (key: string) => void
  readonly mend: (key: string) => void
  readonly draft: (key: string, text: string) => void
  readonly save: (key: string) => void
  readonly cancel: (key: string) => void
  readonly enter: (key: string) => void
  readonly card: (key: string, node: HTMLElement | null) => void
}

type Props = {
  readonly part: Part
  readonly review: Review | undefined
  /** What a coach last saw, or null when nobody has looked yet. */
  readonly seen: string | null
  readonly current: boolean
  /** What is being written about it; null while nothing is. */
  readonly draft: string | null
  readonly lacks: boolean
  readonly readOnly: boolean
  readonly acts: PartActs
}

export const PartCard = memo(function PartCard({ part, review, seen, current, draft, lacks, readOnly, acts }: Props) {
  const t = useText()
  const id = useId()
  const [plain, setPlain] = useState(false)
  const changes = useMemo(() => (seen === null || part.picture !== '' ? [] : textChanges(seen, part.kept)), [seen, part])
  const changed = isChanged(changes) || (seen !== null && part.picture !== '' && seen !== part.kept)
  const marked = changed && part.picture === ''
  const state = review?.state ?? 'belum'
  return (
    <section
      ref={(node) => acts.card(part.key, node)}
      className={css.card}
      aria-labelledby={`${id}-label`}
      aria-current={current || undefined}
      tabIndex={-1}
      data-part={part.key}
      data-state={state}
      onFocus={() => acts.enter(part.key)}
    >
      <div className={css.cardHead}>
        <h2 id={`${id}-label`}>{part.label}</h2>
        {changed && (
          <StatusChip tone="act" icon={IconPencil}>
            {t('coach.changed')}
          </StatusChip>
        )}
        {marked && (
          <button type="button" className={css.quietButton} onClick={() => setPlain(!plain)}>
            {t(plain ? 'coach.marked' : 'coach.plain')}
          </button>
        )}
        <span className={css.cardState}>
          <StatusChip tone={looks[state].tone} icon={looks[state].icon}>
            {t(`coach.review_${state}`)}
          </StatusChip>
        </span>
      </div>
      {part.help !== '' && <p className={css.help}>{part.help}</p>}
      {marked && !plain ? <MarkedText changes={changes} /> : <PlainAnswer part={part} />}
      <Said review={review} />
      {!readOnly && (
        <div className={css.cardActs}>
          <Button
            size="xs"
            variant={state === 'ok' ? 'light' : 'default'}
            aria-label={t('coach.okOf', { field: part.label })}
            aria-keyshortcuts="O"
            leftSection={<IconCircleCheck size={16} stroke={1.75} aria-hidden />}
            rightSection={current && <Kbd>O</Kbd>}
            onClick={() => acts.ok(part.key)}
          >
            {t('coach.ok')}
          </Button>
          <Button
            size="xs"
            variant={state === 'perlu_perbaikan' ? 'light' : 'default'}
            aria-label={t('coach.mendOf', { field: part.label })}
            aria-keyshortcuts="P"
            aria-expanded={draft !== null}
            leftSection={<IconAlertTriangle size={16} stroke={1.75} aria-hidden />}
            rightSection={current && <Kbd>P</Kbd>}
            onClick={() => acts.mend(part.key)}
          >
            {t('coach.mend')}
          </Button>
        </div>
      )}
      {draft !== null && !readOnly && (
        <RemarkBox
          label={t('coach.remark', { field: part.label })}
          value={draft}
          lacks={lacks}
          write={(text) => acts.draft(part.key, text)}
          save={() => acts.save(part.key)}
          cancel={() => acts.cancel(part.key)}
        />
      )}
    </section>
  )
})

function PlainAnswer({ part }: { readonly part: Part }) {
  const t = useText()
  if (part.picture !== '') return <Picture name={part.picture} />
  if (part.text.trim() === '') return <p className={css.blank}>{t('coach.empty')}</p>
  return <p className={css.answer}>{part.text}</p>
}

function Picture({ name }: { readonly name: string }) {
  const t = useText()
  const { id } = useOpenLab()
  const picture = usePicture(id, name)
  return picture.state === 'ready' ? (
    <img className={css.picture} src={picture.url} alt={t('coach.photo')} />
  ) : (
    <p className={css.blank}>{t('coach.photo')}</p>
  )
}

function Said({ review }: { readonly review: Review | undefined }) {
  const t = useText()
  const { full } = useWhen()
  if (review === undefined) return null
  const history = [...review.history.entries()].reverse()
  return (
    <>
      {(review.remark !== '' || review.state !== 'belum') && (
        <p className={css.remark} data-state={review.state}>
          {review.remark}
          <small>
            {review.by}, {full(review.at)}
          </small>
        </p>
      )}
      {history.length > 0 && (
        <details className={css.history}>
          <summary>{t('coach.earlier', { n: history.length })}</summary>
          <ol>
            {history.map(([at, entry]) => (
              // The same entry may stand there twice: what was taken back is written once more.
              <li key={`${at}${entry.at}`}>
                <b>{t(`coach.review_${entry.state}`)}</b> {entry.remark === '' ? t('coach.noRemark') : entry.remark}
                <small>
                  {entry.by}, {full(entry.at)}
                </small>
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  )
}
