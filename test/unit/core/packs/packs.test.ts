import { mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadPacks } from '#core/packs/packs.ts'
import { FaultError } from '#shared/model/faults.ts'
import { board, broken, form, fullPack, grid, head, method, packFolder } from './make.ts'

const load = async (...packs: Parameters<typeof packFolder>) => loadPacks(await packFolder(...packs))
const places = (refused: Awaited<ReturnType<typeof loadPacks>>['refused']) =>
  refused.map(({ pack, file, path }) => `${pack}/${file} ${path}`.trim())
const ids = (packs: Awaited<ReturnType<typeof loadPacks>>['packs']) => packs.map((pack) => pack.head.id)

describe('a good pack', () => {
  it('is loaded whole, with the defaults filled in', async () => {
    const { packs, refused } = await load({ lengkap: fullPack() })
    expect(refused).toEqual([])
    expect(packs).toHaveLength(1)
    const [pack] = packs
    expect(pack?.canvases.map((def) => `${def.id} ${def.kind}`)).toEqual([
      'isian form',
      'papan board',
      'peta matrix',
      'pohon tree',
      'tabel grid',
    ])
    expect(pack?.method?.stages[0]?.agenda[0]).toMatchObject({ per: 'session', day: 1 })
    expect(pack?.documents[0]).toMatchObject({ orientation: 'portrait', kop: 'perangkat_daerah', cover: false })
  })

  it('comes in the same order however the folder was filled', async () => {
    const names = ['zebra', 'aren', 'lontar-2', 'lontar']
    const { packs } = await load(Object.fromEntries(names.map((name) => [name, { 'pack.yaml': head(name) }])))
    expect(ids(packs)).toEqual(['aren', 'lontar', 'lontar-2', 'zebra'])
  })

  it('survives a trip through JSON unchanged', async () => {
    const { packs } = await load({ lengkap: fullPack() })
    expect(JSON.parse(JSON.stringify(packs))).toEqual(packs)
  })

  it('ignores hidden folders, notes beside the packs and files that are not YAML', async () => {
    const folder = await packFolder({
      aren: { 'pack.yaml': head('aren'), 'BACA.txt': 'catatan', 'canvases/.sunting.yaml': '{' },
      '.git': { 'x.yaml': '{' },
    })
    await writeFile(join(folder, 'README.md'), 'catatan')
    expect(await loadPacks(folder)).toMatchObject({ packs: [{ head: { id: 'aren' } }], refused: [] })
  })
})

describe('a broken pack is refused with file, path and a sentence', () => {
  const full = fullPack()
  const cases: readonly [what: string, at: readonly (string | number)[], value: unknown, path: string, reason: RegExp][] = [
    ['a missing part', ['pack.yaml', 'issuer'], undefined, 'issuer', /wajib diisi/],
    ['a year outside the range', ['pack.yaml', 'year'], 1945, 'year', /Paling kecil 2000/],
    ['a pack id that is not the folder name', ['pack.yaml', 'id'], 'lain', 'id', /nama folder, yaitu "lengkap"/],
    ['a text in one language only', ['pack.yaml', 'title'], { id: 'Judul' }, 'title.en', /wajib diisi/],
    ['minutes of zero', ['method.yaml', 'stages', 2, 'agenda', 0, 'minutes'], 0, 'stages[2].agenda[0].minutes', /lebih dari 0/],
    [
      'minutes that are a word',
      ['method.yaml', 'stages', 2, 'agenda', 0, 'minutes'],
      'lama',
      'stages[2].agenda[0].minutes',
      /Harus berupa angka/,
    ],
    ['an unknown stage', ['method.yaml', 'stages', 1, 'key'], 'dream', 'stages[1].key', /salah satu dari: drum_up/],
    [
      'a gate that opens the wrong stage',
      ['method.yaml', 'stages', 0, 'gate', 'opens'],
      'design',
      'stages[0].gate.opens',
      /membuka "diagnose"/,
    ],
    ['a last gate that opens something', ['method.yaml', 'stages', 5, 'gate', 'opens'], 'drum_up', 'stages[5].gate.opens', /tidak membuka/],
    ['a misspelt optional key', ['method.yaml', 'stages', 0, 'metods'], [], 'stages[0].metods', /tidak dikenal/],
    ['a canvas of no known kind', ['canvases/papan.yaml', 'kind'], 'whiteboard', 'kind', /salah satu dari: board, tree/],
    ['a canvas id that is not the file name', ['canvases/papan.yaml', 'id'], 'dinding', 'id', /nama berkas, yaitu "papan"/],
    ['an id that could leave the folder', ['canvases/papan.yaml', 'id'], '../papan', 'id', /huruf kecil, angka, dan tanda hubung/],
    ['a key with a space', ['canvases/papan.yaml', 'zones', 0, 'key'], 'zona satu', 'zones[0].key', /garis bawah/],
    ['a board without zones', ['canvases/papan.yaml', 'zones'], [], 'zones', /Paling sedikit 1/],
    [
      'a formula over a column that is not there',
      ['canvases/tabel.yaml', 'columns', 2, 'formula', 'of'],
      ['u', 'g'],
      'columns[2].formula',
      /Kolom "g"/,
    ],
    [
      'a formula that leans on itself',
      ['canvases/tabel.yaml', 'columns', 2, 'formula', 'of'],
      ['u', 'rank'],
      'columns[2].formula',
      /dirinya sendiri/,
    ],
    [
      'a formula column without formula',
      ['canvases/tabel.yaml', 'columns', 2, 'formula'],
      undefined,
      'columns[2].formula',
      /memerlukan "formula"/,
    ],
    ['a score without a range', ['canvases/tabel.yaml', 'columns', 0, 'max'], undefined, 'columns[0]', /"min" dan "max"/],
    [
      'an anchor outside the range',
      ['canvases/tabel.yaml', 'columns', 0, 'anchors'],
      [{ score: 6, label: { id: 'a', en: 'b' } }],
      'columns[0].anchors[0].score',
      /antara 1 dan 5/,
    ],
    ['a threshold outside the axis', ['canvases/peta.yaml', 'y', 'threshold'], 9, 'y.threshold', /Batas/],
    ['two quadrants of one key', ['canvases/peta.yaml', 'quadrants', 'low_low', 'key'], 'a', 'quadrants.low_low.key', /dua kali/],
    ['a choice without options', ['canvases/isian.yaml', 'fields', 0, 'type'], 'choice', 'fields[0].options', /"options"/],
    ['a key twice in one list', ['canvases/isian.yaml', 'fields', 1, 'key'], 'latar', 'fields[1].key', /"latar" dipakai dua kali/],
    ['weights that do not make 100', ['forms/usulan.yaml', 'sections', 0, 'weight'], 50, 'sections', /100, bukan 110/],
    ['word limits the wrong way round', ['forms/usulan.yaml', 'sections', 1, 'minWords'], 300, 'sections[1].minWords', /melebihi/],
  ]
  it.each(cases)('%s', async (_, at, value, path, reason) => {
    const { packs, refused } = await load({ lengkap: broken(full, at, value), teman: { 'pack.yaml': head('teman') } })
    expect(ids(packs)).toEqual(['teman'])
    expect(refused[0]).toMatchObject({ pack: 'lengkap', file: at[0], path, reason: expect.stringMatching(reason) })
    expect(refused[0]?.reasonEn).not.toBe(refused[0]?.reason)
  })

  it('a pack without pack.yaml', async () => {
    const { refused } = await load({ kosong: { 'canvases/papan.yaml': board() } })
    expect(refused).toMatchObject([{ pack: 'kosong', file: 'pack.yaml', path: '', reason: 'Berkas pack.yaml tidak ada.' }])
  })

  it('a YAML file in a place nobody reads', async () => {
    const { refused } = await load({ aren: { 'pack.yaml': head('aren'), 'canvas/papan.yaml': board(), 'metode.yml': method() } })
    expect(places(refused)).toEqual(['aren/canvas/papan.yaml', 'aren/metode.yml'])
  })

  it('an agenda that goes back a day', async () => {
    const [first] = method().stages
    const block = first?.agenda[0]
    const agenda = [
      { ...block, day: 2 },
      { ...block, key: 'tutup', day: 1 },
    ]
    const { refused } = await load({ lengkap: broken(full, ['method.yaml', 'stages', 0, 'agenda'], agenda) })
    expect(places(refused)).toEqual(['lengkap/method.yaml stages[0].agenda[1].day'])
  })

  it('every fault of a pack at once, so that it can be mended in one go', async () => {
    const pack = broken(broken(full, ['canvases/isian.yaml', 'fields', 1, 'key'], 'latar'), ['pack.yaml', 'issuer'], '')
    const { refused } = await load({ lengkap: pack })
    expect(places(refused)).toEqual(['lengkap/pack.yaml issuer', 'lengkap/canvases/isian.yaml fields[1].key'])
  })
})

describe('references between packs', () => {
  const full = fullPack()
  const cases: readonly [what: string, at: readonly (string | number)[], value: unknown, path: string][] = [
    ['a stage with a canvas nobody has', ['method.yaml', 'stages', 1, 'canvases'], ['papan', 'dinding'], 'stages[1].canvases[1]'],
    [
      'an agenda block with a canvas nobody has',
      ['method.yaml', 'stages', 1, 'agenda', 0, 'canvas'],
      'dinding',
      'stages[1].agenda[0].canvas',
    ],
    [
      'a gate that asks for a canvas nobody has',
      ['method.yaml', 'stages', 1, 'gate', 'items', 0, 'check', 'canvas'],
      'dinding',
      'stages[1].gate.items[0].check.canvas',
    ],
    [
      'a gate that asks for a form nobody has',
      ['method.yaml', 'stages', 1, 'gate', 'items', 0, 'check'],
      { type: 'proposal_started', form: 'lain' },
      'stages[1].gate.items[0].check.form',
    ],
    [
      'a section that draws on a field nobody has',
      ['forms/usulan.yaml', 'sections', 0, 'draws', 0, 'field'],
      'lain',
      'sections[0].draws[0].field',
    ],
    [
      'a section that draws roots from a board',
      ['forms/usulan.yaml', 'sections', 0, 'draws', 1, 'canvas'],
      'papan',
      'sections[0].draws[1].canvas',
    ],
    [
      'a section that draws on a zone nobody has',
      ['forms/usulan.yaml', 'sections', 0, 'draws', 3, 'zone'],
      'lain',
      'sections[0].draws[3].zone',
    ],
    [
      'a section that draws on a quadrant nobody has',
      ['forms/usulan.yaml', 'sections', 0, 'draws', 4, 'quadrant'],
      'lain',
      'sections[0].draws[4].quadrant',
    ],
    ['items of a form', ['forms/usulan.yaml', 'sections', 0, 'draws', 5, 'canvas'], 'isian', 'sections[0].draws[5].canvas'],
    ['a document of a form nobody has', ['documents/cetak.yaml', 'of'], 'lain', 'of'],
    ['a document with an annex nobody has', ['documents/cetak.yaml', 'annex'], ['isian', 'lain'], 'annex[1]'],
    ['a form document made of a proposal', ['documents/cetak.yaml', 'builder'], 'form', 'of'],
  ]
  it.each(cases)('%s is refused', async (_, at, value, path) => {
    const { packs, refused } = await load({ lengkap: broken(full, at, value) })
    expect(packs).toEqual([])
    expect(places(refused)).toEqual([`lengkap/${at[0]} ${path}`])
  })

  it('a form document cannot be made of a board', async () => {
    const { refused } = await load({
      lengkap: broken(broken(full, ['documents/cetak.yaml', 'builder'], 'form'), ['documents/cetak.yaml', 'of'], 'papan'),
    })
    expect(refused).toMatchObject([{ path: 'of', reason: 'Kanvas "papan" berjenis board; di sini perlu form.' }])
  })

  it('may cross packs, whichever comes first', async () => {
    const { 'canvases/papan.yaml': papan, ...rest } = full
    const { packs, refused } = await load({ lengkap: rest, wadah: { 'pack.yaml': head('wadah'), 'canvases/papan.yaml': papan } })
    expect(refused).toEqual([])
    expect(ids(packs)).toEqual(['lengkap', 'wadah'])
  })

  it('fall with what they lean on, and say so', async () => {
    const { 'canvases/papan.yaml': papan, ...rest } = full
    const { packs, refused } = await load({
      lengkap: rest,
      turunan: {
        'pack.yaml': head('turunan'),
        'method.yaml': { kind: 'method', title: { id: 'a', en: 'b' }, mode: '5D', from: 'lengkap', leaveOut: ['documentation'] },
      },
      wadah: { 'pack.yaml': { ...head('wadah'), year: 1 }, 'canvases/papan.yaml': papan },
    })
    expect(packs).toEqual([])
    expect(places(refused)).toContain('wadah/pack.yaml year')
    expect(places(refused)).toContain('lengkap/method.yaml stages[0].canvases[0]')
    expect(places(refused)).toContain('turunan/method.yaml from')
  })

  it('an id taken by another pack refuses the newcomer, not the holder', async () => {
    const { packs, refused } = await load({ aren: { 'pack.yaml': head('aren'), 'canvases/isian.yaml': form() }, lengkap: full })
    expect(ids(packs)).toEqual(['aren'])
    expect(refused).toMatchObject([
      { pack: 'lengkap', file: 'canvases/isian.yaml', path: 'id', reason: 'Id "isian" sudah dipakai paket "aren".' },
    ])
  })

  it('a canvas and a proposal form may not share an id, a document may have the id of its canvas', async () => {
    const same = {
      ...full,
      'documents/isian.yaml': { ...(full['documents/cetak.yaml'] as object), id: 'isian', builder: 'form', of: 'isian' },
    } // written as an object in make.ts
    expect((await load({ lengkap: same })).refused).toEqual([])
    const clash = { ...full, 'forms/papan.yaml': { ...(full['forms/usulan.yaml'] as object), id: 'papan' } } // written as an object in make.ts
    expect(places((await load({ lengkap: clash })).refused)).toEqual(['lengkap/forms/papan.yaml id'])
  })
})

describe('a method made from another one', () => {
  const derived = (over: object) => ({
    kind: 'method',
    title: { id: 'Lima', en: 'Five' },
    mode: '5D',
    from: 'lengkap',
    leaveOut: ['documentation'],
    ...over,
  })
  const withDerived = (over: object) => ({ lengkap: fullPack(), lima: { 'pack.yaml': head('lima'), 'method.yaml': derived(over) } })

  it('leaves stages out and closes its last gate', async () => {
    const { packs, refused } = await load(withDerived({}))
    expect(refused).toEqual([])
    const stages = packs.find((pack) => pack.head.id === 'lima')?.method?.stages ?? []
    expect(stages.map((stage) => `${stage.key} → ${stage.gate.opens}`)).toEqual([
      'drum_up → diagnose',
      'diagnose → design',
      'design → deliver',
      'deliver → display',
      'display → undefined',
    ])
    expect(packs.find((pack) => pack.head.id === 'lengkap')?.method?.stages[4]?.gate.opens).toBe('documentation')
  })

  it('closes the gap when a stage in the middle is left out', async () => {
    const { packs } = await load(withDerived({ leaveOut: ['design'] }))
    expect(packs.find((pack) => pack.head.id === 'lima')?.method?.stages[1]?.gate.opens).toBe('deliver')
  })

  it.each([
    ['of a pack that is not there', { from: 'lain' }, 'from'],
    ['of itself', { from: 'lima' }, 'from'],
    ['with a stage left out twice over', { leaveOut: ['documentation', 'display'] }, 'leaveOut'],
    ['called 6D with five stages', { mode: '6D' }, 'leaveOut'],
  ])('%s is refused', async (_, over, path) => {
    const { packs, refused } = await load(withDerived(over))
    expect(ids(packs)).toEqual(['lengkap'])
    expect(places(refused)).toEqual([`lima/method.yaml ${path}`])
  })
})

describe("a workspace's own packs", () => {
  it('come after the shipped ones and may use their canvases', async () => {
    const builtin = await packFolder({ zat: fullPack('zat') })
    const own = await packFolder({ aren: { 'pack.yaml': head('aren'), 'method.yaml': method() } })
    const { packs, refused } = await loadPacks([builtin, own])
    expect(refused).toEqual([])
    expect(ids(packs)).toEqual(['zat', 'aren'])
  })

  it('cannot take the id of a shipped pack, even of a broken one', async () => {
    const builtin = await packFolder({ aren: { 'pack.yaml': { ...head('aren'), year: 1 } }, zat: { 'pack.yaml': head('zat') } })
    const own = await packFolder({ aren: { 'pack.yaml': head('aren') }, zat: { 'pack.yaml': { ...head('zat'), issuer: 'Palsu' } } })
    const { packs, refused } = await loadPacks([builtin, own])
    expect(packs).toMatchObject([{ head: { id: 'zat', issuer: 'Bappeda' } }])
    expect(refused.map((one) => one.reason)).toContain('Id "zat" sudah dipakai paket "zat".')
    expect(refused.map((one) => one.reason)).toContain('Id "aren" sudah dipakai paket "aren".')
  })

  it('cannot replace a shipped canvas', async () => {
    const builtin = await packFolder({ zat: { 'pack.yaml': head('zat'), 'canvases/tabel.yaml': grid() } })
    const own = await packFolder({ aren: { 'pack.yaml': head('aren'), 'canvases/tabel.yaml': grid() } })
    expect(places((await loadPacks([builtin, own])).refused)).toEqual(['aren/canvases/tabel.yaml id'])
  })

  it('may be missing altogether; the shipped folder may not', async () => {
    const folder = await packFolder({ aren: { 'pack.yaml': head('aren') } })
    expect(ids((await loadPacks([folder, join(folder, 'tidak-ada')])).packs)).toEqual(['aren'])
    const missing = await loadPacks(join(folder, 'tidak-ada')).catch((error: unknown) => error)
    expect(missing).toBeInstanceOf(FaultError)
    expect(missing).toMatchObject({ fault: { kind: 'missing' } })
  })

  it('are not followed out of their folder by a link', async () => {
    const outside = await packFolder({ jauh: { 'pack.yaml': head('jauh'), 'canvases/papan.yaml': board() } })
    const folder = await packFolder({ aren: { 'pack.yaml': head('aren') } })
    await mkdir(join(folder, 'aren', 'canvases'))
    await symlink(join(outside, 'jauh', 'canvases', 'papan.yaml'), join(folder, 'aren', 'canvases', 'papan.yaml'))
    await symlink(join(outside, 'jauh'), join(folder, 'jauh'))
    const { packs } = await loadPacks(folder)
    expect(packs).toMatchObject([{ head: { id: 'aren' }, canvases: [] }])
    await rm(join(folder, 'jauh'))
  })
})
