import { usePageTitle } from '../../app/page-title.ts'
import { useText } from '../../app/text.ts'
import { PageTitle } from '../../parts/index.ts'

export function SessionsPage() {
  const t = useText()
  usePageTitle(t('session.title'))
  return <PageTitle title={t('session.title')} />
}
