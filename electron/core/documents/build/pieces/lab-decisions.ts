/** What the leader decides on and decided: ideas, plans, approvals, rewards; and what is still owed. */
import type { Approval, Innovation, StageKey } from '#shared/model/lab.ts'
import type { Block } from '#shared/model/outline.ts'
import { stageKeys } from '#shared/model/pack.ts'
import type { Note, Reward } from '#shared/model/session.ts'
import { formatDay, localDay, monthName } from '#shared/rules/dates.ts'
import { cellOf, evaluateGrid } from '#shared/rules/grid.ts'
import { monthsIn } from '#shared/rules/months.ts'
import { formatNumber, formatPercent, formatRupiah } from '#shared/rules/numbers.ts'
import { daysPast, type Owed, owedBy } from '#shared/rules/owed.ts'
import { canvasOf } from '#shared/rules/packs.ts'
import { answerText } from '#shared/rules/picks.ts'
import { type Candidate, type RewardList, rewardList } from '#shared/rules/rewards.ts'
import { treeOf } from '#shared/rules/tree.ts'
import { monitorText as monitor } from '#shared/text/monitor.ts'
import { reportWords as own } from '#shared/text/report-words.ts'
import { rewardsText } from '#shared/text/rewards.ts'
import { muted, para, tight, written } from '../blocks.ts'
import type { Build } from '../source.ts'
import { type Column, type Content, gap, named, stageName, tableOf, todayOf, unitName, viewOf } from './lab-base.ts'
import { remark } from './lab-counts.ts'
import type { Piece } from './pieces.ts'

/** Ids of the basic pack. */
const ideaForm = 'form-ide'
const actionPlan = 'rencana-aksi'
const problemTree = 'pohon-masalah'

/** A field of the idea form as it is printed; empty without the form. */
export function ideaText(innovation: Innovation, key: string, { packs, language }: Pick<Build, 'packs' | 'language'>): string {
  const form = canvasOf(packs, ideaForm)
  const field = form?.kind === 'form' ? form.fields.find((one) => one.key === key) : undefined
  return field === undefined ? '' : answerText(field, innovation.canvases[ideaForm]?.fields[key] ?? null, language).trim()
}

/** The core of the problem tree, else the background of the idea form. */
export function problemText(innovation: Innovation, build: Pick<Build, 'packs' | 'language'>): string {
  const tree = innovation.canvases[problemTree]
  return (tree === undefined ? '' : (treeOf(tree.items).core?.text.trim() ?? '')) || ideaText(innovation, 'latar_belakang', build)
}

/** The leader's approval that closes a stage, when who and when are recorded (domain.md 1.3). */
export function approvalOf(innovation: Innovation, stage: StageKey): Approval | null {
  const approval = innovation.gates[stage]?.approval ?? null
  const who = approval !== null && (approval.name.trim() !== '' || approval.position.trim() !== '')
  return approval !== null && who && approval.date.trim() !== '' ? approval : null
}

const decisionColumns = ({ tell }: Build): readonly Column[] => [
  { head: tell(own.agree), width: 0.9, align: 'center' },
  { head: tell(own.mend), width: 0.9, align: 'center' },
  { head: tell(own.refuse), width: 0.9, align: 'center' },
  { head: tell(own.decisionNote), width: 2 },
]

/** Three boxes to mark by hand, or the approval that is recorded across them; nothing is decided here. */
function decisionCells(innovation: Innovation, stage: StageKey, { tell, language }: Build): readonly Content[] {
  const approval = approvalOf(innovation, stage)
  const blank = { blocks: [para('', tight)] }
  if (approval === null) return [blank, blank, blank, blank]
  const done = para(tell(own.decidedOn, { day: formatDay(approval.date, language) }), { ...tight, align: 'center' })
  return [{ blocks: [done], colSpan: 3 }, approval.remark.trim() === '' ? blank : { blocks: written(approval.remark, ''), align: 'left' }]
}

/** Each paper once, however many it approves. */
function documentsOf(live: readonly Innovation[], stage: StageKey, { tell, language }: Build): readonly Block[] {
  const papers = new Set(
    live.flatMap((one) => {
      const approval = approvalOf(one, stage)
      return approval === null || approval.document.trim() === ''
        ? []
        : [`${approval.document.trim()} (${formatDay(approval.date, language)})`]
    }),
  )
  return papers.size === 0 ? [] : [gap(4), para(tell(own.decidedBy, { list: [...papers].join('; ') }), { size: 9.5 })]
}

function decisionTable(
  build: Build,
  stage: StageKey,
  middle: readonly Column[],
  cells: (one: Innovation) => readonly Content[],
): readonly Block[] {
  const { tell } = build
  const { live } = viewOf(build)
  const rows = live.map((one, at) => [
    String(at + 1),
    unitName(build, one.unit) || tell(own.noUnit),
    named(one),
    ...cells(one),
    ...decisionCells(one, stage, build),
  ])
  const columns: readonly Column[] = [
    { head: tell(own.no), width: 0.6, align: 'center' },
    { head: tell(own.unit), width: 2.2 },
    { head: tell(own.innovation), width: 2.2 },
    ...middle,
    ...decisionColumns(build),
  ]
  const decided = live.filter((one) => approvalOf(one, stage) !== null).length
  return [
    ...(live.length === 0 ? [] : [para(tell(own.decisionsLead, { decided, n: live.length }))]),
    tableOf(build, columns, rows, { alt: tell(own.decision), size: 9 }),
    ...documentsOf(live, stage, build),
  ]
}

export const ideasPiece: Piece = (build) =>
  decisionTable(
    build,
    'diagnose',
    [
      { head: build.tell(own.problem), width: 2.8 },
      { head: build.tell(own.idea), width: 3 },
    ],
    (one) => [problemText(one, build), ideaText(one, 'ide_inovasi', build) || one.summary],
  )

export const plansPiece: Piece = (build) => {
  const { tell } = build
  const middle: readonly Column[] = [
    { head: tell(own.steps), width: 1.2, align: 'center' },
    { head: tell(own.span), width: 2 },
    { head: tell(own.cost), width: 1.6, align: 'right' },
  ]
  return decisionTable(build, 'design', middle, (one) => planCells(one, build))
}

function planCells(innovation: Innovation, { packs, language, tell }: Build): readonly Content[] {
  const def = canvasOf(packs, actionPlan)
  const canvas = innovation.canvases[actionPlan]
  if (def?.kind !== 'grid' || canvas === undefined || canvas.items.length === 0)
    return [{ blocks: [muted(tell(own.planNone), tight)], colSpan: 3 }]
  const months = canvas.items.flatMap((item) => monthsIn(cellOf(item, 'waktu'))).sort()
  const month = (iso: string): string => `${monthName(Number(iso.slice(5)), language)} ${iso.slice(0, 4)}`
  const [from, to] = [months[0], months.at(-1)]
  const cost = evaluateGrid(def, canvas.items, { settings: canvas.settings }).totals['biaya'] ?? null
  return [
    formatNumber(canvas.items.length, language),
    from === undefined || to === undefined ? '' : from === to ? month(from) : tell(own.spanOf, { from: month(from), to: month(to) }),
    cost === null ? '' : formatRupiah(cost, language),
  ]
}

/** Approvals as the innovations carry them, one line for what was approved in one act. */
export const approvalsPiece: Piece = (build) => {
  const { language, tell } = build
  const acts = new Map<string, { readonly stage: StageKey; readonly approval: Approval; count: number }>()
  for (const innovation of viewOf(build).live) {
    for (const stage of stageKeys) {
      const approval = approvalOf(innovation, stage)
      if (approval === null) continue
      const key = JSON.stringify([stage, approval.date, approval.name, approval.position, approval.document])
      const act = acts.get(key) ?? { stage, approval, count: 0 }
      act.count += 1
      acts.set(key, act)
    }
  }
  if (acts.size === 0) return [muted(tell(own.approvalsNone))]
  const sorted = [...acts.values()].sort(
    (a, b) => stageKeys.indexOf(a.stage) - stageKeys.indexOf(b.stage) || (a.approval.date < b.approval.date ? -1 : 1),
  )
  const rows = sorted.map(({ stage, approval, count }) => [
    stageName(build, stage),
    [approval.name, approval.position].filter((part) => part.trim() !== '').join(', '),
    formatDay(approval.date, language),
    approval.document,
    String(count),
  ])
  const columns = [
    { head: tell(own.approvalStage), width: 1.4 },
    { head: tell(own.approvalBy), width: 2.4 },
    { head: tell(own.approvalDate), width: 1.6 },
    { head: tell(own.approvalDocument), width: 3 },
    { head: tell(own.innovations), width: 1, align: 'center' },
  ] as const
  return [tableOf(build, columns, rows, { alt: tell(own.approvalStage) }), gap()]
}

/** Who gets a reward as the lab stands on the day of the print. */
export function listOf(reward: Reward, build: Build): RewardList {
  const { summaries, stageDefs, sessions } = viewOf(build)
  return rewardList(reward, {
    lab: build.lab,
    innovations: summaries,
    stages: stageDefs,
    sessions,
    today: todayOf(build),
    awards: build.awards ?? {},
  })
}

export const rewardTitle = ({ title }: Reward, { tell }: Build): string => title.trim() || tell(rewardsText.untitled)

export const rewardsPiece: Piece = (build) => {
  const { log, language, tell, words } = build
  const rows = (log?.rewards ?? []).map((reward, at) => {
    const { given, sum } = listOf(reward, build)
    return [
      String(at + 1),
      [
        { b: 'para', runs: [{ text: rewardTitle(reward, build), bold: true }], ...tight } as const,
        para(tell(words[`reward_${reward.kind}`]), tight),
      ],
      given.map(({ name }) => name).join('; '),
      sum === null ? '-' : formatRupiah(sum, language),
    ]
  })
  const columns = [
    { head: tell(own.no), width: 0.6, align: 'center' },
    { head: tell(own.reward), width: 3 },
    { head: tell(own.recipients), width: 4 },
    { head: tell(own.amount), width: 1.6, align: 'right' },
  ] as const
  return [tableOf(build, columns, rows, { alt: tell(own.reward) }), ...(rows.length === 0 ? [] : [gap(4), remark(tell(own.rewardsRule))])]
}

const percentages: readonly string[] = ['attendance', 'on_time']

function groundText({ reasons, byHand }: Candidate, { language, tell }: Build): string {
  const measured = reasons.map(({ indicator, value }) => {
    const shown = value === null ? '-' : percentages.includes(indicator) ? formatPercent(value, language) : formatNumber(value, language)
    return `${tell(rewardsText[indicator]).replace(/ \(%\)$/u, '')} ${shown}`
  })
  return [...measured, ...(byHand ? [tell(own.byHand)] : [])].join('; ')
}

export const recipientsPiece: Piece = (build) => {
  const { reward, language, tell, words } = build
  if (reward === undefined) return [muted(tell(words.notFilled))]
  const { given, undecided, sum } = listOf(reward, build)
  const money = reward.amount !== null
  const rows = given.map((one, at) => [
    String(at + 1),
    one.name,
    ...(reward.to === 'unit' ? [] : [one.unit]),
    groundText(one, build) || '-',
    ...(reward.amount === null ? [] : [formatRupiah(reward.amount, language)]),
  ])
  const columns: readonly Column[] = [
    { head: tell(own.no), width: 0.6, align: 'center' },
    { head: tell(own.recipient), width: 2.8 },
    ...(reward.to === 'unit' ? [] : [{ head: tell(own.unit), width: 2.8 }]),
    { head: tell(own.ground), width: 3 },
    ...(money ? [{ head: tell(own.amount), width: 1.6, align: 'right' as const }] : []),
  ]
  return [
    tableOf(build, columns, rows, { alt: tell(own.recipients) }),
    gap(4),
    ...(sum === null || given.length === 0 ? [] : [para(tell(own.rewardSum, { sum: formatRupiah(sum, language), n: given.length }))]),
    ...(undecided.length === 0 ? [] : [para(tell(own.undecided, { list: undecided.map(({ name }) => name).join('; ') }))]),
    remark(tell(own.rewardsRule)),
  ]
}

/** State of a follow-up in words. */
export function followupState({ due, doneAt }: Note, build: Build): string {
  const { lab, language, tell } = build
  if (doneAt !== '') return tell(own.doneOn, { day: formatDay(localDay(doneAt, lab.timeZone), language) })
  const late = daysPast(due, todayOf(build))
  return late > 0 ? tell(own.lateDays, { n: late }) : tell(own.open)
}

/** Open ones first, by their day; then those that are done. */
export const followupsOf = (notes: readonly Note[]): readonly Note[] =>
  notes
    .filter(({ kind }) => kind === 'tindak_lanjut')
    .sort((a, b) => Number(a.doneAt !== '') - Number(b.doneAt !== '') || ((a.due || '9') < (b.due || '9') ? -1 : a.due === b.due ? 0 : 1))

export function followupsTable(build: Build, notes: readonly Note[]): Block {
  const { log, language, tell, innovations = [] } = build
  const titles = new Map<string, string>((log?.sessions ?? []).map(({ id, title }) => [id, title]))
  const names = new Map<string, string>(innovations.map(({ id, name }) => [id, name]))
  const rows = notes.map((note, at) => [
    String(at + 1),
    [
      ...written(note.text, '-'),
      ...(note.innovation === null || !names.has(note.innovation) ? [] : [muted(names.get(note.innovation) ?? '', tight)]),
      ...(note.session === null || !titles.has(note.session) ? [] : [muted(titles.get(note.session) ?? '', tight)]),
    ],
    [note.who, unitName(build, note.unit)].filter((part) => part.trim() !== '').join(', '),
    note.due === '' ? '' : formatDay(note.due, language),
    followupState(note, build),
  ])
  const columns = [
    { head: tell(own.no), width: 0.6, align: 'center' },
    { head: tell(own.followup), width: 4 },
    { head: tell(own.who), width: 2.4 },
    { head: tell(own.due), width: 1.5 },
    { head: tell(own.state), width: 1.6 },
  ] as const
  return tableOf(build, columns, rows, { alt: tell(own.followups) })
}

export const followupsPiece: Piece = (build) => {
  const notes = followupsOf(build.log?.notes ?? [])
  const done = notes.filter(({ doneAt }) => doneAt !== '').length
  return [
    ...(notes.length === 0 ? [] : [para(build.tell(own.followupsLead, { n: notes.length, done }))]),
    followupsTable(build, notes),
    gap(),
  ]
}

/** What units owe beside the follow-ups, which have a table of their own. */
export function owedIn(build: Build): readonly Owed[] {
  const { summaries, stageDefs } = viewOf(build)
  return owedBy(build.lab, summaries, [], stageDefs, todayOf(build))
}

export function owedText({ kind, count, milestone, innovation }: Owed, { tell }: Build): string {
  const what = kind === 'remarks' ? tell(own.owedRemarks, { n: count }) : tell(monitor[`owed_${kind}`])
  const where = kind === 'deadline' && milestone !== null ? ` (${milestoneName(milestone, tell)})` : ''
  return [innovation?.name ?? '', `${what}${where}`].filter((part) => part !== '').join(': ')
}

const milestoneName = (milestone: NonNullable<Owed['milestone']>, tell: Build['tell']): string =>
  milestone === 'documentation' ? 'Documentation' : tell(monitor[`lan_${milestone}`])

export const owedPiece: Piece = (build) => {
  const { language, tell } = build
  const owed = owedIn(build)
  if (owed.length === 0) return [muted(tell(own.owedNone))]
  const rows = owed.map((one, at) => [
    String(at + 1),
    unitName(build, one.unit) || tell(own.noUnit),
    owedText(one, build),
    one.due === '' ? '-' : formatDay(one.due, language),
    one.daysLate > 0 ? String(one.daysLate) : '-',
  ])
  const columns = [
    { head: tell(own.no), width: 0.6, align: 'center' },
    { head: tell(own.unit), width: 3 },
    { head: tell(own.owedWhat), width: 4 },
    { head: tell(own.due), width: 1.6 },
    { head: tell(own.daysLate), width: 1.2, align: 'center' },
  ] as const
  const late = owed.filter(({ daysLate }) => daysLate > 0).length
  return [para(tell(own.owedLead, { n: owed.length, late })), tableOf(build, columns, rows, { alt: tell(own.owedWhat) }), gap()]
}
