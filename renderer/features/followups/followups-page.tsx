import { usePageTitle } from '../../app/page-title.ts'
import { useText } from '../../app/text.ts'
import { PageTitle } from '../../parts/index.ts'

export function FollowupsPage() {
  const t = useText()
  usePageTitle(t('followups.title'))
  return <PageTitle title={t('followups.title')} />
}
