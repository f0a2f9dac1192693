/** Which document was exported when, and what it said then. Losing this loses no work: only that something changed since is not known. */
import { z } from 'zod'
import type { Workspace } from '#core/workspace/workspace.ts'
import { type DocumentSubject, documentPrint } from '#shared/api/documents.ts'
import type { DocumentDef } from '#shared/model/pack.ts'

const record = z.object({
  /** ISO moment of the newest export. */
  at: z.string(),
  /** ISO moment that stands in the file itself: an export that says the same is the same file again. */
  clock: z.string(),
  /** Digest of what it was made of. */
  made: z.string(),
  print: documentPrint,
  parts: z.array(z.tuple([z.string(), z.string()])),
})
export type ExportRecord = z.infer<typeof record>

const recordFile = z.object({
  format: z.literal(1),
  /** Kind of document → what it is about → its newest export. */
  exports: z.record(z.string(), z.record(z.string(), record)),
})

/** What a print is about, in one word; of the lab `lab`. */
export const subjectKey = (def: Pick<DocumentDef, 'scope'>, subject: DocumentSubject): string =>
  (def.scope === 'lab' ? 'lab' : subject[def.scope]) ?? ''

export type Records = {
  find(lab: string, kind: string, subject: string): Promise<ExportRecord | null>
  /** Known from now on; on disk with the next `save`. */
  note(lab: string, kind: string, subject: string, record: ExportRecord): Promise<void>
  /** Never refuses: an export that succeeded is not undone because no note of it could be kept. */
  save(lab: string): Promise<void>
}

type Book = { readonly exports: Map<string, Map<string, ExportRecord>>; unsaved: boolean }

export function createRecords(workspace: Pick<Workspace, 'exports' | 'readOnly'>): Records {
  const books = new Map<string, Promise<Book>>()

  async function read(lab: string): Promise<Book> {
    const found = recordFile.safeParse(await workspace.exports.read(lab))
    const kinds = found.success ? Object.entries(found.data.exports) : []
    return { exports: new Map(kinds.map(([kind, subjects]) => [kind, new Map(Object.entries(subjects))])), unsaved: false }
  }
  const bookOf = (lab: string): Promise<Book> => {
    const book = books.get(lab) ?? read(lab)
    books.set(lab, book)
    return book
  }

  return {
    find: async (lab, kind, subject) => (await bookOf(lab)).exports.get(kind)?.get(subject) ?? null,
    async note(lab, kind, subject, one) {
      const book = await bookOf(lab)
      const subjects = book.exports.get(kind) ?? new Map<string, ExportRecord>()
      subjects.set(subject, one)
      book.exports.set(kind, subjects)
      book.unsaved = true
    },
    async save(lab) {
      const book = await bookOf(lab)
      if (!book.unsaved || workspace.readOnly) return
      book.unsaved = false
      const kinds = [...book.exports].map(([kind, subjects]) => [kind, Object.fromEntries(subjects)] as const)
      await workspace.exports.write(lab, { format: 1, exports: Object.fromEntries(kinds) }).catch(() => {
        book.unsaved = true
      })
    },
  }
}
