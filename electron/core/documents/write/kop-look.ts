/** How a letterhead's lines stand below or beside its emblem; both writers follow it (domain.md 5.2). */
import { measure } from '#shared/figure/metrics.ts'
import type { Block } from '#shared/model/outline.ts'
import { kop as look, scaleToFit } from './look.ts'

type Kop = Extract<Block, { b: 'kop' }>

export type KopLook = {
  /** The emblem stands above the lines, in the middle. */
  readonly above: boolean
  /** Place kept for the emblem, and the size of the emblem in it. */
  readonly place: { readonly width: number; readonly height: number }
  readonly emblem: { readonly width: number; readonly height: number }
  /** Points from the text margin to the column of lines, and its width. */
  readonly left: number
  readonly width: number
  readonly first: number
  readonly second: number
  /** The double rule below; a position's letterhead has it only where an address stands above it. */
  readonly ruled: boolean
}

/** Letters may turn out a little wider than measured; the room is thought this much narrower. */
const slack = 4
/** Below this the office's name is broken rather than made smaller. */
const least = 0.75

/**
 * Lines are centred on the page while they fit between the emblem and its mirror image, else beside the emblem. An office's long name is made
 * smaller before it is broken, and the line above it with it, so that their ratio stays 3 : 4. A position's letterhead has its emblem above.
 */
export function kopLook(block: Kop, room: number): KopLook {
  const above = block.kind === 'jabatan'
  const emblem = emblemSize(block)
  const place = { width: Math.max(look.emblem, emblem.width), height: look.emblem * 1.1 }
  const side = above ? 0 : place.width + look.gap
  const names = Math.max(measure(block.baris1, look.first), measure(block.baris2, look.second, true))
  const widest = Math.max(names, ...block.lines.map((line) => measure(line, look.small)))
  const centred = widest + slack <= room - 2 * side
  const width = room - (centred ? 2 : 1) * side
  const scale = Math.max(least, Math.min(1, (width - slack) / Math.max(1, names)))
  const [first, second] = [half(look.first * scale), half(look.second * scale)]
  return { above, place, emblem, left: side, width, first, second, ruled: !above || block.lines.length > 0 }
}

/** A small logo is enlarged to the place; LAN's may be as wide as it is drawn. */
function emblemSize({ kind, logo }: Kop): { width: number; height: number } {
  if (logo === null) return { width: look.emblem, height: look.emblem * 1.1 }
  const [width, height] = [Math.max(1, logo.width), Math.max(1, logo.height)]
  const widest = kind === 'lan' ? look.widest : look.emblem
  const largest = Math.max(width, height)
  const scale = largest < look.emblem ? look.emblem / largest : scaleToFit(width, height, widest, look.emblem * 1.15)
  return { width: width * scale, height: height * scale }
}

/** Type sizes of a DOCX come in half points. */
const half = (size: number): number => Math.floor(size * 2) / 2
