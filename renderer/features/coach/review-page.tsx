/** Opens what is under review, and ahead of it what comes next. */
import { Button } from '@mantine/core'
import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import type { InnovationId } from '#shared/model/ids.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { type DeskRow, deskKey, deskRows, stepIn } from '#shared/rules/waiting.ts'
import { places } from '../../app/places.ts'
import { useText } from '../../app/text.ts'
import { useInnovationDoc } from '../../collab/use-doc.tsx'
import { useOverview } from '../../lab/lab-context.tsx'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { ErrorBanner } from '../../parts/index.ts'
import css from './coach.module.css'
import { beginGoing, goingStore } from './going.ts'
import { ReviewBody } from './review-body.tsx'
import { useReviewables } from './subject.ts'

type Props = { readonly innovation: InnovationId; readonly of: string }

/** Where a coach stands in the list he goes through. */
export type Going = {
  readonly key: string
  /** From 1. */
  readonly position: number
  readonly count: number
  readonly next: string | null
  readonly before: string | null
  /** The next that nobody has answered yet. */
  readonly open: string | null
}

export function ReviewPage({ innovation, of }: Props) {
  const t = useText()
  const { id } = useOpenLab()
  const state = useInnovationDoc(id, innovation)
  const going = useGoing(deskKey(innovation, of))
  return (
    <>
      {[going.next, going.open].map((key, at) => {
        const next = key?.split('/')[0]
        // Ids come from the list of what can be reviewed.
        return next === undefined || next === innovation || (at === 1 && key === going.next) ? null : (
          <Ahead key={next} innovation={next as InnovationId} />
        )
      })}
      {state.state === 'loading' ? (
        <p className={css.page} role="status">
          {t('coach.loading')}
        </p>
      ) : state.state === 'refused' ? (
        <div className={css.page}>
          <ErrorBanner
            what={t('coach.refused')}
            safe={t('app.docRefusedSafe')}
            todo={t('app.docRefusedDo')}
            detail={state.reason}
            acts={
              <Button component="a" href={places.coach(id)} variant="default">
                {t('coach.desk')}
              </Button>
            }
          />
        </div>
      ) : (
        <ReviewBody innovation={innovation} of={of} doc={state.doc} readOnly={state.readOnly} going={going} />
      )}
    </>
  )
}

/** Held while this form is under review, so that the next one opens at once. */
function Ahead({ innovation }: { readonly innovation: InnovationId }) {
  const { id } = useOpenLab()
  useInnovationDoc(id, innovation)
  return null
}

const none: readonly InnovationSummary[] = []

function useGoing(key: string): Going {
  const { id, lab } = useOpenLab()
  const asked = useOverview(id)
  const innovations = asked.state === 'ready' ? asked.value.innovations : none
  const things = useReviewables()
  const rows = useMemo(() => deskRows(innovations, lab.units, things), [innovations, lab.units, things])
  const { lab: goingLab, keys, done } = useStore(goingStore)
  const known = goingLab === id && keys.includes(key)
  const ready = asked.state === 'ready'
  useEffect(() => {
    if (known || !ready) return
    const waiting = rows.filter(({ state }) => state === 'waiting').map((row) => row.key)
    beginGoing(id, waiting.includes(key) ? waiting : [key, ...waiting])
  }, [known, ready, rows, id, key])
  return useMemo(() => {
    const queue = known ? keys : [key]
    const open = new Set(rows.filter((row: DeskRow) => row.state === 'waiting' && !done.has(row.key)).map((row) => row.key))
    return {
      key,
      position: queue.indexOf(key) + 1,
      count: queue.length,
      next: stepIn(queue, key, 1),
      before: stepIn(queue, key, -1),
      open: stepIn(queue, key, 1, (one) => open.has(one)),
    }
  }, [known, keys, key, rows, done])
}
