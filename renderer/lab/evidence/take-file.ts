/** The one way of a file into the lab: pictures are written anew and lose their place, PDFs are counted, all else goes as it is. */
import type { About } from '#shared/api/contract.ts'
import type { LabId } from '#shared/model/ids.ts'
import type { Attachment } from '#shared/model/lab.ts'
import { endingOf, isPictureName, mostBrowserBytes, mostFileBytes } from '#shared/rules/evidence-files.ts'
import { sayNow } from '../../app/text.ts'
import { preparePicture } from '../../state/picture.ts'
import { codeOf, type Trouble, troubleOf } from '../refusal.ts'
import type { LabClient } from '../wire.ts'

/** Longest side of a stored picture in px: enough for a whole printed page. */
const longestSide = 2048

const refusals = ['type', 'picture', 'size', 'empty'] as const
/** Thrown for a file that stays outside; `troubleOfTaking` says it in words. */
class NotTaken extends Error {
  readonly reason: (typeof refusals)[number]
  constructor(reason: (typeof refusals)[number]) {
    super(reason)
    this.reason = reason
  }
}

/** Whether a file was refused for what it is; else the lab could not be reached or written. */
export const wasRefused = (error: unknown): boolean => error instanceof NotTaken || codeOf(error) === 'UNREADABLE'

type Door = About['door']
export const mostFor = (door: Door | undefined): number => (door === 'browser' ? mostBrowserBytes : mostFileBytes)

/** @throws what `troubleOfTaking` explains */
export async function takeFile(client: LabClient, lab: LabId, file: File, door: Door | undefined): Promise<Attachment> {
  if (file.size === 0) throw new NotTaken('empty')
  const title = file.name.slice(0, 300)
  if (file.type.startsWith('image/') || isPictureName(file.name)) {
    const ready = await preparePicture(file, longestSide)
    if (ready === null) throw new NotTaken('picture')
    return client.attachment.put({ lab, title, file: ready.file })
  }
  if (file.size > mostFor(door)) throw new NotTaken('size')
  const kept = await client.attachment.put({ lab, title, file })
  return kept.pages === 0 && endingOf(kept.name) === 'pdf' ? { ...kept, pages: await countPages(file) } : kept
}

/** Of a PDF whose count the lab could not read off it; 0 where nothing can. */
async function countPages(file: File): Promise<number> {
  try {
    const { openPdf } = await import('../../parts/pdf.ts')
    const { pdf, close } = await openPdf(await file.arrayBuffer())
    const pages = pdf.numPages
    close()
    return pages
  } catch {
    return 0
  }
}

/** @param name of the file */
export function troubleOfTaking(error: unknown, name: string, door: Door | undefined): Trouble {
  const reason = error instanceof NotTaken ? error.reason : codeOf(error) === 'UNREADABLE' ? 'type' : null
  if (reason === null) return troubleOf(error)
  const safe = sayNow('evidence.refusedSafe')
  const detail = `${reason}: ${name}`
  const mb = (bytes: number): number => Math.floor(bytes / 1024 / 1024)
  switch (reason) {
    case 'size': {
      const todo = sayNow('evidence.refusedSizeDo', { most: mb(mostFor(door)) })
      return { what: sayNow('evidence.refusedSize', { name }), safe, todo, detail }
    }
    case 'empty':
      return { what: sayNow('evidence.refusedEmpty', { name }), safe, todo: sayNow('evidence.refusedEmptyDo'), detail }
    case 'picture':
      return { what: sayNow('evidence.refusedType', { name }), safe, todo: sayNow('evidence.refusedPictureDo'), detail }
    case 'type':
      return { what: sayNow('evidence.refusedType', { name }), safe, todo: sayNow('evidence.refusedTypeDo'), detail }
  }
}
