/** An outline as typst source, so that typst is given the same text, tables and pictures; for the bench alone. */
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
  return `#table(${parts.join(',\n')})`
}

function block(one: Block, fileOf: FileOf): string {
  switch (one.b) {
    case 'heading':
      return `${one.pageBreakBefore ? '#pagebreak(weak: true)\n' : ''}#heading(level: ${one.level})[${text(one.text)}] ${label(one.id)}`
    case 'title':
      return one.lines.map((line) => `#align(center, strong[${text(line)}])`).join('\n')
    case 'para':
      return `#par[${runs(one.runs)}]`
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
      const shown = file === null ? `#par[${text(alt)}]` : `#image("${file}", width: 60%, alt: "${alt.replaceAll('"', "'")}")`
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

/** @param fileOf path of a picture, relative to the folder the source lies in */
export const outlineTypst = (outline: Outline, fileOf: FileOf): string =>
  [
    '#set page(paper: "a4", margin: (top: 2cm, bottom: 2.5cm, left: 3cm, right: 2cm), numbering: "1")',
    `#set text(font: "Arimo", size: 11pt, lang: "${outline.language.slice(0, 2)}")`,
    blocks(outline.cover, fileOf),
    '#pagebreak(weak: true)',
    blocks(outline.blocks, fileOf),
  ].join('\n')
