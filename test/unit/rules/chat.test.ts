import { beforeAll, describe, expect, it } from 'vitest'
import { loadPacks } from '#core/packs/packs.ts'
import type { InnovationId, NoteId, SessionId, UnitId } from '#shared/model/ids.ts'
import type { Pack } from '#shared/model/pack.ts'
import type { Note, Session } from '#shared/model/session.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { innovationText } from '#shared/rules/chat-innovation.ts'
import { labText } from '#shared/rules/chat-lab.ts'
import { bold, type ChatStage, chatMost, compose, counted, named, plain } from '#shared/rules/chat-parts.ts'
import { sessionText } from '#shared/rules/chat-session.ts'
import { stageText } from '#shared/rules/chat-stage.ts'
import { methodOf } from '#shared/rules/packs.ts'
import { emptyRun } from '#shared/rules/session-time.ts'
import { summarise } from '#shared/rules/summary.ts'
import { makeCanvas, makeInnovation } from '#test/makers/innovation.ts'
import { makeLab, makePerson, makeUnit } from '#test/makers/lab.ts'

let packs: readonly Pack[]
let stages: readonly ChatStage[]
beforeAll(async () => {
  packs = (await loadPacks(new URL('../../../templates/packs', import.meta.url).pathname)).packs
  stages = methodOf(packs, 'lan-6d')?.stages.map((def) => ({ key: def.key, label: def.label.id, def })) ?? []
})
const stage = (key: string): ChatStage => {
  const found = stages.find((one) => one.key === key)
  if (found === undefined) throw new Error(key)
  return found
}
const today = '2026-04-15'
const innovation = (over: Parameters<typeof makeInnovation>[0]): InnovationSummary =>
  summarise(makeInnovation(over), '2026-04-15T01:00:00Z')
const canvasTitle = (id: string) => id

const session = (over: Partial<Session> = {}): Session => ({
  id: 'sesi-1' as SessionId /* test id */,
  title: 'Hari pertama',
  stage: 'diagnose',
  date: '2026-04-14',
  start: '08:30',
  timeZone: 'WIB',
  place: 'Balai Kota',
  goal: '',
  template: false,
  teams: [],
  createdAt: '2026-04-01T01:00:00Z',
  blocks: [],
  run: { ...emptyRun, startedAt: '2026-04-14T01:30:00Z', endedAt: '2026-04-14T09:00:00Z' },
  attendance: {},
  ...over,
})
const note = (over: Partial<Omit<Note, 'unit' | 'innovation'>> & { unit?: string; innovation?: string }): Note => ({
  id: 'catatan-1' as NoteId /* test id */,
  order: 'a0',
  session: 'sesi-1' as SessionId /* test id */,
  block: '',
  kind: 'tindak_lanjut',
  text: 'Lengkapi data dasar',
  who: '',
  due: '',
  doneAt: '',
  by: '',
  at: '',
  ...over,
  unit: (over.unit ?? null) as UnitId | null /* test id */,
  innovation: (over.innovation ?? null) as InnovationId | null /* test id */,
})

describe('what people typed', () => {
  it('cannot open or close bold, strike, code or italics, nor begin a line of its own', () => {
    expect(bold('Sapa * Warga*\n*besok*')).toBe('*Sapa ∗ Warga∗ ∗besok∗*')
    expect(plain('~lama~ `kode` _miring_')).toBe('∼lama∼ ˋkodeˋ ˍmiringˍ')
    expect(plain('data_dasar_2026.xlsx')).toBe('data_dasar_2026.xlsx')
    expect(bold(' \n ')).toBe('')
  })
  it('loses NIP and mobile numbers but keeps dates, sums and numbers of letters', () => {
    expect(plain('NIP 19700101 199503 1 002, hp 0812-3456-7890')).toBe('NIP […], hp […]')
    expect(plain('197001011995031002')).toBe('[…]')
    expect(plain('hubungi +62 812 3456 789')).toBe('hubungi […]')
    expect(plain('Rp1.085.812.345 pada 08.30, 2026-04-14, nomor 188.45/12/2026')).toBe(
      'Rp1.085.812.345 pada 08.30, 2026-04-14, nomor 188.45/12/2026',
    )
  })
  it('is cut between letters', () => {
    const long = plain('👍'.repeat(300))
    expect([...long]).toHaveLength(140)
    expect(long.endsWith('👍…')).toBe(true)
  })
})

describe('numbers', () => {
  it('agree with their word', () => {
    expect(counted('unit', 1, 'en')).toBe('1 unit')
    expect(counted('unit', 1204, 'en')).toBe('1,204 units')
    expect(counted('unit', 1204, 'id')).toBe('1.204 unit')
    expect(counted('without', 1, 'en')).toBe('1 unit has no innovation yet')
  })
})

describe('a long text', () => {
  it('shortens its lists and says how many are left out', () => {
    const items = Array.from({ length: 60 }, (_, at) => `Keputusan nomor ${at + 1} tentang pelayanan yang panjang sekali`)
    const text = compose(
      'Sesi',
      [
        { head: 'Keputusan', items },
        { head: 'Tindak lanjut', items },
      ],
      'id',
    )
    expect(text.length).toBeLessThanOrEqual(chatMost)
    const shown = text.split('\n').filter((line) => line.startsWith('- Keputusan')).length
    expect(text).toContain(`- dan ${60 - shown / 2} lagi`)
  })
  it('never hides a single line', () => {
    const text = compose('Sesi', [{ items: Array.from({ length: 13 }, (_, at) => String(at)) }], 'id')
    expect(text).not.toContain('lagi')
    expect(named(['a', 'b', 'c', 'd', 'e', 'f'], 'id')).toBe('a, b, c, d, e, f')
    expect(named(['a', 'b', 'c', 'd', 'e', 'f', 'g'], 'id')).toBe('a, b, c, d, e dan 2 lagi')
  })
})

describe('the text of a lab', () => {
  const lab = () =>
    makeLab({
      deadlines: { diagnose: '2026-04-10', design: '2026-05-10' },
      units: [makeUnit(), makeUnit({ id: 'dlh', name: 'Dinas Lingkungan Hidup', short: 'DLH', headNip: '197001011995031002' })],
      people: [makePerson({ phone: '081234567890', nip: '197001011995031002' })],
    })
  it('tells counts, units without an innovation, how far all came, what is late and what is next', () => {
    const innovations = [innovation({ id: 'a', stage: 'design' }), innovation({ id: 'b' }), innovation({ id: 'c', archived: true })]
    const text = labText({ lab: lab(), innovations, stages, next: session(), today }, 'id')
    expect(text).toBe(
      [
        '*Lab Inovasi Kota Solok*',
        'Jilid 2, 2026',
        'Tema: Pelayanan publik',
        'Per 15 April 2026: tahap Diagnose, 2 dari 6',
        '',
        '2 unit, 1 peserta, 2 inovasi',
        '1 unit belum punya inovasi: DLH',
        '',
        '*Sudah sampai*',
        '- Drum Up: 2',
        '- Diagnose: 2',
        '- Design: 1',
        '- Deliver, diluncurkan: 0',
        '- Deliver, dipantau: 0',
        '- Display: 0',
        '- Dokumentasi: 0',
        '',
        '*Melewati batas waktu*',
        '- Diagnose, batas 10 April 2026: 1 inovasi',
        '',
        '*Sesi berikutnya*',
        'Hari pertama, Selasa, 14 April 2026, 08.30 WIB, Balai Kota',
      ].join('\n'),
    )
  })
  it('of 90 units and 200 innovations stays short and says nothing private', () => {
    const units = Array.from({ length: 90 }, (_, at) => makeUnit({ id: `u${at}`, name: `Unit Kerja ${at}`, short: '' }))
    const innovations = Array.from({ length: 200 }, (_, at) => innovation({ id: `i${at}`, unit: `u${at % 40}` }))
    const text = labText({ lab: { ...lab(), units }, innovations, stages, next: null, today }, 'en')
    expect(text.length).toBeLessThan(chatMost)
    expect(text).toContain('50 units have no innovation yet: Unit Kerja 40, ')
    expect(text).not.toMatch(/\d{10}/)
  })
})

describe('the text of a session', () => {
  it('tells who came, what the teams finished, decisions and who does what until when', () => {
    const block = { id: 'b1', canvas: 'form-ide' } as unknown as Session['blocks'][number] // only these are read
    const run = {
      ...session().run,
      blocks: { b1: { firstAt: 'x', lastAt: 'x', spentMs: 1, extraMs: 0, steps: [], done: { b: true, c: false } } },
    }
    const attendance = {
      p1: { state: 'hadir', at: '', walkIn: false },
      p2: { state: 'hadir', at: '', walkIn: true },
      p3: { state: 'izin', at: '', walkIn: false },
    } as const
    const done = { 'form-ide': makeCanvas({ def: 'form-ide', state: 'selesai' }) }
    const text = sessionText(
      {
        session: session({ blocks: [block], run, attendance }),
        stageLabel: 'Diagnose',
        notes: [
          note({ kind: 'keputusan', text: 'Semua unit memakai form yang sama' }),
          note({ who: 'Contoh Peserta', unit: 'dlh', due: '2026-04-20' }),
          note({ text: 'Dari sesi lain', session: 'sesi-2' as SessionId /* test id */ }),
          note({ kind: 'catatan', text: 'Listrik padam sebentar' }),
        ],
        people: [makePerson({ id: 'p1', unit: 'dlh' }), makePerson({ id: 'p2' })],
        units: [makeUnit({ id: 'dlh', short: 'DLH' })],
        innovations: [innovation({ id: 'a', canvases: done }), innovation({ id: 'b' }), innovation({ id: 'c', canvases: done })],
        canvasTitle,
      },
      'id',
    )
    expect(text).toBe(
      [
        '*Sesi Hari pertama*',
        'Diagnose, Selasa, 14 April 2026, 08.30 WIB, Balai Kota',
        'Hadir: 2 peserta dari 1 unit, izin 1, di luar daftar 1',
        '',
        '*Hasil kerja*',
        '- form-ide: 2 dari 3 tim selesai',
        '',
        '*Keputusan*',
        '- Semua unit memakai form yang sama',
        '',
        '*Tindak lanjut*',
        '- Lengkapi data dasar (Contoh Peserta, DLH, paling lambat 20 April 2026)',
      ].join('\n'),
    )
  })
  it('says so when it has not begun or nothing was noted', () => {
    const facts = { stageLabel: 'Diagnose', notes: [], people: [], units: [], innovations: [], canvasTitle }
    expect(sessionText({ ...facts, session: session() }, 'id')).toContain('Belum ada keputusan dan tindak lanjut')
    expect(sessionText({ ...facts, session: session({ run: emptyRun }) }, 'en')).toContain('Not begun yet.')
  })
})

describe('the text of a stage', () => {
  it('tells who is ready, who waits for the leader and how long is left', () => {
    const approval = { name: 'Contoh Wali', position: 'Wali Kota', date: '2026-04-14', document: '1', remark: '', file: '' }
    const innovations = [
      innovation({ id: 'a', gates: { diagnose: { approval, override: null, ticks: {} } } }),
      innovation({ id: 'b' }),
      innovation({ id: 'c', stage: 'design' }),
    ]
    const lab = makeLab({ deadlines: { diagnose: '2026-04-16' } })
    const text = stageText({ lab, stage: stage('diagnose'), stages, innovations, canvasTitle, today }, 'id')
    expect(text).toContain('Batas waktu: 16 April 2026 (1 hari lagi)')
    expect(text).toContain('Di tahap ini: 2 inovasi\nSudah melewatinya: 1')
    expect(text).toContain('Siap lanjut ke Design: 1\nMenunggu persetujuan Wali Kota Solok: 1')
  })
  it('counts the two parts of Deliver apart', () => {
    const innovations = [
      innovation({ id: 'a', stage: 'deliver', launched: true }),
      innovation({ id: 'b', stage: 'display', launched: true, monitored: true }),
      innovation({ id: 'c' }),
    ]
    const text = stageText({ lab: makeLab(), stage: stage('deliver'), stages, innovations, canvasTitle, today }, 'id')
    expect(text).toContain('Diluncurkan: 2 dari 2\nDipantau: 1 dari 2')
  })
})

describe('the text of an innovation', () => {
  it('tells what is done, what is missing for the next stage and what the coach asked for', () => {
    const one = makeInnovation({
      canvases: { 'form-ide': makeCanvas({ def: 'form-ide', state: 'selesai' }) },
      members: [{ name: 'Contoh Peserta', position: '' }],
      reviews: {
        'form-ide/latar_belakang': { state: 'perlu_perbaikan', remark: 'Tambah *data*', by: 'Coach', at: '', history: [] },
        'form-ide/manfaat': { state: 'ok', remark: 'Baik', by: 'Coach', at: '', history: [] },
      },
    })
    const text = innovationText({ innovation: one, lab: makeLab(), stages, packs }, 'id')
    expect(text.startsWith('*LANGKOK*\nLahir Pulang OK\nUnit: Dinas Kependudukan dan Pencatatan Sipil\nTahap: Diagnose')).toBe(true)
    expect(text).toContain('*Sudah selesai*\n- Form Ide Inovasi')
    expect(text).toContain('*Masih kurang untuk Design*\n- persetujuan Wali Kota Solok')
    expect(text).toMatch(/\*Perlu perbaikan\*\n- Form Ide Inovasi.*: Tambah ∗data∗$/)
    expect(text).not.toContain('Baik')
  })
})
