import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { assignmentsOf } from '#core/jury/assignment.ts'
import { masked, masking, spellingsOf, withoutNumbers } from '#core/jury/mask.ts'
import { mostPackageBytes, packageBack, packageOut, readPackage } from '#core/jury/package.ts'
import type { Assignment, Convention, Sheet } from '#shared/model/jury.ts'
import { emptySheet, inOrder } from '#shared/rules/jury-sheet.ts'
import { makeInnovation, paragraph, rich } from '#test/makers/innovation.ts'
import { makeLab } from '#test/makers/lab.ts'
import { conventionOf, entryId, entryOf, judgeId, seeded, wildSheet } from './make.ts'

const madeAt = '2026-09-14T02:00:00.000Z'
const lab = makeLab()

async function taskOf(convention: Convention, judge = 'b', sheet: Sheet = emptySheet(judgeId(judge))): Promise<Assignment> {
  const make = assignmentsOf({ convention, lab, labName: 'Kota Contoh', packs: [], language: 'id', madeAt, innovation: async () => null })
  const found = convention.judges.find(({ id }) => id === judge)
  if (found === undefined) throw new Error(`no judge ${judge}`)
  return make(found, sheet)
}

/** The package with some of its files changed; `undefined` leaves one out. */
function tampered(bytes: Uint8Array, change: (files: Record<string, string>) => Record<string, string | undefined>): Uint8Array {
  const files = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, one]) => [name, strFromU8(one)]))
  const next: Zippable = {}
  for (const [name, text] of Object.entries({ ...files, ...change(files) })) if (text !== undefined) next[name] = strToU8(text)
  return zipSync(next)
}

const sheet = inOrder({
  ...emptySheet(judgeId('b')),
  marks: [{ entry: entryId('dua'), stage: 'proposal', criterion: 'baru', value: 3, comment: 'jelas', turn: 1, at: madeAt }],
})

describe('a package', () => {
  it('is read as it was written, out and back, and is the same bytes for the same content', async () => {
    const task = await taskOf(conventionOf())
    const out = packageOut('1.0.0', task, sheet)
    expect(readPackage(out)).toMatchObject({ way: 'out', assignment: task, sheet })
    expect(packageOut('1.0.0', task, sheet)).toEqual(out)
    expect(readPackage(packageBack('1.0.0', task, sheet, madeAt))).toMatchObject({
      way: 'back',
      sheet,
      head: { judge: 'b', convention: 'konvensi' },
    })
  })

  it('is refused with what is wrong with it', async () => {
    const task = await taskOf(conventionOf())
    const back = packageBack('1.0.0', task, sheet, madeAt)
    const head = (change: object) => (files: Record<string, string>) => ({
      'paket.json': JSON.stringify({ ...JSON.parse(files['paket.json'] ?? '{}'), ...change }),
    })
    const cases: readonly [string, Uint8Array, string][] = [
      ['a text', strToU8('bukan paket'), 'type'],
      ['nothing', new Uint8Array(0), 'type'],
      ['another ZIP', zipSync({ 'word/document.xml': strToU8('<a/>') }), 'type'],
      ['a newer format', tampered(back, head({ format: 2, baru: true })), 'type'],
      ['cut short', back.subarray(0, back.length - 40), 'damaged'],
      [
        'a mark changed by hand',
        tampered(back, (files) => ({ 'lembar.json': files['lembar.json']?.replace('"value":3', '"value":5') })),
        'damaged',
      ],
      ['without a sheet', tampered(back, () => ({ 'lembar.json': undefined })), 'damaged'],
      ['a head that is none', tampered(back, () => ({ 'paket.json': '{"paket":' })), 'damaged'],
      ['the sheet of another judge', tampered(back, head({ judge: 'a' })), 'damaged'],
      ['a judge that leads out of the folder', tampered(back, head({ judge: '../../a' })), 'damaged'],
    ]
    for (const [name, bytes, unread] of cases) expect(readPackage(bytes), name).toEqual({ unread })
  })

  it('with a turn that nobody could ever overtake is refused, and one with a strange moment', async () => {
    const task = await taskOf(conventionOf())
    const with1 = (change: object) =>
      packageBack('1.0.0', task, { ...sheet, marks: sheet.marks.map((one) => ({ ...one, ...change })) }, madeAt)
    expect(readPackage(with1({}))).toMatchObject({ way: 'back' })
    expect(readPackage(with1({ turn: Number.MAX_SAFE_INTEGER }))).toEqual({ unread: 'damaged' })
    expect(readPackage(with1({ at: 'zzzz' }))).toEqual({ unread: 'damaged' })
  })

  it('that would unpack to more than a sheet can be is refused before it is unpacked', async () => {
    const bomb = tampered(packageBack('1.0.0', await taskOf(conventionOf()), sheet, madeAt), () => ({
      'lembar.json': ' '.repeat(30 * 1024 * 1024),
    }))
    expect(bomb.length).toBeLessThan(200_000)
    expect(readPackage(bomb)).toEqual({ unread: 'size' })
    expect(readPackage(new Uint8Array(mostPackageBytes + 1))).toEqual({ unread: 'size' })
  })

  it('broken at any one byte is refused or says the same (seed 5)', async () => {
    const next = seeded(5)
    const task = await taskOf(conventionOf())
    const wild = { ...wildSheet(next, judgeId('b')) }
    const back = packageBack('1.0.0', task, wild, madeAt)
    for (let round = 0; round < 300; round += 1) {
      const at = Math.floor(next() * back.length)
      const found = readPackage(back.map((byte, index) => (index === at ? byte ^ (1 << Math.floor(next() * 8)) : byte)))
      if ('unread' in found) continue
      expect(found.sheet, `byte ${at} of seed 5`).toEqual(wild)
    }
  })
})

describe('what a judge is handed', () => {
  it('is his own only: entries of his panels, no other judge, nothing to read of what he is recused from', async () => {
    const convention = conventionOf({
      entries: conventionOf().entries.map((one) => ({ ...one, summary: `Isi ${one.id}` })),
      recusals: [{ judge: judgeId('b'), entry: entryId('tiga'), reason: 'saudara', by: 'Juri B', at: madeAt }],
    })
    const task = await taskOf(convention, 'a')
    expect(Object.keys(task.turns)).toEqual(['dua', 'tiga'])
    expect(task.recused).toEqual(['satu'])
    expect(task.readings.map(({ entry }) => entry)).toEqual(['dua', 'tiga'])
    expect(task.entries.find(({ id }) => id === 'satu')).toMatchObject({ name: 'INOVASI SATU', summary: '' })
    expect(JSON.stringify(task)).not.toContain('Juri B')
    expect(JSON.stringify(task)).not.toContain('saudara')
  })

  it('says which declared interests were set aside', async () => {
    const said = { ...emptySheet(judgeId('b')), declared: [{ entry: entryId('dua'), reason: 'pembina', at: madeAt }] }
    const recusals = [{ judge: judgeId('b'), entry: entryId('dua'), reason: 'pembina', by: 'Juri B', at: madeAt }]
    const lifts = [
      { judge: judgeId('b'), entry: entryId('dua'), reason: 'hanya pernah hadir', by: 'Sekretariat', at: '2026-09-15T02:00:00.000Z' },
    ]
    expect((await taskOf(conventionOf({ recusals }), 'b', said)).recused).toEqual(['dua'])
    const lifted = await taskOf(conventionOf({ recusals, lifts }), 'b', said)
    expect(lifted.recused).toEqual([])
    expect(lifted.lifted).toEqual([{ entry: 'dua', at: madeAt }])
  })

  it('bears codes instead of names in blind mode, also inside the texts', async () => {
    const [unit] = lab.units
    if (unit === undefined) throw new Error('the maker has a unit')
    const member = 'Dr. Siti Contoh, S.Kep.'
    const innovation = makeInnovation({
      name: 'JEMPOL',
      longName: 'Jemput Obat Lansia',
      unit: unit.id,
      summary: '',
      members: [{ name: member, position: '' }],
      proposals: {
        kipp: {
          form: 'kipp',
          header: {},
          sections: {
            latar: rich(
              paragraph(`jempol dari ${unit.name.toUpperCase()} digagas siti contoh, NIP 19800101 200501 1 001, telepon 0812-3456-7890.`),
            ),
          },
        },
      },
    })
    const convention = conventionOf({
      blind: true,
      entries: [
        entryOf('dua', {
          innovation: innovation.id,
          name: 'JEMPOL',
          longName: 'Jemput Obat Lansia',
          unit: unit.id,
          unitName: unit.name,
          code: 'K-07',
          team: [member],
          summary: `JEMPOL (Jemput Obat Lansia) milik ${unit.name}; JEMPOLAN tetap.`,
        }),
      ],
    })
    const [judge] = convention.judges
    if (judge === undefined) throw new Error('the maker has judges')
    const form = { id: 'kipp', sections: [{ key: 'latar', title: { id: 'Latar', en: 'Ground' } }] }
    const packs = [{ forms: [form], canvases: [] }] as never // only what a reading looks at
    const make = assignmentsOf({ convention, lab, labName: '', packs, language: 'id', madeAt, innovation: async () => innovation })
    const task = await make({ ...judge, unit: null }, emptySheet(judge.id))
    expect(task.entries[0]).toMatchObject({ name: 'K-07', longName: '', unit: null, unitName: '', team: [], innovation: null })
    expect(task.readings[0]?.parts).toEqual([
      { title: 'Ringkasan', text: `K-07 (K-07) milik ${masked}; JEMPOLAN tetap.` },
      { title: 'Latar', text: `K-07 dari ${masked} digagas ${masked}, NIP ${masked}, telepon ${masked}.` },
    ])
  })
})

describe('masking', () => {
  it('finds a name with and without titles, across line breaks, and only as whole words', () => {
    expect(spellingsOf('Dr. H. Budi Contoh, S.Kom.')).toEqual(['Dr. H. Budi Contoh, S.Kom.', 'Dr. H. Budi Contoh', 'Budi Contoh'])
    const mask = masking(new Map(spellingsOf('Dr. Budi Contoh').map((one) => [one, masked])))
    expect(mask('dr. budi\ncontoh dan Budi  Contoh; Budianto')).toBe(`${masked} dan ${masked}; Budianto`)
  })

  it('takes names with signs of patterns literally and leaves texts alone when there are no names', () => {
    expect(masking(new Map([['SI (A+)', 'K-01']]))('Program SI (A+) jalan')).toBe('Program K-01 jalan')
    expect(masking(new Map([['', masked]]))('tetap')).toBe('tetap')
  })

  it('takes out numbers of civil servants and telephones, and leaves amounts and years', () => {
    expect(withoutNumbers('198001012005011001 dan +62 812 3456 7890')).toBe(`${masked} dan ${masked}`)
    expect(withoutNumbers('Rp1.250.000.000, 2024-2026, 08 Agustus 2026, 0,85')).toBe('Rp1.250.000.000, 2024-2026, 08 Agustus 2026, 0,85')
  })
})
