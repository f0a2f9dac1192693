/**
 * Reads a set of items as a problem tree (domain.md 4.5). Several people move nodes at once, so the items may name parents that are
 * gone, point at each other in a circle, or hold no core or several. Every reading gives each node exactly one place, the same on
 * every machine, and loses none.
 */
import type { ItemId } from '../model/ids.ts'
import type { CanvasSettings, Item, TrailLink } from '../model/lab.ts'
import type { TreeDef } from '../model/pack.ts'
import { byOrder } from './order.ts'

export type TreeSide = 'effect' | 'cause'

export type TreeNode = {
  readonly item: Item
  readonly side: TreeSide
  /** 1 is next to the core. */
  readonly depth: number
  readonly children: readonly TreeNode[]
  /**
   * It named no usable parent and was hung on the core, or on nothing while there is no core. So a node that somebody adds while its
   * parent is being deleted shows next to the core, on the side its own role names.
   */
  readonly loose: boolean
}

/** What a node is called: a cause next to the core is direct, a deeper one indirect; a marked root is a root wherever it stands. */
export type TreeLevel = 'core' | 'effect' | 'direct' | 'indirect' | 'root'

export type Tree = {
  readonly core: Item | null
  /** Branches next to the core, in their order. */
  readonly effects: readonly TreeNode[]
  readonly causes: readonly TreeNode[]
  /** Further items that call themselves core; the first in order is the core and these hang on it as direct causes. */
  readonly otherCores: readonly ItemId[]
  /** Items whose circle of parents was opened at them. */
  readonly opened: readonly ItemId[]
}

/** Items may come in any order; those with role `cluster` are read as causes. */
export function treeOf(items: readonly Item[]): Tree {
  const sorted = [...items].sort(byOrder)
  const cores = sorted.filter((item) => item.role === 'core')
  const core = cores[0] ?? null
  const known = new Map(sorted.map((item) => [item.id, item]))
  const parents = new Map<ItemId, ItemId | null>()
  for (const item of sorted) {
    if (item === core) continue
    const parent = item.parent !== null && item.parent !== item.id ? known.get(item.parent) : undefined
    parents.set(item.id, parent === undefined || parent === core || item.role === 'core' ? null : parent.id)
  }
  const opened = openCircles(sorted, parents)
  const children = new Map<ItemId | null, Item[]>()
  for (const item of sorted) {
    if (item === core) continue
    const parent = parents.get(item.id) ?? null
    const siblings = children.get(parent)
    if (siblings === undefined) children.set(parent, [item])
    else siblings.push(item)
  }
  const tops = children.get(null) ?? []
  const branch = (item: Item): TreeNode => buildBranch(item, item.role === 'effect' ? 'effect' : 'cause', children, core)
  return {
    core,
    effects: tops.filter((item) => item.role === 'effect').map(branch),
    causes: tops.filter((item) => item.role !== 'effect').map(branch),
    otherCores: cores.slice(1).map((item) => item.id),
    opened,
  }
}

/** Cuts each circle at its first node in order and gives the cut nodes. Changes `parents`. */
function openCircles(sorted: readonly Item[], parents: Map<ItemId, ItemId | null>): readonly ItemId[] {
  const safe = new Set<ItemId>()
  const place = new Map(sorted.map((item, at) => [item.id, at]))
  const opened: ItemId[] = []
  for (const { id } of sorted) {
    const path: ItemId[] = []
    const onPath = new Set<ItemId>()
    let at: ItemId | null = id
    while (at !== null && !safe.has(at) && !onPath.has(at)) {
      path.push(at)
      onPath.add(at)
      at = parents.get(at) ?? null
    }
    if (at !== null && onPath.has(at)) {
      const circle = path.slice(path.indexOf(at))
      const first = circle.reduce((best, one) => ((place.get(one) ?? 0) < (place.get(best) ?? 0) ? one : best))
      parents.set(first, null)
      opened.push(first)
    }
    for (const one of path) safe.add(one)
  }
  return opened
}

/** Built without recursion: a chain of thousands of causes must not exhaust the stack. */
function buildBranch(top: Item, side: TreeSide, children: ReadonlyMap<ItemId | null, readonly Item[]>, core: Item | null): TreeNode {
  type Draft = { item: Item; side: TreeSide; depth: number; children: Draft[]; loose: boolean }
  const draft = (item: Item, depth: number): Draft => ({
    item,
    side,
    depth,
    children: [],
    loose: depth === 1 && (core === null || item.parent !== core.id),
  })
  const root = draft(top, 1)
  const open = [root]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const child of children.get(node.item.id) ?? []) {
      const next = draft(child, node.depth + 1)
      node.children.push(next)
      open.push(next)
    }
  }
  return root
}

/** All nodes but the core, each parent before its children, branches in order. */
export function nodesOf(branches: readonly TreeNode[]): readonly TreeNode[] {
  const found: TreeNode[] = []
  const open = [...branches].reverse()
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    found.push(node)
    for (let at = node.children.length - 1; at >= 0; at -= 1) {
      const child = node.children[at]
      if (child !== undefined) open.push(child)
    }
  }
  return found
}

export function levelOf(node: TreeNode): TreeLevel {
  if (node.side === 'effect') return 'effect'
  if (node.item.root) return 'root'
  return node.depth === 1 ? 'direct' : 'indirect'
}

/** Ids from the branch next to the core down to `id`; empty when it is the core or unknown. */
export function pathTo(tree: Tree, id: ItemId): readonly ItemId[] {
  const up = new Map<ItemId, ItemId | null>()
  for (const node of nodesOf([...tree.effects, ...tree.causes])) {
    if (!up.has(node.item.id)) up.set(node.item.id, null)
    for (const child of node.children) up.set(child.item.id, node.item.id)
  }
  const path: ItemId[] = []
  for (let at: ItemId | null = up.has(id) ? id : null; at !== null; at = up.get(at) ?? null) path.unshift(at)
  return path
}

/** Nodes that stand next to the core only because what they hung on was deleted. */
export const orphansOf = (tree: Tree): readonly TreeNode[] =>
  tree.core === null
    ? []
    : [...tree.effects, ...tree.causes].filter(
        ({ loose, item }) => loose && item.parent !== null && item.role !== 'core' && !tree.opened.includes(item.id),
      )

export type CategorySet = TreeDef['categorySets'][number]

/** The main bones in force: the set chosen for this canvas, else the first; null where the direct causes themselves are the bones. */
export const categorySetOf = (def: Pick<TreeDef, 'categorySets'>, settings: CanvasSettings): CategorySet | null =>
  def.categorySets.find((set) => set.key === settings.set) ?? def.categorySets[0] ?? null

/** Key of the bone that takes what names no category of the set in force. */
export const otherBone = 'lainnya'

export type Bone = {
  /** Key of the category, `otherBone`, or the id of the direct cause that is the bone. */
  readonly key: string
  /** Null on a bone that is a cause, and on that of `otherBone` when the set does not name one. */
  readonly category: CategorySet['categories'][number] | null
  readonly top: TreeNode | null
  readonly causes: readonly TreeNode[]
}

/** The main bones with the causes on each; every cause is on exactly one (domain.md 4.3). `otherBone` comes last and only when needed. */
export function bonesOf(set: CategorySet | null, tree: Tree): readonly Bone[] {
  if (set === null) return tree.causes.map((top) => ({ key: top.item.id, category: null, top, causes: top.children }))
  const keyOf = (node: TreeNode): string => (set.categories.some((one) => one.key === node.item.zone) ? (node.item.zone ?? '') : otherBone)
  const on = (key: string): readonly TreeNode[] => tree.causes.filter((node) => keyOf(node) === key)
  const bones = set.categories.map((category): Bone => ({ key: category.key, category, top: null, causes: on(category.key) }))
  const rest = set.categories.some((category) => category.key === otherBone) ? [] : on(otherBone)
  return rest.length === 0 ? bones : [...bones, { key: otherBone, category: null, top: null, causes: rest }]
}

/** One line of "why?" after "why?" (domain.md 4.4): the first answer to each question goes on in it, another answer begins its own. */
export type WhyChain = {
  /** What its first question asks about; null is the core. */
  readonly from: TreeNode | null
  readonly rows: readonly TreeNode[]
}

/** All chains of a tree of causes, each before those that branch off it, the branches from the top down. */
export function whyChainsOf(tree: Tree): readonly WhyChain[] {
  const chains: WhyChain[] = []
  const open: { readonly from: TreeNode | null; readonly start: TreeNode }[] = tree.causes.map((start) => ({ from: null, start })).reverse()
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const rows: TreeNode[] = []
    for (let node: TreeNode | undefined = next.start; node !== undefined; node = node.children[0]) rows.push(node)
    chains.push({ from: next.from, rows })
    open.push(...rows.flatMap((from) => from.children.slice(1).map((start) => ({ from, start }))).reverse())
  }
  return chains
}

/** Key of the value under which a node of an objective tree keeps the id of the problem node it turns round. */
export const mirrorKey = 'mirror'

export const sourceIdOf = (item: Item): ItemId | null => {
  const id = item.values[mirrorKey]
  return typeof id === 'string' && id !== '' ? (id as ItemId) /* stored from an ItemId */ : null
}

export type MirroredNode = {
  readonly source: ItemId
  /** What the problem node says today, or what it said when it is gone. */
  readonly text: string
  readonly state: 'same' | 'changed' | 'gone'
}
export type MirrorReading = {
  /** By the id of the objective node. */
  readonly nodes: ReadonlyMap<ItemId, MirroredNode>
  /** Problem nodes that no objective node turns round yet, each parent before its children, the core first. */
  readonly missing: readonly Item[]
  /** Further objective nodes for a problem node that already has one: two people turned it round at once. */
  readonly doubles: readonly ItemId[]
}

/**
 * Compares an objective tree with the problem tree it turns over (domain.md 4.5).
 * @param trail whose links keep what the problem node said when it was turned round
 */
export function readMirror(problem: readonly Item[], objective: readonly Item[], trail: readonly TrailLink[]): MirrorReading {
  const sources = new Map(problem.map((item) => [item.id, item]))
  const quotes = new Map(trail.map((link) => [`${link.from.key}/${link.to.key}`, link.from.quote]))
  const nodes = new Map<ItemId, MirroredNode>()
  const taken = new Set<ItemId>()
  const doubles: ItemId[] = []
  for (const item of [...objective].sort(byOrder)) {
    const source = sourceIdOf(item)
    if (source === null) continue
    if (taken.has(source)) doubles.push(item.id)
    taken.add(source)
    const now = sources.get(source)
    const quote = quotes.get(`${source}/${item.id}`)
    const changed = now !== undefined && quote !== undefined && quote.trim() !== now.text.trim()
    nodes.set(item.id, { source, text: now?.text ?? quote ?? '', state: now === undefined ? 'gone' : changed ? 'changed' : 'same' })
  }
  const tree = treeOf(problem)
  const all = [...(tree.core === null ? [] : [tree.core]), ...nodesOf([...tree.effects, ...tree.causes]).map((node) => node.item)]
  return { nodes, missing: all.filter((item) => !taken.has(item.id)), doubles }
}

export type TreeNeed = TreeDef['ready'][number]

/** Each need of the definition with whether it holds and which nodes stand in the way. */
export function treeNeeds(needs: readonly TreeNeed[], tree: Tree): readonly { need: TreeNeed; holds: boolean; nodes: readonly ItemId[] }[] {
  const causes = nodesOf(tree.causes)
  return needs.map((need) => {
    switch (need) {
      case 'one_core_sentence':
        return { need, holds: tree.core !== null && tree.otherCores.length === 0 && isSentence(tree.core.text), nodes: tree.otherCores }
      case 'causes_reach_root': {
        const ends = causes.filter((node) => node.children.length === 0 && !node.item.root).map((node) => node.item.id)
        return { need, holds: causes.length > 0 && ends.length === 0, nodes: ends }
      }
      case 'has_effect':
        return { need, holds: tree.effects.length > 0, nodes: [] }
      case 'has_root':
        return { need, holds: causes.some((node) => node.item.root), nodes: [] }
      case 'three_whys': {
        const holds = causes.some((node) => node.depth >= 3 && isWritten(node))
        const ends = holds ? [] : causes.filter((node) => node.children.length === 0).map((node) => node.item.id)
        return { need, holds, nodes: ends }
      }
      case 'every_answer_has_evidence': {
        const answers = causes.filter(isWritten)
        const bare = answers.filter((node) => typeof node.item.values.bukti !== 'string' || node.item.values.bukti.trim() === '')
        return { need, holds: answers.length > 0 && bare.length === 0, nodes: bare.map((node) => node.item.id) }
      }
      default:
        return never(need)
    }
  })
}

const isWritten = (node: TreeNode): boolean => node.item.text.trim() !== ''

/** A sentence has at least three words; a full stop is not asked for, because notes rarely have one. */
const isSentence = (text: string): boolean =>
  text
    .trim()
    .split(/\s+/u)
    .filter((word) => /\p{L}/u.test(word)).length >= 3

const never = (value: never): never => {
  throw new Error(`unknown need ${JSON.stringify(value)}`)
}

/** Words a sentence about a cause begins with that are no names, so that they may be written small inside a question. */
const plainWords = new Set(
  `ada adanya akibat alat alur anak anggaran antrean aparat aplikasi aturan banyak bayi belum beberapa berkas biaya bidan budaya cara dalam dana
data dokumen formulir fasilitas guru hanya hasil hampir harga ibu informasi izin jadwal jarak jaringan jumlah kader kader-kader kapasitas karena
kebijakan kegiatan kelurahan keluarga kendaraan keterbatasan ketersediaan kinerja komitmen koordinasi kualitas kurang kurangnya laporan layanan
lokasi loket lebih lemahnya masih masyarakat mekanisme mereka minat minimnya orang organisasi pasien pedagang pegawai pelaku pelanggan pelaporan
pelayanan pelatihan pemahaman pemohon pendaftaran pengawasan pengelolaan penggunaan pengguna peralatan peraturan perjalanan permohonan persyaratan
petani petugas pimpinan pola proses produk program prosedur regulasi rendahnya rumah sarana sebagian sebuah sedikit sekolah semua seluruh sering
setiap siswa sistem sosialisasi standar staf sumber surat tenaga terbatasnya terlalu tidak tak tiap tim tugas unit usulan waktu warga wilayah
ruang separuh satu dua tiga empat lima enam tujuh delapan sembilan sepuluh pemeriksaan penduduk penyebab perangkat pembayaran penerima
a an the there no not many few most some only every each nobody people staff too it they we our their all`.split(/\s+/u),
)

/** An answer as it stands inside the next question: without its full stop, the first letter small unless it may belong to a name. */
export function whySubject(text: string): string {
  const bare = text.trim().replace(/[\s.?!…]+$/u, '')
  const first = /^[\p{L}-]+/u.exec(bare)?.[0] ?? ''
  const plain = first !== '' && plainWords.has(first.toLowerCase()) && first.slice(1) === first.slice(1).toLowerCase()
  return plain ? bare.charAt(0).toLowerCase() + bare.slice(1) : bare
}
