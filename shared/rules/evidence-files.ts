/** Which files the lab keeps, under which endings, and how large they may be. */
import type { EvidenceKind } from '../model/indicators.ts'
import { heaviestPdf } from './submission-papers.ts'

const mb = 1024 * 1024

/** Largest file taken in, in bytes: one region's limit for the video of an innovation (domain.md 3.4). */
export const mostFileBytes = 100 * mb
/** A browser sends a file in one call, and its door takes calls of this size and their wrapping. */
export const mostBrowserBytes = mostFileBytes
/**
 * Endings under which files are kept, and what each is. Nothing that a double click would run: programs, scripts, pages with scripts
 * and office files with macros are not in it.
 */
const kinds: Readonly<Record<string, EvidenceKind>> = {
  pdf: 'pdf',
  jpg: 'image',
  png: 'image',
  mp4: 'video',
  m4v: 'video',
  mov: 'video',
  webm: 'video',
  avi: 'video',
  mkv: 'video',
  '3gp': 'video',
  mp3: 'other',
  m4a: 'other',
  wav: 'other',
  ogg: 'other',
  doc: 'other',
  docx: 'other',
  odt: 'other',
  rtf: 'other',
  txt: 'other',
  xls: 'other',
  xlsx: 'other',
  ods: 'other',
  csv: 'other',
  ppt: 'other',
  pptx: 'other',
  odp: 'other',
  zip: 'other',
}
const sameAs: Readonly<Record<string, string>> = { jpeg: 'jpg', jpe: 'jpg', jfif: 'jpg', text: 'txt' }

/** What stands after the last dot, in small letters; empty without one. */
const rawEnding = (name: string): string => /\.([a-z0-9]{1,8})$/u.exec(name.trim().toLowerCase())?.[1] ?? ''

/** The ending under which a file of that name is kept; `bin` for every one that is not on the list. */
export function endingOf(name: string): string {
  const raw = rawEnding(name)
  const ending = Object.hasOwn(sameAs, raw) ? (sameAs[raw] ?? raw) : raw
  return Object.hasOwn(kinds, ending) ? ending : 'bin'
}

/** Pictures that are not kept as they come, because their notes cannot be taken out: a page writes them anew as JPEG. */
const otherPictures = /\.(?:webp|gif|heic|heif|avif|tiff?|bmp|dng|jxl)$/iu

export const isPictureName = (name: string): boolean => kindOfFile(name) === 'image' || otherPictures.test(name.trim())

/** What a file is, by the name it is kept under or the name it came with. */
export const kindOfFile = (name: string): EvidenceKind => kinds[endingOf(name)] ?? 'other'

/** Too heavy for most submission sites. */
export const isHeavyPdf = (file: { readonly name: string; readonly bytes: number }): boolean =>
  endingOf(file.name) === 'pdf' && file.bytes > heaviestPdf
