import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { systemPorts } from '#core/ports.ts'
import { readSample } from '#core/samples/samples.ts'

const lab = `
id: contoh
region: Contoh
regionKind: kota
year: 2026
jilid: 1
theme: Contoh
method: lan-6d
stage: design
timeZone: WIB
leader: { title: Wali Kota }
coordinator: { unit: Bappeda }
kop: {}
paper: A4
illustration: Karangan
units: [{ id: dinas, name: Dinas, short: Dinas, kind: opd, headPosition: Kepala }]
people: []
`
const facts = `
id: satu
name: SATU
longName: Satu
unit: dinas
stage: design
summary: Contoh
illustration: Karangan
`

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sample-'))
  await mkdir(join(folder, 'innovations'))
  await mkdir(join(folder, 'attachments'))
})
afterEach(() => rm(folder, { recursive: true }))

async function read(written: { lab?: string; innovation?: string; picture?: Uint8Array }): ReturnType<typeof readSample> {
  await writeFile(join(folder, 'lab.yaml'), written.lab ?? lab)
  await writeFile(join(folder, 'innovations', 'satu.yaml'), written.innovation ?? facts)
  if (written.picture !== undefined) await writeFile(join(folder, 'attachments', 'foto.png'), written.picture)
  return readSample(folder, systemPorts)
}
const faultOf = (written: Parameters<typeof read>[0]): Promise<unknown> =>
  read(written).then(
    () => 'was read',
    (why) => (why as { fault: unknown }).fault,
  ) // vitest shows anything else as it is

describe('readSample', () => {
  it('reads the smallest sample', async () => expect((await read({})).innovations[0]?.name).toBe('SATU'))

  it('names the file, line and column when it is not YAML', async () => {
    expect(await faultOf({ innovation: `${facts}members: [\n` })).toMatchObject({
      kind: 'broken',
      file: 'innovations/satu.yaml',
      detail: expect.stringMatching(/line \d+, column \d+/u),
    })
  })

  it.each([
    ['a key nobody knows', 'warna: merah', 'warna'],
    ['a day that is none', 'startedOn: kemarin', 'startedOn'],
    [
      'a score that is an object',
      'canvases: { usg: { state: selesai, items: [{ id: u1, text: a, values: { u: { a: 1 } } }] } }',
      'canvases.usg.items[0].values.u',
    ],
    [
      'an item id a file system could trip over',
      'canvases: { usg: { state: selesai, items: [{ id: ../u1, text: a }] } }',
      'canvases.usg.items[0].id',
    ],
    [
      'two items of one id',
      'canvases: { usg: { state: selesai, items: [{ id: u1, text: a }, { id: u1, text: b }] } }',
      'canvases.usg.items[1].id: "u1" is used twice',
    ],
    [
      'a parent that is not there',
      'canvases: { t: { state: selesai, items: [{ id: u1, text: a, parent: u9 }] } }',
      'canvases.t.items[0].parent',
    ],
    [
      'a tree that bites its tail',
      'canvases: { t: { state: selesai, items: [{ id: a, text: a, parent: b }, { id: b, text: b, parent: a }] } }',
      'canvases.t.items[0].parent: the item hangs from itself',
    ],
    [
      'a cluster that is a note',
      'canvases: { t: { state: selesai, items: [{ id: a, text: a }, { id: b, text: b, cluster: a }] } }',
      'canvases.t.items[1].cluster',
    ],
    [
      'a trail link to nowhere',
      "trail: [{ from: usg/u9, to: usg/u1, by: a, at: '2026-04-01T00:00:00Z' }]",
      'trail[0].from: nothing at "usg/u9"',
    ],
    ['a review of nothing', "reviews: { form-ide/tujuan: { state: ok, by: a, at: '2026-04-01T00:00:00Z' } }", 'reviews.form-ide/tujuan'],
    [
      'a picture outside the folder',
      'proposals: { f: { sections: { a: [{ img: { file: ../../rahasia.png, alt: a, caption: b } }] } } }',
      'proposals.f.sections.a[0]',
    ],
    [
      'a picture that is missing',
      'proposals: { f: { sections: { a: [{ img: { file: tidak-ada.png, alt: a, caption: b } }] } } }',
      'no picture attachments/tidak-ada.png',
    ],
    [
      'a mark that is never closed',
      "proposals: { f: { sections: { a: [{ p: 'x' }, { p: 'tebal **sekali' }] } } }",
      'proposals.f.sections.a[1].p: bold is never closed',
    ],
    [
      'a quotation from nowhere',
      "proposals: { f: { sections: { a: [{ p: '{{usg/u1|kata}}' }] } } }\nquoted: { by: a, at: '2026-04-01T00:00:00Z' }",
      'nothing at "usg/u1"',
    ],
    [
      'a key that would reach the prototype',
      'canvases: { usg: { state: selesai, items: [{ id: u1, text: a, values: { __proto__: 1 } }] } }',
      '__proto__: this key is not allowed',
    ],
    ['an alias', 'members: &m []\ngates: *m', 'lias'],
    ['the same key twice', 'name: LAIN', 'unique'],
  ])('refuses %s and says where', async (_, extra, where) => {
    const fault = await faultOf({ innovation: `${facts}${extra}\n` })
    expect(fault).toMatchObject({ kind: 'broken', file: 'innovations/satu.yaml', detail: expect.stringContaining(where) })
  })

  it('refuses an innovation of a unit that is not in the lab', async () => {
    expect(await faultOf({ innovation: facts.replace('unit: dinas', 'unit: badan') })).toMatchObject({
      file: 'innovations/satu.yaml',
      detail: 'unit: "badan" is not a unit of lab.yaml',
    })
  })

  it('refuses a file that is not named like the innovation in it', async () => {
    expect(await faultOf({ innovation: facts.replace('id: satu', 'id: dua') })).toMatchObject({
      detail: 'id: "dua" must be the name of the file',
    })
  })

  it('refuses a person of a unit that is not there', async () => {
    const people = 'people: [{ id: a, name: A, position: B, unit: badan, role: coach }]'
    expect(await faultOf({ lab: lab.replace('people: []', people) })).toMatchObject({
      file: 'lab.yaml',
      detail: expect.stringContaining('people[0].unit'),
    })
  })

  it('refuses a picture that is not a PNG', async () => {
    expect(await faultOf({ picture: new TextEncoder().encode('GIF89a, nearly a picture, but no') })).toMatchObject({
      kind: 'broken',
      file: 'attachments/foto.png',
    })
  })

  it('refuses a file of absurd size', async () => {
    expect(await faultOf({ lab: `${lab}# ${'x'.repeat(1_000_000)}` })).toMatchObject({
      file: 'lab.yaml',
      detail: expect.stringContaining('larger than'),
    })
  })

  it('says that a folder without a lab is missing its lab', async () => {
    await expect(readSample(join(folder, 'kosong'), systemPorts)).rejects.toMatchObject({ fault: { kind: 'missing', file: 'lab.yaml' } })
  })
})
