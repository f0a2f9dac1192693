import { beforeAll, describe, expect, it } from 'vitest'
import { loadPacks } from '#core/packs/packs.ts'
import type { Innovation } from '#shared/model/lab.ts'
import type { MethodDef, StageDef, StageKey } from '#shared/model/pack.ts'
import { innovationSummary, labSummary } from '#shared/model/summary.ts'
import { factsOfInnovation, gateState as stateOf } from '#shared/rules/gates.ts'
import { methodOf } from '#shared/rules/packs.ts'
import { signatories, signaturePlace } from '#shared/rules/signature.ts'
import { summarise, summariseLab } from '#shared/rules/summary.ts'
import { makeCanvas, makeInnovation, paragraph, rich } from '#test/makers/innovation.ts'
import { makeLab, makeUnit } from '#test/makers/lab.ts'

let six: MethodDef
beforeAll(async () => {
  const { packs } = await loadPacks(new URL('../../../templates/packs', import.meta.url).pathname)
  const found = methodOf(packs, 'lan-6d')
  if (found === undefined) throw new Error('the method is missing')
  six = found
})
const stage = (key: StageKey): StageDef => {
  const found = six.stages.find((one) => one.key === key)
  if (found === undefined) throw new Error(key)
  return found
}
const both = (text: string) => ({ id: text, en: text })
const checklist = (items: StageDef['gate']['items']): StageDef => ({
  ...stage('drum_up'),
  gate: { ...stage('drum_up').gate, kind: 'checklist', items },
})
const approval = { name: '', position: 'Wali Kota Solok', date: '2026-05-05', document: '', remark: '', file: '' }
const lab = makeLab()
const gateState = (def: StageDef, innovation: Innovation, of: typeof lab) => stateOf(def, factsOfInnovation(innovation), of)

describe('a gate', () => {
  it('of approval opens only with a record of who and when, and never by a reason', () => {
    const override = { reason: 'Rapat ditunda', by: 'Coach', at: '2026-05-01T00:00:00Z' }
    const closed = gateState(stage('diagnose'), makeInnovation({ gates: { diagnose: { approval: null, override, ticks: {} } } }), lab)
    expect(closed).toMatchObject({
      kind: 'approval',
      passable: false,
      mayOverride: false,
      override: null,
      approver: 'Wali Kota Solok',
      opens: 'design',
    })
    expect(closed.approvalLacks).toEqual(['who', 'when', 'document'])
    const open = gateState(stage('diagnose'), makeInnovation({ gates: { diagnose: { approval, override: null, ticks: {} } } }), lab)
    expect(open).toMatchObject({ passable: true, approvalLacks: ['document'] })
    const undated = gateState(
      stage('diagnose'),
      makeInnovation({ gates: { diagnose: { approval: { ...approval, date: ' ' }, override: null, ticks: {} } } }),
      lab,
    )
    expect(undated.passable).toBe(false)
  })
  it('of a checklist opens when all is done, or with a written reason', () => {
    const def = checklist([
      { key: 'janji', label: both('Janji'), check: { type: 'manual' } },
      { key: 'tim', label: both('Tim'), check: { type: 'members', atLeast: 2 } },
      { key: 'pohon', label: both('Pohon'), check: { type: 'canvas_done', canvas: 'pohon-masalah' } },
      { key: 'kartu', label: both('Kartu'), check: { type: 'canvas_started', canvas: 'kartu-ide' } },
      { key: 'naskah', label: both('Naskah'), check: { type: 'proposal_started', form: 'kipp' } },
    ])
    const empty = gateState(def, makeInnovation(), lab)
    expect(empty).toMatchObject({ passable: false, missing: ['janji', 'tim', 'pohon', 'kartu', 'naskah'], approver: '', mayOverride: true })
    const done = makeInnovation({
      members: [
        { name: 'A', position: '' },
        { name: 'B', position: '' },
        { name: ' ', position: 'kosong' },
      ],
      canvases: { 'pohon-masalah': makeCanvas({ state: 'selesai' }), 'kartu-ide': makeCanvas({ state: 'berjalan' }) },
      proposals: { kipp: { form: 'kipp', header: {}, sections: { a: rich(paragraph('x')) } } },
      gates: { drum_up: { approval: null, override: null, ticks: { janji: true, tim: false } } },
    })
    expect(gateState(def, done, lab)).toMatchObject({ passable: true, missing: [] })
    const deliver = checklist([
      { key: 'luncur', label: both('Luncur'), check: { type: 'launched' } },
      { key: 'pantau', label: both('Pantau'), check: { type: 'monitored' } },
    ])
    const ticked = { drum_up: { approval: null, override: null, ticks: { luncur: true, pantau: true } } }
    expect(gateState(deliver, makeInnovation({ launched: true, gates: ticked }), lab)).toMatchObject({
      passable: false,
      missing: ['pantau'],
    })
    expect(gateState(deliver, makeInnovation({ launched: true, monitored: true }), lab).passable).toBe(true)
    const record = (reason: string) =>
      makeInnovation({ gates: { drum_up: { approval: null, override: { reason, by: 'c', at: '' }, ticks: {} } } })
    expect(gateState(def, record('Sudah lisan'), lab).passable).toBe(true)
    expect(gateState(def, record('  '), lab).passable).toBe(false)
  })
  it('cannot be ticked by hand where it is read off the innovation', () => {
    const def = checklist([{ key: 'tim', label: both('Tim'), check: { type: 'members', atLeast: 1 } }])
    expect(
      gateState(def, makeInnovation({ gates: { drum_up: { approval: null, override: null, ticks: { tim: true } } } }), lab).missing,
    ).toEqual(['tim'])
  })
})

describe('summaries', () => {
  it('count what an overview needs and fit their schema', () => {
    const round = (kind: 'submitted' | 'returned' | 'accepted') => ({ kind, by: '', at: '', remark: '' })
    const review = (state: 'ok' | 'perlu_perbaikan') => ({ state, remark: '', by: '', at: '', history: [] })
    const innovation = makeInnovation({
      stage: 'deliver',
      members: [
        { name: 'A', position: '' },
        { name: '', position: '' },
      ],
      canvases: { a: makeCanvas({ state: 'selesai' }), b: makeCanvas({ state: 'belum' }) },
      reviews: { 'f/a': review('ok'), 'f/b': review('perlu_perbaikan'), 'f/c': review('perlu_perbaikan') },
      rounds: { f: [round('submitted'), round('returned'), round('submitted')], g: [round('submitted'), round('accepted')], h: [] },
      proposals: {
        kipp: { form: 'kipp', header: {}, sections: { a: rich(paragraph('satu dua')), b: rich(paragraph('inovasi-inovasi baru – ya')) } },
      },
      illustration: 'Karangan',
    })
    const summary = summarise(innovation, '2026-05-01T00:00:00Z')
    expect(innovationSummary.parse(summary)).toEqual(summary)
    expect(summary).toMatchObject({
      canvases: { a: 'selesai' },
      toMend: 2,
      waiting: 1,
      passed: ['drum_up', 'diagnose', 'design'],
      words: { kipp: 5 },
      members: 1,
      illustration: true,
      updatedAt: '2026-05-01T00:00:00Z',
    })
  })
  it('of a lab fit their schema', () => {
    const summary = summariseLab(makeLab({ illustration: 'Contoh' }), [], '2026-05-01T00:00:00Z')
    expect(labSummary.parse(summary)).toEqual(summary)
    expect(summary).toMatchObject({ units: 1, people: 0, sample: true })
  })
})

describe('signatures', () => {
  it('take what is known and leave the rest for the pen', () => {
    const full = makeLab({ units: [makeUnit({ headNip: '197001011995031002' })] })
    const [head, person, coordinator, leader] = signatories(
      [{ who: 'pimpinan_unit' }, { who: 'penanggung_jawab' }, { who: 'koordinator' }, { who: 'kepala_daerah' }],
      {
        lab: full,
        innovation: makeInnovation(),
        contact: 'Rina',
        language: 'id',
      },
    )
    expect(head).toEqual({
      position: 'Kepala Dinas Kependudukan dan Pencatatan Sipil',
      name: 'Contoh Kepala',
      nip: '19700101 199503 1 002',
    })
    expect(person).toEqual({ position: 'Penanggung jawab inovasi', name: 'Rina' })
    expect(coordinator?.position).toBe('Kepala Badan Penelitian dan Pengembangan')
    expect(leader).toEqual({ position: 'Wali Kota Solok', name: '' })
  })
  it('write place and day, or dots', () => {
    expect(signaturePlace(lab, '2026-08-13', 'id')).toBe('Solok, 13 Agustus 2026')
    expect(signaturePlace(lab, '', 'id')).toMatch(/^Solok, \.{10,}$/)
  })
})
