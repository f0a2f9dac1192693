/** Reads the files of one pack folder and checks each by itself. What packs say about one another is looked at in `references.ts`. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import {
  type CanvasDef,
  canvasDef,
  type DerivedMethodDef,
  type DocumentDef,
  derivedMethodDef,
  documentDef,
  type IndicatorSet,
  indicatorSet,
  type MethodDef,
  methodDef,
  type PackHead,
  type ProposalDef,
  packFolders,
  packHead,
  proposalDef,
  type RubricDef,
  rubricDef,
} from '#shared/model/pack.ts'
import { canvasFindings, methodFindings } from './check.ts'
import { documentFindings } from './check-document.ts'
import { indicatorFindings } from './check-indicators.ts'
import { formFindings } from './check-proposal.ts'
import { rubricFindings } from './check-rubric.ts'
import { type Finding, finding, findingsOf } from './findings.ts'
import { readYaml } from './yaml.ts'

export const maxFiles = 200

/** Something read from a file, so that later findings can name the file. */
export type From<T> = { readonly file: string; readonly def: T }
export type Draft = {
  readonly id: string
  readonly head: PackHead
  readonly method: From<MethodDef | DerivedMethodDef> | undefined
  readonly canvases: readonly From<CanvasDef>[]
  readonly forms: readonly From<ProposalDef>[]
  readonly indicators: readonly From<IndicatorSet>[]
  readonly documents: readonly From<DocumentDef>[]
  readonly rubrics: readonly From<RubricDef>[]
}
export type FileFinding = Finding & { readonly file: string }
export type PackReading = { readonly id: string; readonly draft: Draft | null; readonly findings: readonly FileFinding[] }

type Reader = { readonly root: string; readonly findings: FileFinding[] }

/** @param name of the folder, which must also be the id of the pack */
export async function readPack(folder: string, name: string): Promise<PackReading> {
  const reader: Reader = { root: join(folder, name), findings: [] }
  const files = await filesOf(reader)
  const head = files.includes('pack.yaml')
    ? await read(reader, 'pack.yaml', packHead)
    : note(reader, 'pack.yaml', [finding([], 'noPackFile')])
  if (head && head.def.id !== name) note(reader, 'pack.yaml', [finding(['id'], 'folderNameId', { name })])
  const method = files.includes('method.yaml') ? await readMethod(reader) : undefined
  const canvases = await readAll(reader, files, 'canvases', canvasDef, canvasFindings)
  const forms = await readAll(reader, files, 'forms', proposalDef, formFindings)
  const indicators = await readAll(reader, files, 'indicators', indicatorSet, indicatorFindings)
  const documents = await readAll(reader, files, 'documents', documentDef, documentFindings)
  const rubrics = await readAll(reader, files, 'rubrics', rubricDef, rubricFindings)
  const draft =
    head && reader.findings.length === 0 ? { id: name, head: head.def, method, canvases, forms, indicators, documents, rubrics } : null
  return { id: name, draft, findings: reader.findings }
}

const readable = new RegExp(`^(?:pack|method)\\.yaml$|^(?:${packFolders.join('|')})/[^/]+\\.yaml$`)

/** Paths with `/`, in a fixed order. A YAML file where none is read would be silently without effect, so it is refused. */
async function filesOf(reader: Reader): Promise<readonly string[]> {
  const files = (await yamlFilesIn(reader.root, '')).toSorted()
  if (files.length > maxFiles) note(reader, '', [finding([], 'tooManyFiles', { max: maxFiles })])
  const known = files.slice(0, maxFiles).filter((file) => readable.test(file))
  for (const file of files.slice(0, maxFiles)) if (!known.includes(file)) note(reader, file, [finding([], 'unknownFile')])
  return known
}

/** The YAML files of a pack as they lie there. */
export async function filesIn(folder: string, name: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const root = join(folder, name)
  const found = new Map<string, Uint8Array>()
  for (const file of (await yamlFilesIn(root, '')).toSorted()) found.set(file, await readFile(join(root, file)))
  return found
}

/** Links are not followed. Folder by folder, because a packaged app reads its templates from an archive that knows no recursive listing. */
async function yamlFilesIn(root: string, inside: string): Promise<readonly string[]> {
  const entries = await readdir(join(root, inside), { withFileTypes: true })
  const visible = entries.filter((entry) => !entry.name.startsWith('.'))
  const here = visible.filter((entry) => entry.isFile() && /\.ya?ml$/i.test(entry.name)).map((entry) => inside + entry.name)
  const folders = visible.filter((entry) => entry.isDirectory()).map((entry) => yamlFilesIn(root, `${inside}${entry.name}/`))
  return [...here, ...(await Promise.all(folders)).flat()]
}

async function readMethod(reader: Reader): Promise<From<MethodDef | DerivedMethodDef> | undefined> {
  const file = 'method.yaml'
  const value = await load(reader, file)
  if (value === undefined) return undefined
  const derived = typeof value === 'object' && value !== null && 'from' in value
  return derived ? check(reader, file, value, derivedMethodDef) : check(reader, file, value, methodDef, methodFindings)
}

async function readAll<T extends { readonly id: string }>(
  reader: Reader,
  files: readonly string[],
  kind: string,
  schema: z.ZodType<T>,
  inside: (def: T) => Iterable<Finding>,
): Promise<readonly From<T>[]> {
  const found: From<T>[] = []
  for (const file of files.filter((name) => name.startsWith(`${kind}/`))) {
    const one = await read(reader, file, schema, inside)
    const name = file.slice(kind.length + 1, -'.yaml'.length)
    if (one && one.def.id !== name) note(reader, file, [finding(['id'], 'fileNameId', { name })])
    if (one) found.push(one)
  }
  return found
}

async function read<T>(
  reader: Reader,
  file: string,
  schema: z.ZodType<T>,
  inside?: (def: T) => Iterable<Finding>,
): Promise<From<T> | undefined> {
  const value = await load(reader, file)
  return value === undefined ? undefined : check(reader, file, value, schema, inside)
}

/** `undefined` when the file could not be read; an empty file is `null` and left to the schema. */
async function load(reader: Reader, file: string): Promise<unknown> {
  const bytes = await readFile(join(reader.root, file)).catch(() => null)
  if (!bytes) return note(reader, file, [finding([], 'notReadable')])
  const reading = readYaml(bytes)
  return reading.ok ? reading.value : note(reader, file, reading.findings)
}

function check<T>(
  reader: Reader,
  file: string,
  value: unknown,
  schema: z.ZodType<T>,
  inside?: (def: T) => Iterable<Finding>,
): From<T> | undefined {
  const parsed = schema.safeParse(value)
  if (!parsed.success) return note(reader, file, findingsOf(parsed.error, value))
  note(reader, file, inside ? [...inside(parsed.data)] : [])
  return { file, def: parsed.data }
}

function note(reader: Reader, file: string, findings: readonly Finding[]): undefined {
  reader.findings.push(...findings.map((one) => ({ ...one, file })))
}
