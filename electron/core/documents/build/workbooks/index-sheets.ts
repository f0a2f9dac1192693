/** Workbooks of maturity: all innovations by indicator, or one innovation with what proves each level; and lists of evidence. */
import type { Evidence, EvidenceTarget } from '#shared/model/evidence.ts'
import type { Innovation } from '#shared/model/lab.ts'
import type { IndicatorSet } from '#shared/model/pack.ts'
import { countMaturity, evidenceOf, type IndicatorStanding, maturityOf } from '#shared/rules/maturity.ts'
import { allIndicators, formOf, indicatorsOf } from '#shared/rules/packs.ts'
import { reportWords as own } from '#shared/text/report-words.ts'
import type { WorkbookCell, WorkbookSheet } from '../../write/xlsx/workbook.ts'
import { unitName, viewOf } from '../pieces/lab-base.ts'
import { setsInUse } from '../pieces/lab-index.ts'
import type { Build } from '../source.ts'
import { aboutSheet, date, day, number, text } from './about.ts'

/** A sheet of proven and a sheet of claimed levels for every set, every innovation on a line, so that gaps of the lab show by column. */
export function indexSheets(build: Build): readonly WorkbookSheet[] {
  const { tell, language } = build
  const sets = setsInUse(build)
  const shown = sets.length === 0 ? allIndicators(build.packs).slice(0, 1) : sets
  const several = shown.length > 1
  const name = (set: IndicatorSet, word: string): string => (several ? `${word} ${set.short[language]}` : word)
  return [
    ...shown.flatMap((set) => [
      levelSheet(set, name(set, tell(own.provenSheet)), build, ({ proven }) => proven),
      levelSheet(set, name(set, tell(own.claimedSheet)), build, ({ claimed }) => claimed),
      legendSheet(set, name(set, tell(own.indicator)), build),
    ]),
    aboutSheet(build, [
      ...shown.map((set) => [tell(own.set), `${set.title[language]} (${set.id})`] as const),
      [tell(own.note), tell(own.indexLead)],
    ]),
  ]
}

function levelSheet(set: IndicatorSet, name: string, build: Build, levelOf: (one: IndicatorStanding) => number): WorkbookSheet {
  const { tell } = build
  const rows = viewOf(build).summaries.map((one, at) => {
    const count = countMaturity(set, one.maturity[set.id] ?? {})
    const sum = count.indicators.reduce((total, standing) => total + standing.def.weight * levelOf(standing), 0)
    return [
      at + 1,
      one.name,
      unitName(build, one.unit),
      ...count.indicators.map(levelOf),
      Math.round(sum * 1e6) / 1e6,
      count.most === 0 ? null : Math.round((sum / count.most) * 1000) / 10,
      count.missingMandatory.length,
    ]
  })
  const columns = [
    number(tell(own.no)),
    text(tell(own.innovation)),
    text(tell(own.unit)),
    ...set.indicators.map(({ no, mandatory }) => number(`${no}${mandatory ? '*' : ''}`)),
    number(tell(own.score)),
    { label: tell(own.share), format: 'percent' } as const,
    number(tell(own.mandatoryOpen)),
  ]
  return { name, columns, rows }
}

/** What the numbers above the columns stand for; written out they would make the table too wide to read. */
const legendSheet = (set: IndicatorSet, name: string, { tell, language }: Build): WorkbookSheet => ({
  name,
  columns: [number(tell(own.no)), text(tell(own.indicator)), number(tell(own.weight)), text(tell(own.mandatory))],
  rows: set.indicators.map(({ no, title, weight, mandatory }) => [no, title[language], weight, tell(mandatory ? own.yes : own.dash)]),
})

/** One innovation: every indicator of the sets it has begun, else of the definition's or the first set. */
export function maturitySheets(build: Build): readonly WorkbookSheet[] {
  const { innovation, packs, def, tell, language } = build
  if (innovation === undefined) return indexSheets(build)
  const asked = indicatorsOf(packs, def.of)
  const begun = allIndicators(packs).filter(({ id }) => innovation.maturity[id] !== undefined)
  const sets = asked !== undefined ? [asked] : begun.length > 0 ? begun : allIndicators(packs).slice(0, 1)
  return [
    ...sets.map((set) => standingSheet(set, sets.length > 1 ? set.short[language] : tell(own.indicator), innovation, build)),
    aboutSheet(build, [
      [tell(own.innovation), innovation.name],
      [tell(own.unit), unitName(build, innovation.unit)],
      ...sets.flatMap((set): readonly (readonly [string, WorkbookCell])[] => {
        const count = maturityOf(set, innovation)
        return [
          [tell(own.set), set.title[language]],
          [tell(own.proven), count.points],
          [tell(own.claimed), count.claimedPoints],
          [tell(own.mostScore), count.most],
        ]
      }),
      [tell(own.note), tell(own.indexLead)],
    ]),
  ]
}

function standingSheet(set: IndicatorSet, name: string, innovation: Innovation, { tell, language }: Build): WorkbookSheet {
  const claims = innovation.maturity[set.id] ?? {}
  const rows = maturityOf(set, innovation).indicators.map(({ def, claimed, proven, points, most }) => [
    def.no,
    def.title[language],
    def.weight,
    tell(def.mandatory ? own.yes : own.dash),
    def.bases.find(({ key }) => key === claims[def.key]?.basis)?.label[language] ?? '',
    claimed,
    proven,
    points,
    most,
    evidenceOf(set, def.key, innovation)
      .map(({ title }) => title)
      .join('; '),
    claims[def.key]?.note ?? '',
  ])
  const columns = [
    number(tell(own.no)),
    text(tell(own.indicator)),
    number(tell(own.weight)),
    text(tell(own.mandatory)),
    text(tell(own.basis)),
    number(tell(own.levelClaimed)),
    number(tell(own.levelProven)),
    number(tell(own.score)),
    number(tell(own.mostScore)),
    text(tell(own.evidence)),
    text(tell(own.remark)),
  ]
  return { name, columns, rows }
}

/** Of one innovation, or of all of the lab. */
export function evidenceSheets(build: Build): readonly WorkbookSheet[] {
  const { tell } = build
  const from = build.innovation === undefined ? viewOf(build).live : [build.innovation]
  const rows = from.flatMap((innovation) => innovation.evidence.map((one) => ({ innovation, one })))
  const columns = [
    number(tell(own.no)),
    text(tell(own.innovation)),
    text(tell(own.unit)),
    text(tell(own.title)),
    text(tell(own.file)),
    text(tell(own.link)),
    text(tell(own.fileType)),
    number(tell(own.kilobytes)),
    number(tell(own.pages)),
    date(tell(own.dated)),
    text(tell(own.proves)),
    text(tell(own.checked)),
    text(tell(own.remark)),
  ]
  return [
    { name: tell(own.evidence), columns, rows: rows.map(({ innovation, one }, at) => [at + 1, ...evidenceCells(innovation, one, build)]) },
    aboutSheet(build),
  ]
}

function evidenceCells(innovation: Innovation, one: Evidence, build: Build): readonly WorkbookCell[] {
  const file = Object.hasOwn(innovation.attachments, one.file) ? innovation.attachments[one.file] : undefined
  return [
    innovation.name,
    unitName(build, innovation.unit),
    one.title,
    file?.title ?? one.file,
    one.link,
    file?.type ?? '',
    file === undefined ? null : Math.round(file.bytes / 102.4) / 10,
    file === undefined || file.pages === 0 ? null : file.pages,
    day(one.date),
    one.targets.map((target) => targetText(target, build)).join('; '),
    build.tell(own[`evidence_${one.state}`]),
    one.note,
  ]
}

function targetText({ kind, of, key, level }: EvidenceTarget, { packs, language, tell }: Build): string {
  const form = formOf(packs, of)
  const title =
    kind === 'indicator'
      ? indicatorsOf(packs, of)?.indicators.find((one) => one.key === key)?.title[language]
      : kind === 'section'
        ? form?.sections.find((one) => one.key === key)?.title[language]
        : form?.statements.find((one) => one.key === key)?.title[language]
  return tell(own[`target_${kind}`], { key: title ?? key, level })
}
