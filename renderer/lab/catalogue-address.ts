/** What is asked of the catalogue as an address: `#/katalog/cari=antrean&kind=proses&kind=produk&sort=name`. */
import { type CatalogueFilters, catalogueFilters, catalogueSorts, type FilterKey } from '#shared/api/catalogue.ts'

export type CatalogueSort = (typeof catalogueSorts)[number]
export type CatalogueAsked = {
  readonly text: string
  readonly filters: CatalogueFilters
  readonly sort: CatalogueSort
  /** Hits before the page that is shown. */
  readonly from: number
}
export const nothingAsked: CatalogueAsked = { text: '', filters: {}, sort: 'match', from: 0 }

/** In the order in which they stand beside the list. */
export const filterKeys = [
  'standing',
  'kind',
  'form',
  'urusan',
  'province',
  'region',
  'unit',
  'year',
  'sdg',
  'reuse',
  'adopted',
  'adopter',
  'lab',
  'unsaid',
] as const satisfies readonly FilterKey[]

/** What one filter holds, whichever keys it knows. */
export const filterValues = (filters: CatalogueFilters, key: FilterKey): readonly string[] => filters[key] ?? []

/** The same filters with one of them set otherwise; without values it is gone. Values it does not know are left out. */
export function withFilter(filters: CatalogueFilters, key: FilterKey, values: readonly string[]): CatalogueFilters {
  const { [key]: _, ...rest } = filters
  if (values.length === 0) return rest
  const read = catalogueFilters.safeParse({ ...rest, [key]: [...values] })
  return read.success ? read.data : rest
}

export const countFilters = (filters: CatalogueFilters): number =>
  filterKeys.reduce((sum, key) => sum + filterValues(filters, key).length, 0)

/** For `href`: the list of the catalogue with these filters set. */
export const catalogueAddress = (filters: CatalogueFilters, text = ''): string => askedAddress({ ...nothingAsked, filters, text })

export function askedAddress(asked: CatalogueAsked): string {
  const part = askedPart(asked)
  return part === '' ? '#/katalog' : `#/katalog/${part}`
}

/** For `href`: the figures over what is asked; order and page say nothing of them. */
export function figuresAddress({ text, filters }: Pick<CatalogueAsked, 'text' | 'filters'>): string {
  const part = askedPart({ ...nothingAsked, text, filters })
  return part === '' ? '#/katalog/angka' : `#/katalog/angka/${part}`
}

function askedPart({ text, filters, sort, from }: CatalogueAsked): string {
  const parts = [
    ...(text.trim() === '' ? [] : [['cari', text] as const]),
    ...filterKeys.flatMap((key) => filterValues(filters, key).map((value) => [key, value] as const)),
    ...(sort === 'match' ? [] : [['sort', sort] as const]),
    ...(from === 0 ? [] : [['from', String(from)] as const]),
  ]
  return parts.map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&')
}

/** Whatever somebody typed into the address is either understood or left out. */
export function readAsked(hash: string): CatalogueAsked {
  const [, first = '', second = ''] = hash.replace(/^#?\/?/u, '').split('/')
  const part = first === 'angka' ? second : first
  if (!part.includes('=')) return nothingAsked
  const pairs = part.split('&').map((pair) => {
    const at = pair.indexOf('=')
    return [pair.slice(0, at), decoded(pair.slice(at + 1))] as const
  })
  const all = (key: string): readonly string[] => pairs.filter(([name]) => name === key).map(([, value]) => value)
  const from = Number(all('from')[0] ?? 0)
  return {
    text: (all('cari')[0] ?? '').slice(0, 400),
    filters: filterKeys.reduce<CatalogueFilters>((sum, key) => withFilter(sum, key, [...new Set(all(key))]), {}),
    sort: catalogueSorts.find((one) => one === all('sort')[0]) ?? 'match',
    from: Number.isInteger(from) && from > 0 ? from : 0,
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** A list (or its figures) and the same asked otherwise are one page: moving between them leaves the focus where it is. */
export const samePage = (location: string): string => /^(\/katalog(?:\/angka)?)\/[^/]*=/u.exec(location)?.[1] ?? location
