/** Photos and files of a lab: stored once by content, handed out again, and looked for when they are gone. */
import type { Workspace } from '#core/workspace/workspace.ts'
import type { LabId } from '#shared/model/ids.ts'
import { asBlob, mediaType } from './blobs.ts'
import { guarded, refuse, unreadable } from './caller.ts'
import { readPdf, readPicture } from './picture.ts'

/** Largest file taken in. */
const mostBytes = 12 * 1024 * 1024

export function attachmentRoutes({ workspace }: { readonly workspace: Workspace }, writable: () => void) {
  return {
    put: guarded.attachment.put.handler(async ({ input }) => {
      writable()
      if (input.file.size > mostBytes) throw unreadable('size')
      const bytes = new Uint8Array(await input.file.arrayBuffer())
      const picture = readPicture(bytes) ?? readPdf(bytes)
      if (picture === null) throw unreadable('type')
      const name = await workspace.putAttachment(input.lab as LabId, bytes, picture.type) // checked against the id pattern at the door
      return {
        name,
        title: input.title,
        type: mediaType(picture.type),
        bytes: bytes.byteLength,
        width: picture.width,
        height: picture.height,
        pages: 0,
      }
    }),
    get: guarded.attachment.get.handler(async ({ input }) => {
      const bytes = await workspace.readAttachment(input.lab as LabId, input.name) // checked against the id pattern at the door
      if (bytes === null) throw refuse('NOT_FOUND', 'attachment', input.name)
      return asBlob(bytes, mediaType(input.name.split('.').at(-1) ?? ''))
    }),
    missing: guarded.attachment.missing.handler(() => []),
  }
}
