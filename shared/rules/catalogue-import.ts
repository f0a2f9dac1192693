/** Lists of innovations of other offices as lines of the catalogue: columns known by their heads, every row judged (domain.md 1.6.5). */
import type { CatalogueTake } from '../api/catalogue.ts'
import {
  cellText,
  formWord,
  isRegion,
  kindWord,
  officeContact,
  readNames,
  readSdgs,
  readYear,
  regionText,
  reuseWord,
  sameKey,
  standingWord,
} from './catalogue-read.ts'
import { folded } from './fold.ts'
import { readDay } from './read-date.ts'

/** What a column can hold. `year*` are read into one year; what has no place of its own in an entry goes into its summary, named. */
export const importFields = [
  'name',
  'longName',
  'summary',
  'problem',
  'unit',
  'agency',
  'region',
  'province',
  'year',
  'yearBegun',
  'yearUsed',
  'kind',
  'form',
  'urusan',
  'sdgs',
  'standing',
  'stoppedOn',
  'stopReason',
  'adopters',
  'reuse',
  'contact',
  'officeContact',
  'team',
  'initiator',
  'replicates',
  'output',
  'outcome',
  'benefit',
  'needs',
] as const
export type ImportField = (typeof importFields)[number]

export type Cells = readonly (readonly string[])[]
export type CatalogueSheet = {
  /** Index of the row with the heads; -1 where none was found. Rows begin below it. */
  readonly head: number
  /** For every column what it holds, null for one that is left out. */
  readonly columns: readonly (ImportField | null)[]
  readonly rows: Cells
}
/** What a person said instead of the guess. */
export type SheetChoice = { readonly head?: number; readonly columns?: readonly (ImportField | null)[] }

export type TakenEntry = CatalogueTake['entries'][number]
export const rowWhys = ['noName', 'noLetters', 'nameLong'] as const
/** Left out of a row that is taken: `private` is a person's number, the others could not be understood. */
export const noteWhys = ['private', 'year', 'kind', 'form', 'standing', 'reuse', 'sdgs', 'day', 'cut'] as const
export type RowNote = { readonly field: ImportField; readonly why: (typeof noteWhys)[number]; readonly text: string }
export type JudgedRow = {
  /** As the spreadsheet counts, from 1. */
  readonly row: number
  readonly name: string
  readonly notes: readonly RowNote[]
} & (
  | { readonly state: 'taken'; readonly entry: TakenEntry }
  | { readonly state: 'refused'; readonly why: (typeof rowWhys)[number] }
  /** Its name and region are there already: in that row of this list, or (null) in the catalogue. Taken only when somebody says so. */
  | { readonly state: 'double'; readonly of: number | null; readonly entry: TakenEntry }
)

const headOf = (text: string): string =>
  folded(text.replaceAll(/\([^()]*\)/gu, ' '))
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Asked in this order: `Tahun inisiasi inovasi` is no name and `Nama unit` no innovation. */
const heads: readonly (readonly [ImportField, RegExp])[] = [
  ['yearBegun', /\btahun (?:inisiasi|mulai|awal|lahir)|\btanggal inisiasi|waktu inisiasi|year (?:begun|initiated)/u],
  [
    'yearUsed',
    /\btahun (?:implementasi|penerapan|diterapkan)|waktu (?:penerapan|implementasi)|tanggal (?:penerapan|implementasi)|year (?:implemented|in use)/u,
  ],
  ['stoppedOn', /\b(?:tahun|tanggal|waktu) berhenti|stopped on/u],
  ['stopReason', /\balasan (?:berhenti|tidak)|penyebab berhenti|reason for stopping/u],
  [
    'officeContact',
    /\bkontak (?:kantor|instansi|unit|layanan|dinas)|(?:telepon|telp|email|surel|alamat) (?:kantor|instansi|unit|dinas)|office contact/u,
  ],
  ['contact', /\bkontak\b|narahubung|contact|\btelepon\b|\btelp\b|no hp|whatsapp|\bemail\b|\bsurel\b/u],
  ['needs', /prasyarat|syarat replikasi|kebutuhan replikasi|replication (?:needs|requirements)/u],
  ['reuse', /kemudahan|tingkat replikasi|mudah direplikasi|ease of reuse|potensi replikasi/u],
  ['replicates', /inovasi asal|replikasi dari|direplikasi dari|adopsi dari|replicates|asal replikasi/u],
  ['adopters', /pengadopsi|adopter|direplikasi (?:oleh|di)|daerah (?:replikasi|yang mengadopsi)|lokasi replikasi/u],
  ['sdgs', /\bsdgs?\b|\btpb\b|tujuan pembangunan berkelanjutan/u],
  ['kind', /^(?:jenis|tipe|tipologi)(?: inovasi)?(?: lan)?$|^kategori inovasi$|kind of innovation|^kind$/u],
  ['form', /^bentuk(?: inovasi)?(?: daerah)?$|^form$/u],
  ['urusan', /urusan|bidang (?:inovasi|urusan)|^bidang$|^sektor$|affair/u],
  ['standing', /^status(?: inovasi| saat ini| keberlanjutan)?$|tahapan inovasi|tahap inovasi|keberlanjutan|^standing$|^tahapan$/u],
  ['longName', /kepanjangan|nama panjang|judul panjang|singkatan dari|long name/u],
  ['province', /provinsi|\bprov\b|province/u],
  [
    'region',
    /kab(?:upaten)? ?(?:dan )?kota|kabkota|^kabupaten|^kota$|nama (?:daerah|pemda)|pemerintah daerah|^daerah$|^pemda$|^kld$|region|^k l d$/u,
  ],
  [
    'unit',
    /unit instansi|unit kerja|unit (?:pelaksana|penyelenggara|inovasi)|\bopd\b|\bskpd\b|perangkat daerah|^unit$|^upp$|unit pelayanan|^dinas$/u,
  ],
  ['agency', /nama instansi|^instansi|lembaga|kementerian|institution|agency/u],
  ['initiator', /penggagas|inisiator|initiator/u],
  ['team', /^(?:nama )?inovator|tim (?:inovasi|inovator)|anggota tim|^tim$|^team$|innovator/u],
  ['problem', /masalah|latar belakang|permasalahan|problem|background/u],
  ['outcome', /outcome|dampak|hasil inovasi|impact/u],
  ['output', /^output|^keluaran/u],
  ['benefit', /manfaat|benefit|kebermanfaatan/u],
  ['year', /\btahun\b|\byear\b|^thn$/u],
  ['summary', /deskripsi|ringkasan|uraian|abstrak|gambaran|rancang bangun|description|summary|keterangan inovasi/u],
  ['name', /nama inovasi|judul inovasi|^inovasi$|^judul$|^nama$|nama program|innovation(?: name)?$|^name$|^title$/u],
]

const fieldOfHead = (text: string): ImportField | null => {
  const head = headOf(text.replaceAll('_', ' ').replaceAll('/', ' '))
  return head === '' || head.length > 60 ? null : (heads.find(([, means]) => means.test(head))?.[0] ?? null)
}

const nameHead = /^(?:(?:nama|judul) (?:inovasi|program)|inovasi|judul|innovation(?: name)?)$/u
/** Heads may stand this many rows below a title. */
const lowestHead = 25

/** The row that names most columns; one that names no innovation does not count unless there is no other. */
function findHead(rows: Cells): number {
  let best = -1
  let most = 0
  for (const [at, row] of rows.slice(0, lowestHead).entries()) {
    const fields = new Set(row.map(fieldOfHead).filter((field) => field !== null))
    const worth = fields.size + (fields.has('name') ? 2 : 0)
    // One known word alone must be the whole head: a sentence above the table may have it too.
    const enough = fields.size >= 2 || row.some((cell) => nameHead.test(headOf(cell.replaceAll('_', ' '))))
    if (enough && worth > most) {
      best = at
      most = worth
    }
  }
  return best
}

export function readCatalogueSheet(rows: Cells, choice: SheetChoice = {}): CatalogueSheet {
  const head = choice.head ?? findHead(rows)
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const wanted = choice.columns ?? (head < 0 ? ['name' as const] : (rows[head] ?? []).map(fieldOfHead))
  const seen = new Set<ImportField>()
  const columns = Array.from({ length: width }, (_, at) => {
    const field = wanted[at] ?? null
    if (field === null || seen.has(field)) return null
    seen.add(field)
    return field
  })
  return { head, columns, rows }
}

type Raw = Readonly<Partial<Record<ImportField, string>>>

/**
 * Every row below the heads that holds something. Rows of the numbers of columns, of totals, and heads repeated on later pages are none.
 * @param known `sameKey` of what the catalogue holds already
 */
export function catalogueRows({ head, columns, rows }: CatalogueSheet, known: ReadonlySet<string> = new Set()): readonly JudgedRow[] {
  const judged: JudgedRow[] = []
  const seen = new Map<string, number>()
  for (const [at, cells] of rows.entries()) {
    if (at <= head || isIdle(cells, columns, rows[head])) continue
    const raw: Partial<Record<ImportField, string>> = {}
    for (const [column, field] of columns.entries()) if (field !== null) raw[field] = (cells[column] ?? '').slice(0, 20_000)
    judged.push(judge(raw, at + 1, seen, known))
  }
  return judged
}

/** Keys (`sameKey`) of the rows that could be taken, each once. */
export const keysOf = (judged: readonly JudgedRow[]): readonly string[] =>
  judged.flatMap((row) => (row.state === 'taken' ? [sameKey(row.name, row.entry.region)] : []))

/** The same rows once it is known which keys the catalogue holds already. */
export const withKnown = (judged: readonly JudgedRow[], known: ReadonlySet<string>): readonly JudgedRow[] =>
  known.size === 0
    ? judged
    : judged.map((row) =>
        row.state === 'taken' && known.has(sameKey(row.name, row.entry.region)) ? { ...row, state: 'double', of: null } : row,
      )

function judge(raw: Raw, row: number, seen: Map<string, number>, known: ReadonlySet<string>): JudgedRow {
  const name = cellText(raw.name ?? '')
  const why = name === '' ? 'noName' : name.length > 300 ? 'nameLong' : /\p{L}/u.test(name) ? null : 'noLetters'
  if (why !== null) return { row, name: name.slice(0, 120), notes: [], state: 'refused', why }
  const notes: RowNote[] = []
  const entry = entryOf(name, raw, (field, reason) => notes.push({ field, why: reason, text: cellText(raw[field] ?? '').slice(0, 60) }))
  const key = sameKey(name, entry.region)
  const first = seen.get(key)
  if (first === undefined) seen.set(key, row)
  if (first !== undefined || known.has(key)) return { row, name, notes, state: 'double', of: first ?? null, entry }
  return { row, name, notes, state: 'taken', entry }
}

type Note = (field: ImportField, why: RowNote['why']) => void

function entryOf(name: string, raw: Raw, note: Note): TakenEntry {
  const text = (field: ImportField, most = 300): string => {
    const whole = cellText(raw[field] ?? '')
    if (whole.length <= most) return whole
    note(field, 'cut')
    return `${whole.slice(0, most - 1).trimEnd()}…`
  }
  const read = <T>(field: ImportField, reader: (cell: string) => T | null, why: RowNote['why']): T | null => {
    const cell = cellText(raw[field] ?? '')
    if (cell === '') return null
    const value = reader(cell)
    if (value === null) note(field, why)
    return value
  }
  const year = read('year', readYear, 'year')
  const begun = read('yearBegun', readYear, 'year')
  const used = read('yearUsed', readYear, 'year')
  const stoppedOn = read('stoppedOn', (cell) => readDay(cell) ?? yearDay(readYear(cell)), 'day') ?? ''
  const stopReason = text('stopReason', 2000)
  const told = read('standing', standingWord, 'standing')
  const standing = told ?? (stoppedOn !== '' || stopReason !== '' ? 'berhenti' : used !== null ? 'penerapan' : 'ide')
  const { unit, region, province } = placeOf(text)
  return {
    name,
    longName: text('longName', 400),
    summary: summaryOf(text),
    problem: text('problem', 1000),
    unit,
    region,
    province,
    year: begun ?? year ?? used,
    startedOn: readDay(cellText(raw.yearUsed ?? '')) ?? '',
    kind: read('kind', kindWord, 'kind'),
    form: read('form', formWord, 'form'),
    urusan: text('urusan', 200),
    sdgs: [...(read('sdgs', (cell) => (readSdgs(cell).length === 0 ? null : readSdgs(cell)), 'sdgs') ?? [])],
    standing,
    said: told !== null,
    stoppedOn: standing === 'berhenti' ? stoppedOn : '',
    stopReason: standing === 'berhenti' ? stopReason : '',
    adopters: [...readNames(raw.adopters ?? '', 200)],
    reuse: read('reuse', reuseWord, 'reuse'),
    contact: contactOf(raw, note),
    team: [...new Set([...readNames(raw.initiator ?? ''), ...readNames(raw.team ?? '')])],
    replicates: text('replicates'),
  }
}

const yearDay = (year: number | null): string | null => (year === null ? null : `${year}-12-31`)

/** `kld` may name a region or a ministry; an office that names its government names the region. */
function placeOf(text: (field: ImportField) => string): Pick<TakenEntry, 'unit' | 'region' | 'province'> {
  const said = text('region')
  const agency = text('agency')
  const province = regionText(text('province')).replace(/^Provinsi /u, '')
  const ofAgency = /^(?:pemerintah|pemkab|pemkot|pemprov)\b/iu.test(agency) || isRegion(agency) ? regionText(agency) : ''
  const ministry = /^(?:kementerian|kemen|badan|lembaga)\b/iu.test(said)
  const region = said === '' || ministry ? ofAgency || (province === '' ? '' : `Provinsi ${province}`) : regionText(said)
  return { unit: text('unit') || (ofAgency === '' ? agency : '') || (ministry ? said : ''), region, province }
}

/** What it is, then what a directory says beside it; each under its own word. */
function summaryOf(text: (field: ImportField, most?: number) => string): string {
  const named = (word: string, field: ImportField): readonly string[] => {
    const said = text(field, 1200)
    return said === '' ? [] : [`${word}: ${said}`]
  }
  const summary = text('summary', 4000)
  const parts = [
    ...(summary === '' ? [] : [summary]),
    ...named('Keluaran', 'output'),
    ...named('Hasil', 'outcome'),
    ...named('Manfaat', 'benefit'),
    ...named('Prasyarat replikasi', 'needs'),
  ]
  return parts.join('\n')
}

function contactOf(raw: Raw, note: Note): string {
  const office = officeContact(cellText(raw.officeContact ?? ''), true)
  const other = officeContact(cellText(raw.contact ?? ''), false)
  if (office.dropped) note('officeContact', 'private')
  if (other.dropped) note('contact', 'private')
  return [office.kept, other.kept]
    .filter((part) => part !== '')
    .join('; ')
    .slice(0, 400)
}

function isIdle(cells: readonly string[], columns: readonly (ImportField | null)[], head: readonly string[] | undefined): boolean {
  if (columns.every((field, at) => field === null || cellText(cells[at] ?? '') === '')) return true
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  if (filled.length >= 3 && filled.every((cell, at) => cell.replaceAll(/[()\s]/gu, '') === String(at + 1))) return true
  if (/^(?:jumlah|total)\b/iu.test(filled[0] ?? '') && filled.slice(1).every((cell) => /^[\d.,\s]*(?:inovasi)?$/iu.test(cell))) return true
  const heads = head?.map((cell) => cell.trim()).filter((cell) => cell !== '') ?? []
  return heads.length > 1 && filled.length === heads.length && filled.every((cell, at) => cell === heads[at])
}
