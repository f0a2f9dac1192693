/** Papers that go with a proposal: statements, attachments of sections, and the evidence an indicator profile rests on. */
import type { Evidence, EvidenceTarget } from '../model/evidence.ts'
import type { ProposalStatement } from '../model/pack.ts'
import { maturityOf, proves } from './maturity.ts'
import type { Found, Looked } from './submission.ts'

/** Bytes of a PDF above which committees turn it down (domain.md 2.5). */
export const heaviestPdf = 2 * 1024 * 1024
/** Sections that weigh this much of the score and offer attachments are asked for evidence; our own measure. */
const weighty = 15

/** Evidence attached to one section or statement of a form. */
export const evidenceFor = (evidence: readonly Evidence[], kind: EvidenceTarget['kind'], form: string, key: string): readonly Evidence[] =>
  evidence.filter(({ targets }) => targets.some((one) => one.kind === kind && one.of === form && one.key === key))

/** Whether the statement is asked for, as far as the header has been answered. */
export function isAsked({ when }: Pick<ProposalStatement, 'when'>, header: Looked['proposal']['header']): boolean {
  if (when === undefined) return true
  const answer = header[when.field]
  return Array.isArray(answer) ? answer.includes(when.is) : answer === when.is
}

export function* statementFindings({ form, innovation, proposal }: Looked): Generator<Found> {
  for (const statement of form.statements) {
    if (!isAsked(statement, proposal.header)) continue
    const attached = evidenceFor(innovation.evidence, 'statement', form.id, statement.key)
    if (attached.some(proves)) continue
    yield {
      kind: 'statement_missing',
      severity: statement.required ? 'must' : 'should',
      place: { at: 'statement', key: statement.key },
      message: attached.length > 0 ? 'statementWithoutFile' : statement.document === undefined ? 'statementMissing' : 'statementToPrint',
      label: statement.title,
      values: {},
    }
  }
}

export function* attachmentFindings(looked: Looked): Generator<Found> {
  const { form, innovation } = looked
  for (const { key, title, weight, attachments } of form.sections) {
    const place = { at: 'section', key } as const
    const held = evidenceFor(innovation.evidence, 'section', form.id, key).filter(proves)
    if (attachments !== undefined && held.length > attachments.most) {
      const values = { count: held.length, most: attachments.most }
      yield { kind: 'too_many_attachments', severity: 'must', place, message: 'tooManyAttachments', label: title, values }
    }
    if (held.length > 0) continue
    if (attachments?.required === true)
      yield { kind: 'attachment_missing', severity: 'must', place, message: 'attachmentMissing', label: title, values: {} }
    else if (weight !== undefined && weight >= weighty && attachments?.most !== 0)
      yield { kind: 'no_evidence', severity: 'should', place, message: 'noEvidence', label: title, values: { weight } }
  }
  yield* heavyFindings(looked)
}

function* heavyFindings({ form, innovation, sets }: Looked): Generator<Found> {
  const named = new Set([form.id, ...sets.map(({ id }) => id)])
  for (const { id, title, file, state, targets } of innovation.evidence) {
    const attachment = innovation.attachments[file]
    if (attachment === undefined || state === 'ditolak' || !targets.some(({ of }) => named.has(of))) continue
    if (attachment.type !== 'application/pdf' || attachment.bytes <= heaviestPdf) continue
    yield {
      kind: 'attachment_heavy',
      severity: 'must',
      place: { at: 'evidence', id },
      message: 'attachmentHeavy',
      values: {
        file: title || attachment.title || attachment.name,
        // Rounded up, so that a file just over the limit does not read as the limit itself.
        size: Math.ceil((attachment.bytes / 1024 / 1024) * 10) / 10,
        most: heaviestPdf / 1024 / 1024,
      },
    }
  }
}

/** Only where the form is the profile of a set. */
export function* indicatorFindings({ innovation, sets }: Looked): Generator<Found> {
  for (const set of sets)
    for (const { def, claimed, proven } of maturityOf(set, innovation).indicators) {
      const place = { at: 'indicator', set: set.id, key: def.key } as const
      const common = { place, label: def.title }
      if (def.mandatory && proven === 0)
        yield { kind: 'no_evidence', severity: 'must', ...common, message: 'mandatoryIndicator', values: {} }
      else if (claimed > proven)
        yield { kind: 'claim_unproven', severity: 'should', ...common, message: 'claimWithoutEvidence', values: { claimed, proven } }
    }
}
