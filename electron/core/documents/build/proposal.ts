/**
 * A competition proposal: cover, contents, identity, sections with their word counts and attachments, papers to hand in, trail, signatures,
 * and the canvases and photographs as annex.
 */
import type { Innovation, Proposal } from '#shared/model/lab.ts'
import type { Block, Outline } from '#shared/model/outline.ts'
import type { ProposalDef, ProposalSection } from '#shared/model/pack.ts'
import { formatNumber } from '#shared/rules/numbers.ts'
import { formOf } from '#shared/rules/packs.ts'
import { answerText } from '#shared/rules/picks.ts'
import { wordsOf } from '#shared/rules/rich-text.ts'
import { unitOf } from '#shared/rules/signature.ts'
import { innovationWords } from '#shared/text/innovation-words.ts'
import { annexBlocks } from './annex.ts'
import { leftoverKeys } from './answers.ts'
import { anchor, labelTable, muted } from './blocks.ts'
import { frontBlocks } from './cover.ts'
import { teamText } from './form.ts'
import { outlineFrame, signatureBlocks } from './frame.ts'
import { headerAnswer } from './header-answers.ts'
import { ageRows, photoBlocks, sectionEvidence, statementBlocks } from './proposal-papers.ts'
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
  const sections = form.sections.flatMap((section, at) =>
    sectionBlocks(form, section, `${at + 1}. `, { proposal, innovation, build, numbers }),
  )
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
      ...statementBlocks(form, proposal, innovation, build),
      ...trailBlocks(form, innovation, numbers, build),
      ...signatureBlocks(build),
      ...photoBlocks(form, innovation, build),
      ...annexBlocks(innovation, build),
    ],
  }
}

/** The form's own head fields follow what the innovation itself knows. */
function identityBlocks(form: ProposalDef, proposal: Proposal, innovation: Innovation, build: Build): readonly Block[] {
  const { lab, tell, words } = build
  const rows = [
    { label: tell(words.innovationName), value: innovation.name },
    { label: tell(words.longName), value: innovation.longName },
    { label: tell(words.unit), value: unitOf(lab, innovation)?.name ?? '' },
    { label: tell(words.kind), value: innovation.kind === null ? '' : tell(words[`kind_${innovation.kind}`]) },
    { label: tell(words.team), value: teamText(innovation) },
    ...headerRows(form, proposal, innovation, build),
  ]
  return [labelTable(rows, build, tell(words.identityAlt))]
}

/** What the form asks for in its head, how old the innovation is, and answers the form no longer asks for. */
export function headerRows(form: ProposalDef, proposal: Proposal, innovation: Innovation, build: Build) {
  const { language } = build
  return [
    ...form.header.map((field) => ({ label: field.label[language], value: headerAnswer(form, field, proposal, innovation, build) })),
    ...ageRows(form, proposal, innovation, build),
    ...leftoverKeys(form.header, proposal.header).map((key) => ({
      label: key,
      value: answerText({}, proposal.header[key] ?? null, language),
    })),
  ]
}

export type Writing = {
  readonly proposal: Proposal
  readonly innovation: Innovation
  readonly build: Build
  readonly numbers: SourceNumbers
}

/** Heading, text, count of words, and what is attached. An empty section names the parts it should have. */
export function sectionBlocks(form: ProposalDef, section: ProposalSection, number: string, writing: Writing): readonly Block[] {
  const { proposal, innovation, build, numbers } = writing
  const { language, tell, words } = build
  const title = section.title[language]
  const doc = proposal.sections[section.key]
  const blocks = doc === undefined ? [] : richBlocks(doc, build, numbers, { key: section.key, title })
  const count = doc === undefined ? 0 : wordsOf(doc)
  const asked = section.subheads.map(({ label }) => label[language]).join(', ')
  return [
    { b: 'heading', level: 1, text: `${number}${title}`, id: anchor('bagian', section.key) },
    ...(blocks.length === 0
      ? [muted(tell(words.notFilled)), ...(asked === '' ? [] : [muted(tell(innovationWords.asked, { list: asked }), { align: 'left' })])]
      : [...blocks, muted(wordLine(section, count, build), { size: 9, align: 'right' })]),
    ...sectionEvidence(form, section, innovation, build),
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
