/** What one judge is handed: his entries, what he scores of each, what he may not, and what to read. Nothing of other judges. */

import type { Assignment, Convention, Entry, EntryReading, Judge, Sheet } from '#shared/model/jury.ts'
import type { Innovation, Lab } from '#shared/model/lab.ts'
import type { Language } from '#shared/model/text.ts'
import { assignedTo } from '#shared/rules/jury-recusal.ts'
import type { Packs } from '#shared/rules/packs.ts'
import { masked, masking, spellingsOf, withoutNumbers } from './mask.ts'
import { readingOf } from './reading.ts'

export type AssignmentParts = {
  readonly convention: Convention
  readonly lab: Lab
  readonly labName: string
  readonly packs: Packs
  readonly language: Language
  /** ISO moment. */
  readonly madeAt: string
  readonly innovation: (entry: Entry) => Promise<Innovation | null>
}

/** An entry with its reading as every judge who has it gets them; made once for all packages. */
type Handed = { readonly entry: Entry; readonly reading: EntryReading }

/** Makes assignments one by one; what several judges read is gathered once. */
export function assignmentsOf(parts: AssignmentParts): (judge: Judge, sheet: Sheet) => Promise<Assignment> {
  const { convention, lab, packs, language } = parts
  const handed = new Map<string, Promise<Handed>>()

  async function hand(entry: Entry): Promise<Handed> {
    const innovation = await parts.innovation(entry)
    const reading = readingOf(entry, innovation, packs, language)
    if (!convention.blind)
      return { entry: { ...entry, summary: withoutNumbers(entry.summary) }, reading: eachText(reading, withoutNumbers) }
    const mask = masking(namesOf(entry, innovation, lab))
    const clean = (text: string) => withoutNumbers(mask(text))
    return { entry: blindEntry(entry, clean), reading: eachText(reading, clean) }
  }

  const once = (entry: Entry): Promise<Handed> => {
    const known = handed.get(entry.id) ?? hand(entry)
    handed.set(entry.id, known)
    return known
  }

  return async (judge, sheet) => {
    const all = assignedTo(convention, judge.id, { all: true }).filter(({ entry }) => entry.withdrawn === '')
    const own = all.filter(({ recused }) => recused === null)
    const entries: Entry[] = []
    const readings: EntryReading[] = []
    for (const { entry, recused } of all) {
      const its = await once(entry)
      // What somebody is recused from is named, so that nobody wonders where it is, and not read.
      entries.push(recused === null ? its.entry : { ...its.entry, summary: '', team: [] })
      if (recused === null && its.reading.parts.length > 0) readings.push(its.reading)
    }
    const panels = new Set<string>(convention.panels.filter(({ judges }) => judges.includes(judge.id)).map(({ id }) => id))
    const mine = new Set<string>(all.map(({ entry }) => entry.id))
    const { id, name, date, place, stages, blind, rubric, present, categories } = convention
    return {
      convention: { id, name, date, place, stages, blind, rubric, present, categories },
      lab: { id: lab.id, name: parts.labName },
      judge: { ...judge, person: null },
      entries,
      turns: Object.fromEntries(own.map(({ entry, stages: keys }) => [entry.id, [...keys]])),
      recused: all.filter(({ recused }) => recused !== null).map(({ entry }) => entry.id),
      lifted: liftedOf(sheet, new Set(own.map(({ entry }) => entry.id))),
      slots: convention.slots.filter(({ panel, entry }) => panels.has(panel) && mine.has(entry)),
      readings,
      madeAt: parts.madeAt,
    }
  }
}

/** What the judge declared and scores all the same, because the secretariat set it aside. */
function liftedOf(sheet: Sheet, own: ReadonlySet<string>): NonNullable<Assignment['lifted']> {
  const newest = new Map<string, NonNullable<Assignment['lifted']>[number]>()
  for (const { entry, at } of sheet.declared) {
    if (own.has(entry) && at > (newest.get(entry)?.at ?? '')) newest.set(entry, { entry, at })
  }
  return [...newest.values()]
}

const eachText = (reading: EntryReading, change: (text: string) => string): EntryReading => ({
  ...reading,
  parts: reading.parts.map(({ title, text }) => ({ title, text: change(text) })),
})

/** A code instead of everything that says whose it is. */
const blindEntry = (entry: Entry, clean: (text: string) => string): Entry => ({
  ...entry,
  innovation: null,
  name: entry.code,
  longName: '',
  unit: null,
  unitName: '',
  summary: clean(entry.summary),
  team: [],
  submittedAt: '',
})

/** Name → what stands for it: the code for the innovation's own names, else that something was here. */
function namesOf(entry: Entry, innovation: Innovation | null, lab: Lab): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const units = new Set<string | null>([entry.unit, innovation?.unit ?? null])
  for (const { id, name, short, head } of lab.units) {
    if (units.has(id)) for (const one of [name, short, ...spellingsOf(head)]) names.set(one, masked)
  }
  names.set(entry.unitName, masked)
  for (const person of [...entry.team, ...(innovation?.members ?? []).map(({ name }) => name)]) {
    for (const one of spellingsOf(person)) names.set(one, masked)
  }
  names.set(innovation?.catalogue.contact ?? '', masked)
  for (const own of [entry.name, entry.longName, innovation?.name ?? '', innovation?.longName ?? '']) names.set(own, entry.code)
  return names
}
