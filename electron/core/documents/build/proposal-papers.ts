/** What goes with a proposal beside its text: how old the innovation is, files of each section, papers to sign, photographs (domain.md 2.7). */
import type { Innovation, Proposal } from '#shared/model/lab.ts'
import type { Block, Cell } from '#shared/model/outline.ts'
import type { ProposalDef, ProposalSection, ProposalStatement } from '#shared/model/pack.ts'
import { formatDay, fullYears } from '#shared/rules/dates.ts'
import { innovationWords as words } from '#shared/text/innovation-words.ts'
import { cell, headCell, muted, para, tight } from './blocks.ts'
import { evidenceAt, evidenceLine, evidenceTitle, isPhoto, photoGrid } from './evidence-blocks.ts'
import type { Build } from './source.ts'
import { fittedWidths } from './widths.ts'

/** ISO day implementation began: the header field the form names, else what the innovation knows. */
function startOf(form: ProposalDef, proposal: Proposal, innovation: Innovation): string {
  const written = form.ageField === undefined ? null : proposal.header[form.ageField]
  return typeof written === 'string' && written !== '' ? written : innovation.startedOn
}

/** Rows of the identity: the age at the closing of registration, and the window in which the start must lie. Nothing where no rule is set. */
export function ageRows(form: ProposalDef, proposal: Proposal, innovation: Innovation, build: Build) {
  const { lab, tell, language } = build
  const start = startOf(form, proposal, innovation)
  const rows: { label: string; value: string }[] = []
  if (form.ageYears !== undefined) {
    const closing = lab.closings[form.id] ?? form.closing ?? ''
    const years = start === '' || closing === '' ? null : fullYears(start, closing)
    const least = String(form.ageYears)
    const age = years === null ? '' : tell(words.ageOn, { years, day: formatDay(closing, language) })
    const value =
      years === null ? tell(words.ageUnknown, { least }) : tell(years >= form.ageYears ? words.ageEnough : words.ageYoung, { age, least })
    rows.push({ label: tell(words.age), value })
  }
  if (form.window !== undefined) {
    const { from, until } = form.window
    const word = start === '' ? words.windowUnknown : start >= from && start <= until ? words.windowIn : words.windowOut
    rows.push({ label: tell(words.window), value: tell(word, { from: formatDay(from, language), until: formatDay(until, language) }) })
  }
  return rows
}

/** Files attached to a section, one line each; a remark where one is required and missing. */
export function sectionEvidence(form: ProposalDef, section: ProposalSection, innovation: Innovation, build: Build): readonly Block[] {
  const { tell } = build
  const list = evidenceAt(innovation, 'section', form.id, section.key)
  const rule = section.attachments
  if (list.length === 0) return rule?.required ? [muted(tell(words.attachmentNeeded), { size: 9, align: 'left' })] : []
  const lead = rule === undefined ? tell(words.attachedHere) : tell(words.attachedMost, { most: rule.most })
  return [
    para(lead, { size: 10, keepNext: true, ...tight }),
    {
      b: 'list',
      ordered: true,
      items: list.map((evidence) => [para(evidenceLine(evidence, innovation, build), { size: 10, align: 'left', ...tight })]),
    },
  ]
}

/** Whether the statement is asked for with the answers given; one that hangs on an answer nobody gave is not. */
const asked = ({ when }: ProposalStatement, { header }: Proposal): boolean => {
  if (when === undefined) return true
  const answer = header[when.field]
  return Array.isArray(answer) ? answer.includes(when.is) : answer === when.is || (answer === true && when.is === 'ya')
}

/** The papers to hand in, and which of them are there. */
export function statementBlocks(form: ProposalDef, proposal: Proposal, innovation: Innovation, build: Build): readonly Block[] {
  const { tell, language, words: common } = build
  const wanted = form.statements.filter((one) => asked(one, proposal))
  if (wanted.length === 0) return []
  const rows = wanted.map((statement, at): readonly Cell[] => {
    const found = evidenceAt(innovation, 'statement', form.id, statement.key)
    const hint = statement.hint === undefined ? [] : [muted(statement.hint[language], { ...tight, size: 9 })]
    return [
      cell(String(at + 1), { align: 'center' }),
      cell([para(statement.title[language], tight), ...hint]),
      cell(tell(statement.required ? words.yes : words.no), { align: 'center' }),
      cell(
        found.length === 0
          ? [muted(tell(words.notAttached), tight)]
          : found.map((evidence) => para(evidenceLine(evidence, innovation, build), tight)),
      ),
    ]
  })
  const head = [common.number, words.paper, words.required, words.file].map((word, at) =>
    headCell(tell(word), at === 0 || at === 2 ? { align: 'center' } : {}),
  )
  return [
    { b: 'heading', level: 1, text: tell(words.statements), id: 'surat-pernyataan' },
    {
      b: 'table',
      // The column of yes and no is as wide as its head, in either language.
      widths: fittedWidths([0.6, 4.4, 1, 4], [head, ...rows], 10, build),
      headRows: 1,
      rows: [head, ...rows],
      ruled: true,
      size: 10,
      alt: tell(words.statementsAlt),
    },
  ]
}

/** Photographs attached to sections and statements of this form. */
export function photoBlocks(form: ProposalDef, innovation: Innovation, build: Build): readonly Block[] {
  const photos = innovation.evidence.filter(
    (one) => isPhoto(one, innovation) && one.targets.some(({ kind, of }) => of === form.id && (kind === 'section' || kind === 'statement')),
  )
  if (photos.length === 0) return []
  return [
    { b: 'heading', level: 1, text: build.tell(words.photos), id: 'lampiran-foto', pageBreakBefore: true },
    ...photoGrid(
      photos.map((one) => ({ name: one.file, text: evidenceTitle(one, build) })),
      build,
    ),
  ]
}
