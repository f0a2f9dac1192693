/** What the list of documents knows of a lab. Each innovation is read once for each time it was saved; of one lab it is all kept at hand. */
import { createHash } from 'node:crypto'
import { setImmediate as breathe } from 'node:timers/promises'
import { canonicalJson } from '#core/workspace/canonical.ts'
import type { InnovationId, LabId } from '#shared/model/ids.ts'
import type { Innovation, Lab } from '#shared/model/lab.ts'
import type { DocumentDef } from '#shared/model/pack.ts'
import type { LabLog, Session } from '#shared/model/session.ts'
import type { Library } from './library.ts'

export type KnownInnovation = { readonly value: Innovation; readonly digest: string }
export type KnownLab = {
  readonly lab: Lab
  readonly log: LabLog
  /** Those that are not archived and open, in the order of the index. */
  readonly innovations: readonly KnownInnovation[]
  /** Ids of those that do not open; why is among the faults. */
  readonly unread: readonly string[]
}

/** A few digits that differ whenever the value does. */
export const digestOf = (value: unknown): string => createHash('sha1').update(canonicalJson(value)).digest('base64url').slice(0, 16)

const defs = new WeakMap<DocumentDef, string>()
const digestOfDef = (def: DocumentDef): string => {
  const known = defs.get(def) ?? digestOf(def)
  defs.set(def, known)
  return known
}

const labs = new WeakMap<Lab, { readonly frame: string; readonly all: string }>()
function digestsOfLab(lab: Lab): { readonly frame: string; readonly all: string } {
  const known = labs.get(lab) ?? { frame: digestOf({ ...lab, people: [] }), all: digestOf(lab) }
  labs.set(lab, known)
  return known
}

/** Letterheads, units, officials: all that documents of innovations take from their lab. Not the list of everybody invited. */
export const digestOfFrame = (lab: Lab): string => digestsOfLab(lab).frame

export const madeOfInnovation = (def: DocumentDef, lab: Lab, innovation: string): string =>
  digestOf([digestOfDef(def), digestOfFrame(lab), innovation])

export function madeOfSession(def: DocumentDef, lab: Lab, log: LabLog, session: Session): string {
  const ofSession = (one: { readonly session: string | null }): boolean => one.session === session.id
  return digestOf([digestOfDef(def), digestsOfLab(lab).all, session, log.notes.filter(ofSession), log.photos.filter(ofSession)])
}

/** Of the lab, a stage or a reward: everything. `whole` is {@link digestOfLab}, worked out once for many documents. */
export const madeOfLab = (def: DocumentDef, whole: string): string => digestOf([digestOfDef(def), whole])

export const digestOfLab = ({ lab, log, innovations }: KnownLab): string =>
  digestOf([digestsOfLab(lab).all, log, innovations.map(({ digest }) => digest)])

export type KnownLabs = { of(lab: LabId): Promise<KnownLab | null> }

type Kept = KnownInnovation & { readonly at: string }

/** How many are read before others get their turn. */
const spell = 8

export function createKnownLabs(library: Pick<Library, 'lab' | 'log' | 'summaries' | 'innovation'>): KnownLabs {
  let kept: { readonly lab: LabId; readonly innovations: ReadonlyMap<string, Kept> } | null = null
  const asked = new Map<LabId, Promise<KnownLab | null>>()

  async function read(lab: LabId, id: string, at: string): Promise<Kept | null> {
    try {
      const value = await library.innovation(lab, id as InnovationId) // ids of the index are ids of innovations
      return value === null ? null : { value, digest: digestOf(value), at }
    } catch {
      return null
    }
  }

  async function gather(id: LabId): Promise<KnownLab | null> {
    const lab = await library.lab(id)
    const log = await library.log(id)
    if (lab === null || log === null) return null
    const before = kept?.lab === id ? kept.innovations : null
    const now = new Map<string, Kept>()
    const unread: string[] = []
    let fresh = 0
    for (const { id: one, archived, updatedAt } of await library.summaries(id)) {
      if (archived) continue
      const known = before?.get(one)
      const found = known?.at === updatedAt ? known : await read(id, one, updatedAt)
      if (found === null) unread.push(one)
      else now.set(one, found)
      if (found !== known) fresh += 1
      if (fresh % spell === spell - 1) await breathe()
    }
    kept = { lab: id, innovations: now }
    return { lab, log, innovations: [...now.values()], unread }
  }

  return {
    of(lab) {
      // One after the other: the second finds everything read, and what was saved while the first was reading.
      const before = asked.get(lab) ?? Promise.resolve(null)
      const running = before.then(
        () => gather(lab),
        () => gather(lab),
      )
      asked.set(lab, running)
      return running
    },
  }
}
