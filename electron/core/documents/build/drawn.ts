/** A canvas of an innovation as one large sheet: a slide, a poster (domain.md 1.3, D5). */
import type { Innovation } from '#shared/model/lab.ts'
import type { Outline } from '#shared/model/outline.ts'
import { muted } from './blocks.ts'
import { kopBlocks, outlineFrame, titleBlock } from './frame.ts'
import type { Build } from './source.ts'

export function buildDrawn(build: Build, innovation: Innovation): Outline {
  const { def, language, tell, words } = build
  return {
    ...outlineFrame(build, `${def.title[language]}: ${innovation.name}`),
    cover: [],
    blocks: [...kopBlocks(build), titleBlock([def.title[language].toUpperCase()]), muted(tell(words.notFilled))],
  }
}
