/** What a schema cannot say about a set of indicators and the index that is counted from it. */
import type { IndicatorDef, IndicatorSet, RegionIndex } from '#shared/model/pack.ts'
import { mostPoints } from '#shared/rules/maturity.ts'
import { basicServices } from '#shared/rules/maturity-index.ts'
import { repeated, repeatedNames } from './check-columns.ts'
import { type Finding, finding, type Step } from './findings.ts'

export function* indicatorFindings(def: IndicatorSet): Generator<Finding> {
  yield* repeated(def.variables, ['variables'])
  yield* repeated(def.indicators, ['indicators'])
  for (const [at, one] of def.indicators.entries()) {
    const path = ['indicators', at] as const
    if (def.indicators.findIndex(({ no }) => no === one.no) < at) yield finding([...path, 'no'], 'numberTwice', { no: one.no })
    if (one.variable !== undefined && !def.variables.some(({ key }) => key === one.variable))
      yield finding([...path, 'variable'], 'columnMissing', { key: one.variable })
    yield* levelFindings(one.levels, [...path, 'levels'])
    yield* repeated(one.bases, [...path, 'bases'])
    for (const [index, { levels }] of one.bases.entries()) yield* levelFindings(levels, [...path, 'bases', index, 'levels'])
    yield* repeatedNames(one.accept, [...path, 'accept'])
  }
  yield* bandFindings(def.ownBands, ['ownBands'])
  if (def.index !== undefined) yield* indexFindings(def.index, mostPoints(def))
}

/** Nobody could tell two levels apart that read the same. */
function* levelFindings(levels: IndicatorDef['levels'], path: readonly Step[]): Generator<Finding> {
  for (const [at, { id, en }] of levels.entries())
    if (levels.slice(0, at).some((before) => before.id === id || before.en === en)) yield finding([...path, at], 'levelSame')
}

function* bandFindings(bands: RegionIndex['bands'], path: readonly Step[]): Generator<Finding> {
  yield* repeated(bands, path)
  for (const [at, { from }] of bands.entries())
    if (bands.slice(0, at).some((before) => before.from === from)) yield finding([...path, at, 'from'], 'bandTwice', { from })
}

/** @param perInnovation most points one innovation can have; the mean over all cannot be more */
function* indexFindings(index: RegionIndex, perInnovation: number): Generator<Finding> {
  yield* bandFindings(index.bands, ['index', 'bands'])
  if ((index.basicServices ?? 0) > basicServices.length)
    yield finding(['index', 'basicServices'], 'servicesMany', { most: basicServices.length })
  const sum = Math.round((perInnovation + index.count.points * index.count.most + index.regionMost) * 1e6) / 1e6
  if (sum > index.most + 1e-6) yield finding(['index', 'most'], 'totalSmall', { most: index.most, sum })
}
