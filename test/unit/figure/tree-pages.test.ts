/** The pictures of trees on every paper: nothing cut, nothing over the edge, letters of full size. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canvasFigures } from '#shared/figure/figures.ts'
import { type FishboneLayout, layoutFishbone } from '#shared/figure/fishbone.ts'
import { pageFigureSize } from '#shared/figure/sizes.ts'
import { treeDetails } from '#shared/figure/tree-details.ts'
import { layoutTree } from '#shared/figure/tree-layout.ts'
import { whyQuestion } from '#shared/figure/whys.ts'
import type { Figure } from '#shared/model/figure.ts'
import type { Item } from '#shared/model/lab.ts'
import type { TreeDef, TreeLayout } from '#shared/model/pack.ts'
import { makeCanvas, makeItems, seeded } from '#test/makers/innovation.ts'
import { figureTexts, squeezed } from '#test/makers/outline-texts.ts'

const both = (text: string) => ({ id: text, en: text })
const categories = ['mn', 'my', 'md', 'mr', 'mc', 'ex'].map((key) => ({ key, label: both(`Kategori ${key}`) }))
const def = {
  kind: 'tree',
  id: 'pohon',
  title: both('Pohon'),
  layouts: ['tree', 'fishbone', 'whys'],
  levels: { effect: both('Akibat'), core: both('Inti'), direct: both('Langsung'), indirect: both('Tidak langsung'), root: both('Akar') },
  ready: [],
  categorySets: [{ key: 'enam', label: both('Enam'), source: 'x', categories }],
  columns: [
    {
      key: 'bukti',
      label: both('Bukti'),
      type: 'text',
      width: 2,
      suggests: [],
      anchors: [],
      required: false,
      format: 'number',
      voted: false,
    },
  ],
} as unknown as TreeDef // what the pictures read

const words = 'petugas loket belum mendapat pelatihan tentang aturan baru dan jadwal layanan hanya pagi hari'.split(' ')
function grown(count: number, seed: number, effects: boolean): readonly Item[] {
  const next = seeded(seed)
  const below = (n: number): number => Math.floor(next() * n)
  const text = (at: number): string => `${Array.from({ length: 2 + below(9) }, () => words[below(words.length)]).join(' ')} #${at}`
  return makeItems(
    Array.from({ length: count }, (_, at) => ({
      role: at === 0 ? ('core' as const) : effects && at % 7 === 1 ? ('effect' as const) : ('cause' as const),
      parent: at === 0 ? null : at < 12 ? 'i1' : `i${1 + below(at)}`,
      zone: categories[below(7)]?.key ?? null,
      text: text(at),
      author: 'Rina Oktavia',
      votes: below(5),
      root: at > 4 && next() < 0.2,
      values: next() < 0.5 ? { bukti: `bukti ${text(at + 1000)}` } : {},
    })),
  )
}

const papers = (['A4', 'F4', 'A3'] as const).flatMap((paper) => (['portrait', 'landscape'] as const).map((way) => ({ paper, way })))
type Box = { readonly x: number; readonly y: number; readonly w: number; readonly h: number }
function expectInside(figure: Figure): void {
  for (const shape of figure.shapes) {
    if (shape.t === 'text') {
      expect(shape.size).toBeGreaterThanOrEqual(12)
      expect(shape.y + (shape.lines.length - 1) * shape.lead).toBeLessThanOrEqual(figure.height + 1)
    }
    if (shape.t !== 'rect') continue
    expect(shape.x).toBeGreaterThanOrEqual(-0.01)
    expect(shape.x + shape.w).toBeLessThanOrEqual(figure.width + 0.01)
    expect(shape.y + shape.h).toBeLessThanOrEqual(figure.height + 0.01)
  }
}

describe.each(papers)('on $paper $way', ({ paper, way }) => {
  const size = pageFigureSize(paper, way)
  const draw = (items: readonly Item[], layout: TreeLayout) =>
    canvasFigures(def, makeCanvas({ def: 'pohon', items }), { size, language: 'id', layout })

  it.each(['tree', 'fishbone', 'whys'] as const)('%s shows every word of 1, 30 and 300 nodes inside the page', (layout) => {
    for (const count of [1, 30, 300]) {
      const items = grown(count, count, layout === 'tree')
      const { figures, cut } = draw(items, layout)
      expect(cut).toEqual([])
      expect(figures.length).toBeGreaterThan(0)
      const shown = squeezed(figures.flatMap(figureTexts).join(' '))
      for (const item of items) expect(shown, item.text).toContain(squeezed(item.text))
      for (const item of items)
        if (item.role !== 'core' && item.values.bukti !== undefined) expect(shown).toContain(squeezed(String(item.values.bukti)))
      for (const figure of figures) {
        expect(figure.width).toBeLessThanOrEqual(size.width + 0.01)
        expect(figure.height).toBeLessThanOrEqual(size.height + 0.01)
        expectInside(figure)
      }
    }
  })

  it.each(['tree', 'fishbone', 'whys'] as const)('%s leaves out nothing of a text that is longer than a page', (layout) => {
    const long = Array.from({ length: 1200 }, (_, at) => `kata${at}`)
    const items = makeItems([
      { role: 'core', text: 'Inti masalah kita' },
      { role: 'cause', parent: 'i1', zone: 'md', text: long.join(' ') },
    ])
    const { figures, cut } = draw(items, layout)
    expect(cut).toEqual([])
    const shown = new Set(figures.flatMap(figureTexts).flatMap((text) => text.split(' ')))
    expect(long.filter((word) => !shown.has(word))).toEqual([])
    for (const figure of figures) expect(figure.height).toBeLessThanOrEqual(size.height + 0.01)
  })
})

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.w - 0.01 && b.x < a.x + a.w - 0.01 && a.y < b.y + b.h - 0.01 && b.y < a.y + a.h - 0.01
const boxesOf = (layout: FishboneLayout): readonly Box[] => [
  ...layout.boxes,
  ...layout.bones.flatMap((bone) => (bone.name === null ? [] : [bone.name])),
]
function expectApart(boxes: readonly Box[]): void {
  for (const [at, a] of boxes.entries()) for (const b of boxes.slice(at + 1)) expect(overlap(a, b), JSON.stringify([a, b])).toBe(false)
}

describe('the layout of a fishbone', () => {
  const set = def.categorySets[0] ?? null
  it('keeps 60 causes and the names of all bones apart and inside the picture', () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      for (const layout of [layoutFishbone(grown(61, seed, false), set), layoutFishbone(grown(61, seed, false), null)]) {
        expectApart(boxesOf(layout))
        expect(layout.boxes).toHaveLength(61)
        for (const box of boxesOf(layout)) {
          expect(box.x).toBeGreaterThanOrEqual(0)
          expect(box.y).toBeGreaterThanOrEqual(0)
          expect(box.x + box.w).toBeLessThanOrEqual(layout.width + 0.01)
          expect(box.y + box.h).toBeLessThanOrEqual(layout.height + 0.01)
        }
      }
    }
  })
  it('draws a bone for every category, also for one without causes, and one more for what fits none', () => {
    const items = makeItems([
      { role: 'core' },
      { role: 'cause', parent: 'i1', zone: 'md' },
      { role: 'cause', parent: 'i1', zone: 'tak dikenal' },
    ])
    const layout = layoutFishbone(items, set)
    expect(layout.bones.map((bone) => [bone.key, bone.count])).toEqual([
      ['mn', 0],
      ['my', 0],
      ['md', 1],
      ['mr', 0],
      ['mc', 0],
      ['ex', 0],
      ['lainnya', 1],
    ])
  })
  it('knows on which bone a place lies', () => {
    const items = grown(61, 3, false)
    const layout = layoutFishbone(items, set)
    const zones = new Map(items.map((item) => [item.id, item]))
    for (const box of layout.boxes) {
      if (box.depth !== 1) continue
      const zone = zones.get(box.id)?.zone ?? 'lainnya'
      expect(layout.boneAt(box.x + box.w / 2, box.y + box.h / 2)?.key).toBe(zone)
    }
    for (const bone of layout.bones) {
      const name = bone.name
      if (name !== null) expect(layout.boneAt(name.x + name.w / 2, name.y + name.h / 2)?.key).toBe(bone.key)
    }
  })
  it('ties every cause to its bone or to the cause it hangs on', () => {
    const layout = layoutFishbone(grown(40, 5, false), set)
    expect(layout.ticks.map((tick) => tick.id).sort()).toEqual(
      layout.boxes
        .filter((box) => box.depth > 0)
        .map((box) => box.id)
        .sort(),
    )
  })
})

describe('the layout of a tree', () => {
  it('stays as it is when the same nodes come in another order, and with small lines keeps boxes apart', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), fc.boolean(), (seed, stack) => {
        const items = grown(60, seed, true)
        const details = treeDetails(def, items, 'id', new Map(items.map((item) => [item.id, `asal ${item.text}`])))
        const layout = layoutTree(items, { details, stack })
        expectApart(layout.boxes)
        expect(layoutTree([...items].reverse(), { details, stack })).toEqual(layout)
      }),
      { seed: 20260416, numRuns: 12 },
    )
  })
  it('places 300 nodes without one over another, piled or not', () => {
    for (const stack of [false, true]) expectApart(layoutTree(grown(300, 8, true), { stack }).boxes)
  })
  it('moves nothing on the other branches but sideways when a node is added', () => {
    const items = grown(30, 4, false)
    const before = layoutTree(items)
    const after = layoutTree([...items, ...makeItems([{ role: 'cause', parent: 'i2', text: 'baru' }], 'z')])
    const order = (layout: typeof before, depth: number): readonly string[] =>
      layout.boxes
        .filter((box) => box.depth === depth && box.id !== 'z1')
        .sort((a, b) => a.x - b.x)
        .map((box) => box.id)
    for (const depth of [1, 2, 3]) expect(order(after, depth)).toEqual(order(before, depth))
  })
})

describe('what a box says in small letters', () => {
  it('is where it comes from and its filled columns, in words', () => {
    const items = makeItems([{ values: { bukti: 'SK bupati' } }, {}])
    const details = treeDetails(def, items, 'id', new Map([[items[1]?.id ?? items[0]?.id ?? ('' as Item['id']), 'Warga bolak-balik']]))
    expect([...details.values()]).toEqual([['Bukti: SK bupati'], ['Dari: Warga bolak-balik']])
  })
})

describe('the question of a level', () => {
  it('asks about the answer above, and only "why" where nothing is written there', () => {
    expect(whyQuestion('Belum ada aturan.', 'id')).toBe('Mengapa belum ada aturan?')
    expect(whyQuestion('  ', 'id')).toBe('Mengapa?')
  })
})
