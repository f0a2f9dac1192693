/** A competition proposal: cover, contents, identity, sections with their word counts, trail, signatures, and the canvases as annex. */
import { pageFigureSize } from '#shared/figure/sizes.ts'
import type { Canvas, Innovation, Proposal } from '#shared/model/lab.ts'
import type { Block, Outline } from '#shared/model/outline.ts'
import type { CanvasDef, ProposalDef, ProposalSection } from '#shared/model/pack.ts'
import { formatNumber } from '#shared/rules/numbers.ts'
import { canvasOf, formOf } from '#shared/rules/packs.ts'
import { answerText } from '#shared/rules/picks.ts'
import { wordsOf } from '#shared/rules/rich-text.ts'
import { unitOf } from '#shared/rules/signature.ts'
import { leftoverKeys, printedAnswer } from './answers.ts'
import { anchor, labelTable, muted } from './blocks.ts'
import { canvasBlocks } from './canvas-blocks.ts'
import { frontBlocks } from './cover.ts'
import { teamText } from './form.ts'
import { outlineFrame, signatureBlocks } from './frame.ts'
import { richBlocks, SourceNumbers } from './rich.ts'
import type { Build } from './source.ts'
import { trailBlocks } from './trail.ts'

export function buildProposal(build: Build, innovation: Innovation): Outline {
  const { def, packs, language, tell, words } = build
  const form = formOf(packs, def.of)
  if (form === undefined) throw new Error(`document ${def.id}: the form ${def.of} is missing`)
  const proposal = innovation.proposals[form.id] ?? { form: form.id, header: {}, sections: {} }
  const numbers = new SourceNumbers()
  const front = frontBlocks(build, innovation.name, def.cover)
  const identity = identityBlocks(form, proposal, innovation, build)
  const sections = form.sections.flatMap((section, at) => sectionBlocks(section, at + 1, proposal, build, numbers))
  const others = otherSections(form, proposal, build, numbers)
  return {
    ...outlineFrame(build, `${def.title[language]}: ${innovation.name}`),
    cover: def.cover ? front : [],
    blocks: [
      ...(def.cover ? [] : front),
      ...(def.contents ? [{ b: 'contents', title: tell(words.contents), levels: 2 } as const] : []),
      { b: 'heading', level: 1, text: tell(words.identity), id: 'identitas', ...(def.contents ? { pageBreakBefore: true } : {}) },
      ...identity,
      ...sections,
      ...others,
      ...trailBlocks(form, innovation, numbers, build),
      ...signatureBlocks(build),
      ...annexBlocks(innovation, build),
    ],
  }
}

/** The form's own head fields follow what the innovation itself knows. */
function identityBlocks(form: ProposalDef, proposal: Proposal, innovation: Innovation, build: Build): readonly Block[] {
  const { lab, language, tell, words } = build
  const rows = [
    { label: tell(words.innovationName), value: innovation.name },
    { label: tell(words.longName), value: innovation.longName },
    { label: tell(words.unit), value: unitOf(lab, innovation)?.name ?? '' },
    { label: tell(words.kind), value: innovation.kind === null ? '' : tell(words[`kind_${innovation.kind}`]) },
    { label: tell(words.team), value: teamText(innovation) },
    ...form.header.map((field) => ({ label: field.label[language], value: printedAnswer(field, proposal.header[field.key], language) })),
    ...leftoverKeys(form.header, proposal.header).map((key) => ({
      label: key,
      value: answerText({}, proposal.header[key] ?? null, language),
    })),
  ]
  return [labelTable(rows, build, tell(words.identityAlt))]
}

function sectionBlocks(
  section: ProposalSection,
  number: number,
  proposal: Proposal,
  build: Build,
  numbers: SourceNumbers,
): readonly Block[] {
  const { language, tell, words } = build
  const title = section.title[language]
  const doc = proposal.sections[section.key]
  const blocks = doc === undefined ? [] : richBlocks(doc, build, numbers, { key: section.key, title })
  return [
    { b: 'heading', level: 1, text: `${number}. ${title}`, id: anchor('bagian', section.key) },
    ...(blocks.length === 0
      ? [muted(tell(words.notFilled))]
      : [...blocks, muted(wordLine(section, doc === undefined ? 0 : wordsOf(doc), build), { size: 9, align: 'right' })]),
  ]
}

/** `412 dari paling banyak 600 kata`; says by how much a limit is missed, and never cuts (domain.md 7.7). */
export function wordLine(section: Pick<ProposalSection, 'minWords' | 'maxWords'>, count: number, { tell, words, language }: Build): string {
  const number = (value: number): string => formatNumber(value, language)
  const { minWords: min, maxWords: max } = section
  if (count < min) return tell(words.wordsUnder, { words: number(count), under: number(min - count), min: number(min) })
  if (max === undefined) return tell(words.wordsPlain, { words: number(count) })
  if (count > max) return tell(words.wordsOver, { words: number(count), over: number(count - max), max: number(max) })
  return tell(words.wordsOfMax, { words: number(count), max: number(max) })
}

/** Sections written under an older definition are printed too, so that nothing written gets lost. */
function otherSections(form: ProposalDef, proposal: Proposal, build: Build, numbers: SourceNumbers): readonly Block[] {
  const keys = Object.keys(proposal.sections)
    .filter((key) => !form.sections.some((section) => section.key === key))
    .sort()
  const parts = keys.flatMap((key): readonly Block[] => {
    const doc = proposal.sections[key]
    const blocks = doc === undefined ? [] : richBlocks(doc, build, numbers, { key, title: key }, 2)
    return blocks.length === 0 ? [] : [{ b: 'heading', level: 2, text: key, id: anchor('bagian', key) }, ...blocks]
  })
  if (parts.length === 0) return []
  return [{ b: 'heading', level: 1, text: build.tell(build.words.otherSections), id: 'bagian-lain' }, ...parts]
}

/** A canvas that would fall to pieces on an upright page is given pages that lie. */
function annexBlocks(innovation: Innovation, build: Build): readonly Block[] {
  const { def, packs, language, tell, words } = build
  const blocks: Block[] = []
  let now = build.orientation
  for (const id of def.annex) {
    const canvas = canvasOf(packs, id)
    if (canvas === undefined) continue
    const { orientation, content } = bestTurned(canvas, innovation.canvases[id], build)
    const turns = orientation !== now
    if (turns) blocks.push({ b: 'turn', orientation })
    if (blocks.length === (turns ? 1 : 0))
      blocks.push({ b: 'heading', level: 1, text: tell(words.annex), id: 'lampiran', ...(turns ? {} : { pageBreakBefore: true }) })
    now = orientation
    blocks.push(
      { b: 'heading', level: 2, text: canvas.outline.heading[language], id: anchor('lampiran', id) },
      { b: 'para', runs: [{ text: canvas.outline.lead[language] }], keepNext: true },
      ...content,
    )
  }
  return blocks
}

type Turned = { readonly orientation: Build['orientation']; readonly content: readonly Block[] }

/** Upright, unless a table has to be split or a tree cannot be drawn as one there and both are whole on a page that lies. */
function bestTurned(canvas: CanvasDef, filled: Canvas | undefined, build: Build): Turned {
  const turned = (orientation: Build['orientation']): Turned => ({
    orientation,
    content: canvasBlocks(canvas, filled, { ...build, orientation, figureSize: pageFigureSize(build.paper, orientation) }),
  })
  const upright = turned('portrait')
  if (canvas.kind === 'board' || pieces(upright.content) < 2) return upright
  const lying = turned('landscape')
  return pieces(lying.content) < pieces(upright.content) ? lying : upright
}

const pieces = (blocks: readonly Block[]): number =>
  blocks.filter((block) => block.b === 'figure' || (block.b === 'table' && block.ruled)).length
