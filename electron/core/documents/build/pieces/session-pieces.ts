/** What was captured of one session. */
import type { SessionPiece } from '#shared/model/pack.ts'
import { muted } from '../blocks.ts'
import type { Piece } from './pieces.ts'

const notFilled: Piece = ({ tell, words }) => [muted(tell(words.notFilled))]

export const sessionPieces: Readonly<Record<SessionPiece, Piece>> = {
  'session.agenda': notFilled,
  'session.desks': notFilled,
  'session.invited': notFilled,
  'session.attendance': notFilled,
  'session.attendanceBlank': notFilled,
  'session.absent': notFilled,
  'session.notes': notFilled,
  'session.decisions': notFilled,
  'session.followups': notFilled,
  'session.outputs': notFilled,
  'session.photos': notFilled,
}
