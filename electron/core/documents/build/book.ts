/** Many documents as one book: a cover, contents, and each document a chapter on a new page. */
import type { Block, Cell, Outline, OutlinePicture } from '#shared/model/outline.ts'
import type { DocumentDef } from '#shared/model/pack.ts'
import { regionName } from '#shared/rules/signature.ts'
import { innovationWords } from '#shared/text/innovation-words.ts'
import { cleanOutline } from '../write/clean-outline.ts'
import { anchor, muted } from './blocks.ts'
import { frontBlocks } from './cover.ts'
import { outlineFrame } from './frame.ts'
import { type DocumentSource, startBuild } from './source.ts'

/** Up to this many chapters, the contents name their sections too. */
const mostWithSections = 6

/**
 * The documents in their order. Headings stand one level lower than in the document itself; covers and contents of the parts are left out,
 * because the book has its own. Ids stay unique.
 * @param source that of the lab: no innovation, session or reward stands on the cover
 */
export function bookOf(def: DocumentDef, source: DocumentSource, outlines: readonly Outline[]): Outline {
  const build = startBuild({ ...def, scope: 'lab', cover: true, contents: true }, { ...source, innovation: undefined })
  const { tell, words, lab, language } = build
  const front = frontBlocks(build, regionName(lab, language), true)
  const chapters = chaptersOf(outlines, build.orientation)
  return cleanOutline({
    ...outlineFrame(build, `${def.title[language]}: ${regionName(lab, language)}`),
    ...marginsOf(outlines),
    pictures: picturesOf(outlines),
    cover: front,
    blocks: [
      { b: 'contents', title: tell(words.contents), levels: outlines.length > mostWithSections ? 1 : 2 },
      ...(chapters.length === 0 ? [{ b: 'pageBreak' } as const, muted(tell(innovationWords.bookEmpty))] : chapters),
    ],
  })
}

/** Chapters that are drawings filling their sheet keep the room for it, when all of them are. */
const marginsOf = (outlines: readonly Outline[]): Pick<Outline, 'margins'> => {
  const first = outlines[0]?.margins
  return first === undefined || outlines.some(({ margins }) => margins !== first) ? {} : { margins: first }
}

const picturesOf = (outlines: readonly Outline[]): Readonly<Record<string, OutlinePicture>> =>
  Object.assign({}, ...outlines.map(({ pictures }) => pictures ?? {}))

function chaptersOf(outlines: readonly Outline[], begun: Outline['orientation']): readonly Block[] {
  const blocks: Block[] = []
  let now = begun
  for (const [at, outline] of outlines.entries()) {
    const turns = outline.orientation !== now
    if (turns) blocks.push({ b: 'turn', orientation: outline.orientation })
    blocks.push({
      b: 'heading',
      level: 1,
      text: outline.title,
      id: anchor('bab', String(at + 1)),
      ...(turns ? {} : { pageBreakBefore: true }),
    })
    now = outline.orientation
    const prefix = anchor('bab', String(at + 1), '')
    for (const [index, block] of outline.blocks.filter(({ b }) => b !== 'contents').entries()) {
      if (block.b === 'turn') now = block.orientation
      // The chapter has just begun a page.
      if (index === 0 && block.b === 'pageBreak') continue
      blocks.push(lowered(block, prefix, index === 0))
    }
  }
  return blocks
}

/** The block one level down, with ids of its chapter. */
function lowered(block: Block, prefix: string, first: boolean): Block {
  switch (block.b) {
    case 'heading': {
      const level = Math.min(4, block.level + 1) as 2 | 3 | 4 // 1 + 1 at least, 4 at most
      const { pageBreakBefore, ...rest } = block
      return { ...rest, level, id: prefix + block.id, ...(pageBreakBefore === true && !first ? { pageBreakBefore } : {}) }
    }
    case 'index':
      return {
        ...block,
        groups: block.groups.map((group) => ({ ...group, entries: group.entries.map((entry) => ({ ...entry, id: prefix + entry.id })) })),
      }
    case 'list':
      return { ...block, items: block.items.map((item) => item.map((one) => lowered(one, prefix, false))) }
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map((cell) => inCell(cell, prefix))) }
    default:
      return block
  }
}

const inCell = (cell: Cell, prefix: string): Cell =>
  cell.blocks.some(({ b }) => b === 'heading' || b === 'index' || b === 'list' || b === 'table')
    ? { ...cell, blocks: cell.blocks.map((block) => lowered(block, prefix, false)) }
    : cell
