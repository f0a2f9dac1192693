import { describe, expect, it } from 'vitest'
import { boardFigures } from '#shared/figure/board.ts'
import { pageFigureSize } from '#shared/figure/sizes.ts'
import type { Figure, Shape } from '#shared/model/figure.ts'
import type { Item } from '#shared/model/lab.ts'
import { type BoardDef, boardDef } from '#shared/model/pack.ts'
import { makeCanvas, makeItems } from '#test/makers/innovation.ts'
import { figureTexts } from '#test/makers/outline-texts.ts'

const both = (id: string) => ({ id, en: id })
const defOf = (over: Record<string, unknown> = {}): BoardDef =>
  boardDef.parse({
    kind: 'board',
    id: 'papan',
    title: both('Papan'),
    stage: 'diagnose',
    help: both('h'),
    example: both('c'),
    status: 'unverified',
    source: 's',
    outline: { heading: both('Papan'), lead: both('l') },
    zones: ['s', 'w', 'o', 't'].map((key) => ({ key, label: both(`Zona ${key}`), hint: both('h') })),
    ...over,
  })
const size = pageFigureSize('A4', 'portrait')
const draw = (def: BoardDef, items: readonly Item[], settings = {}) => boardFigures(def, makeCanvas({ items, settings }), size, 'id')
const rects = (figure: Figure | undefined, r: number) =>
  (figure?.shapes ?? []).flatMap((shape) => (shape.t === 'rect' && shape.r === r ? [shape] : []))
const textWith = (figure: Figure | undefined, text: string): Extract<Shape, { t: 'text' }> | undefined =>
  figure?.shapes.flatMap((shape) => (shape.t === 'text' ? [shape] : [])).find((shape) => shape.lines.join(' ').includes(text))

describe('zones in several rows', () => {
  it('stand beside each other as on the screen, those of a row equally high', () => {
    const items = makeItems([{ zone: 's' }, { zone: 't', text: 'Ancaman' }, { zone: 't' }, { zone: 't' }, { zone: 't' }])
    const { figures } = draw(defOf({ perRow: 2 }), items)
    expect(figures).toHaveLength(1)
    const panels = rects(figures[0], 8)
    expect(panels).toHaveLength(4)
    const [s, w, o, t] = panels
    expect(s?.y).toBe(w?.y)
    expect(o?.y).toBe(t?.y)
    expect(o?.h).toBe(t?.h)
    expect(s?.x).toBe(o?.x)
    expect((w?.x ?? 0) + (w?.w ?? 0)).toBeLessThanOrEqual(size.width)
    expect((s?.x ?? 0) + (s?.w ?? 0)).toBeLessThan(w?.x ?? 0)
    expect(textWith(figures[0], 'Ancaman')?.x).toBeGreaterThan(t?.x ?? 0)
  })

  it('go below each other when one is higher than a page, and still cut no note', () => {
    const items = makeItems(Array.from({ length: 90 }, (_, at) => ({ zone: 's', text: `Kartu ${at}` })))
    const { figures } = draw(defOf({ perRow: 2 }), items)
    expect(figures.length).toBeGreaterThan(1)
    const notes = figures.flatMap((figure) => rects(figure, 3).map((note) => ({ note, figure })))
    expect(notes).toHaveLength(90)
    for (const { note, figure } of notes) expect(note.y + note.h).toBeLessThanOrEqual(figure.height)
  })

  it('begin a new picture between two rows', () => {
    const items = makeItems(Array.from({ length: 60 }, (_, at) => ({ zone: ['s', 'w', 'o', 't'][at % 4] ?? 's' })))
    const { figures } = draw(defOf({ perRow: 2 }), items)
    expect(figures.flatMap((figure) => rects(figure, 3))).toHaveLength(60)
    for (const figure of figures) {
      expect(figure.height).toBeLessThanOrEqual(size.height)
      for (const note of rects(figure, 3)) expect(note.y + note.h).toBeLessThanOrEqual(figure.height)
    }
  })
})

describe('what a note carries', () => {
  const columns = [
    { key: 'siapa', label: both('Siapa'), type: 'person' },
    { key: 'kapan', label: both('Kapan'), type: 'date' },
  ]
  it('is drawn inside its note: photo, columns, link, author and votes', () => {
    const items = makeItems([
      {
        text: 'Loket Sabtu',
        picture: 'abc.png',
        link: 'https://solok.go.id/loket',
        values: { siapa: 'Bu Yanti', kapan: '2026-08-17' },
        votes: 4,
        author: 'Rina',
      },
    ])
    const { figures } = draw(defOf({ columns }), items)
    const note = rects(figures[0], 3)[0]
    const image = figures[0]?.shapes.find((shape) => shape.t === 'image')
    expect(image).toMatchObject({ name: 'abc.png', alt: 'Loket Sabtu' })
    const texts = figures.flatMap(figureTexts).join(' ')
    for (const words of ['Siapa: Bu Yanti', '17 Agustus 2026', 'solok.go.id', 'Rina', '4']) expect(texts).toContain(words)
    const bottom = (note?.y ?? 0) + (note?.h ?? 0)
    const parts = ['Loket Sabtu', 'Bu Yanti', 'Rina'].map((words) => textWith(figures[0], words))
    for (const [at, part] of parts.entries()) {
      const last = (part?.y ?? 0) + ((part?.lines.length ?? 1) - 1) * (part?.lead ?? 0)
      expect(last).toBeLessThanOrEqual(bottom)
      // Each begins below the end of the one before.
      expect(part?.y).toBeGreaterThan(at === 0 ? (image?.t === 'image' ? image.y + image.h : 0) : (parts[at - 1]?.y ?? 0))
    }
  })

  it('names a photo without words', () => {
    const { figures } = draw(defOf(), makeItems([{ text: '', picture: 'abc.png' }]))
    expect(figures[0]?.shapes.find((shape) => shape.t === 'image')).toMatchObject({ alt: 'Kartu foto' })
  })
})

it('shows nothing of what is written while everybody writes alone', () => {
  const items = makeItems([
    { text: 'rahasia', picture: 'abc.png', link: 'https://x.id', votes: 3, author: 'Budi', color: 'jambu' },
    { text: 'x'.repeat(5000), author: 'Rina' },
  ])
  const { figures, cut } = draw(defOf(), items, { private: true })
  const texts = figures.flatMap(figureTexts).join(' ')
  expect(texts).not.toContain('rahasia')
  expect(texts).not.toContain('x.id')
  expect(texts).toContain('2 kartu tertutup')
  expect(texts).toContain('Budi')
  expect(figures.flatMap((figure) => figure.shapes).some((shape) => shape.t === 'image')).toBe(false)
  expect(cut).toEqual([])
})
