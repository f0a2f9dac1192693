/** Who came to a session, one line each. Never a NIP or a phone number: the list goes to everybody. */
import { attendanceCounts, attendanceGroups } from '#shared/rules/attendance.ts'
import { formatMoment } from '#shared/rules/dates.ts'
import { peopleText } from '#shared/text/people.ts'
import { reportWords as own } from '#shared/text/report-words.ts'
import type { WorkbookSheet } from '../../write/xlsx/workbook.ts'
import type { Build } from '../source.ts'
import { aboutSheet, day, number, text } from './about.ts'

export function attendanceSheets(build: Build): readonly WorkbookSheet[] {
  const { lab, session, language, tell } = build
  const marks = session?.attendance ?? {}
  const groups = attendanceGroups(lab.people, lab.units, marks)
  const people = groups.flatMap(({ unit, rows }) => rows.map((row) => ({ unit, ...row })))
  const states = { hadir: own.present, izin: own.excused, tidak: own.absent } as const
  const rows = people.map(({ unit, person, mark }, at) => [
    at + 1,
    person.name,
    unit?.name ?? '',
    person.position,
    tell(peopleText[`role_${person.role}`]),
    tell(mark === null ? own.unasked : states[mark.state]),
    mark?.state === 'hadir' ? formatMoment(mark.at, language, lab.timeZone) : '',
    mark?.walkIn === true ? tell(own.walkIn) : '',
  ])
  const columns = [
    number(tell(own.no)),
    text(tell(own.name)),
    text(tell(own.unit)),
    text(tell(own.position)),
    text(tell(own.role)),
    text(tell(own.attendance)),
    text(tell(own.time)),
    text(tell(own.remark)),
  ]
  const byUnit = groups.map(({ unit, rows: listed }) => {
    const counts = attendanceCounts(
      listed.map(({ person }) => person),
      marks,
    )
    return [unit?.name ?? tell(own.noUnit), counts.total, counts.hadir, counts.izin, counts.tidak, counts.unasked]
  })
  const unitColumns = [
    text(tell(own.unit)),
    ...[own.invited, own.present, own.excused, own.absent, own.unasked].map((word) => number(tell(word))),
  ]
  const all = attendanceCounts(lab.people, marks)
  return [
    { name: tell(own.attendance), columns, rows },
    { name: tell(own.byUnit), columns: unitColumns, rows: byUnit },
    aboutSheet(build, [
      [tell(own.session), session?.title ?? ''],
      [tell(own.printedOn), day(session?.date ?? '')],
      [tell(own.place), session?.place || lab.place],
      [tell(own.invited), all.total],
      [tell(own.present), all.hadir],
    ]),
  ]
}
