/** What is there already that is like this: roots both have in common, rare ones counting more. */
import type { CatalogueEntry } from '#shared/model/catalogue.ts'
import { isFiller, wordsIn } from '#shared/rules/catalogue-words.ts'
import { stem } from '#shared/rules/indonesian.ts'
import type { Index } from './match.ts'
import { firstOf } from './top.ts'

export type Likeness = { readonly entry: CatalogueEntry; readonly likeness: number; readonly shared: readonly string[] }

type Asked = {
  readonly like: CatalogueEntry | null
  readonly text: string
  readonly except: readonly string[]
  readonly count: number
}

/** Roots of a text that are looked for; the rarest. */
const mostRoots = 24
/** Entries compared word by word after the first, rough count. */
const mostCompared = 80
/** Less than this and people would not see why it is shown. */
const leastLike = 0.12

/** Most alike first. An entry is never like itself. */
export function similar(index: Index, entries: readonly (CatalogueEntry | null)[], asked: Asked): readonly Likeness[] {
  const wanted = rootsOf(asked.like === null ? [asked.text] : textsOf(asked.like))
  const weights = new Map<string, number>()
  const weigh = (root: string): number => {
    const known = weights.get(root)
    if (known !== undefined) return known
    const held = index.dictionary.family(root).reduce((sum, term) => sum + index.postings.count(term), 0)
    // What stands in a third of all entries tells nothing.
    const weight = index.size > 50 && held * 3 > index.size ? 0 : Math.log(1 + index.size / Math.max(1, held))
    weights.set(root, weight)
    return weight
  }
  const roots = [...wanted.keys()]
    .filter((root) => index.dictionary.family(root).length > 0 && weigh(root) > 0)
    .sort((a, b) => weigh(b) - weigh(a))
    .slice(0, mostRoots)
  const left = new Set([...asked.except, ...(asked.like === null ? [] : [asked.like.id])])
  return roughly(index, roots, weigh)
    .flatMap((doc) => {
      const entry = entries[doc]
      return entry && !left.has(entry.id) ? [compared(entry, wanted, weigh)] : []
    })
    .filter(({ likeness, shared }) => likeness >= leastLike && shared.length > 1)
    .sort((a, b) => b.likeness - a.likeness || (a.entry.id < b.entry.id ? -1 : 1))
    .slice(0, asked.count)
}

const textsOf = ({ name, longName, summary, problem }: CatalogueEntry): readonly string[] => [name, longName, summary, problem]

/** Root → the words of it, as they stand. */
function rootsOf(texts: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const roots = new Map<string, string[]>()
  for (const text of texts)
    for (const word of wordsIn(text)) {
      if (word.length < 3 || isFiller(word)) continue
      const root = stem(word)
      const words = roots.get(root)
      if (words === undefined) roots.set(root, [word])
      else if (!words.includes(word)) words.push(word)
    }
  return roots
}

/** Numbers of the entries that share most. */
function roughly(index: Index, roots: readonly string[], weigh: (root: string) => number): readonly number[] {
  const scores = index.zeros()
  const seen = new Int16Array(index.size).fill(-1)
  for (const [at, root] of roots.entries()) {
    const worth = weigh(root) ** 2
    for (const term of index.dictionary.family(root))
      index.postings.each(term, (doc) => {
        if (seen[doc] === at) return
        seen[doc] = at
        scores[doc] = (scores[doc] ?? 0) + worth
      })
  }
  const found = new Uint32Array(index.size)
  let count = 0
  for (let doc = 0; doc < index.size; doc += 1)
    if ((scores[doc] ?? 0) > 0 && index.alive[doc] === 1) {
      found[count] = doc
      count += 1
    }
  return firstOf(
    found.subarray(0, count),
    mostCompared,
    (a, b) => (scores[a] ?? 0) > (scores[b] ?? 0) || (scores[a] === scores[b] && a < b),
  )
}

/** The angle between the two, each root as far as it is rare: 1 for the same words, 0 for none in common. */
function compared(entry: CatalogueEntry, wanted: ReadonlyMap<string, readonly string[]>, weigh: (root: string) => number): Likeness {
  const has = rootsOf(textsOf(entry))
  const length = (roots: Iterable<string>): number => Math.sqrt([...roots].reduce((sum, root) => sum + weigh(root) ** 2, 0))
  const common = [...has.keys()].filter((root) => wanted.has(root) && weigh(root) > 0)
  const whole = length(wanted.keys()) * length(has.keys())
  const likeness = whole === 0 ? 0 : common.reduce((sum, root) => sum + weigh(root) ** 2, 0) / whole
  const shared = common.sort((a, b) => weigh(b) - weigh(a)).flatMap((root) => has.get(root)?.[0] ?? [])
  return { entry, likeness: Math.round(likeness * 1000) / 1000, shared }
}
