/** Opens a ZIP that a stranger made: only the entries asked for, and never more than was said beforehand. */
import { inflateRawSync } from 'node:zlib'

/** Why a file cannot be read: it is something else, too large, broken, or locked (a password, or the format of before 2007). */
export type UnreadReason = 'type' | 'size' | 'damaged' | 'locked'

/** Thrown by every reader of this folder. */
export class UnreadError extends Error {
  readonly reason: UnreadReason
  constructor(reason: UnreadReason, message: string) {
    super(message)
    this.name = 'UnreadError'
    this.reason = reason
  }
}

const mostEntries = 4_000
/** All entries that are read, unpacked. */
const mostBytes = 96 * 1024 * 1024

type Entry = { readonly method: number; readonly from: number; readonly packed: number; readonly size: number }

/** The entries by name, unpacked when they are read. @throws UnreadError */
export function unpack(bytes: Uint8Array): { readonly names: readonly string[]; read(name: string): Uint8Array | null } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (isCompound(view)) throw new UnreadError('locked', 'the file is locked or of an old format')
  if (bytes.length < 22 || view.getUint32(0, true) !== 0x04034b50) throw new UnreadError('type', 'the file is no workbook')
  const entries = guarded(() => directory(view, bytes))
  let left = mostBytes
  return {
    names: [...entries.keys()],
    read: (name) => {
      const entry = entries.get(name)
      if (entry === undefined) return null
      if (entry.size > left) throw new UnreadError('size', `${name} is too large`)
      const data = guarded(() => inflate(view, bytes, entry))
      left -= data.length
      return data
    },
  }
}

/** The container of `.xls` and of a workbook with a password. */
const isCompound = (view: DataView): boolean => view.byteLength > 8 && view.getUint32(0) === 0xd0cf11e0 && view.getUint32(4) === 0xa1b11ae1

/** Whatever goes wrong while reading positions out of a broken file is one thing: damage. */
function guarded<T>(read: () => T): T {
  try {
    return read()
  } catch (why) {
    if (why instanceof UnreadError) throw why
    throw new UnreadError('damaged', why instanceof Error ? why.message : String(why))
  }
}

function directory(view: DataView, bytes: Uint8Array): ReadonlyMap<string, Entry> {
  const end = endOfDirectory(view)
  const count = view.getUint16(end + 10, true)
  if (count > mostEntries) throw new UnreadError('size', 'too many entries')
  const entries = new Map<string, Entry>()
  let at = view.getUint32(end + 16, true)
  for (let number = 0; number < count; number += 1) {
    if (view.getUint32(at, true) !== 0x02014b50) throw new UnreadError('damaged', 'the list of entries is broken')
    const flags = view.getUint16(at + 8, true)
    if ((flags & 1) === 1) throw new UnreadError('locked', 'an entry is encrypted')
    const title = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + title))
    entries.set(name.replaceAll('\\', '/').replace(/^\//u, ''), {
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      from: view.getUint32(at + 42, true),
    })
    at += 46 + title + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/** Stands at the end, behind it only a remark of at most 64 KiB. */
function endOfDirectory(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at -= 1)
    if (view.getUint32(at, true) === 0x06054b50) return at
  throw new UnreadError('damaged', 'the file ends early')
}

/** Unpacking stops as soon as there is more than the entry claims: what it claims was checked before. */
function inflate(view: DataView, bytes: Uint8Array, { method, from, packed, size }: Entry): Uint8Array {
  if (view.getUint32(from, true) !== 0x04034b50) throw new UnreadError('damaged', 'an entry is broken')
  const start = from + 30 + view.getUint16(from + 26, true) + view.getUint16(from + 28, true)
  const data = bytes.subarray(start, start + packed)
  if (data.length < packed) throw new UnreadError('damaged', 'an entry is cut off')
  if (method === 0) return data
  if (method !== 8) throw new UnreadError('damaged', `an entry is packed by method ${method}`)
  const out = inflateRawSync(data, { maxOutputLength: Math.max(1, size) })
  if (out.length !== size) throw new UnreadError('damaged', 'an entry is shorter than it says')
  return out
}
