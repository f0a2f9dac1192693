/** Votes as they are typed or pasted: a code and a number on each line. */
import type { Entry } from '#shared/model/jury.ts'

export type ReadVotes = {
  readonly votes: readonly { readonly entry: Entry; readonly by: number }[]
  /** Lines that name no entry, or no number that counts. */
  readonly unread: readonly string[]
}

const plain = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '')

/** `K-07 12`, `K-07;12`, `K-07<tab>12`, `Nama inovasi: 12`, and `7` alone for one vote of `K-07`. Several lines of one entry add up. */
export function readVotes(text: string, entries: readonly Entry[]): ReadVotes {
  const known = new Map<string, Entry>()
  // Codes go before names, and a number alone stands for the code that ends with it.
  for (const entry of entries) known.set(plain(entry.name), entry)
  for (const entry of entries) {
    const digits = /(\d+)\D*$/u.exec(entry.code)?.[1]
    if (digits !== undefined && !known.has(String(Number(digits)))) known.set(String(Number(digits)), entry)
  }
  for (const entry of entries) known.set(plain(entry.code), entry)
  const found = new Map<Entry, number>()
  const unread: string[] = []
  for (const line of text.split(/\r?\n/u)) {
    if (line.trim() === '') continue
    const read = lineOf(line, known)
    if (read === null) unread.push(line.trim())
    else found.set(read.entry, (found.get(read.entry) ?? 0) + read.by)
  }
  return { votes: [...found].map(([entry, by]) => ({ entry, by })), unread }
}

function lineOf(line: string, known: ReadonlyMap<string, Entry>): { readonly entry: Entry; readonly by: number } | null {
  const match = /^(.*?\S)[\s;,:=|]+(\d{1,6})\s*$/u.exec(line)
  const counted = match === null ? undefined : named(match[1] ?? '', known)
  if (counted !== undefined) return { entry: counted, by: Number(match?.[2]) }
  const alone = named(line, known)
  return alone === undefined ? null : { entry: alone, by: 1 }
}

const named = (text: string, known: ReadonlyMap<string, Entry>): Entry | undefined =>
  known.get(plain(text)) ?? (/^\s*\d+\s*$/u.test(text) ? known.get(String(Number(text))) : undefined)
