import type { LabCard } from '#shared/api/contract.ts'
import type { Language } from '#shared/model/text.ts'
import { methodOf, type Packs, stageLabel } from '#shared/rules/packs.ts'

/** The stage a lab stands at, as its method calls it; the key when the pack is gone. */
export function stageLabelOf(packs: Packs, { method, stage }: Pick<LabCard, 'method' | 'stage'>, language: Language): string {
  const def = methodOf(packs, method)
  return def === undefined ? stage : stageLabel(def, stage, language)
}
