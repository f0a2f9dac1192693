/** By what was judged and what every judge came to: criteria, recap, what was opened again and what is missing. */
import type { Entry, Panel } from '#shared/model/jury.ts'
import type { Block } from '#shared/model/outline.ts'
import type { Criterion, JuryStage } from '#shared/model/rubric.ts'
import { juryPaperWords as own } from '#shared/text/jury-paper-words.ts'
import { anchor, cell, muted, para, tight } from '../blocks.ts'
import type { UnitBuild } from '../facts.ts'
import { entryOf, judgeOf, markText, percentOf, resultOf, scoreText, stageResultOf } from '../judging.ts'
import type { Build, Judging } from '../source.ts'
import { below, codedName, entryCell, middle, momentText, provisionalNote, strong, withConvention } from './convention-base.ts'
import { type Column, type Content, tableOf } from './lab-base.ts'
import type { Piece } from './pieces.ts'

/** Share of the whole, 0 to 1. */
export const stageShare = ({ convention: { stages } }: Judging, { weight }: JuryStage): number =>
  weight / stages.reduce((sum, one) => sum + one.weight, 0)

export function scaleText({ min, max, step }: Criterion, { tell, language }: Pick<Build, 'tell' | 'language'>): string {
  const values = { min: markText(min, language), max: markText(max, language), step: markText(step, language) }
  return tell(step === 1 ? own.scaleOf : own.scaleStep, values)
}

/** Every stage with its criteria, weights, scale and what the marks mean. */
export const criteria: Piece = withConvention((judging, build: UnitBuild) => {
  const { tell, language } = build
  const { convention } = judging
  return convention.stages.flatMap((stage): readonly Block[] => {
    const title = tell(own.stageShare, { title: stage.title[language], share: percentOf(stageShare(judging, stage), language) })
    const rows = stage.criteria.map((criterion, at): readonly Content[] => [
      middle(`K${at + 1}`),
      criterion.title[language],
      middle(markText(criterion.weight, language)),
      middle(scaleText(criterion, build)),
      meaning(criterion, build),
    ])
    const columns: readonly Column[] = [
      { head: tell(own.number), width: 0.7 },
      { head: tell(own.criterion), width: 2.4 },
      { head: tell(own.weight), width: 1, align: 'center' },
      { head: tell(own.scale), width: 1.2, align: 'center' },
      { head: tell(own.meaning), width: 5 },
    ]
    return [
      { b: 'heading', level: 3, text: title, id: anchor('kriteria', stage.key, build.judge?.id ?? ''), unlisted: true },
      tableOf(build, columns, rows, { alt: tell(own.altCriteria, { stage: stage.title[language] }) }),
      para(tell(own.countedBy, { rule: tell(own[`scoring_${stage.scoring}`]) }), { size: 9.5, spaceAfter: 6 }),
    ]
  })
})

function meaning({ hint, descriptors }: Criterion, { tell, language }: Build): Content {
  const lines = [
    ...(hint === undefined ? [] : [hint[language]]),
    ...descriptors.map(({ mark, text }) => tell(own.markMeans, { mark: markText(mark, language), text: text[language] })),
  ]
  return lines.length === 0 ? cell('-') : lines.map((line) => para(line, tight))
}

/** Best first, the numbers of the stages beside the final one. */
export const recap: Piece = withConvention((judging, build) => {
  const { tell, language } = build
  const { convention, result } = judging
  if (convention.entries.length === 0) return [muted(tell(own.noEntries))]
  const rows = result.entries.flatMap((one): readonly (readonly Content[])[] => {
    const entry = entryOf(judging, one.entry)
    if (entry === undefined) return []
    return [
      [
        strong(one.rank === null ? '' : String(one.rank)),
        entryCell(entry),
        entry.unitName,
        ...convention.stages.map(({ key }) => middle(scoreText(stageResultOf(one, key)?.value ?? null, language))),
        ...(convention.stages.length > 1 ? [strong(scoreText(one.value, language))] : []),
        remarkOf(judging, entry, build),
      ],
    ]
  })
  const columns: readonly Column[] = [
    { head: tell(own.rank), width: 1, align: 'center' },
    { head: tell(own.entry), width: 3.2 },
    { head: tell(own.unit), width: 2.6 },
    ...convention.stages.map((stage): Column => ({ head: stage.title[language], width: 1.4, align: 'center' })),
    ...(convention.stages.length > 1 ? [{ head: tell(own.final), width: 1.2, align: 'center' } as const] : []),
    { head: tell(own.remark), width: 2.2 },
  ]
  return [...provisionalNote(judging, build), tableOf(build, columns, rows, { alt: tell(own.altRecap) }), below]
})

/** What a reader of the number has to know. */
export function remarkOf(judging: Judging, entry: Entry, { tell }: Pick<Build, 'tell'>): string {
  const one = resultOf(judging, entry.id)
  if (entry.withdrawn !== '') return tell(own.withdrawn, { reason: entry.withdrawn })
  if (one === undefined || one.value === null) return tell(own.noNumber)
  const wins = judging.convention.state === 'selesai' && judging.result.winners.includes(entry.id)
  if (wins) return tell(one.shared ? own.winnerShared : own.winner)
  return one.shared ? tell(own.shared) : one.complete ? '-' : tell(own.noNumber)
}

/** Most judges beside each other; a larger panel is told in several tables. */
const mostJudges = 8

/** For each stage and panel the number every judge came to. */
export const recapJudges: Piece = withConvention((judging, build) => {
  const { convention } = judging
  if (convention.panels.length === 0) return [muted(build.tell(own.noPanels))]
  const tables = convention.stages.flatMap((stage) =>
    convention.panels
      .filter(({ stages }) => stages.length === 0 || stages.includes(stage.key))
      .flatMap((panel) => panelTables(stage, panel, judging, build)),
  )
  return [...provisionalNote(judging, build), ...tables]
})

function panelTables(stage: JuryStage, panel: Panel, judging: Judging, build: Build): readonly Block[] {
  const { tell, language } = build
  const title = [stage.title[language], panel.name].filter((part) => part !== '').join(', ')
  const groups = Array.from({ length: Math.ceil(panel.judges.length / mostJudges) }, (_, at) =>
    panel.judges.slice(at * mostJudges, (at + 1) * mostJudges),
  )
  const inOrder = judging.result.entries.flatMap(({ entry }) => (panel.entries.includes(entry) ? (entryOf(judging, entry) ?? []) : []))
  return [
    { b: 'heading', level: 3, text: title, id: anchor('rekap', stage.key, panel.id), unlisted: true },
    ...groups.flatMap((judges): readonly Block[] => {
      const rows = inOrder.map((entry): readonly Content[] => {
        const found = stageResultOf(resultOf(judging, entry.id), stage.key)
        return [
          entryCell(entry),
          ...judges.map((id) => {
            const one = found?.judges.find(({ judge }) => judge === id)
            if (one?.state === 'recused') return cell([muted(tell(own.recusedShort), tight)], { align: 'center' as const })
            const score = scoreText(one?.value ?? null, language)
            return middle(one?.trimmed === true && score !== '' ? tell(own.trimmed, { value: score }) : score)
          }),
          strong(scoreText(found?.value ?? null, language)),
        ]
      })
      const columns: readonly Column[] = [
        { head: tell(own.entry), width: 2.8 },
        ...judges.map((id): Column => ({ head: judgeOf(judging, id)?.name ?? '', width: 1.5, align: 'center' })),
        { head: tell(own.pooled), width: 1.2, align: 'center' },
      ]
      return [tableOf(build, columns, rows, { alt: `${tell(own.altRecap)}: ${title}` }), below]
    }),
  ]
}

/** Locked scores that somebody opened again, with the reason that was given. */
export const reopened: Piece = withConvention((judging, build) => {
  const { tell } = build
  const acts = judging.sheets
    .flatMap(({ judge, acts: all }) => all.filter(({ act }) => act === 'reopen').map((act) => ({ ...act, judge })))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  if (acts.length === 0) return [para(tell(own.noReopened))]
  const rows = acts.map(({ judge, entry, stage, by, reason, at }, index): readonly Content[] => {
    const found = entryOf(judging, entry)
    return [
      middle(String(index + 1)),
      judgeOf(judging, judge)?.name ?? '',
      found === undefined ? '' : codedName(found),
      stageTitle(judging, stage, build),
      reason,
      by,
      momentText(at, build),
    ]
  })
  const columns: readonly Column[] = [
    { head: tell(own.number), width: 0.6 },
    { head: tell(own.judge), width: 2.2 },
    { head: tell(own.entry), width: 2 },
    { head: tell(own.stage), width: 1.5 },
    { head: tell(own.recusalReason), width: 3 },
    { head: tell(own.reopenedBy), width: 1.6 },
    { head: tell(own.reopenedAt), width: 1.5 },
  ]
  return [tableOf(build, columns, rows, { alt: tell(own.altReopened) }), below]
})

export const stageTitle = ({ convention }: Judging, key: string, { language }: Pick<Build, 'language'>): string =>
  convention.stages.find((one) => one.key === key)?.title[language] ?? key

/** Sheets that are still to be locked. */
export const missing: Piece = withConvention((judging, build) => {
  const { tell } = build
  if (judging.result.missing.length === 0) return [judging.result.of === 0 ? muted(tell(build.words.notFilled)) : para(tell(own.noMissing))]
  const rows = judging.result.missing.map(({ judge, entry, stage, done, of }, at): readonly Content[] => {
    const found = entryOf(judging, entry)
    return [
      middle(String(at + 1)),
      judgeOf(judging, judge)?.name ?? '',
      found === undefined ? '' : codedName(found),
      stageTitle(judging, stage, build),
      middle(tell(own.partly, { done, of })),
    ]
  })
  const columns: readonly Column[] = [
    { head: tell(own.number), width: 0.6 },
    { head: tell(own.judge), width: 3 },
    { head: tell(own.entry), width: 3 },
    { head: tell(own.stage), width: 2 },
    { head: tell(own.missingDone), width: 1.6 },
  ]
  return [tableOf(build, columns, rows, { alt: tell(own.altMissing) }), below]
})
