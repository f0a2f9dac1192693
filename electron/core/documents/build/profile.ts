/** The profile of an innovation for the regional index, with its indicators and their evidence (domain.md 3.2 to 3.5). */
import type { Innovation, Proposal } from '#shared/model/lab.ts'
import type { Block, Outline } from '#shared/model/outline.ts'
import type { ProposalDef } from '#shared/model/pack.ts'
import { formOf, indicatorsOf } from '#shared/rules/packs.ts'
import { unitOf } from '#shared/rules/signature.ts'
import { innovationWords } from '#shared/text/innovation-words.ts'
import { annexBlocks } from './annex.ts'
import { labelTable, muted } from './blocks.ts'
import { frontBlocks } from './cover.ts'
import { evidenceAt, evidenceTitle, isPhoto, photoGrid } from './evidence-blocks.ts'
import { teamText } from './form.ts'
import { illustrationBlocks, kopBlocks, outlineFrame, signatureBlocks, titleBlock } from './frame.ts'
import { evidenceByIndicator, indicatorTable } from './indicator-blocks.ts'
import { headerRows, sectionBlocks } from './proposal.ts'
import { statementBlocks } from './proposal-papers.ts'
import { SourceNumbers } from './rich.ts'
import type { Build } from './source.ts'
import { trailBlocks } from './trail.ts'

export function buildProfile(build: Build, innovation: Innovation): Outline {
  const { def, language, tell, words, packs } = build
  const set = indicatorsOf(packs, def.of)
  const form = set?.profile === undefined ? undefined : formOf(packs, set.profile)
  const front: readonly Block[] = def.cover
    ? []
    : [...kopBlocks(build), titleBlock([def.title[language].toUpperCase(), innovation.name]), ...illustrationBlocks(build)]
  return {
    ...outlineFrame(build, `${def.title[language]}: ${innovation.name}`),
    cover: def.cover ? frontBlocks(build, innovation.name, true) : [],
    blocks: [
      ...front,
      ...(def.contents ? [{ b: 'contents', title: tell(words.contents), levels: 2 } as const] : []),
      { b: 'heading', level: 1, text: tell(words.identity), id: 'identitas', ...(def.contents ? { pageBreakBefore: true } : {}) },
      ...profileText(form, innovation, build),
      { b: 'heading', level: 1, text: tell(innovationWords.indicators), id: 'indikator' },
      ...(set === undefined ? [muted(tell(innovationWords.noSet))] : indicatorTable(set, innovation, build)),
      { b: 'heading', level: 1, text: tell(innovationWords.evidenceByIndicator), id: 'bukti-indikator' },
      ...(set === undefined ? [muted(tell(innovationWords.noEvidence))] : evidenceByIndicator(set, innovation, build)),
      ...signatureBlocks(build),
      ...(set === undefined ? [] : photos(set.id, innovation, build)),
      ...annexBlocks(innovation, build),
    ],
  }
}

/** Identity and sections of the profile form; without one, what the innovation itself knows. */
function profileText(form: ProposalDef | undefined, innovation: Innovation, build: Build): readonly Block[] {
  const { tell, words } = build
  if (form === undefined) return [plainIdentity(innovation, build), muted(tell(innovationWords.noProfile))]
  const proposal: Proposal = innovation.proposals[form.id] ?? { form: form.id, header: {}, sections: {} }
  const numbers = new SourceNumbers()
  const writing = { proposal, innovation, build, numbers }
  // What the form asks for itself is not said twice.
  const asked = new Set(form.header.flatMap(({ fact, key }) => [fact ?? '', key]))
  const about = [
    { keys: ['nama', 'name'], label: tell(words.innovationName), value: innovation.name },
    { keys: ['longName'], label: tell(words.longName), value: innovation.longName },
    { keys: ['opd', 'unit'], label: tell(words.unit), value: unitOf(build.lab, innovation)?.name ?? '' },
  ].filter(({ keys }) => !keys.some((key) => asked.has(key)))
  const rows = headerRows(form, proposal, innovation, build)
  // The name comes first, whoever asks for it.
  const named = !asked.has('nama') && !asked.has('name')
  const team = { label: tell(words.team), value: teamText(innovation) }
  return [
    labelTable(named ? [...about, ...rows, team] : [...rows.slice(0, 1), ...about, ...rows.slice(1), team], build, tell(words.identityAlt)),
    ...form.sections.flatMap((section) => sectionBlocks(form, section, '', writing)),
    ...statementBlocks(form, proposal, innovation, build),
    ...trailBlocks(form, innovation, numbers, build),
  ]
}

const digitalWords = ({ digital }: Innovation, { tell, words }: Build): string =>
  digital === null ? '' : tell(digital ? words.digital : words.nonDigital)

function plainIdentity(innovation: Innovation, build: Build): Block {
  const { tell, words, lab } = build
  const rows = [
    { label: tell(words.innovationName), value: innovation.name },
    { label: tell(words.longName), value: innovation.longName },
    { label: tell(words.unit), value: unitOf(lab, innovation)?.name ?? '' },
    { label: tell(words.kind), value: innovation.kind === null ? '' : tell(words[`kind_${innovation.kind}`]) },
    { label: tell(innovationWords.digitalLabel), value: digitalWords(innovation, build) },
    { label: tell(innovationWords.urusan), value: innovation.urusan },
  ]
  return labelTable(rows, build, tell(words.identityAlt))
}

/** Photographs that prove an indicator of the set, each once. */
function photos(set: string, innovation: Innovation, build: Build): readonly Block[] {
  const keys = innovation.evidence.flatMap(({ targets }) => targets.filter(({ kind, of }) => kind === 'indicator' && of === set))
  const shown = new Set(keys.flatMap(({ key }) => evidenceAt(innovation, 'indicator', set, key)).filter((one) => isPhoto(one, innovation)))
  if (shown.size === 0) return []
  return [
    { b: 'heading', level: 1, text: build.tell(innovationWords.photos), id: 'lampiran-foto', pageBreakBefore: true },
    ...photoGrid(
      [...shown].map((one) => ({ name: one.file, text: evidenceTitle(one, build) })),
      build,
    ),
  ]
}
