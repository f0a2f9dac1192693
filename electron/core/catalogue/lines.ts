/** The entries of a source, line after line, so that a large one can be read in slices. */
import { type CatalogueEntry, catalogueEntry } from '#shared/model/catalogue.ts'

const newline = 10
const decoder = new TextDecoder()

export class SourceLines {
  private readonly source: string
  private readonly bytes: Uint8Array
  private at = 0
  /** The head was the first. */
  private line = 1
  /** Lines not read yet. */
  left: number
  readonly damaged: number[] = []

  constructor(source: string, bytes: Uint8Array) {
    this.source = source
    this.bytes = bytes
    let count = 0
    for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, at + 1)) count += 1
    this.left = bytes.length > 0 && bytes.at(-1) !== newline ? count + 1 : count
  }

  /** The next entry; `null` for a line that is none, `undefined` at the end. */
  next(): CatalogueEntry | null | undefined {
    if (this.at >= this.bytes.length) {
      this.left = 0
      return undefined
    }
    const end = this.bytes.indexOf(newline, this.at)
    const text = decoder.decode(this.bytes.subarray(this.at, end < 0 ? undefined : end))
    this.at = end < 0 ? this.bytes.length : end + 1
    this.line += 1
    this.left -= 1
    if (text.trim() === '') return null
    const entry = this.read(text)
    if (entry === null) this.damaged.push(this.line)
    return entry
  }

  /** An entry belongs to the source it lies in, whatever it says: it cannot stand for one of our own. */
  private read(text: string): CatalogueEntry | null {
    try {
      const read = catalogueEntry.safeParse(JSON.parse(text))
      if (!read.success) return null
      const id = read.data.id.startsWith(`${this.source}/`) ? read.data.id : `${this.source}/${this.line - 2}`
      return { ...read.data, id, lab: null, innovation: null, source: this.source }
    } catch {
      return null
    }
  }
}
