/** The coach's word on the open section, with everything said before. */
import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { addReview, reviewKey } from '#shared/doc/innovation.ts'
import { byPerson } from '#shared/doc/origins.ts'
import { type ReviewState, reviewStates } from '#shared/model/lab.ts'
import { useText } from '../../../app/text.ts'
import { Segmented } from '../../../parts/index.ts'
import { nowIso } from '../../../state/fresh.ts'
import { useSectionDesk } from '../desk.tsx'
import { answers, Entry } from './entry.tsx'
import margin from './margin.module.css'
import css from './panel.module.css'
import { Answer } from './remarks.tsx'
import { Rounds } from './rounds.tsx'

export function Coach() {
  const { value, form, section, readOnly } = useSectionDesk()
  const t = useText()
  const review = value.reviews[reviewKey(form.id, section.key)]
  return (
    <>
      <Rounds />
      {review === undefined ? (
        <p className={css.quiet}>{t('proposal.noReview')}</p>
      ) : (
        <Entry entry={review} answer={answers(review, review.history.at(-1))} />
      )}
      {!readOnly && review?.state === 'perlu_perbaikan' && <Answer review={review} />}
      {!readOnly && <ReviewForm now={review?.state ?? 'belum'} />}
      {review !== undefined && review.history.length > 0 && (
        <details className={css.others}>
          <summary>
            {t('proposal.earlierReviews')} {review.history.length}
          </summary>
          {[...review.history.entries()].reverse().map(([at, entry]) => (
            <Entry key={`${at}${entry.at}`} entry={entry} answer={answers(entry, review.history[at - 1])} />
          ))}
        </details>
      )}
    </>
  )
}

function ReviewForm({ now }: { readonly now: ReviewState }) {
  const { doc, form, section, me, announce } = useSectionDesk()
  const t = useText()
  const [state, setState] = useState<ReviewState>(now)
  const [remark, setRemark] = useState('')
  const [asked, setAsked] = useState(false)
  const lacks = state === 'perlu_perbaikan' && remark.trim() === ''
  const save = () => {
    setAsked(true)
    if (lacks) return
    addReview(doc, reviewKey(form.id, section.key), { state, remark: remark.trim(), by: me, at: nowIso() }, byPerson)
    setRemark('')
    setAsked(false)
    announce(t('proposal.reviewSaved'))
  }
  return (
    <form
      className={margin.reviewForm}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <h3>{t('proposal.reviewState')}</h3>
      <Segmented
        label={t('proposal.reviewState')}
        value={state}
        segments={reviewStates.map((value) => ({ value, label: t(`proposal.${value}`) }))}
        onChange={setState}
      />
      <Textarea
        label={t('proposal.remark')}
        description={t('proposal.signedAs', { name: me })}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={4000}
        value={remark}
        error={asked && lacks ? t('proposal.remarkNeeded') : undefined}
        onChange={({ currentTarget }) => setRemark(currentTarget.value)}
      />
      <Button type="submit" variant="light" size="sm">
        {t('proposal.sendReview')}
      </Button>
    </form>
  )
}
