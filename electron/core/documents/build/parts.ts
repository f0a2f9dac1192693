/** A document put together of parts: letters, minutes, lists, reports. The definition says what stands in it and in which order. */
import type { Block, Outline } from '#shared/model/outline.ts'
import type { DocumentFact, DocumentPart } from '#shared/model/pack.ts'
import type { BothTexts } from '#shared/model/text.ts'
import { canvasOf } from '#shared/rules/packs.ts'
import { anchor, labelTable, muted, para, tight } from './blocks.ts'
import { canvasBlocks } from './canvas-blocks.ts'
import { frontBlocks } from './cover.ts'
import { factText, filledIn } from './facts.ts'
import { illustrationBlocks, kopBlocks, outlineFrame, signatureBlocks, titleBlock } from './frame.ts'
import { letterHeadBlocks, tembusanBlocks } from './letter.ts'
import { pieceBlocks } from './pieces/pieces.ts'
import type { Build } from './source.ts'

export function buildParts(build: Build): Outline {
  const { def, language, tell, words } = build
  const head = (def.heading ?? [{ id: def.title.id.toUpperCase(), en: def.title.en.toUpperCase() }]).map((line) => said(line, build))
  const about = aboutText(build)
  const front = def.cover ? frontBlocks(build, about, true) : []
  const blocks = def.parts.flatMap((part, at) => partBlocks(part, at, build))
  return {
    ...outlineFrame(build, [def.title[language], about].filter((part) => part !== '').join(': ')),
    cover: front,
    blocks: [
      ...(def.cover ? [] : kopBlocks(build)),
      ...(def.contents ? [{ b: 'contents', title: tell(words.contents), levels: 2 } as const] : []),
      ...(head.length === 0 || def.cover ? [] : [titleBlock(head)]),
      ...(def.numbered ? numberBlocks(build) : []),
      ...(def.cover ? [] : illustrationBlocks(build)),
      ...(def.contents ? broken(blocks) : blocks),
      ...signatureBlocks(build),
      ...tailBlocks(build),
    ],
  }
}

/** Copies go below the signature. */
const tailBlocks = (build: Build): readonly Block[] =>
  build.def.parts.some(({ part }) => part === 'tembusan') ? tembusanBlocks(build) : []

/** What this print is about, for its title and its cover. */
export function aboutText(build: Build): string {
  const facts: Record<Build['def']['scope'], DocumentFact> = {
    lab: 'lab.region',
    stage: 'stage.label',
    session: 'session.title',
    innovation: 'innovation.name',
    reward: 'reward.title',
  }
  return factText(facts[build.def.scope], build)
}

/** Contents stand alone on their pages. */
const broken = (blocks: readonly Block[]): readonly Block[] => {
  const [first, ...rest] = blocks
  if (first === undefined) return blocks
  return first.b === 'heading' ? [{ ...first, pageBreakBefore: true }, ...rest] : [{ b: 'pageBreak' }, ...blocks]
}

const said = (text: BothTexts, build: Build): string => filledIn(text[build.language], build)

/** The secretariat gives the number; here is only its place (domain.md 5.3). */
function numberBlocks({ lab, tell, words }: Build): readonly Block[] {
  const number = lab.naskah.numberPattern.trim() === '' ? '.'.repeat(40) : lab.naskah.numberPattern.trim()
  return [para(tell(words.numberLine, { number }), { align: 'center', spaceAfter: 12 })]
}

function partBlocks(part: DocumentPart, at: number, build: Build): readonly Block[] {
  const { language } = build
  switch (part.part) {
    case 'heading':
      return [{ b: 'heading', level: part.level, text: said(part.text, build), id: anchor('bagian', String(at), part.text.id) }]
    case 'text':
      return textBlocks(part, build)
    case 'rows':
      return [
        labelTable(
          part.rows.map(({ label, value }) => ({ label: label[language], value: factText(value, build) })),
          build,
          build.def.title[language],
        ),
        { b: 'space', height: 8 },
      ]
    case 'piece': {
      const title = part.heading === undefined ? '' : said(part.heading, build)
      const head: readonly Block[] =
        title === '' ? [] : [{ b: 'heading', level: part.level, text: title, id: anchor('bagian', String(at), part.of) }]
      return [...head, ...pieceBlocks(part.of, build)]
    }
    case 'canvas':
      return canvasPart(part, build)
    case 'letter_head':
      return letterHeadBlocks(part, build)
    case 'blank_lines':
      return Array.from({ length: part.lines }, () => para('.'.repeat(110), { ...tight, align: 'left' }))
    case 'tembusan':
      return []
    case 'page_break':
      return [{ b: 'pageBreak' }]
    default:
      return never(part)
  }
}

const never = (value: never): never => {
  throw new Error(`unknown part ${JSON.stringify(value)}`)
}

function textBlocks(part: Extract<DocumentPart, { part: 'text' }>, build: Build): readonly Block[] {
  if (part.needs !== undefined && factText(part.needs, build) === '') return []
  const lines = said(part.text, build)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const block = (text: string): Block => ({
    b: 'para',
    runs: [{ text, bold: part.bold }],
    align: part.align,
    ...(part.size === undefined ? {} : { size: part.size }),
  })
  if (part.list === 'none') return lines.map(block)
  return [{ b: 'list', ordered: part.list === 'numbers', items: lines.map((line) => [block(line)]) }]
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
