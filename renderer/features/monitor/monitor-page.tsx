import { usePageTitle } from '../../app/page-title.ts'
import { useText } from '../../app/text.ts'
import { PageTitle } from '../../parts/index.ts'

export function MonitorPage() {
  const t = useText()
  usePageTitle(t('monitor.title'))
  return <PageTitle title={t('monitor.title')} />
}
