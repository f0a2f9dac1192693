/** Text from Word, Excel and the web, made ready for what a section may contain. What the schema has no word for falls away by itself. */

export type Known = {
  /** Is this a picture of this innovation? */
  readonly picture: (name: string) => boolean
  /** Is this a link of this innovation's trail? */
  readonly link: (id: string) => boolean
}

/** @returns html in which headings have our levels, Word's lists are lists, and nothing refers to another innovation */
export function cleanPasted(html: string, known: Known): string {
  const page = new DOMParser().parseFromString(html, 'text/html')
  for (const heading of page.querySelectorAll('h1, h2, h5, h6')) rename(heading, /[12]$/.test(heading.tagName) ? 'h3' : 'h4')
  for (const picture of page.querySelectorAll('img')) if (!known.picture(picture.dataset['name'] ?? '')) picture.remove()
  for (const mark of page.querySelectorAll<HTMLElement>('mark'))
    if (!known.link(mark.dataset['source'] ?? '')) mark.replaceWith(...mark.childNodes)
  // Ours are as wide as the sheet, whatever the spreadsheet had.
  for (const column of page.querySelectorAll('colgroup, col')) column.remove()
  for (const cell of page.querySelectorAll('td, th')) for (const name of ['width', 'colwidth', 'data-colwidth']) cell.removeAttribute(name)
  for (const gone of page.querySelectorAll('style, script, meta, link, title, o\\:p')) {
    if (gone.tagName === 'O:P' && gone.textContent.trim() !== '') gone.replaceWith(...gone.childNodes)
    else gone.remove()
  }
  // An address would lead nowhere in print; its words stay.
  for (const link of page.querySelectorAll('a')) link.replaceWith(...link.childNodes)
  makeLists(page)
  return page.body.innerHTML
}

function rename(element: Element, tag: string): Element {
  const made = element.ownerDocument.createElement(tag)
  made.append(...element.childNodes)
  element.replaceWith(made)
  return made
}

type WordItem = { readonly list: string; readonly level: number }

/** Which of Word's lists a paragraph belongs to, such as `l0`, and how deep; null when it is no item. */
function itemOf(element: Element | null): WordItem | null {
  const match = element?.tagName === 'P' ? /mso-list:\s*(l\d+)(?:\s+level(\d+))?/i.exec(element.getAttribute('style') ?? '') : null
  return match === null ? null : { list: match[1] ?? '', level: Math.min(9, Math.max(1, Number(match[2] ?? 1))) }
}

const signs = '[style*="mso-list:Ignore" i]'

/** Word writes a list as paragraphs that begin with a bullet in a span it marks as to be ignored. */
function makeLists(page: Document): void {
  for (const first of page.querySelectorAll('p')) {
    const item = itemOf(first)
    if (!first.isConnected || item === null) continue
    const items: Element[] = []
    for (let one: Element | null = first; one !== null && itemOf(one)?.list === item.list; one = one.nextElementSibling) items.push(one)
    makeList(page, items)
  }
}

function makeList(page: Document, items: readonly Element[]): void {
  /** The lists that are open, outermost first, each with the level it stands for. */
  const open: { readonly level: number; readonly list: Element }[] = []
  for (const item of items) {
    const level = itemOf(item)?.level ?? 1
    const bullet = item.querySelector(signs)?.textContent.trim() ?? ''
    while (open.length > 1 && (open.at(-1)?.level ?? 0) > level) open.pop()
    const last = open.at(-1)
    if (last === undefined || level > last.level) {
      const list = page.createElement(/^\(?[\da-z]{1,4}[.)]/i.test(bullet) ? 'ol' : 'ul')
      // A deeper list belongs to the item before it.
      if (last === undefined) item.before(list)
      else (last.list.lastElementChild ?? last.list).append(list)
      open.push({ level, list })
    }
    for (const sign of item.querySelectorAll(signs)) sign.remove()
    const line = page.createElement('li')
    line.append(rename(item, 'p'))
    open.at(-1)?.list.append(line)
  }
}

/**
 * A table that came as plain text, as some programs give it: cells parted by tabs.
 * @returns null where it is none
 */
export function tableOfTabs(text: string): string | null {
  const lines = text.replace(/\r\n?/gu, '\n').replace(/\n+$/u, '').split('\n')
  if (lines.length < 2 || !lines.every((line) => line.includes('\t'))) return null
  const rows = lines.map((line) => line.split('\t'))
  const width = Math.max(...rows.map((row) => row.length))
  const safe = (cell: string): string => cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const cells = (row: readonly string[]): string =>
    Array.from({ length: width }, (_, at) => `<td><p>${safe(row[at] ?? '')}</p></td>`).join('')
  return `<table><tbody>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('')}</tbody></table>`
}
