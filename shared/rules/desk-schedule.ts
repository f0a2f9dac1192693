/** Who comes to which desk and when, for blocks in which units or innovations take turns (domain.md 1.3, D4). */
import type { SessionBlock } from '../model/session.ts'
import { clockAfter } from './session-time.ts'

export type DeskTurn = {
  /** Unit or innovation. */
  readonly id: string
  /** From 0. */
  readonly desk: number
  /** Who sits there, or empty. */
  readonly lead: string
  /** From 0; all desks change at the same time. */
  readonly round: number
  /** Minutes from the beginning of the block. */
  readonly from: number
  readonly to: number
  /** `09:15`; empty while the session has no hour. */
  readonly fromClock: string
  readonly toClock: string
  /** The same party sits at another desk at this time, which could not be avoided. */
  readonly clash: boolean
}

type Desks = Pick<SessionBlock, 'desks' | 'each' | 'deskLeads'>

/**
 * Everybody in the order of the list, as many at once as there are desks. Nobody comes twice. Where several entries belong to one
 * party (innovations of one unit), they are kept out of the same round as far as that is possible without an empty desk.
 * @param start clock at which the block begins
 */
export function deskSchedule(
  block: Desks,
  start: string,
  list: readonly string[],
  partyOf: (id: string) => string | null = (id) => id,
): readonly DeskTurn[] {
  const desks = Math.max(1, Math.floor(block.desks))
  let waiting = [...new Set(list)].map((id) => ({ id, party: partyOf(id) ?? id }))
  const turns: DeskTurn[] = []
  for (let round = 0; waiting.length > 0; round += 1) {
    const taken = pickRound(waiting, desks)
    const here = new Set(taken.map(({ id }) => id))
    waiting = waiting.filter(({ id }) => !here.has(id))
    const from = round * block.each
    for (const [desk, one] of taken.entries()) {
      const clash = taken.some((other) => other.id !== one.id && other.party === one.party)
      const lead = block.deskLeads[desk] ?? ''
      const clocks = { fromClock: clockAfter(start, from), toClock: clockAfter(start, from + block.each) }
      turns.push({ id: one.id, desk, lead, round, from, to: from + block.each, ...clocks, clash })
    }
  }
  return turns
}

type Waiting = { readonly id: string; readonly party: string }

/** A party with as many entries left as rounds must come in each of them; the others follow in their order. */
function pickRound(waiting: readonly Waiting[], desks: number): readonly Waiting[] {
  const rounds = Math.ceil(waiting.length / desks)
  const left = new Map<string, number>()
  for (const { party } of waiting) left.set(party, (left.get(party) ?? 0) + 1)
  const firsts = waiting.filter(({ party }, at) => waiting.findIndex((one) => one.party === party) === at)
  const must = firsts.filter(({ party }) => (left.get(party) ?? 0) >= rounds)
  const may = firsts.filter(({ party }) => (left.get(party) ?? 0) < rounds)
  const chosen = [...must, ...may].slice(0, desks)
  const rest = waiting.filter((one) => !chosen.includes(one)).slice(0, desks - chosen.length)
  const all = new Set([...chosen, ...rest])
  // Among those who come now the order of the list holds.
  return waiting.filter((one) => all.has(one))
}

/** Names that sit at more than one desk, which is more than a person can do. */
export function doubleLeads({ desks, deskLeads }: Pick<SessionBlock, 'desks' | 'deskLeads'>): readonly string[] {
  const names = deskLeads
    .slice(0, desks)
    .map((name) => name.trim())
    .filter((name) => name !== '')
  return [...new Set(names.filter((name, at) => names.indexOf(name) !== at))]
}

/** Those furthest behind first; of equals the order stays. `progress` is larger the further somebody has come. */
export const behindFirst = (ids: readonly string[], progress: (id: string) => number): readonly string[] =>
  ids
    .map((id, at) => ({ id, at, far: progress(id) }))
    .sort((a, b) => a.far - b.far || a.at - b.at)
    .map(({ id }) => id)
