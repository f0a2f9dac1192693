/** The shipped canvases of Drum Up and Diagnose: what the field reference asks of each (domain.md 1.2, 1.6, 4). */
import { describe, expect, it } from 'vitest'
import type { CanvasDef, CanvasKind, CanvasTake } from '#shared/model/pack.ts'
import { columnsOf, evaluateGrid } from '#shared/rules/grid.ts'
import { allCanvases, canvasOf } from '#shared/rules/packs.ts'
import { picked } from '#shared/rules/picks.ts'
import { surveyOf } from '#shared/rules/survey.ts'
import { makeCanvas, makeInnovation, makeItems } from '#test/makers/innovation.ts'
import { bothTexts, canvas, keys, packs, refused } from './shipped.ts'

const kinds: Readonly<Record<string, CanvasKind>> = {
  'harapan-kekhawatiran': 'board',
  'dinding-komitmen': 'board',
  'mitos-bukti': 'board',
  'empat-pertanyaan': 'board',
  'data-gap': 'grid',
  'survei-kesiapan': 'form',
  'peta-masalah': 'board',
  apkl: 'grid',
  usg: 'grid',
  fishbone: 'tree',
  'lima-mengapa': 'tree',
  'pohon-masalah': 'tree',
  'pohon-tujuan': 'tree',
  swot: 'board',
  'swot-berbobot': 'grid',
  'peta-empati': 'board',
  'perjalanan-pengguna': 'grid',
  'kartu-ide': 'board',
  'innovation-shopping': 'grid',
  'analisis-morfologi': 'grid',
  'berpikir-terbalik': 'grid',
  'lensa-tren': 'board',
  'dampak-upaya': 'matrix',
  'form-ide': 'form',
}
const drumUp = Object.keys(kinds).slice(0, 6)
const defs = Object.keys(kinds).flatMap((id) => canvasOf(packs, id) ?? [])

describe('the canvases of Drum Up and Diagnose', () => {
  it('all load, each of its kind and in its stage', () => {
    expect(refused).toEqual([])
    expect(Object.fromEntries(defs.map((def) => [def.id, def.kind]))).toEqual(kinds)
    for (const def of defs) expect(def.stage, def.id).toBe(drumUp.includes(def.id) ? 'drum_up' : 'diagnose')
  })

  it('say everything in two languages that differ', () => {
    const texts = defs.flatMap((def) => [...bothTexts(def, def.id)])
    expect(texts.length).toBeGreaterThan(450)
    expect(texts.filter(({ id, en }) => id === en).map(({ path }) => path)).toEqual([])
    const slipped = texts.filter(({ id, en }) => /\b(the|and|with|which|from)\b/.test(id) || /\b(yang|dan|dengan|untuk|dari)\b/.test(en))
    expect(slipped.map(({ path }) => path)).toEqual([])
  })

  it('explain themselves in two or three sentences and show an example', () => {
    for (const def of defs) {
      for (const text of [def.help.id, def.help.en]) {
        const count = text.split(/(?<=[.?])\s+(?=[A-Z])/).length
        expect([2, 3], `${def.id}: ${text}`).toContain(count)
        expect(text.length, def.id).toBeLessThan(360)
      }
      expect(def.example.id.length, def.id).toBeGreaterThan(80)
      expect(def.example.id, def.id).not.toBe(def.help.id)
    }
  })

  it('call verified only the form that LAN itself published, and say of the others what was not checked', () => {
    expect(defs.filter((def) => def.status === 'verified').map((def) => def.id)).toEqual(['form-ide'])
    for (const def of defs.filter((one) => one.status === 'unverified')) expect(def.source, def.id).toMatch(/belum diverifikasi/)
  })

  it('fit a landscape page: at most ten columns in any mode, and numbers narrower than words', () => {
    for (const def of defs.filter((one) => one.kind === 'grid')) {
      for (const mode of [undefined, ...keys(def.modes)]) {
        const shown = columnsOf(def, mode === undefined ? {} : { mode })
        expect(shown.length, def.id).toBeLessThanOrEqual(10)
        const text = shown.find((column) => column.key === 'text')
        for (const column of shown.filter((one) => one.type === 'score' || one.type === 'tick'))
          expect(column.width, `${def.id} ${column.key}`).toBeLessThan(text?.width ?? 0)
      }
    }
  })
})

describe('what one canvas hands on to the next', () => {
  /** What the take leads to must be there, or the offer would fill nothing. */
  function landing(def: CanvasDef, take: CanvasTake): boolean {
    if (def.kind === 'board') return keys(def.zones).includes(take.into ?? '')
    if (def.kind === 'form') return keys(def.fields).includes(take.into ?? '')
    if (def.kind === 'tree') return ['core', 'cause', 'effect'].includes(take.into ?? '')
    if (def.kind === 'grid' && take.into !== undefined)
      return keys(def.columns.find(({ key }) => key === def.groupBy)?.options ?? []).includes(take.into)
    return take.into === undefined
  }
  const valuesOf = (def: CanvasDef | undefined): readonly string[] => ['text', ...(def && 'columns' in def ? keys(def.columns) : [])]

  it('lands in a zone, field, row or place that exists, with columns that exist on both sides', () => {
    for (const def of defs) {
      for (const take of def.takes) {
        const path = `${def.id} ← ${JSON.stringify(take)}`
        expect(landing(def, take), path).toBe(true)
        expect(
          allCanvases(packs).map(({ id }) => id),
          path,
        ).toContain(take.pick.canvas)
        for (const [here, there] of Object.entries(take.copy)) {
          expect(valuesOf(def), path).toContain(here)
          expect(valuesOf(canvasOf(packs, take.pick.canvas)), path).toContain(there)
        }
      }
    }
  })

  it('follows the problem route: problems, APKL, USG, roots, ideas, idea form', () => {
    const from = (id: string) =>
      canvasOf(packs, id)?.takes.map(({ pick, into }) => `${pick.canvas} ${pick.part}${into ? ` → ${into}` : ''}`)
    expect(from('apkl')).toEqual(['peta-masalah items'])
    expect(from('usg')).toEqual(['apkl passed', 'apkl passed', 'apkl items'])
    for (const id of ['fishbone', 'lima-mengapa', 'pohon-masalah']) expect(from(id), id).toContain('usg top → core')
    expect(from('dampak-upaya')).toEqual(['kartu-ide top', 'kartu-ide items'])
    expect(from('form-ide')).toEqual(
      expect.arrayContaining([
        'pohon-masalah core → latar_belakang',
        'pohon-masalah roots → latar_belakang',
        'kartu-ide top → ide_inovasi',
        'dampak-upaya quadrant → ide_inovasi',
      ]),
    )
    expect(from('dinding-komitmen')).toEqual(['empat-pertanyaan zone → pribadi'])
  })

  it('lets only issues that pass APKL on to USG', () => {
    const items = makeItems([
      { text: 'lolos', values: { a: 5, p: 4, k: 4, l: 5 } },
      { text: 'tidak layak', values: { a: 5, p: 5, k: 5, l: 1 } },
      { text: 'kurang', values: { a: 3, p: 3, k: 3, l: 2 } },
      { text: 'belum dinilai', values: { a: 5, p: 5 } },
    ])
    const innovation = makeInnovation({ canvases: { apkl: makeCanvas({ def: 'apkl', items, settings: { mode: 'ambang' } }) } })
    const take = canvas('usg', 'grid').takes.find(({ pick }) => pick.part === 'passed' && pick.column === 'lolos_ambang')
    if (take === undefined) throw new Error('usg takes nothing that passed')
    expect(picked(canvas('apkl', 'grid'), innovation, take.pick).map(({ text }) => text)).toEqual(['lolos'])
  })
})

describe('Drum Up', () => {
  it('dinding-komitmen asks who and by when, with a zone for each kind of pledge', () => {
    const def = canvas('dinding-komitmen', 'board')
    expect(keys(def.zones)).toEqual(['pribadi', 'unit', 'pimpinan'])
    expect(def.columns.map((column) => `${column.key} ${column.type}`)).toEqual(['siapa person', 'kapan date'])
    expect(new Set(def.starters.map((one) => one.zone))).toEqual(new Set(['pribadi', 'unit', 'pimpinan']))
  })

  it("mitos-bukti has LAN's four myths, each with a sentence to answer, and a colour for each side", () => {
    const def = canvas('mitos-bukti', 'board')
    expect(keys(def.zones)).toEqual(['mahal', 'sulit', 'tidak_ada_ide', 'tidak_tahu_caranya'])
    expect(def.legend.map((one) => one.color)).toEqual(['jambu', 'pandan'])
    expect(def.legend.map((one) => one.label.id.split(':')[0])).toEqual(['Mitos', 'Bukti'])
    expect(def.starters.map((one) => `${one.zone} ${one.color}`)).toEqual(def.zones.map((zone) => `${zone.key} jambu`))
    expect(def.zones.map((zone) => zone.color)).toEqual(['pandan', 'pandan', 'pandan', 'pandan'])
  })

  it('empat-pertanyaan keeps the order of the chain', () => {
    expect(keys(canvas('empat-pertanyaan', 'board').zones)).toEqual(['inginkah', 'mungkinkah', 'mampukah', 'maukah'])
    expect(keys(canvas('harapan-kekhawatiran', 'board').zones).slice(0, 2)).toEqual(['harapan', 'kekhawatiran'])
  })

  it('data-gap works out the gap, marks it by the direction wanted, and says when it cannot', () => {
    const def = canvas('data-gap', 'grid')
    const items = makeItems([
      { values: { arah: 'naik', target: 95, realisasi: 61.2, sumber: 'laporan' } },
      { values: { arah: 'turun', target: 5, realisasi: 12, sumber: 'laporan' } },
      { values: { arah: 'turun', target: 5, realisasi: 4, sumber: '' } },
      { values: { arah: 'naik', target: 0, realisasi: 3, sumber: 'laporan' } },
    ])
    const rows = evaluateGrid(def, items).rows
    expect(rows.map((row) => row.values.selisih)).toEqual([-33.8, 7, -1, 3])
    expect(rows[0]?.values.perubahan).toBeCloseTo(-35.579, 3)
    expect(rows[3]?.impossible).toEqual(['perubahan'])
    expect(rows.map((row) => row.marks.selisih?.map((mark) => mark.tone))).toEqual([['buruk'], ['buruk'], ['baik'], ['baik']])
    expect(rows[2]?.marks.sumber?.map((mark) => mark.label.id)).toEqual(['Sumber belum ditulis'])
  })

  it('survei-kesiapan asks about the six components of the ecosystem on a scale of 0 to 4', () => {
    const def = canvas('survei-kesiapan', 'form')
    expect(def.survey?.components.map((one) => one.label.id)).toEqual([
      'SDM',
      'Regulasi',
      'Modal inovasi',
      'Budaya inovasi',
      'Kepemimpinan',
      'Infrastruktur',
    ])
    expect([def.survey?.min, def.survey?.max]).toEqual([0, 4])
    expect(keys(def.survey?.respondent ?? [])).toEqual(['instansi', 'jabatan'])
    expect(def.source).toMatch(/Teks pertanyaan LAN tidak tersedia/)
    for (const part of def.survey?.components ?? []) {
      expect(part.fields.length, part.key).toBe(3)
      for (const key of part.fields) {
        const field = def.fields.find((one) => one.key === key)
        expect([field?.type, field?.section, field?.min, field?.max], key).toEqual(['scale', part.key, 0, 4])
        expect(
          field?.anchors.map((anchor) => anchor.score),
          key,
        ).toEqual([0, 1, 2, 3, 4])
      }
    }
    expect(def.survey?.components.flatMap((part) => part.fields)).toEqual(keys(def.fields))
  })

  it('survei-kesiapan gives each component its mean', () => {
    const items = makeItems([{ values: { sdm_penggerak: 4, sdm_kemampuan: 2, sdm_pengganti: 0 } }, { values: { sdm_penggerak: 4 } }])
    const result = surveyOf(canvas('survei-kesiapan', 'form'), items)
    expect(result?.components.map((one) => one.mean)).toEqual([3, null, null, null, null, null])
  })
})

describe('APKL', () => {
  const def = canvas('apkl', 'grid')
  const oneRow = (values: Record<string, number | boolean>, mode: string) => {
    const [row] = evaluateGrid(def, makeItems([{ values }]), { settings: { mode } }).rows
    if (row === undefined) throw new Error('one item, no row')
    return row
  }

  it('can be done in three ways, each showing its own columns', () => {
    const shown = (mode: string) => keys(columnsOf(def, { mode })).join(' ')
    expect(keys(def.modes)).toEqual(['biner', 'skor', 'ambang'])
    expect(shown('biner')).toBe('text a_ya p_ya k_ya l_ya lolos_biner keterangan')
    expect(shown('skor')).toBe('text a p k l total rank keterangan')
    expect(shown('ambang')).toBe('text a p k l total lolos_ambang keterangan')
    expect(def.columns.filter((column) => column.short).map((column) => column.short)).toEqual(['A', 'P', 'K', 'L', 'A', 'P', 'K', 'L'])
    for (const column of def.columns.filter((one) => one.type === 'score')) {
      expect([column.min, column.max, column.voted]).toEqual([1, 5, true])
      expect(column.anchors.map((anchor) => anchor.score)).toEqual([1, 2, 3, 4, 5])
    }
    expect(def.voting).toEqual({ combine: 'mean' })
  })

  it('qualifies an issue in the binary way only if all four hold', () => {
    expect(oneRow({ a_ya: true, p_ya: true, k_ya: true, l_ya: true }, 'biner').checks.lolos_biner).toBe(true)
    expect(oneRow({ a_ya: true, p_ya: true, k_ya: true, l_ya: false }, 'biner').checks.lolos_biner).toBe(false)
    expect(oneRow({}, 'biner').checks.lolos_biner).toBeNull()
    const check = def.columns.find((column) => column.key === 'lolos_biner')?.formula
    expect(check?.op === 'check' && check.yes.id).toBe('Memenuhi syarat')
  })

  it.each([
    [{ a: 3, p: 3, k: 3, l: 3 }, true],
    [{ a: 3, p: 3, k: 3, l: 2 }, false],
    [{ a: 5, p: 5, k: 5, l: 1 }, false],
    [{ a: 5, p: 4, k: 1, l: 2 }, true],
  ])('sends %o on to USG: %s', (values, passes) => {
    expect(oneRow(values, 'ambang').checks.lolos_ambang).toBe(passes)
  })

  it('adds to a total of 4 to 20, and names no threshold before all four scores are there', () => {
    expect(oneRow({ a: 1, p: 1, k: 1, l: 1 }, 'skor').values.total).toBe(4)
    expect(oneRow({ a: 5, p: 5, k: 5, l: 5 }, 'skor').values.total).toBe(20)
    expect(oneRow({ a: 5, p: 5, k: 5 }, 'ambang').checks.lolos_ambang).toBeNull()
  })
})

describe('USG', () => {
  it('lets every person score and takes the mean', () => {
    const def = canvas('usg', 'grid')
    expect(def.voting).toEqual({ combine: 'mean' })
    expect(keys(def.columns.filter((column) => column.voted))).toEqual(['u', 's', 'g'])
    const scores = { u: { Ani: 5, Budi: 4 }, s: { Ani: 3, Budi: 3 }, g: { Ani: 2, Budi: 3 } }
    const [row] = evaluateGrid(def, makeItems([{ scores }]), { settings: { scoring: 'each', voters: ['Ani', 'Budi'] } }).rows
    expect(row?.values.total).toBe(10)
  })
})
