/** The commands themselves. Each opens a lab, does one thing and closes it, whatever happens. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type OpenLab, openLab } from '#core/lab/lab.ts'
import { startServe } from '#serve/serve.ts'
import { type ExportFormat, type ExportStep, exportFormats } from '#shared/api/contract.ts'
import type { DocumentEntry, DocumentSubject } from '#shared/api/documents.ts'
import type { InnovationId, LabId } from '#shared/model/ids.ts'
import { papers as paperSizes } from '#shared/model/lab.ts'
import type { DocumentDef, StageKey } from '#shared/model/pack.ts'
import { languages } from '#shared/model/text.ts'
import { type Command, Failed, type Given, type Out, type Say, WrongUse } from './command.ts'
import { localDesk } from './open-browser.ts'
import { labParts, pagesFolder } from './places.ts'

const workspaceOption = { text: 'optWorkspace', value: 'DIR', needed: true } as const

async function withLab<T>(folder: string, readOnly: boolean, work: (lab: OpenLab) => Promise<T>): Promise<T> {
  const lab = await openLab({ ...labParts, folder: resolve(folder), readOnly })
  try {
    return await work(lab)
  } finally {
    await lab.close()
  }
}

/** Opening would make a missing workspace; whoever only reads one has mistyped its name. */
function existing(given: Given, say: Say): string {
  const folder = resolve(given.text('workspace'))
  if (!existsSync(join(folder, 'labs')) && !existsSync(join(folder, 'settings.json'))) throw new Failed(say('noWorkspace', { folder }))
  return folder
}

const choice = <T extends string>(given: Given, name: string, allowed: readonly T[], say: Say): T | undefined => {
  if (!given.has(name)) return undefined
  const found = allowed.find((one) => one === given.text(name))
  if (found === undefined) throw new WrongUse(say('optionWrong', { name, value: given.text(name) }))
  return found
}

async function finish(steps: AsyncIterable<ExportStep>, out: Out, say: Say): Promise<string> {
  for await (const step of steps) {
    if (step.state !== 'done') continue
    const { missingGlyphs, missingPictures } = step.report
    const n = missingGlyphs.reduce((sum, { count }) => sum + count, 0)
    if (n > 0) out.tell(say('glyphs', { name: step.name, n, chars: missingGlyphs.map(({ char }) => char).join(' ') }))
    if (missingPictures > 0) out.tell(say('missingPictures', { name: step.name, n: missingPictures }))
    return step.file
  }
  throw new Failed(say('unforeseen', { detail: 'export' }))
}

const demo: Command = {
  text: 'demo',
  options: { out: { text: 'optOut', value: 'DIR', needed: true } },
  run: async (given, out, say) => {
    const folder = resolve(given.text('out'))
    const workspace = join(folder, 'workspace')
    const documents = join(folder, 'documents')
    return withLab(workspace, false, async (lab) => {
      const sample = await lab.addSample()
      out.tell(say('sampleMade', { folder: workspace }))
      const id = sample.id as LabId // summaries carry the ids of labs
      const owners = [undefined, ...(await lab.workspace.innovations(id)).map((one) => one.id as InnovationId)] // summaries carry the ids of innovations
      let n = 0
      for (const innovation of owners) {
        for (const entry of (await lab.papers.list(id, innovation)).entries) {
          const into = join(documents, await lab.papers.folderOf(id, entry))
          for (const { format, variant } of printsOf(lab, entry.kind)) {
            const wanted = { lab: id, kind: entry.kind, language: 'id' as const, ...subjectOf(entry), ...variant }
            out.print(await finish(lab.papers.export(wanted, format, undefined, into), out, say))
            n += 1
          }
        }
      }
      out.tell(say('written', { n, folder: documents }))
      return 0
    })
  },
}

type Printing = { readonly format: ExportFormat; readonly variant: { readonly variant?: string } }

/** In pages in every form it has, and once as a workbook where it has one. */
function printsOf(lab: OpenLab, kind: string): readonly Printing[] {
  const def = lab.documents().find(({ id }) => id === kind)
  const variants = def === undefined || def.variants.length === 0 ? [{}] : def.variants.map(({ key }) => ({ variant: key }))
  const pages = variants.flatMap((variant) => pageFormats.map((format) => ({ format, variant })))
  return def?.workbook === undefined ? pages : [...pages, { format: 'xlsx', variant: {} }]
}
const pageFormats = ['docx', 'pdf'] as const

/** What an entry of the list is about, as an export wants it. */
const subjectOf = ({ innovation, session, stage, reward, convention }: DocumentEntry): DocumentSubject => ({
  ...(innovation === null ? {} : { innovation }),
  ...(session === null ? {} : { session }),
  ...(stage === null ? {} : { stage: stage as StageKey /* entries carry keys of stages */ }),
  ...(reward === null ? {} : { reward }),
  ...(convention === null ? {} : { convention }),
})

const serve: Command = {
  text: 'serve',
  options: {
    workspace: workspaceOption,
    port: { text: 'optPort', value: 'N' },
    host: { text: 'optHost', value: 'ADDR' },
    renderer: { text: 'optPages', value: 'DIR' },
  },
  run: async (given, out, say) => {
    const port = given.has('port') ? Number(given.text('port')) : 0
    if (!Number.isInteger(port) || port < 0 || port > 65535)
      throw new WrongUse(say('optionWrong', { name: 'port', value: given.text('port') }))
    const host = given.text('host') || '127.0.0.1'
    const pages = resolve(given.text('renderer') || pagesFolder)
    if (!existsSync(join(pages, 'index.html'))) throw new Failed(say('noPages', { folder: pages }))
    const folder = resolve(given.text('workspace'))
    const served = await startServe({ ...labParts, folder, host, port, pages, desk: isLocal(host) ? localDesk() : {} }).catch(
      (why: unknown) => {
        throw socketFailure(why, { host, port }, say)
      },
    )
    out.print(served.url)
    const { heldBy } = served.lab.workspace
    if (heldBy !== null) out.tell(say('readOnly', { pid: heldBy.pid, host: heldBy.host }))
    out.tell(say('stop'))
    await interrupted()
    const n = await served.close()
    if (n > 0) throw new Failed(say('unsaved', { n, folder }))
    return 0
  },
}

/** Only whoever sits at this machine gains from a folder opening on it. */
const isLocal = (host: string): boolean => ['127.0.0.1', 'localhost', '::1'].includes(host)

/** A refused socket in words; anything else as it is. */
function socketFailure(why: unknown, { host, port }: { readonly host: string; readonly port: number }, say: Say): unknown {
  const code = why instanceof Error && 'code' in why ? why.code : ''
  if (code === 'EADDRINUSE' || code === 'EACCES') return new Failed(say('portTaken', { port }))
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return new Failed(say('noAddress', { host }))
  return why
}

const interrupted = (): Promise<void> =>
  new Promise((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })

const exportOne: Command = {
  text: 'export',
  options: {
    workspace: workspaceOption,
    lab: { text: 'optLab', value: 'ID', needed: true },
    innovation: { text: 'optInnovation', value: 'ID' },
    document: { text: 'optDocument', value: 'KIND', needed: true, values: { kinds: 'proposal-kipp, form-ide, rekap-ide, …' } },
    session: { text: 'optSession', value: 'ID' },
    stage: { text: 'optStage', value: 'KEY' },
    reward: { text: 'optReward', value: 'ID' },
    convention: { text: 'optConvention', value: 'ID' },
    variant: { text: 'optVariant', value: 'KEY' },
    format: { text: 'optFormat', value: 'docx|pdf|xlsx', needed: true },
    out: { text: 'optOut', value: 'DIR', needed: true },
    paper: { text: 'optPaper', value: 'A4|F4' },
    date: { text: 'optDate', value: 'YYYY-MM-DD' },
    language: { text: 'optLanguage', value: 'id|en' },
  },
  run: async (given, out, say) => {
    const format: ExportFormat | undefined = choice(given, 'format', exportFormats, say)
    const paper = choice(given, 'paper', paperSizes, say)
    const language = choice(given, 'language', languages, say) ?? 'id'
    const date = given.text('date')
    if (date !== '' && !/^\d{4}-\d{2}-\d{2}$/.test(date)) throw new WrongUse(say('optionWrong', { name: 'date', value: date }))
    return withLab(existing(given, say), true, async (lab) => {
      const id = lab.workspace.labs().find((one) => one.id === given.text('lab'))?.id as LabId | undefined // summaries carry the ids of labs
      if (id === undefined) throw new Failed(say('noLab', { id: given.text('lab') }))
      const def = lab.documents().find((one) => one.id === given.text('document'))
      if (def === undefined) throw new WrongUse(say('optionWrong', { name: 'document', value: unknownKind(lab, given.text('document')) }))
      const subject = await subjectGiven(lab, id, def, given, say)
      if (format === 'xlsx' && def.workbook === undefined) throw new WrongUse(say('noWorkbook', { kind: def.id }))
      const variant = given.text('variant')
      if (variant !== '' && !def.variants.some(({ key }) => key === variant))
        throw new WrongUse(say('optionWrong', { name: 'variant', value: `${variant} (${def.variants.map(({ key }) => key).join(', ')})` }))
      const wanted = {
        lab: id,
        kind: def.id,
        language,
        ...subject,
        ...(variant === '' ? {} : { variant }),
        ...(paper === undefined ? {} : { paper }),
        ...(date === '' ? {} : { date }),
      }
      out.print(await finish(lab.papers.export(wanted, format ?? 'pdf', undefined, resolve(given.text('out'))), out, say))
      return 0
    })
  },
}

const unknownKind = (lab: OpenLab, kind: string): string =>
  `${kind} (${lab
    .documents()
    .map((def) => def.id)
    .join(', ')})`

/** What the document is about, as the options say; refused when it is not there. Options that this document does not need are not looked at. */
async function subjectGiven(lab: OpenLab, id: LabId, { scope, id: kind }: DocumentDef, given: Given, say: Say): Promise<DocumentSubject> {
  const named = given.text(scope)
  if (scope === 'lab') return {}
  if (named === '')
    throw new WrongUse(scope === 'innovation' ? say('innovationNeeded', { kind }) : say('subjectNeeded', { kind, option: scope }))
  if (scope === 'innovation') {
    if (!(await lab.workspace.innovations(id)).some((one) => one.id === named)) throw new Failed(say('noInnovation', { id: named }))
    return { innovation: named }
  }
  const { entries } = await lab.papers.list(id, undefined, kind)
  const entry = entries.find((one) => one[scope] === named)
  if (entry !== undefined) return subjectOf(entry)
  throw new WrongUse(say('optionWrong', { name: scope, value: `${named} (${entries.map((one) => one[scope]).join(', ')})` }))
}

const check: Command = {
  text: 'check',
  options: { workspace: workspaceOption, json: { text: 'optJson' } },
  run: (given, out, say) =>
    withLab(existing(given, say), true, async (lab) => {
      const report = await lab.workspace.check()
      if (given.has('json')) out.print(JSON.stringify(report))
      else if (report.damaged.length === 0) out.print(say('whole', { documents: report.documents, attachments: report.attachments }))
      else {
        for (const fault of report.damaged) out.print(`${fault.file}: ${fault.kind}: ${fault.detail}`)
        out.tell(say('damaged', { n: report.damaged.length }))
      }
      return report.damaged.length === 0 ? 0 : 1
    }),
}

const list: Command = {
  text: 'list',
  options: { workspace: workspaceOption, json: { text: 'optJson' } },
  run: (given, out, say) =>
    withLab(existing(given, say), true, async (lab) => {
      const labs = await Promise.all(
        lab.workspace.labs().map(async (one) => ({ ...one, innovations: await lab.workspace.innovations(one.id as LabId) })), // summaries carry the ids of labs
      )
      if (given.has('json')) out.print(JSON.stringify(labs))
      else
        for (const one of labs) {
          out.print(`${one.id}  ${one.region} ${one.year}, jilid ${one.jilid}`)
          for (const innovation of one.innovations) out.print(`  ${innovation.id}  ${innovation.name}  ${innovation.stage}`)
        }
      return 0
    }),
}

export const commands: Readonly<Record<string, Command>> = { demo, serve, export: exportOne, check, list }
