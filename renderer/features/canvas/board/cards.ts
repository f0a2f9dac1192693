/** Cards from pasted text: lines, a column of a spreadsheet, or two columns of which the second names the zone. Pure. */
import type { BoardDef } from '#shared/model/pack.ts'
import { parseTable } from '#shared/rules/cell-text.ts'
import { linesOf } from '../desk.ts'

export type Card = { readonly text: string; readonly zone: string }

const plain = (text: string): string => text.trim().replaceAll(/\s+/gu, ' ').toLocaleLowerCase('id')

/** The zone somebody means by its number, key, name in either language or the beginning of a name; null for none. */
export function zoneNamed(def: Pick<BoardDef, 'zones'>, word: string): string | null {
  const wanted = plain(word)
  if (wanted === '') return null
  if (/^\d{1,2}$/u.test(wanted)) return def.zones[Number(wanted) - 1]?.key ?? null
  const names = (zone: BoardDef['zones'][number]): readonly string[] => [zone.key, zone.label.id, zone.label.en].map(plain)
  const whole = def.zones.find((zone) => names(zone).includes(wanted))
  if (whole !== undefined) return whole.key
  const begun = def.zones.filter((zone) => names(zone).some((name) => name.startsWith(wanted)))
  return begun.length === 1 ? (begun[0]?.key ?? null) : null
}

/**
 * One card per line, list marks taken off, empty lines left out. A line with a second column goes to the zone it names; where it names
 * none, both columns are text. A cell in quotes may hold several lines and stays one card.
 * @param zone for cards that name none
 */
export function cardsOf(def: Pick<BoardDef, 'zones'>, text: string, zone: string): readonly Card[] {
  const table = text.includes('\t') || /^\s*"[^"]*\n/u.test(text.replaceAll('\r\n', '\n'))
  if (!table) return linesOf(text).map((line) => ({ text: line, zone }))
  return parseTable(text).flatMap((row) => {
    const cells = row.map((cell) => cell.trim())
    const named = cells.length > 1 ? zoneNamed(def, cells[1] ?? '') : null
    const words = (named === null ? cells : [cells[0] ?? '', ...cells.slice(2)]).filter((cell) => cell !== '').join(', ')
    const line = linesOf(words).join('\n')
    return line === '' ? [] : [{ text: line, zone: named ?? zone }]
  })
}

/** Addresses a browser may be sent to. `www.` and bare hosts are not guessed at. */
export function webAddress(link: string): string | null {
  if (!URL.canParse(link.trim())) return null
  const { protocol, href } = new URL(link.trim())
  return protocol === 'http:' || protocol === 'https:' ? href : null
}
