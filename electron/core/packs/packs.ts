/**
 * Loads the packs a workspace may use. A broken pack is refused with file, path and a sentence; the others load.
 * The order is the same on every machine: folders as given, inside a folder by id.
 */
import { readdir } from 'node:fs/promises'
import { FaultError } from '#shared/model/faults.ts'
import type { MethodDef, Pack, StageKey } from '#shared/model/pack.ts'
import { finding, pathText } from './findings.ts'
import { type Draft, type FileFinding, type PackReading, readPack } from './read-pack.ts'
import { derivedMethod, isDerived, referenceFindings, type Shelf, shelfOf } from './references.ts'

export type PackRefusal = {
  /** Name of the pack's folder. */
  readonly pack: string
  /** Inside the pack's folder, with `/`; empty when it concerns the folder. */
  readonly file: string
  /** For example `stages[2].agenda[0].minutes`; empty when it concerns the file. */
  readonly path: string
  /** A sentence in Indonesian, and the same in English. */
  readonly reason: string
  readonly reasonEn: string
  /** It does not lie in the first folder: somebody here can change it. */
  readonly own: boolean
}
export type LoadedPacks = {
  readonly packs: readonly Pack[]
  readonly refused: readonly PackRefusal[]
  /** Ids of the packs in force that do not lie in the first folder. */
  readonly own: ReadonlySet<string>
}

/** A pack that is read from `folder` instead of its place, or in addition, to see whether it would do. */
export type Trial = { readonly pack: string; readonly folder: string }

/**
 * @param folders the shipped packs first, then the workspace's own. Only the first must exist.
 * A later folder cannot replace anything of an earlier one: an id already taken refuses the newcomer.
 * @param known keeps what is read of the first folder for the next loading
 * @throws FaultError `missing`, `denied` or `io` for the first folder
 */
export async function loadPacks(folders: string | readonly string[], trial?: Trial, known: Readings = new Map()): Promise<LoadedPacks> {
  const refused: Refusal[] = []
  const drafts: Draft[] = []
  const taken: Taken = new Map()
  const own = new Set<string>()
  for (const [at, folder] of [folders].flat().entries()) {
    for (const name of await namesIn(folder, at, trial)) {
      if (at > 0) own.add(name)
      const { draft, findings } =
        at === 0 ? await readOnce(folder, name, known) : await readPack(name === trial?.pack ? trial.folder : folder, name)
      const clashes = taken.has(`pack ${name}`) ? [clash('pack.yaml', name, name)] : draft ? clashesOf(draft, taken) : []
      refused.push(...refusals(name, [...findings, ...clashes]))
      if (!taken.has(`pack ${name}`)) taken.set(`pack ${name}`, name)
      if (!draft || clashes.length > 0) continue
      drafts.push(draft)
      for (const [id] of idsOf(draft)) taken.set(id, name)
    }
  }
  const standing = refuseDangling(drafts, refused)
  const shelf = shelfOf(standing)
  return {
    packs: withUnnamed(standing.map((draft) => packOf(draft, shelf))),
    refused: refused.map((one) => ({ ...one, own: own.has(one.pack) })),
    own: new Set(standing.map(({ id }) => id).filter((id) => own.has(id))),
  }
}

/** A canvas that no method names stands last in its stage, in every method that has the stage: to add one is to add its file. */
function withUnnamed(packs: readonly Pack[]): readonly Pack[] {
  const stages = packs.flatMap(({ method }) => method?.stages ?? [])
  const named = new Set(stages.flatMap((stage) => stage.canvases))
  const rest = packs.flatMap(({ canvases }) => canvases).filter(({ id }) => !named.has(id))
  if (rest.length === 0) return packs
  const further = (stage: StageKey) => rest.filter((def) => def.stage === stage).map(({ id }) => id)
  return packs.map((pack) =>
    pack.method === undefined
      ? pack
      : {
          ...pack,
          method: {
            ...pack.method,
            stages: pack.method.stages.map((stage) => ({ ...stage, canvases: [...stage.canvases, ...further(stage.key)] })),
          },
        },
  )
}

/** What was read of the first folder, by the name of the pack: nothing changes there while the app runs. */
export type Readings = Map<string, PackReading>

async function readOnce(folder: string, name: string, known: Readings): Promise<PackReading> {
  const reading = known.get(name) ?? (await readPack(folder, name))
  known.set(name, reading)
  return reading
}

type Refusal = Omit<PackRefusal, 'own'>

/** The trial stands among the packs of the second folder, once. */
async function namesIn(folder: string, at: number, trial: Trial | undefined): Promise<readonly string[]> {
  const names = await packNames(folder, at === 0)
  return trial === undefined || at !== 1 ? names : [...new Set([...names, trial.pack])].sort()
}

/** Who holds which id, over all packs read so far. */
type Taken = Map<string, string>

async function packNames(folder: string, required: boolean): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map((entry) => entry.name)
      .sort()
  } catch (error) {
    if (!required) return []
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    const kind = code === 'ENOENT' ? 'missing' : code === 'EACCES' || code === 'EPERM' ? 'denied' : 'io'
    throw new FaultError({ kind, file: folder, detail: String(error) })
  }
}

/** Canvases, proposal forms, sets of indicators and rubrics share one space of ids: reviews, evidence and the trail name any of them by id alone. */
function idsOf(draft: Draft): readonly (readonly [id: string, file: string, name: string])[] {
  return [
    ...[...draft.canvases, ...draft.forms, ...draft.indicators, ...draft.rubrics].map(
      ({ file, def }) => [`canvas ${def.id}`, file, def.id] as const,
    ),
    ...draft.documents.map(({ file, def }) => [`document ${def.id}`, file, def.id] as const),
  ]
}

function clashesOf(draft: Draft, taken: Taken): readonly FileFinding[] {
  const seen: Taken = new Map(taken)
  return idsOf(draft).flatMap(([id, file, name]) => {
    const holder = seen.get(id)
    seen.set(id, draft.id)
    return holder === undefined ? [] : [clash(file, name, holder)]
  })
}

const clash = (file: string, id: string, pack: string): FileFinding => ({ ...finding(['id'], 'duplicateId', { id, pack }), file })

/** A pack refused here may be what another one leans on, so this goes on until nobody falls. */
function refuseDangling(drafts: readonly Draft[], refused: Refusal[]): readonly Draft[] {
  let standing = drafts
  for (;;) {
    const shelf = shelfOf(standing)
    const next = standing.filter((draft) => {
      const findings = referenceFindings(draft, shelf)
      refused.push(...refusals(draft.id, findings))
      return findings.length === 0
    })
    if (next.length === standing.length) return next
    standing = next
  }
}

const refusals = (pack: string, findings: readonly FileFinding[]): readonly Refusal[] =>
  findings.map(({ file, path, reason, reasonEn }) => ({ pack, file, path: pathText(path), reason, reasonEn }))

function packOf(draft: Draft, shelf: Shelf): Pack {
  const method = methodOf(draft, shelf)
  const defs = <T>(list: readonly { readonly def: T }[]) => list.map(({ def }) => def)
  const rest = {
    head: draft.head,
    canvases: defs(draft.canvases),
    forms: defs(draft.forms),
    indicators: defs(draft.indicators),
    rubrics: defs(draft.rubrics),
    documents: defs(draft.documents),
  }
  return method ? { ...rest, method } : rest
}

function methodOf(draft: Draft, shelf: Shelf): MethodDef | undefined {
  const def = draft.method?.def
  if (!def || !isDerived(def)) return def
  const base = shelf.methods.get(def.from)
  // Its base was looked up a moment ago, when references were checked.
  return base && derivedMethod(def, base)
}
