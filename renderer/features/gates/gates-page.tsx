import type { StageKey } from '#shared/model/pack.ts'
import { usePageTitle } from '../../app/page-title.ts'
import { useText } from '../../app/text.ts'
import { PageTitle } from '../../parts/index.ts'

export function GatesPage({ stage }: { readonly stage: StageKey | null }) {
  const t = useText()
  usePageTitle(t('gates.title'))
  return <PageTitle title={t('gates.title')} lead={stage ?? undefined} />
}
