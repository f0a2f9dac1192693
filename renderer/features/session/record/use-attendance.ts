/** Noting who came in the open lab, each act with a way back. */
import { useCallback, useMemo } from 'react'
import { putPerson, removePerson } from '#shared/doc/lab.ts'
import { keyAfterLast } from '#shared/doc/order.ts'
import { byPerson } from '#shared/doc/origins.ts'
import { readAttendance, setAttendance } from '#shared/doc/sessions.ts'
import type { PersonId, UnitId } from '#shared/model/ids.ts'
import type { Person, Unit } from '#shared/model/lab.ts'
import type { Attendance, AttendanceState, Session } from '#shared/model/session.ts'
import { type AttendanceCounts, type AttendanceGroup, attendanceCounts, attendanceGroups, markOf } from '#shared/rules/attendance.ts'
import { useText } from '../../../app/text.ts'
import { useOpenLab } from '../../../lab/open-lab.tsx'
import { newId, nowIso } from '../../../state/fresh.ts'
import { notify } from '../../../state/notify.ts'

/** Somebody who is not on the list of people yet. */
export type Guest = { readonly name: string; readonly unit: UnitId | null; readonly position: string }

export type AttendanceDesk = {
  readonly people: readonly Person[]
  readonly units: readonly Unit[]
  readonly groups: readonly AttendanceGroup[]
  readonly counts: AttendanceCounts
  readonly readOnly: boolean
  /** Null empties the mark. The same function for as long as the page is open. */
  readonly mark: (person: Person, state: AttendanceState | null) => void
  /** Notes as present who was not yet, and puts guests on the list of people; all of it one step, taken back as one. */
  readonly take: (present: readonly Person[], guests: readonly Guest[], said: string) => void
}

export function useAttendance(session: Session): AttendanceDesk {
  const t = useText()
  const { doc, lab, readOnly } = useOpenLab()
  const { id, attendance } = session
  const groups = useMemo(() => attendanceGroups(lab.people, lab.units, attendance), [lab.people, lab.units, attendance])
  const counts = useMemo(() => attendanceCounts(lab.people, attendance), [lab.people, attendance])
  const mark = useCallback(
    (person: Person, state: AttendanceState | null) => {
      const before = markOf(readAttendance(doc, id), person.id)
      if (before?.state === state) return
      // Who came and is excused afterwards still came without being on the list.
      const now = state === null ? null : { state, at: nowIso(), walkIn: before?.walkIn ?? false }
      setAttendance(doc, id, person.id, now, byPerson)
      const said =
        state === null ? t('record.cleared', { name: person.name }) : t('record.ticked', { name: person.name, state: t(`record.${state}`) })
      notify.undoable(said, () => setAttendance(doc, id, person.id, before, byPerson))
    },
    [doc, id, t],
  )
  const take = useCallback(
    (present: readonly Person[], guests: readonly Guest[], said: string) => {
      const at = nowIso()
      const marks = readAttendance(doc, id)
      const before: [PersonId, Attendance | null][] = []
      const added: PersonId[] = []
      let last = keyAfterLast(lab.people)
      doc.transact(() => {
        for (const person of present) {
          const known = markOf(marks, person.id)
          if (known?.state === 'hadir') continue
          before.push([person.id, known])
          setAttendance(doc, id, person.id, { state: 'hadir', at, walkIn: known?.walkIn ?? false }, byPerson)
        }
        for (const guest of guests) {
          const person = newId<'person'>()
          added.push(person)
          putPerson(doc, person, { ...guest, order: last, role: 'inovator' }, byPerson)
          setAttendance(doc, id, person, { state: 'hadir', at, walkIn: true }, byPerson)
          last = keyAfterLast([{ id: person, order: last }])
        }
      }, byPerson)
      notify.undoable(said, () =>
        doc.transact(() => {
          for (const [person, mark] of before) setAttendance(doc, id, person, mark, byPerson)
          for (const person of added) {
            setAttendance(doc, id, person, null, byPerson)
            removePerson(doc, person, byPerson)
          }
        }, byPerson),
      )
    },
    [doc, id, lab.people],
  )
  return { people: lab.people, units: lab.units, groups, counts, readOnly, mark, take }
}
