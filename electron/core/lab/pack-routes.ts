/** Packs over the contract: all that are in force, and the making of own ones. */
import { ORPCError } from '@orpc/server'
import { createOwnPacks, PackUnfitError } from '#core/packs/own.ts'
import type { PackShelf } from '#core/packs/shelf.ts'
import type { Workspace } from '#core/workspace/workspace.ts'
import { type Change, refusals } from '#shared/api/contract.ts'
import { fileNameFor } from '#shared/rules/names.ts'
import type { Broadcast } from './broadcast.ts'
import { guarded, refuse, unreadable } from './caller.ts'
import type { Papers } from './papers.ts'
import { placeBeside } from './place-file.ts'

type PackParts = {
  readonly shelf: PackShelf
  readonly workspace: Workspace
  readonly papers: Pick<Papers, 'outputFolder'>
  readonly changes: Broadcast<Change>
}

export function packRoutes({ shelf, workspace, papers, changes }: PackParts, writable: () => void) {
  const own = createOwnPacks(shelf, workspace.packs)

  /** Changes are told to everybody; what does not fit leaves as a refusal with its findings. */
  async function change<T>(work: () => Promise<T>): Promise<T> {
    writable()
    try {
      const done = await work()
      changes.tell({ kind: 'packs' })
      return done
    } catch (why) {
      if (why instanceof PackUnfitError)
        throw new ORPCError('PACK_UNFIT', { status: refusals.PACK_UNFIT.status, data: { refused: [...why.refused] }, defined: true })
      throw why
    }
  }

  return {
    all: guarded.packs.all.handler(() => ({
      packs: shelf.packs,
      refused: shelf.refused,
      own: shelf.packs.map(({ head }) => head.id).filter((id) => shelf.isOwn(id)),
    })),
    copy: guarded.packs.copy.handler(({ input }) =>
      change(async () => {
        const pack = await own.copy(input.from, input.id, input.title)
        if (pack === null) throw refuse('NOT_FOUND', 'pack', input.from)
        return { pack }
      }),
    ),
    write: guarded.packs.write.handler(({ input }) => change(async () => ({ pack: await own.write(input.part, input.from) }))),
    remove: guarded.packs.remove.handler(({ input }) =>
      change(async () => {
        const kept = await own.remove(input.pack)
        if (kept === null) throw refuse('NOT_FOUND', 'pack', input.pack)
        return { kept }
      }),
    ),
    putBack: guarded.packs.putBack.handler(({ input }) =>
      change(async () => {
        const pack = await own.putBack(input.kept)
        if (pack === null) throw refuse('NOT_FOUND', 'pack', input.kept)
        return { pack }
      }),
    ),
    import: guarded.packs.import.handler(({ input }) =>
      change(async () => {
        const pack = await own.take(new Uint8Array(await input.file.arrayBuffer()))
        if (pack === null) throw unreadable('type')
        return { pack }
      }),
    ),
    export: guarded.packs.export.handler(async ({ input }) => {
      const bytes = await own.handOn(input.pack)
      if (bytes === null) throw refuse('NOT_FOUND', 'pack', input.pack)
      const name = fileNameFor([input.pack], 'zip')
      const file = await placeBeside(papers.outputFolder(), name, bytes)
      return { file, name, bytes: bytes.byteLength }
    }),
  }
}
