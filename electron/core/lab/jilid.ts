/**
 * The next jilid of a region. The new lab is written first, then one innovation after another: cut off in the middle it is a lab with
 * some of them, and `carry` brings the rest.
 */
import type { Workspace } from '#core/workspace/workspace.ts'
import type { CarryStep, StartingStage } from '#shared/api/jilid.ts'
import { type Fault, FaultError } from '#shared/model/faults.ts'
import type { InnovationId, LabId } from '#shared/model/ids.ts'
import type { Innovation, Lab } from '#shared/model/lab.ts'
import type { LabSummary } from '#shared/model/summary.ts'
import { carriedInnovation, nextLab } from '#shared/rules/jilid.ts'
import { methodOf, type Packs } from '#shared/rules/packs.ts'
import { faultRefusal, guarded, refuse } from './caller.ts'
import type { Library } from './library.ts'

type JilidParts = {
  readonly workspace: Workspace
  readonly library: Library
  readonly shelf: { readonly packs: Packs }
}

export function jilidRoutes({ workspace, library, shelf }: JilidParts, writable: () => void) {
  async function labOf(id: string): Promise<Lab> {
    const lab = await library.lab(id as LabId) // checked against the id pattern at the door
    if (lab === null) throw refuse('NOT_FOUND', 'lab', id)
    return lab
  }

  /** Bytes are shared by content, so one that is there already costs a look. One that is gone stays gone. */
  async function takeAttachments(from: LabId, to: LabId, names: Iterable<string>): Promise<void> {
    for (const name of names) {
      const bytes = await workspace.readAttachment(from, name)
      if (bytes !== null) await workspace.putAttachment(to, bytes, name.split('.').at(-1) ?? 'bin')
    }
  }

  async function carryOne(innovation: Innovation, to: LabId, stage: StartingStage): Promise<void> {
    // Pictures before the canvases that show them.
    await takeAttachments(innovation.lab, to, new Set([...Object.keys(innovation.attachments), ...picturesOf(innovation)]))
    await library.addInnovation(to, carriedInnovation(innovation, stage))
  }

  async function* carry(from: LabId, to: LabSummary, ids: readonly string[], stage: StartingStage): AsyncGenerator<CarryStep, void, void> {
    const target = to.id as LabId // ids of lab summaries are ids of labs
    const there = new Set((await library.summaries(target)).map((one) => one.carriedFrom?.innovation))
    const wanted = [...new Set(ids)].filter((id) => !there.has(id))
    const failed: { innovation: string; fault: Fault }[] = []
    yield { state: 'working', done: 0, of: wanted.length }
    for (const [at, id] of wanted.entries()) {
      try {
        const innovation = await library.innovation(from, id as InnovationId) // checked against the id pattern at the door
        if (innovation === null) throw new FaultError({ kind: 'missing', file: id, detail: 'no such innovation' })
        await carryOne(innovation, target, stage)
      } catch (why) {
        failed.push({ innovation: id, fault: faultOf(why, id) })
      }
      yield { state: 'working', done: at + 1, of: wanted.length }
    }
    yield { state: 'done', lab: to, carried: wanted.length - failed.length, failed }
  }

  return {
    next: guarded.lab.next.handler(async function* ({ input }) {
      writable()
      const before = await labOf(input.lab)
      if (methodOf(shelf.packs, input.method) === undefined) throw refuse('NOT_FOUND', 'pack', input.method)
      const summary = await told(() => library.addLab(nextLab(before, input)))
      if (before.kop.logo !== '') await takeAttachments(before.id, summary.id as LabId /* just made */, [before.kop.logo])
      yield* carry(before.id, summary, input.innovations, input.stage)
    }),
    carry: guarded.lab.carry.handler(async function* ({ input }) {
      writable()
      const lab = await labOf(input.lab)
      const summary = workspace.labs().find(({ id }) => id === lab.id)
      if (lab.continues === null || summary === undefined) throw refuse('NOT_FOUND', 'lab', lab.continues ?? lab.id)
      yield* carry(lab.continues, summary, input.innovations, input.stage)
    }),
  }
}

/** A stream is told after the call itself has succeeded: nobody else turns a fault into a refusal any more. */
async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (why) {
    throw why instanceof FaultError ? faultRefusal(why.fault) : why
  }
}

const picturesOf = (innovation: Innovation): readonly string[] =>
  Object.values(innovation.canvases).flatMap(({ items }) => items.flatMap(({ picture }) => (picture === '' ? [] : [picture])))

const faultOf = (why: unknown, id: string): Fault =>
  why instanceof FaultError ? why.fault : { kind: 'io', file: id, detail: why instanceof Error ? why.message : String(why) }
