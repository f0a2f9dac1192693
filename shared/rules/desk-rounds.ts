/** Who sits at which desk at a moment of a block of turns, for the page that runs it and the hall. */
import type { Unit } from '../model/lab.ts'
import type { SessionBlock } from '../model/session.ts'
import type { InnovationSummary } from '../model/summary.ts'
import { deskSchedule } from './desk-schedule.ts'
import { minuteMs } from './session-time.ts'

export type DeskNow = {
  /** From 0. */
  readonly desk: number
  readonly lead: string
  /** What is at the desk in this round and in the one after, or null. */
  readonly now: string | null
  readonly next: string | null
}
export type DeskMoment = {
  /** The round, from 0; equal to the number of rounds when all are over. */
  readonly at: number
  /** Milliseconds until the round changes. */
  readonly leftMs: number
  readonly desks: readonly DeskNow[]
}
export type DeskRounds = { readonly count: number; readonly at: (spentMs: number) => DeskMoment }

/** Units are called by their short name, innovations by their own. */
export function deskRounds(block: SessionBlock, units: readonly Unit[], innovations: readonly InnovationSummary[]): DeskRounds {
  const unitNames = new Map<string, string>(units.map((unit) => [unit.id, unit.short === '' ? unit.name : unit.short]))
  const byId = new Map(innovations.map((one) => [one.id, one]))
  const all = block.per === 'unit' ? units.map(({ id }) => id) : innovations.filter(({ archived }) => !archived).map(({ id }) => id)
  const list = block.turns.length > 0 ? block.turns : all
  const partyOf = (id: string): string | null => (block.per === 'unit' ? id : (byId.get(id)?.unit ?? id))
  const turns = deskSchedule(block, '', list, partyOf)
  const count = turns.reduce((most, { round }) => Math.max(most, round + 1), 0)
  const names = new Map(turns.map(({ id, desk, round }) => [`${round}/${desk}`, unitNames.get(id) ?? byId.get(id)?.name ?? '']))
  const roundMs = block.each * minuteMs
  return {
    count,
    at: (spentMs) => {
      const at = roundMs <= 0 ? 0 : Math.min(count, Math.floor(spentMs / roundMs))
      const desks = Array.from({ length: Math.max(1, block.desks) }, (_, desk) => ({
        desk,
        lead: block.deskLeads[desk] ?? '',
        now: names.get(`${at}/${desk}`) ?? null,
        next: names.get(`${at + 1}/${desk}`) ?? null,
      }))
      return { at, leftMs: Math.max(0, (at + 1) * roundMs - spentMs), desks }
    },
  }
}
