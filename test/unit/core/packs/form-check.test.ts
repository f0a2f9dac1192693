import { describe, expect, it } from 'vitest'
import { loadPacks } from '#core/packs/packs.ts'
import { broken, fullPack, head, packFolder } from './make.ts'

const both = (word: string) => ({ id: `${word} id`, en: `${word} en` })
const levels = (word: string) => [1, 2, 3].map((level) => both(`${word} ${level}`))
const option = (key: string) => ({ key, label: both(key) })

const indicators = () => ({
  kind: 'indicators',
  id: 'angka',
  title: both('title'),
  short: both('short'),
  status: 'unverified',
  source: 'usulan',
  variables: [option('satu')],
  indicators: [
    {
      key: 'regulasi',
      no: 1,
      title: both('regulasi'),
      weight: 3,
      variable: 'satu',
      levels: levels('r'),
      bases: [{ ...option('orang'), levels: levels('o') }],
      evidence: both('bukti'),
      accept: ['pdf'],
    },
    { key: 'aktor', no: 2, title: both('aktor'), weight: 2, levels: levels('a'), evidence: both('bukti'), accept: ['pdf', 'link'] },
  ],
  profile: 'usulan',
  ownBands: [
    { ...option('atas'), from: 10 },
    { ...option('bawah'), from: 0 },
  ],
  index: {
    divisor: 12,
    count: { points: 0.5, most: 10 },
    regionMost: 20,
    most: 100,
    basicServices: 5,
    bands: [{ ...option('baik'), from: 50 }],
    status: 'unverified',
    source: 'usulan',
  },
})

const letter = () => ({
  kind: 'document',
  id: 'surat',
  title: both('surat'),
  scope: 'innovation',
  stage: 'deliver',
  builder: 'parts',
  heading: [both('Judul {innovation.name}')],
  variants: [option('kosong'), option('terisi')],
  parts: [
    {
      part: 'text',
      in: ['terisi'],
      text: both('Inovasi {innovation.name} dari {unit.name}, {lab.region}.'),
      needs: 'innovation.startedOn',
    },
    { part: 'rows', rows: [{ label: both('Nama'), value: 'innovation.name' }] },
    { part: 'piece', of: 'innovation.team' },
    { part: 'canvas', canvas: 'isian', fields: ['latar'] },
    { part: 'letter_head', subject: both('Perihal'), to: both('Yth. {lab.leaderTitle}') },
  ],
  signature: [{ who: 'pejabat' }, { who: 'koordinator' }, { who: 'kosong' }],
  status: 'unverified',
  source: 'usulan',
})

/** The full pack with everything of forms, sets and documents in use. */
function pack(): Record<string, unknown> {
  const base = structuredClone(fullPack())
  const form = Object(base['forms/usulan.yaml'])
  Object.assign(form, {
    ageYears: 2,
    ageField: 'mulai',
    titleField: 'judul',
    window: { from: '2024-01-01', until: '2025-12-31' },
    closing: '2026-06-30',
    header: [
      ...form.header,
      { key: 'mulai', label: both('mulai'), type: 'date' },
      { key: 'aplikasi', label: both('aplikasi'), type: 'choice', options: [option('ya')] },
    ],
    statements: [
      { key: 'surat', title: both('surat'), document: 'surat' },
      { key: 'spbe', title: both('spbe'), when: { field: 'aplikasi', is: 'ya' } },
    ],
  })
  form.sections[0].attachments = { most: 1, required: true }
  return { ...base, 'indicators/angka.yaml': indicators(), 'documents/surat.yaml': letter() }
}
const form = 'forms/usulan.yaml'
const set = 'indicators/angka.yaml'
const paper = 'documents/surat.yaml'
const load = async (files: Record<string, unknown>) =>
  loadPacks(await packFolder({ lengkap: files, teman: { 'pack.yaml': head('teman') } }))

it('takes a pack that uses everything of forms, sets and documents', async () => {
  const { packs, refused } = await load(pack())
  expect(refused).toEqual([])
  expect(packs[0]?.indicators.map(({ id }) => id)).toEqual(['angka'])
})

describe('a pack is refused, naming file, path and reason, and others load', () => {
  const cases: readonly [what: string, at: readonly (string | number)[], value: unknown, path: string, reason: RegExp][] = [
    ['an age counted from an entry that is not there', [form, 'ageField'], 'lahir', 'ageField', /"lahir" tidak ada .* bukan tanggal/],
    ['an age counted from a text', [form, 'ageField'], 'judul', 'ageField', /bukan tanggal/],
    ['a title that is a date', [form, 'titleField'], 'mulai', 'titleField', /bukan tulisan/],
    ['a closing that is no day', [form, 'closing'], '2026-02-30', 'closing', /Bukan tanggal/],
    ['a closing in words', [form, 'closing'], '30 Juni', 'closing', /Bukan tanggal/],
    ['a closing that is a moment', [form, 'closing'], '2026-06-30T10:00:00Z', 'closing', /Bukan tanggal/],
    ['a window that is no day', [form, 'window', 'from'], 'kemarin', 'window.from', /Bukan tanggal/],
    ['a window the wrong way round', [form, 'window', 'until'], '2023-12-31', 'window.until', /mendahului/],
    ['two statements of one key', [form, 'statements', 1, 'key'], 'surat', 'statements[1].key', /dua kali/],
    ['a statement for an entry that is not there', [form, 'statements', 1, 'when', 'field'], 'jenis', 'statements[1].when', /"jenis"/],
    ['a statement for an option that is not there', [form, 'statements', 1, 'when', 'is'], 'mungkin', 'statements[1].when', /"mungkin"/],
    [
      'a statement whose document is in no pack',
      [form, 'statements', 0, 'document'],
      'hilang',
      'statements[0].document',
      /"hilang" tidak ada/,
    ],
    [
      'a required attachment where none is allowed',
      [form, 'sections', 0, 'attachments', 'most'],
      0,
      'sections[0].attachments.most',
      /paling banyak 0/,
    ],
    ['weights that miss a total of the form', [form, 'weightTotal'], 120, 'sections', /120, bukan 100/],
    ['two levels that read the same', [set, 'indicators', 0, 'levels', 1], both('r 1'), 'indicators[0].levels[1]', /berbunyi sama/],
    [
      'two levels of a basis that read the same',
      [set, 'indicators', 0, 'bases', 0, 'levels', 2],
      both('o 1'),
      'indicators[0].bases[0].levels[2]',
      /berbunyi sama/,
    ],
    [
      'an indicator with two levels',
      [set, 'indicators', 0, 'levels'],
      levels('r').slice(1),
      'indicators[0].levels',
      /Paling sedikit|wajib|sesuai/,
    ],
    ['a level without a text', [set, 'indicators', 1, 'levels', 0], { id: '', en: 'x' }, 'indicators[1].levels[0].id', /kosong/],
    ['two indicators of one number', [set, 'indicators', 1, 'no'], 1, 'indicators[1].no', /dua kali/],
    ['a variable that is not there', [set, 'indicators', 0, 'variable'], 'dua', 'indicators[0].variable', /"dua"/],
    ['evidence of no known kind', [set, 'indicators', 0, 'accept'], ['kertas'], 'indicators[0].accept[0]', /salah satu dari: pdf/],
    ['two bands from one number', [set, 'ownBands', 1, 'from'], 10, 'ownBands[1].from', /angka yang sama: 10/],
    ['more basic services than there are', [set, 'index', 'basicServices'], 7, 'index.basicServices', /hanya 6/],
    ['a most that the parts exceed', [set, 'index', 'most'], 39, 'index.most', /39 kurang dari .* 40/],
    ['a set whose profile is in no pack', [set, 'profile'], 'hilang', 'profile', /"hilang" tidak ada/],
    [
      'a value nobody knows',
      [paper, 'parts', 0, 'text', 'en'],
      'From {innovation.nama}.',
      'parts[0].text.en',
      /"innovation.nama" tidak dikenal/,
    ],
    [
      'a value of a session in a document about an innovation',
      [paper, 'parts', 1, 'rows', 0, 'value'],
      'session.day',
      'parts[1].rows[0].value',
      /hanya dikenal .* session/,
    ],
    ['a piece of a session in it', [paper, 'parts', 2, 'of'], 'session.agenda', 'parts[2].of', /hanya dikenal/],
    ['a need of a session in it', [paper, 'parts', 0, 'needs'], 'session.day', 'parts[0].needs', /hanya dikenal/],
    ['a heading with a value nobody knows', [paper, 'heading', 0, 'id'], '{lab.kota}', 'heading[0].id', /"lab.kota"/],
    ['an addressee with a value nobody knows', [paper, 'parts', 4, 'to', 'id'], 'Yth. {lab.bupati}', 'parts[4].to.id', /"lab.bupati"/],
    ['a variant that is not there', [paper, 'parts', 0, 'in'], ['lama'], 'parts[0].in[0]', /varian "lama"/],
    ['a canvas field that is not there', [paper, 'parts', 3, 'fields'], ['hilang'], 'parts[3].fields[0]', /"hilang"/],
    ['a document of parts without any', [paper, 'parts'], [], 'parts', /belum memiliki bagian/],
    [
      'four signatures side by side',
      [paper, 'signature'],
      Array.from({ length: 4 }, () => ({ who: 'pejabat' })),
      'signature',
      /Paling banyak 3 .* 4/,
    ],
    ['a proposal document without its form', ['documents/cetak.yaml', 'of'], '', 'of', /wajib diisi/],
  ]
  it.each(cases)('%s', async (_, at, value, path, reason) => {
    const { packs, refused } = await load(broken(pack(), at, value))
    expect(packs.map(({ head: { id } }) => id)).toEqual(['teman'])
    expect(refused[0]).toMatchObject({ pack: 'lengkap', file: at[0], path, reason: expect.stringMatching(reason) })
    expect(refused[0]?.reasonEn).toMatch(/^\S.*\S$/)
  })
})

describe('what is allowed', () => {
  const fine: readonly [what: string, at: readonly (string | number)[], value: unknown][] = [
    ['a form without weights', [form, 'sections'], [{ key: 'satu', title: both('satu'), prompt: both('p') }]],
    ['four signatures in a table', [paper, 'signatureLayout'], 'table'],
    ['a document about an innovation that names the lab', [paper, 'parts', 1, 'rows', 0, 'value'], 'lab.region'],
    ['a set without an index', [set, 'index'], undefined],
    ['braces that are no value', [paper, 'parts', 0, 'text'], both('Isi {nama} di sini')],
  ]
  it.each(fine)('%s', async (_, at, value) => {
    const files = broken(pack(), at, value)
    if (value === 'table') Object(files[paper]).signature = Array.from({ length: 4 }, () => ({ who: 'pejabat' }))
    expect((await load(files)).refused).toEqual([])
  })

  it('weights that add up to the total a form names', async () => {
    const files = broken(pack(), [form, 'weightTotal'], 120)
    Object(files[form]).sections[0].weight = 60
    expect((await load(files)).refused).toEqual([])
  })
})
