/** Tables as text: tabs on the clipboard, semicolons in files. */

const quoteIf = (cell: string, needs: RegExp): string => (needs.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** Reads tab separated text; a cell in quotes may hold tabs, line breaks and doubled quotes. */
export const parseTable = (text: string): readonly (readonly string[])[] => parse(text, '\t')

/** Reads a text file of cells parted by `;`, `,` or tabs, whichever its first line has most of; undoes what `toCsv` put in. */
export function parseCsv(text: string): readonly (readonly string[])[] {
  const source = text.replace(/^\uFEFF/u, '')
  const said = /^sep=(.)\r?\n/iu.exec(source)
  const separator = said?.[1] ?? mostOf(source)
  const rows = parse(said === null ? source : source.slice(said[0].length), separator)
  return rows.map((row) => row.map((cell) => (/^'[=+\-@\t]/u.test(cell) ? cell.slice(1) : cell)))
}

function mostOf(source: string): string {
  const counts = new Map([';', ',', '\t'].map((sign) => [sign, 0]))
  let quoted = false
  for (let at = 0; at < source.length; at += 1) {
    const char = source.charAt(at)
    if (char === '"') quoted = !quoted
    else if (char === '\n' && !quoted) break
    else if (!quoted && counts.has(char)) counts.set(char, (counts.get(char) ?? 0) + 1)
  }
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))[0]
}

function parse(text: string, separator: string): readonly (readonly string[])[] {
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
    } else if (char === '"' && cell === '' && closes(source, at, separator)) quoted = true
    else if (char === separator) endCell()
    else if (char === '\n') {
      endCell()
      rows.push([])
    } else cell += char
  }
  endCell()
  return rows
}

/** A quote opens a quoted cell only if one that ends a cell follows; a lone one is a character like any other. */
function closes(source: string, from: number, separator: string): boolean {
  for (let at = from + 1; at < source.length; at += 1) {
    if (source.charAt(at) !== '"') continue
    if (source.charAt(at + 1) === '"') at += 1
    else return at + 1 >= source.length || source.charAt(at + 1) === separator || source.charAt(at + 1) === '\n'
  }
  return false
}

export const toTsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((cell) => quoteIf(cell, /[\t\n\r"]/u)).join('\t')).join('\n')

/** A cell that a spreadsheet would run as a formula; numbers are none. */
const runs = (cell: string): boolean => /^[=+\-@\t]/u.test(cell) && !/^-?\d+([.,]\d+)?$/u.test(cell)

/** Semicolons, because a spreadsheet in Indonesian reads a comma as the decimal sign. Cells that would run as formulas are disarmed. */
export const toCsv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => row.map((cell) => quoteIf(runs(cell) ? `'${cell}` : cell, /[;\n\r"]/u)).join(';')).join('\r\n')}\r\n`
