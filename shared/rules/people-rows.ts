/** Cells of a list as the values of a person or a unit, and what is wrong with them. */
import type { Role, UnitKind } from '../model/lab.ts'
import { cleanText } from './clean-text.ts'
import { isWrongEmail, isWrongPhone, nipDigits, nipFault, phoneKept } from './people-contacts.ts'
import type { ImportField, PersonField, UnitField } from './people-sheet.ts'
import { kindOf } from './people-units.ts'
import { roleOf, unitKindOf } from './people-words.ts'

export const rowReasons = [
  'noName',
  'noLetters',
  'nameLong',
  'long',
  'nip_length',
  'nip_rounded',
  'nip_birth',
  'nip_appointed',
  'nip_sex',
  'phone',
  'email',
  'role',
  'kind',
  'twice',
] as const
export type RowReason = (typeof rowReasons)[number]
export type RowFault = {
  readonly field: ImportField
  readonly reason: RowReason
  /** What stands in the cell, cut to a readable length. */
  readonly text: string
  /** `twice`: the row, as the spreadsheet counts, that has the same. */
  readonly of?: number
}

/** As in the list, except that `sound` has nothing in the fields that are wrong. */
export type PersonValues = {
  readonly name: string
  readonly position: string
  /** Its name as written. */
  readonly unit: string
  readonly role: Role
  readonly phone: string
  readonly email: string
  readonly nip: string
}
export type UnitValues = {
  readonly name: string
  readonly short: string
  readonly kind: UnitKind
  readonly head: string
  readonly headPosition: string
  readonly headNip: string
}
export type Reading<V> = {
  readonly values: V
  readonly faults: readonly RowFault[]
  /** Signs that cannot be seen were taken out. */
  readonly cleaned: boolean
}

const longestName = 120
const longestCell = 300

/** Control and format signs (bidi marks can turn a name round), private use and unassigned signs. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu

/** One line without unseen signs; what people write for *nothing* is nothing. */
function cellOf(raw: string): { readonly text: string; readonly cleaned: boolean } {
  const spaced = cleanText(raw.replaceAll(/[\t\n\r\u00a0\ufeff]/gu, ' ')).replaceAll('\ufffd', '')
  const seen = spaced.replaceAll(unseen, '')
  const text = seen.replaceAll(/\s+/gu, ' ').trim().normalize('NFC')
  const nothing = /^(?:[-–—._]+|n\/?a|#n\/a|nihil|tidak ada|belum ada)$/iu.test(text)
  return { text: nothing ? '' : text, cleaned: seen !== raw.replaceAll(/[\t\n\r\u00a0\ufeff]/gu, ' ') }
}

type Raw<F extends string> = Readonly<Partial<Record<F, string>>>

function gather<F extends ImportField>(
  cells: readonly string[],
  columns: readonly (ImportField | null)[],
): { raw: Raw<F>; cleaned: boolean } {
  const raw: Partial<Record<string, string>> = {}
  let cleaned = false
  for (const [at, field] of columns.entries()) {
    if (field === null) continue
    const cell = cellOf(cells[at] ?? '')
    if (cell.cleaned) cleaned = true
    raw[field] = cell.text
  }
  return { raw: raw as Raw<F> /* the columns of its kind of list */, cleaned }
}

const cut = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text)

function nameFaults(name: string): readonly RowFault[] {
  const fault = (reason: RowReason): readonly RowFault[] => [{ field: 'name', reason, text: cut(name) }]
  if (name === '') return fault('noName')
  if (name.length > longestName) return fault('nameLong')
  return /\p{L}/u.test(name) ? [] : fault('noLetters')
}

/** Keeps a value, or nothing when it is wrong, and notes the fault. */
type Check = (field: ImportField, text: string, reason: RowReason | null) => string
function checker(faults: RowFault[]): Check {
  return (field, text, reason) => {
    const wrong = reason ?? (text.length > longestCell ? 'long' : null)
    if (wrong === null) return text
    faults.push({ field, reason: wrong, text: cut(text) })
    return ''
  }
}

const nipReason = (text: string): RowReason | null => {
  const fault = nipFault(text)
  return fault === null ? null : `nip_${fault}`
}

export function readPerson(cells: readonly string[], columns: readonly (ImportField | null)[]): Reading<PersonValues> {
  const { raw, cleaned } = gather<PersonField>(cells, columns)
  const faults: RowFault[] = [...nameFaults(raw.name ?? '')]
  const check = checker(faults)
  const role = raw.role ?? ''
  const known = role === '' ? 'inovator' : roleOf(role)
  const phone = (raw.phone ?? '').replace(/^'/u, '')
  const values: PersonValues = {
    name: raw.name ?? '',
    position: check('position', raw.position ?? '', null),
    unit: check('unit', raw.unit ?? '', (raw.unit ?? '').length > 200 ? 'long' : null),
    role: known ?? 'inovator',
    phone: phoneKept(check('phone', phone, isWrongPhone(phone) ? 'phone' : null)),
    email: check('email', raw.email ?? '', isWrongEmail(raw.email ?? '') ? 'email' : null),
    nip: nipDigits(check('nip', raw.nip ?? '', nipReason(raw.nip ?? ''))),
  }
  if (known === null) check('role', role, 'role')
  return { values, faults, cleaned }
}

export function readUnit(cells: readonly string[], columns: readonly (ImportField | null)[]): Reading<UnitValues> {
  const { raw, cleaned } = gather<UnitField>(cells, columns)
  const name = raw.name ?? ''
  const faults: RowFault[] = [...nameFaults(name)]
  const check = checker(faults)
  const said = raw.kind ?? ''
  const kind = said === '' ? kindOf(name) : unitKindOf(said)
  const values: UnitValues = {
    name,
    short: check('short', raw.short ?? '', (raw.short ?? '').length > 60 ? 'long' : null),
    kind: kind ?? kindOf(name),
    head: check('head', raw.head ?? '', null),
    headPosition: check('headPosition', raw.headPosition ?? '', null),
    headNip: nipDigits(check('headNip', raw.headNip ?? '', nipReason(raw.headNip ?? ''))),
  }
  if (kind === null) check('kind', said, 'kind')
  return { values, faults, cleaned }
}

/**
 * A row that holds nobody: nothing in the columns that are taken, the numbers of the columns (`(1) (2) (3)`), a total, or the heads
 * repeated on every page.
 * @param head the heads of this list
 */
export function isIdle(cells: readonly string[], columns: readonly (ImportField | null)[], head: readonly string[] | undefined): boolean {
  if (columns.every((field, at) => field === null || (cells[at] ?? '').trim() === '')) return true
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  if (filled.length >= 3 && filled.every((cell, at) => cell.replaceAll(/[()\s]/gu, '') === String(at + 1))) return true
  if (/^(?:jumlah|total)\b/iu.test(filled[0] ?? '') && filled.slice(1).every((cell) => /^[\d.,\s]*(?:orang|unit)?$/iu.test(cell)))
    return true
  const heads = head?.map((cell) => cell.trim()).filter((cell) => cell !== '') ?? []
  return heads.length > 1 && filled.length === heads.length && filled.every((cell, at) => cell === heads[at])
}
