/** Small real files for tests: pictures with what a camera notes beside them, and PDFs of a number of pages. */
import { crc32, deflateSync } from 'node:zlib'

const bytesOf = (text: string): Buffer => Buffer.from(text, 'latin1')

/** A whole JPEG of one point in baseline coding. */
const point = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AVN//2Q==',
  'base64',
)

const segment = (marker: number, content: Buffer): Buffer => {
  const head = Buffer.alloc(4)
  head.writeUInt16BE(0xff00 | marker, 0)
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([head, content])
}

/** EXIF with how the camera was held and, in a table of its own, where. */
function exif(orientation: number): Buffer {
  const tiff = Buffer.alloc(90)
  tiff.write('MM\0*', 0, 'latin1')
  tiff.writeUInt32BE(8, 4)
  tiff.writeUInt16BE(2, 8)
  const entry = (at: number, tag: number, type: number, count: number) => {
    tiff.writeUInt16BE(tag, at)
    tiff.writeUInt16BE(type, at + 2)
    tiff.writeUInt32BE(count, at + 4)
  }
  entry(10, 0x0112, 3, 1)
  tiff.writeUInt16BE(orientation, 18)
  entry(22, 0x8825, 4, 1)
  tiff.writeUInt32BE(38, 30)
  tiff.writeUInt16BE(1, 38)
  // GPSLatitude: three fractions.
  entry(40, 2, 5, 3)
  tiff.writeUInt32BE(56, 48)
  for (const [n, value] of [0, 1, 47, 1, 5544, 100].entries()) tiff.writeUInt32BE(value, 56 + n * 4)
  return Buffer.concat([bytesOf('Exif\0\0'), tiff, bytesOf('GPSLatitudeRef S kamera contoh')])
}

/** A JPEG as a phone writes it: place, device, keywords, a comment, and a second picture behind the end. */
export const phoneJpeg = (orientation = 1): Buffer =>
  Buffer.concat([
    point.subarray(0, 2),
    segment(0xe1, exif(orientation)),
    segment(0xe1, bytesOf('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta exif:GPSLatitude="0,47.55S"/>')),
    segment(0xed, bytesOf('Photoshop 3.0\x008BIM rumah narasumber')),
    segment(0xe2, bytesOf('ICC_PROFILE\0\x01\x01profil warna')),
    segment(0xfe, bytesOf('komentar kamera')),
    point.subarray(2),
    bytesOf('MotionPhoto_Data lokasi'),
  ])

const chunk = (name: string, content: Buffer): Buffer => {
  const whole = Buffer.alloc(12 + content.length)
  whole.writeUInt32BE(content.length, 0)
  whole.write(name, 4, 'latin1')
  content.copy(whole, 8)
  whole.writeUInt32BE(crc32(whole.subarray(4, 8 + content.length)), 8 + content.length)
  return whole
}

/** A PNG of one point, with notes when wanted. */
export function notedPng(noted = true): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(1, 0)
  head.writeUInt32BE(1, 4)
  head.set([8, 2], 8)
  const notes = [chunk('eXIf', exif(1).subarray(6)), chunk('tEXt', bytesOf('Location\0rumah narasumber'))]
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    ...(noted ? notes : []),
    chunk('IDAT', deflateSync(Buffer.from([0, 200, 60, 20]))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A PDF of empty pages. `packed` keeps its objects in a stream, as newer programs do; `padding` makes it heavier. */
export function smallPdf(pages: number, { packed = false, padding = 0 } = {}): Buffer {
  const kids = Array.from({ length: pages }, (_, n) => `${n + 3} 0 R`).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`,
    ...Array.from({ length: pages }, () => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>'),
  ]
  const comment = padding > 0 ? `%${'x'.repeat(padding)}\n` : ''
  if (packed) {
    let offset = 0
    const places = objects.map((text, n) => {
      const at = `${n + 1} ${offset}`
      offset += text.length + 1
      return at
    })
    const first = `${places.join(' ')} `
    const body = deflateSync(bytesOf(first + objects.join('\n')))
    const holder = `${objects.length + 1} 0 obj\n<< /Type /ObjStm /N ${objects.length} /First ${first.length} /Length ${body.length} /Filter /FlateDecode >>\nstream\n`
    return Buffer.concat([
      bytesOf(`%PDF-1.5\n${comment}${holder}`),
      body,
      bytesOf(`\nendstream\nendobj\n99 0 obj\n<< /Type /XRef /Root 1 0 R >>\nendobj\nstartxref\n9\n%%EOF\n`),
    ])
  }
  const starts: number[] = []
  let text = `%PDF-1.4\n${comment}`
  for (const [n, object] of objects.entries()) {
    starts.push(text.length)
    text += `${n + 1} 0 obj\n${object}\nendobj\n`
  }
  const table = starts.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  return bytesOf(
    `${text}xref\n0 ${starts.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${starts.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`,
  )
}
