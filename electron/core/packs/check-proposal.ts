/** What a schema cannot say about a proposal form: entries it leans on, dates, weights, limits, statements. */
import type { ProposalDef, ProposalStatement } from '#shared/model/pack.ts'
import { dayOf } from '#shared/rules/dates.ts'
import { repeated } from './check-columns.ts'
import { fieldFindings } from './check-form.ts'
import { type Finding, finding, type Step } from './findings.ts'

export function* formFindings(def: ProposalDef): Generator<Finding> {
  yield* fieldFindings(def.header, ['header'])
  yield* ageFindings(def)
  const title = def.header.find(({ key }) => key === def.titleField)
  if (def.titleField !== undefined && title?.type !== 'line' && title?.type !== 'text')
    yield finding(['titleField'], 'titleEntry', { key: def.titleField })
  yield* repeated(def.statements, ['statements'])
  for (const [at, statement] of def.statements.entries()) yield* whenFindings(statement, def, ['statements', at, 'when'])
  yield* sectionFindings(def)
}

function* ageFindings({ header, ageField, window, closing }: ProposalDef): Generator<Finding> {
  if (ageField !== undefined && header.find(({ key }) => key === ageField)?.type !== 'date')
    yield finding(['ageField'], 'dateField', { key: ageField })
  if (closing !== undefined && !isDay(closing)) yield finding(['closing'], 'notADay')
  if (window === undefined) return
  const ends = ['from', 'until'] as const
  const wrong = ends.filter((end) => !isDay(window[end]))
  for (const end of wrong) yield finding(['window', end], 'notADay')
  if (wrong.length === 0 && window.until < window.from) yield finding(['window', 'until'], 'windowOrder')
}

/** A day alone: a moment would not compare with one. */
const isDay = (text: string): boolean => text.length === 10 && dayOf(text) !== null

function* whenFindings({ when }: ProposalStatement, { header }: ProposalDef, path: readonly Step[]): Generator<Finding> {
  if (when === undefined) return
  const field = header.find(({ key }) => key === when.field)
  if (!field?.options?.some(({ key }) => key === when.is)) yield finding(path, 'headerOption', { key: when.field, option: when.is })
}

/** A section may have no weight, but those given must make the total. */
function* sectionFindings({ sections, weightTotal: total = 100 }: ProposalDef): Generator<Finding> {
  yield* repeated(sections, ['sections'])
  for (const [at, section] of sections.entries()) {
    yield* repeated(section.subheads, ['sections', at, 'subheads'])
    if (section.maxWords !== undefined && section.minWords > section.maxWords) yield finding(['sections', at, 'minWords'], 'wordLimits')
    if (section.attachments?.required === true && section.attachments.most === 0)
      yield finding(['sections', at, 'attachments', 'most'], 'attachmentsNone')
  }
  const weights = sections.flatMap((section) => section.weight ?? [])
  const sum = Math.round(weights.reduce((all, weight) => all + weight, 0) * 1e6) / 1e6
  if (weights.length > 0 && Math.abs(sum - total) > 1e-6) yield finding(['sections'], 'weightSum', { sum, total })
}
