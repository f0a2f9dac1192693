import { usePageTitle } from '../../app/page-title.ts'
import { useText } from '../../app/text.ts'
import { PageTitle } from '../../parts/index.ts'

export function ArchivePage() {
  const t = useText()
  usePageTitle(t('archive.title'))
  return <PageTitle title={t('archive.title')} />
}
