/** Who and what is suggested where a person or a unit is asked for. */
import { useMemo } from 'react'
import { useOpenLab } from '../../../lab/open-lab.tsx'
import { useSession } from '../session.tsx'

/** Members of the team first, then the people of the lab; each name once. */
export function usePeople(): readonly string[] {
  const { value } = useSession()
  const { people } = useOpenLab().lab
  return useMemo(
    () => [...new Set([...value.members, ...people].map((one) => one.name.trim()).filter((name) => name !== ''))],
    [value.members, people],
  )
}

export function useUnits(): readonly string[] {
  const { units } = useOpenLab().lab
  return useMemo(() => units.map((unit) => unit.name).filter((name) => name !== ''), [units])
}
