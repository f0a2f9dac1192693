/** Where pages get ids and the time from. */
import { freshId, type Id } from '#shared/model/ids.ts'

const random = (bytes: Uint8Array): Uint8Array => {
  // The shared type does not say which buffer lies below; `freshId` makes a plain one.
  crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>)
  return bytes
}

export const newId = <Name extends string>(): Id<Name> => freshId<Name>(random)
/** ISO moment, as documents keep it. */
export const nowIso = (): string => new Date().toISOString()
