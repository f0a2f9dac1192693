import { usePageTitle } from '../app/page-title.ts'
import { useText } from '../app/text.ts'

/** What the hall sees. Drawn without the frame. */
export function ProjectorPage() {
  const t = useText()
  usePageTitle(t('projector.title'))
  return <h1>{t('projector.title')}</h1>
}
