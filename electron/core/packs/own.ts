/** Making, changing and handing on the workspace's own packs. Everything is checked as the loader checks it before it takes anybody's place. */
import type { PackPart } from '#shared/api/pack-files.ts'
import type { Pack } from '#shared/model/pack.ts'
import { copyPack } from './copy.ts'
import { finding, type Reason } from './findings.ts'
import { fileOf, headFile, packFiles, unzipPack, yamlBytes, zipPack } from './pack-yaml.ts'
import type { PackRefusal } from './packs.ts'
import { filesIn } from './read-pack.ts'
import type { PackShelf } from './shelf.ts'

/** Where own packs lie; given by whoever holds the workspace. */
export type PackPlace = {
  /** The folder of own packs. */
  readonly folder: string
  /** Writes a pack where only the check sees it, and gives the folder that holds it. */
  draft(pack: string, files: ReadonlyMap<string, Uint8Array>): Promise<string>
  /** Puts the draft in force; the pack it replaces is set aside. */
  place(pack: string): Promise<void>
  write(pack: string, file: string, bytes: Uint8Array): Promise<void>
  /** Name under which it is kept, or null when there was none. */
  setAside(pack: string): Promise<string | null>
  /** The pack that is back in its place, or null. */
  putBack(kept: string): Promise<string | null>
}

/** Thrown when a pack cannot be as it is wanted; nothing was changed. */
export class PackUnfitError extends Error {
  readonly refused: readonly PackRefusal[]
  constructor(refused: readonly PackRefusal[]) {
    super(refused.map(({ pack, file, path, reasonEn }) => `${pack}/${file} ${path}: ${reasonEn}`).join('\n'))
    this.name = 'PackUnfitError'
    this.refused = refused
  }
}

export type OwnPacks = {
  /** @throws PackUnfitError when the id is taken; null when there is no such pack */
  copy(from: string, id: string, title: string): Promise<string | null>
  /** Writes one part and raises the version by one. @param from the version it was made from @throws PackUnfitError when it does not fit or is not from the present one */
  write(part: PackPart, from: number): Promise<string>
  /** Puts a pack aside; the name under which it is kept, or null when there is no such own pack. */
  remove(pack: string): Promise<string | null>
  /** The pack that is back, or null when it is gone or its place is taken. */
  putBack(kept: string): Promise<string | null>
  /** @throws PackUnfitError; null when the bytes are no pack */
  take(bytes: Uint8Array): Promise<string | null>
  /** The pack as one file, or null when it is not one of the workspace's own. */
  handOn(pack: string): Promise<Uint8Array | null>
}

export function createOwnPacks(shelf: PackShelf, place: PackPlace): OwnPacks {
  const known = (id: string): Pack | undefined => shelf.packs.find(({ head }) => head.id === id)

  /** Checks the files as a pack among all others, and puts them in force. */
  async function replace(pack: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
    await check(pack, files)
    await place.place(pack)
    await shelf.reload()
  }

  async function check(pack: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
    const folder = await place.draft(pack, files)
    const before = new Set(shelf.refused.map(keyOf))
    const { refused } = await shelf.trial({ pack, folder })
    // What is wrong with others already is not the fault of this one.
    const found = refused.filter((one) => one.pack === pack || !before.has(keyOf(one)))
    if (found.length > 0) throw new PackUnfitError(found)
  }

  async function filesOfOwn(pack: string): Promise<ReadonlyMap<string, Uint8Array>> {
    if (!shelf.isOwn(pack)) throw unfit(pack, '', 'ownOnly', { id: pack })
    return filesIn(place.folder, pack)
  }

  return inTurn({
    async copy(from, id, title) {
      const source = known(from)
      if (source === undefined) return null
      if (known(id) !== undefined || shelf.refused.some(({ pack }) => pack === id))
        throw unfit(id, headFile, 'duplicateId', { id, pack: id })
      await replace(id, packFiles(copyPack(source, id, title)))
      return id
    },
    async write(part, from) {
      const now = await filesOfOwn(part.pack)
      const head = known(part.pack)?.head
      if (head === undefined) throw unfit(part.pack, '', 'ownOnly', { id: part.pack })
      const file = part.part === 'head' ? null : fileOf(folderFor[part.part], part.def.id)
      if (from !== head.version) throw unfit(part.pack, file ?? headFile, 'changedElsewhere', { from, version: head.version })
      const next = part.part === 'head' ? part.def : head
      const raised = yamlBytes({ ...next, id: part.pack, version: head.version + 1 })
      const bytes = yamlBytes(part.def)
      await check(part.pack, new Map([...now, ...(file === null ? [] : [[file, bytes] as const]), [headFile, raised]]))
      if (file !== null) await place.write(part.pack, file, bytes)
      await place.write(part.pack, headFile, raised)
      await shelf.reload()
      return part.pack
    },
    async remove(pack) {
      if (!shelf.isOwn(pack) && !shelf.refused.some((one) => one.pack === pack && one.own)) return null
      const kept = await place.setAside(pack)
      await shelf.reload()
      return kept
    },
    async putBack(kept) {
      const pack = await place.putBack(kept)
      if (pack !== null) await shelf.reload()
      return pack
    },
    async take(bytes) {
      const found = unzipPack(bytes)
      if (found === null) return null
      const there = known(found.id)
      if (there !== undefined && !shelf.isOwn(found.id)) throw unfit(found.id, headFile, 'duplicateId', { id: found.id, pack: found.id })
      if (there !== undefined) {
        const version = await versionOf(found.id, found.files)
        if (version <= there.head.version) throw unfit(found.id, headFile, 'olderVersion', { version, present: there.head.version })
      }
      await replace(found.id, found.files)
      return found.id
    },
    async handOn(pack) {
      return shelf.isOwn(pack) ? zipPack(pack, await filesIn(place.folder, pack)) : null
    },
  })

  /** Read by the loader itself, so that a hostile file is refused as any other. */
  async function versionOf(pack: string, files: ReadonlyMap<string, Uint8Array>): Promise<number> {
    const folder = await place.draft(pack, files)
    const { packs, refused } = await shelf.trial({ pack, folder })
    const own = refused.filter((one) => one.pack === pack)
    if (own.length > 0) throw new PackUnfitError(own)
    return packs.find(({ head }) => head.id === pack)?.head.version ?? 0
  }
}

/** One after the other: two windows that save at once would check against what the other is about to replace. */
function inTurn(own: OwnPacks): OwnPacks {
  let last: Promise<unknown> = Promise.resolve()
  const next = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work, work)
    last = mine
    return mine
  }
  return {
    copy: (from, id, title) => next(() => own.copy(from, id, title)),
    write: (part, from) => next(() => own.write(part, from)),
    remove: (pack) => next(() => own.remove(pack)),
    putBack: (kept) => next(() => own.putBack(kept)),
    take: (bytes) => next(() => own.take(bytes)),
    handOn: (pack) => next(() => own.handOn(pack)),
  }
}

const folderFor = { form: 'forms', indicators: 'indicators', document: 'documents', rubric: 'rubrics' } as const

const keyOf = ({ pack, file, path, reason }: PackRefusal): string => [pack, file, path, reason].join('\n')

function unfit(pack: string, file: string, reason: Reason, values: Readonly<Record<string, string | number>>): PackUnfitError {
  const { reason: id, reasonEn } = finding([], reason, values)
  return new PackUnfitError([{ pack, file, path: '', reason: id, reasonEn, own: true }])
}
