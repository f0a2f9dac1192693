/** An outline as typst source, so that typst is given the same text, tables and pictures; for the bench alone. */
import { body as bodyLook, cell as cellLook, pageOf, pointsPerPixel } from '#core/documents/write/look.ts'
import type { Block, Cell, Outline, Run } from '#shared/model/outline.ts'
import type { FileOf } from './outline-html.ts'

const text = (value: string): string => `#"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll(/\r?\n/gu, ' ')}"`

const runs = (all: readonly Run[]): string =>
  all
    .map((run) => {
      const plain = text(run.text)
      const strong = run.bold === true ? `#strong[${plain}]` : plain
      return run.italic === true ? `#emph[${strong}]` : strong
    })
    .join('')

/** A label of typst is made of letters, digits and `-`. */
const label = (id: string): string => `<${id.replaceAll(/[^a-zA-Z0-9-]/gu, '-')}>`

const cell = (one: Cell, fileOf: FileOf): string =>
  `table.cell(colspan: ${one.colSpan ?? 1}, rowspan: ${one.rowSpan ?? 1})[${blocks(one.blocks, fileOf)}]`

function table(one: Extract<Block, { b: 'table' }>, fileOf: FileOf): string {
  const head = one.rows.slice(0, one.headRows).flat()
  const rest = one.rows.slice(one.headRows).flat()
  const parts = [
    `columns: (${one.widths.map((width) => `${width}fr`).join(', ')},)`,
    `stroke: ${one.ruled ? '0.5pt' : 'none'}`,
    ...(head.length === 0 ? [] : [`table.header(${head.map((each) => cell(each, fileOf)).join(', ')})`]),
    ...rest.map((each) => cell(each, fileOf)),
  ]
  return `#block[#set text(size: ${one.size ?? (one.ruled ? cellLook.size : bodyLook.size)}pt)\n#set par(leading: 0.5em, spacing: 0.5em)\n#table(${parts.join(',\n')})]`
}

function block(one: Block, fileOf: FileOf): string {
  switch (one.b) {
    case 'heading':
      return `${one.pageBreakBefore ? '#pagebreak(weak: true)\n' : ''}#heading(level: ${one.level})[${text(one.text)}] ${label(one.id)}`
    case 'title':
      return one.lines.map((line) => `#align(center, strong[${text(line)}])`).join('\n')
    case 'para':
      return one.size === undefined ? `#par[${runs(one.runs)}]` : `#par[#text(size: ${one.size}pt)[${runs(one.runs)}]]`
    case 'list':
      return `#${one.ordered ? 'enum' : 'list'}(${one.items.map((item) => `[${blocks(item, fileOf)}]`).join(', ')})`
    case 'table':
      return table(one, fileOf)
    case 'index':
      return one.groups
        .map(
          (group) =>
            `#strong[${text(group.label)}]\n${group.entries
              .map(
                (entry) =>
                  `#par[#link(${label(entry.id)})[${text(entry.text)}] #box(width: 1fr, repeat[.]) #context counter(page).at(${label(entry.id)}).first()]`,
              )
              .join('\n')}`,
        )
        .join('\n')
    case 'contents':
      return `#outline(title: [${text(one.title)}], depth: ${one.levels})`
    case 'kop':
      return `#align(center)[${text(one.baris1)} \\ #strong[${text(one.baris2)}]]`
    case 'signature':
      return one.columns.map(({ position, name }) => `#par[${text(position)}]\n#par[${text(name)}]`).join('\n')
    case 'figure':
    case 'picture': {
      const file = fileOf(one)
      const alt = one.b === 'figure' ? one.figure.alt : one.alt
      const shown = file === null ? `#par[${text(alt)}]` : `#image("${file}", ${extent(one)}, alt: "${alt.replaceAll('"', "'")}")`
      return one.caption === undefined ? shown : `${shown}\n#par[#emph[${text(one.caption)}]]`
    }
    case 'pageBreak':
      return '#pagebreak(weak: true)'
    case 'turn':
    case 'space':
    case 'rule':
      return ''
  }
}

const blocks = (all: readonly Block[], fileOf: FileOf): string => all.map((one) => block(one, fileOf)).join('\n')

/** As large as ours prints it: its own size, but no wider than the text and no taller than asked. */
function extent(one: Extract<Block, { b: 'figure' | 'picture' }>): string {
  const [width, height] =
    one.b === 'picture'
      ? [one.width, one.height]
      : [one.figure.width * pointsPerPixel * (one.zoom ?? 1), one.figure.height * pointsPerPixel * (one.zoom ?? 1)]
  const scale = Math.min(1, 453 / width, (one.maxHeight ?? 600) / height)
  return `width: ${Math.round(width * scale)}pt, height: ${Math.round(height * scale)}pt`
}

const page = (outline: Outline, turned: boolean): string => {
  const { left, right, top, bottom } = pageOf(outline).margins
  return `#set page(paper: "a4", flipped: ${turned}, margin: (top: ${top}pt, bottom: ${bottom}pt, left: ${left}pt, right: ${right}pt), numbering: "1")`
}

/** @param fileOf path of a picture, relative to the folder the source lies in */
export const outlineTypst = (outline: Outline, fileOf: FileOf): string =>
  [
    page(outline, false),
    `#set text(font: "Arimo", size: ${bodyLook.size}pt, lang: "${outline.language.slice(0, 2)}")`,
    '#set par(justify: true, leading: 0.75em)',
    blocks(outline.cover, fileOf),
    '#pagebreak(weak: true)',
    page(outline, outline.orientation === 'landscape'),
    blocks(outline.blocks, fileOf),
  ].join('\n')
