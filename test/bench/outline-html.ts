/** An outline as HTML, so that other tools can be given the same content. Not for screens. */
import type { Block, Cell, Outline, Run } from '#shared/model/outline.ts'

type Shown = Extract<Block, { b: 'figure' | 'picture' }>
/** Where the file of a picture or drawing lies; null when there is none. */
export type FileOf = (block: Shown) => string | null

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

function runs(all: readonly Run[]): string {
  return all
    .map(({ text, bold, italic }) => {
      const strong = bold === true ? `<strong>${escaped(text)}</strong>` : escaped(text)
      return italic === true ? `<em>${strong}</em>` : strong
    })
    .join('')
}

const blocksWith = (all: readonly Block[], fileOf: FileOf): string => all.map((one) => block(one, fileOf)).join('\n')

function cell({ header, colSpan = 1, rowSpan = 1 }: Cell, inside: string): string {
  const name = header === true ? 'th' : 'td'
  return `<${name}${colSpan > 1 ? ` colspan="${colSpan}"` : ''}${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}>${inside}</${name}>`
}

function block(one: Block, fileOf: FileOf): string {
  const blocks = (all: readonly Block[]): string => blocksWith(all, fileOf)
  switch (one.b) {
    case 'heading':
      return `<h${one.level}>${escaped(one.text)}</h${one.level}>`
    case 'title':
      return one.lines.map((line) => `<p><strong>${escaped(line)}</strong></p>`).join('')
    case 'para':
      return `<p>${runs(one.runs)}</p>`
    case 'list':
      return `<${one.ordered ? 'ol' : 'ul'}>${one.items.map((item) => `<li>${blocks(item)}</li>`).join('')}</${one.ordered ? 'ol' : 'ul'}>`
    case 'table': {
      const rows = one.rows.map((row) => `<tr>${row.map((one) => cell(one, blocks(one.blocks))).join('')}</tr>`)
      return `<table><thead>${rows.slice(0, one.headRows).join('')}</thead><tbody>${rows.slice(one.headRows).join('')}</tbody></table>`
    }
    case 'index':
      return one.groups
        .map(({ label, entries }) => `<h4>${escaped(label)}</h4><p>${entries.map(({ text }) => escaped(text)).join('<br>')}</p>`)
        .join('')
    case 'kop':
      return `<p>${escaped(one.baris1)}</p><p><strong>${escaped(one.baris2)}</strong></p>`
    case 'signature':
      return one.columns.map(({ position, name }) => `<p>${escaped(position)}</p><p>${escaped(name)}</p>`).join('')
    case 'figure':
    case 'picture': {
      const file = fileOf(one)
      const alt = one.b === 'figure' ? one.figure.alt : one.alt
      const shown = file === null ? `<p>${escaped(alt)}</p>` : `<p><img src="${escaped(file)}" alt="${escaped(alt)}"></p>`
      return one.caption === undefined ? shown : `${shown}<p><em>${escaped(one.caption)}</em></p>`
    }
    case 'contents':
    case 'pageBreak':
    case 'turn':
    case 'space':
    case 'rule':
      return ''
  }
}

export const outlineHtml = (outline: Outline, fileOf: FileOf): string => {
  const body = [outline.cover, outline.blocks].map((all) => blocksWith(all, fileOf)).join('\n')
  return `<!doctype html><html lang="${outline.language}"><head><meta charset="utf-8"><title>${escaped(outline.title)}</title></head><body>${body}</body></html>`
}
