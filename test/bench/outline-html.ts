/** An outline as HTML, so that other tools can be given the same content. Not for screens. */
import type { Block, Outline, Run } from '#shared/model/outline.ts'

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

function runs(all: readonly Run[]): string {
  return all
    .map(({ text, bold, italic }) => {
      const strong = bold === true ? `<strong>${escaped(text)}</strong>` : escaped(text)
      return italic === true ? `<em>${strong}</em>` : strong
    })
    .join('')
}

const blocks = (all: readonly Block[]): string => all.map(block).join('\n')

function block(one: Block): string {
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
      const rows = one.rows.map(
        (row) =>
          `<tr>${row.map((cell) => `<${cell.header === true ? 'th' : 'td'}>${blocks(cell.blocks)}</${cell.header === true ? 'th' : 'td'}>`).join('')}</tr>`,
      )
      return `<table><thead>${rows.slice(0, one.headRows).join('')}</thead><tbody>${rows.slice(one.headRows).join('')}</tbody></table>`
    }
    case 'kop':
      return `<p>${escaped(one.baris1)}</p><p><strong>${escaped(one.baris2)}</strong></p>`
    case 'signature':
      return one.columns.map(({ position, name }) => `<p>${escaped(position)}</p><p>${escaped(name)}</p>`).join('')
    // Pictures and drawings are left out for every tool beside ours, which makes theirs the lighter task.
    case 'figure':
    case 'picture':
    case 'contents':
    case 'pageBreak':
    case 'space':
    case 'rule':
      return ''
  }
}

export const outlineHtml = (outline: Outline): string =>
  `<!doctype html><html lang="${outline.language}"><head><meta charset="utf-8"><title>${escaped(outline.title)}</title></head><body>${blocks(outline.cover)}${blocks(outline.blocks)}</body></html>`
