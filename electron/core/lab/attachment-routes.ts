/** Photos and files of a lab: stored once by content, handed out again, and looked for when they are gone. */
import type { Workspace } from '#core/workspace/workspace.ts'
import type { LabId } from '#shared/model/ids.ts'
import type { Attachment } from '#shared/model/lab.ts'
import { endingOf, isPictureName, mostFileBytes } from '#shared/rules/evidence-files.ts'
import { asBlob, mediaType } from './blobs.ts'
import { guarded, refuse, unreadable } from './caller.ts'
import { withoutNotes } from './clean-picture.ts'
import type { Library } from './library.ts'
import { createMissing } from './missing-files.ts'
import { pdfPages } from './pdf-pages.ts'
import { readPdf, readPicture } from './picture.ts'

export function attachmentRoutes(
  { workspace, library }: { readonly workspace: Workspace; readonly library: Library },
  writable: () => void,
) {
  const missing = createMissing(workspace, library)
  return {
    put: guarded.attachment.put.handler(async ({ input }) => {
      writable()
      if (input.file.size > mostFileBytes) throw unreadable('size')
      if (input.file.size === 0) throw unreadable('damaged')
      const given = new Uint8Array(await input.file.arrayBuffer())
      const { bytes, ...facts } = received(given, nameOf(input.file) || input.title, input.file.type)
      const name = await workspace.putAttachment(input.lab as LabId, bytes, facts.ending) // checked against the id pattern at the door
      const { width, height, pages } = facts
      return { name, title: input.title, type: mediaType(facts.ending), bytes: bytes.byteLength, width, height, pages }
    }),
    get: guarded.attachment.get.handler(async ({ input }) => {
      const bytes = await workspace.readAttachment(input.lab as LabId, input.name) // checked against the id pattern at the door
      if (bytes === null) throw refuse('NOT_FOUND', 'attachment', input.name)
      return asBlob(bytes, mediaType(input.name.split('.').at(-1) ?? ''))
    }),
    missing: guarded.attachment.missing.handler(({ input }) => missing(input.lab as LabId)), // checked against the id pattern at the door
  }
}

const nameOf = (file: object): string => ('name' in file && typeof file.name === 'string' && file.name !== 'blob' ? file.name : '')

type Received = Pick<Attachment, 'width' | 'height' | 'pages'> & { readonly bytes: Uint8Array; readonly ending: string }

/** What a file is, told by its bytes, and only where they do not say by its name. */
function received(bytes: Uint8Array, name: string, type: string): Received {
  const picture = readPicture(bytes)
  if (picture !== null) {
    return { bytes: withoutNotes(bytes, picture.type), ending: picture.type, width: picture.width, height: picture.height, pages: 0 }
  }
  if (readPdf(bytes) !== null) return { bytes, ending: 'pdf', width: 0, height: 0, pages: pdfPages(bytes) }
  // Shown and printed it would be what it is not; and of another kind of picture nobody could take out where it was taken.
  const pretends = isPictureName(name) || endingOf(name) === 'pdf' || type.startsWith('image/') || type === 'application/pdf'
  if (pretends) throw unreadable('type')
  return { bytes, ending: endingOf(name), width: 0, height: 0, pages: 0 }
}
