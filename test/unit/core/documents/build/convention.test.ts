/** Papers of a convention: what must not be told on them, and when they begin to name winners. */
import { beforeAll, expect, it } from 'vitest'
import { buildDocument, type DocumentSource } from '#core/documents/build/build.ts'
import { loadPacks } from '#core/packs/packs.ts'
import { systemPorts } from '#core/ports.ts'
import { readSample, type Sample } from '#core/samples/samples.ts'
import type { Convention } from '#shared/model/jury.ts'
import { conventionResult } from '#shared/rules/jury-result.ts'
import { documentOf, type Packs } from '#shared/rules/packs.ts'

const templates = new URL('../../../../../templates', import.meta.url).pathname
let packs: Packs
let sample: Sample
beforeAll(async () => {
  packs = (await loadPacks(`${templates}/packs`)).packs
  sample = await readSample(`${templates}/samples/kota-solok`, systemPorts)
})

/** All that the paper says, as one text. */
function saying(kind: string, over: Partial<Convention> = {}, variant?: string): string {
  const def = documentOf(packs, kind)
  const [given] = sample.conventions
  if (def === undefined || given === undefined) throw new Error(`no ${kind}`)
  const convention = { ...given.convention, ...over }
  const result = conventionResult(convention, given.sheets, { provisional: convention.state !== 'selesai' })
  const source: DocumentSource = {
    lab: sample.lab,
    packs,
    language: 'id',
    paper: 'F4',
    date: '',
    ...(variant === undefined ? {} : { variant }),
    convention: { ...given, convention, result },
    attachment: () => null,
  }
  return JSON.stringify(buildDocument(def, source).blocks)
}

it('blind score sheets carry codes, neither names nor units nor remarks by name', () => {
  for (const variant of ['terisi', 'kosong', 'kosong_umum']) {
    const said = saying('lembar-nilai', { blind: true, state: 'penilaian' }, variant)
    expect(said).toContain('K-01')
    expect(said).not.toContain('LANGKOK')
    expect(said).not.toContain('Dinas Kependudukan')
  }
  expect(saying('lembar-nilai', {}, 'terisi')).toContain('LANGKOK')
})

it('an empty score sheet shows none of the marks that were given', () => {
  expect(saying('lembar-nilai', {}, 'terisi')).toContain('92,50')
  expect(saying('lembar-nilai', {}, 'kosong')).not.toContain('92,50')
})

it('before judging is closed numbers are provisional and nobody has won', () => {
  const open = { state: 'penilaian' } as const
  expect(saying('rekap-nilai', open)).toContain('Sementara')
  expect(saying('rekap-nilai')).not.toContain('Sementara')
  expect(saying('usulan-sk-pemenang', open)).toContain('belum ditutup')
  expect(saying('usulan-sk-pemenang', open)).not.toContain('LANGKOK')
  expect(saying('piagam-pemenang', open)).not.toContain('LANGKOK')
  expect(saying('usulan-sk-pemenang')).toContain('LANGKOK')
})
