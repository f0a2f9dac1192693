/** What documents are made of, in a few digits each, without opening an innovation: it is another one whenever it was saved. */
import { createHash } from 'node:crypto'
import { canonicalJson } from '#core/workspace/canonical.ts'
import type { OpenConvention } from '#shared/api/jury.ts'
import type { Lab } from '#shared/model/lab.ts'
import type { DocumentDef } from '#shared/model/pack.ts'
import type { LabLog, Session } from '#shared/model/session.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'

/** What a lab holds: itself, what it has gathered, and the lines of its index. */
export type LabStock = {
  readonly lab: Lab
  readonly log: LabLog
  /** Those that are not archived, in the order of the index. */
  readonly innovations: readonly InnovationSummary[]
  /** The others: each can still be printed alone. */
  readonly archived: readonly InnovationSummary[]
  /** With what their judges gave. */
  readonly conventions: readonly OpenConvention[]
}

/** A few digits that differ whenever the value does. */
export const digestOf = (value: unknown): string => createHash('sha1').update(canonicalJson(value)).digest('base64url').slice(0, 16)

/** Differs whenever the innovation was saved. */
export const stampOf = ({ id, updatedAt }: Pick<InnovationSummary, 'id' | 'updatedAt'>): string => `${id} ${updatedAt}`

const kept = <Of extends object, Digest>(work: (of: Of) => Digest): ((of: Of) => Digest) => {
  const known = new WeakMap<Of, Digest>()
  return (of) => {
    const before = known.get(of)
    if (before !== undefined) return before
    const now = work(of)
    known.set(of, now)
    return now
  }
}

const digestOfDef = kept((def: DocumentDef) => digestOf(def))
const digestOfWhole = kept((lab: Lab) => digestOf(lab))
/** Letterheads, units, officials: all that documents of innovations take from their lab. Not the list of everybody invited. */
const digestOfFrame = kept((lab: Lab) => digestOf({ ...lab, people: [] }))
const digestOfLab = kept(({ lab, log, innovations }: LabStock) => digestOf([digestOfWhole(lab), log, innovations.map(stampOf)]))

const digestOfConvention = kept((open: OpenConvention) => digestOf(open))

type MadeFrom = {
  readonly innovation?: InnovationSummary | undefined
  readonly session?: Session | undefined
  readonly convention?: OpenConvention | undefined
}

/** Digest of what a document is made of now. */
export function madeOf(def: DocumentDef, { innovation, session, convention }: MadeFrom, stock: LabStock): string {
  const { lab, log } = stock
  if (def.scope === 'innovation')
    return digestOf([digestOfDef(def), digestOfFrame(lab), innovation === undefined ? '' : stampOf(innovation)])
  if (def.scope === 'convention' && convention !== undefined)
    return digestOf([digestOfDef(def), digestOfFrame(lab), digestOfConvention(convention)])
  if (def.scope !== 'session' || session === undefined) return digestOf([digestOfDef(def), digestOfLab(stock)])
  const ofSession = (one: { readonly session: string | null }): boolean => one.session === session.id
  return digestOf([digestOfDef(def), digestOfWhole(lab), session, log.notes.filter(ofSession), log.photos.filter(ofSession)])
}
