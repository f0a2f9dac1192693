/** Innovations, canvases and items for tests: sane defaults, any part overridden; and random ones from a seed. */
import { noCatalogue } from '#shared/model/catalogue.ts'
import type { InnovationId, ItemId, LabId, LinkId, UnitId } from '#shared/model/ids.ts'
import type { Canvas, Innovation, Item, RichNode, TrailLink } from '#shared/model/lab.ts'
import { noteColors, stageKeys } from '#shared/model/pack.ts'
import { blankItem } from '#shared/rules/blank.ts'

export const itemId = (id: string): ItemId => id as ItemId /* test id */

/** Keys that sort in the order of the numbers. */
export const orderAt = (at: number): string => `a${String(at).padStart(6, '0')}`

type ItemOver = Partial<Omit<Item, 'id' | 'parent' | 'cluster'>> & { id?: string; parent?: string | null; cluster?: string | null }

export const makeItem = (over: ItemOver = {}): Item => ({
  ...blankItem(itemId('a1')),
  order: orderAt(0),
  text: 'Antrean panjang di loket',
  ...over,
  id: itemId(over.id ?? 'a1'),
  parent: over.parent === undefined || over.parent === null ? null : itemId(over.parent),
  cluster: over.cluster === undefined || over.cluster === null ? null : itemId(over.cluster),
})

/** Items with ids `<prefix>1`, `<prefix>2` … and orders in the order of the list, unless they say otherwise. */
export const makeItems = (overs: readonly ItemOver[], prefix = 'i'): readonly Item[] =>
  overs.map((over, at) => makeItem({ id: `${prefix}${at + 1}`, order: orderAt(at), ...over }))

export const makeCanvas = (over: Partial<Canvas> = {}): Canvas => ({
  def: 'kartu-ide',
  state: 'berjalan',
  items: [],
  fields: {},
  settings: {},
  ...over,
})

export const makeInnovation = (
  over: Partial<Omit<Innovation, 'id' | 'unit'>> & { id?: string; unit?: string | null } = {},
): Innovation => ({
  lab: 'lab-solok-2026' as LabId /* test id */,
  name: 'LANGKOK',
  longName: 'Lahir Pulang OK',
  stage: 'diagnose',
  kind: 'proses',
  form: 'pelayanan_publik',
  digital: false,
  summary: '',
  urusan: '',
  carriedFrom: null,
  members: [],
  startedOn: '',
  canvases: {},
  proposals: {},
  reviews: {},
  rounds: {},
  looks: {},
  gates: {},
  trail: [],
  attachments: {},
  evidence: [],
  maturity: {},
  versions: [],
  catalogue: noCatalogue,
  launched: false,
  monitored: false,
  illustration: '',
  archived: false,
  createdAt: '2026-04-14T02:00:00.000Z',
  ...over,
  id: (over.id ?? 'langkok') as InnovationId /* test id */,
  unit: (over.unit === undefined ? 'disdukcapil' : over.unit) as UnitId | null /* test id */,
})

export const makeLink = (over: Partial<Omit<TrailLink, 'id'>> & { id?: string } = {}): TrailLink => ({
  from: { place: 'item', of: 'pohon-masalah', key: 'i1', quote: 'Belum ada perjanjian kerja sama' },
  to: { place: 'section', of: 'kipp-tujuh-bagian', key: 'ide_inovatif', quote: 'Belum ada perjanjian kerja sama' },
  by: 'Rina',
  at: '2026-04-15T02:00:00.000Z',
  ...over,
  id: (over.id ?? 'link-1') as LinkId /* test id */,
})

export const rich = (...content: readonly RichNode[]): RichNode => ({ type: 'doc', content })
export const paragraph = (text: string, marks?: RichNode['marks']): RichNode => ({
  type: 'paragraph',
  content: [marks === undefined ? { type: 'text', text } : { type: 'text', text, marks }],
})

/** mulberry32: small, fast, the same everywhere. Gives numbers from 0 up to 1. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const vocabulary =
  'warga loket antrean akta bayi kelurahan data layanan puskesmas kader jadwal berkas rumah sakit inovasi-inovasi Rp3.815.700 dan untuk tanpa dengan belum sudah'.split(
    ' ',
  )

/** One innovation with all five basic canvases filled at random; the same seed gives the same innovation. */
export function randomInnovation(seed: number, size = 12): Innovation {
  const next = seeded(seed)
  const below = (count: number): number => Math.floor(next() * count)
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T /* below() stays inside the list */
  // Each text carries its own number, so that a test can look for it.
  let count = 0
  const text = (words = 3 + below(8)): string => {
    count += 1
    return `${Array.from({ length: words }, () => pick(vocabulary)).join(' ')} #${seed}-${count}`
  }
  const clusters = makeItems(
    [
      { role: 'cluster', text: text(3), zone: 'ide_baru' },
      { role: 'cluster', text: text(2), zone: 'replikasi' },
    ],
    'k',
  )
  const notes = makeItems(
    Array.from({ length: size }, () => ({
      text: text(),
      zone: pick(['ide_baru', 'replikasi', 'pengembangan']),
      color: pick(noteColors),
      votes: below(9),
      author: pick(['Rina', 'Afdal', '']),
      table: pick(['M1', 'M2', '']),
      cluster: next() < 0.4 ? pick(['k1', 'k2']) : null,
    })),
    'n',
  )
  const nodes = makeItems(
    Array.from({ length: size }, (_, at) => ({
      text: text(),
      role: at === 0 ? ('core' as const) : at % 4 === 1 ? ('effect' as const) : ('cause' as const),
      parent: at === 0 ? null : `t${1 + below(at)}`,
      root: at > 4 && next() < 0.3,
    })),
    't',
  )
  const score = (): number => 1 + below(5)
  const issues = makeItems(
    Array.from({ length: size }, () => ({ text: text(), values: { u: score(), s: score(), g: score() } })),
    'u',
  )
  const parties = makeItems(
    Array.from({ length: size }, () => ({
      text: text(3),
      values: { kepentingan: score(), pengaruh: score(), side: 'internal', attitude: 'netral', strategy: text(), pic: text(2) },
    })),
    'p',
  )
  const fields: Record<string, string> = { usulan: 'ide_baru' }
  for (const key of [
    'contact',
    'latar_belakang',
    'ide_inovasi',
    'tujuan',
    'target_perubahan',
    'stakeholder',
    'sumber_daya',
    'penerima_manfaat',
    'kebaruan',
    'deskripsi_singkat',
    'keterangan',
  ]) {
    fields[key] = text()
  }
  const canvas = (def: string, items: readonly Item[]): Canvas => makeCanvas({ def, items, state: 'selesai' })
  return makeInnovation({
    id: `acak-${seed}`,
    name: `ACAK ${seed}`,
    longName: text(4),
    stage: pick(stageKeys),
    canvases: {
      'kartu-ide': canvas('kartu-ide', [...clusters, ...notes]),
      'pohon-masalah': canvas('pohon-masalah', nodes),
      usg: canvas('usg', issues),
      'pengaruh-kepentingan': canvas('pengaruh-kepentingan', parties),
      'form-ide': makeCanvas({ def: 'form-ide', state: 'selesai', fields }),
    },
    proposals: {
      'kipp-tujuh-bagian': {
        form: 'kipp-tujuh-bagian',
        header: { judul: text(5), tanggal_mulai: '2023-02-01' },
        sections: { ringkasan: rich(paragraph(text(30))), ide_inovatif: rich(paragraph(text(40)), paragraph(text(20))) },
      },
    },
  })
}
