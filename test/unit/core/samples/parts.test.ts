import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
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
canvases: { usg: { state: selesai, items: [{ id: u1, text: Antre }] } }
`
const tree = 'canvases: { pohon-masalah: { state: selesai, items: [{ id: inti, text: Antre lama }] } }'
const link = (from: string, to: string): string => `trail: [{ from: ${from}, to: ${to}, by: a, at: '2026-04-01T00:00:00Z' }]`

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sample-'))
  await mkdir(join(folder, 'attachments'))
})
afterEach(() => rm(folder, { recursive: true }))

async function read(parts: Readonly<Record<string, string>>): ReturnType<typeof readSample> {
  for (const [name, text] of Object.entries({ 'lab.yaml': lab, 'innovations/satu.yaml': facts, ...parts })) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), text)
  }
  return readSample(folder, systemPorts)
}
const faultOf = (parts: Readonly<Record<string, string>>): Promise<unknown> =>
  read(parts).then(
    () => 'was read',
    (why) => (why as { fault: unknown }).fault,
  ) // vitest shows anything else as it is

describe('an innovation written in parts', () => {
  it('has the canvases and trail links of all its files, in the order of their names', async () => {
    const { innovations } = await read({
      'innovations/satu/2-lanjut.yaml': link('pohon-masalah/inti', 'usg/u1'),
      'innovations/satu/1-awal.yaml': tree,
      'innovations/satu/catatan.txt': 'not a part',
    })
    expect(Object.keys(innovations[0]?.canvases ?? {})).toEqual(['usg', 'pohon-masalah'])
    expect(innovations[0]?.trail.map(({ from, to }) => [from.quote, to.quote])).toEqual([['Antre lama', 'Antre']])
  })

  it.each([
    [
      'a canvas written twice',
      { '1.yaml': tree, '2.yaml': tree },
      '2.yaml',
      'canvases.pohon-masalah: already written in innovations/satu/1.yaml',
    ],
    [
      'a canvas the innovation has already',
      { '1.yaml': 'canvases: { usg: { state: belum } }' },
      '1.yaml',
      'already written in innovations/satu.yaml',
    ],
    ['a fact that belongs to the innovation', { '1.yaml': 'name: DUA' }, '1.yaml', 'name'],
    [
      'a trail link to nowhere',
      { '1.yaml': tree, '2.yaml': link('pohon-masalah/inti', 'usg/u9') },
      '2.yaml',
      'trail[0].to: nothing at "usg/u9"',
    ],
    [
      'two items of one id',
      { '1.yaml': 'canvases: { swot: { state: belum, items: [{ id: a, text: a }, { id: a, text: b }] } }' },
      '1.yaml',
      'canvases.swot.items[1].id: "a" is used twice',
    ],
  ])('refuses %s and names the part', async (_, parts, file, detail) => {
    const named = Object.fromEntries(Object.entries(parts).map(([name, text]) => [`innovations/satu/${name}`, text]))
    expect(await faultOf(named)).toMatchObject({
      kind: 'broken',
      file: `innovations/satu/${file}`,
      detail: expect.stringContaining(detail),
    })
  })

  it('refuses a folder of parts without its innovation, which would be lost without a word', async () => {
    expect(await faultOf({ 'innovations/dua/1.yaml': tree })).toMatchObject({ kind: 'broken', file: 'innovations/dua' })
  })
})
