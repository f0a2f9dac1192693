/** What a document says, heading by heading, in a few digits each: enough to tell later which part says something else. */
import { createHash } from 'node:crypto'
import type { DocumentChanges } from '#shared/api/documents.ts'
import type { Block, Outline } from '#shared/model/outline.ts'
import type { Language } from '#shared/model/text.ts'
import { say } from '#shared/text/messages.ts'
import { paperWords } from '#shared/text/paper-words.ts'

/** Title and digest; titles may repeat. */
export type PaperPart = readonly [title: string, digest: string]

/** Headings deeper than this belong to the part they stand in. */
const deepest = 2

/** The parts of a document in order: its cover, what stands above the first heading, each heading, the signatures. */
export function partsOf(outline: Outline): readonly PaperPart[] {
  const language: Language = outline.language === 'id-ID' ? 'id' : 'en'
  const parts: PaperPart[] = []
  const add = (title: string, blocks: readonly Block[]): void => {
    if (blocks.length > 0) parts.push([title.slice(0, 200), digestOf(blocks)])
  }
  add(say(paperWords.cover, language), outline.cover)
  let title = say(paperWords.head, language)
  let gathered: Block[] = []
  for (const block of outline.blocks) {
    if (block.b === 'signature') {
      add(title, gathered)
      add(say(paperWords.signature, language), [block])
      gathered = []
    } else if (block.b === 'heading' && block.level <= deepest) {
      add(title, gathered)
      title = block.text
      gathered = [block]
    } else gathered.push(block)
  }
  add(title, gathered)
  return parts
}

/** Pictures count by their bytes, everything else by what it says. */
function digestOf(blocks: readonly Block[]): string {
  const hash = createHash('sha1')
  hash.update(
    JSON.stringify(blocks, (_, value: unknown) =>
      value instanceof Uint8Array ? createHash('sha1').update(value).digest('base64') : value,
    ),
  )
  return hash.digest('base64url').slice(0, 12)
}

/** Parts that are new, say something else, or are gone, in the order of the document. */
export function changedParts(before: readonly PaperPart[], now: readonly PaperPart[]): DocumentChanges['parts'] {
  const old = keyed(before)
  const fresh = keyed(now)
  const places = new Map(old.map(({ key }, at) => [key, at]))
  const there = new Set(fresh.map(({ key }) => key))
  const changes: DocumentChanges['parts'] = []
  let passed = 0
  const goneUpTo = (at: number): void => {
    for (; passed < at; passed += 1) {
      const one = old[passed]
      if (one !== undefined && !there.has(one.key)) changes.push({ title: one.title, change: 'gone' })
    }
  }
  for (const { key, title, digest } of fresh) {
    const at = places.get(key)
    if (at === undefined) changes.push({ title, change: 'new' })
    else {
      goneUpTo(at)
      if (old[at]?.digest !== digest) changes.push({ title, change: 'changed' })
    }
  }
  goneUpTo(old.length)
  return changes
}

/** Parts of the same title are told apart by which of them they are. */
function keyed(parts: readonly PaperPart[]): readonly { readonly key: string; readonly title: string; readonly digest: string }[] {
  const seen = new Map<string, number>()
  return parts.map(([title, digest]) => {
    const n = (seen.get(title) ?? 0) + 1
    seen.set(title, n)
    return { key: `${n} ${title}`, title, digest }
  })
}
