/** What must not part at the end of a page, for both writers: an introduction from its list, a signature from the text above it. */
import type { Block } from '#shared/model/outline.ts'
import { smallest } from './look.ts'

type Para = Extract<Block, { b: 'para' }>

/** Letters of an introduction: about three lines. */
const longestLead = 280

/** Letters that surely stand on one line. */
const shortestLine = 70

/** Short enough to stand on one page with what it introduces. */
export const isShort = (block: Para): boolean => letters(block) <= longestLead

const letters = (block: Para): number => block.runs.reduce((sum, run) => sum + run.text.length, 0)
const introduces = (block: Para): boolean => block.runs.at(-1)?.text.trimEnd().endsWith(':') === true
/** A remark under something: names of columns, a count of words. */
const isRemark = (block: Block): boolean =>
  block.b === 'para' && (block.size ?? smallest + 1) <= smallest && isShort(block) && !introduces(block)

/** For every block whether its end stays with the beginning of the next one. */
export function heldBlocks(blocks: readonly Block[]): boolean[] {
  const held = blocks.map((block, at) => holds(block, blocks[at + 1]))
  // An empty space, a count of words or a single line is too little company for a signature: what stands above it comes along.
  blocks.forEach((block, at) => {
    const before = blocks[at - 1]
    const little = block.b === 'space' || (block.b === 'para' && (isRemark(block) || letters(block) <= shortestLine))
    if (little && held[at] && blocks[at + 1]?.b === 'signature' && before !== undefined && canHold(before)) held[at - 1] = true
  })
  return held
}

const canHold = (block: Block): boolean => block.b !== 'pageBreak' && block.b !== 'turn' && block.b !== 'contents' && block.b !== 'index'

function holds(block: Block, next: Block | undefined): boolean {
  if (next === undefined || !canHold(block)) return false
  if (next.b === 'signature') return block.b !== 'signature'
  if (isRemark(next) && next.b === 'para' && next.align === 'right') return true
  if (block.b === 'table') return block.ruled && isRemark(next)
  if (block.b !== 'para') return false
  if (next.b === 'list' || next.b === 'table') return introduces(block) || isShort(block)
  return (next.b === 'figure' || next.b === 'picture') && introduces(block)
}
