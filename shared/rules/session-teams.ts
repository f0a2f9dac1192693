/** Who works in a session and how far each team is with the canvas of a block. Counts only; names stay with whoever asks. */
import type { Unit } from '../model/lab.ts'
import type { Session, SessionBlock } from '../model/session.ts'
import type { InnovationSummary } from '../model/summary.ts'
import { blockRunOf } from './session-time.ts'

export type TeamState = 'selesai' | 'mengisi' | 'belum'

/**
 * The innovations of a session in the order of their units: those that were picked, or all that are not archived.
 * @param teams as `Session.teams`
 */
export function teamsOf(
  teams: Session['teams'],
  innovations: readonly InnovationSummary[],
  units: readonly Pick<Unit, 'id'>[],
): readonly InnovationSummary[] {
  const picked = new Set(teams)
  const place = new Map<string, number>(units.map(({ id }, at) => [id, at]))
  const placeOf = (one: InnovationSummary): number => (one.unit === null ? units.length : (place.get(one.unit) ?? units.length))
  return innovations
    .filter((one) => (picked.size > 0 ? picked.has(one.id) : !one.archived))
    .sort((a, b) => placeOf(a) - placeOf(b) || a.name.localeCompare(b.name, 'id') || (a.id < b.id ? -1 : 1))
}

/** What the team's own canvas says; without a canvas nothing does. */
export function canvasSays(team: Pick<InnovationSummary, 'canvases'>, block: Pick<SessionBlock, 'canvas'>): TeamState {
  const state = block.canvas === '' ? undefined : team.canvases[block.canvas]
  return state === 'selesai' ? 'selesai' : state === 'berjalan' ? 'mengisi' : 'belum'
}

/** What was said by hand holds, else what the team's canvas says. */
export function teamState(
  session: Pick<Session, 'run'>,
  block: Pick<SessionBlock, 'id' | 'canvas'>,
  team: Pick<InnovationSummary, 'id' | 'canvases'>,
): TeamState {
  const by = blockRunOf(session.run, block.id).done[team.id]
  if (by === true) return 'selesai'
  const says = canvasSays(team, block)
  return by === false && says === 'selesai' ? 'mengisi' : says
}

export type Progress = Readonly<Record<TeamState, number>> & {
  readonly all: number
  /** False for a block in which nothing tells whether a team is done: no canvas, and nobody marked by hand. */
  readonly counted: boolean
}

export function progressOf(session: Pick<Session, 'run'>, block: SessionBlock, teams: readonly InnovationSummary[]): Progress {
  const found = { selesai: 0, mengisi: 0, belum: 0 }
  for (const team of teams) found[teamState(session, block, team)] += 1
  const counted = block.kind !== 'break' && (block.canvas !== '' || Object.keys(blockRunOf(session.run, block.id).done).length > 0)
  return { ...found, all: teams.length, counted: counted && teams.length > 0 }
}

/** Lines of a text that are not empty, as steps and materials are written. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
