/** The packs in force, and the editing of own ones. */
import { usePageTitle } from '../../app/page-title.ts'
import { useText } from '../../app/text.ts'
import { PageTitle } from '../../parts/index.ts'

export function GuidesPage(_: { readonly pack: string | null }) {
  const t = useText()
  usePageTitle(t('guides.title'))
  return <PageTitle title={t('guides.title')} />
}
