/** A document put together of parts: letters, minutes, lists, reports. The definition says what stands in it and in which order. */
import { measure } from '#shared/figure/metrics.ts'
import type { Block, Outline } from '#shared/model/outline.ts'
import type { DocumentFact, DocumentPart } from '#shared/model/pack.ts'
import type { BothTexts } from '#shared/model/text.ts'
import { letterNumber } from '#shared/rules/letter-number.ts'
import { canvasOf } from '#shared/rules/packs.ts'
import { invitedUnits } from '#shared/rules/session-invited.ts'
import { anchor, cell, muted, para, tight, written } from './blocks.ts'
import { canvasBlocks } from './canvas-blocks.ts'
import { frontBlocks } from './cover.ts'
import { factText, filledIn, type UnitBuild } from './facts.ts'
import { illustrationBlocks, kopBlocks, outlineFrame, signatureBlocks, titleBlock } from './frame.ts'
import { winnersOf } from './judging.ts'
import { letterHeadBlocks, tembusanBlocks } from './letter.ts'
import { pieceBlocks } from './pieces/pieces.ts'
import type { Build } from './source.ts'

/** A definition that says so is printed once for every unit that is asked, every judge or winner, each time from a new page. */
export function buildParts(build: Build): Outline {
  const { def, language } = build
  const about = aboutText(build)
  const prints = printsOf(build)
  return {
    ...outlineFrame(build, [def.title[language], about].filter((part) => part !== '').join(': ')),
    cover: def.cover ? frontBlocks(build, about, true) : [],
    blocks: prints.flatMap((one, at) => (at === 0 ? onePrint(one) : [{ b: 'pageBreak' } as const, ...onePrint(one)])),
  }
}

function printsOf(build: Build): readonly UnitBuild[] {
  const { def, variant, session, convention: judging, lab, innovations = [] } = build
  const each = def.variants.find(({ key }) => key === variant)?.each
  if (each === undefined) return [build]
  if (each === 'judge') {
    const judges = judging?.convention.judges ?? []
    return judges.length === 0 ? [build] : judges.map((judge) => ({ ...build, judge }))
  }
  if (each === 'winner') {
    const winners = judging === undefined ? [] : winnersOf(judging)
    return winners.length === 0 ? [build] : winners.map((winner) => ({ ...build, winner }))
  }
  const units = session === undefined ? lab.units : invitedUnits(session, lab, innovations)
  return units.length === 0 ? [build] : units.map((unit) => ({ ...build, unit }))
}

function onePrint(build: UnitBuild): readonly Block[] {
  const { def, tell, words } = build
  const head = (def.heading ?? [{ id: def.title.id.toUpperCase(), en: def.title.en.toUpperCase() }]).map((line) => said(line, build))
  const parts = partsOf(build)
  const blocks = parts.flatMap((part) => partBlocks(part, def.parts.indexOf(part), build))
  return [
    ...(def.cover ? [] : kopBlocks(build)),
    ...(def.contents ? [{ b: 'contents', title: tell(words.contents), levels: 2 } as const] : []),
    ...(head.length === 0 || def.cover ? [] : [titleBlock(head)]),
    ...(def.numbered ? numberBlocks(build) : []),
    ...(def.cover ? [] : illustrationBlocks(build)),
    ...(def.contents ? broken(blocks) : blocks),
    ...(parts.some(({ part }) => part === 'signature') ? [] : closingBlocks(build)),
  ]
}

/** Those that this variant prints. */
const partsOf = ({ def, variant }: Build): readonly DocumentPart[] =>
  def.parts.filter((part) => part.in === undefined || (variant !== undefined && part.in.includes(variant)))

/** Signatures, and the copies below them. A letter has its place and date at its head, and a table of heads of units its own. */
function closingBlocks(build: UnitBuild): readonly Block[] {
  const parts = partsOf(build)
  const placed = parts.some((part) => part.part === 'letter_head' || (part.part === 'piece' && signsItself.has(part.of)))
  const signatures = signatureBlocks(build).map((block) => (placed && block.b === 'signature' ? { ...block, place: '' } : block))
  return [...signatures, ...(parts.some(({ part }) => part === 'tembusan') ? tembusanBlocks(build) : [])]
}

const signsItself: ReadonlySet<string> = new Set(['session.signers', 'convention.signers', 'convention.judgeSigner'])

/** What this print is about, for its title and its cover. */
export function aboutText(build: Build): string {
  const facts: Record<Build['def']['scope'], DocumentFact> = {
    lab: 'lab.region',
    stage: 'stage.label',
    session: 'session.title',
    innovation: 'innovation.name',
    reward: 'reward.title',
    convention: 'convention.name',
  }
  return factText(facts[build.def.scope], build)
}

/** Contents stand alone on their pages. */
const broken = (blocks: readonly Block[]): readonly Block[] => {
  const [first, ...rest] = blocks
  if (first === undefined) return blocks
  return first.b === 'heading' ? [{ ...first, pageBreakBefore: true }, ...rest] : [{ b: 'pageBreak' }, ...blocks]
}

const said = (text: BothTexts, build: UnitBuild): string => filledIn(text[build.language], build)

/** The secretariat gives the number; here is only its place (domain.md 5.3). */
const numberBlocks = ({ lab, date, tell, words }: Build): readonly Block[] => [
  para(tell(words.numberLine, { number: letterNumber(lab.naskah.numberPattern, date) }), { align: 'center', spaceAfter: 12 }),
]

/** Headings of several prints in one file stand apart by what each is for. */
const idOf = ({ unit, judge, winner }: UnitBuild, ...parts: readonly string[]): string =>
  anchor('bagian', ...parts, ...[unit, judge, winner].flatMap((one) => (one === undefined ? [] : [one.id])))

function partBlocks(part: DocumentPart, at: number, build: UnitBuild): readonly Block[] {
  const { language } = build
  switch (part.part) {
    case 'heading':
      return [{ b: 'heading', level: part.level, text: said(part.text, build), id: idOf(build, String(at), part.text.id) }]
    case 'text':
      return textBlocks(part, build)
    case 'rows':
      return rowsBlocks(
        part.rows.map(({ label, value }) => ({ label: label[language], value: factText(value, build) })),
        build,
      )
    case 'piece': {
      const blocks = pieceBlocks(part.of, build)
      if (part.ifAny === true && blocks.every(isRemark)) return []
      const title = part.heading === undefined ? '' : said(part.heading, build)
      // A piece that has nothing to do with this print, such as desks in a session without any, goes with its heading.
      if (title === '' || blocks.length === 0) return blocks
      return [{ b: 'heading', level: part.level, text: title, id: idOf(build, String(at), part.of) }, ...blocks]
    }
    case 'canvas':
      return canvasPart(part, build)
    case 'letter_head':
      return letterHeadBlocks(part, build)
    case 'blank_lines':
      // The last ones stay together, so that a signature below has company.
      return Array.from({ length: part.lines }, (_, at) =>
        para('.'.repeat(110), { ...tight, align: 'left', keepNext: at >= part.lines - 3 && at < part.lines - 1 }),
      )
    case 'tembusan':
      return []
    case 'signature':
      return closingBlocks(build)
    case 'page_break':
      return [{ b: 'pageBreak' }]
    default:
      return never(part)
  }
}

/** Says nothing but that nothing was captured. */
const isRemark = (block: Block): boolean => block.b === 'para' && block.runs.every(({ muted }) => muted === true)

const never = (value: never): never => {
  throw new Error(`unknown part ${JSON.stringify(value)}`)
}

/** Points around a colon, and the least and most a label takes of the line. */
const colonWidth = 12
const labelRoom = { least: 0.2, most: 0.38 } as const

/** Label and value beside each other, the values below each other close to the labels. */
function rowsBlocks(rows: readonly { readonly label: string; readonly value: string }[], build: Build): readonly Block[] {
  const page = (build.figureSize.width * 72) / 96
  const widest = Math.max(0, ...rows.map(({ label }) => measure(label, rowSize))) + 10
  const label = Math.min(page * labelRoom.most, Math.max(page * labelRoom.least, widest))
  const empty = build.tell(build.words.notFilledCell)
  return [
    {
      b: 'table',
      widths: [label, colonWidth, page - label - colonWidth],
      headRows: 0,
      ruled: false,
      alt: build.def.title[build.language],
      rows: rows.map((row) => [cell(row.label), cell(':'), cell(written(row.value, empty))]),
    },
    { b: 'space', height: 4 },
  ]
}

/** Points, of running text. */
const rowSize = 11

function textBlocks(part: Extract<DocumentPart, { part: 'text' }>, build: UnitBuild): readonly Block[] {
  if (part.needs !== undefined && factText(part.needs, build) === '') return []
  const lines = said(part.text, build)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const block = (text: string): Extract<Block, { b: 'para' }> => ({
    b: 'para',
    runs: [{ text, bold: part.bold }],
    align: part.align,
    ...(part.size === undefined ? {} : { size: part.size }),
  })
  if (part.list === 'none') return lines.map(block)
  // Neither its first nor its last line stands alone on a page.
  const held = (at: number): boolean => at < lines.length - 1 && (at === 0 || at === lines.length - 2)
  const items = lines.map((line, at): readonly Block[] => [held(at) ? { ...block(line), keepNext: true } : block(line)])
  return [{ b: 'list', ordered: part.list === 'numbers', items }]
}

function canvasPart(part: Extract<DocumentPart, { part: 'canvas' }>, build: Build): readonly Block[] {
  const { packs, language, innovation, tell, words } = build
  const def = canvasOf(packs, part.canvas)
  if (def === undefined) return [muted(tell(words.notFilled))]
  const wanted =
    part.fields.length > 0 && def.kind === 'form' ? { ...def, fields: def.fields.filter(({ key }) => part.fields.includes(key)) } : def
  const head: readonly Block[] = part.heading
    ? [{ b: 'heading', level: 2, text: def.outline.heading[language], id: anchor('kanvas', def.id) }]
    : []
  return [...head, ...canvasBlocks(wanted, innovation?.canvases[def.id], build)]
}
