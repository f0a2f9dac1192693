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
  for (const gone of page.querySelectorAll('style, script, meta, link, title, o\\:p')) {
    if (gone.tagName === 'O:P' && gone.textContent.trim() !== '') gone.replaceWith(...gone.childNodes)
    else gone.remove()
  }
  makeLists(page)
  return page.body.innerHTML
}

function rename(element: Element, tag: string): Element {
  const made = element.ownerDocument.createElement(tag)
  made.append(...element.childNodes)
  element.replaceWith(made)
  return made
}

/** Which of Word's lists a paragraph belongs to, such as `l0`; null when it is no item. Its levels are not told apart. */
const listOf = (element: Element | null): string | null =>
  element?.tagName === 'P' ? (/mso-list:\s*(l\d+)/i.exec(element.getAttribute('style') ?? '')?.[1] ?? null) : null

const signs = '[style*="mso-list:Ignore" i]'

/** Word writes a list as paragraphs that begin with a bullet in a span it marks as to be ignored. */
function makeLists(page: Document): void {
  for (const first of page.querySelectorAll('p')) {
    const name = listOf(first)
    if (!first.isConnected || name === null) continue
    const items: Element[] = []
    for (let one: Element | null = first; listOf(one) === name && one !== null; one = one.nextElementSibling) items.push(one)
    const bullet = first.querySelector(signs)?.textContent.trim() ?? ''
    const list = page.createElement(/^[\da-z]{1,3}[.)]/i.test(bullet) ? 'ol' : 'ul')
    first.before(list)
    for (const item of items) {
      for (const sign of item.querySelectorAll(signs)) sign.remove()
      const line = page.createElement('li')
      line.append(rename(item, 'p'))
      list.append(line)
    }
  }
}
