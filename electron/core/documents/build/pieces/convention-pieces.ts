/** What papers of a convention say: who judged what, how it came out, and what happened on the way. */
import type { Block } from '#shared/model/outline.ts'
import type { ConventionPiece } from '#shared/model/pack.ts'
import { conventionJudges, judgeSigner, panels, recusals, signers } from './convention-jury.ts'
import { categories, ranking, spreads, ties, visitors, winners, workings } from './convention-outcome.ts'
import { criteria, missing, recap, recapJudges, reopened } from './convention-recap.ts'
import { judgeSheet } from './convention-sheet.ts'
import { entries, schedule } from './convention-turns.ts'
import type { Piece } from './pieces.ts'

export const conventionPieces: Readonly<Record<ConventionPiece, Piece>> = {
  'convention.entries': entries,
  'convention.judges': conventionJudges,
  'convention.panels': panels,
  'convention.criteria': criteria,
  'convention.judgeSheet': judgeSheet,
  'convention.judgeSigner': judgeSigner,
  'convention.recap': recap,
  'convention.recapJudges': recapJudges,
  'convention.ranking': ranking,
  'convention.categories': categories,
  'convention.winners': winners,
  'convention.ties': ties,
  'convention.spreads': spreads,
  'convention.recusals': recusals,
  'convention.reopened': reopened,
  'convention.missing': missing,
  'convention.visitors': visitors,
  'convention.schedule': schedule,
  'convention.workings': workings,
  'convention.signers': signers,
} satisfies Record<ConventionPiece, (build: Parameters<Piece>[0]) => readonly Block[]>
