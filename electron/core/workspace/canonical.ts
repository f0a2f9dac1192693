/** One way to write a JSON value, so that a checksum can be repeated by any program. */
import { createHash } from 'node:crypto'

/**
 * Canonical JSON after RFC 8785: no white space, object keys sorted by UTF-16 code units, numbers and strings as ECMAScript writes them.
 * `value` must be plain JSON; `undefined` fields are left out as JSON leaves them out.
 */
export const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map((entry) => canonicalJson(entry === undefined ? null : entry)).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value)
      .filter(([, entry]) => entry !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${fields.map(([key, entry]) => `${JSON.stringify(key)}:${canonicalJson(entry)}`).join(',')}}`
  }
  return JSON.stringify(value)
}

/**
 * SHA-256 of the canonical form of `head` followed by the characters of `tail`, 64 hex digits.
 * The tail is apart because it is long and needs no escaping: writing it as JSON took as long as hashing it.
 */
export const checksumOf = (head: unknown, tail: string): string =>
  createHash('sha256').update(canonicalJson(head)).update(tail).digest('hex')
