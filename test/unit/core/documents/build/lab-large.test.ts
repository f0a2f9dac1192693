/** The largest lab there is: 200 innovations of 90 units with 400 people (domain.md 1.1), in every paper of the lab. */
import { beforeAll, describe, expect, it } from 'vitest'
import { buildDocument, type DocumentSource } from '#core/documents/build/build.ts'
import { buildWorkbook } from '#core/documents/build/workbook.ts'
import { readXlsx } from '#core/documents/read/read-xlsx.ts'
import { writeXlsx } from '#core/documents/write/xlsx/write-xlsx.ts'
import { loadPacks } from '#core/packs/packs.ts'
import { stageKeys } from '#shared/model/pack.ts'
import { documentStateOfSummary } from '#shared/rules/document-state.ts'
import { allDocuments, type Packs } from '#shared/rules/packs.ts'
import { summarise } from '#shared/rules/summary.ts'
import { makeCanvas, makeInnovation, makeItems } from '#test/makers/innovation.ts'
import { makeLab, makePerson, makeUnit } from '#test/makers/lab.ts'
import { came, emptyLog, makeNote, makeReward, makeSession } from '#test/makers/lab-log.ts'
import { outlineTexts } from '#test/makers/outline-texts.ts'

let packs: Packs
beforeAll(async () => {
  packs = (await loadPacks(new URL('../../../../../templates/packs', import.meta.url).pathname)).packs
})

const units = Array.from({ length: 90 }, (_, at) => makeUnit({ id: `u${at}`, name: `Unit Contoh ${at}` }))
const people = Array.from({ length: 400 }, (_, at) => makePerson({ id: `p${at}`, name: `Contoh Peserta ${at}`, unit: `u${at % 90}` }))
const lab = makeLab({ units, people })
const steps = makeItems(
  Array.from({ length: 8 }, (_, at) => ({
    text: `Langkah ${at}`,
    values: {
      status: at < 4 ? 'selesai' : 'tertunda',
      progres: at * 10,
      ...(at === 7 ? { kendala: 'Dana terlambat', sumber_kendala: 'manajerial' } : {}),
    },
  })),
)
const innovations = Array.from({ length: 200 }, (_, at) =>
  makeInnovation({
    id: `i${at}`,
    name: `INOVASI ${at}`,
    unit: `u${at % 90}`,
    stage: stageKeys[at % stageKeys.length] ?? 'diagnose',
    launched: at % 2 === 0,
    canvases: { 'pemantauan-rencana-aksi': makeCanvas({ def: 'pemantauan-rencana-aksi', items: steps }) },
  }),
)
const log = {
  ...emptyLog,
  sessions: stageKeys.map((stage, at) =>
    makeSession({ id: `s${at}`, title: `Sesi ${at}`, stage, attendance: came(...people.slice(at * 50).map(({ id }) => id)) }),
  ),
  notes: Array.from({ length: 300 }, (_, at) => makeNote({ id: `n${at}`, text: `Tindak lanjut ${at}`, session: `s${at % 6}` })),
  rewards: [makeReward()],
}
const sourceOf = (): DocumentSource => ({
  lab,
  log,
  innovations,
  packs,
  language: 'id',
  paper: 'A4',
  date: '2026-08-13',
  today: '2026-08-13',
  stage: 'diagnose',
  reward: makeReward(),
  attachment: () => null,
})
const lines = innovations.map((one) => summarise(one, ''))
const ours = () =>
  allDocuments(packs).filter(({ id }) => packs.find(({ head }) => head.id === 'naskah-dinas-lab')?.documents.some((def) => def.id === id))

describe('the largest lab', () => {
  it('is in its papers whole: nothing is left out because there is much of it', () => {
    expect(ours().length).toBeGreaterThan(9)
    const report = outlineTexts(buildDocument(ours().find(({ id }) => id === 'laporan-akhir-lab') ?? never(), sourceOf()))
    for (const { name } of [...units, ...innovations]) expect(report).toContain(name)
    for (const { text } of log.notes) expect(report).toContain(text)
    const monev = outlineTexts(buildDocument(ours().find(({ id }) => id === 'laporan-monev') ?? never(), sourceOf()))
    expect(monev).toContain(
      '200 dari 200 inovasi sudah memantau rencana aksinya: 800 dari 1600 langkah selesai, progres rata-rata 35\u00a0%.',
    )
    expect(monev.filter((text) => text === 'Dana terlambat')).toHaveLength(200)
  })
  it('can have every paper of the lab printed, with a state that says how complete it is', () => {
    for (const def of ours()) {
      expect(buildDocument(def, sourceOf()).blocks.length, def.id).toBeGreaterThan(3)
      expect(
        documentStateOfSummary(def, { lab, packs, log, innovations: lines, stage: 'diagnose', reward: makeReward() }).state,
        def.id,
      ).toMatch(/^(siap|kurang|belum_diisi)$/u)
    }
  })
  it('fits its workbooks: a line for each innovation, person and follow-up', () => {
    const lines: Readonly<Record<string, number>> = { funnel: 1, index: 200, catalogue: 200, followups: 300 }
    for (const def of ours().filter(({ workbook }) => workbook !== undefined)) {
      const sheets = readXlsx(writeXlsx(buildWorkbook(def, sourceOf()), '2026-08-13T00:00:00.000Z'))
      expect(sheets[0]?.rows.length, def.id).toBe((lines[def.workbook ?? ''] ?? -1) + 1)
    }
  })
})

describe('the state of papers of the lab', () => {
  const stateOf = (id: string, over: object) =>
    documentStateOfSummary(ours().find((def) => def.id === id) ?? never(), { lab, packs, log: emptyLog, innovations: [], ...over })
  it('counts the parts nothing was captured for', () => {
    expect(stateOf('rekap-tindak-lanjut', {})).toEqual({ state: 'belum_diisi', missing: 1 })
    expect(stateOf('rekap-tindak-lanjut', { log })).toEqual({ state: 'siap', missing: 0 })
    expect(stateOf('laporan-tahap', { stage: 'diagnose' })).toEqual({ state: 'belum_diisi', missing: 4 })
    expect(stateOf('laporan-tahap', { stage: 'diagnose', log })).toEqual({ state: 'kurang', missing: 1 })
  })
  it('of certificates asks whether there is anybody to name', () => {
    expect(stateOf('sertifikat-peserta', {}).state).toBe('belum_diisi')
    expect(stateOf('sertifikat-peserta', { log }).state).toBe('siap')
    expect(stateOf('piagam', { reward: makeReward() }).state).toBe('belum_diisi')
    expect(stateOf('piagam', { reward: makeReward(), innovations: lines }).state).toBe('siap')
  })
})

function never(): never {
  throw new Error('no such document')
}
