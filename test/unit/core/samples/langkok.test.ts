import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { systemPorts } from '#core/ports.ts'
import { readSample } from '#core/samples/samples.ts'
import type { Canvas, Item, TrailEnd } from '#shared/model/lab.ts'
import { type CanvasDef, type GridColumn, pack } from '#shared/model/pack.ts'
import { withFacts } from '#shared/rules/facts.ts'
import { evaluateGrid } from '#shared/rules/grid.ts'
import { entered } from '#shared/rules/grid-values.ts'
import { surveyOf } from '#shared/rules/survey.ts'
import { changedSources } from '#shared/rules/trail.ts'
import { mirrorKey, readMirror, treeNeeds, treeOf } from '#shared/rules/tree.ts'

const folder = new URL('../../../../templates/samples/kota-solok', import.meta.url).pathname
const canvasFolder = new URL('../../../../templates/packs/kanvas-dasar/canvases', import.meta.url).pathname
const today = '2026-08-14'
const sample = await readSample(folder, { ...systemPorts, clock: () => Date.UTC(2026, 7, 14) })
const defs = pack.shape.canvases.parse(
  await Promise.all(
    (await readdir(canvasFolder)).map(async (name): Promise<unknown> => parse(await readFile(join(canvasFolder, name), 'utf8'))),
  ),
)
const found = sample.innovations.find((one) => one.name === 'LANGKOK')
if (found === undefined) throw new Error('the sample has no LANGKOK')
const langkok = found
const canvasOf = (id: string): Canvas => {
  const canvas = langkok.canvases[id]
  if (canvas === undefined) throw new Error(`no canvas ${id}`)
  return canvas
}
const evaluated = (id: string) => {
  const def = defs.find((one) => one.id === id)
  if (def?.kind !== 'grid') throw new Error(`no grid ${id}`)
  const { items, settings } = canvasOf(id)
  return evaluateGrid(def, items, { settings, today })
}
const figure = (id: string, key: string) => evaluated(id).figures.find((one) => one.def.key === key)?.value
const rowOf = (id: string, row: string) => evaluated(id).rows.find(({ item }) => item.id === row)

/** What an item may carry besides its text, and what each of it may hold. */
const columnsOf = (def: CanvasDef): readonly GridColumn[] => (def.kind === 'form' ? (def.survey?.respondent ?? []) : def.columns)

describe('LANGKOK, the innovation that uses every canvas', () => {
  it('has all canvases of the pack: nearly all done, only the last stages still under way', () => {
    expect(Object.keys(langkok.canvases).sort()).toEqual(defs.map(({ id }) => id).sort())
    const open = defs.filter(({ id }) => canvasOf(id).state !== 'selesai')
    for (const { id, stage } of open)
      expect([id, canvasOf(id).state, ['deliver', 'display', 'documentation'].includes(stage)]).toEqual([id, 'berjalan', true])
    expect(open.length).toBeGreaterThan(2)
    expect(open.length).toBeLessThan(8)
  })

  it.each(defs.map((def) => [def.id, def] as const))('%s: every value is one that its definition takes', (id, def) => {
    const { items, fields } = canvasOf(id)
    const columns = new Map(columnsOf(def).map((column) => [column.key, column]))
    const axes = def.kind === 'matrix' ? [def.x.key, def.y.key] : []
    const answers = def.kind === 'form' && def.survey !== undefined ? def.fields.map(({ key }) => key) : []
    for (const item of items)
      for (const [key, value] of Object.entries(item.values)) {
        const column = columns.get(key)
        if (column !== undefined) expect([item.id, key, entered(column, value)]).toEqual([item.id, key, value])
        else expect([item.id, key, [...axes, ...answers, mirrorKey].includes(key)]).toEqual([item.id, key, true])
      }
    const head = def.kind === 'form' ? def.fields : def.kind === 'grid' ? def.head : []
    for (const [key, value] of Object.entries(fields)) {
      const field = head.find((one) => one.key === key)
      expect([key, field?.fact]).toEqual([key, undefined])
      expect(field, key).toBeDefined()
      if (field?.options !== undefined) for (const one of [value].flat()) expect(field.options.map((option) => option.key)).toContain(one)
    }
  })

  it('fills boards with 5 to 24 notes that stand in a zone, each by somebody', () => {
    for (const def of defs) {
      if (def.kind !== 'board') continue
      const { items } = canvasOf(def.id)
      expect(items.length, def.id).toBeGreaterThanOrEqual(5)
      expect(items.length, def.id).toBeLessThanOrEqual(24)
      // What stands on a note at the size a board opens with.
      for (const item of items) expect(item.text.length, item.text).toBeLessThanOrEqual(def.id === 'kartu-ide' ? 72 : 66)
      const zones = def.zones.map(({ key }) => key)
      for (const item of items) expect([item.id, zones.includes(item.zone ?? ''), item.author !== '']).toEqual([item.id, true, true])
      expect(new Set(items.map((item) => item.zone)).size, def.id).toBe(zones.length)
      for (const column of def.columns)
        if (column.required) for (const item of items) expect(item.values[column.key], `${def.id} ${item.id}`).toBeTruthy()
    }
  })

  it('leaves no row of a grid unfinished and breaks no expectation', () => {
    for (const def of defs) {
      if (def.kind !== 'grid') continue
      const { rows, figures } = evaluated(def.id)
      expect(rows.length, def.id).toBeGreaterThanOrEqual(5)
      expect(rows.length, def.id).toBeLessThanOrEqual(17)
      for (const { item, missing } of rows) expect([def.id, item.id, missing]).toEqual([def.id, item.id, []])
      for (const one of figures) expect([def.id, one.def.key, one.asExpected]).toEqual([def.id, one.def.key, true])
    }
  })

  it('has trees of 10 to 15 nodes that need nothing more; the objective tree turns every problem round', () => {
    for (const def of defs) {
      if (def.kind !== 'tree') continue
      const { items } = canvasOf(def.id)
      expect(items.length, def.id).toBeGreaterThanOrEqual(10)
      expect(items.length, def.id).toBeLessThanOrEqual(15)
      expect(
        treeNeeds(def.ready, treeOf(items)).filter(({ holds }) => !holds),
        def.id,
      ).toEqual([])
    }
    const mirror = readMirror(canvasOf('pohon-masalah').items, canvasOf('pohon-tujuan').items, langkok.trail)
    expect([mirror.missing, mirror.doubles, new Set([...mirror.nodes.values()].map(({ state }) => state))]).toEqual([
      [],
      [],
      new Set(['same']),
    ])
  })

  it('gives every point of a matrix its place, to all four sides of it', () => {
    for (const def of defs) {
      if (def.kind !== 'matrix') continue
      const { items } = canvasOf(def.id)
      expect(items.length, def.id).toBeGreaterThanOrEqual(8)
      const at = (item: Item, axis: typeof def.x): number => Number(item.values[axis.key])
      for (const item of items)
        for (const axis of [def.x, def.y])
          expect(at(item, axis) >= axis.min && at(item, axis) <= axis.max, `${def.id} ${item.id}`).toBe(true)
      expect(
        new Set(items.map((item) => `${at(item, def.x) >= def.x.threshold} ${at(item, def.y) >= def.y.threshold}`)).size,
        def.id,
      ).toBeGreaterThanOrEqual(3)
    }
  })

  it('answers every field a form requires, within its words', () => {
    for (const def of defs) {
      if (def.kind !== 'form' || def.survey !== undefined) continue
      const { fields } = withFacts(def, canvasOf(def.id), langkok)
      for (const { key, required, maxWords } of def.fields) {
        const value = fields[key]
        if (required) expect([def.id, key, value === undefined || value === null || value === '']).toEqual([def.id, key, false])
        if (maxWords !== undefined && typeof value === 'string')
          expect(value.split(/\s+/u).length, `${def.id} ${key}`).toBeLessThanOrEqual(maxWords)
      }
    }
  })

  it('asked five people about their readiness, and all answered everything', () => {
    const def = defs.find((one) => one.id === 'survei-kesiapan')
    if (def?.kind !== 'form') throw new Error('no survey')
    const result = surveyOf(def, canvasOf('survei-kesiapan').items)
    expect([result?.respondents, result?.overall.unanswered]).toEqual([5, 0])
    expect(new Set(result?.components.map(({ mean }) => mean)).size).toBeGreaterThan(3)
  })

  it('lets four people score APKL and USG one by one, with different opinions', () => {
    for (const [id, columns] of [
      ['apkl', ['a', 'p', 'k', 'l']],
      ['usg', ['u', 's', 'g']],
    ] as const) {
      const polls = evaluated(id).rows.flatMap((row) => columns.flatMap((key) => row.polls[key] ?? []))
      expect(
        polls.every(({ given, waiting }) => given === 4 && waiting.length === 0),
        id,
      ).toBe(true)
      expect(
        polls.some(({ least, most }) => (most ?? 0) - (least ?? 0) >= 3),
        id,
      ).toBe(true)
    }
    const passed = evaluated('apkl').rows.filter((row) => row.checks.lolos_ambang === true)
    expect(passed.map(({ item }) => item.text)).toEqual(canvasOf('usg').items.map((item) => item.text))
    expect(rowOf('usg', 'u1')?.values.total).toBe(14)
    expect(rowOf('usg', 'u7')?.ranks.rank).toMatchObject({ rank: rowOf('usg', 'u8')?.ranks.rank?.rank })
  })

  it('adds up: the budget is the cost of the plan, the weights are whole, the jury has its twenty minutes', () => {
    expect([figure('rab', 'total'), figure('rab', 'dari_apbd')]).toEqual([55_080_000, 48_000_000])
    expect(figure('rencana-aksi', 'jumlah_biaya')).toBe(figure('rab', 'total'))
    expect(canvasOf('keberlanjutan').fields.anggaran_t0).toBe(figure('rab', 'dari_apbd'))
    expect([figure('swot-berbobot', 'bobot_ifas'), figure('swot-berbobot', 'bobot_efas')]).toEqual([1, 1])
    expect(figure('naskah-paparan', 'total_menit')).toBeLessThanOrEqual(20)
    expect(rowOf('dampak-mikro', 'd1')?.values.perubahan).toBeCloseTo(-54.545, 2)
    for (const impossible of ['c4', 'e4']) expect(rowOf('dampak-mikro', impossible)?.values.perubahan).toBeNull()
  })

  it('plans over two years and carries the same steps into the monitoring', () => {
    expect(canvasOf('rencana-aksi').settings.years).toEqual(['2026', '2027'])
    expect(canvasOf('pemantauan-rencana-aksi').items.map(({ text }) => text)).toEqual(
      canvasOf('rencana-aksi').items.map(({ text }) => text),
    )
    for (const [at, { values }] of canvasOf('pemantauan-rencana-aksi').items.entries())
      expect(values.waktu).toEqual(canvasOf('rencana-aksi').items[at]?.values.waktu)
  })

  it('has a trail without circles in which no source has changed', () => {
    const next = new Map<string, readonly string[]>()
    const keyOf = (end: TrailEnd): string => `${end.of}/${end.key}`
    for (const { from, to } of langkok.trail) next.set(keyOf(from), [...(next.get(keyOf(from)) ?? []), keyOf(to)])
    for (const start of next.keys()) {
      const reached = new Set(next.get(start))
      for (const place of reached) for (const one of next.get(place) ?? []) reached.add(one)
      expect([start, reached.has(start)]).toEqual([start, false])
    }
    for (const def of defs) expect(changedSources(def, defs, langkok, 'id'), def.id).toEqual([])
  })

  it('names only pictures it brings along', () => {
    const used = Object.values(langkok.canvases)
      .flatMap(({ items, fields }) => [fields, ...items.map((item) => item.values)])
      .flatMap((values) => Object.values(values))
      .filter((value) => typeof value === 'string' && value.endsWith('.png') && value.length > 60)
    expect(used.length).toBeGreaterThan(8)
    for (const name of used) expect(langkok.attachments).toHaveProperty([String(name)])
  })

  it('can be followed from the wall to the paragraph', () => {
    const steps: readonly (readonly [string, string])[] = [
      ['peta-masalah/p1', 'apkl/a1'],
      ['apkl/a1', 'usg/u1'],
      ['pohon-masalah/akar-2', 'pohon-tujuan/akar-2'],
      ['pohon-tujuan/akar-2', 'kartu-ide/k1'],
      ['kartu-ide/k7', 'form-ide/ide_inovasi'],
      ['form-ide/deskripsi_singkat', 'rencana-aksi/ra8'],
      ['rencana-aksi/ra8', 'pemantauan-rencana-aksi/p8'],
      ['pemantauan-rencana-aksi/p8', 'dampak-mikro/e1'],
      ['dampak-mikro/f4', 'kipp-tujuh-bagian/signifikansi'],
    ]
    const links = new Set(langkok.trail.map(({ from, to }) => `${from.of}/${from.key} ${to.of}/${to.key}`))
    for (const [from, to] of steps) expect(links).toContain(`${from} ${to}`)
    const after = (place: string): readonly string[] =>
      langkok.trail.filter(({ from }) => `${from.of}/${from.key}` === place).map(({ to }) => `${to.of}/${to.key}`)
    const reached = new Set(['peta-masalah/p1'])
    for (const place of reached) for (const next of after(place)) reached.add(next)
    expect([...reached].some((place) => place.startsWith('kipp-tujuh-bagian/'))).toBe(true)
  })
})
