/** Typed access to the Y.Doc of one innovation: its facts, and the whole of it as a plain value. */
import type * as Y from 'yjs'
import type { InnovationId, LabId } from '#shared/model/ids.ts'
import { type Attachment, type Canvas, type Innovation, innovationForms, innovationKinds } from '#shared/model/lab.ts'
import { stageKeys } from '#shared/model/pack.ts'
import { canvasesIn, fillCanvas, readCanvas } from './canvas.ts'
import { fillCatalogue, readCatalogue } from './catalogue.ts'
import { putClaim, putEvidence, readEvidence, readMaturity } from './evidence.ts'
import { readGates, setApproval, setOverride, setTick } from './gates.ts'
import { readLooks, setLook } from './looks.ts'
import { names } from './names.ts'
import type { Origin } from './origins.ts'
import { readProposals, sectionFragment, setHeader } from './proposal.ts'
import { addReview, addRound, readReviews, readRounds } from './reviews.ts'
import { appendRich } from './rich.ts'
import { addLink, readTrail } from './trail.ts'
import { type AnyMap, assign, flagOf, oneOf, recordOf, textOf } from './values.ts'
import { addVersion, readVersions } from './versions.ts'

export { setApproval, setOverride, setTick } from './gates.ts'
export { setLook } from './looks.ts'
export { headerMap, sectionFragment, setHeader } from './proposal.ts'
export { addReview, addRound, reviewKey } from './reviews.ts'
export { addLink, removeLink } from './trail.ts'

/** The single values of an innovation. */
export type InnovationFacts = Pick<
  Innovation,
  | 'name'
  | 'longName'
  | 'unit'
  | 'stage'
  | 'kind'
  | 'form'
  | 'digital'
  | 'summary'
  | 'urusan'
  | 'carriedFrom'
  | 'members'
  | 'startedOn'
  | 'launched'
  | 'monitored'
  | 'illustration'
  | 'archived'
  | 'createdAt'
>

export const factsMap = (doc: Y.Doc): AnyMap => doc.getMap(names.facts)

/** Writes what differs, in one transaction. */
export function writeFacts(doc: Y.Doc, patch: Partial<InnovationFacts>, origin: Origin): void {
  doc.transact(() => assign(factsMap(doc), patch), origin)
}

export function addAttachment(doc: Y.Doc, attachment: Attachment, origin: Origin): void {
  doc.transact(() => doc.getMap(names.attachments).set(attachment.name, attachment), origin)
}

export function readAttachments(doc: Y.Doc): Readonly<Record<string, Attachment>> {
  const found: Record<string, Attachment> = {}
  for (const [name, raw] of doc.getMap(names.attachments)) {
    const row = recordOf(raw)
    const count = (key: string): number => (typeof row[key] === 'number' ? row[key] : 0)
    found[name] = {
      name,
      title: textOf(row.title),
      type: textOf(row.type),
      bytes: count('bytes'),
      width: count('width'),
      height: count('height'),
      pages: count('pages'),
    }
  }
  return found
}

function readMembers(value: unknown): Innovation['members'] {
  if (!Array.isArray(value)) return []
  return value
    .map((one: unknown) => ({
      name: textOf(recordOf(one).name),
      position: textOf(recordOf(one).position),
    }))
    .filter(({ name }) => name !== '')
}

function readOrigin(value: unknown): Innovation['carriedFrom'] {
  const { lab, innovation } = recordOf(value)
  if (textOf(lab) === '' || textOf(innovation) === '') return null
  return { lab: textOf(lab) as LabId, innovation: textOf(innovation) as InnovationId } // stored from ids
}

/** A canvas nobody has touched is left out of an innovation. */
export const isTouched = (canvas: Canvas): boolean =>
  canvas.state !== 'belum' || canvas.items.length > 0 || Object.keys(canvas.fields).length > 0 || Object.keys(canvas.settings).length > 0

/** The single values of an innovation; missing ones come out empty, never undefined. */
export function readFacts(doc: Y.Doc): InnovationFacts {
  const facts = factsMap(doc)
  const unit = textOf(facts.get('unit'))
  const digital = facts.get('digital')
  return {
    name: textOf(facts.get('name')),
    longName: textOf(facts.get('longName')),
    unit: unit === '' ? null : (unit as Innovation['unit']) /* stored from a UnitId */,
    stage: oneOf(facts.get('stage'), stageKeys) ?? 'drum_up',
    kind: oneOf(facts.get('kind'), innovationKinds),
    form: oneOf(facts.get('form'), innovationForms),
    digital: typeof digital === 'boolean' ? digital : null,
    summary: textOf(facts.get('summary')),
    urusan: textOf(facts.get('urusan')),
    carriedFrom: readOrigin(facts.get('carriedFrom')),
    members: readMembers(facts.get('members')),
    startedOn: textOf(facts.get('startedOn')),
    launched: flagOf(facts.get('launched')),
    monitored: flagOf(facts.get('monitored')),
    illustration: textOf(facts.get('illustration')),
    archived: flagOf(facts.get('archived')),
    createdAt: textOf(facts.get('createdAt')),
  }
}

/** The innovation as a plain value. Missing parts come out empty, never undefined. A page that follows changes uses `innovationReader`. */
export function snapshotInnovation(doc: Y.Doc, id: InnovationId, lab: LabId): Innovation {
  const canvases = canvasesIn(doc).map((def) => readCanvas(doc, def))
  return {
    id,
    lab,
    ...readFacts(doc),
    canvases: Object.fromEntries(canvases.filter(isTouched).map((one) => [one.def, one])),
    proposals: readProposals(doc),
    reviews: readReviews(doc),
    rounds: readRounds(doc),
    looks: readLooks(doc),
    gates: readGates(doc),
    trail: readTrail(doc),
    attachments: readAttachments(doc),
    evidence: readEvidence(doc),
    maturity: readMaturity(doc),
    versions: readVersions(doc),
    catalogue: readCatalogue(doc),
  }
}

/**
 * Fills an empty document with a whole innovation.
 * @param written says whether a form field holds written text (Y.Text) or a choice, number or date.
 */
export function fillInnovation(doc: Y.Doc, value: Innovation, written: (canvas: string, field: string) => boolean, origin: Origin): void {
  const {
    id: _id,
    lab: _lab,
    canvases,
    proposals,
    reviews,
    rounds,
    looks,
    gates,
    trail,
    attachments,
    evidence,
    maturity,
    versions,
    catalogue,
    ...facts
  } = value
  doc.transact(() => {
    writeFacts(doc, facts, origin)
    for (const canvas of Object.values(canvases)) fillCanvas(doc, canvas, (field) => written(canvas.def, field), origin)
    for (const proposal of Object.values(proposals)) {
      for (const [field, one] of Object.entries(proposal.header)) setHeader(doc, proposal.form, field, one, origin)
      for (const [section, rich] of Object.entries(proposal.sections)) appendRich(sectionFragment(doc, proposal.form, section), rich)
    }
    for (const [key, { history, ...last }] of Object.entries(reviews))
      for (const entry of [...history, last]) addReview(doc, key, entry, origin)
    for (const [of, list] of Object.entries(rounds)) for (const round of list) addRound(doc, of, round, origin)
    for (const [of, look] of Object.entries(looks)) setLook(doc, of, look, origin)
    for (const stage of stageKeys) {
      const gate = gates[stage]
      if (gate === undefined) continue
      if (gate.approval !== null) setApproval(doc, stage, gate.approval, origin)
      if (gate.override !== null) setOverride(doc, stage, gate.override, origin)
      for (const [key, on] of Object.entries(gate.ticks)) setTick(doc, stage, key, on, origin)
    }
    for (const link of trail) addLink(doc, link, origin)
    for (const attachment of Object.values(attachments)) addAttachment(doc, attachment, origin)
    for (const { id, ...one } of evidence) putEvidence(doc, id, one, origin)
    for (const [set, claims] of Object.entries(maturity))
      for (const [key, claim] of Object.entries(claims)) putClaim(doc, set, key, claim, origin)
    for (const version of versions) addVersion(doc, version, origin)
    fillCatalogue(doc, catalogue, origin)
  }, origin)
}
