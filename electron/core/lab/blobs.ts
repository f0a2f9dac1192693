/** Bytes as callers are handed them. */

/** What a page may show of itself. All else, above all what could carry a script, leaves as bytes that nothing opens. */
const shown: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  pdf: 'application/pdf',
  mp4: 'video/mp4',
  m4v: 'video/mp4',
  mov: 'video/quicktime',
  webm: 'video/webm',
}

/** By the ending of a file's name, without the dot. */
export const mediaType = (type: string): string => (Object.hasOwn(shown, type) ? shown[type] : undefined) ?? 'application/octet-stream'

// A Blob wants its own buffer type; these bytes are never shared memory.
export const asBlob = (bytes: Uint8Array, type: string): Blob => new Blob([bytes as Uint8Array<ArrayBuffer>], { type })
