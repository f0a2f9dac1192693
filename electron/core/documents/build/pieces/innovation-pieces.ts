/** What was captured of one innovation. */
import type { Innovation } from '#shared/model/lab.ts'
import type { Block, Cell } from '#shared/model/outline.ts'
import { type InnovationPiece, type StageKey, stageKeys } from '#shared/model/pack.ts'
import { formatDay } from '#shared/rules/dates.ts'
import { allIndicators, indicatorsOf, methodOf, stageLabel } from '#shared/rules/packs.ts'
import { innovationWords as words } from '#shared/text/innovation-words.ts'
import { annexBlocks } from '../annex.ts'
import { cell, headCell, labelTable, muted, tight, written } from '../blocks.ts'
import { changePhotos, changeTable, resultTable } from '../change-blocks.ts'
import { evidenceTable, photoGrid } from '../evidence-blocks.ts'
import { factText } from '../facts.ts'
import { indicatorTable } from '../indicator-blocks.ts'
import type { Build } from '../source.ts'
import { wholeTrail } from '../trail.ts'
import { chapterBlocks } from './chapters.ts'
import { photosOf } from './photos.ts'
import type { Piece } from './pieces.ts'
import { planBlocks } from './plan.ts'
import { progressBlocks } from './progress.ts'

type Own = (innovation: Innovation, build: Build) => readonly Block[]

/** Without an innovation, or with nothing to show, a piece says that it is not filled in. */
const own =
  (draw: Own): Piece =>
  (build) => {
    const blocks = build.innovation === undefined ? [] : draw(build.innovation, build)
    return blocks.length === 0 ? [muted(build.tell(build.words.notFilled))] : blocks
  }

export const innovationPieces: Readonly<Record<InnovationPiece, Piece>> = {
  'innovation.identity': own(identity),
  'innovation.team': own(team),
  'innovation.before_after': own((innovation, build) => {
    const photos = changePhotos(innovation, build)
    return [
      ...changeTable(innovation, build),
      ...(photos.length === 0 ? [] : [{ b: 'space', height: 8 } as const, ...photoGrid(photos, build)]),
    ]
  }),
  'innovation.evidence': own((innovation, build) => evidenceTable(innovation.evidence, innovation, build)),
  'innovation.maturity': own(maturity),
  'innovation.photos': own((innovation, build) => photoGrid(photosOf(innovation, build), build)),
  'innovation.progress': own(progressBlocks),
  'innovation.trail': own(wholeTrail),
  'innovation.approvals': own(approvals),
  'innovation.plan': own(planBlocks),
  'innovation.chapters': own(chapterBlocks),
  'innovation.results': own(resultTable),
  // What has no annex to print needs no remark about it.
  'innovation.annex': (build) => (build.innovation === undefined ? [] : annexBlocks(build.innovation, build)),
}

function identity(_: Innovation, build: Build): readonly Block[] {
  const { tell, words: common } = build
  const rows = [
    { label: tell(common.innovationName), value: factText('innovation.name', build) },
    { label: tell(common.longName), value: factText('innovation.longName', build) },
    { label: tell(common.unit), value: factText('innovation.unit', build) },
    { label: tell(common.kind), value: factText('innovation.kind', build) },
    { label: tell(words.form), value: factText('innovation.form', build) },
    { label: tell(words.digitalLabel), value: factText('innovation.digital', build) },
    { label: tell(words.urusan), value: factText('innovation.urusan', build) },
    { label: tell(common.startedOn), value: factText('innovation.startedOn', build) },
    { label: tell(common.stage), value: factText('innovation.stage', build) },
    { label: tell(common.team), value: factText('innovation.team', build) },
  ]
  return [labelTable(rows, build, tell(common.identityAlt)), { b: 'space', height: 8 }]
}

function team(innovation: Innovation, build: Build): readonly Block[] {
  const { tell, words: common } = build
  const members = innovation.members.filter(({ name, position }) => name.trim() !== '' || position.trim() !== '')
  if (members.length === 0) return []
  const head = [common.number, words.member, words.position].map((word, at) => headCell(tell(word), at === 0 ? { align: 'center' } : {}))
  const empty = tell(common.notFilledCell)
  const rows = members.map(({ name, position }, at): readonly Cell[] => [
    cell(String(at + 1), { align: 'center' }),
    cell(written(name, empty)),
    cell(written(position, empty)),
  ])
  return [{ b: 'table', widths: [0.6, 4.4, 5], headRows: 1, rows: [head, ...rows], ruled: true, size: 10, alt: tell(words.teamAlt) }]
}

/** The set of the lab's own trial, else those the team has claimed something in, else the first there is. */
function maturity(innovation: Innovation, build: Build): readonly Block[] {
  const { lab, packs, language } = build
  const named = [lab.indexTrial.set, ...Object.keys(innovation.maturity)].flatMap((id) => indicatorsOf(packs, id) ?? [])
  const sets = named.length > 0 ? [...new Set(named)] : allIndicators(packs).slice(0, 1)
  return sets.flatMap((set) => [
    { b: 'para', runs: [{ text: set.title[language], bold: true }], align: 'left', keepNext: true, ...tight } as const,
    ...indicatorTable(set, innovation, build),
  ])
}

function approvals(innovation: Innovation, build: Build): readonly Block[] {
  const { tell, words: common, packs, lab, language } = build
  const method = methodOf(packs, lab.method)
  const label = (stage: StageKey): string => (method === undefined ? stage : stageLabel(method, stage, language, lab.stageLabels))
  const rows = stageKeys.flatMap((stage): readonly (readonly Cell[])[] => {
    const gate = innovation.gates[stage]
    if (gate === undefined || (gate.approval === null && gate.override === null)) return []
    const { approval, override } = gate
    const who = approval === null ? '' : [approval.name, approval.position].filter((part) => part.trim() !== '').join(', ')
    const passed = override === null ? '' : tell(words.passedOver, { reason: override.reason })
    return [
      [
        cell(label(stage)),
        cell(written(who || (override?.by ?? ''), tell(common.notFilledCell))),
        cell(approval === null || approval.date === '' ? '' : formatDay(approval.date, language)),
        cell(approval?.document ?? ''),
        cell([approval?.remark ?? '', passed].filter((part) => part.trim() !== '').join(' ')),
      ],
    ]
  })
  if (rows.length === 0) return [muted(tell(words.noApprovals))]
  const head = [common.stage, words.approver, words.date, words.document, words.remark].map((word) => headCell(tell(word)))
  return [
    {
      b: 'table',
      widths: [1.5, 2.4, 1.7, 2.6, 3],
      headRows: 1,
      rows: [head, ...rows],
      ruled: true,
      size: 9,
      alt: tell(words.approvalsAlt),
    },
  ]
}
