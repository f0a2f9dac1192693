import { usePageTitle } from '../../app/page-title.ts'
import { useText } from '../../app/text.ts'
import { PageTitle } from '../../parts/index.ts'

export function RewardsPage() {
  const t = useText()
  usePageTitle(t('rewards.title'))
  return <PageTitle title={t('rewards.title')} />
}
