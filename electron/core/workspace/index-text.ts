/**
 * The text of a lab's index: one JSON array per line, `["<crc32>",{…}]`. The first line names the index, every other one a document.
 * A later line about the same document replaces an earlier one. Lines that do not fit their checksum are as good as absent.
 */
import { crc32 } from 'node:zlib'
import type { Stamp } from './replace-file.ts'

export type Entry<Summary> = { readonly revision: number; readonly stamp: Stamp; readonly summary: Summary }

/** Raised whenever the shape of a summary or of a line changes; an index of any other number is rebuilt. */
const indexFormat = 3
const start = '["00000000",'.length

const line = (value: unknown): string => {
  const json = JSON.stringify(value)
  return `["${crc32(json).toString(16).padStart(8, '0')}",${json}]\n`
}

export const headLine = (lab: string): string => line({ index: 'innovations', format: indexFormat, lab })

export const entryLine = <Summary>(id: string, entry: Entry<Summary>): string =>
  line({ id, revision: entry.revision, mtime: entry.stamp.mtime, size: entry.stamp.size, summary: entry.summary })

const valueIn = (text: string): unknown => {
  const json = text.slice(start, -1)
  if (crc32(json) !== Number.parseInt(text.slice(2, start - 2), 16)) return undefined
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

export type IndexRead<Summary> = { readonly entries: Map<string, Entry<Summary>>; readonly lines: number; readonly damaged: number }

/** Reads an index; null when it is not one of this lab and this format. */
export const readIndexText = <Summary>(text: string, lab: string): IndexRead<Summary> | null => {
  const lines = text.split('\n')
  const head = lines[0]
  if (head === undefined || `${head}\n` !== headLine(lab)) return null
  const entries = new Map<string, Entry<Summary>>()
  let damaged = 0
  let count = 0
  for (const one of lines.slice(1)) {
    if (one === '') continue
    count += 1
    const value = valueIn(one)
    if (value === undefined) {
      damaged += 1
      continue
    }
    // The checksum says that this program wrote the line, so its shape is known.
    const { id, revision, mtime, size, summary } = value as { id: string; revision: number; mtime: number; size: number; summary: Summary }
    entries.set(id, { revision, stamp: { mtime, size }, summary })
  }
  return { entries, lines: count, damaged }
}
