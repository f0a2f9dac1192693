/** How mature an innovation is by the indicators of a set: the highest level that evidence proves counts (domain.md 3.4). */
import type { Evidence } from '../model/evidence.ts'
import type { Innovation } from '../model/lab.ts'
import type { IndicatorDef, IndicatorSet, MaturityLevel } from '../model/pack.ts'
import type { BothTexts } from '../model/text.ts'

type Shown = Pick<Innovation, 'evidence' | 'maturity'>

/** Evidence that can be looked at and was not turned down. */
export const proves = (evidence: Pick<Evidence, 'file' | 'link' | 'state'>): boolean =>
  evidence.state !== 'ditolak' && hasSomething(evidence)

const hasSomething = ({ file, link }: Pick<Evidence, 'file' | 'link'>): boolean => file !== '' || link.trim() !== ''

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

/** Indicator → level claimed and level proven; what a summary line keeps of one set. */
export type Levels = Readonly<Record<string, readonly [claimed: number, proven: number]>>

/** The next level of an indicator: what it asks and how many points it would add. */
export type NextLevel = { readonly level: MaturityLevel; readonly asks: BothTexts; readonly earns: number }

export type IndicatorStanding = {
  readonly def: IndicatorDef
  /** 0 to 3. */
  readonly claimed: number
  readonly proven: number
  /** Weight × proven level. */
  readonly points: number
  /** Weight × 3. */
  readonly most: number
  /** Null at the highest level. Texts are those of the chosen basis where there is one. */
  readonly next: NextLevel | null
}

export type OwnBand = IndicatorSet['ownBands'][number]

export type MaturityCount = {
  readonly indicators: readonly IndicatorStanding[]
  readonly points: number
  readonly most: number
  /** Per cent of the most, 0 to 100, unrounded. */
  readonly percent: number
  /** What it would come to if all that is claimed were proven. */
  readonly claimedPoints: number
  /** The office's own traffic light, never an official category (domain.md 3.6); null where the set has none. */
  readonly band: OwnBand | null
  /** Mandatory indicators of which nothing is proven. */
  readonly missingMandatory: readonly IndicatorStanding[]
  /** Indicators that claim more than the evidence proves. */
  readonly unproven: readonly IndicatorStanding[]
}

const levels: readonly MaturityLevel[] = [1, 2, 3]
const bounded = (level: number): number => Math.min(3, Math.max(0, Math.trunc(level)))

/**
 * Counts one innovation from its levels, which a summary line carries: `countMaturity(set, summary.maturity[set.id] ?? {})`.
 * @param bases chosen basis by indicator; only the texts of the next level depend on it
 */
export function countMaturity(set: IndicatorSet, found: Levels, bases: Readonly<Record<string, string>> = {}): MaturityCount {
  const indicators = set.indicators.map((def) => standing(def, found[def.key] ?? [0, 0], bases[def.key] ?? ''))
  const points = sum(indicators.map((one) => one.points))
  const most = mostPoints(set)
  return {
    indicators,
    points,
    most,
    percent: most === 0 ? 0 : (points / most) * 100,
    claimedPoints: sum(indicators.map(({ def, claimed, proven }) => def.weight * Math.max(claimed, proven))),
    band: ownBand(set, points),
    missingMandatory: indicators.filter(({ def, proven }) => def.mandatory && proven === 0),
    unproven: indicators.filter(({ claimed, proven }) => claimed > proven),
  }
}

/** Counts a whole innovation; the same numbers as from its summary line. */
export function maturityOf(set: IndicatorSet, innovation: Shown): MaturityCount {
  const claims = innovation.maturity[set.id] ?? {}
  return countMaturity(
    set,
    levelsOf(innovation)[set.id] ?? {},
    Object.fromEntries(Object.entries(claims).map(([key, { basis }]) => [key, basis])),
  )
}

/** Most points an innovation can have: the weights × 3. */
export const mostPoints = ({ indicators }: Pick<IndicatorSet, 'indicators'>): number => sum(indicators.map(({ weight }) => weight * 3))

/** What each level asks: of the chosen basis where the indicator has several. */
export const levelTexts = (def: IndicatorDef, basis = ''): IndicatorDef['levels'] =>
  def.bases.find(({ key }) => key === basis)?.levels ?? def.levels

/** The own band in which so many points lie; the bands may come in any order. */
export const ownBand = ({ ownBands }: Pick<IndicatorSet, 'ownBands'>, points: number): OwnBand | null =>
  [...ownBands].sort((a, b) => b.from - a.from).find(({ from }) => points >= from) ?? null

function standing(def: IndicatorDef, [claimed, proven]: readonly [number, number], basis: string): IndicatorStanding {
  const reached = bounded(proven)
  const level = levels[reached]
  const asks = level === undefined ? undefined : levelTexts(def, basis)[level - 1]
  return {
    def,
    claimed: bounded(claimed),
    proven: reached,
    points: def.weight * reached,
    most: def.weight * 3,
    next: level === undefined || asks === undefined ? null : { level, asks, earns: def.weight * (level - reached) },
  }
}

/** Rounded where weights such as 0.1 would leave crumbs. */
const sum = (numbers: readonly number[]): number => Math.round(numbers.reduce((total, one) => total + one, 0) * 1e6) / 1e6

/** Why a piece of evidence attached to an indicator does not count. */
export type UncountedReason = 'no_file' | 'rejected' | 'other_basis' | 'basis_missing' | 'unknown_indicator'
export type Uncounted = {
  readonly evidence: Evidence
  readonly indicator: string
  readonly level: number
  readonly reason: UncountedReason
}

/** Evidence that names an indicator of the set and yet proves nothing, with the reason. */
export function uncountedEvidence(set: IndicatorSet, { evidence, maturity }: Shown): readonly Uncounted[] {
  return evidence.flatMap((one) =>
    one.targets.flatMap((target): readonly Uncounted[] => {
      if (target.kind !== 'indicator' || target.of !== set.id) return []
      const def = set.indicators.find(({ key }) => key === target.key)
      const basis = maturity[set.id]?.[target.key]?.basis ?? ''
      const reason: UncountedReason | null =
        def === undefined
          ? 'unknown_indicator'
          : one.state === 'ditolak'
            ? 'rejected'
            : !hasSomething(one)
              ? 'no_file'
              : target.basis === basis
                ? null
                : basis === ''
                  ? 'basis_missing'
                  : 'other_basis'
      return reason === null ? [] : [{ evidence: one, indicator: target.key, level: target.level, reason }]
    }),
  )
}

/** Evidence that counts for one indicator, the highest level first. */
export function evidenceOf(set: Pick<IndicatorSet, 'id'>, indicator: string, { evidence, maturity }: Shown): readonly Evidence[] {
  const basis = maturity[set.id]?.[indicator]?.basis ?? ''
  const level = (one: Evidence): number =>
    Math.max(
      0,
      ...one.targets
        .filter((target) => target.kind === 'indicator' && target.of === set.id && target.key === indicator && target.basis === basis)
        .map((target) => target.level),
    )
  return evidence.filter((one) => proves(one) && level(one) > 0).sort((a, b) => level(b) - level(a))
}
