/**
 * Values on their way between Node and the page, as text: what structured clone carries and JSON does not is tagged.
 * `packer` is also sent to the page as source, so it may use nothing from outside itself.
 */
export function packer(): { pack(value: unknown): string; unpack(text: string): unknown } {
  const tag = '$kind'
  const toBase64 = (bytes: Uint8Array): string => {
    let binary = ''
    for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192))
    return btoa(binary)
  }
  const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (c) => c.charCodeAt(0))
  const tagged = (kind: string, value?: unknown) => ({ [tag]: kind, value })

  const into = (value: unknown): unknown => {
    if (value === undefined) return tagged('undefined')
    if (typeof value === 'bigint') return tagged('bigint', String(value))
    if (typeof value === 'number' && !Number.isFinite(value)) return tagged('number', String(value))
    if (value === null || typeof value !== 'object') {
      if (typeof value === 'function' || typeof value === 'symbol') throw new Error('An object could not be cloned.')
      return value
    }
    if (value instanceof Uint8Array) return tagged('bytes', toBase64(value))
    if (value instanceof ArrayBuffer) return tagged('buffer', toBase64(new Uint8Array(value)))
    if (value instanceof Date) return tagged('date', value.getTime())
    if (Array.isArray(value)) return value.map(into)
    const proto = Object.getPrototypeOf(value)
    if (proto !== null && Object.getPrototypeOf(proto) !== null) throw new Error(`The stand-in cannot carry a ${value.constructor.name}.`)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, into(inner)]))
  }

  const outOf = (value: unknown): unknown => {
    if (value === null || typeof value !== 'object') return value
    if (Array.isArray(value)) return value.map(outOf)
    // Only `into` writes these.
    const { [tag]: kind, value: inner } = value as { [tag]?: string; value?: string }
    if (kind === 'undefined') return undefined
    if (kind === 'bigint') return BigInt(inner ?? 0)
    if (kind === 'number') return Number(inner)
    if (kind === 'bytes') return fromBase64(inner ?? '')
    if (kind === 'buffer') return fromBase64(inner ?? '').buffer
    if (kind === 'date') return new Date(inner ?? 0)
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, outOf(each)]))
  }

  return { pack: (value) => JSON.stringify(into(value)), unpack: (text) => outOf(JSON.parse(text)) }
}
