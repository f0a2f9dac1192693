/** Tables and passages that a definition names; each is drawn from what was captured and says so when there is nothing. */
import type { Block } from '#shared/model/outline.ts'
import type { ConventionPiece, InnovationPiece, LabPiece, SessionPiece } from '#shared/model/pack.ts'
import type { Build } from '../source.ts'
import { conventionPieces } from './convention-pieces.ts'
import { innovationPieces } from './innovation-pieces.ts'
import { labPieces } from './lab-pieces.ts'
import { sessionPieces } from './session-pieces.ts'

export type Piece = (build: Build) => readonly Block[]

const all: Readonly<Record<SessionPiece | LabPiece | InnovationPiece | ConventionPiece, Piece>> = {
  ...sessionPieces,
  ...labPieces,
  ...innovationPieces,
  ...conventionPieces,
}

export const pieceBlocks = (of: SessionPiece | LabPiece | InnovationPiece | ConventionPiece, build: Build): readonly Block[] =>
  all[of](build)
