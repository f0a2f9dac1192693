/** One innovation in the directory, on one to two pages: what it is, why, how it works, what came of it, and what it takes to copy it. */
import type { Innovation } from '#shared/model/lab.ts'
import type { Block, Cell } from '#shared/model/outline.ts'
import { formatDay } from '#shared/rules/dates.ts'
import { methodOf, stageLabel } from '#shared/rules/packs.ts'
import { unitOf } from '#shared/rules/signature.ts'
import { innovationWords as words } from '#shared/text/innovation-words.ts'
import { emptyLine } from './annex.ts'
import { cell, para, tight } from './blocks.ts'
import { changePhotos, changeTable, lead, resultTable } from './change-blocks.ts'
import { isPhoto, photoBlock } from './evidence-blocks.ts'
import { passage } from './pieces/chapters.ts'
import { firstAnswer, publicContact, publicText } from './public-text.ts'
import type { Build } from './source.ts'

/** Where each part is looked for, the text meant for the directory first (domain.md 1.6.5). */
const places = {
  summary: ['profil-direktori/deskripsi', 'kartu-inovasi/ringkasan', 'form-ide/deskripsi_singkat'],
  problem: ['profil-direktori/latar_belakang', 'form-ide/latar_belakang', 'one-slide/masalah', 'papan-display/sebelum'],
  idea: ['form-ide/ide_inovasi', 'one-slide/solusi', 'profil-direktori/fitur', 'form-ide/kebaruan'],
  works: ['profil-direktori/tahapan_proses', 'papan-display/tahapan', 'one-slide/tahapan', 'form-ide/deskripsi_singkat'],
  outcome: ['profil-direktori/outcome', 'papan-display/sesudah'],
  benefits: ['profil-direktori/manfaat', 'papan-display/manfaat', 'one-slide/manfaat', 'form-ide/penerima_manfaat'],
  users: ['profil-direktori/pengguna'],
  replication: ['profil-direktori/prasyarat_replikasi', 'panduan-replikasi/prasyarat'],
  contact: ['profil-direktori/kontak', 'papan-display/kontak'],
  source: ['profil-direktori/sumber'],
} as const

/** Photographs of forms, the best known first. */
const photoPlaces = [
  ['papan-display', 'foto_sesudah'],
  ['one-slide', 'foto'],
  ['papan-display', 'foto_proses'],
] as const

/** Points of the picture in the head. */
const picture = { width: 170, height: 128 } as const
const size = 10

export const entryName = (innovation: Innovation, { tell }: Pick<Build, 'tell'>): string =>
  publicText(innovation.name.trim()) || tell(words.unnamed)

/** Everything below the heading of an entry. */
export function entryBlocks(innovation: Innovation, build: Build): readonly Block[] {
  const { tell } = build
  const missing: string[] = []
  const read = (of: keyof typeof places): string => firstAnswer(places[of], innovation, build)
  const part = (title: string, blocks: readonly Block[]): readonly Block[] => {
    if (blocks.length === 0) missing.push(title)
    return blocks.length === 0 ? [] : [lead(title), ...blocks]
  }
  const summary = publicText(innovation.summary.trim()) || read('summary')
  const works = read('works')
  const outcome = read('outcome')
  const contact = contactText(innovation, read('contact'), build)
  const source = read('source')
  const results = resultTable(innovation, build)
  return [
    ...headBlocks(innovation, build),
    ...part(tell(words.summary), passage(summary)),
    ...part(tell(words.problem), passage(read('problem'))),
    ...part(tell(words.idea), passage(read('idea'))),
    ...part(tell(words.works), works === summary ? [] : passage(works)),
    ...part(tell(words.changes), spaced(changeTable(innovation, build))),
    ...part(tell(words.results), [...(results.length === 0 ? [] : spaced(results)), ...passage(outcome)]),
    ...part(tell(words.benefits), points([read('benefits'), read('users')])),
    ...part(tell(words.replication), passage(read('replication'))),
    ...part(tell(words.contact), contact === '' ? [] : [para(contact, { align: 'left', ...tight })]),
    ...(source === '' ? [] : [para(tell(words.sourceLine, { text: source }), { size: 9, align: 'left' })]),
    ...emptyLine(missing, build),
  ].map((block) => (block.b === 'para' && block.size === undefined ? { ...block, size } : block))
}

const spaced = (blocks: readonly Block[]): readonly Block[] => (blocks.length === 0 ? [] : [...blocks, { b: 'space', height: 6 }])

/** One point for each line of each text. */
function points(texts: readonly string[]): readonly Block[] {
  const lines = texts.flatMap((text) => text.split(/[\r\n\u2028\u2029]+/u)).map((line) => line.trim())
  const kept = [...new Set(lines.filter((line) => line !== ''))]
  if (kept.length === 0) return []
  return [{ b: 'list', ordered: false, items: kept.map((line) => [para(line, { size, align: 'left', ...tight })]) }]
}

/** What the name stands for, then facts beside the picture; across the page where there is none. */
function headBlocks(innovation: Innovation, build: Build): readonly Block[] {
  const { tell } = build
  const facts = factLines(innovation, build).map(
    ({ label, value }): Block => ({
      b: 'para',
      runs: [{ text: `${label}: `, bold: true }, value === '' ? { text: tell(build.words.notFilledCell), muted: true } : { text: value }],
      size,
      align: 'left',
      ...tight,
    }),
  )
  const name = entryName(innovation, build)
  const shown = pictureOf(innovation, build)
  const long = publicText(innovation.longName.trim())
  const row: readonly Cell[] =
    shown === ''
      ? [cell(facts)]
      : [cell(facts), { blocks: [photoBlock(shown, tell(words.pictureOf, { name }), picture, build)], align: 'right' }]
  return [
    ...(long === '' ? [] : [{ b: 'para', runs: [{ text: long, italic: true }], align: 'left', keepNext: true } as const]),
    {
      b: 'table',
      widths: shown === '' ? [1] : [3.1, 2],
      headRows: 0,
      rows: [row],
      ruled: false,
      size,
      alt: tell(words.aboutAlt, { name }),
    },
    { b: 'space', height: 6 },
  ]
}

function factLines(innovation: Innovation, build: Build): readonly { readonly label: string; readonly value: string }[] {
  const { tell, words: common, lab, language } = build
  return [
    { label: tell(common.unit), value: unitOf(lab, innovation)?.name ?? '' },
    { label: tell(words.urusan), value: urusanOf(innovation, build) },
    { label: tell(common.kind), value: kindOf(innovation, build) },
    { label: tell(words.form), value: innovation.form === null ? '' : tell(common[`form_${innovation.form}`]) },
    {
      label: tell(words.digitalLabel),
      value: innovation.digital === null ? '' : tell(innovation.digital ? common.digital : common.nonDigital),
    },
    { label: tell(common.stage), value: stageOf(innovation, build) },
    { label: tell(common.startedOn), value: innovation.startedOn === '' ? '' : formatDay(innovation.startedOn, language) },
  ]
}

export const kindOf = ({ kind }: Innovation, { tell, words: common }: Build): string => (kind === null ? '' : tell(common[`kind_${kind}`]))

/** As the innovation says it, else as the directory profile or the card does. */
export const urusanOf = (innovation: Innovation, build: Build): string =>
  publicText(innovation.urusan.trim()) || firstAnswer(['kartu-inovasi/urusan_utama', 'profil-direktori/urusan'], innovation, build)

export function stageOf({ stage }: Innovation, { lab, packs, language }: Build): string {
  const method = methodOf(packs, lab.method)
  return method === undefined ? stage : stageLabel(method, stage, language, lab.stageLabels)
}

/** The office as people reach it; without a contact of its own, the unit. No telephone, no NIP. */
function contactText(innovation: Innovation, contact: string, { lab }: Build): string {
  const unit = unitOf(lab, innovation)?.name ?? ''
  return publicContact([contact, unit].filter((part) => part.trim() !== '').join(', '))
}

/** Name of the one picture the entry shows, or empty. */
export function pictureOf(innovation: Innovation, build: Build): string {
  for (const [canvas, field] of photoPlaces) {
    const name = innovation.canvases[canvas]?.fields[field]
    if (typeof name === 'string' && name !== '') return name
  }
  const pairs = changePhotos(innovation, build)
  return pairs.at(1)?.name ?? pairs[0]?.name ?? innovation.evidence.find((one) => isPhoto(one, innovation))?.file ?? ''
}
