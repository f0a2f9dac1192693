import type { Session, SessionBlock } from '#shared/model/session.ts'
import { teamState } from '#shared/rules/session-teams.ts'
import type { NamedTeam } from './names.ts'

/** The teams that a block leaves with something to do. */
export const notDoneIn = (session: Session, block: SessionBlock, teams: readonly NamedTeam[]): readonly NamedTeam[] =>
  teams.filter(({ team }) => teamState(session, block, team) !== 'selesai')
