/** Sums over the innovations of a lab, kept in memory so that each innovation is read once for each time it was saved. */
import type { LabCard } from '#shared/api/contract.ts'
import type { LabFigures } from '#shared/api/figures.ts'
import type { InnovationId, LabId } from '#shared/model/ids.ts'
import type { InnovationSummary, LabSummary } from '#shared/model/summary.ts'
import { figuresOf, type InnovationFigures } from '#shared/rules/figures.ts'
import { bareStages, tallyOf } from '#shared/rules/monitoring.ts'
import { methodOf, type Packs } from '#shared/rules/packs.ts'
import type { Library } from './library.ts'

export type Figures = { of(lab: LabId): Promise<LabFigures> }

type Kept = { readonly at: string; readonly figures: InnovationFigures }

export function createFigures(library: Pick<Library, 'summaries' | 'innovation'>, shelf: { readonly packs: Packs }): Figures {
  const kept = new Map<LabId, ReadonlyMap<string, Kept>>()
  const asked = new Map<LabId, Promise<LabFigures>>()

  /** Null when the document does not open; why is among the faults. */
  async function read(lab: LabId, id: string): Promise<InnovationFigures | null> {
    try {
      const innovation = await library.innovation(lab, id as InnovationId) // ids of the index are ids of innovations
      return innovation === null ? null : figuresOf(innovation, shelf.packs)
    } catch {
      return null
    }
  }

  async function gather(lab: LabId): Promise<LabFigures> {
    const before = kept.get(lab)
    const now = new Map<string, Kept>()
    const unread: string[] = []
    for (const { id, archived, updatedAt } of await library.summaries(lab)) {
      if (archived) continue
      const known = before?.get(id)
      const figures = known?.at === updatedAt ? known.figures : await read(lab, id)
      if (figures === null) unread.push(id)
      else now.set(id, { at: updatedAt, figures })
    }
    kept.set(lab, now)
    return { innovations: [...now.values()].map(({ figures }) => figures), unread }
  }

  return {
    of(lab) {
      // Two windows that ask at once share one reading.
      const running = asked.get(lab) ?? gather(lab).finally(() => asked.delete(lab))
      asked.set(lab, running)
      return running
    },
  }
}

type CardCounts = Pick<LabCard, 'innovations' | 'byStage' | 'byMilestone'>
/** By the list they were counted from: the index hands out the same list until something in it changes. */
const counted = new WeakMap<readonly InnovationSummary[], { readonly method: string; readonly counts: CardCounts }>()

/** A lab with the counts its card shows. */
export function labCard(lab: LabSummary, innovations: readonly InnovationSummary[], packs: Packs): LabCard {
  const known = counted.get(innovations)
  const counts = known?.method === lab.method ? known.counts : countCard(lab, innovations, packs)
  counted.set(innovations, { method: lab.method, counts })
  return { ...lab, ...counts }
}

function countCard(lab: LabSummary, innovations: readonly InnovationSummary[], packs: Packs): CardCounts {
  const byStage: Record<string, number> = {}
  for (const one of innovations) if (!one.archived) byStage[one.stage] = (byStage[one.stage] ?? 0) + 1
  const { total, reached, here } = tallyOf(innovations, methodOf(packs, lab.method)?.stages ?? bareStages)
  return { innovations: total, byStage, byMilestone: { reached: { ...reached }, here: { ...here } } }
}
