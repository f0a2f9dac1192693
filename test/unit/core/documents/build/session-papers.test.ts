import { beforeAll, describe, expect, it } from 'vitest'
import { buildDocument, type DocumentSource } from '#core/documents/build/build.ts'
import { loadPacks } from '#core/packs/packs.ts'
import type { BlockId, NoteId, PhotoId, SessionId, UnitId } from '#shared/model/ids.ts'
import type { Block, Outline } from '#shared/model/outline.ts'
import type { DocumentDef } from '#shared/model/pack.ts'
import type { Attendance, LabLog, Note, Photo, Session, SessionBlock } from '#shared/model/session.ts'
import { plainNaskah } from '#shared/rules/blank.ts'
import { documentOf, type Packs } from '#shared/rules/packs.ts'
import { emptyRun } from '#shared/rules/session-time.ts'
import { makeInnovation } from '#test/makers/innovation.ts'
import { makeLab, makePerson, makeUnit } from '#test/makers/lab.ts'
import { outlineTexts } from '#test/makers/outline-texts.ts'

let packs: Packs
beforeAll(async () => {
  packs = (await loadPacks(new URL('../../../../../templates/packs', import.meta.url).pathname)).packs
})
const papers = [
  'undangan',
  'jadwal-sesi',
  'daftar-hadir',
  'notula',
  'pernyataan-komitmen',
  'berita-acara-peluncuran',
  'surat-tugas',
] as const

function defOf(id: string): DocumentDef {
  const found = documentOf(packs, id)
  if (found === undefined) throw new Error(`no document ${id}`)
  return found
}

const makeBlock = (over: Partial<Omit<SessionBlock, 'id'>> & { id: string }): SessionBlock => ({
  order: over.id,
  kind: 'activity',
  title: 'Pembukaan',
  minutes: 30,
  canvas: '',
  lead: '',
  script: '',
  instruction: '',
  steps: '',
  materials: '',
  desks: 1,
  each: 20,
  per: 'unit',
  turns: [],
  deskLeads: [],
  ...over,
  id: over.id as BlockId /* test id */,
})
const makeSession = (over: Partial<Session> = {}): Session => ({
  id: 'sesi-1' as SessionId /* test id */,
  title: 'Drum Up',
  stage: 'drum_up',
  date: '2026-04-10',
  start: '08:30',
  timeZone: 'WIB',
  place: 'Aula Contoh',
  goal: '',
  template: false,
  teams: [],
  createdAt: '2026-04-01T01:00:00.000Z',
  blocks: [],
  run: emptyRun,
  attendance: {},
  ...over,
})
const makeNote = (over: Partial<Note> = {}): Note => ({
  id: 'n1' as NoteId /* test id */,
  order: 'a0',
  session: 'sesi-1' as SessionId /* test id */,
  block: '',
  kind: 'catatan',
  text: 'Antrean dibahas',
  who: '',
  unit: null,
  innovation: null,
  due: '',
  doneAt: '',
  by: 'Contoh Notulis',
  at: '2026-04-10T02:00:00.000Z',
  ...over,
})
const makePhoto = (name: string, caption: string): Photo => ({
  id: name as PhotoId /* test id */,
  order: name,
  session: 'sesi-1' as SessionId /* test id */,
  block: '',
  name,
  caption,
  width: 400,
  height: 300,
  by: '',
  at: '',
})
const makeLog = (over: Partial<LabLog> = {}): LabLog => ({
  sessions: [],
  notes: [],
  photos: [],
  partners: [],
  rewards: [],
  approvals: [],
  ...over,
})
const came = (at: string, over: Partial<Attendance> = {}): Attendance => ({ state: 'hadir', at, walkIn: false, ...over })

const build = (id: string, over: Partial<DocumentSource> = {}): Outline =>
  buildDocument(defOf(id), {
    lab: makeLab(),
    log: makeLog(),
    innovations: [],
    session: makeSession(),
    packs,
    language: 'id',
    paper: 'A4',
    date: '2026-04-01',
    attachment: () => null,
    ...over,
  })
const textsOf = (id: string, over: Partial<DocumentSource> = {}): readonly string[] => outlineTexts(build(id, over))
/** Whether the texts come in this order, whatever stands between them. */
function inOrder(texts: readonly string[], wanted: readonly string[]): void {
  let from = 0
  for (const one of wanted) {
    const at = texts.findIndex((text, place) => place >= from && text.includes(one))
    expect(at, `${one} after place ${from} of ${JSON.stringify(texts)}`).toBeGreaterThanOrEqual(0)
    from = at
  }
}
const tablesOf = (outline: Outline) => outline.blocks.filter((block): block is Extract<Block, { b: 'table' }> => block.b === 'table')

describe('the papers of a session', () => {
  it('are built in both languages and every variant for a session with nothing in it', () => {
    const nothing = makeSession({ title: '', date: '', start: '', place: '' })
    for (const id of papers)
      for (const language of ['id', 'en'] as const)
        for (const variant of [undefined, ...defOf(id).variants.map(({ key }) => key)]) {
          const lab = makeLab({ units: [], people: [], place: '', region: '' })
          const outline = build(id, { session: nothing, lab, date: '', language, ...(variant === undefined ? {} : { variant }) })
          expect(outlineTexts(outline).join(' ')).not.toMatch(/undefined|NaN|Invalid|\{[a-z]+\.[a-zA-Z]+\}/u)
          expect(outline.blocks.length).toBeGreaterThan(2)
        }
  })
  it('say what was not filled in instead of leaving a gap', () => {
    const texts = textsOf('notula', { session: makeSession({ date: '', start: '' }) })
    inOrder(texts, ['Hari, tanggal', 'belum diisi', 'Susunan acara belum diisi', 'Pembahasan belum dicatat', 'Keputusan belum dicatat'])
    inOrder(texts, ['Tindak lanjut belum dicatat'])
    // Nothing to attach: no attachment.
    expect(texts.join('|')).not.toMatch(/Lampiran: Foto|Foto belum ada/u)
  })
})

describe('the agenda', () => {
  const blocks = [makeBlock({ id: 'b1' }), makeBlock({ id: 'b2', title: 'Materi', minutes: 90, lead: 'Contoh Pemandu' })]
  it('gives every block its hours', () => {
    inOrder(textsOf('jadwal-sesi', { session: makeSession({ blocks }) }), [
      '08.30–09.00',
      'Pembukaan',
      '09.00–10.30',
      'Materi',
      'Contoh Pemandu',
    ])
  })
  it('gives minutes where no hour is set', () => {
    inOrder(textsOf('jadwal-sesi', { session: makeSession({ blocks, start: '' }) }), ['30 menit', 'Pembukaan', '90 menit', 'Materi'])
  })
  it('puts what is after midnight below the next day', () => {
    const texts = textsOf('jadwal-sesi', { session: makeSession({ blocks, start: '23:30' }) })
    inOrder(texts, ['23.30–00.00', 'Pembukaan', 'Sabtu, 11 April 2026', '00.00–01.30', 'Materi'])
    expect(textsOf('jadwal-sesi', { session: makeSession({ blocks, start: '23:30', date: '' }) })).toContain('Hari berikutnya')
  })
  it('tells every unit its time and desk once, and leaves desks out of a session without any', () => {
    const units = Array.from({ length: 7 }, (_, at) =>
      makeUnit({ id: `unit-${at}`, name: `Dinas Contoh ${at}`, short: `DC${at}`, order: `a${at}` }),
    )
    const desks = makeBlock({ id: 'd1', kind: 'desks', title: 'Desk pemantauan', desks: 3, deskLeads: ['Ani Contoh', 'Budi Contoh', ''] })
    const texts = textsOf('jadwal-sesi', { lab: makeLab({ units }), session: makeSession({ blocks: [desks] }) })
    for (const unit of units) expect(texts.filter((text) => text === unit.name)).toHaveLength(1)
    inOrder(texts, [
      'Menurut meja',
      'Meja 1: Ani Contoh',
      '08.30–08.50',
      'DC0',
      'DC2',
      '09.10–09.30',
      'DC6',
      'Menurut unit',
      'Dinas Contoh 0',
    ])
    expect(textsOf('jadwal-sesi', { session: makeSession({ blocks: [makeBlock({ id: 'b1' })] }) }).join(' ')).not.toContain('Menurut')
  })
})

describe('an invitation', () => {
  const units = [makeUnit(), makeUnit({ id: 'dinkes', name: 'Dinas Kesehatan', short: 'Dinkes', headPosition: '', order: 'a1' })]
  const people = [makePerson({ id: 'p1', name: 'Rina Contoh', unit: 'dinkes' }), makePerson({ id: 'p2', name: 'Coach Contoh' })]
  const lab = makeLab({
    units,
    people,
    naskah: { ...plainNaskah, numberPattern: '{urut}/{bulan_romawi}/{tahun}', tembusan: 'Wali Kota\nArsip' },
  })

  it('goes from number and addressee over the signature and the copies to the attachment', () => {
    const texts = textsOf('undangan', { lab })
    inOrder(texts, ['......../IV/2026', 'Solok, 1 April 2026', 'Undangan Drum Up', 'Yth. Pimpinan', 'Jumat, 10 April 2026', 'Tembusan'])
    inOrder(texts, [
      'Arsip',
      'LAMPIRAN SURAT UNDANGAN',
      'Susunan Acara',
      'Daftar Undangan',
      'Dinas Kesehatan',
      'Rina Contoh',
      'Coach Contoh',
    ])
  })
  it('prints place and date once, at its head', () => {
    expect(textsOf('undangan', { lab }).filter((text) => text === 'Solok, 1 April 2026')).toHaveLength(1)
  })
  it('tells a unit its own turns only', () => {
    const desks = makeBlock({ id: 'd1', kind: 'desks', title: 'Coaching', desks: 2, turns: ['dinkes'] })
    const texts = textsOf('undangan', { lab, variant: 'per_unit', session: makeSession({ blocks: [desks] }) })
    expect(texts.filter((text) => text === 'Unit Saudara tidak mendapat giliran.')).toHaveLength(1)
    expect(texts.join('|')).not.toMatch(/Menurut (meja|unit)/u)
    inOrder(texts, ['Unit Saudara tidak mendapat giliran.', 'Peserta Dinas Kesehatan', 'Coaching', 'Dinas Kesehatan', '08.30–08.50'])
  })
  it('keeps the copies together', () => {
    const lists = build('undangan', { lab }).blocks.flatMap((block) => (block.b === 'list' ? block.items.flat() : []))
    expect(lists.map((block) => block.b === 'para' && block.keepNext === true)).toEqual([true, false])
  })
  it('is printed once for each unit, from a new page and with ids of its own', () => {
    const outline = build('undangan', { lab, variant: 'per_unit' })
    const texts = outlineTexts(outline)
    inOrder(texts, ['Yth. Kepala Dinas Kependudukan', 'Yth. Pimpinan Dinas Kesehatan', 'Peserta Dinas Kesehatan', 'Rina Contoh'])
    expect(texts.filter((text) => text.startsWith('Yth.'))).toHaveLength(2)
    const ids = outline.blocks.flatMap((block) => (block.b === 'heading' ? [block.id] : []))
    expect(new Set(ids).size).toBe(ids.length)
  })
  it('goes only to the units whose innovations were picked', () => {
    const innovations = [makeInnovation(), makeInnovation({ id: 'lain', unit: 'dinkes' })]
    const texts = textsOf('undangan', { lab, innovations, session: makeSession({ teams: ['lain'] }) })
    expect(texts.join(' ')).toContain('dari 1 unit')
    expect(texts.join(' ')).not.toContain('Dinas Kependudukan')
  })
})

describe('an attendance list', () => {
  const units = [makeUnit(), makeUnit({ id: 'dinkes', name: 'Dinas Kesehatan', short: 'Dinkes', order: 'a1' })]
  const secret = { nip: '198001012005011001', phone: '0812-3456-0000' }
  const people = [
    makePerson({ id: 'p1', name: 'Rina Contoh', unit: 'dinkes', ...secret }),
    makePerson({ id: 'p2', name: 'Budi Contoh', unit: 'disdukcapil', order: 'a1' }),
    makePerson({ id: 'p3', name: 'Sari Contoh', unit: 'dinkes', order: 'a2' }),
  ]
  const lab = makeLab({ units, people })

  it('holds everybody who is asked, by unit, with places to sign left and right in turns', () => {
    inOrder(textsOf('daftar-hadir', { lab }), ['Budi Contoh', 'Rina Contoh', 'Sari Contoh'])
    const cells = tablesOf(build('daftar-hadir', { lab }))
      .at(-1)
      ?.rows.slice(1)
      .map((row) => row.at(-1)?.blocks[0])
    expect(cells?.map((one) => one?.b === 'para' && one.align)).toEqual(['left', 'right', 'left'])
  })
  it('shows a NIP only in the variant that asks for it, and a phone number never', () => {
    for (const { key } of defOf('daftar-hadir').variants) {
      const session = makeSession({ attendance: { p1: came('2026-04-10T01:20:00.000Z') } })
      const text = textsOf('daftar-hadir', { lab, session, variant: key }).join(' ')
      expect(text.includes(secret.nip)).toBe(key.includes('_nip'))
      expect(text).not.toContain(secret.phone)
    }
  })
  it('tells who came and when, who did not, and no time that is no arrival', () => {
    const attendance = {
      p1: came('2026-04-10T01:20:00.000Z'),
      p2: came('2026-04-12T03:00:00.000Z', { walkIn: true }),
      p3: came('', { state: 'izin' }),
    }
    const texts = textsOf('daftar-hadir', { lab, session: makeSession({ attendance }), variant: 'terisi' })
    inOrder(texts, [
      '2 dari 3 orang, 2 unit',
      'Budi Contoh',
      'di luar daftar undangan',
      '12 Apr 2026',
      'Rina Contoh',
      '08.20',
      'Tidak Hadir',
      'Sari Contoh',
      'Izin',
    ])
  })
  it('holds 400 people, each once, and empty numbered lines where nobody is listed', () => {
    const many = Array.from({ length: 400 }, (_, at) =>
      makePerson({ id: `p${at}`, name: `Peserta ${at}.`, order: `a${String(at).padStart(4, '0')}` }),
    )
    const texts = textsOf('daftar-hadir', { lab: makeLab({ people: many }) })
    expect(texts.filter((text) => text.startsWith('Peserta '))).toEqual(many.map(({ name }) => name))
    const lines = textsOf('daftar-hadir', { lab, variant: 'baris_kosong' })
    expect(lines.filter((text) => /^\d+ \.+$/u.test(text))).toHaveLength(30)
    expect(lines.join(' ')).not.toContain('Rina Contoh')
  })
})

describe('minutes', () => {
  it('go from the discussion of each block over decisions and follow-ups to the photos', () => {
    const blocks = [makeBlock({ id: 'b1' }), makeBlock({ id: 'b2', title: 'Materi' })]
    const notes = [
      makeNote({ block: 'b2', text: 'Materi dicatat' }),
      makeNote({ block: 'b1', text: 'Pembukaan dicatat' }),
      makeNote({ block: 'hilang', text: 'Dicatat di luar' }),
      makeNote({ kind: 'keputusan', text: 'Diputuskan begini' }),
      makeNote({
        kind: 'tindak_lanjut',
        text: 'Kirim data',
        who: 'Rina Contoh',
        unit: 'disdukcapil' as UnitId /* test id */,
        due: '2026-04-20',
      }),
      makeNote({ session: null, text: 'Bukan sesi ini' }),
    ]
    const photos = [makePhoto('a.png', 'Suasana'), makePhoto('b.png', ''), makePhoto('c.png', 'Penutup')]
    const run = { ...emptyRun, startedAt: '2026-04-10T01:37:00.000Z', endedAt: '2026-04-10T05:10:00.000Z' }
    const outline = build('notula', { session: makeSession({ blocks, run }), log: makeLog({ notes, photos }) })
    const texts = outlineTexts(outline)
    inOrder(texts, [
      'dibuka pukul 08.37 WIB',
      'Pembahasan',
      'Pembukaan',
      'Pembukaan dicatat',
      'Materi',
      'Materi dicatat',
      'Di luar susunan acara',
      'Dicatat di luar',
    ])
    inOrder(texts, [
      'Keputusan',
      'Diputuskan begini',
      'Kirim data',
      'Rina Contoh, Disdukcapil',
      '20 April 2026',
      'ditutup pukul 12.10 WIB',
      'Notulis',
    ])
    inOrder(texts, ['Foto 1. Suasana', 'Foto 2', 'Foto 3. Penutup'])
    expect(texts).not.toContain('Bukan sesi ini')
    expect(
      tablesOf(outline)
        .at(-1)
        ?.rows.map((row) => row.length),
    ).toEqual([2, 2])
  })
  it('keep hostile names and texts as words', () => {
    const hostile = '<script>&"\'=HYPERLINK("x") {session.title} {{n}} 👩‍💻 שלום'
    const lab = makeLab({
      people: [makePerson({ id: 'constructor', name: hostile })],
      units: [makeUnit({ id: '__proto__', name: hostile, short: '', head: hostile })],
    })
    const session = makeSession({ title: hostile, blocks: [makeBlock({ id: 'b1', title: hostile, lead: hostile })] })
    for (const id of papers) expect(textsOf(id, { lab, session }).join(' '), id).toContain('=HYPERLINK("x") {session.title} {{n}} 👩‍💻')
  })
})

describe('the statement and the record', () => {
  it('has a line to sign for the head of every unit, below the place and the day of the session', () => {
    const outline = build('pernyataan-komitmen')
    inOrder(outlineTexts(outline), ['hari Jumat, tanggal sepuluh bulan April', 'Solok, 10 April 2026', 'Contoh Kepala', 'Wali Kota Solok'])
    const signed = outline.blocks.filter((block) => block.b === 'signature')
    expect(signed.map((block) => [block.layout, block.place])).toEqual([
      ['table', ''],
      ['columns', ''],
    ])
  })
  it('names the innovations that were launched and no others', () => {
    const innovations = [
      makeInnovation({ id: 'satu', name: 'SATU', launched: true }),
      makeInnovation({ id: 'dua', name: 'DUA' }),
      makeInnovation({ id: 'tiga', name: 'TIGA', launched: true, archived: true }),
    ]
    const texts = textsOf('berita-acara-peluncuran', { innovations })
    expect(texts).toContain('SATU')
    expect(texts.filter((text) => text === 'DUA' || text === 'TIGA')).toEqual([])
  })
})
