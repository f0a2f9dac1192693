/** Keys that open the HTTP door. They travel in a header or the first message, never in a cookie. */
import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Reach } from '#shared/api/contract.ts'

export type Keys = {
  /** A new key of 144 random bits for callers of this reach. */
  issue(reach: Reach): string
  /** The reach of a key, or null for a stranger. Takes the same time for near misses. */
  reachOf(key: string): Reach | null
}

export function createKeys(): Keys {
  const known: { readonly key: Buffer; readonly reach: Reach }[] = []
  return {
    issue(reach) {
      const key = randomBytes(18).toString('base64url')
      known.push({ key: Buffer.from(key), reach })
      return key
    },
    reachOf(key) {
      const tried = Buffer.from(key)
      return known.find((one) => one.key.length === tried.length && timingSafeEqual(one.key, tried))?.reach ?? null
    },
  }
}

/** The key of an `authorization: Bearer …` header. */
export const bearer = (header: string | undefined): string => /^Bearer ([\w-]{1,200})$/.exec(header ?? '')?.[1] ?? ''
