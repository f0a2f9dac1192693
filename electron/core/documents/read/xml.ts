/** Reads the plain XML of office files piece by piece. Document types and entities of a file's own are not followed. */

export type Piece =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: string; readonly empty: boolean }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }

/** Names without their prefix. */
export function* pieces(xml: string): Generator<Piece, void, void> {
  let at = 0
  while (at < xml.length) {
    const open = xml.indexOf('<', at)
    if (open < 0) return
    if (open > at) yield { kind: 'text', text: unescaped(xml.slice(at, open)) }
    if (xml.startsWith('<![CDATA[', open)) {
      const end = xml.indexOf(']]>', open)
      yield { kind: 'text', text: xml.slice(open + 9, end < 0 ? xml.length : end) }
      at = end < 0 ? xml.length : end + 3
      continue
    }
    const end = xml.startsWith('<!--', open) ? xml.indexOf('-->', open) + 2 : xml.indexOf('>', open)
    if (end <= open) return
    const piece = tagOf(xml.slice(open + 1, end))
    if (piece !== null) yield piece
    at = end + 1
  }
}

function tagOf(tag: string): Piece | null {
  const first = tag.charAt(0)
  if (first === '?' || first === '!') return null
  if (first === '/') return { kind: 'close', name: local(tag.slice(1).trim()) }
  const empty = tag.endsWith('/')
  const body = empty ? tag.slice(0, -1) : tag
  const space = body.search(/\s/u)
  return space < 0
    ? { kind: 'open', name: local(body), attributes: '', empty }
    : { kind: 'open', name: local(body.slice(0, space)), attributes: body.slice(space), empty }
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

export const unescaped = (text: string): string =>
  text.includes('&')
    ? text.replaceAll(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/giu, (_, hex?: string, decimal?: string, name?: string) => {
        if (name !== undefined) return named[name.toLowerCase()] ?? ''
        const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
        return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : ''
      })
    : text

const patterns = new Map<string, RegExp>()
function patternOf(name: string): RegExp {
  const known = patterns.get(name) ?? new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u')
  patterns.set(name, known)
  return known
}

/** Value of an attribute by its name without prefix; undefined when it is not there. */
export function attribute(attributes: string, name: string): string | undefined {
  const found = patternOf(name).exec(attributes)
  const value = found?.[1] ?? found?.[2]
  return value === undefined ? undefined : unescaped(value)
}

/** UTF-8, or UTF-16 where the first two bytes say so. */
export function xmlText(bytes: Uint8Array): string {
  const [a, b] = bytes
  const encoding = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}
