/** What came of it: ranking, categories, winners, how equal scores were decided, what was talked over, and the visitors' choice. */
import type { Entry } from '#shared/model/jury.ts'
import type { Block } from '#shared/model/outline.ts'
import { explain } from '#shared/rules/jury-explain.ts'
import { formatNumber } from '#shared/rules/numbers.ts'
import { juryPaperWords as own } from '#shared/text/jury-paper-words.ts'
import { anchor, muted, para, tight } from '../blocks.ts'
import { categoryText, entryOf, percentOf, resultOf, ruleText, scoreText, winnersOf } from '../judging.ts'
import type { Build, Judging } from '../source.ts'
import { below, codedName, entryCell, middle, momentText, provisionalNote, strong, withConvention } from './convention-base.ts'
import { namesOf } from './convention-jury.ts'
import { remarkOf, stageTitle } from './convention-recap.ts'
import { type Column, type Content, tableOf } from './lab-base.ts'
import type { Piece } from './pieces.ts'

const rankingColumns = ({ tell }: Pick<Build, 'tell'>): readonly Column[] => [
  { head: tell(own.rank), width: 1, align: 'center' },
  { head: tell(own.entry), width: 3.6 },
  { head: tell(own.unit), width: 3 },
  { head: tell(own.final), width: 1.2, align: 'center' },
  { head: tell(own.remark), width: 2.8 },
]

/** With the rule that set an entry apart from those with the same number. */
function rankingRow(rank: number | null, entry: Entry, judging: Judging, build: Build): readonly Content[] {
  const found = resultOf(judging, entry.id)
  const rule = found?.decidedBy ? build.tell(own.byRule, { rule: ruleText(found.decidedBy, judging, build) }) : ''
  const remark = remarkOf(judging, entry, build)
  return [
    strong(rank === null ? '' : String(rank)),
    entryCell(entry),
    entry.unitName,
    middle(scoreText(found?.value ?? null, build.language)),
    rule === '' ? remark : [remark, rule].filter((part) => part !== '-').join('; '),
  ]
}

export const ranking: Piece = withConvention((judging, build) => {
  const { tell } = build
  const { convention, result } = judging
  if (convention.entries.length === 0) return [muted(tell(own.noEntries))]
  const rows = result.entries.flatMap(({ entry, rank }) => {
    const found = entryOf(judging, entry)
    return found === undefined ? [] : [rankingRow(rank, found, judging, build)]
  })
  return [...provisionalNote(judging, build), tableOf(build, rankingColumns(build), rows, { alt: tell(own.altRanking) }), below]
})

/** Nothing where there are no categories. */
export const categories: Piece = withConvention((judging, build) =>
  judging.result.categories.flatMap(({ key, entries }): readonly Block[] => {
    const title = categoryText(judging, key)
    const rows = entries.flatMap(({ entry, rank }) => {
      const found = entryOf(judging, entry)
      return found === undefined ? [] : [rankingRow(rank, found, judging, build)]
    })
    if (rows.length === 0 || title === '') return []
    return [
      { b: 'heading', level: 3, text: title, id: anchor('kategori', key), unlisted: true },
      tableOf(build, rankingColumns(build), rows, { alt: build.tell(own.altCategory, { category: title }) }),
      below,
    ]
  }),
)

/** The table of a decree: rank, name, unit, team, score. */
export const winners: Piece = withConvention((judging, build) => {
  const { tell, language } = build
  const { convention, result } = judging
  const all = winnersOf(judging)
  if (all.length === 0) return [muted(tell(convention.state === 'selesai' ? own.noWinners : own.winnersOpen))]
  const rows = all.map((entry): readonly Content[] => {
    const found = resultOf(judging, entry.id)
    return [
      strong(found?.rank == null ? '' : String(found.rank)),
      entryCell(entry),
      entry.unitName,
      entry.team.join('\n'),
      middle(scoreText(found?.value ?? null, language)),
    ]
  })
  const columns: readonly Column[] = [
    { head: tell(own.rank), width: 1, align: 'center' },
    { head: tell(own.entry), width: 3.6 },
    { head: tell(own.unit), width: 2.8 },
    { head: tell(own.team), width: 2.8 },
    { head: tell(own.final), width: 1.2, align: 'center' },
  ]
  const open =
    result.undecided.length === 0
      ? []
      : [para(tell(own.undecided, { names: namesOf(judging, result.undecided, build), top: convention.top }))]
  return [tableOf(build, columns, rows, { alt: tell(own.altWinners) }), below, ...open]
})

/** Groups of equals, the highest first, each told once. */
function groupsOf({ result }: Judging): readonly (readonly string[])[] {
  const groups = new Map<string, readonly string[]>()
  for (const { entry, equals, rank } of result.entries) {
    if (equals.length === 0 || rank === null) continue
    const members = new Set<string>([entry, ...equals])
    const key = [...members].sort().join(' ')
    // In the order of the ranking.
    if (!groups.has(key))
      groups.set(
        key,
        result.entries.flatMap((one) => (members.has(one.entry) ? [one.entry] : [])),
      )
  }
  return [...groups.values()]
}

/** The rules, then every group of equals and what set each of them apart. */
export const ties: Piece = withConvention((judging, build) => {
  const { tell } = build
  const { convention } = judging
  const rules = convention.ties.map((rule) => ruleText(rule, judging, build))
  const head = rules.length === 0 ? muted(tell(own.tieOrderNone)) : para(tell(own.tieOrder, { rules: rules.join('; ') }))
  const groups = groupsOf(judging)
  if (groups.length === 0) return [head, para(tell(own.noTies))]
  return [head, { b: 'list', ordered: true, items: groups.map((group) => groupBlocks(group, judging, build)) }]
})

function groupBlocks(group: readonly string[], judging: Judging, build: Build): readonly Block[] {
  const { tell, language } = build
  const value = scoreText(resultOf(judging, group[0] ?? '')?.value ?? null, language)
  const lines = group.map((id) => {
    const one = resultOf(judging, id)
    const entry = entryOf(judging, id)
    const name = entry === undefined ? '' : codedName(entry)
    const rank = one?.rank ?? 0
    if (one?.decidedBy) return tell(own.tieDecided, { name, rank, rule: ruleText(one.decidedBy, judging, build) })
    return tell(one?.shared === true ? own.tieShared : own.tieBelow, { name, rank })
  })
  const members = new Set(group)
  const decisions = judging.convention.decisions
    .filter(({ entries }) => entries.every((id) => members.has(id)))
    .map(({ reason, by, at }) => tell(own.tieDecision, { reason, by, at: momentText(at, build) }))
  const names = namesOf(judging, group, build)
  return [tell(own.tieLine, { names, value }), ...lines, ...decisions].map((line) => para(line, tight))
}

export const spreads: Piece = withConvention((judging, build) => {
  const { tell, language } = build
  const { convention, result } = judging
  const limit = percentOf(convention.spread / 100, language)
  if (result.spreads.length === 0) return [para(tell(own.noSpreads, { limit }))]
  const rows = result.spreads.map(({ entry, stage, spread }, at): readonly Content[] => {
    const found = entryOf(judging, entry)
    const talk = convention.talks.findLast((one) => one.entry === entry && one.stage === stage)
    return [
      middle(String(at + 1)),
      found === undefined ? '' : codedName(found),
      stageTitle(judging, stage, build),
      middle(percentOf(spread / 100, language)),
      talk === undefined ? tell(own.spreadNot) : [talk.note, `${talk.by}, ${momentText(talk.at, build)}`].join('\n'),
    ]
  })
  const columns: readonly Column[] = [
    { head: tell(own.number), width: 0.6 },
    { head: tell(own.entry), width: 2.8 },
    { head: tell(own.stage), width: 1.8 },
    { head: tell(own.spreadHead), width: 1.3, align: 'center' },
    { head: tell(own.spreadTalk), width: 4.4 },
  ]
  return [tableOf(build, columns, rows, { alt: tell(own.altSpreads) }), para(tell(own.spreadRule, { limit }), { size: 9.5 })]
})

/** Most votes first; counted apart from the jury. */
export const visitors: Piece = withConvention((judging, build) => {
  const { tell, language } = build
  const { visitors: given } = judging
  const votesOf = ({ id }: Entry): number => given.votes[id] ?? 0
  const remarksOf = ({ id }: Entry) => given.feedback.filter(({ entry }) => entry === id)
  const all = judging.convention.entries.filter((entry) => votesOf(entry) > 0 || remarksOf(entry).length > 0)
  if (all.length === 0) return [muted(tell(own.noVisitors))]
  const sorted = [...all].sort((a, b) => votesOf(b) - votesOf(a))
  const rows = sorted.map((entry, at): readonly Content[] => [
    middle(String(at + 1)),
    entryCell(entry),
    middle(formatNumber(votesOf(entry), language)),
    remarksOf(entry)
      .map(({ text }) => text)
      .join('\n') || '-',
  ])
  const columns: readonly Column[] = [
    { head: tell(own.number), width: 0.6 },
    { head: tell(own.entry), width: 3.4 },
    { head: tell(own.votes), width: 1.4, align: 'center' },
    { head: tell(own.feedback), width: 4.6 },
  ]
  return [para(tell(own.visitorsApart)), tableOf(build, columns, rows, { alt: tell(own.altVisitors) }), below]
})

/** Every number down to the marks it was made of. */
export const workings: Piece = withConvention((judging, build) =>
  judging.result.entries.flatMap(({ entry }): readonly Block[] => {
    const found = entryOf(judging, entry)
    if (found === undefined) return []
    const lines = explain(judging.result, judging.convention, entry, build.language)
    return [
      { b: 'heading', level: 3, text: codedName(found), id: anchor('hitungan', entry), unlisted: true },
      ...lines.map(({ level, text }) => para(text, { spaceAfter: 1, size: 9.5, align: 'left', indent: level * 14 })),
      below,
    ]
  }),
)
