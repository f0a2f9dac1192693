/** Who can take turns at desks in the open lab, what they are called, and how far each has come. */
import { useMemo } from 'react'
import type { SessionBlock, TurnKind } from '#shared/model/session.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { useText } from '../../../app/text.ts'
import { useOverview } from '../../../lab/lab-context.tsx'
import { useOpenLab } from '../../../lab/open-lab.tsx'

export type Turns = {
  /** All of the lab, in its order. */
  readonly all: (kind: TurnKind) => readonly string[]
  /** Those who come to a block. */
  readonly of: (block: Pick<SessionBlock, 'per' | 'turns'>) => readonly string[]
  readonly nameOf: (id: string) => string
  /** Larger the further somebody has come; a unit stands where its furthest innovation does. */
  readonly progress: (id: string) => number
  /** Innovations of one unit are worked on by the same people. */
  readonly partyOf: (id: string) => string
}

const none: readonly InnovationSummary[] = []
/** More than the canvases of a stage. */
const perStage = 1000

export function useTurns(): Turns {
  const t = useText()
  const { id, lab, stages } = useOpenLab()
  const asked = useOverview(id)
  const innovations = asked.state === 'ready' ? asked.value.innovations : none
  const gone = t('plan.goneTurn')
  return useMemo(() => {
    const live = innovations.filter((one) => !one.archived)
    const order = stages.map(({ key }) => key)
    const far = ({ stage, canvases }: InnovationSummary): number =>
      order.indexOf(stage) * perStage + Object.values(canvases).filter((state) => state === 'selesai').length
    const names = new Map<string, string>()
    const reached = new Map<string, number>()
    const parties = new Map<string, string>()
    for (const one of live) {
      names.set(one.id, one.name)
      reached.set(one.id, far(one))
      if (one.unit === null) continue
      parties.set(one.id, one.unit)
      reached.set(one.unit, Math.max(reached.get(one.unit) ?? -1, far(one)))
    }
    for (const unit of lab.units) names.set(unit.id, unit.short || unit.name)
    const all = (kind: TurnKind): readonly string[] => (kind === 'unit' ? lab.units : live).map((one) => one.id)
    return {
      all,
      of: (block) => (block.turns.length > 0 ? block.turns : all(block.per)),
      nameOf: (one) => names.get(one) ?? gone,
      progress: (one) => reached.get(one) ?? -1,
      partyOf: (one) => parties.get(one) ?? one,
    }
  }, [innovations, lab.units, stages, gone])
}
