/** The list of sources at the end of a proposal: where each numbered quotation, and each other drawn text, comes from. */
import type { Innovation, TrailEnd, TrailLink } from '#shared/model/lab.ts'
import type { Block, Cell } from '#shared/model/outline.ts'
import type { CanvasDef, ProposalDef } from '#shared/model/pack.ts'
import { evaluateGrid, rankColumn } from '#shared/rules/grid.ts'
import { placeOf, quadrantOf } from '#shared/rules/matrix.ts'
import { canvasOf, formOf } from '#shared/rules/packs.ts'
import { zoneOf } from '#shared/rules/picks.ts'
import { levelOf, nodesOf, treeOf } from '#shared/rules/tree.ts'
import { cell, headCell, para } from './blocks.ts'
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

function trailRow(number: string, link: TrailLink | undefined, innovation: Innovation, build: Build): readonly Cell[] {
  const centre = cell(number, { align: 'center' })
  if (link === undefined) return [centre, cell(build.tell(build.words.sourceGone)), cell(''), cell('')]
  return [centre, cell(describeEnd(link.from, innovation, build)), cell(link.from.quote), cell(describeEnd(link.to, innovation, build))]
}

/** `Pohon Masalah, Akar masalah`; `Form Ide Inovasi, Latar Belakang`. A place whose definition is gone shows its keys. */
export function describeEnd(end: TrailEnd, innovation: Innovation, build: Build): string {
  const { packs, language } = build
  if (end.place === 'section') {
    const form = formOf(packs, end.of)
    return form?.sections.find((section) => section.key === end.key)?.title[language] ?? end.key
  }
  const def = canvasOf(packs, end.of)
  if (def === undefined) return [end.of, end.key].join(', ')
  const detail = end.place === 'field' ? fieldDetail(def, end.key, build) : itemDetail(def, end.key, innovation, build)
  return [def.title[language], detail].filter((part) => part !== '').join(', ')
}

const fieldDetail = (def: CanvasDef, key: string, { language }: Build): string =>
  def.kind === 'form' ? (def.fields.find((field) => field.key === key)?.label[language] ?? key) : key

function itemDetail(def: CanvasDef, key: string, innovation: Innovation, { language }: Build): string {
  const items = innovation.canvases[def.id]?.items ?? []
  const item = items.find((one) => one.id === key)
  if (item === undefined) return ''
  switch (def.kind) {
    case 'tree': {
      const tree = treeOf(items)
      const node = nodesOf([...tree.effects, ...tree.causes]).find((one) => one.item.id === key)
      return def.levels[node === undefined ? 'core' : levelOf(node)][language]
    }
    case 'grid': {
      const column = rankColumn(def)
      const rank = column === undefined ? null : evaluateGrid(def, items).rows.find((row) => row.item.id === key)?.ranks[column.key]
      return column === undefined || !rank ? '' : `${column.label[language].toLowerCase()} ${rank.rank}`
    }
    case 'board': {
      const zone = zoneOf(def, item, items)
      return def.zones.find((one) => one.key === zone)?.label[language] ?? ''
    }
    case 'matrix': {
      const place = placeOf(def, item)
      return place === null ? '' : (quadrantOf(def, place.quadrant)?.label[language] ?? '')
    }
    case 'form':
      return ''
    default:
      return never(def)
  }
}

const never = (value: never): never => {
  throw new Error(`unknown canvas ${JSON.stringify(value)}`)
}
