/** The lab in numbers: key figures, LAN's columns, what is covered, readiness and impact. All is counted in shared/rules. */
import type { Block } from '#shared/model/outline.ts'
import type { FormDef } from '#shared/model/pack.ts'
import { type ReadinessSurvey, readinessOf, sumImpacts } from '#shared/rules/figures.ts'
import {
  type Covered,
  coverDigital,
  coverForms,
  coverKinds,
  coverUnitKinds,
  coverUrusan,
  ideaSteps,
  lanColumns,
  lanCounts,
  lanRow,
  tallyOf,
  tookStep,
  urusanOf,
} from '#shared/rules/monitoring.ts'
import { formatNumber, formatPercent } from '#shared/rules/numbers.ts'
import { canvasOf } from '#shared/rules/packs.ts'
import { sessionState } from '#shared/rules/session-time.ts'
import { unitsWithout } from '#shared/rules/units-without.ts'
import { monitorText as monitor } from '#shared/text/monitor.ts'
import { peopleText } from '#shared/text/people.ts'
import { reportWords as own } from '#shared/text/report-words.ts'
import { muted, para } from '../blocks.ts'
import type { Build } from '../source.ts'
import { type Bar, barsFigure } from './bars.ts'
import { band, type Content, gap, tableOf, viewOf } from './lab-base.ts'
import type { Piece } from './pieces.ts'

type BarsFigure = Extract<Block, { b: 'figure' }>

/** Points are 1/72 inch, figures are drawn in 1/96. */
const figureWidth = (build: Build): number => Math.min(640, build.figureSize.width)

/** Nothing where every bar would be nothing: a table or a sentence beside it says so already. */
export function barsBlocks(build: Build, all: readonly Bar[], most: number, legend?: readonly string[]): readonly BarsFigure[] {
  if (!all.some(({ value, other }) => (value ?? 0) > 0 || (other?.value ?? 0) > 0)) return []
  const list = all
    .map(({ label, text, other }) => `${label}: ${[text, other?.text ?? ''].filter((part) => part !== '').join(' / ')}`)
    .join('; ')
  const alt = build.tell(own.barAlt, { list })
  return [{ b: 'figure', figure: barsFigure(all, { most, width: figureWidth(build), alt, ...(legend === undefined ? {} : { legend }) }) }]
}

/** Ids of everybody who was noted as present at least once and is still on the list. */
export function everCame(build: Build): ReadonlySet<string> {
  const came = new Set(
    viewOf(build).sessions.flatMap(({ attendance }) =>
      Object.entries(attendance).flatMap(([id, { state }]) => (state === 'hadir' ? [id] : [])),
    ),
  )
  return new Set(build.lab.people.flatMap(({ id }) => (came.has(id) ? [id] : [])))
}

export const figuresPiece: Piece = (build) => {
  const { lab, log, language, tell } = build
  const { summaries, figures, sessions } = viewOf(build)
  const count = (value: number): string => formatNumber(value, language)
  const steps = ideaSteps.map((step) => [tell(monitor[`step_${step}`]), count(summaries.filter((one) => tookStep(one, step)).length)])
  const rows: readonly (readonly Content[])[] = [
    [tell(own.units), count(lab.units.length)],
    [tell(own.unitsWithout), count(unitsWithout(lab.units, summaries).length)],
    [tell(own.people), count(lab.people.length)],
    [tell(own.cameOnce), count(everCame(build).size)],
    [tell(own.sessionsHeld), count(sessions.filter((one) => sessionState(one) === 'selesai').length)],
    [tell(own.ideas), count(figures.reduce((sum, { ideas }) => sum + ideas, 0))],
    [tell(own.innovationsIn), count(summaries.length)],
    ...steps,
    [tell(own.evidenceHeld), count(summaries.reduce((sum, { evidence }) => sum + evidence.held, 0))],
    [tell(own.partners), count(log?.partners.length ?? 0)],
  ]
  const columns = [
    { head: tell(own.figure), width: 5 },
    { head: tell(own.total), width: 1.2, align: 'right' },
  ] as const
  return [tableOf(build, columns, rows, { alt: tell(own.figure), size: 10 }), gap()]
}

export const funnelPiece: Piece = (build) => {
  const { lab, language, tell } = build
  const { summaries, figures, stages } = viewOf(build)
  const tally = tallyOf(summaries, stages)
  const place = [lab.province, lab.regionKind === 'provinsi' ? '' : lab.region, String(lab.jilid)]
  const narrow = lanColumns.map((column) => ({ head: tell(monitor[`lan_${column}`]), width: 1.1, align: 'center' as const }))
  const columns = [
    { head: tell(monitor.province), width: 1.5 },
    // Two words, so that a narrow column breaks it between them.
    { head: tell(monitor.region).replace('/', '/ '), width: 1.5 },
    { head: tell(monitor.jilid), width: 0.7, align: 'center' as const },
    ...narrow,
    { head: tell(monitor.total), width: 0.8, align: 'center' as const },
  ]
  const rows = lanCounts.flatMap((way): readonly (readonly Content[])[] => [
    band(tell(way === 'reached' ? monitor.countReached : monitor.countHere), columns.length),
    [...place.map((text) => text || '-'), ...lanRow(tally, way).map(String), String(tally.total)],
  ])
  const ideas = figures.reduce((sum, one) => sum + one.ideas, 0)
  const steps = [
    { label: tell(monitor.step_ideas), value: ideas },
    ...ideaSteps.map((step) => ({ label: tell(monitor[`step_${step}`]), value: summaries.filter((one) => tookStep(one, step)).length })),
  ]
  const lead = tell(own.funnelLead, {
    n: formatNumber(summaries.length, language),
    launched: formatNumber(summaries.filter(({ launched }) => launched).length, language),
    monitored: formatNumber(summaries.filter(({ monitored }) => monitored).length, language),
  })
  return [
    para(lead, { align: 'justify' }),
    tableOf(build, columns, rows, { alt: tell(own.funnelCaption), size: 9, caption: tell(own.funnelCaption) }),
    remark(`${tell(monitor.ruleReached)} ${tell(monitor.ruleHere)} ${tell(monitor.ruleOurs)}`),
    ...barsBlocks(
      build,
      steps.map(({ label, value }) => ({ label, value, text: formatNumber(value, language) })),
      Math.max(...steps.map(({ value }) => value)),
    ).map((block) => ({ ...block, caption: tell(own.stepsCaption) })),
    remark(tell(monitor.ideasRule)),
  ]
}

export const remark = (text: string): Block => ({ b: 'para', runs: [{ text, muted: true }], size: 9, align: 'justify', spaceAfter: 10 })

type Line = readonly [label: string, count: number]

export const coveragePiece: Piece = (build) => {
  const { lab, packs, language, tell, words } = build
  const { summaries, figures } = viewOf(build)
  if (summaries.length === 0) return [muted(tell(words.notFilled))]
  const lines = <K extends string>(all: readonly Covered<K | ''>[], label: (key: K) => string): readonly Line[] =>
    all.map(({ key, innovations }) => [key === '' ? tell(own.unsaid) : label(key as K /* only '' is taken out */), innovations.length])
  const digital = new Map(figures.map((one) => [one.id, one.digital]))
  const urusan = coverUrusan(summaries, new Map(figures.map((one) => [one.id, one.urusan])), urusanOf(packs))
  const untouched = urusan.filter(({ innovations }) => innovations.length === 0).length
  const groups: readonly (readonly [string, readonly Line[]])[] = [
    [tell(own.coverKinds), lines(coverKinds(summaries), (key) => tell(words[`kind_${key}`]))],
    [tell(own.coverForms), lines(coverForms(summaries), (key) => tell(words[`form_${key}`]))],
    [tell(own.coverDigital), lines(coverDigital(summaries, digital), (key) => tell(key === 'digital' ? words.digital : words.nonDigital))],
    [
      tell(own.coverUnits),
      lines(coverUnitKinds(summaries, lab.units), (key) => tell(peopleText[`unit_${key}`])).filter(([, count]) => count > 0),
    ],
    [
      tell(own.coverUrusan),
      urusan
        .filter(({ innovations }) => innovations.length > 0)
        .map(({ name, innovations }): Line => [name[language] || tell(own.unsaid), innovations.length]),
    ],
  ]
  const rows = groups.flatMap(([title, all]): readonly (readonly Content[])[] => [
    band(title, 3),
    ...all.map(([label, count]) => [label, String(count), formatPercent((count / summaries.length) * 100, language)]),
  ])
  const columns = [
    { head: tell(own.covered), width: 5 },
    { head: tell(own.innovations), width: 1.2, align: 'center' },
    { head: tell(own.share), width: 1.2, align: 'right' },
  ] as const
  return [
    tableOf(build, columns, rows, { alt: tell(own.covered) }),
    gap(4),
    ...(untouched === 0 ? [] : [remark(tell(own.urusanRest, { n: untouched }))]),
  ]
}

const decimal = (value: number | null, { language }: Build): string =>
  value === null ? '-' : formatNumber(value, language, { decimals: 2, fixed: true })

const signed = (value: number, build: Build): string => `${value > 0 ? '+' : ''}${decimal(value, build)}`

const surveyDef = ({ packs }: Build, one: ReadinessSurvey): FormDef | undefined => {
  const def = canvasOf(packs, one.canvas)
  return def?.kind === 'form' ? def : undefined
}

export const readinessPiece: Piece = (build) => {
  const { language, tell } = build
  const { before, after } = readinessOf(viewOf(build).figures, build.packs)
  const def = before === null ? undefined : surveyDef(build, before)
  if (before === null || def?.survey === undefined) return [muted(tell(own.readinessNone))]
  const meanIn = (survey: ReadinessSurvey | null, key: string): number | null =>
    survey?.components.find((one) => one.key === key)?.mean ?? null
  const { min, max, components } = def.survey
  const titleOf = (one: ReadinessSurvey): string =>
    tell(own.surveyWith, { title: surveyDef(build, one)?.title[language] ?? one.canvas, n: formatNumber(one.respondents, language) })
  const means = components.map(({ key, label }) => ({ label: label[language], first: meanIn(before, key), last: meanIn(after, key) }))
  const rows = means.map(({ label, first, last }) => [
    label,
    decimal(first, build),
    ...(after === null ? [] : [decimal(last, build), first === null || last === null ? '-' : signed(last - first, build)]),
  ])
  const columns = [
    { head: tell(own.component), width: 4 },
    { head: tell(own.before), width: 1.4, align: 'right' as const },
    ...(after === null
      ? []
      : [
          { head: tell(own.after), width: 1.4, align: 'right' as const },
          { head: tell(own.difference), width: 1.4, align: 'right' as const },
        ]),
  ]
  const bar = means.map(({ label, first, last }) => ({
    label,
    value: first,
    text: decimal(first, build),
    ...(after === null ? {} : { other: { value: last, text: decimal(last, build) } }),
  }))
  return [
    para([before, ...(after === null ? [] : [after])].map(titleOf).join('. ').concat('.'), { keepNext: true }),
    ...barsBlocks(build, bar, max, after === null ? undefined : [tell(own.before), tell(own.after)]),
    tableOf(build, columns, rows, { alt: tell(own.component) }),
    gap(4),
    remark([tell(own.readinessScale, { min, max }), ...(after === null ? [tell(own.readinessOne)] : [])].join(' ')),
  ]
}

export const impactPiece: Piece = (build) => {
  const { language, tell } = build
  const sums = sumImpacts(viewOf(build).figures)
  if (sums.length === 0) return [muted(tell(own.impactNone))]
  const number = (value: number): string => formatNumber(value, language)
  const rows = sums.map(({ variable, measure, before, after, change, from }) => [
    variable[language],
    measure,
    number(before),
    number(after),
    change === null ? tell(own.noChange) : `${change > 0 ? '+' : ''}${formatPercent(change, language)}`,
    String(from.length),
  ])
  const columns = [
    { head: tell(own.variable), width: 3.6 },
    { head: tell(own.measure), width: 1.4 },
    { head: tell(own.before), width: 1.4, align: 'right' },
    { head: tell(own.after), width: 1.4, align: 'right' },
    { head: tell(own.change), width: 1.4, align: 'right' },
    { head: tell(own.innovations), width: 1, align: 'center' },
  ] as const
  return [tableOf(build, columns, rows, { alt: tell(own.variable) }), gap(4), remark(tell(own.impactRule))]
}
