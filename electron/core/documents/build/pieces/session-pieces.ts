/** What was captured of one session. */
import type { SessionPiece } from '#shared/model/pack.ts'
import type { Piece } from './pieces.ts'
import { absent, attendance, attendanceBlank, crew, invited, launched, signers } from './session-people.ts'
import { agenda, desks, outputs } from './session-plan.ts'
import { decisions, followups, notes, photos } from './session-record.ts'

export const sessionPieces: Readonly<Record<SessionPiece, Piece>> = {
  'session.agenda': agenda,
  'session.desks': desks,
  'session.invited': invited,
  'session.attendance': attendance,
  'session.attendanceBlank': attendanceBlank,
  'session.absent': absent,
  'session.notes': notes,
  'session.decisions': decisions,
  'session.followups': followups,
  'session.outputs': outputs,
  'session.photos': photos,
  'session.signers': signers,
  'session.launched': launched,
  'session.crew': crew,
}
