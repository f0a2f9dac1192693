import { describe, expect, it } from 'vitest'
import type { Canvas, Innovation, TrailEnd } from '#shared/model/lab.ts'
import { type CanvasDef, canvasDef } from '#shared/model/pack.ts'
import { converted, takable } from '#shared/rules/taking.ts'
import { makeCanvas, makeInnovation, makeItems, makeLink } from '#test/makers/innovation.ts'
import { both, column, formula, options, score } from './columns.ts'

const made = (def: Record<string, unknown>): CanvasDef =>
  canvasDef.parse({
    ...{ title: both('Uji'), stage: 'diagnose', help: both('-'), example: both('-'), status: 'unverified', source: 'uji' },
    outline: { heading: both('Uji'), lead: both('-') },
    ...def,
  })
const gridOf = (id: string, columns: readonly unknown[], more: Record<string, unknown> = {}) =>
  made({ kind: 'grid', id, rowLabel: both('Baris'), columns: [column('text', 'text'), ...columns], ...more })

const apkl = gridOf('apkl', [
  ...['a', 'l'].map((key) => score(key)),
  column('fakta', 'text'),
  column('biaya', 'rupiah'),
  column('kelompok', 'choice', { options: options('warga', 'pegawai') }),
  formula('total', { op: 'sum', of: ['a', 'l'] }),
  formula('lolos', { op: 'check', all: [{ of: 'total', atLeast: 6 }], yes: both('Lanjut'), no: both('Tidak') }),
])
const board = made({
  kind: 'board',
  id: 'peta',
  zones: [
    { key: 'satu', label: both('Satu'), hint: both('-') },
    { key: 'dua', label: both('Dua'), hint: both('-') },
  ],
})
const form = made({
  kind: 'form',
  id: 'isian',
  review: false,
  fields: [
    { key: 'nama', label: both('Nama'), type: 'line', fact: 'name' },
    { key: 'latar', label: both('Latar'), type: 'text' },
  ],
})

const trail = (from: Partial<TrailEnd>, to: Partial<TrailEnd>, id: string) => {
  const end = { place: 'item', of: '', key: '', quote: '' } as const
  return makeLink({ id, from: { ...end, ...from }, to: { ...end, ...to } })
}
const innovationWith = (canvases: readonly Partial<Canvas>[], links: Innovation['trail'] = []) =>
  makeInnovation({ canvases: Object.fromEntries(canvases.map((canvas) => [canvas.def ?? '', makeCanvas(canvas)])), trail: links })
const rows = makeItems(
  [
    { text: ' Antrean ', values: { a: 5, l: 4, fakta: 'Survei', biaya: 1_250_000, kelompok: 'warga' } },
    { text: 'Formulir', values: { a: 1, l: 1 } },
    { text: 'Loket', values: { a: 3, l: 3 } },
    { text: '', values: { a: 5, l: 5 } },
  ],
  'r',
)

describe('taking over', () => {
  const usg = gridOf(
    'usg',
    [
      column('keterangan', 'text'),
      column('nilai', 'number'),
      column('rupa', 'text'),
      column('untuk', 'choice', { options: [{ key: 'publik', label: both('Warga') }] }),
    ],
    {
      takes: [
        {
          pick: { part: 'passed', canvas: 'apkl', column: 'lolos' },
          copy: { keterangan: 'fakta', nilai: 'total', rupa: 'biaya', untuk: 'kelompok', hilang: 'fakta' },
        },
        { pick: { part: 'zone', canvas: 'peta', zone: 'dua' } },
        { pick: { part: 'items', canvas: 'tidak-ada' } },
      ],
    },
  )
  const defs = [apkl, board, form, usg]

  it('offers what the pick gives, with the values it brings along, by their words where types differ', () => {
    const offers = takable(usg, defs, innovationWith([{ def: 'apkl', items: rows }]), 'id')
    expect(offers).toHaveLength(1)
    expect(offers[0]).toMatchObject({ taken: 0, source: { id: 'apkl' } })
    expect(offers[0]?.things).toEqual([
      {
        from: { place: 'item', of: 'apkl', key: 'r1', quote: 'Antrean' },
        text: 'Antrean',
        values: { keterangan: 'Survei', nilai: 9, rupa: 'Rp1.250.000', untuk: 'publik' },
      },
      { from: { place: 'item', of: 'apkl', key: 'r3', quote: 'Loket' }, text: 'Loket', values: { nilai: 6 } },
    ])
  })
  it('does not offer again what has become something here, until that is gone', () => {
    const from = { of: 'apkl', key: 'r1' }
    const withRow = (links: Innovation['trail']) =>
      takable(
        usg,
        defs,
        innovationWith(
          [
            { def: 'apkl', items: rows },
            { def: 'usg', items: makeItems([{ id: 'x' }]) },
          ],
          links,
        ),
        'id',
      )[0]
    const keys = (offer: ReturnType<typeof withRow>) => [offer?.things.map(({ from: { key } }) => key), offer?.taken]
    expect(keys(withRow([trail(from, { of: 'usg', key: 'x' }, 'l1')]))).toEqual([['r3'], 1])
    expect(keys(withRow([trail(from, { of: 'usg', key: 'dihapus' }, 'l1')])), 'its target was deleted').toEqual([['r1', 'r3'], 0])
    expect(keys(withRow([trail(from, { of: 'peta', key: 'x' }, 'l1')])), 'it became something elsewhere').toEqual([['r1', 'r3'], 0])
    expect(keys(withRow([trail({ of: 'usg', key: 'x' }, from, 'l1')])), 'the link runs the other way').toEqual([['r1', 'r3'], 0])
  })
  it('goes on saying that everything was taken', () => {
    const links = ['r1', 'r3'].map((key) => trail({ of: 'apkl', key }, { of: 'usg', key: 'x' }, key))
    expect(
      takable(
        usg,
        defs,
        innovationWith(
          [
            { def: 'apkl', items: rows },
            { def: 'usg', items: makeItems([{ id: 'x' }]) },
          ],
          links,
        ),
        'id',
      ),
    ).toMatchObject([{ things: [], taken: 2 }])
  })
  it('offers nothing from a canvas nobody has touched, or that no pack has', () => {
    expect(takable(usg, defs, makeInnovation(), 'id')).toEqual([])
    expect(takable(usg, [usg], innovationWith([{ def: 'apkl', items: rows }]), 'id')).toEqual([])
  })

  it('says into which zone, field or side; a text may come from another column', () => {
    const tree = made({
      ...{ kind: 'tree', id: 'pohon', layouts: ['tree'] },
      levels: { effect: both('e'), core: both('c'), direct: both('d'), indirect: both('i'), root: both('r') },
      takes: [{ pick: { part: 'items', canvas: 'apkl' }, into: 'core' }],
    })
    const wall = made({
      ...board,
      id: 'dinding',
      takes: [{ pick: { part: 'items', canvas: 'apkl' }, into: 'dua', copy: { text: 'fakta' } }],
    })
    const innovation = innovationWith([{ def: 'apkl', items: rows }])
    expect(takable(tree, [apkl, tree], innovation, 'id')[0]).toMatchObject({ role: 'core' })
    const [offer] = takable(wall, [apkl, wall], innovation, 'id')
    expect(offer).toMatchObject({ zone: 'dua' })
    expect(
      offer?.things.map(({ text, from }) => [text, from.quote]),
      'rows without a fact have nothing to give',
    ).toEqual([['Survei', 'Survei']])
  })
  it('takes answers of forms, also facts of the innovation, and knows a field that was filled', () => {
    const slide = made({
      ...{
        kind: 'form',
        id: 'slide',
        review: false,
        fields: [
          { key: 'judul', label: both('Judul'), type: 'line' },
          { key: 'isi', label: both('Isi'), type: 'text' },
        ],
      },
      takes: [
        { pick: { part: 'field', canvas: 'isian', field: 'nama' }, into: 'judul' },
        { pick: { part: 'field', canvas: 'isian', field: 'latar' }, into: 'isi' },
      ],
    })
    const offers = (canvases: readonly Partial<Canvas>[], links: Innovation['trail'] = []) =>
      takable(slide, [form, slide], innovationWith(canvases, links), 'id')
    expect(offers([]).map(({ field, things }) => [field, things.map(({ text }) => text)])).toEqual([['judul', ['LANGKOK']]])
    const link = trail({ place: 'field', of: 'isian', key: 'latar' }, { place: 'field', of: 'slide', key: 'isi' }, 'l1')
    const filled = { def: 'isian', fields: { latar: 'Antre' } }
    expect(offers([filled, { def: 'slide', fields: { isi: 'Antre' } }], [link])[1]).toMatchObject({ things: [], taken: 1 })
    expect(offers([filled, { def: 'slide', fields: { isi: ' ' } }], [link])[1], 'the answer was emptied').toMatchObject({ taken: 0 })
  })
  it('takes the mean of scores people gave one by one', () => {
    const voted = gridOf('nilai', [score('u', { voted: true })], { voting: { combine: 'mean' } })
    const target = gridOf('tujuan', [column('angka', 'number')], {
      takes: [{ pick: { part: 'items', canvas: 'nilai' }, copy: { angka: 'u' } }],
    })
    const items = makeItems([{ text: 'Isu', values: { u: 1 }, scores: { u: { a: 4, b: 5 } } }])
    const innovation = innovationWith([{ def: 'nilai', items, settings: { scoring: 'each' } }])
    expect(takable(target, [voted, target], innovation, 'id')[0]?.things[0]?.values).toEqual({ angka: 4.5 })
  })

  it('names the group of a grid its things go to', () => {
    const groups = gridOf('tujuan', [column('sisi', 'choice', { options: options('s', 'w') })], {
      groupBy: 'sisi',
      takes: [{ pick: { part: 'items', canvas: 'apkl' }, into: 'w' }],
    })
    expect(takable(groups, [apkl, groups], innovationWith([{ def: 'apkl', items: rows }]), 'id')[0]).toMatchObject({ group: 'w' })
  })
})

describe('a value in another column', () => {
  const text = column('t', 'text')
  const number = column('n', 'number', { max: 100 })
  const choice = column('c', 'choice', { options: [{ key: 'x', label: { id: 'Ya sekali', en: 'Very' } }] })
  it.each([
    ['number to text', number, text, 2.5, '2,5'],
    ['text to number', text, number, '2,5', 2.5],
    ['text that is no number', text, number, 'banyak', null],
    ['number out of range', column('n', 'number'), number, 101, null],
    ['rupiah to number', column('r', 'rupiah'), number, 50, 50],
    ['per cent to number', column('p', 'percent'), number, 45.5, 45.5],
    ['choice to text', choice, text, 'x', 'Ya sekali'],
    ['text to choice', text, choice, 'very', 'x'],
    ['choice to one with other words', choice, column('d', 'choice', { options: options('x') }), 'x', 'x'],
    ['choice to one that lacks it', choice, column('d', 'choice', { options: options('y') }), 'x', null],
    ['choice to several', choice, column('m', 'multi', { options: options('x') }), 'x', ['x']],
    ['tick to text', column('b', 'tick'), text, true, 'Ya'],
    ['date to text', column('d', 'date'), text, '2026-06-29', '29 Juni 2026'],
    ['text to date', text, column('d', 'date'), '29/6/2026', '2026-06-29'],
    ['months to months', column('m', 'months'), column('m', 'months'), ['2026-01', 'x'], ['2026-01']],
    ['photo to photo', column('f', 'photo'), column('g', 'photo'), 'a.png', 'a.png'],
    ['text to photo', text, column('g', 'photo'), 'a.png', null],
    ['anything to a formula', text, formula('f', { op: 'sum', of: ['n'] }), '5', null],
    ['nothing', text, number, null, null],
  ] as const)('%s', (_, from, to, value, expected) => {
    expect(converted(from, to, value, 'id')).toEqual(expected)
  })
})
