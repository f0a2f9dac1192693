/** The score sheet of one judge: filled in with what was given, or empty to write on. */
import type { Entry } from '#shared/model/jury.ts'
import type { Block, Cell } from '#shared/model/outline.ts'
import type { JuryStage } from '#shared/model/rubric.ts'
import { assignedTo } from '#shared/rules/jury-recusal.ts'
import type { JudgeNumber } from '#shared/rules/jury-result.ts'
import { juryPaperWords as own } from '#shared/text/jury-paper-words.ts'
import { anchor, cell, muted, para, tight } from '../blocks.ts'
import type { UnitBuild } from '../facts.ts'
import { markText, percentOf, resultOf, scoreText, stageResultOf } from '../judging.ts'
import type { Judging } from '../source.ts'
import { below, codedName, middle, strong, withConvention } from './convention-base.ts'
import { scaleText, stageShare } from './convention-recap.ts'
import { type Column, tableOf } from './lab-base.ts'
import type { Piece } from './pieces.ts'

/** From here on criteria stand as K1, K2 … above their columns; the table of criteria says which is which. */
const mostTitles = 8
/** Points: room for a hand to write in. */
const roomToWrite = 16

type Line = { readonly entry: Entry; readonly number: JudgeNumber | undefined; readonly why: string }

/** Variants that are to be written on. */
const isBlank = ({ variant }: UnitBuild): boolean => variant?.startsWith('kosong') === true

export const judgeSheet: Piece = withConvention((judging, build: UnitBuild) => {
  const { tell } = build
  const stages = judging.convention.stages.flatMap((stage): readonly Block[] => {
    const lines = linesOf(stage, judging, build)
    if (lines.length === 0) return []
    const title = tell(own.stageShare, { title: stage.title[build.language], share: percentOf(stageShare(judging, stage), build.language) })
    return [
      { b: 'heading', level: 3, text: title, id: anchor('lembar', stage.key, build.judge?.id ?? ''), unlisted: true },
      table(stage, lines, build),
      ...(isBlank(build) ? [] : comments(stage, lines, judging, build)),
      below,
    ]
  })
  return stages.length === 0 ? [muted(tell(own.nothingFor))] : stages
})

/** Of nobody's sheet every entry of the convention. */
function linesOf(stage: JuryStage, judging: Judging, build: UnitBuild): readonly Line[] {
  const { judge, tell } = build
  const { convention } = judging
  if (judge === undefined)
    return convention.entries.filter(({ withdrawn }) => withdrawn === '').map((entry) => ({ entry, number: undefined, why: '' }))
  return assignedTo(convention, judge.id, { all: true })
    .filter(({ entry, stages }) => stages.includes(stage.key) && entry.withdrawn === '')
    .map(({ entry, recused }) => ({
      entry,
      number: stageResultOf(resultOf(judging, entry.id), stage.key)?.judges.find((one) => one.judge === judge.id),
      why: recused === null ? '' : recused.why === 'unit' ? tell(own.recusedUnit) : tell(own.recusedDeclared, { reason: recused.reason }),
    }))
}

function table(stage: JuryStage, lines: readonly Line[], build: UnitBuild): Block {
  const { tell, language } = build
  const short = stage.criteria.length > mostTitles
  const criteria = stage.criteria.map((criterion, at): Column => {
    const title = short ? `K${at + 1}` : criterion.title[language]
    const weight = markText(criterion.weight, language)
    return { head: `${title} (${tell(own.headOf, { weight, scale: scaleText(criterion, build) })})`, width: 1.5, align: 'center' }
  })
  const columns: readonly Column[] = [
    { head: tell(own.number), width: 0.6 },
    { head: tell(own.entry), width: 3 },
    ...criteria,
    { head: tell(own.value), width: 1.1, align: 'center' },
    { head: tell(isBlank(build) ? own.comment : own.state), width: isBlank(build) ? 2.6 : 1.3 },
  ]
  const rows = lines.map((line, at) => [middle(String(at + 1)), nameCell(line.entry, build), ...cellsOf(line, stage, build)])
  return tableOf(build, columns, rows, { alt: tell(own.altSheet, { judge: build.judge?.name ?? '-', stage: stage.title[language] }) })
}

/** What judges may know of the entry: in blind mode its code alone, also on paper. */
function nameCell(entry: Entry, { convention }: UnitBuild): Cell {
  if (convention?.convention.blind === true && entry.code !== '') return cell(entry.code)
  return cell([para(codedName(entry), { spaceAfter: 0 }), ...(entry.unitName === '' ? [] : [muted(entry.unitName, tight)])])
}

function cellsOf({ number, why }: Line, stage: JuryStage, build: UnitBuild): readonly Cell[] {
  const { tell, language } = build
  if (why !== '') return [{ ...cell([muted(why, tight)]), colSpan: stage.criteria.length + 2 }]
  if (isBlank(build)) {
    const empty: Cell = { blocks: [{ b: 'space', height: roomToWrite }] }
    return [...stage.criteria.map(() => empty), empty, empty]
  }
  const marks = stage.criteria.map(({ key }) => {
    const value = number?.marks.find(({ criterion }) => criterion === key)?.value ?? null
    return value === null ? cell([muted(tell(build.words.notFilledCell), tight)], { align: 'center' }) : middle(markText(value, language))
  })
  return [...marks, strong(scoreText(number?.value ?? null, language)), cell(stateText(number, build))]
}

function stateText(number: JudgeNumber | undefined, { tell }: UnitBuild): string {
  if (number === undefined || (number.state === 'draft' && number.done === 0)) return tell(own.notYet)
  if (number.state === 'locked') return tell(own.locked)
  return number.done < number.of ? tell(own.partly, { done: number.done, of: number.of }) : tell(own.draft)
}

function comments(stage: JuryStage, lines: readonly Line[], judging: Judging, build: UnitBuild): readonly Block[] {
  const { tell, language } = build
  const items = lines.flatMap(({ entry, number }) =>
    (number?.marks ?? []).flatMap((mark): readonly (readonly Block[])[] => {
      const criterion = stage.criteria.find(({ key }) => key === mark.criterion)
      if (mark.comment.trim() === '' || criterion === undefined) return []
      const name = judging.convention.blind && entry.code !== '' ? entry.code : codedName(entry)
      return [[para(tell(own.commentOf, { entry: name, criterion: criterion.title[language], text: mark.comment.trim() }), tight)]]
    }),
  )
  if (items.length === 0) return []
  return [
    { b: 'para', runs: [{ text: tell(own.comments), bold: true }], spaceAfter: 2, keepNext: true },
    { b: 'list', ordered: false, items },
  ]
}
