import { describe, expect, it } from 'vitest'
import { addItem, answerText, changeItem, itemText, readItems } from '#shared/doc/canvas.ts'
import { snapshotInnovation, writeFacts } from '#shared/doc/innovation.ts'
import { renewLink, unmake } from '#shared/doc/making.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { InnovationId, ItemId, LabId } from '#shared/model/ids.ts'
import type { TrailEnd } from '#shared/model/lab.ts'
import { type CanvasDef, canvasDef } from '#shared/model/pack.ts'
import { takable } from '#shared/rules/taking.ts'
import { changedSources, linkState, textAt } from '#shared/rules/trail.ts'
import { placeDetail } from '#shared/rules/trail-place.ts'
import { likelyTargets, partsOf } from '#shared/rules/trail-targets.ts'
import { removeForNow } from '../../../../renderer/features/canvas/desk.ts'
import { become, becomeAll, takeOver, tie, tieAll } from '../../../../renderer/features/canvas/trail/edits.ts'
import { makeDesk, type TestDesk } from './desk.ts'

const both = (text: string) => ({ id: text, en: text })
const common = {
  stage: 'diagnose',
  help: both('x'),
  example: both('x'),
  status: 'unverified',
  source: 'x',
  outline: { heading: both('x'), lead: both('x') },
}
const column = (key: string, type: string, more: object = {}) => ({ key, label: both(key), type, ...more })

const aksi = canvasDef.parse({
  ...common,
  kind: 'grid',
  id: 'aksi',
  title: both('Rencana Aksi'),
  rowLabel: both('Langkah'),
  columns: [column('text', 'text'), column('waktu', 'months'), column('kendala', 'text')],
})
const pantau = canvasDef.parse({
  ...common,
  kind: 'grid',
  id: 'pantau',
  title: both('Pemantauan'),
  rowLabel: both('Langkah'),
  columns: [column('text', 'text'), column('waktu', 'months')],
  takes: [{ pick: { part: 'items', canvas: 'aksi' }, copy: { waktu: 'waktu' } }],
})
const papan = canvasDef.parse({
  ...common,
  kind: 'board',
  id: 'papan',
  title: both('Pelajaran'),
  zones: [
    { key: 'a', label: both('Pendorong'), hint: both('x') },
    { key: 'b', label: both('Penghambat'), hint: both('x'), color: 'jambu' },
  ],
  takes: [{ pick: { part: 'items', canvas: 'aksi' }, into: 'b', copy: { text: 'kendala' } }],
})
const pohon = canvasDef.parse({
  ...common,
  kind: 'tree',
  id: 'pohon',
  title: both('Pohon'),
  layouts: ['tree'],
  levels: { effect: both('Akibat'), core: both('Inti'), direct: both('Langsung'), indirect: both('Tidak langsung'), root: both('Akar') },
  takes: [{ pick: { part: 'top', canvas: 'aksi', count: 1 }, into: 'core' }],
})
const form = canvasDef.parse({
  ...common,
  kind: 'form',
  id: 'form',
  title: both('Form'),
  review: false,
  fields: [
    { key: 'nama', label: both('Nama'), type: 'line', fact: 'name' },
    { key: 'ringkasan', label: both('Ringkasan'), type: 'text', fact: 'summary' },
    { key: 'latar', label: both('Latar'), type: 'text' },
    { key: 'mulai', label: both('Mulai'), type: 'date' },
  ],
})
const usg = canvasDef.parse({
  ...common,
  kind: 'grid',
  id: 'usg',
  title: both('USG'),
  rowLabel: both('Isu'),
  columns: [column('text', 'text'), column('u', 'score'), column('peringkat', 'formula', { formula: { op: 'rank', by: 'u', tie: [] } })],
})
const defs: readonly CanvasDef[] = [aksi, pantau, papan, pohon, form, usg]
const read = (desk: TestDesk) => snapshotInnovation(desk.doc, 'inovasi' as InnovationId, 'lab' as LabId) // made up for the test
const id = (text: string): ItemId => text as ItemId // made up for the test
const endOf = (of: string, key: string, quote: string): TrailEnd => ({ place: 'item', of, key, quote })

function withSteps(): TestDesk {
  const desk = makeDesk(byPerson, 'pantau')
  addItem(desk.doc, 'aksi', id('r1'), { text: 'Susun SOP', values: { waktu: ['2026-03', '2026-04'], kendala: 'Petugas kurang' } }, byPerson)
  addItem(desk.doc, 'aksi', id('r2'), { text: 'Latih petugas', values: {} }, byPerson)
  desk.undo.clear()
  return desk
}

describe('taking over what a pack names', () => {
  it('brings the values along, ties every row, and offers only what is new the next time', () => {
    const desk = withSteps()
    const [offer] = takable(pantau, defs, read(desk), 'id')
    expect(offer?.things.map(({ text }) => text)).toEqual(['Susun SOP', 'Latih petugas'])
    if (offer === undefined) throw new Error('no offer')
    takeOver(desk, offer, offer.things.slice(0, 1), pantau, 'id')
    expect(readItems(desk.doc, 'pantau').map(({ text, values }) => [text, values])).toEqual([
      ['Susun SOP', { waktu: ['2026-03', '2026-04'] }],
    ])
    const [again] = takable(pantau, defs, read(desk), 'id')
    expect([again?.taken, again?.things.map(({ text }) => text)]).toEqual([1, ['Latih petugas']])
    desk.undo.undo()
    expect(readItems(desk.doc, 'pantau')).toEqual([])
    expect(read(desk).trail).toEqual([])
  })

  it('puts things into the part the pack names, in its colour', () => {
    const desk = withSteps()
    const [offer] = takable(papan, defs, read(desk), 'id')
    if (offer === undefined) throw new Error('no offer')
    takeOver(desk, offer, offer.things, papan, 'id')
    expect(readItems(desk.doc, 'papan').map(({ text, zone, color }) => [text, zone, color])).toEqual([['Petugas kurang', 'b', 'jambu']])
    // What was taken from another column is compared with that column.
    expect(changedSources(papan, defs, read(desk), 'id')).toEqual([])
    changeItem(desk.doc, 'aksi', id('r1'), { values: { kendala: 'Petugas dan alat kurang' } }, byPerson)
    expect(changedSources(papan, defs, read(desk), 'id').map(({ now, asQuoted }) => [now, asQuoted])).toEqual([
      ['Petugas dan alat kurang', true],
    ])
  })

  it('ties a core that is written and leaves its words', () => {
    const desk = withSteps()
    addItem(desk.doc, 'pohon', id('inti'), { role: 'core', text: 'Antrean panjang' }, byPerson)
    takeOver(
      desk,
      { take: { pick: { part: 'items', canvas: 'aksi' }, into: 'core', copy: {} }, role: 'core', source: aksi, things: [], taken: 0 },
      [{ from: endOf('aksi', 'r1', 'Susun SOP'), text: 'Susun SOP', values: {} }],
      pohon,
      'id',
    )
    expect(readItems(desk.doc, 'pohon').map(({ text }) => text)).toEqual(['Antrean panjang'])
    expect(read(desk).trail.map(({ to }) => to.key)).toEqual(['inti'])
  })
})

describe('making things of others', () => {
  it('makes one of each or one of all, in one step', () => {
    const desk = withSteps()
    const ends = [endOf('aksi', 'r1', 'Susun SOP'), endOf('aksi', 'r2', 'Latih petugas'), endOf('aksi', 'r3', '  ')]
    becomeAll(desk, ends, { def: papan, part: 'b' }, false, 'id')
    expect(readItems(desk.doc, 'papan').map(({ text, zone }) => [text, zone])).toEqual([
      ['Susun SOP', 'b'],
      ['Latih petugas', 'b'],
    ])
    desk.undo.undo()
    becomeAll(desk, ends, { def: papan }, true, 'id')
    expect(readItems(desk.doc, 'papan').map(({ text, zone }) => [text, zone])).toEqual([['Susun SOP\nLatih petugas', 'a']])
    expect(
      read(desk)
        .trail.map(({ from }) => from.key)
        .sort(),
    ).toEqual(['r1', 'r2'])
    desk.undo.undo()
    expect(read(desk).trail).toEqual([])
  })

  it('can be taken back, but not what somebody wrote since', () => {
    const desk = withSteps()
    const one = becomeAll(desk, [endOf('aksi', 'r1', 'Susun SOP')], { def: form, part: 'latar' }, false, 'id')
    unmake(desk.doc, defs, one, byPerson)
    expect([answerText(desk.doc, 'form', 'latar').toString(), read(desk).trail]).toEqual(['', []])
    const two = becomeAll(desk, [endOf('aksi', 'r1', 'Susun SOP')], { def: form, part: 'latar' }, false, 'id')
    answerText(desk.doc, 'form', 'latar').insert(0, 'Baru. ')
    unmake(desk.doc, defs, two, byPerson)
    expect([answerText(desk.doc, 'form', 'latar').toString(), read(desk).trail]).toEqual(['Baru. Susun SOP', []])
  })

  it('writes what the innovation itself knows where the innovation keeps it', () => {
    const desk = withSteps()
    writeFacts(desk.doc, { summary: 'Sudah ada.' }, byPerson)
    become(desk, endOf('aksi', 'r1', 'Susun SOP'), { def: form, part: 'ringkasan' })
    expect(read(desk).summary).toBe('Sudah ada.\nSusun SOP')
    become(desk, endOf('aksi', 'r1', '3 Maret 2026'), { def: form, part: 'mulai' })
    expect(read(desk).canvases.form?.fields.mulai).toBe('2026-03-03')
    const trail = read(desk).trail.length
    become(desk, endOf('aksi', 'r2', 'bukan tanggal'), { def: form, part: 'mulai' })
    expect(read(desk).trail.length).toBe(trail)
  })

  it('ties several ends to one thing, never a thing to itself', () => {
    const desk = withSteps()
    const ends = [endOf('aksi', 'r1', 'Susun SOP'), endOf('aksi', 'r2', 'Latih petugas')]
    tieAll(desk, ends, ends[1] ?? endOf('aksi', 'r2', ''), 'source')
    expect(read(desk).trail.map(({ from, to }) => [from.key, to.key])).toEqual([['r2', 'r1']])
  })

  it('offers the side of the core only while no core is written', () => {
    const desk = withSteps()
    expect(partsOf(pohon, read(desk)).map(({ key }) => key)).toEqual(['core', 'cause', 'effect'])
    addItem(desk.doc, 'pohon', id('inti'), { role: 'core', text: 'Antrean panjang' }, byPerson)
    expect(partsOf(pohon, read(desk)).map(({ key }) => key)).toEqual(['cause', 'effect'])
  })

  it('names first the canvases that take from this one', () => {
    const desk = withSteps()
    tie(desk, endOf('aksi', 'r1', 'x'), endOf('usg', 'u1', 'x'))
    expect(likelyTargets('aksi', defs, read(desk).trail, 9).map(({ def, part }) => [def.id, part])).toEqual([
      ['pantau', undefined],
      ['papan', 'b'],
      ['pohon', 'core'],
      ['usg', undefined],
    ])
  })
})

describe('sources that change or go', () => {
  it('tells the old words from the new ones; the result follows only where it still says the old ones', () => {
    const desk = withSteps()
    become(desk, endOf('aksi', 'r1', 'Susun SOP'), { def: pantau })
    itemText(desk.doc, 'aksi', id('r1'))?.insert(9, ' layanan')
    const [changed] = changedSources(pantau, defs, read(desk), 'id')
    expect(changed).toMatchObject({ now: 'Susun SOP layanan', asQuoted: true })
    if (changed === undefined) throw new Error('nothing changed')
    desk.undo.stopCapturing()
    renewLink(desk.doc, pantau, changed.link, changed.now, true, byPerson)
    expect(readItems(desk.doc, 'pantau')[0]?.text).toBe('Susun SOP layanan')
    expect(changedSources(pantau, defs, read(desk), 'id')).toEqual([])
    desk.undo.undo()
    expect(readItems(desk.doc, 'pantau')[0]?.text).toBe('Susun SOP')
    expect(changedSources(pantau, defs, read(desk), 'id')).toHaveLength(1)
    itemText(desk.doc, 'pantau', id(changed.link.to.key))?.insert(0, 'Kami ')
    expect(changedSources(pantau, defs, read(desk), 'id')[0]?.asQuoted).toBe(false)
  })

  it('keeps the quote of what was deleted, and finds it again by its id when the deletion is undone', () => {
    const desk = withSteps()
    become(desk, endOf('aksi', 'r1', 'Susun SOP'), { def: pantau })
    const restore = removeForNow({ ...desk, canvas: 'aksi' }, [id('r1')])
    const gone = read(desk)
    const [link] = gone.trail
    if (link === undefined) throw new Error('no link')
    expect([linkState(link, gone, defs, 'id').is, textAt(gone, link.from), link.from.quote]).toEqual(['gone', null, 'Susun SOP'])
    restore()
    expect(linkState(link, read(desk), defs, 'id').is).toBe('same')
  })

  it('still shows the quotes of a canvas whose pack is gone', () => {
    const desk = withSteps()
    const from = endOf('paket-lama', 'k9', 'Kartu dari paket lama')
    tie(desk, from, endOf('pantau', 'p1', 'x'))
    const [link] = read(desk).trail
    expect(link?.from.quote).toBe('Kartu dari paket lama')
    expect(link && linkState(link, read(desk), defs, 'id').is).toBe('gone')
  })

  it('does not take spaces and line breaks for a change', () => {
    const desk = withSteps()
    tie(desk, endOf('aksi', 'r1', 'Susun\n SOP '), endOf('pantau', 'p1', 'x'))
    const [link] = read(desk).trail
    expect(link && linkState(link, read(desk), defs, 'id').is).toBe('same')
  })
})

describe('where a thing stands, in words', () => {
  it('names the rank by the settings of the canvas, the zone, the level and the field', () => {
    const desk = withSteps()
    addItem(desk.doc, 'usg', id('u1'), { text: 'A', values: { u: 2 } }, byPerson)
    addItem(desk.doc, 'usg', id('u2'), { text: 'B', values: { u: 5 } }, byPerson)
    addItem(desk.doc, 'papan', id('k1'), { text: 'K', zone: 'b' }, byPerson)
    addItem(desk.doc, 'pohon', id('inti'), { role: 'core', text: 'I' }, byPerson)
    addItem(desk.doc, 'pohon', id('akar'), { role: 'cause', parent: id('inti'), root: true, text: 'R' }, byPerson)
    const value = read(desk)
    expect(placeDetail(usg, endOf('usg', 'u2', ''), value, 'id')).toBe('peringkat 1')
    expect(placeDetail(usg, endOf('usg', 'hilang', ''), value, 'id')).toBe('')
    expect(placeDetail(papan, endOf('papan', 'k1', ''), value, 'id')).toBe('Penghambat')
    expect(placeDetail(pohon, endOf('pohon', 'akar', ''), value, 'id')).toBe('Akar')
    expect(placeDetail(form, { place: 'field', of: 'form', key: 'latar' }, value, 'id')).toBe('Latar')
  })
})
