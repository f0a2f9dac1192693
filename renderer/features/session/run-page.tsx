import type { SessionId } from '#shared/model/ids.ts'
import { usePageTitle } from '../../app/page-title.ts'
import { useText } from '../../app/text.ts'
import { useSession } from '../../lab/use-sessions.ts'
import { PageTitle } from '../../parts/index.ts'

export function RunPage({ session }: { readonly session: SessionId }) {
  const t = useText()
  const found = useSession(session)
  usePageTitle(found?.title ?? t('run.title'))
  return <PageTitle title={t('run.title')} />
}
