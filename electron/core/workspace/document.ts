/**
 * The text of one document file: `{ format, version, kind, id, revision, summary, state, checksum }`.
 * Knows nothing of folders; what `state` means is the business of whoever handed it in. See docs/file-format.md.
 */
import { z } from 'zod'
import type { FaultKind } from '#shared/model/faults.ts'
import { checksumOf } from './canonical.ts'

export const documentKinds = ['lab', 'innovation', 'convention', 'sheet', 'visitors', 'assignment', 'returned'] as const
/** All but labs and innovations are plain values: they stand in `summary`, and their `state` is empty. */
export type DocumentKind = (typeof documentKinds)[number]

/** What a document holds, as the rest of the core sees it. */
export type Content<Summary> = {
  readonly id: string
  /** Counts saves from 1. */
  readonly revision: number
  /** Version of the Labinov that wrote it. */
  readonly version: string
  readonly summary: Summary
  /** Yjs update, opaque here. */
  readonly state: Uint8Array
}

const envelope = z.object({
  format: z.number().int().positive(),
  version: z.string(),
  kind: z.enum(documentKinds),
  id: z.string(),
  revision: z.number().int().positive(),
  checksum: z.string(),
  summary: z.unknown(),
  state: z.string(),
})
export type Envelope = z.infer<typeof envelope>

/** Turns a document of format `n` into one of `n + 1`; gets and gives all fields. What it does to `format` and `checksum` does not matter. */
export type Step = (old: Readonly<Record<string, unknown>>) => Record<string, unknown>

/** `steps[0]` leads from format 1 to 2, and so on. The present format is the number of steps plus one. */
export const steps: readonly Step[] = []

export const encodeDocument = (kind: DocumentKind, content: Content<unknown>, format: number = steps.length + 1): Envelope => {
  const { version, id, revision, summary } = content
  const head = { format, version, kind, id, revision, summary }
  const state = Buffer.from(content.state.buffer, content.state.byteOffset, content.state.byteLength).toString('base64')
  // The state is one long line and stands last, so that a person who opens the file sees the readable part first.
  return { ...head, checksum: checksumOf(head, state), state }
}

export type Refusal = { readonly kind: FaultKind & ('not_ours' | 'too_new' | 'broken'); readonly format?: number; readonly detail: string }
export type Decoded<Summary> = { readonly content: Content<Summary> } | { readonly refusal: Refusal }

const refuse = (kind: Refusal['kind'], detail: string, format?: number): { readonly refusal: Refusal } => ({
  refusal: format === undefined ? { kind, detail } : { kind, detail, format },
})

/** Traces of our own files: where one is left, the rest was damaged and is not somebody else's. */
const traces = ['format', 'checksum', 'revision', 'state']

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The text as an object of ours, still unchecked; or why it is none. */
const opened = (text: string): { readonly fields: Record<string, unknown> } | { readonly refusal: Refusal } => {
  const value = parsed(text)
  const ours = traces.some((trace) => text.includes(`"${trace}"`))
  // A file full of zeros, or of nothing, is what a torn write by another program or a failing disk leaves.
  const empty = !/[^\s\0]/.test(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return ours || empty ? refuse('broken', 'not readable as JSON') : refuse('not_ours', 'not a document of Labinov')
  }
  return ours ? { fields: { ...value } } : refuse('not_ours', 'JSON, but not a document of Labinov')
}

/** Whether a document as it was read carries the checksum of its own content; in every format alike. */
const fits = ({ checksum, state, ...head }: Readonly<Record<string, unknown>>): boolean =>
  typeof state === 'string' && checksumOf(head, state) === checksum

/**
 * Reads one document.
 * @param expect what the file's place in the workspace says it must be.
 * @param path   the migration steps; the shipped ones unless a test brings its own.
 */
export const decodeDocument = <Summary>(
  text: string,
  expect: { readonly kind: DocumentKind; readonly id: string; readonly summary: z.ZodType<Summary> },
  path: readonly Step[] = steps,
): Decoded<Summary> => {
  const result = opened(text)
  if ('refusal' in result) return result
  const body = result.fields
  const present = path.length + 1
  const format = body.format
  if (typeof format !== 'number' || !Number.isInteger(format) || format < 1) return refuse('broken', 'no format number')
  if (format > present) {
    // The checksum covers the format number: if it fits an older number, the number was damaged and nothing newer wrote this.
    for (let older = 1; older <= present; older += 1) {
      if (fits({ ...body, format: older })) return refuse('broken', `format number ${format} is damaged, ${older} was written`)
    }
    return refuse('too_new', `format ${format}, this Labinov knows up to ${present}`, format)
  }
  if (!fits(body)) return refuse('broken', 'the checksum does not fit')
  let moved: Record<string, unknown> = body
  for (const step of path.slice(format - 1)) moved = step(moved)
  return shaped(moved, expect)
}

const shaped = <Summary>(
  body: Readonly<Record<string, unknown>>,
  expect: { readonly kind: DocumentKind; readonly id: string; readonly summary: z.ZodType<Summary> },
): Decoded<Summary> => {
  const whole = envelope.safeParse(body)
  if (!whole.success) return refuse('broken', whole.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '))
  const { kind, id, revision, version, state } = whole.data
  if (kind !== expect.kind || id !== expect.id)
    return refuse('not_ours', `holds ${kind} ${id}, its place is that of ${expect.kind} ${expect.id}`)
  const summary = expect.summary.safeParse(whole.data.summary)
  if (!summary.success)
    return refuse('broken', summary.error.issues.map((issue) => `summary.${issue.path.join('.')}: ${issue.message}`).join('; '))
  return { content: { id, revision, version, summary: summary.data, state: new Uint8Array(Buffer.from(state, 'base64')) } }
}

/** The text of a document as it stands in the file: indented, one line for the state, a line break at the end. */
export const documentText = (document: Envelope): string => `${JSON.stringify(document, null, 2)}\n`
