/** Printed documents over the contract. */
import type { InnovationId, LabId } from '#shared/model/ids.ts'
import { asBlob } from './blobs.ts'
import { guarded, noDesk, refuse } from './caller.ts'
import { type Papers, readExport } from './papers.ts'
import type { Desk } from './router.ts'

export function documentRoutes({ papers, desk }: { readonly papers: Papers; readonly desk: Desk }) {
  return {
    list: guarded.document.list.handler(({ input }) =>
      // checked against the id pattern at the door
      papers.list(input.lab as LabId, input.innovation as InnovationId | undefined, input.kind),
    ),
    preview: guarded.document.preview.handler(async ({ input, signal }) => asBlob(await papers.preview(input, signal), 'application/pdf')),
    export: guarded.document.export.handler(async function* ({ input, signal }) {
      yield* papers.export(input, input.format, signal)
    }),
    file: guarded.document.file.handler(async ({ input }) => {
      const file = await papers.find(input.file)
      if (file === null) throw refuse('NOT_FOUND', 'file', input.file)
      return asBlob(await readExport(file), 'application/octet-stream')
    }),
    reveal: guarded.document.reveal.handler(async ({ input }) => {
      if (desk.reveal === undefined) throw noDesk()
      const file = await papers.find(input.file)
      if (file === null) throw refuse('NOT_FOUND', 'file', input.file)
      await desk.reveal(file)
      return {}
    }),
    batch: guarded.document.batch.handler(async function* ({ input, signal }) {
      yield* papers.batch(input, signal)
    }),
    changes: guarded.document.changes.handler(({ input }) => papers.changes(input)),
  }
}
