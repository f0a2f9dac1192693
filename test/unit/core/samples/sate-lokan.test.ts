import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { systemPorts } from '#core/ports.ts'
import { readSample } from '#core/samples/samples.ts'
import type { Canvas, TrailEnd } from '#shared/model/lab.ts'
import { type CanvasDef, type GridColumn, pack } from '#shared/model/pack.ts'
import { withFacts } from '#shared/rules/facts.ts'
import { columnOfField } from '#shared/rules/field-column.ts'
import { evaluateGrid, type GridResult } from '#shared/rules/grid.ts'
import { entered } from '#shared/rules/grid-values.ts'
import { evaluateMatrix, placeOf } from '#shared/rules/matrix.ts'
import { surveyOf } from '#shared/rules/survey.ts'
import { changedSources } from '#shared/rules/trail.ts'
import { mirrorKey, readMirror, treeNeeds, treeOf } from '#shared/rules/tree.ts'

const templates = new URL('../../../../templates', import.meta.url).pathname
const canvasFolder = join(templates, 'packs/kanvas-dasar/canvases')
const defs = pack.shape.canvases.parse(
  await Promise.all(
    (await readdir(canvasFolder)).map(async (name): Promise<unknown> => parse(await readFile(join(canvasFolder, name), 'utf8'))),
  ),
)
const sample = await readSample(join(templates, 'samples/kota-solok'), { ...systemPorts, clock: () => Date.UTC(2026, 7, 14) })
const byName = (name: string) => {
  const found = sample.innovations.find((one) => one.name === name)
  if (found === undefined) throw new Error(`the sample has no ${name}`)
  return found
}
const sate = byName('SATE LOKAN')
const langkok = byName('LANGKOK')

const canvasOf = (id: string): Canvas => {
  const canvas = sate.canvases[id]
  if (canvas === undefined) throw new Error(`no canvas ${id}`)
  return canvas
}
const ofKind = <Kind extends CanvasDef['kind']>(kind: Kind) =>
  defs.filter((def): def is Extract<CanvasDef, { kind: Kind }> => def.kind === kind)
const grid = (id: string): GridResult => {
  const def = ofKind('grid').find((one) => one.id === id)
  if (def === undefined) throw new Error(`no grid ${id}`)
  const { items, settings } = canvasOf(id)
  return evaluateGrid(def, items, { settings, today: '2026-08-14' })
}
const figure = (id: string, key: string) => grid(id).figures.find((one) => one.def.key === key)
const row = (id: string, item: string) => grid(id).rows.find((one) => one.item.id === item)
const placeName = ({ of, key }: TrailEnd): string => `${of}/${key}`

describe('SATE LOKAN fills every canvas', () => {
  it('has them all; what is still under way belongs to the last stages', () => {
    expect(Object.keys(sate.canvases).sort()).toEqual(defs.map(({ id }) => id).sort())
    const open = defs.filter(({ id }) => canvasOf(id).state !== 'selesai')
    expect(open.map(({ id }) => [id, canvasOf(id).state])).toEqual(open.map(({ id }) => [id, 'berjalan']))
    expect(new Set(open.map(({ stage }) => stage))).toEqual(new Set(['deliver', 'display', 'documentation']))
    expect(open.length).toBeLessThan(8)
  })

  it.each(defs.map((def) => [def.id, def] as const))('%s holds only what its definition takes, nothing worked out', (id, def) => {
    const { items, fields } = canvasOf(id)
    const columns: readonly GridColumn[] =
      def.kind === 'form' ? [...(def.survey?.respondent ?? []), ...def.fields.map((field) => columnOfField(field))] : def.columns
    const axes = def.kind === 'matrix' ? [def.x.key, def.y.key] : []
    for (const item of items)
      for (const [key, value] of Object.entries(item.values)) {
        if (axes.includes(key) || (def.kind === 'tree' && key === mirrorKey)) continue
        const column = columns.find((one) => one.key === key)
        expect([item.id, key, column && entered(column, value)]).toEqual([item.id, key, value])
      }
    const answers = def.kind === 'form' ? def.fields : def.kind === 'grid' ? def.head : []
    for (const [key, value] of Object.entries(fields)) {
      const field = answers.find((one) => one.key === key)
      expect([key, field?.fact, field && entered(columnOfField(field), value)]).toEqual([key, undefined, value])
    }
  })

  it('writes notes that fit on a note, in every zone of every board, each by somebody', () => {
    for (const def of ofKind('board')) {
      const { items } = canvasOf(def.id)
      expect(items.length, def.id).toBeGreaterThanOrEqual(9)
      expect(new Set(items.map(({ zone }) => zone)), def.id).toEqual(new Set(def.zones.map(({ key }) => key)))
      for (const { id, text, author, values } of items) {
        expect([def.id, id, text.length <= 72, author !== '']).toEqual([def.id, id, true, true])
        for (const { key, required } of def.columns) if (required) expect(values[key], `${def.id} ${id} ${key}`).toBeTruthy()
      }
    }
  })

  it('leaves no row of a grid unfinished and keeps what the definitions expect of the sums', () => {
    for (const { id } of ofKind('grid')) {
      const { rows, figures } = grid(id)
      expect(rows.length, id).toBeGreaterThanOrEqual(5)
      expect(rows.map(({ item, missing }) => [item.id, missing])).toEqual(rows.map(({ item }) => [item.id, []]))
      expect(figures.map(({ def, asExpected }) => [id, def.key, asExpected])).toEqual(figures.map(({ def }) => [id, def.key, true]))
    }
  })

  it('brings every tree to where it may be called done, and turns each problem into an objective', () => {
    for (const def of ofKind('tree')) {
      const { items } = canvasOf(def.id)
      expect(items.length, def.id).toBeGreaterThanOrEqual(10)
      expect(treeNeeds(def.ready, treeOf(items)).filter(({ holds }) => !holds)).toEqual([])
      for (const { id, text } of items) expect([def.id, id, text.length <= 72]).toEqual([def.id, id, true])
    }
    const mirror = readMirror(canvasOf('pohon-masalah').items, canvasOf('pohon-tujuan').items, sate.trail)
    expect([mirror.missing, mirror.doubles]).toEqual([[], []])
    expect(new Set([...mirror.nodes.values()].map(({ state }) => state))).toEqual(new Set(['same']))
  })

  it('places every point of a matrix, also the seven risks the pack suggests', () => {
    for (const def of ofKind('matrix')) {
      const { items } = canvasOf(def.id)
      expect(items.filter((item) => placeOf(def, item) === null)).toEqual([])
      expect(new Set(items.map((item) => placeOf(def, item)?.quadrant)).size, def.id).toBeGreaterThanOrEqual(3)
      if (def.id !== 'risiko') continue
      const written = items.map(({ text }) => text)
      for (const { text } of def.starters) expect(written).toContain(text.id)
      const levels = evaluateMatrix(def, items, { today: '2026-08-14' }).rows.map(({ bands }) => bands.tingkat?.key)
      expect(new Set(levels).size).toBe(5)
    }
  })

  it('answers what the forms require, within their words', () => {
    for (const def of ofKind('form')) {
      if (def.survey !== undefined) continue
      const { fields } = withFacts(def, canvasOf(def.id), sate)
      for (const { key, required, maxWords } of def.fields) {
        const value = fields[key] ?? ''
        if (required) expect([def.id, key, value]).not.toEqual([def.id, key, ''])
        if (maxWords !== undefined) expect(String(value).split(/\s+/u).length, `${def.id} ${key}`).toBeLessThanOrEqual(maxWords)
      }
    }
    const survey = ofKind('form').find(({ id }) => id === 'survei-kesiapan')
    const result = survey === undefined ? null : surveyOf(survey, canvasOf('survei-kesiapan').items)
    expect([result?.respondents, result?.overall.unanswered]).toEqual([5, 0])
    expect(new Set(result?.components.map(({ mean }) => mean)).size).toBeGreaterThanOrEqual(4)
  })
})

describe('the numbers of SATE LOKAN', () => {
  it('are scored by four people who do not agree on everything; APKL lets through what USG ranks', () => {
    for (const [id, columns] of Object.entries({ apkl: ['a', 'p', 'k', 'l'], usg: ['u', 's', 'g'] })) {
      const polls = grid(id).rows.flatMap(({ polls }) => columns.map((key) => polls[key]))
      expect(new Set(polls.map((poll) => poll?.given))).toEqual(new Set([4]))
      expect(Math.max(...polls.map((poll) => (poll?.most ?? 0) - (poll?.least ?? 0)))).toBeGreaterThanOrEqual(3)
    }
    const passed = grid('apkl').rows.filter(({ checks }) => checks.lolos_ambang === true)
    expect(passed.map(({ item }) => item.text)).toEqual(canvasOf('usg').items.map(({ text }) => text))
    // Enough points, and still outside what the unit may decide.
    expect([(row('apkl', 'a8')?.values.total ?? 0) >= 12, row('apkl', 'a8')?.checks.lolos_ambang]).toEqual([true, false])
  })

  it('give the first issue the 14 of 15 that the proposal names, and ties both of the kind U decides and of the kind nothing decides', () => {
    const ranks = grid('usg').rows.map(({ values, ranks }) => [values.total, ranks.rank?.rank])
    expect(ranks).toEqual([
      [14, 1],
      [12, 2],
      [12, 3],
      [10, 4],
      [10, 4],
      [8, 6],
      [6, 7],
    ])
  })

  it('add up: weights to one, the budget to the cost of the plan, the presentation to twenty minutes', () => {
    expect(['bobot_ifas', 'bobot_efas'].map((key) => figure('swot-berbobot', key)?.value)).toEqual([1, 1])
    expect([figure('rab', 'total')?.value, figure('rencana-aksi', 'jumlah_biaya')?.value]).toEqual([6_000_000, 6_000_000])
    expect(figure('naskah-paparan', 'total_menit')?.value).toBe(20)
    expect(figure('helix', 'unsur_terlibat')?.value).toBe(5)
  })

  it('measure the impact, say where it cannot be worked out, and agree with the claims', () => {
    expect(row('dampak-mikro', 'v13')?.values.perubahan).toBeCloseTo(-83.33, 2)
    expect(grid('dampak-mikro').rows.flatMap(({ item, impossible }) => (impossible.includes('perubahan') ? [item.id] : []))).toEqual([
      'v4',
      'v7',
    ])
    expect(row('klaim-bukti-sumber', 'k8')?.item.values.verifikasi).toBe('tidak_cocok')
  })

  it('plan over two years, and monitor the very steps that were planned', () => {
    const steps = (id: string) => canvasOf(id).items.map(({ text, values }) => [text, values.fase, values.waktu])
    expect(canvasOf('rencana-aksi').settings.years).toEqual(['2026', '2027'])
    expect(steps('pemantauan-rencana-aksi')).toEqual(steps('rencana-aksi'))
  })
})

describe('the trail of SATE LOKAN', () => {
  const next = new Map<string, readonly string[]>()
  for (const { from, to } of sate.trail) next.set(placeName(from), [...(next.get(placeName(from)) ?? []), placeName(to)])
  const reachedFrom = (start: string): ReadonlySet<string> => {
    const reached = new Set(next.get(start))
    for (const place of reached) for (const one of next.get(place) ?? []) reached.add(one)
    return reached
  }

  it('leads from a problem on the wall over every stage to the paragraph', () => {
    const chain = [
      'peta-masalah/p1',
      'apkl/a1',
      'usg/u1',
      'pohon-masalah/inti',
      'pohon-tujuan/t-inti',
      'form-ide/tujuan',
      'kipp-tujuh-bagian/ide_inovatif',
    ]
    for (const [at, place] of chain.slice(1).entries()) expect(next.get(chain[at] ?? ''), place).toContain(place)
    const idea = reachedFrom('pohon-masalah/akar-1')
    for (const place of ['kartu-ide/k1', 'dampak-upaya/d1', 'form-ide/ide_inovasi', 'rencana-aksi/r7', 'pemantauan-rencana-aksi/m7'])
      expect(idea).toContain(place)
    const measured = reachedFrom('indikator-keberhasilan/i1')
    for (const place of ['before-after/b3', 'klaim-bukti-sumber/k1', 'kipp-tujuh-bagian/signifikansi']) expect(measured).toContain(place)
  })

  it('has no circles, and no source has changed since it was quoted', () => {
    for (const start of next.keys()) expect([start, reachedFrom(start).has(start)]).toEqual([start, false])
    for (const def of defs) expect(changedSources(def, defs, sate, 'id'), def.id).toEqual([])
  })
})

it('SATE LOKAN shows pictures of its own and repeats no sentence of LANGKOK', () => {
  const shown = Object.values(sate.canvases)
    .flatMap(({ items, fields }) => [fields, ...items.map(({ values }) => values)])
    .flatMap((values) => Object.values(values))
    .filter((value): value is string => typeof value === 'string' && /^[0-9a-f]{64}\.png$/u.test(value))
  expect(new Set(shown).size).toBe(5)
  for (const name of shown) expect(Object.keys(sate.attachments)).toContain(name)
  for (const name of shown) expect(Object.keys(langkok.attachments)).not.toContain(name)

  // What the pack offers to begin with is the same for everybody.
  const offered = new Set(defs.flatMap((def) => ('starters' in def ? def.starters.map(({ text }) => text.id) : [])))
  const sentences = (canvases: typeof sate.canvases): ReadonlySet<string> =>
    new Set(
      Object.values(canvases).flatMap(({ items }) =>
        items.map(({ text }) => text).filter((text) => text.length > 30 && !offered.has(text)),
      ),
    )
  const others = sentences(langkok.canvases)
  expect([...sentences(sate.canvases)].filter((text) => others.has(text))).toEqual([])
})
