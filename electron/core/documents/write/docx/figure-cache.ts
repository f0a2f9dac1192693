import { svgPng } from './figure-svg.ts'

/** Draws each figure once, however often it stands in a document. */
export function figureCache(fontPaths: readonly string[]): (svg: string, width: number) => Uint8Array {
  const drawn = new Map<string, Uint8Array>()
  return (svg, width) => {
    const known = drawn.get(svg)
    if (known) return known
    const fresh = svgPng(svg, width, fontPaths)
    drawn.set(svg, fresh)
    return fresh
  }
}
