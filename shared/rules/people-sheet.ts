/** Which column of a list of people or units is which, told by its heads, and where there are none by what stands in it. */
import { folded } from './fold.ts'
import { isWrongEmail, nipDigits, phoneKey } from './people-contacts.ts'
import { kindOf } from './people-units.ts'

export const personFields = ['name', 'position', 'unit', 'role', 'phone', 'email', 'nip'] as const
export const unitFields = ['name', 'short', 'kind', 'head', 'headPosition', 'headNip'] as const
export type PersonField = (typeof personFields)[number]
export type UnitField = (typeof unitFields)[number]
export type ImportField = PersonField | UnitField

export const sheetKinds = ['people', 'units', 'none'] as const
/** `none`: the sheet is left out. */
export type SheetKind = (typeof sheetKinds)[number]

export type Cells = readonly (readonly string[])[]
export type ReadSheet = {
  readonly name: string
  readonly kind: SheetKind
  /** Index of the row with the heads; -1 for none. Rows begin below it. */
  readonly head: number
  /** For every column what it holds, null for one that is left out. */
  readonly columns: readonly (ImportField | null)[]
  readonly rows: Cells
}
/** What a person said instead of the guess. */
export type SheetChoice = { readonly kind?: SheetKind; readonly head?: number; readonly columns?: readonly (ImportField | null)[] }

/** Heads may stand this many rows below a title. */
const lowestHead = 25

const headOf = (text: string): string =>
  folded(text.replaceAll(/\([^()]*\)/gu, ' '))
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const unitWord = /\b(?:unit|opd|skpd|upt|uptd|instansi|perangkat|dinas|lembaga|organisasi|satker|satuan|asal|agency|office|institution)\b/u
const headWord = /\b(?:kepala|pimpinan|pemimpin|head)\b/u

/** Asked in this order: `Nama OPD` is a unit and `Jabatan Kepala` no position of a person. */
const heads: readonly (readonly [PersonField | Exclude<UnitField, 'name'>, (head: string) => boolean])[] = [
  ['headNip', (head) => /\bnip\b/u.test(head) && headWord.test(head)],
  ['headPosition', (head) => /\b(?:jabatan|position|title)\b/u.test(head) && headWord.test(head)],
  ['nip', (head) => /^(?:nip|nipppk|nik|nomor induk|no induk|employee (?:number|id))\b/u.test(head)],
  ['phone', (head) => /\b(?:hp|handphone|ponsel|telepon|telpon|telephone|telp|tlp|wa|whatsapp|phone|mobile|kontak|contact)\b/u.test(head)],
  ['email', (head) => /\b(?:e ?mail|pos ?el|surel)\b/u.test(head)],
  ['role', (head) => /\b(?:peran|role|sebagai)\b/u.test(head)],
  ['short', (head) => /\b(?:singkatan|akronim|short|abbreviation)\b/u.test(head)],
  ['kind', (head) => /^(?:jenis|kategori|kind|type|category)(?: .+)?$/u.test(head) && !/kelamin|sex|gender/u.test(head)],
  ['position', (head) => /\b(?:jabatan|position|job title)\b/u.test(head)],
  ['head', (head) => headWord.test(head)],
  ['unit', (head) => unitWord.test(head)],
  ['name', (head) => /^(?:nama|name|full name|peserta|participant)\b/u.test(head)],
]

const fieldOfHead = (text: string) => {
  const head = headOf(text)
  return head === '' || head.length > 60 ? null : (heads.find(([, means]) => means(head))?.[0] ?? null)
}

/** @param otherwise what the list is taken for when nothing tells */
export function readSheet(name: string, rows: Cells, otherwise: 'people' | 'units', choice: SheetChoice = {}): ReadSheet {
  const head = choice.head ?? findHead(rows)
  const found = head < 0 ? [] : (rows[head] ?? []).map(fieldOfHead)
  const below = rows.slice(head + 1, head + 60)
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const kind = choice.kind ?? (below.length === 0 && head < 0 ? 'none' : kindOfSheet(name, found, below, otherwise))
  const guess = head < 0 ? byContent(below, width, kind) : byHeads(found, kind)
  const allowed: readonly string[] = kind === 'people' ? personFields : kind === 'units' ? unitFields : []
  const wanted = choice.columns ?? guess
  const seen = new Set<string>()
  const columns = Array.from({ length: width }, (_, at) => {
    const field = wanted[at] ?? null
    if (field === null || !allowed.includes(field) || seen.has(field)) return null
    seen.add(field)
    return field
  })
  return { name, kind, head, columns, rows }
}

/** The row that names most columns; a sentence above the table that has one of the words in it does not count. */
function findHead(rows: Cells): number {
  let best = -1
  let most = 0
  for (const [at, row] of rows.slice(0, lowestHead).entries()) {
    const fields = row.map(fieldOfHead)
    const known = new Set(fields.filter((field) => field !== null)).size
    const filled = row.filter((cell) => cell.trim() !== '').length
    const counts = known >= 2 || (known === 1 && filled <= 2 && isPlainHead(row, fields))
    // A row of values is no head, whatever words are in it.
    if (counts && known > most && !row.some((cell) => phoneKey(cell) !== '' || /^\d{18}$/u.test(nipDigits(cell)))) {
      best = at
      most = known
    }
  }
  return best
}

/** One known word alone: it must be the whole head, or a list that begins with `Dinas Pangan` would lose it. */
const isPlainHead = (row: readonly string[], fields: readonly (string | null)[]): boolean =>
  row.some(
    (cell, at) =>
      fields[at] !== null &&
      fields[at] !== 'head' &&
      /^(?:(?:nama|name)(?: (?:lengkap|unit|unit kerja|opd|instansi|perangkat daerah|peserta|pegawai))?|unit(?: kerja| name)?|opd|skpd|perangkat daerah|instansi|peserta|full name)$/u.test(
        headOf(cell),
      ),
  )

function kindOfSheet(name: string, found: readonly (string | null)[], below: Cells, otherwise: 'people' | 'units'): 'people' | 'units' {
  const has = (...fields: readonly string[]): boolean => fields.some((field) => found.includes(field))
  if (has('role', 'phone', 'email', 'nip', 'position') && has('name')) return 'people'
  if (has('short', 'kind', 'head', 'headPosition', 'headNip')) return 'units'
  if (has('unit') && has('name')) return 'people'
  if (has('unit')) return has('role', 'phone', 'email', 'nip', 'position') ? 'people' : 'units'
  if (has('role', 'phone', 'email', 'nip', 'position')) return 'people'
  const title = folded(name)
  if (/\b(?:peserta|people|orang|pegawai|anggota|participants?)\b/u.test(title)) return 'people'
  if (/\b(?:units?|opd|instansi|perangkat)\b/u.test(title)) return 'units'
  const first = below.map((row) => row.find((cell) => /\p{L}{3}/u.test(cell)) ?? '').filter((cell) => cell !== '')
  const likeUnits = first.filter(looksLikeUnit).length
  if (below.some((row) => row.some((cell) => phoneKey(cell) !== '' || /^\d{18}$/u.test(nipDigits(cell))))) return 'people'
  return first.length === 0
    ? otherwise
    : likeUnits * 2 > first.length
      ? 'units'
      : likeUnits === 0 && otherwise === 'units' && first.length > 2
        ? 'people'
        : otherwise
}

const looksLikeUnit = (text: string): boolean =>
  kindOf(text) !== 'opd' ||
  /^(?:dinas|badan|bagian|inspektorat|sekretariat|satpol|satuan|kantor|biro|balai|rsud|rumah sakit|bappeda|bpbd)\b/iu.test(text.trim())

function byHeads(found: readonly (string | null)[], kind: SheetKind): readonly (ImportField | null)[] {
  const unitNamed = found.includes('unit')
  return found.map((field) => {
    // In a list of units the unit is what the row is called.
    if (kind === 'units' && field === 'unit') return 'name'
    if (kind === 'units' && field === 'name' && unitNamed) return found.includes('head') ? null : 'head'
    return field as ImportField | null // only names of fields are found
  })
}

/** Where no heads stand: numbers and addresses are known by their look, units by their names, the first words are the name. */
function byContent(rows: Cells, width: number, kind: SheetKind): readonly (ImportField | null)[] {
  const share = (at: number, is: (cell: string) => boolean): number => {
    const cells = rows.map((row) => row[at]?.trim() ?? '').filter((cell) => cell !== '')
    return cells.length === 0 ? 0 : cells.filter(is).length / cells.length
  }
  const found: (ImportField | null)[] = Array.from({ length: width }, () => null)
  const order: ImportField[] = kind === 'units' ? ['name', 'short', 'head', 'headPosition'] : ['name', 'position']
  for (let at = 0; at < width; at += 1) {
    if (share(at, (cell) => /^\d{18}$/u.test(nipDigits(cell))) > 0.5) found[at] = kind === 'units' ? 'headNip' : 'nip'
    else if (share(at, (cell) => phoneKey(cell) !== '') > 0.5) found[at] = kind === 'units' ? null : 'phone'
    else if (share(at, (cell) => cell.includes('@') && !isWrongEmail(cell)) > 0.5) found[at] = kind === 'units' ? null : 'email'
    else if (kind === 'people' && share(at, looksLikeUnit) > 0.5) found[at] = 'unit'
    else if (share(at, (cell) => /\p{L}{2}/u.test(cell)) > 0.5)
      found[at] = order.shift() ?? (kind === 'people' && !found.includes('unit') ? 'unit' : null)
  }
  return found
}
