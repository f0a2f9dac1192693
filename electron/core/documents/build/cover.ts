/** The first page of a proposal, report or book: its parts spread over the paper, whatever its size and however long the names are. */
import { wrap } from '#shared/figure/metrics.ts'
import type { Block } from '#shared/model/outline.ts'
import { dayOf } from '#shared/rules/dates.ts'
import { regionName, unitOf } from '#shared/rules/signature.ts'
import { kopLook } from '../write/kop-look.ts'
import { body, kop as kopSizes, naturalLine, type Page, pageOf, title as titleLook } from '../write/look.ts'
import { para } from './blocks.ts'
import { illustrationBlocks, kopBlocks, titleBlock } from './frame.ts'
import { ownMargins } from './margins.ts'
import type { Build } from './source.ts'

/** How the empty height is shared: above the title, below it, above the note. */
const shares = [0.32, 0.4, 0.28] as const
const least = 8
/** Word processors reckon lines a little higher; this much stays free so that nothing is pushed to a second page. */
const spare = 40

/** What stands between the title and those who made it, and how many points it is high. */
export type CoverMiddle = { readonly blocks: readonly Block[]; readonly height: number }

/** Letterhead, title, what it is `about` and what that stands for, who made it and when, and a sample's note. `spread` is for a page of its own. */
export function frontBlocks(build: Build, about: string, spread: boolean, middle?: CoverMiddle): readonly Block[] {
  const { def, lab, language, date, innovation } = build
  const unit = (innovation === undefined ? lab.coordinator.unit : (unitOf(lab, innovation)?.name ?? '')).trim()
  const year = dayOf(date)?.year ?? lab.year
  const line = (text: string, size: number, bold = false): readonly Block[] =>
    text.trim() === '' ? [] : [{ ...para(text, { align: 'center', size }), runs: [{ text, bold }] }]
  const kop = kopBlocks(build)
  const title = [titleBlock([def.title[language].toUpperCase()], 16), titleBlock([about], 28), ...line(innovation?.longName ?? '', 14)]
  const by = [...line(unit, 13, true), ...line(regionName(lab, language), 12), ...line(String(year), 12)]
  const note = illustrationBlocks(build)
  const page = pageOf({ paper: build.paper, orientation: def.orientation, ...ownMargins(lab) })
  const used = [...kop, ...title, ...by, ...note].reduce(
    (sum, block) => sum + heightOf(block, page, lab.naskah.lineSpacing),
    middle?.height ?? 0,
  )
  const free = page.body.height - used - spare
  const [above = least, between = least, below = least] = shares.map((share): number =>
    spread ? Math.max(least, Math.round(free * share)) : least,
  )
  const inner = middle === undefined ? [space(between)] : [space(between * 0.4), ...middle.blocks, space(between * 0.6)]
  return [...kop, space(above), ...title, ...inner, ...by, ...(note.length > 0 ? [space(below), ...note] : [])]
}

const space = (height: number): Block => ({ b: 'space', height })

/** Height in points of the few kinds of blocks a cover is made of. */
function heightOf(block: Block, page: Page, lineSpacing: number): number {
  const { width } = page.body
  const lines = (text: string, size: number, bold: boolean, room = width): number =>
    wrap(text, room, size, bold).length * size * naturalLine
  if (block.b === 'para') {
    const text = block.runs.map((run) => run.text).join('')
    return (
      lines(
        text,
        block.size ?? body.size,
        block.runs.some((run) => run.bold),
      ) *
        lineSpacing +
      (block.spaceAfter ?? body.after)
    )
  }
  if (block.b === 'title') {
    const size = block.size ?? titleLook.size
    return block.lines.reduce<number>((sum, text) => sum + lines(text, size, true) * titleLook.line, titleLook.after)
  }
  if (block.b !== 'kop') return 0
  const look = kopLook(block, width)
  const words = [
    lines(block.baris1, look.first, false, look.width),
    lines(block.baris2, look.second, true, look.width),
    ...block.lines.map((text) => lines(text, kopSizes.small, false, look.width)),
  ]
  const high = words.reduce((sum, one) => sum + one, kopSizes.beforeSmall)
  return Math.max(kopSizes.emblem * 1.15, high) + 9 + kopSizes.after
}
