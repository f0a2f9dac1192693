/** Text on its way into the XML of a workbook. */

const unfit = /[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/** What XML cannot carry is left out; every kind of line end is a line feed. */
export const plain = (text: string): string => text.replaceAll(/\r\n?|[\u2028\u2029\u0085\v\f]/gu, '\n').replaceAll(unfit, '')

export const escaped = (text: string): string =>
  plain(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Most signs a cell can hold. */
export const mostInCell = 32_767

/** Text of a cell: `_x0041_` would be read as a letter in disguise, so its underscore is disguised itself. */
export function cellText(text: string): string {
  const whole = plain(text)
  const short = whole.length <= mostInCell ? whole : `${cut(whole, mostInCell - 1)}…`
  return escaped(short.replaceAll(/_(?=x[0-9a-f]{4}_)/giu, '_x005F_'))
}

/** The first `length` signs, without half of a pair at the end. */
function cut(text: string, length: number): string {
  const end = text.charCodeAt(length - 1)
  return text.slice(0, end >= 0xd800 && end <= 0xdbff ? length - 1 : length)
}

/** `0` → `A`, `26` → `AA`. */
export function columnName(at: number): string {
  let name = ''
  for (let rest = at; rest >= 0; rest = Math.floor(rest / 26) - 1) name = String.fromCharCode(65 + (rest % 26)) + name
  return name
}

const mostInName = 31

/** Names of sheets as a spreadsheet allows them: no more than 31 signs, none of `[]:*?/\`, no quote at the ends, each once. */
export function sheetNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return wanted.map((name, at) => {
    const bare = plain(name)
      .replaceAll(/[[\]:*?/\\\n\t]+/gu, ' ')
      .replaceAll(/\s+/gu, ' ')
      .replaceAll(/^[\s']+|[\s']+$/gu, '')
    const base = bare === '' || /^history$/iu.test(bare) ? `Lembar ${at + 1}` : cut(bare, Math.min(bare.length, mostInName)).trimEnd()
    let free = base
    for (let count = 2; taken.has(free.toLowerCase()); count += 1) {
      const end = ` (${count})`
      free = `${cut(base, Math.min(base.length, mostInName - end.length)).trimEnd()}${end}`
    }
    taken.add(free.toLowerCase())
    return free
  })
}
