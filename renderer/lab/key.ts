/** The key that opens the door in a browser: it comes in the address once and is kept for this tab only. */

const keptUnder = 'labinov.key'

/** The part of `window` that is needed. */
export type KeyWindow = {
  readonly location: { readonly href: string }
  readonly history: { replaceState(data: unknown, unused: string, url: string): void }
  readonly sessionStorage: { getItem(key: string): string | null; setItem(key: string, value: string): void }
}

/**
 * Takes `?key=` out of the address, so that it is neither bookmarked nor read over a shoulder, and remembers it for reloads.
 * @returns the key, or '' when there never was one
 */
export function takeKey(page: KeyWindow): string {
  const address = new URL(page.location.href)
  const given = address.searchParams.get('key')
  if (given === null) return page.sessionStorage.getItem(keptUnder) ?? ''
  page.sessionStorage.setItem(keptUnder, given)
  address.searchParams.delete('key')
  page.history.replaceState(null, '', address.href)
  return given
}
