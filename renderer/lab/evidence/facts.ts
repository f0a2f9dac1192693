/** What can be said of a piece of evidence at a glance. */
import type { Evidence } from '#shared/model/evidence.ts'
import type { EvidenceKind } from '#shared/model/indicators.ts'
import type { Attachment, Innovation } from '#shared/model/lab.ts'
import type { Language } from '#shared/model/text.ts'
import { formatDay } from '#shared/rules/dates.ts'
import { isHeavyPdf, kindOfFile } from '#shared/rules/evidence-files.ts'
import { formatNumber } from '#shared/rules/numbers.ts'
import { sayNow } from '../../app/text.ts'

export type EvidenceFacts = {
  readonly kind: EvidenceKind | 'none'
  readonly file: Attachment | undefined
  readonly heavy: boolean
  /** The folder of the lab does not hold its file. */
  readonly gone: boolean
}

export function evidenceFacts(one: Evidence, innovation: Pick<Innovation, 'attachments'>, gone: ReadonlySet<string>): EvidenceFacts {
  const file = one.file === '' ? undefined : innovation.attachments[one.file]
  const kind = one.file !== '' ? kindOfFile(one.file) : one.link.trim() !== '' ? 'link' : 'none'
  return { kind, file, heavy: file !== undefined && isHeavyPdf(file), gone: one.file !== '' && gone.has(one.file) }
}

/** `340 KB`, `1,2 MB` */
export function sizeWords(bytes: number, language: Language): string {
  const kb = bytes / 1024
  return kb < 1000
    ? `${formatNumber(Math.max(1, Math.round(kb)), language, { decimals: 0 })} KB`
    : `${formatNumber(kb / 1024, language, { decimals: 1 })} MB`
}

/** `PDF · 3 halaman · 1,2 MB · 12 Mei 2026`; what is not known is left out. */
export function factsLine(one: Evidence, { kind, file }: EvidenceFacts, language: Language): string {
  const pages = file?.pages ?? 0
  return [
    sayNow(`evidence.kind_${kind}`),
    pages === 0 ? '' : sayNow(pages === 1 ? 'evidence.pages_1' : 'evidence.pages', { n: pages }),
    file === undefined ? '' : sizeWords(file.bytes, language),
    kind === 'link' ? one.link.replace(/^https?:\/\//u, '') : '',
    one.date === '' ? '' : formatDay(one.date, language),
  ]
    .filter((part) => part !== '')
    .join(' · ')
}
