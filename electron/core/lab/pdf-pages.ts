/**
 * How many pages a PDF says it has, without drawing it: the trailer names the catalogue, the catalogue the tree of pages, the tree its
 * count. Objects may lie open in the file or packed in a stream.
 */
import { inflateSync } from 'node:zlib'

/** Far above any paper; what claims more is damaged. */
const mostPages = 100_000
/** Unpacked size of one stream of objects. */
const mostUnpacked = 32 * 1024 * 1024

/** 0 where it cannot be told: locked by a password, damaged, or written in a way that is not read here. */
export function pdfPages(bytes: Uint8Array): number {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    // The newest trailer stands last.
    const catalogue = lastReference(file, '/Root')
    if (catalogue === null || file.includes('/Encrypt')) return 0
    const packed = packedObjects(file)
    const tree = /\/Pages\s+(\d+)\s+\d+\s+R/u.exec(objectText(file, packed, catalogue) ?? '')?.[1]
    if (tree === undefined) return 0
    const count = Number(/\/Count\s+(\d+)(?!\s+\d+\s+R)/u.exec(objectText(file, packed, Number(tree)) ?? '')?.[1] ?? 0)
    return count <= mostPages ? count : 0
  } catch {
    return 0
  }
}

function lastReference(file: Buffer, key: string): number | null {
  for (let at = file.lastIndexOf(key); at >= 0; at = at === 0 ? -1 : file.lastIndexOf(key, at - 1)) {
    const found = /^\/Root\s+(\d+)\s+\d+\s+R/u.exec(file.toString('latin1', at, at + 60))
    if (found !== null) return Number(found[1])
  }
  return null
}

/** Of a dictionary: its text up to the end of the object or the beginning of its stream. */
function objectText(file: Buffer, packed: () => ReadonlyMap<number, string>, object: number): string | null {
  for (let at = file.lastIndexOf(`${object} 0 obj`); at >= 0; at = at === 0 ? -1 : file.lastIndexOf(`${object} 0 obj`, at - 1)) {
    const before = at === 0 ? 10 : (file[at - 1] ?? 0)
    // `12 0 obj` is also the end of `112 0 obj`.
    if (before >= 0x30 && before <= 0x39) continue
    const end = file.indexOf('endobj', at)
    return file.toString('latin1', at, end < 0 ? Math.min(file.length, at + 65_536) : Math.min(end, at + 65_536))
  }
  return packed().get(object) ?? null
}

/** Objects packed in streams, by number; of one packed twice the later. Unpacked when first asked for. */
function packedObjects(file: Buffer): () => ReadonlyMap<number, string> {
  let found: Map<number, string> | undefined
  return () => {
    if (found !== undefined) return found
    found = new Map()
    for (let at = file.indexOf('/ObjStm'); at >= 0; at = file.indexOf('/ObjStm', at + 1)) unpack(file, at, found)
    return found
  }
}

function unpack(file: Buffer, at: number, into: Map<number, string>): void {
  const begin = file.lastIndexOf(' obj', at)
  const stream = file.indexOf('stream', at)
  if (begin < 0 || stream < 0 || stream - begin > 4096) return
  const head = file.toString('latin1', begin, stream)
  const first = Number(/\/First\s+(\d+)/u.exec(head)?.[1] ?? 0)
  if (!head.includes('/FlateDecode') || head.includes('/Predictor') || first === 0) return
  const from = stream + 6 + (file[stream + 6] === 0x0d ? 2 : 1)
  const end = file.indexOf('endstream', from)
  const text = inflateSync(file.subarray(from, end < 0 ? undefined : end), { maxOutputLength: mostUnpacked }).toString('latin1')
  const places = text.slice(0, first).trim().split(/\s+/u).map(Number)
  for (let n = 0; n + 1 < places.length; n += 2) {
    const [object = 0, offset = 0, next] = [places[n], places[n + 1], places[n + 3]]
    into.set(object, text.slice(first + offset, next === undefined ? undefined : first + next))
  }
}
