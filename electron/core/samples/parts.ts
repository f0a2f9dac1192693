/** An innovation may be written in one file or in one file and parts of it: here they become one again. */

import { type WrittenInnovation, type WrittenPart, writtenPart } from './written.ts'
import { readYaml, refuse } from './yaml-file.ts'

export type Gathered = {
  readonly written: WrittenInnovation
  /** The file a canvas is written in, by canvas id. */
  readonly canvasFiles: ReadonlyMap<string, string>
  /** The trail links with the file and the place in it, so that a fault can name them. */
  readonly trail: readonly { readonly link: WrittenPart['trail'][number]; readonly file: string; readonly at: string }[]
}

/**
 * The innovation of `file` with what its `parts` add, in the order given.
 * @throws FaultError when a canvas or the claims of a set are written twice.
 */
export async function gatherParts(folder: string, file: string, written: WrittenInnovation, parts: readonly string[]): Promise<Gathered> {
  const canvases = { ...written.canvases }
  const canvasFiles = new Map(Object.keys(canvases).map((canvas) => [canvas, file]))
  const trail = located(written.trail, file)
  const evidence = [...written.evidence]
  const maturity = { ...written.maturity }
  for (const part of parts) {
    const added = await readYaml(folder, part, writtenPart)
    for (const [canvas, value] of Object.entries(added.canvases)) {
      const before = canvasFiles.get(canvas)
      if (before !== undefined) throw refuse(part, `canvases.${canvas}: already written in ${before}`)
      canvasFiles.set(canvas, part)
      canvases[canvas] = value
    }
    trail.push(...located(added.trail, part))
    evidence.push(...added.evidence)
    for (const [set, claims] of Object.entries(added.maturity)) {
      if (set in maturity) throw refuse(part, `maturity.${set}: already written`)
      maturity[set] = claims
    }
  }
  return { written: { ...written, canvases, trail: trail.map(({ link }) => link), evidence, maturity }, canvasFiles, trail }
}

const located = (trail: WrittenPart['trail'], file: string) => trail.map((link, index) => ({ link, file, at: `trail[${index}]` }))
