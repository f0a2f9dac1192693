/** Cells as text: what spreadsheets put on the clipboard and what people type into a cell. */
import type { Value } from '#shared/model/lab.ts'
import type { GridColumn } from '#shared/model/pack.ts'
import type { Language } from '#shared/model/text.ts'

/** Reads tab separated text; a cell in quotes may hold tabs, line breaks and doubled quotes. */
export function parseTable(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  const endCell = (): void => {
    rows.at(-1)?.push(cell)
    cell = ''
  }
  const source = text.replaceAll(/\r\n?/gu, '\n').replace(/\n+$/u, '')
  for (let at = 0; at < source.length; at += 1) {
    const char = source.charAt(at)
    if (quoted) {
      if (char !== '"') cell += char
      else if (source.charAt(at + 1) === '"') {
        cell += '"'
        at += 1
      } else quoted = false
    } else if (char === '"' && cell === '' && closes(source, at)) quoted = true
    else if (char === '\t') endCell()
    else if (char === '\n') {
      endCell()
      rows.push([])
    } else cell += char
  }
  endCell()
  return rows
}

/** A quote opens a quoted cell only if one that ends a cell follows; a lone one is a character like any other. */
function closes(source: string, from: number): boolean {
  for (let at = from + 1; at < source.length; at += 1) {
    if (source.charAt(at) !== '"') continue
    if (source.charAt(at + 1) === '"') at += 1
    else return at + 1 >= source.length || source.charAt(at + 1) === '\t' || source.charAt(at + 1) === '\n'
  }
  return false
}

const quoteIf = (cell: string, needs: RegExp): string => (needs.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

export const toTsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((cell) => quoteIf(cell, /[\t\n"]/u)).join('\t')).join('\n')

/** Semicolons, because a spreadsheet in Indonesian reads a comma as the decimal sign. Cells that would run as formulas are disarmed. */
export const toCsv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => row.map((cell) => quoteIf(/^[=+\-@\t]/u.test(cell) && !/^-?\d+([.,]\d+)?$/u.test(cell) ? `'${cell}` : cell, /[;\n"]/u)).join(';')).join('\r\n')}\r\n`

/** A number as people here write it: `3.815.700`, `25,5` or `25.5`. Null for anything else. */
export function readNumber(text: string): number | null {
  const bare = text.trim().replaceAll(/\s/gu, '')
  if (bare === '') return null
  const plain = /^-?\d{1,3}(\.\d{3})+(,\d+)?$/u.test(bare) ? bare.replaceAll('.', '').replace(',', '.') : bare.replace(',', '.')
  return /^-?\d+(\.\d+)?$/u.test(plain) ? Number(plain) : null
}

/** What the typed text means in this column; `undefined` when it means nothing there. An empty text clears the cell. */
export function readCell(column: GridColumn, text: string): Value | undefined {
  const bare = text.trim()
  switch (column.type) {
    case 'text':
    case 'person':
    case 'unit':
    case 'measure':
    case 'link':
      return bare
    case 'score':
    case 'number': {
      if (bare === '') return null
      const number = readNumber(bare)
      if (number === null || (column.type === 'score' && !Number.isInteger(number))) return undefined
      return number < (column.min ?? Number.NEGATIVE_INFINITY) || number > (column.max ?? Number.POSITIVE_INFINITY) ? undefined : number
    }
    case 'choice': {
      if (bare === '') return null
      const same = (one: string): boolean => one.toLocaleLowerCase('id') === bare.toLocaleLowerCase('id')
      return column.options?.find((option) => same(option.key) || same(option.label.id) || same(option.label.en))?.key
    }
    case 'rupiah':
    case 'percent':
    case 'date':
    case 'multi':
    case 'tick':
    case 'months':
    case 'photo':
    case 'formula':
      return undefined
    default:
      return column.type satisfies never
  }
}

export function showCell(column: GridColumn, value: Value | undefined, language: Language): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return language === 'id' ? String(value).replace('.', ',') : String(value)
  if (column.type === 'choice') return column.options?.find((option) => option.key === value)?.label[language] ?? ''
  return Array.isArray(value) ? value.join(', ') : String(value)
}
