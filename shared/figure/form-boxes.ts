/** What a form has to say, box by box, before it is known how large the paper is. */
import type { Canvas, Value } from '../model/lab.ts'
import type { FormDef, FormField } from '../model/pack.ts'
import type { Language } from '../model/text.ts'
import { formatDay } from '../rules/dates.ts'
import { optionsOf } from '../rules/facts.ts'
import { formatNumber, formatRupiah } from '../rules/numbers.ts'
import { formText } from '../text/form.ts'
import { say } from '../text/messages.ts'
import { isYear } from './printed-table.ts'

/** An answer in the words that are printed; empty when nothing was entered. A photo has none: it is drawn. */
export function answerWords(field: FormField, value: Value | undefined, language: Language): string {
  if (value === undefined || value === null || value === '') return ''
  if (typeof value === 'boolean') return value ? say(formText.yes, language) : say(formText.notYet, language)
  const label = (key: string): string => optionsOf(field).find((option) => option.key === key)?.label[language] ?? key
  if (typeof value === 'number') {
    if (field.type === 'rupiah') return formatRupiah(value, language)
    if (isYear(field)) return String(value)
    return field.type === 'scale' ? scaleWords(field, value, language) : formatNumber(value, language)
  }
  if (typeof value !== 'string') return value.map(label).join('; ')
  if (field.type === 'photo') return ''
  if (field.type === 'date') return formatDay(value, language) || value
  return field.type === 'choice' ? label(value) : value.trim()
}

/** `3 dari 4: Sebagian besar` */
function scaleWords(field: FormField, value: number, language: Language): string {
  const anchor = field.anchors.find((one) => one.score === value)?.label[language]
  const score = say(formText.scoreOf, language, { score: formatNumber(value, language), max: field.max ?? 5 })
  return anchor === undefined ? score : `${score}: ${anchor}`
}

export type FormBox = {
  /** Twelfths of the row. */
  readonly span: number
  readonly label: string
  readonly text: string
  readonly empty: boolean
  readonly photo: { readonly name: string; readonly alt: string } | null
  /** A photo belongs here that nobody has taken yet. */
  readonly awaitsPhoto?: boolean
}
export type FormRow =
  | { readonly row: 'section'; readonly label: string; readonly help: string }
  | { readonly row: 'boxes'; readonly boxes: readonly FormBox[] }

/** Twelfths of a row. */
export const spans = { full: 12, half: 6, third: 4, quarter: 3 } as const satisfies Record<FormField['width'], number>

/** The fields in their sections and rows of twelve twelfths; the last box of a short row takes what is left. */
export function formRows(def: FormDef, fields: readonly FormField[], canvas: Canvas, language: Language): readonly FormRow[] {
  const known = new Set(def.sections.map((section) => section.key))
  const free = fields.filter((field) => field.section === undefined || !known.has(field.section))
  return [
    ...boxRows(free, canvas, language),
    ...def.sections.flatMap((section): readonly FormRow[] => {
      const own = fields.filter((field) => field.section === section.key)
      if (own.length === 0) return []
      const head: FormRow = { row: 'section', label: section.label[language], help: section.help?.[language] ?? '' }
      return [head, ...boxRows(own, canvas, language)]
    }),
  ]
}

function boxRows(fields: readonly FormField[], canvas: Canvas, language: Language): readonly FormRow[] {
  const rows: FormBox[][] = []
  let used = 12
  for (const field of fields) {
    const span = spans[field.width]
    if (used + span > 12) {
      stretch(rows.at(-1), 12 - used)
      rows.push([])
      used = 0
    }
    rows.at(-1)?.push(boxOf(field, canvas.fields[field.key], span, language))
    used += span
  }
  stretch(rows.at(-1), 12 - used)
  return rows.map((boxes) => ({ row: 'boxes', boxes }))
}

function stretch(row: FormBox[] | undefined, by: number): void {
  const last = row?.pop()
  if (row !== undefined && last !== undefined) row.push({ ...last, span: last.span + by })
}

function boxOf(field: FormField, value: Value | undefined, span: number, language: Language): FormBox {
  const label = field.label[language]
  const photo = field.type === 'photo' && typeof value === 'string' && value !== '' ? { name: value, alt: label } : null
  const text = answerWords(field, value, language)
  const empty = photo === null && text === ''
  const box = { span, label, text: empty ? say(formText.notFilled, language) : text, empty, photo }
  return empty && field.type === 'photo' ? { ...box, awaitsPhoto: true } : box
}
