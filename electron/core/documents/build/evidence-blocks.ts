/** Evidence in words: what it proves, its file with pages and size, and photographs in a grid. */
import type { Evidence, EvidenceTarget } from '#shared/model/evidence.ts'
import type { Attachment, Innovation } from '#shared/model/lab.ts'
import type { Block, Cell } from '#shared/model/outline.ts'
import { formatShortDay } from '#shared/rules/dates.ts'
import { formatNumber } from '#shared/rules/numbers.ts'
import { canvasOf, formOf, indicatorsOf } from '#shared/rules/packs.ts'
import { innovationWords as words } from '#shared/text/innovation-words.ts'
import { cell, headCell, muted, para, tight, written } from './blocks.ts'
import type { Build } from './source.ts'
import { fittedWidths } from './widths.ts'

const size = 9
const kilobyte = 1024

/** `PDF, 12 halaman, 1,4 MB`; of a picture its pixels. */
export function fileWords({ name, type, bytes, pages, width, height }: Attachment, { tell, language }: Build): string {
  const kind = (name.includes('.') ? name.slice(name.lastIndexOf('.') + 1) : type).toUpperCase()
  const number = (value: number, decimals: number): string => formatNumber(value, language, { decimals })
  const weight =
    bytes >= kilobyte * kilobyte
      ? tell(words.megabytes, { count: number(bytes / (kilobyte * kilobyte), 1) })
      : tell(words.kilobytes, { count: number(Math.max(1, Math.round(bytes / kilobyte)), 0) })
  const extent =
    pages === 1
      ? tell(words.onePage)
      : pages > 1
        ? tell(words.pages, { count: number(pages, 0) })
        : width > 0
          ? tell(words.pixels, { width: number(width, 0), height: number(height, 0) })
          : ''
  return [kind, extent, bytes > 0 ? weight : ''].filter((part) => part !== '').join(', ')
}

const attached = (innovation: Innovation, name: string): Attachment | undefined =>
  Object.hasOwn(innovation.attachments, name) ? innovation.attachments[name] : undefined

/** The file, the link, or that there is neither. */
export function whereWords({ file, link }: Evidence, innovation: Innovation, build: Build): string {
  const known = file === '' ? undefined : attached(innovation, file)
  const about = file === '' ? '' : known === undefined ? build.tell(words.goneFile) : fileWords(known, build)
  return [about, link.trim()].filter((part) => part !== '').join('; ') || build.tell(words.noFile)
}

/** `Regulasi, tingkat 2`; `Signifikansi`; a place whose definition is gone shows its key. */
export function targetWords({ kind, of, key, level }: EvidenceTarget, innovation: Innovation, build: Build): string {
  const { packs, language, tell } = build
  switch (kind) {
    case 'indicator': {
      const title = indicatorsOf(packs, of)?.indicators.find((one) => one.key === key)?.title[language] ?? key
      return level > 0 ? tell(words.levelOf, { title, level }) : title
    }
    case 'section':
      return formOf(packs, of)?.sections.find((one) => one.key === key)?.title[language] ?? key
    case 'statement':
      return formOf(packs, of)?.statements.find((one) => one.key === key)?.title[language] ?? key
    case 'claim': {
      const canvas = canvasOf(packs, of)?.title[language] ?? of
      const text = innovation.canvases[of]?.items.find((item) => item.id === key)?.text.trim() ?? ''
      return text === '' ? canvas : tell(words.claimOf, { canvas, text })
    }
    default:
      return kind satisfies never
  }
}

export const evidenceTitle = ({ title }: Evidence, { tell }: Pick<Build, 'tell'>): string => title.trim() || tell(words.untitled)

/** `Rekap Juli 2026 (PDF, 3 halaman, 0,4 MB)` */
export const evidenceLine = (evidence: Evidence, innovation: Innovation, build: Build): string =>
  `${evidenceTitle(evidence, build)} (${whereWords(evidence, innovation, build)})`

/** Evidence attached to one place. */
export const evidenceAt = (innovation: Innovation, kind: EvidenceTarget['kind'], of: string, key: string): readonly Evidence[] =>
  innovation.evidence.filter(({ targets }) => targets.some((one) => one.kind === kind && one.of === of && one.key === key))

/** All of it in a table; a sentence when there is none. */
export function evidenceTable(list: readonly Evidence[], innovation: Innovation, build: Build): readonly Block[] {
  const { tell, language, words: common } = build
  if (list.length === 0) return [muted(tell(words.noEvidence))]
  const heads = [common.number, words.evidence, words.provesWhat, words.file, words.date, words.state]
  const head = heads.map((word, at) => headCell(tell(word), at === 0 ? { align: 'center' } : {}))
  const rows = list.map((evidence, at): readonly Cell[] => [
    cell(String(at + 1), { align: 'center' }),
    cell([para(evidenceTitle(evidence, build), tight), ...(evidence.note.trim() === '' ? [] : written(evidence.note, ''))]),
    cell(
      evidence.targets.length === 0
        ? [muted(tell(words.provesNothing), tight)]
        : evidence.targets.map((target) => para(targetWords(target, innovation, build), tight)),
    ),
    cell(whereWords(evidence, innovation, build)),
    cell(evidence.date === '' ? '' : formatShortDay(evidence.date, language)),
    cell(tell(words[`state_${evidence.state}`])),
  ])
  const widths = fittedWidths([0.5, 3, 3, 2.4, 1.4, 1.2], [head, ...rows], size, build)
  return [{ b: 'table', widths, headRows: 1, rows: [head, ...rows], ruled: true, size, alt: tell(words.evidenceAlt) }]
}

export type Photo = { readonly name: string; readonly text: string }

/** Points: how high a photograph in the grid may be, and the room of one column. */
const photoHeight = 190

/** A photograph as large as its place; a visible note where it cannot be read. */
export function photoBlock(name: string, alt: string, room: { readonly width: number; readonly height: number }, build: Build): Block {
  const file = build.attachment(name)
  const said = alt.trim() === '' ? build.tell(build.words.pictureAlt) : alt
  if (file === null) return { b: 'picture', bytes: null, type: 'png', width: room.width, height: Math.min(60, room.height), alt: said }
  const scale = Math.min(1, room.width / Math.max(1, file.width), room.height / Math.max(1, file.height))
  return { b: 'picture', bytes: file.bytes, type: file.type, width: file.width * scale, height: file.height * scale, alt: said }
}

/** Two beside each other, numbered, each with its caption below. */
export function photoGrid(photos: readonly Photo[], build: Build): readonly Block[] {
  const { tell, figureSize } = build
  if (photos.length === 0) return [muted(tell(words.noPhotos))]
  const width = (figureSize.width * 0.75) / 2 - 14
  const cells = photos.map(
    ({ name, text }, at): Cell => ({
      align: 'center',
      blocks: [
        photoBlock(name, text, { width, height: photoHeight }, build),
        para(tell(words.photoNumber, { number: at + 1, text }), { size, align: 'center', spaceAfter: 6 }),
      ],
    }),
  )
  const rows = cells.flatMap((one, at): readonly (readonly Cell[])[] => (at % 2 === 0 ? [[one, cells[at + 1] ?? cell('')]] : []))
  return [{ b: 'table', widths: [1, 1], headRows: 0, rows, ruled: false, size, alt: tell(words.photosAlt) }]
}

/** Evidence whose file is a picture. */
export const isPhoto = ({ file }: Evidence, innovation: Innovation): boolean =>
  file !== '' && ((attached(innovation, file)?.width ?? 0) > 0 || /\.(?:png|jpe?g)$/iu.test(file))
