/** A convention as rows: the ranking, a sheet for each stage, every mark, what was opened again, and the visitors. */
import { localDay } from '#shared/rules/dates.ts'
import { juryPaperWords as own } from '#shared/text/jury-paper-words.ts'
import type { WorkbookCell, WorkbookColumn, WorkbookSheet } from '../../write/xlsx/workbook.ts'
import { factText } from '../facts.ts'
import { categoryText, entryOf, judgeOf, resultOf, ruleText, stageResultOf } from '../judging.ts'
import { remarkOf } from '../pieces/convention-recap.ts'
import type { Build, Judging } from '../source.ts'
import { aboutSheet, date, day, number, text } from './about.ts'

/** As scores are read out: two decimals. */
const score = (value: number | null): WorkbookCell => (value === null ? null : Math.round(value * 100) / 100)

export function jurySheets(build: Build): readonly WorkbookSheet[] {
  const { tell, convention: judging } = build
  if (judging === undefined) return [emptyRanking(build), aboutSheet(build)]
  return [
    rankingSheet(judging, build),
    ...stageSheets(judging, build),
    marksSheet(judging, build),
    reopenedSheet(judging, build),
    visitorsSheet(judging, build),
    aboutSheet(build, [
      [tell(own.convention), judging.convention.name],
      [tell(own.state), factText('convention.state', build)],
      [tell(own.rubric), factText('convention.rubric', build)],
      [tell(own.rubricSource), judging.convention.rubric.source],
      [tell(own.pooling), factText('convention.pooling', build)],
    ]),
  ]
}

/** Of a convention that is gone: its heads. */
const emptyRanking = ({ tell }: Build): WorkbookSheet => ({
  name: tell(own.sheetRanking),
  columns: [number(tell(own.rank)), text(tell(own.code)), text(tell(own.entry)), text(tell(own.unit)), number(tell(own.final))],
  rows: [],
})

function rankingSheet(judging: Judging, build: Build): WorkbookSheet {
  const { tell, language, lab } = build
  const { convention, result } = judging
  const columns: readonly WorkbookColumn[] = [
    number(tell(own.rank)),
    text(tell(own.code)),
    text(tell(own.entry)),
    text(tell(own.unit)),
    text(tell(own.category)),
    ...convention.stages.map(({ title }) => number(title[language])),
    number(tell(own.final)),
    text(tell(own.remark)),
    date(tell(own.submittedAt)),
  ]
  const rows = result.entries.flatMap((one): readonly (readonly WorkbookCell[])[] => {
    const entry = entryOf(judging, one.entry)
    if (entry === undefined) return []
    const rule = one.decidedBy === null ? '' : tell(own.byRule, { rule: ruleText(one.decidedBy, judging, build) })
    return [
      [
        one.rank,
        entry.code,
        entry.name,
        entry.unitName,
        categoryText(judging, entry.category),
        ...convention.stages.map(({ key }) => score(stageResultOf(one, key)?.value ?? null)),
        score(one.value),
        [remarkOf(judging, entry, build), rule].filter((part) => part !== '' && part !== '-').join('; '),
        day(entry.submittedAt === '' ? '' : localDay(entry.submittedAt, lab.timeZone)),
      ],
    ]
  })
  return { name: tell(own.sheetRanking), columns, rows }
}

/** The number every judge came to, and the pooled one. */
function stageSheets(judging: Judging, build: Build): readonly WorkbookSheet[] {
  const { tell, language } = build
  const { convention, result } = judging
  return convention.stages.map((stage) => {
    const judges = convention.judges.filter(({ id }) =>
      convention.panels.some((panel) => panel.judges.includes(id) && (panel.stages.length === 0 || panel.stages.includes(stage.key))),
    )
    const rows = result.entries.flatMap((one): readonly (readonly WorkbookCell[])[] => {
      const entry = entryOf(judging, one.entry)
      const found = stageResultOf(one, stage.key)
      if (entry === undefined) return []
      return [
        [
          one.rank,
          entry.code,
          entry.name,
          ...judges.map(({ id }) => {
            const given = found?.judges.find(({ judge }) => judge === id)
            return given?.state === 'recused' ? tell(own.recusedShort) : score(given?.value ?? null)
          }),
          score(found?.value ?? null),
        ],
      ]
    })
    return {
      name: tell(own.sheetStage, { stage: stage.title[language] }),
      columns: [
        number(tell(own.rank)),
        text(tell(own.code)),
        text(tell(own.entry)),
        ...judges.map(({ name }) => number(name)),
        number(tell(own.pooled)),
      ],
      rows,
    }
  })
}

/** One row for each mark. */
function marksSheet(judging: Judging, build: Build): WorkbookSheet {
  const { tell, language } = build
  const { convention } = judging
  const rows = convention.entries.flatMap((entry) =>
    (resultOf(judging, entry.id)?.stages ?? []).flatMap(({ stage, judges }) =>
      judges.flatMap(({ judge, state, marks }) => {
        const def = convention.stages.find(({ key }) => key === stage)
        return marks.map((mark): readonly WorkbookCell[] => [
          judgeOf(judging, judge)?.name ?? '',
          entry.code,
          entry.name,
          def?.title[language] ?? stage,
          def?.criteria.find(({ key }) => key === mark.criterion)?.title[language] ?? mark.criterion,
          mark.weight,
          mark.value,
          score(mark.adds),
          tell(state === 'recused' ? own.recusedShort : state === 'locked' ? own.locked : mark.value === null ? own.notYet : own.draft),
          mark.comment,
        ])
      }),
    ),
  )
  const columns = [
    text(tell(own.judge)),
    text(tell(own.code)),
    text(tell(own.entry)),
    text(tell(own.stage)),
    text(tell(own.criterion)),
    number(tell(own.weight)),
    number(tell(own.mark)),
    number(tell(own.adds)),
    text(tell(own.state)),
    text(tell(own.comment)),
  ]
  return { name: tell(own.sheetMarks), columns, rows }
}

function reopenedSheet(judging: Judging, { tell, language, lab }: Build): WorkbookSheet {
  const rows = judging.sheets.flatMap(({ judge, acts }) =>
    acts
      .filter(({ act }) => act === 'reopen')
      .map(({ entry, stage, reason, by, at }): readonly WorkbookCell[] => [
        judgeOf(judging, judge)?.name ?? '',
        entryOf(judging, entry)?.name ?? '',
        judging.convention.stages.find(({ key }) => key === stage)?.title[language] ?? stage,
        reason,
        by,
        day(localDay(at, lab.timeZone)),
      ]),
  )
  const columns = [
    text(tell(own.judge)),
    text(tell(own.entry)),
    text(tell(own.stage)),
    text(tell(own.recusalReason)),
    text(tell(own.reopenedBy)),
    date(tell(own.reopenedAt)),
  ]
  return { name: tell(own.awaySheet), columns, rows }
}

function visitorsSheet({ convention, visitors }: Judging, { tell }: Build): WorkbookSheet {
  const rows = convention.entries.map(({ id, code, name, unitName }): readonly WorkbookCell[] => [
    code,
    name,
    unitName,
    visitors.votes[id] ?? 0,
    visitors.feedback
      .filter(({ entry }) => entry === id)
      .map(({ text: said }) => said)
      .join('\n'),
  ])
  const columns = [text(tell(own.code)), text(tell(own.entry)), text(tell(own.unit)), number(tell(own.votes)), text(tell(own.feedback))]
  return { name: tell(own.sheetVisitors), columns, rows }
}
