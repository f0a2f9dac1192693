/** How mature an innovation is by the indicators of a set: the highest level that evidence proves counts (domain.md 3.4). */
import type { Evidence } from '../model/evidence.ts'
import type { Innovation } from '../model/lab.ts'

type Shown = Pick<Innovation, 'evidence' | 'maturity'>

/** Evidence that can be looked at and was not turned down. */
export const proves = (evidence: Pick<Evidence, 'file' | 'link' | 'state'>): boolean =>
  evidence.state !== 'ditolak' && (evidence.file !== '' || evidence.link.trim() !== '')

/** The highest level of an indicator that evidence proves; of an indicator with bases only evidence of the chosen one counts. */
export function provenLevel({ evidence, maturity }: Shown, set: string, indicator: string): number {
  const basis = maturity[set]?.[indicator]?.basis ?? ''
  const levels = evidence
    .filter(proves)
    .flatMap(({ targets }) => targets)
    .filter((one) => one.kind === 'indicator' && one.of === set && one.key === indicator && one.basis === basis)
    .map(({ level }) => level)
  return Math.max(0, ...levels)
}

/** Set → indicator → level claimed and level proven, of every indicator that has either. */
export function levelsOf(innovation: Shown): Readonly<Record<string, Record<string, [claimed: number, proven: number]>>> {
  const found: Record<string, Record<string, [number, number]>> = {}
  const note = (set: string, indicator: string): void => {
    const claimed = innovation.maturity[set]?.[indicator]?.level ?? 0
    const proven = provenLevel(innovation, set, indicator)
    if (claimed === 0 && proven === 0) return
    const levels = found[set] ?? {}
    levels[indicator] = [claimed, proven]
    found[set] = levels
  }
  for (const [set, claims] of Object.entries(innovation.maturity)) for (const indicator of Object.keys(claims)) note(set, indicator)
  for (const { targets } of innovation.evidence) for (const { kind, of, key } of targets) if (kind === 'indicator') note(of, key)
  return found
}
