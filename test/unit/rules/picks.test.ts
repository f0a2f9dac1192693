import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BoardDef, boardDef, canvasDef } from '#shared/model/pack.ts'
import { notesOf, picked, zoneOf, zonesOf } from '#shared/rules/picks.ts'
import { itemId, makeCanvas, makeInnovation, makeItem, makeItems } from '#test/makers/innovation.ts'
import { both, column, formula, grid, score } from './columns.ts'

const common = {
  ...{ id: 'uji', title: both('Uji'), stage: 'diagnose', help: both('-'), example: both('-'), status: 'unverified', source: 'uji' },
  outline: { heading: both('Uji'), lead: both('-') },
}

describe('picks of a grid with modes', () => {
  const apkl = grid(
    [
      ...['a', 'l'].map((key) => column(key, 'tick')),
      score('skor'),
      formula('lolos', { op: 'check', all: ['a', 'l'].map((of) => ({ of, is: true })), yes: both('Ya'), no: both('Tidak') }),
      formula('rank', { op: 'rank', by: 'skor', tie: [] }),
    ],
    {
      modes: [
        { key: 'biner', label: both('Biner'), help: both('-'), columns: ['text', 'a', 'l', 'lolos'] },
        { key: 'skor', label: both('Skor'), help: both('-'), columns: ['text', 'skor', 'rank'] },
      ],
    },
  )
  const items = makeItems([
    { text: 'Satu', values: { a: true, l: true, skor: 1 } },
    { text: 'Dua', values: { a: true, skor: 5 } },
  ])
  const texts = (mode: string, pick: { part: 'passed'; column: string } | { part: 'top'; count: number }) =>
    picked(apkl, makeInnovation({ canvases: { uji: makeCanvas({ def: 'uji', items, settings: { mode } }) } }), {
      canvas: 'uji',
      ...pick,
    }).map(({ text }) => text)

  it('let through what the check of the mode in force lets through; one of another mode counts for nothing', () => {
    expect(texts('biner', { part: 'passed', column: 'lolos' })).toEqual(['Satu'])
    expect(texts('skor', { part: 'passed', column: 'lolos' })).toEqual([])
  })
  it('are ranked only in a mode that ranks', () => {
    expect(texts('skor', { part: 'top', count: 1 })).toEqual(['Dua'])
    expect(texts('biner', { part: 'top', count: 1 })).toEqual([])
  })
})

describe('an answer', () => {
  const form = canvasDef.parse({
    ...common,
    ...{ kind: 'form', review: false },
    fields: [
      { key: 'nama', label: both('Nama'), type: 'line', fact: 'name' },
      { key: 'jenis', label: both('Jenis'), type: 'choice', fact: 'kind' },
      { key: 'mulai', label: both('Mulai'), type: 'date' },
      { key: 'biaya', label: both('Biaya'), type: 'rupiah' },
    ],
  })
  const text = (field: string, innovation = makeInnovation()) =>
    picked(form, innovation, { part: 'field', canvas: 'uji', field }).map((one) => one.text)
  it('that is a fact of the innovation is there although nobody opened the form', () => {
    expect(text('nama')).toEqual(['LANGKOK'])
    expect(text('jenis').join()).toMatch(/proses/i)
    expect(text('biaya')).toEqual([])
  })
  it('is quoted as it would be written', () => {
    const innovation = makeInnovation({ canvases: { uji: makeCanvas({ def: 'uji', fields: { mulai: '2026-06-29', biaya: 1_250_000 } }) } })
    expect([text('mulai', innovation), text('biaya', innovation)]).toEqual([['29 Juni 2026'], ['Rp1.250.000']])
  })
})

describe('zones of a board', () => {
  const def: BoardDef = boardDef.parse({
    ...common,
    kind: 'board',
    zones: ['satu', 'dua'].map((key) => ({ key, label: both(key), hint: both('-') })),
  })
  it('are the same for one note and for all of them, whatever clusters and zones they name', () => {
    const zone = fc.constantFrom('satu', 'dua', 'hilang', null)
    const note = fc.record({ zone, cluster: fc.constantFrom('k1', 'k2', 'n1', 'hilang', null) })
    fc.assert(
      fc.property(fc.array(note, { maxLength: 8 }), zone, zone, (notes, first, second) => {
        const heads = [first, second].map((one, at) => makeItem({ id: `k${at + 1}`, role: 'cluster', zone: one }))
        const items = [...heads, ...makeItems(notes, 'n')]
        const zones = zonesOf(def, items)
        for (const item of notesOf(items)) expect(zones.get(item.id)).toBe(zoneOf(def, item, items))
        expect(zones.has(itemId('k1'))).toBe(false)
      }),
      { seed: 20_273, numRuns: 300 },
    )
  })
})
