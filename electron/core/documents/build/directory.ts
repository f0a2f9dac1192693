/** The book of all innovations: cover, contents, an entry for each, indexes (domain.md 1.3, Documentation). */
import type { Outline } from '#shared/model/outline.ts'
import { muted } from './blocks.ts'
import { kopBlocks, outlineFrame, titleBlock } from './frame.ts'
import type { Build } from './source.ts'

export function buildDirectory(build: Build): Outline {
  const { def, language, tell, words } = build
  return {
    ...outlineFrame(build, def.title[language]),
    cover: [],
    blocks: [...kopBlocks(build), titleBlock([def.title[language].toUpperCase()]), muted(tell(words.notFilled))],
  }
}
