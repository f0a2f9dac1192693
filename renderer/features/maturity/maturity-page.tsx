/** How mature one innovation is by a set of indicators. */
import type { InnovationId, LabId } from '#shared/model/ids.ts'
import { usePageTitle } from '../../app/page-title.ts'
import { useText } from '../../app/text.ts'
import { PageTitle } from '../../parts/index.ts'

export function MaturityPage(_: { readonly lab: LabId; readonly innovation: InnovationId; readonly set: string }) {
  const t = useText()
  usePageTitle(t('maturity.title'))
  return <PageTitle title={t('maturity.title')} />
}
