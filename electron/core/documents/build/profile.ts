/** The profile of an innovation for the regional index, with its indicators and their evidence (domain.md 3.2 to 3.5). */
import type { Innovation } from '#shared/model/lab.ts'
import type { Outline } from '#shared/model/outline.ts'
import { muted } from './blocks.ts'
import { kopBlocks, outlineFrame, titleBlock } from './frame.ts'
import type { Build } from './source.ts'

export function buildProfile(build: Build, innovation: Innovation): Outline {
  const { def, language, tell, words } = build
  return {
    ...outlineFrame(build, `${def.title[language]}: ${innovation.name}`),
    cover: [],
    blocks: [...kopBlocks(build), titleBlock([def.title[language].toUpperCase()]), muted(tell(words.notFilled))],
  }
}
