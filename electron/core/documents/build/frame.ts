/** What frames the content: letterhead, title, foot, signatures. */

import type { Canvas, Innovation, Kop } from '#shared/model/lab.ts'
import type { Block, Outline } from '#shared/model/outline.ts'
import type { KopKind } from '#shared/model/pack.ts'
import { emptyKop } from '#shared/rules/blank.ts'
import { canvasOf } from '#shared/rules/packs.ts'
import { answerText } from '#shared/rules/picks.ts'
import { signatories, signaturePlace, unitOf } from '#shared/rules/signature.ts'
import type { Message } from '#shared/text/messages.ts'
import { para } from './blocks.ts'
import { ownMargins } from './margins.ts'
import { type Build, illustrations, packStamp } from './source.ts'

/** Key of the contact person in the idea form (domain.md 1.6.1). */
const contactField = 'contact'

/** The letterhead, or nothing when the document wants none or the lab has filled in no line of it. */
export function kopBlocks(build: Build): readonly Block[] {
  const { def, tell, words } = build
  const kind = build.kop ?? def.kop
  if (kind === 'none') return []
  const kop = kopOf(build, kind)
  const contact = [
    kop.telepon && tell(words.phone, { value: kop.telepon }),
    kop.posel && tell(words.email, { value: kop.posel }),
    kop.laman && tell(words.website, { value: kop.laman }),
  ].filter((part) => part !== '')
  const lines = [[kop.alamat, kop.kodePos].filter((part) => part.trim() !== '').join(' '), contact.join(' · ')].filter(
    (line) => line !== '',
  )
  const empty = kop.baris1.trim() === '' && kop.baris2.trim() === '' && lines.length === 0
  if (empty) return []
  return [
    {
      b: 'kop',
      kind: kind === 'unit' ? 'perangkat_daerah' : kind,
      baris1: kop.baris1,
      baris2: kop.baris2,
      lines,
      logo: kop.logo === '' ? null : build.attachment(kop.logo),
    },
  ]
}

/** The lines of that letterhead (domain.md 5.2). */
function kopOf({ lab, innovation }: Build, kind: Exclude<KopKind, 'none'>): Kop {
  if (kind === 'jabatan') return lab.kopJabatan
  if (kind === 'lan') return lab.kopLan
  const unit = kind === 'unit' && innovation !== undefined ? unitOf(lab, innovation) : undefined
  if (unit === undefined || unit.kind === 'mitra') return lab.kop
  // Its address is not known; that of another office would be wrong.
  return { ...emptyKop, baris1: lab.kop.baris1, baris2: unit.name.toUpperCase(), logo: lab.kop.logo }
}

/** Who made the document: the unit, else the coordinator's. */
export const authorOf = ({ lab, innovation }: Build): string =>
  (innovation === undefined ? undefined : unitOf(lab, innovation)?.name) ?? lab.coordinator.unit

export function signatureBlocks(build: Build): readonly Block[] {
  const { def, lab, innovation, language, date } = build
  if (def.signature.length === 0) return []
  const contact = innovation === undefined ? '' : contactOf(build, innovation)
  return [
    {
      b: 'signature',
      place: signaturePlace(lab, date, language),
      columns: signatories(def.signature, { lab, innovation, contact, language, officials: build.officials }),
      layout: def.signatureLayout,
      tte: lab.naskah.tteBox,
    },
  ]
}

/** The contact person of any form canvas, else the first named member of the team. */
function contactOf({ packs, language }: Build, innovation: Innovation): string {
  for (const [id, canvas] of Object.entries(innovation.canvases)) {
    const name = contactIn(canvas, canvasOf(packs, id), language)
    if (name !== '') return name
  }
  return innovation.members.find((member) => member.name.trim() !== '')?.name ?? ''
}

function contactIn(canvas: Canvas, def: ReturnType<typeof canvasOf>, language: Build['language']): string {
  const field = def?.kind === 'form' ? def.fields.find((one) => one.key === contactField && one.head) : undefined
  return field === undefined ? '' : answerText(field, canvas.fields[contactField] ?? null, language).trim()
}

/** Printed before the content of a sample, so that nobody takes it for official. */
export const illustrationBlocks = (build: Build): readonly Block[] =>
  illustrations(build).map((text, at, all) => ({
    b: 'para',
    runs: [{ text, italic: true, muted: true }],
    size: 9,
    align: 'center' as const,
    spaceAfter: at === all.length - 1 ? 12 : 4,
  }))

/** Everything of an outline but its blocks. */
export function outlineFrame(build: Build, title: string): Omit<Outline, 'cover' | 'blocks'> {
  const { def, lab, language, paper, tell, words } = build
  const sample = illustrations(build).length > 0 ? [tell(words.sample)] : []
  return {
    title,
    subject: def.title[language],
    author: authorOf(build),
    language: language === 'id' ? 'id-ID' : 'en-GB',
    paper,
    orientation: def.orientation,
    ...ownMargins(lab),
    font: lab.naskah.font,
    lineSpacing: lab.naskah.lineSpacing,
    foot: [def.title[language], packStamp(build), ...sample].join(' · '),
    words: {
      page: tell(words.page),
      nip: tell(words.nip),
      missingPicture: tell(words.missingPicture),
      emblem: tell(emblemWord(build)),
      ...signatureWords(build),
    },
  }
}

/** What belongs in the emblem's place: a head of a region writes under the emblem of the state, LAN under its own (domain.md 5.2). */
function emblemWord({ def, kop, words }: Build): Message {
  const kind = kop ?? def.kop
  return kind === 'jabatan' ? words.emblemOfState : kind === 'lan' ? words.emblemOfLan : words.emblem
}

/** Words of a table of signatures and of the box for an electronic one. */
export const signatureWords = ({ tell, words }: Pick<Build, 'tell' | 'words'>) => ({
  number: tell(words.signatureNumber),
  name: tell(words.signatureName),
  position: tell(words.signaturePosition),
  signature: tell(words.signatureInk),
  tte: tell(words.tte),
})

/** A centred title block, domain.md 5.3. */
export const titleBlock = (lines: readonly string[], size = 14): Block => ({
  b: 'title',
  lines: lines.filter((line) => line.trim() !== ''),
  size,
})

export const centred = (text: string, size?: number): Block => para(text, { align: 'center', ...(size === undefined ? {} : { size }) })
