/** What the list can be narrowed to, with how many entries each choice would leave. */
import { TextInput } from '@mantine/core'
import { memo, useState } from 'react'
import type { CatalogueFilters, FilterKey } from '#shared/api/catalogue.ts'
import { reuses, standings, unsayables } from '#shared/model/catalogue.ts'
import { innovationForms, innovationKinds } from '#shared/model/innovation-kinds.ts'
import { formatNumber } from '#shared/rules/numbers.ts'
import { useLanguage, useText } from '../../app/text.ts'
import type { ValueWord } from '../../lab/catalogue/filter-words.ts'
import { filterKeys, filterValues, withFilter } from '../../lab/catalogue-address.ts'
import css from './catalogue.module.css'
import type { Facets } from './use-search.ts'

type Props = {
  readonly filters: CatalogueFilters
  readonly facets: Facets
  readonly word: ValueWord
  readonly onChange: (filters: CatalogueFilters) => void
}

/** Shown before the rest is unfolded. */
const firstValues = 8
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
  const choices = choicesOf(of, facets[of] ?? [], set, (value) => word(of, value))
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

/** Few and known: they keep their places while one ticks them. */
const ownOrder: Partial<Record<FilterKey, readonly string[]>> = {
  standing: standings,
  kind: innovationKinds,
  form: innovationForms,
  reuse: reuses,
  adopted: ['ya', 'tidak'],
  unsaid: unsayables,
}

/** What is set stays in sight, also where it would leave nothing. Years stand by year, what is few in its own order, all else by how many there are. */
function choicesOf(
  of: FilterKey,
  counted: readonly { readonly value: string; readonly count: number }[],
  set: readonly string[],
  label: (value: string) => string,
): readonly Choice[] {
  const known = new Set(counted.map(({ value }) => value))
  const all = [
    ...counted.map(({ value, count }) => ({ value, count, on: set.includes(value), label: label(value) })),
    ...set.filter((value) => !known.has(value)).map((value) => ({ value, count: null, on: true, label: label(value) })),
  ]
  const order = ownOrder[of]
  if (order !== undefined) return all.sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value))
  return of === 'year' ? all.sort((a, b) => b.value.localeCompare(a.value)) : all
}
