/** What was captured of the lab as a whole, of one stage, and of a reward. */
import type { LabPiece } from '#shared/model/pack.ts'
import { muted } from '../blocks.ts'
import type { Piece } from './pieces.ts'

const notFilled: Piece = ({ tell, words }) => [muted(tell(words.notFilled))]

export const labPieces: Readonly<Record<LabPiece, Piece>> = {
  'lab.units': notFilled,
  'lab.partners': notFilled,
  'lab.sessions': notFilled,
  'lab.funnel': notFilled,
  'lab.readiness': notFilled,
  'lab.ideas': notFilled,
  'lab.plans': notFilled,
  'lab.impact': notFilled,
  'lab.index': notFilled,
  'lab.approvals': notFilled,
  'lab.rewards': notFilled,
  'lab.followups': notFilled,
  'lab.photos': notFilled,
  'lab.innovations': notFilled,
  'lab.signers': notFilled,
  'stage.sessions': notFilled,
  'stage.attendance': notFilled,
  'stage.outputs': notFilled,
  'stage.canvases': notFilled,
  'stage.gate': notFilled,
  'stage.notes': notFilled,
  'stage.photos': notFilled,
  'stage.monitoring': notFilled,
  'reward.recipients': notFilled,
}
