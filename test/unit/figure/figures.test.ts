import { Resvg } from '@resvg/resvg-js'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadPacks } from '#core/packs/packs.ts'
import { canvasFigures, type FigureOptions } from '#shared/figure/figures.ts'
import { layoutFishbone } from '#shared/figure/fishbone.ts'
import { pageFigureSize } from '#shared/figure/sizes.ts'
import { figureToSvg } from '#shared/figure/svg.ts'
import { layoutTree } from '#shared/figure/tree-layout.ts'
import type { Figure } from '#shared/model/figure.ts'
import type { Canvas, Item } from '#shared/model/lab.ts'
import { canvasOf, type Packs } from '#shared/rules/packs.ts'
import { makeCanvas, makeItems, randomInnovation } from '#test/makers/innovation.ts'
import { figureTexts, squeezed } from '#test/makers/outline-texts.ts'

let packs: Packs
beforeAll(async () => {
  packs = (await loadPacks(new URL('../../../templates/packs', import.meta.url).pathname)).packs
})

const size = pageFigureSize('A4', 'portrait')
function draw(id: string, canvas: Canvas | undefined, options: Partial<FigureOptions> = {}) {
  const def = canvasOf(packs, id)
  if (def === undefined || canvas === undefined) throw new Error(`no canvas ${id}`)
  return canvasFigures(def, canvas, { size, language: 'id', ...options })
}

type Box = { readonly x: number; readonly y: number; readonly w: number; readonly h: number }
const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.w - 0.01 && b.x < a.x + a.w - 0.01 && a.y < b.y + b.h - 0.01 && b.y < a.y + a.h - 0.01
function expectApart(boxes: readonly Box[]): void {
  for (const [at, a] of boxes.entries()) for (const b of boxes.slice(at + 1)) expect(overlap(a, b), JSON.stringify([a, b])).toBe(false)
}
/** Papers of notes are the only rectangles with this corner. */
const notesIn = (figure: Figure): readonly Box[] => figure.shapes.flatMap((shape) => (shape.t === 'rect' && shape.r === 3 ? [shape] : []))

function expectLegible(figures: readonly Figure[]): void {
  for (const figure of figures) {
    expect(figure.width).toBeLessThanOrEqual(size.width)
    expect(figure.height).toBeLessThanOrEqual(size.height)
    for (const shape of figure.shapes) {
      if (shape.t !== 'text') continue
      expect(shape.size).toBeGreaterThanOrEqual(12)
      const bottom = shape.y + (shape.lines.length - 1) * shape.lead
      expect(bottom).toBeLessThanOrEqual(figure.height + 1)
    }
  }
}
const textsOf = (figures: readonly Figure[]): string => squeezed(figures.flatMap(figureTexts).join(' '))

describe('a board', () => {
  it('shows 200 notes at full size on several pictures, none cut, none over another', () => {
    const canvas = randomInnovation(11, 200).canvases['kartu-ide']
    const { figures, cut } = draw('kartu-ide', canvas)
    expect(figures.length).toBeGreaterThan(3)
    expect(cut).toEqual([])
    expectLegible(figures)
    expect(figures.flatMap(notesIn)).toHaveLength(200)
    for (const figure of figures) {
      expectApart(notesIn(figure))
      for (const note of notesIn(figure)) expect(note.y + note.h).toBeLessThanOrEqual(figure.height)
    }
    const text = textsOf(figures)
    for (const item of canvas?.items ?? []) expect(text).toContain(squeezed(item.text))
  })
  it('begins no zone at the end of a picture without a note below its head', () => {
    for (let seed = 1; seed <= 30; seed += 1) {
      const { figures } = draw('kartu-ide', randomInnovation(seed, 60).canvases['kartu-ide'])
      expectLegible(figures)
      for (const figure of figures) {
        const heads = figure.shapes.filter((shape) => shape.t === 'text' && shape.size === 14)
        const lowest = Math.max(0, ...notesIn(figure).map((note) => note.y))
        for (const head of heads) if (head.t === 'text') expect(head.y, `seed ${seed}`).toBeLessThan(lowest)
      }
    }
  })
  it('names what has no note yet, and takes a note of an unknown zone into the first', () => {
    const { figures } = draw('kartu-ide', makeCanvas({ items: makeItems([{ text: 'Tersesat', zone: 'zona_lama' }]) }))
    const texts = figures.flatMap(figureTexts)
    expect(texts.slice(0, 3)).toEqual(['Ide baru', '1 kartu', 'Tersesat'])
    expect(texts.filter((text) => text === 'Belum ada kartu')).toHaveLength(2)
  })
  it('names again the zone and the cluster that go on in the next picture', () => {
    const items = [
      ...makeItems([{ role: 'cluster', text: 'Antar dokumen', zone: 'ide_baru' }], 'k'),
      ...makeItems(
        Array.from({ length: 60 }, () => ({ cluster: 'k1' })),
        'n',
      ),
    ]
    const { figures } = draw('kartu-ide', makeCanvas({ items }))
    expect(figures.length).toBeGreaterThan(1)
    expectLegible(figures)
    expect(figures[1] && figureTexts(figures[1]).slice(0, 3)).toEqual(['Ide baru (lanjutan)', '60 kartu', 'Antar dokumen'])
  })
  it('explains its colours where they mean something', () => {
    const def = canvasOf(packs, 'kartu-ide')
    if (def?.kind !== 'board') throw new Error('no board')
    const legend = [{ color: 'jambu' as const, label: { id: 'Berisiko', en: 'Risky' } }]
    const { figures } = canvasFigures({ ...def, legend }, makeCanvas(), { size, language: 'id' })
    expect(figures.flatMap(figureTexts).slice(-2)).toEqual(['Arti warna', 'Berisiko'])
    expectLegible(figures)
  })
  it('tells which notes are too long to be shown whole', () => {
    const { figures, cut } = draw('kartu-ide', makeCanvas({ items: makeItems([{ text: 'panjang '.repeat(700) }, { text: 'pendek' }]) }))
    expect(cut.map((item) => item.id)).toEqual(['i1'])
    expectLegible(figures)
  })
})

describe('the layout of a tree', () => {
  const anyTree = fc
    .array(
      fc.record({ parent: fc.integer({ min: 0, max: 30 }), effect: fc.boolean(), text: fc.string({ maxLength: 80 }), votes: fc.nat(3) }),
      { maxLength: 30 },
    )
    .map((nodes) =>
      makeItems(
        nodes.map(({ parent, effect, text, votes }, at) => ({
          text,
          votes,
          role: at === 0 ? ('core' as const) : effect ? ('effect' as const) : ('cause' as const),
          parent: `i${parent}`,
        })),
      ),
    )

  it('places every node once, none over another, each level equally high, whatever the tree', () => {
    fc.assert(
      fc.property(anyTree, fc.boolean(), (items, stack) => {
        const layout = layoutTree(items, { stack })
        expect(layout.boxes.map((box) => box.id).sort()).toEqual(items.map((item) => item.id).sort())
        expectApart(layout.boxes)
        for (const box of layout.boxes) {
          expect(box.x).toBeGreaterThanOrEqual(0)
          expect(box.x + box.w).toBeLessThanOrEqual(layout.width + 0.01)
          expect(box.y).toBeGreaterThanOrEqual(0)
          expect(box.y + box.h).toBeLessThanOrEqual(layout.height + 0.01)
        }
        const heights = new Map<string, number>()
        for (const box of layout.boxes) {
          const level = `${box.level === 'effect'} ${box.depth}`
          expect(heights.get(level) ?? box.h).toBe(box.h)
          heights.set(level, box.h)
        }
      }),
      { numRuns: 60 },
    )
  })
  it('joins every node to the one it hangs on', () => {
    const items = makeItems([
      { role: 'core' },
      { role: 'cause', parent: 'i1' },
      { role: 'cause', parent: 'i2' },
      { role: 'effect', parent: 'i1' },
    ])
    expect(layoutTree(items).edges.map(({ from, to }) => [from, to])).toEqual([
      ['i1', 'i4'],
      ['i1', 'i2'],
      ['i2', 'i3'],
    ])
  })
  it('names the levels from top to bottom without a gap', () => {
    const items = makeItems([
      { role: 'core' },
      { role: 'cause', parent: 'i1' },
      { role: 'cause', parent: 'i2' },
      { role: 'effect', parent: 'i1' },
    ])
    const { bands } = layoutTree(items)
    expect(bands.map((band) => band.level)).toEqual(['effect', 'core', 'direct', 'indirect'])
    for (const [at, band] of bands.slice(1).entries()) expect(band.y).toBeCloseTo((bands[at]?.y ?? 0) + (bands[at]?.h ?? 0), 5)
  })
  it('gives each of 300 nodes its box', () => {
    const items = randomInnovation(5, 300).canvases['pohon-masalah']?.items ?? []
    expect(layoutTree(items).boxes).toHaveLength(300)
  })
})

describe('a tree', () => {
  it('of a usual size is one picture on the page, with its levels named', () => {
    const canvas = makeCanvas({
      def: 'pohon-masalah',
      items: makeItems([
        { role: 'core', text: 'Bayi pulang tanpa akta' },
        ...['a', 'b', 'c'].map((text) => ({ role: 'effect' as const, parent: 'i1', text })),
        ...['d', 'e', 'f'].map((text) => ({ role: 'cause' as const, parent: 'i1', text })),
        ...[5, 5, 6, 6, 7, 7].map((parent) => ({ role: 'cause' as const, parent: `i${parent}`, root: true, text: 'akar' })),
      ]),
    })
    const { figures } = draw('pohon-masalah', canvas)
    expect(figures).toHaveLength(1)
    expectLegible(figures)
    expect(figureTexts(figures[0] as Figure /* one, by the line above */)).toEqual(
      expect.arrayContaining(['Akibat', 'Masalah inti', 'Penyebab langsung', 'Akar']),
    )
    expect(figures[0]?.alt).toContain('3 akibat, 9 penyebab, 6 di antaranya akar')
  })
  it('of 300 nodes goes on from picture to picture with letters of full size, and shows every node', () => {
    const canvas = randomInnovation(4, 300).canvases['pohon-masalah']
    const { figures, cut } = draw('pohon-masalah', canvas)
    expect(cut).toEqual([])
    expectLegible(figures)
    const text = textsOf(figures)
    for (const item of canvas?.items ?? []) expect(text).toContain(squeezed(item.text))
  })
  it('says that the core is missing', () => {
    const { figures } = draw('pohon-masalah', makeCanvas({ def: 'pohon-masalah', items: makeItems([{ role: 'cause', text: 'Sebab' }]) }))
    expect(textsOf(figures)).toContain(squeezed('Masalah inti belum ditulis'))
  })
})

describe('a fishbone', () => {
  it('shows the core and every cause, none over another', () => {
    const items = randomInnovation(9, 14).canvases['pohon-masalah']?.items ?? []
    const effects = new Set<string>(items.filter((item: Item) => item.role === 'effect').map((item) => item.id))
    const layout = layoutFishbone(items)
    expectApart(layout.boxes)
    expect(layout.boxes.length).toBeGreaterThan(3)
    expect(layout.boxes.some((box) => effects.has(box.id) && box.depth === 1)).toBe(false)
  })
  it('splits when there are more bones than the page takes', () => {
    const items = makeItems([
      { role: 'core', text: 'Inti' },
      ...Array.from({ length: 14 }, (_, at) => ({ role: 'cause' as const, parent: 'i1', text: `Sebab ${at}` })),
    ])
    const { figures } = draw('pohon-masalah', makeCanvas({ def: 'pohon-masalah', items }), { layout: 'fishbone' })
    expect(figures.length).toBeGreaterThan(1)
    expectLegible(figures)
    for (let at = 0; at < 14; at += 1) expect(figures.flatMap(figureTexts)).toContain(`Sebab ${at}`)
  })
})

describe('a matrix', () => {
  it('numbers its points, names axes and quadrants, and lists what the numbers mean', () => {
    const canvas = randomInnovation(2, 25).canvases['pengaruh-kepentingan']
    const { figures } = draw('pengaruh-kepentingan', canvas)
    expectLegible(figures)
    const texts = figures.flatMap(figureTexts)
    expect(texts).toEqual(expect.arrayContaining(['Promoters', 'Latents', 'Defenders', 'Apathetics', 'Pengaruh', 'Kepentingan', '25']))
    for (const item of canvas?.items ?? []) expect(textsOf(figures)).toContain(squeezed(item.text))
    const points = (figures[0]?.shapes ?? []).flatMap((shape) => (shape.t === 'circle' && shape.r > 6 ? [shape] : []))
    expect(points).toHaveLength(25)
    for (const [at, a] of points.entries())
      for (const b of points.slice(at + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(a.r + b.r)
  })
  it('lists a point without values as not placed', () => {
    const { figures } = draw('pengaruh-kepentingan', makeCanvas({ def: 'pengaruh-kepentingan', items: makeItems([{ text: 'Warga' }]) }))
    expect(figures.flatMap(figureTexts)).toContain('Warga (belum diletakkan)')
  })
})

describe('a figure as SVG', () => {
  it('opens whatever was written on the notes', () => {
    const hostile = [
      '<script>alert(1)</script>',
      '&amp; "kutip" \'satu\'',
      'a\u0000b\u0007c\ufffe',
      '\ud800 yatim',
      'שלום عربى 漢字 😀',
      ']]>',
    ]
    const { figures } = draw('kartu-ide', makeCanvas({ items: makeItems(hostile.map((text) => ({ text, author: text }))) }))
    const svg = figureToSvg(figures[0] as Figure /* one page */, 'Arimo, "Segoe UI"')
    expect(svg).not.toContain('<script')
    expect(new Resvg(svg).render().width).toBe(Math.round(size.width))
  })
  it('is the same for the same canvas', () => {
    const once = () =>
      draw('pohon-masalah', randomInnovation(6).canvases['pohon-masalah']).figures.map((figure) => figureToSvg(figure, 'Arimo'))
    expect(once()).toEqual(once())
  })
})
