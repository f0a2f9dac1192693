/** What was captured of the lab as a whole, of one stage, and of a reward. */
import type { LabPiece } from '#shared/model/pack.ts'
import { catalogueChartsPiece } from './catalogue-charts.ts'
import { coveragePiece, figuresPiece, funnelPiece, impactPiece, readinessPiece } from './lab-counts.ts'
import { approvalsPiece, followupsPiece, ideasPiece, owedPiece, plansPiece, recipientsPiece, rewardsPiece } from './lab-decisions.ts'
import { indexPiece } from './lab-index.ts'
import { innovationsPiece, partnersPiece, photosPiece, sessionsPiece, signersPiece, unitsPiece } from './lab-lists.ts'
import { monitoringPiece } from './monitoring-piece.ts'
import type { Piece } from './pieces.ts'
import {
  stageAttendancePiece,
  stageCanvasesPiece,
  stageGatePiece,
  stageNotesPiece,
  stageOutputsPiece,
  stagePhotosPiece,
  stageSessionsPiece,
} from './stage-pieces.ts'

export const labPieces: Readonly<Record<LabPiece, Piece>> = {
  'lab.units': unitsPiece,
  'lab.partners': partnersPiece,
  'lab.sessions': sessionsPiece,
  'lab.figures': figuresPiece,
  'lab.funnel': funnelPiece,
  'lab.coverage': coveragePiece,
  'lab.readiness': readinessPiece,
  'lab.ideas': ideasPiece,
  'lab.plans': plansPiece,
  'lab.impact': impactPiece,
  'lab.index': indexPiece,
  'lab.approvals': approvalsPiece,
  'lab.rewards': rewardsPiece,
  'lab.followups': followupsPiece,
  'lab.owed': owedPiece,
  'lab.photos': photosPiece,
  'lab.innovations': innovationsPiece,
  'lab.catalogue_charts': catalogueChartsPiece,
  'lab.signers': signersPiece,
  'stage.sessions': stageSessionsPiece,
  'stage.attendance': stageAttendancePiece,
  'stage.outputs': stageOutputsPiece,
  'stage.canvases': stageCanvasesPiece,
  'stage.gate': stageGatePiece,
  'stage.notes': stageNotesPiece,
  'stage.photos': stagePhotosPiece,
  'stage.monitoring': monitoringPiece,
  'reward.recipients': recipientsPiece,
}
