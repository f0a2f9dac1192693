/** Bytes as callers are handed them. */

/** By the ending of a file's name, without the dot. */
export const mediaType = (type: string): string =>
  ({ png: 'image/png', jpg: 'image/jpeg', pdf: 'application/pdf' })[type] ?? 'application/octet-stream'

// A Blob wants its own buffer type; these bytes are never shared memory.
export const asBlob = (bytes: Uint8Array, type: string): Blob => new Blob([bytes as Uint8Array<ArrayBuffer>], { type })
