/** Judging on this laptop: the packages here, or one of them. */
import { Button } from '@mantine/core'
import { usePageTitle } from '../../app/page-title.ts'
import { places } from '../../app/places.ts'
import { useText } from '../../app/text.ts'
import { EmptyState, ErrorBanner, Loading } from '../../parts/index.ts'
import { Desk } from './desk.tsx'
import css from './judging.module.css'
import { PackageList } from './package-list.tsx'
import { useJudging } from './use-judging.ts'

export function JudgingPage({ judging }: { readonly judging: string | null }) {
  return <div className={css.page}>{judging === null ? <PackageList /> : <OnePackage id={judging} />}</div>
}

function OnePackage({ id }: { readonly id: string }) {
  const t = useText()
  usePageTitle(t('scoring.title'))
  const asked = useJudging(id)
  if (asked.state === 'loading') return <Loading>{t('app.loading')}</Loading>
  if (asked.state === 'failed') return <ErrorBanner {...asked.trouble} acts={<Button onClick={asked.again}>{t('app.tryAgain')}</Button>} />
  if (asked.state === 'none')
    return (
      <EmptyState
        title={t('scoring.gone')}
        text={t('scoring.goneDo')}
        acts={
          <Button component="a" href={places.judging()} variant="default">
            {t('scoring.toPackages')}
          </Button>
        }
      />
    )
  return <Desk open={asked.open} write={asked.write} trouble={asked.trouble} />
}
