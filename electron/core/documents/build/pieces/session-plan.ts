/** What a session plans: its agenda, who comes to which desk and when, and the canvases it works on. */
import type { Unit } from '#shared/model/lab.ts'
import type { Block, Cell } from '#shared/model/outline.ts'
import type { Session, SessionBlock } from '#shared/model/session.ts'
import { dayAfter, formatLongDay } from '#shared/rules/dates.ts'
import { type DeskTurn, deskSchedule } from '#shared/rules/desk-schedule.ts'
import { canvasOf } from '#shared/rules/packs.ts'
import { clockText } from '#shared/rules/schedule-text.ts'
import { invitedInnovations } from '#shared/rules/session-invited.ts'
import { teamState } from '#shared/rules/session-teams.ts'
import { type BlockTime, blockTimes } from '#shared/rules/session-time.ts'
import { sessionWords as words } from '#shared/text/session-words.ts'
import { anchor, cell, muted, para } from '../blocks.ts'
import { turnCounts, type UnitBuild } from '../facts.ts'
import type { Build } from '../source.ts'
import type { Piece } from './pieces.ts'
import { band, belowTable, filledCell, mutedCell, numberCell, optionalCell, ruledTable, withSession } from './session-table.ts'

const midnight = 24 * 60

/** Every block with its time; minutes where no hour is set. What is after midnight stands below the next day. */
export const agenda: Piece = (build) =>
  withSession(build, build.tell(words.noAgenda), (session) => {
    const { tell } = build
    if (session.blocks.length === 0) return [muted(tell(words.noAgenda))]
    const led = session.blocks.some((block) => leadOf(block) !== '')
    const columns = [
      { title: tell(words.number), wide: 0.6 },
      { title: tell(words.time), wide: 2.2 },
      { title: tell(words.activity), wide: 5.4 },
      ...(led ? [{ title: tell(words.lead), wide: 3 }] : []),
    ]
    const times = blockTimes(session, turnCounts(build))
    const start = clockMinutes(times[0]?.clock ?? '')
    const crossing = start === null ? -1 : times.findIndex(({ from }) => start + from >= midnight)
    const rows = times.flatMap((time, at) => [
      ...(at === crossing && at > 0 ? [band(nextDay(session, build), columns.length)] : []),
      agendaRow(time, at, led, build),
    ])
    return [ruledTable(columns, rows, tell(words.agendaAlt, { title: session.title }), build), belowTable]
  })

function agendaRow(time: BlockTime, at: number, led: boolean, build: Build): readonly Cell[] {
  const { tell } = build
  const { block } = time
  const lead = leadOf(block)
  return [
    numberCell(at),
    cell(spanText(time, build)),
    cell(block.title.trim() || tell(words.untitled)),
    ...(led ? [block.kind === 'break' ? optionalCell(lead) : filledCell(lead, build)] : []),
  ]
}

/** Of desks those who sit at them, when nobody leads the whole. */
const leadOf = ({ lead, kind, desks, deskLeads }: SessionBlock): string =>
  lead.trim() ||
  (kind === 'desks'
    ? deskLeads
        .slice(0, Math.max(1, desks))
        .filter((name) => name.trim() !== '')
        .join(', ')
    : '')

function spanText({ clock, minutes }: BlockTime, { language, tell }: Build): string {
  if (clock === '') return tell(words.minutes, { n: minutes })
  const from = clockMinutes(clock) ?? 0
  return `${clockText(clock, language)}–${clockText(hourText(from + minutes), language)}`
}

const clockMinutes = (clock: string): number | null => {
  const match = /^(\d+):(\d{2})$/u.exec(clock)
  return match === null ? null : Number(match[1]) * 60 + Number(match[2])
}
const hourText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

const nextDay = ({ date }: Session, { tell, language }: Build): string =>
  date === '' ? tell(words.nextDay) : formatLongDay(dayAfter(date, 1), language)

/** More desks than this beside each other would leave no room for names. */
const mostDesks = 5

/** For every block of turns: by time and desk, and then by who comes; in a letter to one unit only its own turns. Sessions without such a block have nothing to say. */
export const desks: Piece = (build: UnitBuild) => {
  const { session } = build
  if (session === undefined) return []
  const times = blockTimes(session, turnCounts(build)).filter(({ block }) => block.kind === 'desks')
  return times.flatMap((time, at) => deskBlocks(time, at, build))
}

function deskBlocks({ block, clock }: BlockTime, at: number, build: UnitBuild): readonly Block[] {
  const { tell, unit } = build
  const title = block.title.trim() || tell(words.untitled)
  const turns = turnsAt(block, clock, build)
  const count = Math.max(1, block.desks)
  const values = { desks: count, each: block.each, turns: turns.length }
  const head: readonly Block[] = [
    { b: 'heading', level: 2, text: title, id: anchor('meja', String(at), title, unit?.id ?? '') },
    para(tell(count > 1 ? words.desksLine : words.deskLine, values), { keepNext: true }),
  ]
  if (turns.length === 0) return [...head, muted(tell(words.nobodyComes))]
  if (unit !== undefined) {
    const own = turns.filter(({ id }) => unitOfTurn(id, block, build) === unit.id)
    return [...head, ...(own.length === 0 ? [muted(tell(words.noTurn))] : [turnTable(own, block, build), belowTable])]
  }
  if (count === 1) return [...head, turnTable(turns, block, build), belowTable]
  const sub = (text: string, key: string): Block => ({ b: 'heading', level: 3, text, id: anchor('meja', String(at), key), unlisted: true })
  return [
    ...head,
    ...(count > mostDesks ? [] : [sub(tell(words.byDesk), 'menurut-meja'), deskTable(turns, block, build)]),
    sub(tell(block.per === 'unit' ? words.byUnit : words.byInnovation), 'menurut-unit'),
    turnTable(turns, block, build),
    belowTable,
  ]
}

function turnsAt(block: SessionBlock, clock: string, { lab, innovations = [] }: Build): readonly DeskTurn[] {
  const all = (block.per === 'unit' ? lab.units : innovations.filter(({ archived }) => !archived)).map(({ id }) => id)
  const units = new Map<string, string | null>(innovations.map(({ id, unit }) => [id, unit]))
  return deskSchedule(block, clock, block.turns.length > 0 ? block.turns : all, (id) => (block.per === 'unit' ? id : (units.get(id) ?? id)))
}

/** Units by their short name, innovations by their own. */
function calledOf({ lab, innovations = [], tell }: Build): (id: string) => string {
  const names = new Map<string, string>([
    ...lab.units.map((unit) => [unit.id, unit.short || unit.name] as const),
    ...innovations.map((one) => [one.id, one.name] as const),
  ])
  return (id) => names.get(id) ?? tell(words.gone)
}

function timeOf({ fromClock, toClock, round }: DeskTurn, { language, tell }: Build): string {
  return fromClock === '' ? tell(words.round, { n: round + 1 }) : `${clockText(fromClock, language)}–${clockText(toClock, language)}`
}

/** Rounds below each other, desks beside each other. */
function deskTable(turns: readonly DeskTurn[], block: SessionBlock, build: Build): Block {
  const { tell } = build
  const called = calledOf(build)
  const places = Array.from({ length: Math.max(1, block.desks) }, (_, desk) => desk)
  const rounds = Math.max(...turns.map(({ round }) => round)) + 1
  const at = new Map(turns.map((turn) => [`${turn.round}/${turn.desk}`, turn]))
  const rows = Array.from({ length: rounds }, (_, round) => {
    const first = at.get(`${round}/0`)
    return [
      cell(first === undefined ? '' : timeOf(first, build)),
      ...places.map((desk) => {
        const turn = at.get(`${round}/${desk}`)
        return cell(turn === undefined ? '-' : called(turn.id))
      }),
    ]
  })
  const columns = [{ title: tell(words.time), wide: 2 }, ...places.map((desk) => ({ title: deskHead(desk, block, build), wide: 2.6 }))]
  return ruledTable(columns, rows, tell(words.desksAlt, { title: block.title }), build)
}

const deskHead = (desk: number, { deskLeads }: SessionBlock, { tell }: Build): string =>
  [tell(words.deskN, { n: desk + 1 }), (deskLeads[desk] ?? '').trim()].filter((part) => part !== '').join(': ')

/** Id of the unit whose turn it is: its own, or that of the innovation. */
const unitOfTurn = (id: string, { per }: SessionBlock, { innovations = [] }: Build): string | null =>
  per === 'unit' ? id : (innovations.find((one) => one.id === id)?.unit ?? null)

/** In the order of the list, so that everybody finds the own line. */
function turnTable(turns: readonly DeskTurn[], block: SessionBlock, build: Build): Block {
  const { lab, tell, innovations = [] } = build
  const perUnit = block.per === 'unit'
  const several = block.desks > 1
  const led = block.deskLeads.some((name) => name.trim() !== '')
  const units = new Map<string, Unit>(lab.units.map((unit) => [unit.id, unit]))
  const order = new Map<string, number>([...lab.units, ...innovations].map(({ id }, at) => [id, at]))
  const sorted = several ? [...turns].sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0)) : turns
  const unitName = (id: string): string => units.get(unitOfTurn(id, block, build) ?? '')?.name ?? ''
  const rows = sorted.map((turn, at) => [
    numberCell(at),
    ...(perUnit ? [] : [cell(calledOf(build)(turn.id))]),
    unitName(turn.id) === '' ? mutedCell(tell(perUnit ? words.gone : words.noUnit)) : cell(unitName(turn.id)),
    cell(timeOf(turn, build)),
    ...(several ? [cell(String(turn.desk + 1), { align: 'center' })] : []),
    ...(led ? [optionalCell(turn.lead)] : []),
  ])
  const columns = [
    { title: tell(words.number), wide: 0.6 },
    ...(perUnit ? [] : [{ title: tell(words.innovation), wide: 2.6 }]),
    { title: tell(words.unit), wide: 4 },
    { title: tell(words.time), wide: 1.9 },
    ...(several ? [{ title: tell(words.desk), wide: 0.9 }] : []),
    ...(led ? [{ title: tell(words.lead), wide: 2.4 }] : []),
  ]
  return ruledTable(columns, rows, tell(words.turnsAlt, { title: block.title }), build)
}

/** Which canvases were worked on, and how many teams finished them; sessions without canvases have nothing to say. */
export const outputs: Piece = (build) => {
  const { session, packs, language, tell, innovations = [] } = build
  const blocks = (session?.blocks ?? []).filter(({ canvas, kind }) => canvas !== '' && kind !== 'break')
  if (session === undefined || blocks.length === 0) return []
  const teams = invitedInnovations(session, innovations).map(({ id, canvases }) => ({
    id,
    canvases: Object.fromEntries(Object.entries(canvases).map(([key, canvas]) => [key, canvas.state])),
  }))
  const rows = blocks.map((block, at) => {
    const states = teams.map((team) => teamState(session, block, team))
    const count = (state: (typeof states)[number]): Cell => cell(String(states.filter((one) => one === state).length), { align: 'center' })
    return [
      numberCell(at),
      cell(block.title.trim() || tell(words.untitled)),
      cell(canvasOf(packs, block.canvas)?.title[language] ?? block.canvas),
      count('selesai'),
      count('mengisi'),
      count('belum'),
    ]
  })
  const columns = [
    { title: tell(words.number), wide: 0.6 },
    { title: tell(words.activity), wide: 3.6 },
    { title: tell(words.canvas), wide: 3.2 },
    { title: tell(words.finished), wide: 1.1 },
    { title: tell(words.filling), wide: 1.1 },
    { title: tell(words.notBegun), wide: 1.1 },
  ]
  return [ruledTable(columns, rows, tell(words.outputsAlt, { title: session.title }), build), belowTable]
}
