/** What the papers of an innovation are built from in tests. */
import type { DocumentSource } from '#core/documents/build/build.ts'
import { loadPacks } from '#core/packs/packs.ts'
import type { Evidence, EvidenceTarget } from '#shared/model/evidence.ts'
import type { EvidenceId } from '#shared/model/ids.ts'
import type { Attachment } from '#shared/model/lab.ts'
import type { Outline } from '#shared/model/outline.ts'
import type { DocumentDef } from '#shared/model/pack.ts'
import { documentOf, type Packs } from '#shared/rules/packs.ts'
import { makeLab } from '#test/makers/lab.ts'
import { aPng } from '#test/makers/outline.ts'

export const shippedPacks = async (): Promise<Packs> =>
  (await loadPacks(new URL('../../../../../templates/packs', import.meta.url).pathname)).packs

export function defIn(packs: Packs, id: string): DocumentDef {
  const found = documentOf(packs, id)
  if (found === undefined) throw new Error(`no document ${id}`)
  return found
}

/** Pictures that can be read, by the names that begin with `foto`. */
export const somePictures: DocumentSource['attachment'] = (name) =>
  name.startsWith('foto') ? { bytes: aPng(40, 30), type: 'png', width: 40, height: 30 } : null

export const sourceOf = (packs: Packs, over: Partial<DocumentSource> = {}): DocumentSource => ({
  lab: makeLab(),
  packs,
  language: 'id',
  paper: 'A4',
  date: '2026-08-13',
  attachment: () => null,
  ...over,
})

export const makeTarget = (over: Partial<EvidenceTarget>): EvidenceTarget => ({
  kind: 'indicator',
  of: 'iid-2026',
  key: '',
  level: 0,
  basis: '',
  ...over,
})

export const makeEvidence = (over: Partial<Omit<Evidence, 'id'>> & { id?: string } = {}): Evidence => ({
  order: 'a0',
  title: 'Keputusan penetapan',
  file: '',
  link: '',
  date: '',
  note: '',
  targets: [],
  state: 'belum',
  by: 'Rina',
  at: '2026-08-01T00:00:00.000Z',
  ...over,
  id: (over.id ?? 'bukti-1') as EvidenceId /* test id */,
})

export const makeAttachment = (over: Partial<Attachment> & { name: string }): Attachment => ({
  title: '',
  type: '',
  bytes: 2_400_000,
  width: 0,
  height: 0,
  pages: 0,
  ...over,
})

export const headingsOf = ({ blocks }: Outline): readonly string[] => blocks.flatMap((block) => (block.b === 'heading' ? [block.text] : []))

/** Ids of all headings. */
export const idsOf = ({ blocks }: Outline): readonly string[] => blocks.flatMap((block) => (block.b === 'heading' ? [block.id] : []))
