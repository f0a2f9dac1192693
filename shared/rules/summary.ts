/** The one-line summaries that overviews and indexes are made of, read off the plain values of a document. */
import type { Canvas, CanvasState, Innovation, Lab, ReviewRound, StageKey, Value } from '../model/lab.ts'
import { stageKeys } from '../model/pack.ts'
import type { Session } from '../model/session.ts'
import { type InnovationSummary, type LabSummary, type SessionSummary, summaryShape } from '../model/summary.ts'
import { catalogueSummary } from './catalogue-summary.ts'
import { levelsOf } from './maturity.ts'
import { wordsOf } from './rich-text.ts'
import { sessionMinutes, sessionState, type TurnCounts } from './session-time.ts'
import { owesInnovation } from './units-without.ts'

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
  const toMend = Object.values(innovation.reviews).filter((review) => review.state === 'perlu_perbaikan')
  const sections = valuesOf(innovation.proposals, (proposal) => valuesOf(proposal.sections, wordsOf))
  return {
    shape: summaryShape,
    id: innovation.id,
    name: innovation.name,
    longName: innovation.longName,
    unit: innovation.unit,
    stage: innovation.stage,
    kind: innovation.kind,
    form: innovation.form,
    urusan: innovation.urusan,
    startedOn: innovation.startedOn,
    createdAt: innovation.createdAt,
    carriedFrom: innovation.carriedFrom,
    canvases,
    rounds: lastRounds(innovation.rounds),
    looked: Object.fromEntries(Object.entries(innovation.looks).map(([of, look]) => [of, look.at])),
    toMend: toMend.length,
    mendSince: toMend.map(({ at }) => at).sort()[0] ?? '',
    gates: Object.fromEntries(
      Object.entries(innovation.gates).map(([stage, { approval, override, ticks }]) => [
        stage,
        { approval, override, ticks: { ...ticks } },
      ]),
    ),
    waiting: waitingRounds(innovation.rounds),
    passed: [...stagesBefore(innovation.stage)],
    words: valuesOf(sections, (one) => Object.values(one).reduce((sum, words) => sum + words, 0)),
    sections,
    headers: valuesOf(innovation.proposals, ({ header }) => filledKeys(header)),
    answered: answeredOf(innovation.canvases),
    described: innovation.summary.trim() !== '',
    maturity: levelsOf(innovation),
    evidence: { all: innovation.evidence.length, held: innovation.evidence.filter((one) => one.file !== '' || one.link !== '').length },
    ...catalogueSummary(innovation),
    members: innovation.members.filter((member) => member.name.trim() !== '').length,
    launched: innovation.launched,
    monitored: innovation.monitored,
    archived: innovation.archived,
    illustration: innovation.illustration !== '',
    updatedAt,
  }
}

const valuesOf = <T, U>(record: Readonly<Record<string, T>>, of: (value: T) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, of(value)]))

/** Nothing that anybody wrote or chose. */
const isBlank = (value: Value | undefined): boolean =>
  value === undefined || value === null || (typeof value === 'string' ? value.trim() === '' : Array.isArray(value) && value.length === 0)

const filledKeys = (fields: Readonly<Record<string, Value>>): string[] =>
  Object.entries(fields).flatMap(([key, value]) => (isBlank(value) ? [] : [key]))

/** Something stands on it: an entry, or a field that was ever answered. */
const isBegun = ({ items, fields }: Canvas): boolean =>
  items.length > 0 || Object.values(fields).some((value) => value !== null && value !== '')

const answeredOf = (canvases: Innovation['canvases']): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(canvases).flatMap(([id, canvas]) =>
      isBegun(canvas) ? [[id, canvas.items.length > 0 ? [] : filledKeys(canvas.fields)]] : [],
    ),
  )

function lastRounds(rounds: Innovation['rounds']): InnovationSummary['rounds'] {
  const found: Record<string, InnovationSummary['rounds'][string]> = {}
  for (const [of, all] of Object.entries(rounds)) {
    const last = all.at(-1)
    if (last === undefined) continue
    // Pressed on two laptops at once, or written twice, it was handed in once.
    const submitted = new Set(all.flatMap((round) => (round.kind === 'submitted' ? [`${round.at} ${round.by}`] : []))).size
    found[of] = { kind: last.kind, by: last.by, at: last.at, submitted }
  }
  return found
}

/** What lists and Beranda show of a session. */
const summariseSession = (session: Session, counts: TurnCounts): SessionSummary => ({
  id: session.id,
  title: session.title,
  stage: session.stage,
  date: session.date,
  start: session.start,
  timeZone: session.timeZone,
  place: session.place,
  state: sessionState(session),
  minutes: sessionMinutes(session, counts),
  present: Object.values(session.attendance).filter(({ state }) => state === 'hadir').length,
})

/**
 * @param sessions in the order of the list
 * @param updatedAt ISO moment of the last change.
 */
export function summariseLab(lab: Lab, sessions: readonly Session[], updatedAt: string): LabSummary {
  // How many innovations a lab has is not in its document; turns by innovation are counted by the units, which is about as many.
  const counts = { unit: lab.units.length, innovation: lab.units.length }
  return {
    id: lab.id,
    region: lab.region,
    province: lab.province,
    regionKind: lab.regionKind,
    year: lab.year,
    jilid: lab.jilid,
    theme: lab.theme,
    method: lab.method,
    stage: lab.stage,
    units: lab.units.length,
    owing: lab.units.filter(owesInnovation).map(({ id }) => id),
    people: lab.people.length,
    sessions: sessions.map((one) => summariseSession(one, counts)),
    continues: lab.continues,
    sample: lab.illustration !== '',
    archived: lab.archived,
    updatedAt,
  }
}
