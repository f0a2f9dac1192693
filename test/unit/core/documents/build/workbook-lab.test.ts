/** Workbooks of the lab, written and read back: what a spreadsheet program would find in the cells. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { DocumentSource } from '#core/documents/build/build.ts'
import { buildWorkbook } from '#core/documents/build/workbook.ts'
import { readXlsx } from '#core/documents/read/read-xlsx.ts'
import { unpack } from '#core/documents/read/unpack.ts'
import { writeXlsx } from '#core/documents/write/xlsx/write-xlsx.ts'
import { loadPacks } from '#core/packs/packs.ts'
import type { EvidenceId } from '#shared/model/ids.ts'
import type { DocumentDef, WorkbookKind } from '#shared/model/pack.ts'
import { workbookKinds } from '#shared/model/pack.ts'
import { allIndicators, documentOf, type Packs } from '#shared/rules/packs.ts'
import { makeCanvas, makeInnovation } from '#test/makers/innovation.ts'
import { makeLab, makePerson, makeUnit } from '#test/makers/lab.ts'
import { approved, came, emptyLog, makeNote, makeSession } from '#test/makers/lab-log.ts'

let packs: Packs
beforeAll(async () => {
  packs = (await loadPacks(new URL('../../../../../templates/packs', import.meta.url).pathname)).packs
})
function bytesOf(kind: WorkbookKind, over: Partial<DocumentSource> = {}): Uint8Array {
  const some = documentOf(packs, 'daftar-inovasi')
  if (some === undefined) throw new Error('no document')
  const def: DocumentDef = { ...some, workbook: kind }
  const source = {
    lab,
    log: emptyLog,
    innovations: [],
    packs,
    language: 'id',
    paper: 'A4',
    date: '2026-08-13',
    today: '2026-08-13',
    attachment: () => null,
  } as const
  return writeXlsx(buildWorkbook(def, { ...source, ...over }), '2026-08-13T00:00:00.000Z')
}
const sheets = (kind: WorkbookKind, over: Partial<DocumentSource> = {}) => readXlsx(bytesOf(kind, over))
const first = (kind: WorkbookKind, over: Partial<DocumentSource> = {}) => sheets(kind, over)[0]?.rows ?? []

const lab = makeLab({
  province: 'Sumatera Barat',
  units: [makeUnit(), makeUnit({ id: 'dinkes', name: 'Dinas Kesehatan' })],
  people: [
    makePerson({ id: 'p1', name: 'Contoh Satu', unit: 'disdukcapil', phone: '0812-9999-0000', nip: '198001012005011001' }),
    makePerson({ id: 'p2', name: 'Contoh Dua' }),
  ],
})

describe('workbooks', () => {
  it('of an empty lab have their heads and say whose they are', () => {
    const bare = makeLab({ units: [], people: [] })
    for (const kind of workbookKinds) {
      const found = sheets(kind, { lab: bare })
      expect(found[0]?.rows[0]?.length, kind).toBeGreaterThan(2)
      const about = found.find(({ name }) => name === 'Keterangan')
      expect(about?.rows, kind).toContainEqual(['Lab', 'Jilid 2, tahun 2026'])
    }
  })
  it('keep text that looks like a formula as text', () => {
    const name = '=1+1'
    const log = { ...emptyLog, notes: [makeNote({ text: '+SUM(A1)', who: '@x', session: null })] }
    const innovations = [makeInnovation({ name, longName: '-2', summary: '@cmd' })]
    for (const kind of ['ideas', 'funnel', 'index', 'catalogue'] as const) {
      const bytes = bytesOf(kind, { lab, log, innovations })
      expect(
        readXlsx(bytes).flatMap(({ rows }) => rows.flat()),
        kind,
      ).toContain(name)
      const archive = unpack(bytes)
      for (const at of [1, 2, 3, 4, 5]) {
        const xml = archive.read(`xl/worksheets/sheet${at}.xml`)
        expect(xml ?? '', kind).not.toContain('<f>')
      }
    }
    expect(first('followups', { lab, log }).flat()).toEqual(expect.arrayContaining(['+SUM(A1)', '@x']))
  })
  it("hold LAN's columns with numbers, both ways of counting", () => {
    const innovations = [makeInnovation({ stage: 'deliver', launched: true }), makeInnovation({ id: 'b', stage: 'diagnose' })]
    const [reached, here, list] = sheets('funnel', { lab, innovations })
    expect(reached?.rows[0]).toEqual([
      'Provinsi',
      'Kabupaten/Kota',
      'Jilid',
      'Drum Up',
      'Diagnose',
      'Desain',
      'Deliver – Launching',
      'Deliver – Monitoring',
      'Display',
      'Total',
    ])
    expect(reached?.rows[1]).toEqual(['Sumatera Barat', 'Solok', '2', '2', '2', '1', '1', '0', '0', '2'])
    expect(here?.rows[1]).toEqual(['Sumatera Barat', 'Solok', '2', '0', '1', '0', '0', '1', '0', '2'])
    expect(list?.rows).toHaveLength(3)
  })
  it('list who came without NIP or phone, and count units', () => {
    const session = makeSession({ attendance: came('p1') })
    const [people, units] = sheets('attendance', { lab, session })
    expect(people?.rows[1]).toEqual([
      '1',
      'Contoh Satu',
      'Dinas Kependudukan dan Pencatatan Sipil',
      'Analis',
      'Inovator',
      'Hadir',
      '08.20 WIB',
      '',
    ])
    expect(people?.rows[2]?.slice(0, 6)).toEqual(['2', 'Contoh Dua', '', 'Analis', 'Inovator', 'Belum dicatat'])
    expect(units?.rows[1]).toEqual(['Dinas Kependudukan dan Pencatatan Sipil', '1', '1', '0', '0', '0'])
    expect(JSON.stringify([people, units])).not.toMatch(/9999|19800101/u)
  })
  it('recap ideas with the day they were approved', () => {
    const canvases = {
      'form-ide': makeCanvas({ def: 'form-ide', fields: { ide_inovasi: 'Antar akta', latar_belakang: 'Antre', usulan: 'replikasi' } }),
    }
    const gates = { diagnose: { approval: approved(), override: null, ticks: {} } }
    const row = first('ideas', { lab, innovations: [makeInnovation({ canvases, gates })] })[1]
    expect(row?.slice(2, 8)).toEqual(['LANGKOK', 'Lahir Pulang OK', 'Antre', 'Antar akta', 'Proses', 'Replikasi'])
    expect(row?.[10]).toBe('2026-05-05')
  })
  it("fill LAN's catalogue from the profile, else from the innovation", () => {
    const canvases = {
      'profil-direktori': makeCanvas({
        def: 'profil-direktori',
        fields: { penggagas: 'Contoh Penggagas', tahun_inisiasi: '2023', kontak: 'Kantor' },
      }),
    }
    const [head = [], row = []] = first('catalogue', {
      lab,
      innovations: [makeInnovation({ canvases, summary: 'Ringkas', startedOn: '2024-02-05' })],
    })
    const cellOf = (label: string) => row[head.indexOf(label)]
    expect(cellOf('Penggagas')).toBe('Contoh Penggagas')
    expect(cellOf('Deskripsi')).toBe('Ringkas')
    expect([cellOf('Tahun inisiasi'), cellOf('Tahun implementasi')]).toEqual(['2023', '2024'])
    expect([cellOf('Provinsi'), cellOf('Kabupaten/Kota')]).toEqual(['Sumatera Barat', 'Solok'])
  })
  it('list follow-ups, the open ones first, with days as days', () => {
    const notes = [
      makeNote({ id: 'a', text: 'Sudah', due: '2026-05-01', doneAt: '2026-05-02T01:00:00Z' }),
      makeNote({ id: 'b', text: 'Telat', due: '2026-08-01' }),
      makeNote({ id: 'c', kind: 'catatan', text: 'Bukan' }),
    ]
    const rows = first('followups', { lab, log: { ...emptyLog, notes } })
    expect(rows.slice(1).map((row) => [row[1], row[5], row[6], row[7]])).toEqual([
      ['Telat', '2026-08-01', '', 'terlambat 12 hari'],
      ['Sudah', '2026-05-01', '2026-05-02', 'selesai 2 Mei 2026'],
    ])
  })
})

describe('workbooks of maturity', () => {
  const evidence = (set: string, indicator: string, level: number) => ({
    id: 'e1' as EvidenceId /* test id */,
    order: 'a0',
    title: 'SK Wali Kota',
    file: '',
    link: 'https://contoh.example/sk',
    date: '2026-03-01',
    note: '',
    targets: [{ kind: 'indicator' as const, of: set, key: indicator, level, basis: '' }],
    state: 'sah' as const,
    by: '',
    at: '',
  })
  it('give every indicator a column, the sum of weight times proven level, and what the numbers mean', () => {
    const set = allIndicators(packs)[0]
    const indicator = set?.indicators.find(({ bases }) => bases.length === 0)
    if (set === undefined || indicator === undefined) throw new Error('no indicators')
    const innovation = makeInnovation({
      evidence: [evidence(set.id, indicator.key, 2)],
      maturity: { [set.id]: { [indicator.key]: { level: 3, basis: '', note: '' } } },
    })
    const [proven, claimed, legend] = sheets('index', { lab, innovations: [innovation] })
    const [head = [], row = []] = proven?.rows ?? []
    expect(head).toHaveLength(set.indicators.length + 6)
    expect(row[3 + set.indicators.indexOf(indicator)]).toBe('2')
    expect(row[3 + set.indicators.length]).toBe(String(indicator.weight * 2))
    expect(claimed?.rows[1]?.[3 + set.indicators.length]).toBe(String(indicator.weight * 3))
    expect(legend?.rows).toHaveLength(set.indicators.length + 1)
    const own = first('maturity', { lab, innovation })
    expect(own.find((cells) => cells[0] === String(indicator.no))?.slice(5, 8)).toEqual(['3', '2', String(indicator.weight * 2)])
    const listed = first('evidence', { lab, innovation })[1] ?? []
    expect(listed).toEqual(expect.arrayContaining(['SK Wali Kota', 'https://contoh.example/sk', `${indicator.title.id} tingkat 2`, 'sah']))
  })
})
