/**
 * Bytes of pictures on their way past the library, which would work out a name from every one of them: it is handed a short key in their
 * place, and the bytes take the key's place when the document is packed.
 */
import { createHash } from 'node:crypto'

export type Media = {
  /** What to hand to the library. */
  keyFor(bytes: Uint8Array): Buffer
  /** What to pack for what the library gives back. */
  bytesFor(data: Uint8Array): Uint8Array
}

export function createMedia(): Media {
  const kept = new Map<string, Uint8Array>()
  return {
    keyFor: (bytes) => {
      const key = createHash('sha256').update(bytes).digest('hex')
      kept.set(key, bytes)
      return Buffer.from(key, 'latin1')
    },
    bytesFor: (data) => kept.get(Buffer.from(data).toString('latin1')) ?? data,
  }
}
