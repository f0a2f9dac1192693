/** The maturity of all innovations of a lab, and a trial run of the region’s index. */
import type { LabId } from '#shared/model/ids.ts'
import { usePageTitle } from '../../app/page-title.ts'
import { useText } from '../../app/text.ts'
import { PageTitle } from '../../parts/index.ts'

export function IndexPage(_: { readonly lab: LabId }) {
  const t = useText()
  usePageTitle(t('index.title'))
  return <PageTitle title={t('index.title')} />
}
