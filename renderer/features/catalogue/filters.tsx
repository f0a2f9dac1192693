/** What the list can be narrowed to, with how many entries each choice would leave. */
import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { memo, useState } from 'react'
import type { CatalogueFilters, FilterKey } from '#shared/api/catalogue.ts'
import { formatNumber } from '#shared/rules/numbers.ts'
import { useLanguage, useText } from '../../app/text.ts'
import { filterKeys, filterValues, withFilter } from '../../lab/catalogue-address.ts'
import css from './catalogue.module.css'
import type { Facets } from './use-search.ts'
import type { ValueWord } from './words.ts'

type Props = {
  readonly filters: CatalogueFilters
  readonly facets: Facets
  readonly word: ValueWord
  readonly onChange: (filters: CatalogueFilters) => void
}

/** Shown before the rest is unfolded. */
const firstValues = 6
/** Long lists are searched rather than scrolled. */
const searchFrom = 14
const openAtFirst: readonly FilterKey[] = ['standing', 'kind', 'urusan', 'year']

export const Filters = memo(function Filters(props: Props) {
  return (
    <>
      {filterKeys.map((key) => (
        <Filter key={key} of={key} {...props} />
      ))}
    </>
  )
})

type Choice = { readonly value: string; readonly count: number | null; readonly on: boolean; readonly label: string }

function Filter({ of, filters, facets, word, onChange }: Props & { readonly of: FilterKey }) {
  const t = useText()
  const language = useLanguage()
  const set = filterValues(filters, of)
  const [open, setOpen] = useState(openAtFirst.includes(of) || set.length > 0)
  const [all, setAll] = useState(false)
  const [words, setWords] = useState('')
  const choices = choicesOf(facets[of] ?? [], set, (value) => word(of, value), of === 'year')
  if (choices.length === 0) return null
  const wanted = words.trim().toLowerCase()
  const found = wanted === '' ? choices : choices.filter(({ label }) => label.toLowerCase().includes(wanted))
  const shown = all || wanted !== '' ? found.slice(0, 60) : found.filter(({ on }, at) => on || at < firstValues)
  const toggle = (value: string, on: boolean): void =>
    onChange(withFilter(filters, of, on ? [...set.filter((one) => one !== value), value] : set.filter((one) => one !== value)))
  return (
    <details className={css.filter} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {t(`catalogue.f_${of}`)}
        {set.length > 0 && <b>{set.length}</b>}
      </summary>
      {open && (
        <>
          {all && choices.length > searchFrom && (
            <TextInput
              size="xs"
              aria-label={t('catalogue.findIn', { what: t(`catalogue.f_${of}`) })}
              placeholder={t('catalogue.findIn', { what: t(`catalogue.f_${of}`) })}
              value={words}
              onChange={(event) => setWords(event.currentTarget.value)}
            />
          )}
          <ul>
            {shown.map(({ value, count, on, label }) => (
              <li key={value}>
                <label>
                  <input type="checkbox" checked={on} onChange={(event) => toggle(value, event.currentTarget.checked)} />
                  <span>{label}</span>
                  {count !== null && <small>{formatNumber(count, language)}</small>}
                </label>
              </li>
            ))}
          </ul>
          {shown.length < found.length && wanted === '' && !all && (
            <button type="button" className={css.link} onClick={() => setAll(true)}>
              {t('catalogue.moreValues', { n: found.length - shown.length })}
            </button>
          )}
          {all && choices.length > firstValues && (
            <button
              type="button"
              className={css.link}
              onClick={() => {
                setAll(false)
                setWords('')
              }}
            >
              {t('catalogue.fewerValues')}
            </button>
          )}
        </>
      )}
    </details>
  )
}

/** What is set stays in sight, also where it would leave nothing. Years stand by year, all else by how many there are. */
function choicesOf(
  counted: readonly { readonly value: string; readonly count: number }[],
  set: readonly string[],
  label: (value: string) => string,
  byValue: boolean,
): readonly Choice[] {
  const known = new Set(counted.map(({ value }) => value))
  const all = [
    ...counted.map(({ value, count }) => ({ value, count, on: set.includes(value), label: label(value) })),
    ...set.filter((value) => !known.has(value)).map((value) => ({ value, count: null, on: true, label: label(value) })),
  ]
  return byValue ? all.sort((a, b) => b.value.localeCompare(a.value)) : all
}

/** What is set, above the list, each to be taken off. */
export function SetFilters({ filters, word, onChange }: Omit<Props, 'facets'>) {
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
