import { createHash } from 'node:crypto'
import type { Attachment } from '#shared/model/lab.ts'

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

const pdfSignature = '%PDF-'

/** The attachment record of a PDF, title and pages still empty, or null when the bytes are not one. */
export function pdfAttachment(bytes: Uint8Array): Attachment | null {
  if (new TextDecoder('latin1').decode(bytes.subarray(0, pdfSignature.length)) !== pdfSignature) return null
  const name = `${createHash('sha256').update(bytes).digest('hex')}.pdf`
  return { name, title: '', type: 'application/pdf', bytes: bytes.byteLength, width: 0, height: 0, pages: 0 }
}

/** The attachment record of a PNG, its title still empty, or null when the bytes are not one. Width and height in pixels. */
export function pngAttachment(bytes: Uint8Array): Attachment | null {
  if (bytes.byteLength < 24 || signature.some((byte, index) => bytes[index] !== byte)) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const name = `${createHash('sha256').update(bytes).digest('hex')}.png`
  // Width and height are the first eight bytes of the first chunk, IHDR.
  return { name, title: '', type: 'image/png', bytes: bytes.byteLength, width: view.getUint32(16), height: view.getUint32(20), pages: 0 }
}
