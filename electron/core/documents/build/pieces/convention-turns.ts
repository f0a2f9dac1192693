/** What is judged, and when it is presented. */
import type { Slot } from '#shared/model/jury.ts'
import type { Block } from '#shared/model/outline.ts'
import { formatLongDay } from '#shared/rules/dates.ts'
import { clockText } from '#shared/rules/schedule-text.ts'
import { clockAfter } from '#shared/rules/session-time.ts'
import { juryPaperWords as own } from '#shared/text/jury-paper-words.ts'
import { anchor, muted } from '../blocks.ts'
import { categoryText, entryOf } from '../judging.ts'
import type { Build, Judging } from '../source.ts'
import { below, codedName, entryCell, middle, withConvention } from './convention-base.ts'
import { tableOf } from './lab-base.ts'
import type { Piece } from './pieces.ts'
import { twoLines } from './session-table.ts'

export const entries: Piece = withConvention((judging, build) => {
  const { tell } = build
  const { convention } = judging
  if (convention.entries.length === 0) return [muted(tell(own.noEntries))]
  const grouped = convention.categories.length > 0
  const rows = convention.entries.map((entry, at) => [
    middle(String(at + 1)),
    entryCell(entry),
    entry.unitName,
    ...(grouped ? [categoryText(judging, entry.category)] : []),
    entry.withdrawn === '' ? '-' : tell(own.withdrawn, { reason: entry.withdrawn }),
  ])
  const columns = [
    { head: tell(own.number), width: 0.6 },
    { head: tell(own.entry), width: 4 },
    { head: tell(own.unit), width: 3 },
    ...(grouped ? [{ head: tell(own.category), width: 2 }] : []),
    { head: tell(own.remark), width: 1.6 },
  ]
  return [tableOf(build, columns, rows, { alt: tell(own.altEntries) }), below]
})

/** By day, then by panel; a panel has a line of its own through the day. */
export const schedule: Piece = withConvention((judging, build) => {
  const { tell, language } = build
  const { convention } = judging
  if (convention.slots.length === 0) return [muted(tell(own.noSlots))]
  const days = [...new Set(convention.slots.map(({ start }) => start.slice(0, 10)))].sort()
  return days.flatMap((day): readonly Block[] =>
    convention.panels.flatMap(({ id, name }): readonly Block[] => {
      const slots = convention.slots
        .filter((slot) => slot.panel === id && slot.start.startsWith(day))
        .sort((a, b) => (a.start < b.start ? -1 : 1))
      if (slots.length === 0) return []
      const title = [name, formatLongDay(day, language)].filter((part) => part !== '').join(', ')
      return [{ b: 'heading', level: 3, text: title, id: anchor('jadwal', day, id), unlisted: true }, table(slots, judging, build), below]
    }),
  )
})

function table(slots: readonly Slot[], judging: Judging, build: Build): Block {
  const { tell, lab, language } = build
  const stages = new Set(judging.convention.slots.map(({ stage }) => stage)).size
  const rows = slots.map((slot, at) => {
    const entry = entryOf(judging, slot.entry)
    const clock = slot.start.slice(11, 16)
    const [from, until] = [clockText(clock, language), clockText(clockAfter(clock, slot.minutes), language)]
    const stage = judging.convention.stages.find(({ key }) => key === slot.stage)?.title[language] ?? ''
    return [
      middle(String(at + 1)),
      middle(`${tell(own.timeOf, { from, until })} ${lab.timeZone}`),
      entry === undefined ? '' : twoLines(codedName(entry), entry.longName),
      entry?.unitName ?? '',
      ...(stages > 1 ? [stage] : []),
      { blocks: [] },
    ]
  })
  const columns = [
    { head: tell(own.number), width: 0.6 },
    { head: tell(own.time), width: 1.9 },
    { head: tell(own.entry), width: 3.8 },
    { head: tell(own.unit), width: 3 },
    ...(stages > 1 ? [{ head: tell(own.stage), width: 1.8 }] : []),
    { head: tell(own.present), width: 0.9 },
  ]
  return tableOf(build, columns, rows, { alt: tell(own.altSchedule) })
}
