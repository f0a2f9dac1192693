import { Select, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type Dispatch, memo, type SetStateAction, useCallback, useMemo } from 'react'
import { regionKinds } from '#shared/model/lab.ts'
import { useText } from '../../app/text.ts'
import { Segmented } from '../../parts/index.ts'
import css from './archive.module.css'
import { type ArchiveFilter, type ArchiveRow, choicesOf } from './archive-list.ts'

type Rest = Omit<ArchiveFilter, 'words'>

export function Filters({
  rows,
  filter,
  onChange,
}: {
  readonly rows: readonly ArchiveRow[]
  readonly filter: ArchiveFilter
  readonly onChange: Dispatch<SetStateAction<ArchiveFilter>>
}) {
  const t = useText()
  const set = useCallback((part: Partial<ArchiveFilter>) => onChange((now) => ({ ...now, ...part })), [onChange])
  const { year, province, kind, method, show } = filter
  const rest = useMemo((): Rest => ({ year, province, kind, method, show }), [year, province, kind, method, show])
  return (
    <div className={css.filters}>
      <TextInput
        size="xs"
        className={css.search}
        data-search
        aria-label={t('archive.search')}
        placeholder={t('archive.search')}
        leftSection={<IconSearch size={16} stroke={1.75} aria-hidden />}
        value={filter.words}
        onChange={(event) => set({ words: event.currentTarget.value })}
      />
      <Choices rows={rows} filter={rest} onSet={set} />
    </div>
  )
}

/** Apart from the word that is typed, which does not change them. */
const Choices = memo(function Choices({
  rows,
  filter,
  onSet: set,
}: {
  readonly rows: readonly ArchiveRow[]
  readonly filter: Rest
  readonly onSet: (part: Partial<ArchiveFilter>) => void
}) {
  const t = useText()
  const choices = useMemo(
    () => ({
      years: [...choicesOf(rows, ({ card }) => String(card.year))].reverse(),
      provinces: [...choicesOf(rows, ({ province }) => province)],
      methods: [...choicesOf(rows, ({ method }) => method)],
      kinds: regionKinds.filter((kind) => rows.some(({ card }) => card.regionKind === kind)),
    }),
    [rows],
  )
  const shows = [
    { value: 'all', label: t('archive.showEvery') },
    { value: 'live', label: t('archive.showLive') },
    { value: 'archived', label: t('archive.showArchived') },
  ] as const
  return (
    <>
      <Select
        size="xs"
        clearable
        aria-label={t('archive.year')}
        placeholder={t('archive.year')}
        data={choices.years}
        value={filter.year || null}
        onChange={(year) => set({ year: year ?? '' })}
      />
      <Select
        size="xs"
        clearable
        searchable
        aria-label={t('archive.province')}
        placeholder={t('archive.province')}
        data={choices.provinces}
        value={filter.province || null}
        onChange={(province) => set({ province: province ?? '' })}
      />
      <Select
        size="xs"
        clearable
        aria-label={t('archive.kind')}
        placeholder={t('archive.kind')}
        data={choices.kinds.map((kind) => ({ value: kind, label: t(`app.kind_${kind}`) }))}
        value={filter.kind || null}
        onChange={(kind) => set({ kind: regionKinds.find((one) => one === kind) ?? '' })}
      />
      <Select
        size="xs"
        clearable
        aria-label={t('archive.method')}
        placeholder={t('archive.method')}
        data={choices.methods}
        value={filter.method || null}
        onChange={(method) => set({ method: method ?? '' })}
      />
      <Segmented label={t('archive.show')} value={filter.show} segments={shows} onChange={(show) => set({ show })} />
    </>
  )
})
