import type { InnovationId } from '#shared/model/ids.ts'
import { CoachDesk } from './desk.tsx'
import { ReviewPage } from './review-page.tsx'

/** The list of what waits, or with `at` the review of one form. */
export function CoachPage({ at }: { readonly at: { readonly innovation: InnovationId; readonly of: string } | null }) {
  return at === null ? <CoachDesk /> : <ReviewPage key={`${at.innovation}/${at.of}`} innovation={at.innovation} of={at.of} />
}
