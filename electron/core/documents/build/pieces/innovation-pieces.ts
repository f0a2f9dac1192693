/** What was captured of one innovation. */
import type { InnovationPiece } from '#shared/model/pack.ts'
import { muted } from '../blocks.ts'
import type { Piece } from './pieces.ts'

const notFilled: Piece = ({ tell, words }) => [muted(tell(words.notFilled))]

export const innovationPieces: Readonly<Record<InnovationPiece, Piece>> = {
  'innovation.identity': notFilled,
  'innovation.team': notFilled,
  'innovation.before_after': notFilled,
  'innovation.evidence': notFilled,
  'innovation.maturity': notFilled,
  'innovation.photos': notFilled,
  'innovation.progress': notFilled,
  'innovation.trail': notFilled,
  'innovation.approvals': notFilled,
}
