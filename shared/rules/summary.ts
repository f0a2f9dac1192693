/** The one-line summaries that overviews and indexes are made of, read off the plain values of a document. */
import type { CanvasState, Innovation, InnovationSummary, Lab, LabSummary, ReviewRound, StageKey } from '../model/lab.ts'
import { stageKeys } from '../model/pack.ts'
import { wordsOf } from './rich-text.ts'

/** The stages that lie before `stage`; an innovation that stands there has passed their gates. */
export const stagesBefore = (stage: StageKey): readonly StageKey[] => stageKeys.slice(0, stageKeys.indexOf(stage))

/** Submissions whose last word is the team's: the coach has neither returned nor accepted them. */
export const waitingRounds = (rounds: Readonly<Record<string, readonly ReviewRound[]>>): number =>
  Object.values(rounds).filter((of) => of.at(-1)?.kind === 'submitted').length

/**
 * @param updatedAt ISO moment of the last change; not part of the document itself.
 */
export function summarise(innovation: Innovation, updatedAt: string): InnovationSummary {
  const canvases: Record<string, CanvasState> = {}
  for (const [id, canvas] of Object.entries(innovation.canvases)) if (canvas.state !== 'belum') canvases[id] = canvas.state
  const words: Record<string, number> = {}
  for (const [form, proposal] of Object.entries(innovation.proposals)) {
    words[form] = Object.values(proposal.sections).reduce((sum, section) => sum + wordsOf(section), 0)
  }
  return {
    id: innovation.id,
    name: innovation.name,
    longName: innovation.longName,
    unit: innovation.unit,
    stage: innovation.stage,
    kind: innovation.kind,
    canvases,
    toMend: Object.values(innovation.reviews).filter((review) => review.state === 'perlu_perbaikan').length,
    waiting: waitingRounds(innovation.rounds),
    passed: [...stagesBefore(innovation.stage)],
    words,
    members: innovation.members.filter((member) => member.name.trim() !== '').length,
    launched: innovation.launched,
    monitored: innovation.monitored,
    archived: innovation.archived,
    illustration: innovation.illustration !== '',
    updatedAt,
  }
}

/** @param updatedAt ISO moment of the last change. */
export function summariseLab(lab: Lab, updatedAt: string): LabSummary {
  return {
    id: lab.id,
    region: lab.region,
    regionKind: lab.regionKind,
    year: lab.year,
    jilid: lab.jilid,
    theme: lab.theme,
    method: lab.method,
    stage: lab.stage,
    units: lab.units.length,
    people: lab.people.length,
    sample: lab.illustration !== '',
    archived: lab.archived,
    updatedAt,
  }
}
