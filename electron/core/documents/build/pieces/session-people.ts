/** Who is asked to a session, who came, who runs it, and who signs for it. */
import type { Person, Unit } from '#shared/model/lab.ts'
import type { Cell, Signatory } from '#shared/model/outline.ts'
import type { Attendance, Session } from '#shared/model/session.ts'
import { attendanceGroups, markOf } from '#shared/rules/attendance.ts'
import { formatMoment, formatShortDay, localDay, momentOf } from '#shared/rules/dates.ts'
import { invitedInnovations, invitedPeople, invitedUnits } from '#shared/rules/session-invited.ts'
import { signaturePlace } from '#shared/rules/signature.ts'
import { peopleText } from '#shared/text/people.ts'
import { sessionWords as words } from '#shared/text/session-words.ts'
import { cell, muted, para, tight } from '../blocks.ts'
import { type UnitBuild, unitHeadPosition } from '../facts.ts'
import type { Build } from '../source.ts'
import type { Piece } from './pieces.ts'
import {
  belowTable,
  type Column,
  filledCell,
  mutedCell,
  numberCell,
  optionalCell,
  ruledTable,
  signatureCell,
  twoLines,
  withSession,
} from './session-table.ts'

/** Variants of the attendance list: a column for the NIP only where one of these was chosen. */
const withNip = (build: Build): boolean => build.variant?.includes('nip') === true
/** And this one has lines for whoever comes, whatever the list says. */
const emptyLines = (build: Build): boolean => build.variant === 'baris_kosong'
/** Lines of an empty list: two pages. */
const emptyCount = 30

type Line = { readonly person: Person; readonly unit: Unit | null; readonly mark: Attendance | null }

/** In the order of the units. */
function linesOf(people: readonly Person[], session: Session, { lab }: Build): readonly Line[] {
  return attendanceGroups(people, lab.units, session.attendance).flatMap(({ unit, rows }) =>
    rows.map(({ person, mark }) => ({ person, unit, mark })),
  )
}

function personColumns(build: Build): readonly Column[] {
  const { tell } = build
  return [
    { title: tell(words.number), wide: 0.6 },
    { title: tell(words.name), wide: 3.6 },
    ...(withNip(build) ? [{ title: tell(words.nip), wide: 2.6 }] : []),
    { title: tell(words.position), wide: 2.8 },
    { title: tell(words.unit), wide: 2.6 },
  ]
}

const personCells = ({ person, unit }: Line, name: Cell, build: Build): readonly Cell[] => [
  name,
  // Left free, so that it can be written by hand.
  ...(withNip(build) ? [cell(person.nip.trim())] : []),
  optionalCell(person.position),
  optionalCell(unit === null ? '' : unit.short || unit.name),
]

/** To be signed at the door: everybody who is asked, or empty lines. */
export const attendanceBlank: Piece = (build) =>
  withSession(build, build.tell(words.nobodyCame), (session) => {
    const { tell, lab, innovations = [] } = build
    const people = emptyLines(build) ? [] : invitedPeople(session, lab, innovations)
    const columns = [...personColumns(build), { title: tell(words.signature), wide: 2.7 }]
    const empty = cell('')
    const rows =
      people.length === 0
        ? Array.from({ length: emptyCount }, (_, at) => [numberCell(at), ...columns.slice(2).map(() => empty), signatureCell(at)])
        : linesOf(people, session, build).map((line, at) => [
            numberCell(at),
            ...personCells(line, cell(line.person.name), build),
            signatureCell(at),
          ])
    return [ruledTable(columns, rows, tell(words.attendanceAlt, { title: session.title }), build)]
  })

/** Who came, and when. */
export const attendance: Piece = (build) =>
  withSession(build, build.tell(words.nobodyCame), (session) => {
    const { tell, lab } = build
    const came = linesOf(
      lab.people.filter(({ id }) => markOf(session.attendance, id)?.state === 'hadir'),
      session,
      build,
    )
    if (came.length === 0) return [muted(tell(words.nobodyCame))]
    const columns = [...personColumns(build), { title: tell(words.came), wide: 1.5 }, { title: tell(words.signature), wide: 2.9 }]
    const rows = came.map((line, at) => [
      numberCell(at),
      ...personCells(line, cell(twoLines(line.person.name, line.mark?.walkIn === true ? tell(words.walkIn) : '')), build),
      cell(arrival(session, line.mark?.at ?? '', build)),
      signatureCell(at),
    ])
    return [ruledTable(columns, rows, tell(words.attendanceAlt, { title: session.title }), build)]
  })

const hour = 3_600_000

/** The clock at which somebody was ticked; ticked long before or after the session, it is no arrival and only its day is told. */
function arrival({ date, start, timeZone }: Session, moment: string, { language }: Build): string {
  const at = Date.parse(moment)
  if (Number.isNaN(at)) return '-'
  const planned = momentOf(date, start, timeZone)
  const day = localDay(moment, timeZone)
  const there = planned === null ? date === '' || day === date : at > planned - 6 * hour && at < planned + 18 * hour
  // The zone stands above the list already.
  return there ? formatMoment(moment, language, timeZone).replace(` ${timeZone}`, '') : formatShortDay(day, language)
}

/** Who was asked and did not come. */
export const absent: Piece = (build) =>
  withSession(build, build.tell(words.nobodyCame), (session) => {
    const { tell, lab, innovations = [] } = build
    const asked = invitedPeople(session, lab, innovations)
    if (!lab.people.some(({ id }) => markOf(session.attendance, id) !== null)) return [muted(tell(words.nobodyCame))]
    const missing = linesOf(
      asked.filter(({ id }) => markOf(session.attendance, id)?.state !== 'hadir'),
      session,
      build,
    )
    if (missing.length === 0) return [para(tell(words.allCame))]
    const columns = [
      { title: tell(words.number), wide: 0.6 },
      { title: tell(words.name), wide: 3.6 },
      { title: tell(words.unit), wide: 3 },
      { title: tell(words.remark), wide: 1.8 },
    ]
    const rows = missing.map(({ person, unit, mark }, at) => [
      numberCell(at),
      cell(person.name),
      optionalCell(unit === null ? '' : unit.short || unit.name),
      cell(tell(mark === null || mark.state === 'hadir' ? words.state_none : words[`state_${mark.state}`])),
    ])
    return [ruledTable(columns, rows, tell(words.absentAlt, { title: session.title }), build), belowTable]
  })

/** The units that are asked, with who is on the list for each; of a letter to one unit only that one. */
export const invited: Piece = (build: UnitBuild) =>
  withSession(build, build.tell(words.noUnits), (session) => {
    const { lab, tell, innovations = [], unit: only } = build
    const units = only === undefined ? invitedUnits(session, lab, innovations) : [only]
    if (units.length === 0) return [muted(tell(words.noUnits))]
    const known = new Set<string>(lab.units.map(({ id }) => id))
    const people = invitedPeople(session, lab, innovations)
    const others = only === undefined ? people.filter(({ unit }) => unit === null || !known.has(unit)) : []
    const names = (of: readonly Person[]): Cell =>
      of.length === 0 ? mutedCell(tell(words.noPeople)) : cell(of.map(({ name }) => para(name, { spaceAfter: 0 })))
    const rows = [
      ...units.map((unit, at) => [numberCell(at), cell(unit.name), names(people.filter((person) => person.unit === unit.id))]),
      ...(others.length === 0 ? [] : [[numberCell(units.length), cell(tell(words.crew)), names(others)]]),
    ]
    const columns = [
      { title: tell(words.number), wide: 0.6 },
      { title: tell(words.unit), wide: 4.4 },
      { title: tell(words.participants), wide: 4.4 },
    ]
    return [ruledTable(columns, rows, tell(words.invitedAlt, { title: session.title }), build), belowTable]
  })

/** Heads of the units that are asked, a line for each to sign on the day of the session. */
export const signers: Piece = (build) =>
  withSession(build, build.tell(words.noUnits), (session) => {
    const { lab, tell, innovations = [], language } = build
    const units = invitedUnits(session, lab, innovations)
    if (units.length === 0) return [muted(tell(words.noUnits))]
    const columns = units.map((unit): Signatory => ({ position: unitHeadPosition(unit, language), name: unit.head }))
    return [
      para(signaturePlace(lab, session.date || build.date, language), { align: 'right', keepNext: true }),
      { b: 'signature', place: '', columns, layout: 'table' },
    ]
  })

/** What was launched: of the innovations that take part, those the lab has marked. */
export const launched: Piece = (build) =>
  withSession(build, build.tell(words.noneLaunched), (session) => {
    const { lab, tell, innovations = [] } = build
    const place = new Map<string, number>(lab.units.map(({ id }, at) => [id, at]))
    const placeOf = (unit: string | null): number => (unit === null ? lab.units.length : (place.get(unit) ?? lab.units.length))
    const all = invitedInnovations(session, innovations)
      .filter((one) => one.launched)
      .sort((a, b) => placeOf(a.unit) - placeOf(b.unit) || a.name.localeCompare(b.name, 'id'))
    if (all.length === 0) return [muted(tell(words.noneLaunched))]
    const units = new Map<string | null, string>(lab.units.map(({ id, name }) => [id, name]))
    const rows = all.map((one, at) => [
      numberCell(at),
      cell(twoLines(one.name, one.longName)),
      filledCell(units.get(one.unit) ?? '', build),
      filledCell(one.members.find(({ name }) => name.trim() !== '')?.name ?? '', build),
    ])
    const columns = [
      { title: tell(words.number), wide: 0.6 },
      { title: tell(words.innovation), wide: 3.8 },
      { title: tell(words.unit), wide: 3.4 },
      { title: tell(words.contact), wide: 2.6 },
    ]
    return [ruledTable(columns, rows, tell(words.launchedAlt), build), belowTable]
  })

const crewRoles: ReadonlySet<Person['role']> = new Set([
  'koordinator',
  'champion',
  'pengampu_materi',
  'coach',
  'moderator',
  'sekretariat',
  'tim_evaluasi',
])

/** Who runs the session, by the part each has in the lab. The NIP stands there only where somebody has one. */
export const crew: Piece = (build) => {
  const { lab, tell } = build
  const people = lab.people.filter(({ role }) => crewRoles.has(role))
  if (people.length === 0) return [muted(tell(words.noCrew), tight)]
  const numbered = people.some(({ nip }) => nip.trim() !== '')
  const rows = people.map((person, at) => [
    numberCell(at),
    cell(person.name),
    ...(numbered ? [optionalCell(person.nip)] : []),
    optionalCell(person.position),
    cell(tell(peopleText[`role_${person.role}`])),
  ])
  const columns = [
    { title: tell(words.number), wide: 0.6 },
    { title: tell(words.name), wide: 3.6 },
    ...(numbered ? [{ title: tell(words.nip), wide: 2.6 }] : []),
    { title: tell(words.position), wide: 3.4 },
    { title: tell(words.task), wide: 2 },
  ]
  return [ruledTable(columns, rows, tell(words.crewAlt), build), belowTable]
}
