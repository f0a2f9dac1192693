import type { InnovationId } from '#shared/model/ids.ts'
import { usePageTitle } from '../../app/page-title.ts'
import { useText } from '../../app/text.ts'
import { PageTitle } from '../../parts/index.ts'

/** The list of what waits, or with `at` the review of one form. */
export function CoachPage({ at }: { readonly at: { readonly innovation: InnovationId; readonly of: string } | null }) {
  const t = useText()
  usePageTitle(t('coach.title'))
  return <PageTitle title={t('coach.title')} lead={at?.of} />
}
