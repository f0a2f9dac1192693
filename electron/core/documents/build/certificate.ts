/** Certificates: one page for everybody who is named (domain.md 5.4). */
import type { Outline } from '#shared/model/outline.ts'
import { muted } from './blocks.ts'
import { kopBlocks, outlineFrame, titleBlock } from './frame.ts'
import type { Build } from './source.ts'

export function buildCertificate(build: Build): Outline {
  const { def, language, tell, words } = build
  return {
    ...outlineFrame(build, def.title[language]),
    cover: [],
    blocks: [...kopBlocks(build), titleBlock([def.title[language].toUpperCase()]), muted(tell(words.notFilled))],
  }
}
