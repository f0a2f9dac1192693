/** What the coach says of the open section, in the margin beside it, and what the team answered. */
import { Button, TextInput } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { addReview, reviewKey } from '#shared/doc/innovation.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { Review, ReviewEntry } from '#shared/model/lab.ts'
import { useText } from '../../../app/text.ts'
import { StatusChip } from '../../../parts/index.ts'
import { nowIso } from '../../../state/fresh.ts'
import { notify } from '../../../state/notify.ts'
import { useSectionDesk } from '../desk.tsx'
import { answers, Entry } from './entry.tsx'
import margin from './margin.module.css'

/** Nothing while nobody has said anything. @param under below the sheet, where there is no panel beside it */
export function Remarks({ under = false }: { readonly under?: boolean }) {
  const { value, form, section, readOnly, showTab } = useSectionDesk()
  const t = useText()
  const review = value.reviews[reviewKey(form.id, section.key)]
  if (review === undefined || (review.state === 'belum' && review.remark === '' && review.history.length === 0)) return null
  const said = spoken(review)
  const earlier = review.history.length + 1 - said.length
  return (
    <section className={under ? margin.remarksUnder : margin.remarks} aria-label={t('proposal.remarks')}>
      <h3 className={margin.partTitle}>
        {t('proposal.remarks')}
        {review.state === 'perlu_perbaikan' && <StatusChip tone="warn">{t('proposal.toMend')}</StatusChip>}
      </h3>
      {said.map(({ entry, answer }) => (
        <Entry key={`${entry.at}${entry.state}`} entry={entry} answer={answer} />
      ))}
      {!readOnly && review.state === 'perlu_perbaikan' && <Answer review={review} />}
      <Button variant="subtle" size="compact-sm" onClick={() => showTab('coach')}>
        {earlier > 0 ? t('proposal.allRemarks', { n: earlier }) : t('proposal.openCoach')}
      </Button>
    </section>
  )
}

type Said = { readonly entry: ReviewEntry; readonly answer: boolean }

/** The newest word, and when that is the team's answer also what it answers. */
function spoken(review: Review): readonly Said[] {
  const before = review.history.at(-1)
  const answer = answers(review, before)
  return [...(answer && before !== undefined ? [{ entry: before, answer: false }] : []), { entry: review, answer }]
}

/** The team says that it has mended what the coach asked for; the log keeps both. */
export function Answer({ review }: { readonly review: ReviewEntry }) {
  const { doc, form, section, me } = useSectionDesk()
  const t = useText()
  const [text, setText] = useState('')
  const key = reviewKey(form.id, section.key)
  const send = (): void => {
    addReview(doc, key, { state: 'belum', remark: text.trim() || t('proposal.mended'), by: me, at: nowIso() }, byPerson)
    setText('')
    const { state, remark, by, at } = review
    notify.undoable(t('proposal.mendedSaid'), () => addReview(doc, key, { state, remark, by, at }, byPerson))
  }
  return (
    <form
      className={margin.answer}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <TextInput
        size="xs"
        label={t('proposal.whatMended')}
        placeholder={t('proposal.mayBeEmpty')}
        maxLength={1000}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <Button type="submit" variant="light" size="compact-md" leftSection={<IconCheck size={16} stroke={1.75} aria-hidden />}>
        {t('proposal.mendedDo')}
      </Button>
    </form>
  )
}
