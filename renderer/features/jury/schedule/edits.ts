/** What changes with the times of presentation, as functions of the convention. */
import type { EntryId } from '#shared/model/ids.ts'
import type { Convention, Slot } from '#shared/model/jury.ts'
import type { ConventionChange } from '../use-convention.ts'
import { inTime, shifted } from './outgoing.ts'

type Line = Pick<Slot, 'panel' | 'stage'>

const onLine =
  ({ panel, stage }: Line, change: (slots: readonly Slot[]) => readonly Slot[]) =>
  (now: Convention): Convention => {
    const its = (slot: Slot) => slot.panel === panel && slot.stage === stage
    return { ...now, slots: [...inTime([...now.slots.filter((slot) => !its(slot)), ...change(inTime(now.slots.filter(its)))])] }
  }

/** The entry goes to another place of its panel's line; the times stay, and the entries between move up or down. */
export const slotMoved = (line: Line, entry: EntryId, to: number): ConventionChange =>
  onLine(line, (slots) => {
    const order = slots.map((slot) => slot.entry).filter((one) => one !== entry)
    order.splice(Math.max(0, to), 0, entry)
    return slots.map((slot, at) => ({ ...slot, entry: order[at] ?? slot.entry }))
  })

/** Begins at another time of its day; what comes after it in the line on that day moves by as much. */
export const slotStarts = (moved: Slot, time: string): ConventionChange => {
  const day = moved.start.slice(0, 10)
  const by = minutesBetween(moved.start, `${day}T${time}`)
  return onLine(moved, (slots) =>
    slots.map((slot) => (slot.start >= moved.start && slot.start.startsWith(day) ? { ...slot, start: shifted(slot.start, by) } : slot)),
  )
}

export const slotRemoved = (removed: Slot): ConventionChange =>
  onLine(removed, (slots) => slots.filter(({ entry }) => entry !== removed.entry))

const minutesBetween = (from: string, to: string): number => Math.round((Date.parse(`${to}:00Z`) - Date.parse(`${from}:00Z`)) / 60_000)
