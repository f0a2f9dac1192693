/** Votes on a board: giving, counting, clearing. */
import * as Y from 'yjs'
import { itemsMap, setVotes, votesBy, votesSpent } from '#shared/doc/canvas.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { ItemId } from '#shared/model/ids.ts'
import type { Canvas, Item } from '#shared/model/lab.ts'
import type { BoardDef } from '#shared/model/pack.ts'
import { asOne, type Desk } from '../desk.ts'

/** As `#shared/doc/canvas.ts` stores them. */
const prefix = 'vote/'

/** Votes each person has here; null where nobody votes. */
export const quotaOf = (def: Pick<BoardDef, 'votes'>, settings: Canvas['settings']): number | null =>
  settings.quota !== undefined && settings.quota > 0 ? settings.quota : (def.votes?.quota ?? null)

/**
 * Gives one vote or takes one back. `false` when none is left to give or take.
 * @param who in whose name; the person who sits here unless a table host votes for somebody without a device
 */
export function vote(desk: Desk, id: ItemId, quota: number, step: 1 | -1, who = desk.me): boolean {
  const given = votesBy(desk.doc, desk.canvas, id, who)
  if (step === 1 ? votesSpent(desk.doc, desk.canvas, who) >= quota : given === 0) return false
  setVotes(desk.doc, desk.canvas, id, who, given + step, byPerson)
  return true
}

export type Voter = { readonly who: string; readonly votes: number }

/** Everybody who gave votes, by name. */
export function votersOf(desk: Desk): readonly Voter[] {
  const spent = new Map<string, number>()
  for (const item of itemsMap(desk.doc, desk.canvas).values()) {
    if (!(item instanceof Y.Map)) continue
    for (const [key, votes] of item) {
      if (!key.startsWith(prefix) || typeof votes !== 'number' || votes <= 0) continue
      const who = key.slice(prefix.length)
      spent.set(who, (spent.get(who) ?? 0) + votes)
    }
  }
  return [...spent].map(([who, votes]) => ({ who, votes })).sort((a, b) => a.who.localeCompare(b.who, 'id'))
}

/** Takes back the votes of everybody; gives how many there were, and a way to give them back. */
export function clearVotes(desk: Desk): { readonly gone: number; readonly restore: () => void } {
  const taken: { readonly id: ItemId; readonly who: string; readonly votes: number }[] = []
  asOne(desk, () => {
    for (const [id, item] of itemsMap(desk.doc, desk.canvas)) {
      if (!(item instanceof Y.Map)) continue
      for (const [key, votes] of [...item]) {
        if (!key.startsWith(prefix)) continue
        taken.push({
          id: id as ItemId /* the key it was put under */,
          who: key.slice(prefix.length),
          votes: typeof votes === 'number' ? votes : 0,
        })
        item.delete(key)
      }
    }
  })
  return {
    gone: taken.reduce((sum, { votes }) => sum + Math.max(0, votes), 0),
    restore: () =>
      asOne(desk, () => {
        for (const { id, who, votes } of taken) setVotes(desk.doc, desk.canvas, id, who, votes, byPerson)
      }),
  }
}

export type Result = { readonly item: Item; readonly votes: number; readonly place: number; readonly tied: boolean }

/** Notes with votes, most first; equal ones share a place and say so, in the order of the board. */
export function resultsOf(items: readonly Item[]): readonly Result[] {
  const sorted = items.filter((item) => item.role !== 'cluster' && item.votes > 0).sort((a, b) => b.votes - a.votes)
  const alike = new Map<number, number>()
  for (const item of sorted) alike.set(item.votes, (alike.get(item.votes) ?? 0) + 1)
  let place = 0
  return sorted.map((item, at) => {
    if (sorted[at - 1]?.votes !== item.votes) place = at + 1
    return { item, votes: item.votes, place, tied: (alike.get(item.votes) ?? 1) > 1 }
  })
}
