/** Puts a column of items on pages. */
import type { Page } from '../look.ts'
import { emptySheet, type Item, type Place, placeOn, type Sheet } from './sheet.ts'

/** Something that fills pages in its own way: a table. */
export type Spread = {
  readonly before: number
  readonly breakBefore?: boolean
  /** What must fit below whatever is kept with it. */
  readonly atLeast: number
  /** Whether `atLeast` is all of it. */
  readonly short: boolean
  /** Its end stays with the next item. */
  readonly keep?: boolean
  /** `after` is the height that has to follow its end on the same page. */
  place(pager: Pager, x: number, after: number): void
}

export type FlowItem = Item | Spread
export const isSpread = (item: FlowItem): item is Spread => 'atLeast' in item

export type Pager = {
  readonly sheets: Sheet[]
  readonly top: number
  readonly bottom: number
  y: number
  /** Nothing stands on the current page yet. */
  fresh: boolean
  page(): number
  here(): Place
  turn(): void
}

/** `sheets` are the pages that stand before; the first turn opens the next one. */
export function createPager(sheets: Sheet[], page: Page): Pager {
  const bottom = page.height - page.margins.bottom
  const pager: Pager = {
    sheets,
    top: page.margins.top,
    bottom,
    y: bottom,
    fresh: false,
    page: () => sheets.length,
    here: () => {
      const sheet = sheets.at(-1)
      if (!sheet) throw new Error('no page has been opened')
      return placeOn(sheet)
    },
    turn: () => {
      sheets.push(emptySheet(page))
      pager.y = pager.top
      pager.fresh = true
    },
  }
  return pager
}

/**
 * Places all items. Items that are kept together move to a new page as one when they fit on one; a chain taller than a page is broken
 * where the page ends.
 */
export function paginate(items: readonly FlowItem[], pager: Pager, x: number): void {
  pager.turn()
  let decidedUntil = 0
  items.forEach((item, at) => {
    if (item.breakBefore && !pager.fresh) pager.turn()
    const before = pager.fresh ? 0 : item.before
    if (at >= decidedUntil) {
      const chain = chainFrom(items, at, pager.bottom - pager.top)
      decidedUntil = chain.fits ? chain.end : at + 1
      const need = chain.fits ? chain.height : isSpread(item) ? item.atLeast : item.height
      if (!pager.fresh && pager.y + before + need > pager.bottom + 0.01) pager.turn()
    } else if (!pager.fresh && !isSpread(item) && pager.y + before + item.height > pager.bottom + 0.01) pager.turn()
    pager.y += pager.fresh ? 0 : before
    pager.fresh = false
    if (isSpread(item)) item.place(pager, x, item.keep ? heightAfter(items, at, pager.bottom - pager.top) : 0)
    else {
      item.paint(pager.here(), x, pager.y, pager.page())
      pager.y += item.height
    }
  })
}

/** What is kept with the end of the table at `at`; nothing when it would not fit on a page. */
function heightAfter(items: readonly FlowItem[], at: number, most: number): number {
  const next = items[at + 1]
  if (!next || next.breakBefore) return 0
  const chain = chainFrom(items, at + 1, most)
  return chain.fits ? next.before + chain.height : 0
}

/** The items from `at` that are kept together, without the space above the first; measuring stops when they outgrow a page. */
function chainFrom(items: readonly FlowItem[], at: number, most: number): { end: number; height: number; fits: boolean } {
  let height = 0
  for (let next = at; next < items.length; next += 1) {
    const item = items[next]
    if (!item) break
    if (next > at) {
      if (item.breakBefore) return { end: next, height, fits: true }
      height += item.before
    }
    height += isSpread(item) ? item.atLeast : item.height
    if (height > most) return { end: next, height, fits: false }
    if (!item.keep || (isSpread(item) && !item.short)) return { end: next + 1, height, fits: true }
  }
  return { end: items.length, height, fits: true }
}
