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
  for (const mark of page.querySelectorAll<HTMLElement>('mark')) if (!known.link(mark.dataset['source'] ?? '')) mark.replaceWith(...mark.childNodes)
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

const isItem = (element: Element | null): element is HTMLElement =>
  element instanceof Element && element.tagName === 'P' && /mso-list:\s*l\d/i.test(element.getAttribute('style') ?? '')

/** Word writes a list as paragraphs that begin with a bullet in a span it marks as to be ignored. */
function makeLists(page: Document): void {
  for (const first of page.querySelectorAll('p')) {
    if (!first.isConnected || !isItem(first) || isItem(first.previousElementSibling)) continue
    const items: HTMLElement[] = []
    for (let one: Element | null = first; isItem(one); one = one.nextElementSibling) items.push(one)
    const bullet = first.querySelector('[style*="mso-list:Ignore" i]')?.textContent.trim() ?? ''
    const list = page.createElement(/^[\da-z]{1,3}[.)]/i.test(bullet) ? 'ol' : 'ul')
    first.before(list)
    for (const item of items) {
      for (const sign of item.querySelectorAll('[style*="mso-list:Ignore" i]')) sign.remove()
      const line = page.createElement('li')
      const text = page.createElement('p')
      text.append(...item.childNodes)
      line.append(text)
      list.append(line)
      item.remove()
    }
  }
}
