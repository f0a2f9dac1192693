/** The yearly round: a list asks every unit how its innovations stand, and what comes back is held against what is there now. */
import type { RoundRow } from '../api/catalogue.ts'
import type { InnovationSummary, LabSummary } from '../model/summary.ts'
import type { Language } from '../model/text.ts'
import { catalogueWords } from '../text/catalogue-words.ts'
import { say } from '../text/messages.ts'
import { standingOf } from './catalogue.ts'
import { cellText, officeContact, standingWord } from './catalogue-read.ts'
import { folded } from './fold.ts'
import { readDay } from './read-date.ts'
import { regionName } from './signature.ts'

export type Told = NonNullable<RoundRow['now']>

/** How one stands now, as far as the list asks. */
export function toldOf(summary: Pick<InnovationSummary, 'catalogue' | 'stage' | 'launched' | 'monitored'>): Told {
  const { standing, contact } = summary.catalogue
  const { key } = standingOf(summary)
  return { key, since: standing?.since ?? '', reason: key === 'berhenti' ? (standing?.reason ?? '') : '', contact }
}

/** FNV-1a, 32 bits: what the list said when it went out, so that a change made here since then is noticed. */
export function markOf({ key, since, reason, contact }: Told): string {
  let hash = 0x811c9dc5
  for (const sign of [key, since, reason, contact].map((part) => cellText(part)).join('\u0000')) {
    hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193)
  }
  return (hash >>> 0).toString(16).padStart(8, '0')
}

const word = (key: keyof typeof catalogueWords, language: Language): string => catalogueWords[key][language]

/** Sheets of the list for a lab, by unit and then by name. @param at when it goes out, as people read it */
export function roundSheets(
  lab: Pick<LabSummary, 'id'>,
  innovations: readonly { readonly summary: InnovationSummary; readonly unit: string }[],
  at: string,
  language: Language,
) {
  const rows = [...innovations]
    .sort((a, b) => a.unit.localeCompare(b.unit) || a.summary.name.localeCompare(b.summary.name))
    .map(({ summary, unit }) => {
      const told = toldOf(summary)
      return [
        `${lab.id}/${summary.id}/${markOf(told)}`,
        summary.name,
        unit,
        word(`st_${told.key}`, language),
        told.since === '' ? null : { date: told.since },
        told.reason,
        told.contact,
      ]
    })
  const text = (label: string) => ({ label, format: 'text' as const })
  const columns = [
    text(word('code', language)),
    text(word('name', language)),
    text(word('unit', language)),
    text(word('status', language)),
    { label: word('since', language), format: 'date' as const },
    text(word('reason', language)),
    text(word('contact', language)),
  ]
  const help = [
    ...(['help1', 'help2', 'help3', 'help4'] as const).map((key) => word(key, language)),
    say(catalogueWords.sentAt, language, { at }),
  ]
  return [
    { name: word('roundSheet', language), columns, rows, strong: [] },
    { name: word('roundHelp', language), columns: [text(word('roundHelp', language))], rows: help.map((line) => [line]), strong: [] },
  ]
}

export const roundFileName = (lab: Pick<LabSummary, 'region' | 'regionKind'>, year: number, language: Language): string =>
  say(catalogueWords.roundFile, language, { region: regionName(lab, language), year })

/** A line of a list that came back, before anything here is looked up. */
export type ReturnedRow = {
  readonly row: number
  readonly lab: string
  readonly innovation: string
  /** What the list said when it went out; empty when somebody changed the code. */
  readonly mark: string
  readonly name: string
  readonly status: string
  readonly since: string
  readonly reason: string
  readonly contact: string
}

type Field = 'code' | 'name' | 'status' | 'since' | 'reason' | 'contact'
const heads: readonly (readonly [Field, RegExp])[] = [
  ['code', /^(?:kode|code)\b/u],
  ['status', /^status\b/u],
  ['since', /^(?:sejak|since)\b/u],
  ['reason', /^(?:alasan|reason)\b/u],
  ['contact', /^(?:kontak|office contact|contact)\b/u],
  ['name', /^(?:nama inovasi|innovation)\b/u],
]

/** Lines of every sheet that has the heads; rows without code, name and status are none. Null when no sheet has them. */
export function returnedRows(sheets: readonly { readonly rows: readonly (readonly string[])[] }[]): readonly ReturnedRow[] | null {
  const found: ReturnedRow[] = []
  let any = false
  for (const { rows } of sheets) {
    const fieldsOf = (row: readonly string[]) => row.map((cell) => heads.find(([, means]) => means.test(folded(cell)))?.[0] ?? null)
    const head = rows.slice(0, 25).findIndex((row) => ['code', 'status'].every((field) => fieldsOf(row).includes(field as Field))) // the two words beside
    if (head < 0) continue
    any = true
    const fields = fieldsOf(rows[head] ?? [])
    for (const [at, cells] of rows.entries()) {
      if (at <= head) continue
      const cell = (field: Field): string => cellText(cells[fields.indexOf(field)] ?? '')
      const [lab = '', innovation = '', mark = ''] = cell('code').split('/')
      const row = { row: at + 1, lab, innovation, mark, name: cell('name').slice(0, 300), status: cell('status') }
      if (cell('code') === '' && row.name === '' && row.status === '') continue
      found.push({
        ...row,
        since: cell('since'),
        reason: cell('reason').slice(0, 2000),
        contact: officeContact(cell('contact'), true).kept.slice(0, 400),
      })
    }
  }
  return any ? found : null
}

/**
 * What a row asks for. A row that says what the list said when it went out asks for nothing, whatever changed here meanwhile; one that asks
 * for something else while it changed here too is a conflict.
 * @param now how it stands here; null when there is no such innovation
 * @param twice whether an earlier row named the same innovation
 */
export function judgeReturned(returned: ReturnedRow, now: (Told & { readonly name: string }) | null, twice: boolean): RoundRow {
  const { row, lab, innovation } = returned
  const told = now === null ? null : { key: now.key, since: now.since, reason: now.reason, contact: now.contact }
  const base = { row, lab, innovation, name: now?.name ?? returned.name, now: told }
  const refused = (why: Exclude<RoundRow['why'], ''>): RoundRow => ({ ...base, answer: null, state: 'refused', why })
  if (told === null) return refused('unknown')
  if (twice) return refused('twice')
  const key = standingWord(returned.status)
  if (key === null) return refused('status')
  const since = returned.since === '' ? '' : readDay(returned.since)
  if (since === null) return refused('date')
  const reason = key === 'berhenti' ? returned.reason : ''
  if (key === 'berhenti' && reason === '') return refused('reason')
  const answer: Told = { key, since, reason, contact: returned.contact }
  const mark = markOf(answer)
  const nothing = mark === markOf(told) || mark === returned.mark
  const state = nothing ? 'same' : returned.mark === markOf(told) ? 'change' : 'conflict'
  return { ...base, answer, state, why: '' }
}
