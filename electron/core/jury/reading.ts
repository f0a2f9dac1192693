/** What a judge reads of an entry: its proposal and what its key canvases say, in words, taken when the package is made. */

import type { Entry, EntryReading } from '#shared/model/jury.ts'
import type { Innovation, Item, Value } from '#shared/model/lab.ts'
import type { CanvasDef, FormField, GridColumn, ProposalDef } from '#shared/model/pack.ts'
import type { Language } from '#shared/model/text.ts'
import { showCell } from '#shared/rules/cell-text.ts'
import { answerFields, withFacts } from '#shared/rules/facts.ts'
import { columnOfField } from '#shared/rules/field-column.ts'
import { cellOf } from '#shared/rules/grid.ts'
import { canvasOf, formOf, type Packs } from '#shared/rules/packs.ts'
import { richTextPlain, wordsOf } from '#shared/rules/rich-text.ts'
import { juryPackage } from '#shared/text/jury-package.ts'
import { say } from '#shared/text/messages.ts'

type Part = EntryReading['parts'][number]

/** The canvases that say in the fewest words what was made and what it changed. */
const keyCanvases = ['kartu-inovasi', 'before-after'] as const

/** Of a person's own, or nothing to read. */
const unread: ReadonlySet<string> = new Set(['phone', 'email', 'photo', 'link', 'person'])
/** What the entry says already. */
const headFacts: ReadonlySet<string> = new Set(['name', 'longName', 'unit', 'summary'])

/** Parts with nothing in them are left out. */
export function readingOf(entry: Entry, innovation: Innovation | null, packs: Packs, language: Language): EntryReading {
  const summary: Part = { title: say(juryPackage.summary, language), text: entry.summary.trim() || (innovation?.summary.trim() ?? '') }
  const parts = innovation === null ? [] : [...proposalParts(innovation, packs, language), ...canvasParts(innovation, packs, language)]
  return { entry: entry.id, parts: [summary, ...parts].filter(({ text }) => text !== '') }
}

/** The form with the most words; where two have as many, the one whose name comes first. */
function proposalParts({ proposals }: Innovation, packs: Packs, language: Language): readonly Part[] {
  let best: { readonly def: ProposalDef; readonly words: number } | null = null
  for (const id of Object.keys(proposals).sort()) {
    const def = formOf(packs, id)
    const words = Object.values(proposals[id]?.sections ?? {}).reduce((sum, section) => sum + wordsOf(section), 0)
    if (def !== undefined && words > (best?.words ?? 0)) best = { def, words }
  }
  if (best === null) return []
  const written = proposals[best.def.id]?.sections ?? {}
  return best.def.sections.map(({ key, title }) => {
    const section = written[key]
    return { title: title[language], text: section === undefined ? '' : richTextPlain(section).trim() }
  })
}

function canvasParts(innovation: Innovation, packs: Packs, language: Language): readonly Part[] {
  return keyCanvases.flatMap((id) => {
    const def = canvasOf(packs, id)
    const canvas = innovation.canvases[id]
    if (def === undefined || (canvas === undefined && def.kind !== 'form')) return []
    const full = withFacts(def, canvas ?? { def: id, state: 'belum', items: [], fields: {}, settings: {} }, innovation)
    const fields = answerFields(def).filter(({ type, fact }) => !unread.has(type) && !headFacts.has(fact ?? ''))
    const lines = [...fieldLines(fields, full.fields, language), ...rowLines(def, full.items, language)]
    return [{ title: def.title[language], text: lines.join('\n') }]
  })
}

const fieldLines = (fields: readonly FormField[], answers: Readonly<Record<string, Value>>, language: Language): readonly string[] =>
  fields.flatMap((field) => line(columnOfField(field), answers[field.key], language))

function rowLines(def: CanvasDef, items: readonly Item[], language: Language): readonly string[] {
  if (def.kind !== 'grid') return []
  const columns = def.columns.filter(({ type }) => !unread.has(type) && type !== 'formula')
  return items
    .map((item) => columns.flatMap((column) => line(column, cellOf(item, column.key), language)).join('; '))
    .filter((row) => row !== '')
}

function line(column: GridColumn, value: Value | undefined, language: Language): readonly string[] {
  const shown = showCell(column, value, language).trim()
  return shown === '' ? [] : [`${column.label[language]}: ${shown}`]
}
