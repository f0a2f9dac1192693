/** Scoring one by one, counted. */
import type { Item } from '#shared/model/lab.ts'
import type { GridColumn } from '#shared/model/pack.ts'
import { heldBy } from './edits.ts'

/** How many of the cells somebody scores in are filled. */
export function progressOf(
  items: readonly Item[],
  columns: readonly GridColumn[],
  voter: string,
): { readonly done: number; readonly of: number } {
  const voted = columns.filter((column) => column.voted)
  let done = 0
  for (const item of items) for (const column of voted) if (typeof heldBy(item, column, voter) === 'number') done += 1
  return { done, of: items.length * voted.length }
}

/** Everybody of the team and whoever sits here: nobody is left out to begin with. */
export function firstVoters(members: readonly { readonly name: string }[], me: string): readonly string[] {
  const names = [...members.map(({ name }) => name.trim()), me].filter((name) => name !== '')
  return [...new Set(names)]
}
