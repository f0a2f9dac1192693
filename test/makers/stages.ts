/** The stages of a shipped method, as tests of rules need them. */
import { resolve } from 'node:path'
import { loadPacks } from '#core/packs/packs.ts'
import type { StageDef } from '#shared/model/pack.ts'
import { methodOf } from '#shared/rules/packs.ts'

/** The packs as they are shipped. */
export const { packs: shippedPacks } = await loadPacks([resolve(import.meta.dirname, '../../templates/packs')])

export function stagesOf(method: string): readonly StageDef[] {
  const found = methodOf(shippedPacks, method)
  if (found === undefined) throw new Error(`no method ${method}`)
  return found.stages
}
