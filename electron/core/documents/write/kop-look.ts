/** How a letterhead's lines stand beside its emblem; both writers follow it (domain.md 5.2). */
import { measure } from '#shared/figure/metrics.ts'
import type { Block } from '#shared/model/outline.ts'
import { kop as look } from './look.ts'

export type KopLook = {
  /** Points from the text margin to the column of lines, and its width. */
  readonly left: number
  readonly width: number
  readonly first: number
  readonly second: number
}

/** Letters may turn out a little wider than measured; the room is thought this much narrower. */
const slack = 4
/** Below this the office's name is broken rather than made smaller. */
const least = 0.75

/**
 * Lines are centred on the page while they fit between the emblem and its mirror image, else beside the emblem. An office's long name is made
 * smaller before it is broken, and the line above it with it, so that their ratio stays 3 : 4.
 */
export function kopLook(block: Extract<Block, { b: 'kop' }>, room: number): KopLook {
  const side = look.emblem + look.gap
  const names = Math.max(measure(block.baris1, look.first), measure(block.baris2, look.second, true))
  const widest = Math.max(names, ...block.lines.map((line) => measure(line, look.small)))
  const centred = widest + slack <= room - 2 * side
  const width = room - (centred ? 2 : 1) * side
  const scale = Math.max(least, Math.min(1, (width - slack) / Math.max(1, names)))
  return { left: side, width, first: half(look.first * scale), second: half(look.second * scale) }
}

/** Type sizes of a DOCX come in half points. */
const half = (size: number): number => Math.floor(size * 2) / 2
