/** Evidence of one innovation: files and links, and what each of them proves. */
import type { InnovationId, LabId } from '#shared/model/ids.ts'
import { usePageTitle } from '../../app/page-title.ts'
import { useText } from '../../app/text.ts'
import { PageTitle } from '../../parts/index.ts'

export function EvidencePage(_: { readonly lab: LabId; readonly innovation: InnovationId }) {
  const t = useText()
  usePageTitle(t('evidence.title'))
  return <PageTitle title={t('evidence.title')} />
}
