/** All labs of the workspace in one table: find, sort, compare. */
import { Button } from '@mantine/core'
import { IconArrowsLeftRight } from '@tabler/icons-react'
import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import { methodOf } from '#shared/rules/packs.ts'
import { usePageTitle } from '../../app/page-title.ts'
import { places } from '../../app/places.ts'
import { useText } from '../../app/text.ts'
import { useLabs, usePacks } from '../../lab/lab-context.tsx'
import { regionName } from '../../lab/region-name.ts'
import { EmptyState, PageTitle, Panel } from '../../parts/index.ts'
import css from './archive.module.css'
import { archiveRows, findLabs, mostCompared, type Sorting, sortLabs, wholeArchive } from './archive-list.ts'
import { ArchiveTable } from './archive-table.tsx'
import { Compare } from './compare.tsx'
import { Filters } from './filters.tsx'

export function ArchivePage() {
  const t = useText()
  usePageTitle(t('archive.title'))
  const cards = useLabs()
  const packs = usePacks()
  const [filter, setFilter] = useState(wholeArchive)
  const [sorting, setSorting] = useState<Sorting>({ by: 'updated', down: true })
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [comparing, setComparing] = useState(false)
  const rows = useMemo(
    () =>
      archiveRows(
        cards ?? [],
        (card) => regionName(card, t),
        (method) => methodOf(packs, method)?.mode,
      ),
    [cards, packs, t],
  )
  const asked = useDeferredValue(filter)
  const shown = useMemo(() => sortLabs(findLabs(rows, asked), sorting), [rows, asked, sorting])
  const picked = useMemo(() => rows.filter(({ card }) => chosen.includes(card.id)), [rows, chosen])
  // The same function each time, so that typing does not draw every row anew.
  const choose = useCallback(
    (id: string, on: boolean) =>
      setChosen((now) => (on ? [...now.filter((one) => one !== id), id].slice(0, mostCompared) : now.filter((one) => one !== id))),
    [],
  )
  if (cards === null) return null
  if (comparing && picked.length >= 2) {
    return (
      <div className={css.page}>
        <PageTitle title={t('archive.compare')} lead={t('archive.compareLead')} />
        <Compare rows={picked} onBack={() => setComparing(false)} />
      </div>
    )
  }
  return (
    <div className={css.page}>
      <PageTitle title={t('archive.title')} lead={t('archive.lead')} />
      {rows.length === 0 ? (
        <Panel>
          <EmptyState
            title={t('archive.emptyTitle')}
            text={t('archive.empty')}
            acts={
              <Button component="a" href={places.home()}>
                {t('app.goHome')}
              </Button>
            }
          />
        </Panel>
      ) : (
        <Panel
          title={t('archive.labs')}
          note={
            shown.length === rows.length ? t('archive.count', { n: rows.length }) : t('archive.found', { n: shown.length, of: rows.length })
          }
          side={
            <div className={css.picked}>
              <span role="status">
                {picked.length === 0 ? t('archive.pick') : t('archive.pickedCount', { n: picked.length, most: mostCompared })}
              </span>
              {picked.length > 0 && (
                <Button size="xs" variant="subtle" onClick={() => setChosen([])}>
                  {t('archive.clear')}
                </Button>
              )}
              <Button
                size="xs"
                disabled={picked.length < 2}
                leftSection={<IconArrowsLeftRight size={16} stroke={1.75} aria-hidden />}
                onClick={() => setComparing(true)}
              >
                {t('archive.compareThese')}
              </Button>
            </div>
          }
        >
          <Filters rows={rows} filter={filter} onChange={setFilter} />
          <ArchiveTable rows={shown} sorting={sorting} onSort={setSorting} chosen={chosen} onChoose={choose} />
          {shown.length === 0 && (
            <p className={css.quiet}>
              {t('archive.none')}{' '}
              <button type="button" className={css.linkButton} onClick={() => setFilter(wholeArchive)}>
                {t('archive.showAll')}
              </button>
            </p>
          )}
          <p className={css.quiet}>{t('archive.rule')}</p>
        </Panel>
      )}
    </div>
  )
}
