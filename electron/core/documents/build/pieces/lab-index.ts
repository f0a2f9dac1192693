/** The maturity of all innovations by the sets of indicators of the packs, as the office itself counts it. */
import type { IndicatorSet } from '#shared/model/pack.ts'
import { countMaturity } from '#shared/rules/maturity.ts'
import { formatNumber, formatPercent } from '#shared/rules/numbers.ts'
import { allIndicators } from '#shared/rules/packs.ts'
import { reportWords as own } from '#shared/text/report-words.ts'
import { muted, para } from '../blocks.ts'
import type { Build } from '../source.ts'
import { gap, tableOf, unitName, viewOf } from './lab-base.ts'
import { remark } from './lab-counts.ts'
import type { Piece } from './pieces.ts'

/** Sets somebody has begun, and the one of the lab's trial run. */
export function setsInUse(build: Build): readonly IndicatorSet[] {
  const { summaries } = viewOf(build)
  const begun = new Set(summaries.flatMap(({ maturity }) => Object.keys(maturity)))
  return allIndicators(build.packs).filter(({ id }) => begun.has(id) || build.lab.indexTrial.set === id)
}

export const indexPiece: Piece = (build) => {
  const { tell } = build
  const sets = setsInUse(build)
  if (sets.length === 0) return [muted(tell(own.indexNone))]
  return [...sets.flatMap((set) => setBlocks(set, build)), remark(tell(own.indexLead))]
}

function setBlocks(set: IndicatorSet, build: Build): ReturnType<Piece> {
  const { language, tell } = build
  const { summaries } = viewOf(build)
  const begun = summaries.filter(({ maturity }) => maturity[set.id] !== undefined)
  const number = (value: number): string => formatNumber(value, language)
  const scored = begun
    .map((one) => ({ one, score: countMaturity(set, one.maturity[set.id] ?? {}) }))
    .sort((a, b) => b.score.points - a.score.points)
  const rows = scored.map(({ one, score }, at) => [
    String(at + 1),
    one.name,
    unitName(build, one.unit),
    `${number(score.points)} ${tell(own.ofMost, { most: number(score.most) })}`,
    formatPercent(score.percent, language),
    number(score.claimedPoints),
    score.missingMandatory.length === 0 ? tell(own.allProven) : score.missingMandatory.map(({ def }) => def.no).join(', '),
  ])
  const columns = [
    { head: tell(own.no), width: 0.6, align: 'center' },
    { head: tell(own.innovation), width: 2.4 },
    { head: tell(own.unit), width: 2.6 },
    { head: tell(own.proven), width: 1.4, align: 'right' },
    { head: tell(own.percentOfMost), width: 1.2, align: 'right' },
    { head: tell(own.claimed), width: 1.2, align: 'right' },
    { head: tell(own.mandatoryOpen), width: 1.4 },
  ] as const
  return [
    para(tell(own.indexBegun, { title: set.title[language], n: begun.length, of: summaries.length }), { keepNext: true }),
    ...(rows.length === 0 ? [] : [tableOf(build, columns, rows, { alt: set.title[language], size: 9 })]),
    gap(),
  ]
}
