/** The catalogue as a table with the column heads that other directories know (domain.md 1.6.5); what goes out can be taken in again. */
import type { CatalogueEntry } from '../model/catalogue.ts'
import type { Language } from '../model/text.ts'
import { catalogueWords } from '../text/catalogue-words.ts'
import { documentWords } from '../text/documents-words.ts'
import { isRegion } from './catalogue-read.ts'

export type CatalogueColumns = 'inoland' | 'jippnas'
type Column = readonly [head: string, format: 'text' | 'number' | 'date', value: (entry: CatalogueEntry) => Cell]
type Cell = string | number | null | { readonly date: string }

/** Words, not keys, so that whoever opens the file understands it; the language is that of the heads, Indonesian. */
const word = <K extends keyof typeof catalogueWords>(key: K): string => catalogueWords[key].id
const dated = (day: string): Cell => (day === '' ? null : { date: day })
const yearOf = (day: string): Cell => (/^\d{4}-/.test(day) ? Number(day.slice(0, 4)) : null)

/** Both lists end with these; the import knows them by the same names. */
const rest: readonly Column[] = [
  ['kepanjangan', 'text', ({ longName }) => longName],
  ['masalah', 'text', ({ problem }) => problem],
  ['jenis_inovasi', 'text', ({ kind }) => (kind === null ? '' : documentWords[`kind_${kind}`].id)],
  ['bentuk_inovasi', 'text', ({ form }) => (form === null ? '' : documentWords[`form_${form}`].id)],
  ['status', 'text', ({ standing }) => word(`st_${standing}`)],
  ['tanggal_berhenti', 'date', ({ stoppedOn }) => dated(stoppedOn)],
  ['alasan_berhenti', 'text', ({ stopReason }) => stopReason],
  ['daerah_pengadopsi', 'text', ({ adopters }) => adopters.join('; ')],
  ['kemudahan_replikasi', 'text', ({ reuse }) => (reuse === null ? '' : word(`reuse_${reuse}`))],
  ['replikasi_dari', 'text', ({ replicates }) => replicates],
]
const urusan: Column = ['urusan', 'text', (entry) => entry.urusan]
const sdgs: Column = ['sdgs', 'text', (entry) => entry.sdgs.join(', ')]
const team = ({ team: names }: CatalogueEntry): string => names.join('; ')
const government = ({ region }: CatalogueEntry): string => (region === '' ? '' : isRegion(region) ? `Pemerintah ${region}` : region)

const columnsOf: Readonly<Record<CatalogueColumns, readonly Column[]>> = {
  inoland: [
    ['nama_inovasi', 'text', ({ name }) => name],
    ['penggagas', 'text', team],
    ['deskripsi', 'text', ({ summary }) => summary],
    ['nama_instansi', 'text', government],
    ['unit_instansi', 'text', ({ unit }) => unit],
    ['tahun_inisiasi', 'number', ({ year }) => year],
    ['tahun_implementasi', 'number', ({ startedOn }) => yearOf(startedOn)],
    ['kontak', 'text', ({ contact }) => contact],
    ['provinsi', 'text', ({ province }) => province],
    ['kabupaten_kota', 'text', ({ region }) => region],
    urusan,
    sdgs,
    ...rest,
  ],
  jippnas: [
    ['tahun', 'number', ({ year }) => year],
    ['judul_inovasi', 'text', ({ name }) => name],
    ['kld', 'text', ({ region }) => region],
    ['provinsi', 'text', ({ province }) => province],
    ['unit', 'text', ({ unit }) => unit],
    urusan,
    ['deskripsi', 'text', ({ summary }) => summary],
    ['inovator', 'text', team],
    sdgs,
    ['kontak', 'text', ({ contact }) => contact],
    ...rest,
  ],
}

export function catalogueTable(entries: readonly CatalogueEntry[], columns: CatalogueColumns, language: Language) {
  const all = columnsOf[columns]
  return {
    name: language === 'id' ? 'Katalog inovasi' : 'Innovations',
    columns: all.map(([label, format]) => ({ label, format })),
    rows: entries.map((entry) => all.map(([, , value]) => value(entry))),
    strong: [],
  }
}
