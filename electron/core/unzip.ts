/** Archives that somebody handed over: only what is known by name is unpacked, and never more than it may be. */
import { unzipSync } from 'fflate'

export type Unzipped = { readonly parts: Readonly<Record<string, Uint8Array>> } | { readonly unread: 'type' | 'size' | 'damaged' }

class TooLarge extends Error {}

/**
 * Of each part only as much is unpacked as it states to be, which is bounded first; other files and second ones of a name are left alone.
 * @param most bytes of each part, by name
 */
export function unzipped(bytes: Uint8Array, most: Readonly<Record<string, number>>): Unzipped {
  const seen = new Set<string>()
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!Object.hasOwn(most, name) || seen.has(name)) return false
        seen.add(name)
        if (originalSize > (most[name] ?? 0)) throw new TooLarge()
        return true
      },
    })
    return { parts }
  } catch (why) {
    if (why instanceof TooLarge) return { unread: 'size' }
    // Two letters at the front of every ZIP: a file cut short on its way is told apart from one that never was one.
    return { unread: bytes[0] === 0x50 && bytes[1] === 0x4b ? 'damaged' : 'type' }
  }
}
