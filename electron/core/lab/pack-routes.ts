/** Packs over the contract: all that are in force, and the making of own ones. */
import type { PackShelf } from '#core/packs/shelf.ts'
import { guarded, refuse } from './caller.ts'

export function packRoutes({ shelf }: { readonly shelf: PackShelf }, _writable: () => void) {
  return {
    all: guarded.packs.all.handler(() => ({ packs: shelf.packs, refused: shelf.refused })),
    copy: guarded.packs.copy.handler(({ input }) => {
      throw refuse('NOT_FOUND', 'pack', input.from)
    }),
    write: guarded.packs.write.handler(({ input }) => {
      throw refuse('NOT_FOUND', 'pack', input.pack)
    }),
    remove: guarded.packs.remove.handler(({ input }) => {
      throw refuse('NOT_FOUND', 'pack', input.pack)
    }),
    import: guarded.packs.import.handler(() => {
      throw refuse('NOT_FOUND', 'pack', '')
    }),
    export: guarded.packs.export.handler(({ input }) => {
      throw refuse('NOT_FOUND', 'pack', input.pack)
    }),
  }
}
