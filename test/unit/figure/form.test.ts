import { describe, expect, it } from 'vitest'
import { formFigures } from '#shared/figure/form.ts'
import { answerWords } from '#shared/figure/form-boxes.ts'
import { measure } from '#shared/figure/metrics.ts'
import type { Figure } from '#shared/model/figure.ts'
import type { Value } from '#shared/model/lab.ts'
import { type FormDef, formDef, formField } from '#shared/model/pack.ts'
import { makeCanvas } from '#test/makers/innovation.ts'

const both = (text: string) => ({ id: text, en: `${text} (en)` })
const form = (
  layout: 'sheet' | 'slide' | 'poster',
  fields: readonly Record<string, unknown>[],
  over: Record<string, unknown> = {},
): FormDef =>
  formDef.parse({
    kind: 'form',
    id: 'isian',
    title: both('Satu Slide'),
    stage: 'design',
    help: both('h'),
    example: both('e'),
    status: 'unverified',
    source: 's',
    outline: { heading: both('h'), lead: both('l') },
    review: false,
    layout,
    fields: fields.map((field) => ({ type: 'text', label: both(String(field['key'])), ...field })),
    ...over,
  })

const size = { width: 1280, height: 1810 }
const draw = (def: FormDef, fields: Record<string, Value>) =>
  formFigures(def, makeCanvas({ def: def.id, fields }), { size, language: 'id' }).figures

const textsOf = (figures: readonly Figure[]): readonly string[] =>
  figures.flatMap((figure) => figure.shapes.flatMap((shape) => (shape.t === 'text' ? shape.lines : [])))
const squeezed = (text: string): string => text.replaceAll(/\s+/gu, '')
const allText = (figures: readonly Figure[]): string => squeezed(textsOf(figures).join(''))

/** Every shape lies on its page, and no text is smaller than 9 pt. */
function expectWithin(figures: readonly Figure[]): void {
  for (const { width, height, shapes } of figures)
    for (const shape of shapes) {
      if (shape.t !== 'text' && shape.t !== 'rect' && shape.t !== 'image') continue
      if (shape.t === 'text') {
        expect(shape.size).toBeGreaterThanOrEqual(12)
        expect(shape.y + (shape.lines.length - 1) * shape.lead).toBeLessThanOrEqual(height)
        for (const line of shape.lines)
          if (shape.align === undefined) expect(shape.x + measure(line, shape.size, shape.bold)).toBeLessThanOrEqual(width + 1)
      } else {
        expect(shape.x + shape.w).toBeLessThanOrEqual(width + 1)
        expect(shape.y + shape.h).toBeLessThanOrEqual(height + 1)
      }
    }
}

const sentence = (n: number): string => Array.from({ length: n }, (_, at) => `kata${at}`).join(' ')

describe('a form drawn as a sheet', () => {
  const def = form('sheet', [
    { key: 'nama', type: 'line', width: 'half' },
    { key: 'telepon', type: 'phone', width: 'quarter' },
    { key: 'posel', type: 'email', width: 'quarter' },
    { key: 'masalah' },
  ])

  it('puts the fields in rows by their width', () => {
    const figures = draw(def, { nama: 'Rina', telepon: '0812', posel: 'r@x.id', masalah: 'Antre' })
    expect(figures).toHaveLength(1)
    const boxes = figures.flatMap((figure) => figure.shapes.flatMap((shape) => (shape.t === 'rect' ? [shape] : [])))
    const [nama, telepon, posel, masalah] = boxes
    expect([telepon?.y, posel?.y]).toEqual([nama?.y, nama?.y])
    expect(nama?.w ?? 0).toBeGreaterThan(1.8 * (telepon?.w ?? 0))
    expect(masalah?.y ?? 0).toBeGreaterThan(nama?.y ?? 0)
    expectWithin(figures)
  })
  it('goes on on the next page instead of cutting a long answer', () => {
    const figures = draw(def, { nama: 'Rina', masalah: sentence(2500) })
    expect(figures.length).toBeGreaterThan(1)
    for (let n = 0; n < 2500; n += 1) expect(textsOf(figures).join(' ')).toContain(`kata${n}`)
    expect(textsOf(figures)).toContain('masalah (lanjutan)')
    expectWithin(figures)
  })
  it('says where nothing was entered', () => {
    expect(textsOf(draw(def, { nama: 'Rina' })).filter((line) => line === 'belum diisi')).toHaveLength(3)
  })
  it('names its sections in their order, fields without one first', () => {
    const sections = form('sheet', [{ key: 'b', section: 'dua' }, { key: 'a', section: 'satu' }, { key: 'bebas' }], {
      sections: [
        { key: 'satu', label: both('Bagian Satu'), help: both('Bantuan') },
        { key: 'dua', label: both('Bagian Dua') },
        { key: 'kosong', label: both('Tanpa Isian') },
      ],
    })
    const texts = textsOf(draw(sections, {}))
    const order = ['bebas', 'Bagian Satu', 'Bantuan', 'a', 'Bagian Dua', 'b'].map((text) => texts.indexOf(text))
    expect(order).toEqual([...order].sort((x, y) => x - y))
    expect(order).not.toContain(-1)
    expect(texts).not.toContain('Tanpa Isian')
  })
})

describe.each(['slide', 'poster'] as const)('a form drawn as a %s', (layout) => {
  const def = form(layout, [
    { key: 'nama', type: 'line', fact: 'name' },
    { key: 'panjang', type: 'line', fact: 'longName' },
    { key: 'masalah', width: 'half' },
    { key: 'solusi', width: 'half' },
    { key: 'foto', type: 'photo', width: 'half' },
    { key: 'manfaat', width: 'half' },
  ])
  const answers = {
    nama: 'LANGKOK',
    panjang: 'Lahir Pulang OK',
    masalah: sentence(30),
    solusi: sentence(40),
    foto: 'abc.jpg',
    manfaat: sentence(20),
  }

  it('is one page in its proportions with the name as its largest text and the photo in its place', () => {
    const figures = draw(def, answers)
    expect(figures).toHaveLength(1)
    const [page] = figures
    expect((page?.width ?? 0) / (page?.height ?? 1)).toBeCloseTo(layout === 'slide' ? 16 / 9 : 1 / Math.SQRT2, 2)
    const sizes = (page?.shapes ?? []).flatMap((shape) => (shape.t === 'text' ? [shape] : []))
    const largest = sizes.reduce((a, b) => (b.size > a.size ? b : a))
    expect(largest.lines).toEqual(['LANGKOK'])
    expect(page?.shapes.filter((shape) => shape.t === 'image')).toMatchObject([{ name: 'abc.jpg', alt: 'foto' }])
    expectWithin(figures)
  })
  it('writes smaller before it turns the page, and then loses no word', () => {
    const sizeOf = (figures: readonly Figure[]): number =>
      Math.max(
        ...(figures[0]?.shapes ?? []).flatMap((shape) =>
          shape.t === 'text' && shape.lines.join(' ').includes('kata0') ? [shape.size] : [],
        ),
      )
    const short = draw(def, answers)
    const long = draw(def, { ...answers, masalah: sentence(900), solusi: sentence(700) })
    expect(sizeOf(long)).toBeLessThan(sizeOf(short))
    expect(long.length).toBeGreaterThan(1)
    for (const n of [0, 450, 899]) expect(allText(long)).toContain(`kata${n}`)
    expectWithin(long)
  })
  it('says where nothing was entered, also for a photo', () => {
    expect(textsOf(draw(def, { nama: 'LANGKOK' })).filter((line) => line === 'belum diisi')).toHaveLength(4)
  })
})

describe('an answer in words', () => {
  const words = (type: string, value: Value, over: Record<string, unknown> = {}): string =>
    answerWords(formField.parse({ key: 'a', label: both('a'), type, ...over }), value, 'id')

  it('is written as the field means it', () => {
    expect(words('rupiah', 1250000)).toBe('Rp1.250.000')
    expect(words('number', 1250.5)).toBe('1.250,5')
    expect(words('date', '2026-06-29')).toBe('29 Juni 2026')
    expect(words('tick', true)).toBe('Ya')
    expect(words('scale', 3, { max: 4, anchors: [{ score: 3, label: both('Sering') }] })).toBe('3 dari 4: Sering')
    expect(
      words('multi', ['x', 'y'], {
        options: [
          { key: 'x', label: both('Satu') },
          { key: 'y', label: both('Dua') },
        ],
      }),
    ).toBe('Satu; Dua')
    expect(words('choice', 'proses', { fact: 'kind' })).toBe('Proses')
    expect(words('text', null)).toBe('')
  })
})
