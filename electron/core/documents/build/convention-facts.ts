/** Single values of a convention, of the judge and of the winner a paper is printed for. Empty where nobody filled them in. */
import type { DocumentFact } from '#shared/model/pack.ts'
import { dayInWords, formatDay } from '#shared/rules/dates.ts'
import { formatNumber } from '#shared/rules/numbers.ts'
import { juryPaperWords as own } from '#shared/text/jury-paper-words.ts'
import type { UnitBuild } from './facts.ts'
import { categoryText, judgeOf, resultOf, scoreText, winnersOf } from './judging.ts'
import type { Judging } from './source.ts'

type Own = Extract<DocumentFact, `convention.${string}` | `judge.${string}` | `winner.${string}`>

/** Nothing is said of a convention that is not there. */
const of =
  (read: (judging: Judging, build: UnitBuild) => string) =>
  (build: UnitBuild): string =>
    build.convention === undefined ? '' : read(build.convention, build)

const count = (read: (judging: Judging) => number) => of((judging, { language }) => formatNumber(read(judging), language))

export const conventionFacts: Readonly<Record<Own, (build: UnitBuild) => string>> = {
  'convention.name': of(({ convention }) => convention.name),
  'convention.day': of(({ convention }, { language }) => (convention.date === '' ? '' : formatDay(convention.date, language))),
  'convention.dayInWords': of(({ convention }, { language }) => (convention.date === '' ? '' : dayInWords(convention.date, language))),
  'convention.place': of(({ convention }, { lab }) => convention.place || lab.place),
  'convention.state': of(({ convention }, { tell }) => tell(own[`state_${convention.state}`])),
  'convention.rubric': of(({ convention: { rubric } }, { tell, language }) =>
    rubric.edited ? tell(own.edited, { title: rubric.title[language] }) : rubric.title[language],
  ),
  'convention.rubricSource': of(({ convention }) => convention.rubric.source),
  'convention.entries': count(({ convention }) => convention.entries.filter(({ withdrawn }) => withdrawn === '').length),
  'convention.judges': count(({ convention }) => convention.judges.length),
  'convention.panels': count(({ convention }) => convention.panels.length),
  'convention.chair': of((judging) => (judging.convention.chair === null ? '' : (judgeOf(judging, judging.convention.chair)?.name ?? ''))),
  'convention.top': count(({ convention }) => convention.top),
  'convention.winners': count((judging) => winnersOf(judging).length),
  'convention.progress': of(({ result: { done, of: all } }, { tell }) => (all === 0 ? '' : tell(own.progress, { done, of: all }))),
  'convention.pooling': of(({ convention }, { tell }) => tell(own[`pooling_${convention.pooling}`])),
  'convention.present': of(({ convention: { present } }, { tell }) => tell(own.presentOf, present)),
  'convention.votes': of(({ visitors }, { language }) => {
    const votes = Object.values(visitors.votes).reduce((sum, one) => sum + one, 0)
    return votes === 0 ? '' : formatNumber(votes, language)
  }),
  'judge.name': ({ judge }) => judge?.name ?? '',
  'judge.position': ({ judge }) => judge?.position ?? '',
  'judge.institution': ({ judge }) => judge?.institution ?? '',
  'winner.name': ({ winner }) => winner?.name ?? '',
  'winner.longName': ({ winner }) => winner?.longName ?? '',
  'winner.unit': ({ winner }) => winner?.unitName ?? '',
  'winner.team': ({ winner }) => (winner?.team ?? []).join(', '),
  'winner.rank': ({ winner, convention, tell }) => {
    const found = winner === undefined || convention === undefined ? undefined : resultOf(convention, winner.id)
    if (found === undefined || found.rank === null) return ''
    return tell(found.shared ? own.rankWordShared : own.rankWord, { rank: found.rank })
  },
  'winner.value': ({ winner, convention, language }) =>
    winner === undefined || convention === undefined ? '' : scoreText(resultOf(convention, winner.id)?.value ?? null, language),
  'winner.category': ({ winner, convention }) =>
    winner === undefined || convention === undefined ? '' : categoryText(convention, winner.category),
}
