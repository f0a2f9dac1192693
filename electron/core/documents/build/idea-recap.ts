/** All ideas of a lab on one landscape table, as the sheet on which the leader approves them (domain.md 1.3, D2). */
import type { Innovation, Unit } from '#shared/model/lab.ts'
import type { Block, Cell, Outline } from '#shared/model/outline.ts'
import type { FormDef } from '#shared/model/pack.ts'
import { allCanvases, canvasOf, methodOf, stageLabel } from '#shared/rules/packs.ts'
import { answerText } from '#shared/rules/picks.ts'
import { regionName } from '#shared/rules/signature.ts'
import { treeOf } from '#shared/rules/tree.ts'
import { cell, headCell, muted, para, tight, written } from './blocks.ts'
import { centred, illustrationBlocks, kopBlocks, outlineFrame, signatureBlocks, titleBlock } from './frame.ts'
import type { Build } from './source.ts'
import { fittedWidths } from './widths.ts'

/** Keys of the idea form that the recap reads (domain.md 1.6.1). */
const fields = { background: 'latar_belakang', idea: 'ide_inovasi', proposal: 'usulan' } as const

export function buildIdeaRecap(build: Build): Outline {
  const { lab, def, packs, language, tell, words } = build
  const form = canvasOf(packs, def.of)
  if (form?.kind !== 'form') throw new Error(`document ${def.id}: ${def.of} is no form`)
  const title = tell(words.recapTitle, { title: def.title[language], region: regionName(lab, language) })
  const sorted = byUnit(build)
  return {
    ...outlineFrame(build, title),
    cover: [],
    blocks: [
      ...kopBlocks(build),
      titleBlock([title.toUpperCase()]),
      centred([tell(words.recapLab, { jilid: lab.jilid, year: lab.year }), lab.theme].filter((part) => part.trim() !== '').join(' · ')),
      ...illustrationBlocks(build),
      sorted.length === 0 ? muted(tell(words.notFilled)) : recapTable(sorted, form, build),
      ...totals(sorted, form, build),
      ...signatureBlocks(build),
    ],
  }
}

type Entry = { readonly innovation: Innovation; readonly unit: Unit | null }

/** In the order of the lab's units, then by name; innovations without a known unit last. */
function byUnit({ lab, innovations = [] }: Build): readonly Entry[] {
  const place = new Map(lab.units.map((unit, at) => [unit.id, { unit, at }]))
  const entries = innovations
    .filter((innovation) => !innovation.archived)
    .map((innovation) => ({ innovation, known: innovation.unit === null ? undefined : place.get(innovation.unit) }))
  return entries
    .sort(
      (a, b) =>
        (a.known?.at ?? lab.units.length) - (b.known?.at ?? lab.units.length) ||
        compare(a.innovation.name, b.innovation.name) ||
        compare(a.innovation.id, b.innovation.id),
    )
    .map(({ innovation, known }) => ({ innovation, unit: known?.unit ?? null }))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function recapTable(entries: readonly Entry[], form: FormDef, build: Build): Block {
  const { tell, words } = build
  const heads = [
    words.number,
    words.unit,
    words.innovation,
    words.problem,
    words.idea,
    words.kind,
    words.proposal,
    words.stage,
    words.reviewState,
  ]
  const rows = [heads.map((word) => headCell(tell(word))), ...entries.map((entry, at) => recapRow(entry, at + 1, form, build))]
  return {
    b: 'table',
    widths: fittedWidths([0.6, 2.3, 2.4, 3.2, 3.6, 1.3, 1.5, 1.5, 1.8], rows, 9, build),
    headRows: 1,
    rows,
    ruled: true,
    size: 9,
    alt: tell(words.canvasAlt, { title: build.def.title[build.language] }),
  }
}

function recapRow({ innovation, unit }: Entry, number: number, form: FormDef, build: Build): readonly Cell[] {
  const { lab, packs, language, tell, words } = build
  const empty = tell(words.notFilledCell)
  const method = methodOf(packs, lab.method)
  const name: readonly Block[] = [
    { b: 'para', runs: [{ text: innovation.name, bold: true }], ...tight },
    ...(innovation.longName.trim() === '' ? [] : [para(innovation.longName, tight)]),
  ]
  return [
    cell(String(number), { align: 'center' }),
    cell(unit === null ? [muted(tell(words.noUnit), tight)] : unit.name),
    cell(name),
    cell(written(problemOf(innovation, form, build), empty)),
    cell(written(answerOf(innovation, form, fields.idea, build), empty)),
    cell(innovation.kind === null ? [muted(tell(words.notStated), tight)] : tell(words[`kind_${innovation.kind}`])),
    cell(written(answerOf(innovation, form, fields.proposal, build), tell(words.notStated))),
    cell(method === undefined ? innovation.stage : stageLabel(method, innovation.stage, language, lab.stageLabels)),
    cell(reviewText(innovation, form, build)),
  ]
}

/** The core of the problem tree, else the background of the form. */
function problemOf(innovation: Innovation, form: FormDef, build: Build): string {
  for (const def of allCanvases(build.packs)) {
    const canvas = def.kind === 'tree' ? innovation.canvases[def.id] : undefined
    const core = canvas === undefined ? '' : (treeOf(canvas.items).core?.text.trim() ?? '')
    if (core !== '') return core
  }
  return answerOf(innovation, form, fields.background, build)
}

function answerOf(innovation: Innovation, form: FormDef, key: string, { language }: Build): string {
  const field = form.fields.find((one) => one.key === key)
  return field === undefined ? '' : answerText(field, innovation.canvases[form.id]?.fields[key] ?? null, language).trim()
}

function reviewText(innovation: Innovation, form: FormDef, { tell, words }: Build): string {
  const last = innovation.rounds[form.id]?.at(-1)
  const mend = form.fields.filter((field) => innovation.reviews[`${form.id}/${field.key}`]?.state === 'perlu_perbaikan').length
  const state = tell(last === undefined ? words.recap_open : words[`recap_${last.kind}`])
  return mend === 0 ? state : `${state}; ${tell(words.recap_mend, { count: mend })}`
}

function totals(entries: readonly Entry[], form: FormDef, build: Build): readonly Block[] {
  const { lab, tell, words } = build
  const having = new Set(entries.flatMap(({ unit }) => (unit === null ? [] : [unit.id])))
  const without = lab.units.filter((unit) => !having.has(unit.id))
  const counts = new Map<string, number>()
  for (const { innovation } of entries) {
    const proposal = answerOf(innovation, form, fields.proposal, build) || tell(words.notStated)
    counts.set(proposal, (counts.get(proposal) ?? 0) + 1)
  }
  const byProposal = [...counts].sort(([a], [b]) => compare(a, b)).map(([label, count]) => `${label} ${count}`)
  const blocks: Block[] = [{ b: 'space', height: 6 }, para(tell(words.recapTotal, { innovations: entries.length, units: having.size }))]
  if (byProposal.length > 0) blocks.push(para(tell(words.recapByProposal, { list: byProposal.join(', ') })))
  if (without.length > 0)
    blocks.push(para(tell(words.recapWithout, { count: without.length, list: without.map((unit) => unit.name).join('; ') })))
  else if (lab.units.length > 0) blocks.push(para(tell(words.recapAllHave)))
  return blocks
}
