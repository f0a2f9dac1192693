/** The list of sources at the end of a proposal: where each numbered quotation, and each other drawn text, comes from. */
import type { Innovation, TrailEnd, TrailLink } from '#shared/model/lab.ts'
import type { Block, Cell } from '#shared/model/outline.ts'
import type { ProposalDef } from '#shared/model/pack.ts'
import { canvasOf, formOf } from '#shared/rules/packs.ts'
import { wordsAt } from '#shared/rules/trail.ts'
import { placeDetail } from '#shared/rules/trail-place.ts'
import { innovationWords } from '#shared/text/innovation-words.ts'
import { cell, headCell, muted, para } from './blocks.ts'
import type { SourceNumbers } from './rich.ts'
import type { Build } from './source.ts'

export function trailBlocks(form: ProposalDef, innovation: Innovation, numbers: SourceNumbers, build: Build): readonly Block[] {
  const { tell, words } = build
  const links = new Map<string, TrailLink>(innovation.trail.map((link) => [link.id, link]))
  const numbered = numbers.links().map((id) => ({ number: String(numbers.of(id)), link: links.get(id) }))
  const shown = new Set(numbers.links())
  const others = innovation.trail
    .filter((link) => link.to.place === 'section' && link.to.of === form.id && !shown.has(link.id))
    .map((link) => ({ number: '–', link }))
  const rows = [...numbered, ...others]
  if (rows.length === 0) return []
  return [
    { b: 'heading', level: 1, text: tell(words.trail), id: 'jejak' },
    para(tell(words.trailLead), { keepNext: true }),
    {
      b: 'table',
      widths: [0.6, 3, 5, 2.4],
      headRows: 1,
      rows: [
        [words.number, words.source, words.quote, words.usedIn].map((word) => headCell(tell(word))),
        ...rows.map(({ number, link }) => trailRow(number, link, innovation, build)),
      ],
      ruled: true,
      size: 9,
      alt: tell(words.trailAlt),
    },
  ]
}

/** Every link of the innovation in the order in which it was made; a sentence when there is none. */
export function wholeTrail(innovation: Innovation, build: Build): readonly Block[] {
  const { tell, words } = build
  if (innovation.trail.length === 0) return [muted(tell(innovationWords.noTrail))]
  const head = [words.number, words.source, words.quote, words.usedIn].map((word) => headCell(tell(word)))
  const rows = innovation.trail.map((link, at) => trailRow(String(at + 1), link, innovation, build))
  return [
    { b: 'table', widths: [0.6, 3, 5, 2.4], headRows: 1, rows: [head, ...rows], ruled: true, size: 9, alt: tell(innovationWords.trailAlt) },
  ]
}

function trailRow(number: string, link: TrailLink | undefined, innovation: Innovation, build: Build): readonly Cell[] {
  const centre = cell(number, { align: 'center' })
  if (link === undefined) return [centre, cell(build.tell(build.words.sourceGone)), cell(''), cell('')]
  const def = link.from.place === 'section' ? undefined : canvasOf(build.packs, link.from.of)
  const gone = wordsAt(innovation, link.from, def, build.language) === null
  const from = [describeEnd(link.from, innovation, build), gone ? build.tell(build.words.sourceGone) : '']
  return [centre, cell(from.filter((part) => part !== '').join('. ')), cell(link.from.quote), cell(describeEnd(link.to, innovation, build))]
}

/** `Pohon Masalah, Akar masalah`; `Form Ide Inovasi, Latar Belakang`. A place whose definition is gone shows its keys. */
export function describeEnd(end: TrailEnd, innovation: Innovation, build: Build): string {
  const { packs, language } = build
  if (end.place === 'section') {
    const form = formOf(packs, end.of)
    return form?.sections.find((section) => section.key === end.key)?.title[language] ?? end.key
  }
  const def = canvasOf(packs, end.of)
  // The id of an item says nothing to anybody.
  if (def === undefined) return end.place === 'field' ? [end.of, end.key].join(', ') : end.of
  const detail = placeDetail(def, end, innovation, language)
  return [def.title[language], detail].filter((part) => part !== '').join(', ')
}
