/** Scoring one by one, counted. */
import type { Canvas, Item } from '#shared/model/lab.ts'
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

/** Whether a canvas scored one by one opens where scores are given: not once it is done or everybody has given all of his. */
export const opensToEnter = (
  state: Canvas['state'],
  items: readonly Item[],
  columns: readonly GridColumn[],
  voters: readonly string[],
): boolean =>
  state !== 'selesai' &&
  !(
    voters.length > 0 &&
    items.length > 0 &&
    voters.every((voter) => {
      const { done, of } = progressOf(items, columns, voter)
      return done === of
    })
  )

/** Everybody of the team and whoever sits here: nobody is left out to begin with. */
export function firstVoters(members: readonly { readonly name: string }[], me: string): readonly string[] {
  const names = [...members.map(({ name }) => name.trim()), me].filter((name) => name !== '')
  return [...new Set(names)]
}
