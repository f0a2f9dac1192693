import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseDocument } from 'yaml'
import type { z } from 'zod'
import { FaultError, type FaultKind } from '#shared/model/faults.ts'

/** Far above any real sample file; what is larger is not ours. */
const largestFile = 1_000_000
const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'prototype', 'constructor'])

export const refuse = (file: string, detail: string, kind: FaultKind = 'broken'): FaultError => new FaultError({ kind, file, detail })

/** Bytes of a file in the sample, or a fault that names it. */
export async function readSampleFile(folder: string, file: string): Promise<Uint8Array> {
  try {
    return await readFile(join(folder, file))
  } catch (why) {
    const code = why instanceof Error && 'code' in why ? why.code : ''
    throw refuse(file, String(why), code === 'ENOENT' ? 'missing' : code === 'EACCES' || code === 'EPERM' ? 'denied' : 'io')
  }
}

/**
 * One YAML file in the shape asked for.
 * @throws FaultError with the file and either line and column (not YAML) or the path of the value (wrong shape).
 */
export async function readYaml<Schema extends z.ZodType>(folder: string, file: string, schema: Schema): Promise<z.output<Schema>> {
  const bytes = await readSampleFile(folder, file)
  if (bytes.byteLength > largestFile) throw refuse(file, `larger than ${largestFile} bytes`)
  const parsed = schema.safeParse(plainYaml(file, new TextDecoder().decode(bytes)))
  if (parsed.success) return parsed.data
  throw refuse(file, parsed.error.issues.map((issue) => `${pathText(issue.path)}: ${issue.message}`).join('; '))
}

function plainYaml(file: string, text: string): unknown {
  const document = parseDocument(text, { version: '1.2', uniqueKeys: true, prettyErrors: true })
  const error = document.errors[0] ?? document.warnings[0]
  if (error !== undefined) throw refuse(file, error.message)
  let value: unknown
  try {
    // No aliases at all: a sample needs none, and a few nested ones can grow into gigabytes.
    value = document.toJS({ maxAliasCount: 0 })
  } catch (why) {
    throw refuse(file, String(why))
  }
  refuseForbiddenKeys(file, value, [])
  return value
}

function refuseForbiddenKeys(file: string, value: unknown, path: readonly PropertyKey[]): void {
  if (typeof value !== 'object' || value === null) return
  for (const key of Object.getOwnPropertyNames(value)) {
    if (forbiddenKeys.has(key)) throw refuse(file, `${pathText([...path, key])}: this key is not allowed`)
    const inner: unknown = Object.getOwnPropertyDescriptor(value, key)?.value
    refuseForbiddenKeys(file, inner, [...path, Array.isArray(value) ? Number(key) : key])
  }
}

/** `["canvases", "usg", "items", 2]` → `canvases.usg.items[2]` */
export const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text === '' ? String(key) : `${text}.${String(key)}`),
    '',
  )
