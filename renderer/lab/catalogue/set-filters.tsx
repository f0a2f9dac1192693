/** The filters that are set, each to be taken off; of the list and of the figures alike. */
import { ActionIcon, Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { CatalogueFilters } from '#shared/api/catalogue.ts'
import { useText } from '../../app/text.ts'
import { filterKeys, filterValues, withFilter } from '../catalogue-address.ts'
import type { ValueWord } from './filter-words.ts'
import css from './set-filters.module.css'

type Props = { readonly filters: CatalogueFilters; readonly word: ValueWord; readonly onChange: (filters: CatalogueFilters) => void }

export function SetFilters({ filters, word, onChange }: Props) {
  const t = useText()
  const set = filterKeys.flatMap((key) => filterValues(filters, key).map((value) => ({ key, value })))
  if (set.length === 0) return null
  return (
    <ul className={css.set} aria-label={t('catalogue.filtersSet')}>
      {set.map(({ key, value }) => (
        <li key={`${key}:${value}`}>
          <span>
            <small>{t(`catalogue.f_${key}`)}</small> {word(key, value)}
          </span>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={24}
            aria-label={t('catalogue.dropFilter', { what: word(key, value) })}
            onClick={() =>
              onChange(
                withFilter(
                  filters,
                  key,
                  filterValues(filters, key).filter((one) => one !== value),
                ),
              )
            }
          >
            <IconX size={14} stroke={2} aria-hidden />
          </ActionIcon>
        </li>
      ))}
      <li data-bare>
        <Button size="compact-xs" variant="subtle" onClick={() => onChange({})}>
          {t('catalogue.clearFilters')}
        </Button>
      </li>
    </ul>
  )
}
