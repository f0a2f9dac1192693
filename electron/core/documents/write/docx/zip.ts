/** Writes the container of a DOCX with the platform's own compressor. The same files give the same bytes. */
import { crc32, deflateRawSync } from 'node:zlib'

/** 1 January 1980, midnight: the oldest moment a zip entry can have. */
const day = 0x21
/** Twice as quick as the usual level, for a file a tenth larger. */
const level = 4
const utf8Names = 0x800

export type Entry = { readonly name: string; readonly bytes: Uint8Array; readonly compress: boolean }

/** Entries in the order given. All of them together must stay below 4 GiB. */
export function zip(entries: readonly Entry[]): Uint8Array {
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const { name, bytes, compress } of entries) {
    const title = Buffer.from(name, 'utf8')
    const data = compress ? deflateRawSync(bytes, { level }) : bytes
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(utf8Names, 2)
    facts.writeUInt16LE(compress ? 8 : 0, 4)
    facts.writeUInt16LE(day, 8)
    facts.writeUInt32LE(crc32(bytes), 10)
    facts.writeUInt32LE(data.length, 14)
    facts.writeUInt32LE(bytes.length, 18)
    facts.writeUInt16LE(title.length, 22)
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), facts, title, data)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, place, title)
    offset += 30 + title.length + data.length
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, ...directory, end])
}
