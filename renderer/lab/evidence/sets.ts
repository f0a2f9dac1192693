/** Sets of indicators in the order in which they are offered. */
import { useMemo } from 'react'
import type { IndicatorSet } from '#shared/model/pack.ts'
import { allIndicators } from '#shared/rules/packs.ts'
import { usePacks } from '../lab-context.tsx'

/** The newest guide first: last year's stays for those who began with it. */
export function useIndicatorSets(): readonly IndicatorSet[] {
  const packs = usePacks()
  return useMemo(() => allIndicators([...packs].sort((a, b) => b.head.year - a.head.year)), [packs])
}
