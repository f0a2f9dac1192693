/** Searches kept with the settings; whatever else lies under that name is left out. */

export type SavedSearch = { readonly name: string; readonly address: string }

export const savedKey = 'catalogueSearches'
/** More could not be found again in a menu. */
const mostSaved = 30

export function savedSearches(stored: unknown): readonly SavedSearch[] {
  if (!Array.isArray(stored)) return []
  return stored
    .flatMap((one: unknown) => {
      const { name, address } = (typeof one === 'object' && one !== null ? one : {}) as Partial<Record<keyof SavedSearch, unknown>> // read field by field
      return typeof name === 'string' && typeof address === 'string' && address.startsWith('#/katalog') ? [{ name, address }] : []
    })
    .slice(0, mostSaved)
}

/** By name; the same search under another name is renamed. */
export const withSearch = (all: readonly SavedSearch[], one: SavedSearch): readonly SavedSearch[] =>
  [...withoutSearch(all, one.address), one].sort((a, b) => a.name.localeCompare(b.name, 'id')).slice(0, mostSaved)

export const withoutSearch = (all: readonly SavedSearch[], address: string): readonly SavedSearch[] =>
  all.filter((one) => one.address !== address)
