/** Conventions over the contract, for the secretariat. */

import { basename } from 'node:path'
import { assignmentsOf } from '#core/jury/assignment.ts'
import { type JuryPackage, mostPackageBytes, packageEnding, packageOut, readPackage } from '#core/jury/package.ts'
import { isoNow, type Ports } from '#core/ports.ts'
import type { Workspace } from '#core/workspace/workspace.ts'
import type { BlobLike } from '#shared/api/blob.ts'
import type { Change } from '#shared/api/contract.ts'
import type { OpenConvention, ReceiveReport } from '#shared/api/jury.ts'
import { freshId, type InnovationId, type LabId } from '#shared/model/ids.ts'
import type { Convention, Judge } from '#shared/model/jury.ts'
import { applyChange, applyVisits, emptySheet, fitting, scopeOfConvention, takeSheet } from '#shared/rules/jury-sheet.ts'
import { fileNameFor } from '#shared/rules/names.ts'
import type { Packs } from '#shared/rules/packs.ts'
import { regionName } from '#shared/rules/signature.ts'
import { juryPackage } from '#shared/text/jury-package.ts'
import { say } from '#shared/text/messages.ts'
import type { Broadcast } from './broadcast.ts'
import { guarded, refuse, unreadable } from './caller.ts'
import { cardOf, doubledId, withCodes, withDeclared, withEnd } from './jury-convention.ts'
import { badRequest, markRefused, stale } from './jury-refusals.ts'
import type { Library } from './library.ts'
import type { Papers } from './papers.ts'
import { placeBeside, unusedFolder } from './place-file.ts'

export type JuryParts = {
  readonly workspace: Workspace
  readonly library: Library
  readonly shelf: { readonly packs: Packs }
  readonly papers: Pick<Papers, 'outputFolder'>
  readonly changes: Broadcast<Change>
  readonly ports: Ports
  readonly version: string
}

type At = { readonly lab: string; readonly convention: string }

/** `Paket Juri - Ibu Sari - Konvensi 2026.labinov-juri`. */
export const packageName = (parts: readonly string[]): string =>
  // The plain ending is one sign shorter than the real one, which a name can spare.
  fileNameFor(parts, 'labinovjuri').replace(/\.labinovjuri$/, `.${packageEnding}`)

/** A package as it was handed over. Refuses with UNREADABLE. */
export async function packageIn<Way extends JuryPackage['way']>(file: BlobLike, way: Way): Promise<Extract<JuryPackage, { way: Way }>> {
  if (file.size > mostPackageBytes) throw unreadable('size')
  const found = readPackage(new Uint8Array(await file.arrayBuffer()))
  if ('unread' in found) throw unreadable(found.unread)
  // A package on its way out is not one that came back, and the other way round.
  if (found.way !== way) throw unreadable('type')
  return found as Extract<JuryPackage, { way: Way }> // the comparison above
}

export function juryRoutes(parts: JuryParts, writable: () => void) {
  const { workspace, library, shelf, papers, changes, ports } = parts
  const files = workspace.conventions
  const now = () => isoNow(ports.clock)
  const told = (lab: string, convention: string) => changes.tell({ kind: 'convention', lab, convention })

  function checkedLab(lab: string): void {
    if (!workspace.labs().some(({ id }) => id === lab)) throw refuse('NOT_FOUND', 'lab', lab)
  }

  async function openAt({ lab, convention }: At): Promise<OpenConvention> {
    const open = await files.open(lab, convention)
    if (open === null) throw refuse('NOT_FOUND', 'convention', convention)
    return open
  }

  /** Reads, changes and writes with nobody in between; tells it once it is done. */
  function change<T>(at: At, work: (open: OpenConvention) => Promise<T>): Promise<T> {
    writable()
    checkedLab(at.lab)
    return files.inTurn(at.lab, at.convention, async () => {
      const done = await work(await openAt(at))
      told(at.lab, at.convention)
      return done
    })
  }

  const judgeOf = ({ convention }: OpenConvention, id: string): Judge => {
    const judge = convention.judges.find((one) => one.id === id)
    if (judge === undefined) throw refuse('NOT_FOUND', 'judge', id)
    return judge
  }
  const sheetOf = ({ sheets }: OpenConvention, { id }: Judge) => sheets.find(({ judge }) => judge === id) ?? emptySheet(id)

  const checked = (value: Convention): Convention => {
    const doubled = doubledId(value)
    if (doubled !== null) throw badRequest(`the id ${doubled} is there twice`)
    return withEnd(withCodes(value), now())
  }

  async function send({ judges, ...at }: At & { readonly judges: readonly string[] }) {
    const open = await openAt(at)
    const lab = await library.lab(at.lab as LabId) // checked against the id pattern at the door
    if (lab === null) throw refuse('NOT_FOUND', 'lab', at.lab)
    const wanted = [...new Set(judges)].map((id) => judgeOf(open, id))
    const { language } = workspace.settings.read()
    const { convention } = open
    const assignment = assignmentsOf({
      convention,
      lab,
      labName: `${regionName(lab, language)} ${lab.year} jilid ${lab.jilid}`,
      packs: shelf.packs,
      language,
      madeAt: now(),
      innovation: async ({ innovation }) => (innovation === null ? null : library.innovation(lab.id, innovation as InnovationId)),
    })
    const folder = await unusedFolder(papers.outputFolder(), fileNameFor([say(juryPackage.folder, language), convention.name], ''))
    const made: { file: string; name: string; bytes: number; judge: string }[] = []
    for (const judge of wanted) {
      const mine = sheetOf(open, judge)
      const bytes = packageOut(parts.version, await assignment(judge, mine), mine)
      const file = await placeBeside(folder, packageName([say(juryPackage.file, language), judge.name, convention.name]), bytes)
      made.push({ file, name: basename(file), bytes: bytes.byteLength, judge: judge.id })
    }
    return { folder, files: made }
  }

  async function receive(input: { readonly lab: string; readonly file: BlobLike; readonly apply: boolean }): Promise<ReceiveReport> {
    if (input.apply) writable()
    checkedLab(input.lab)
    const { head, sheet: incoming } = await packageIn(input.file, 'back')
    const at = { lab: input.lab, convention: head.convention }
    return files.inTurn(at.lab, at.convention, async () => {
      const open = await openAt(at)
      const { convention } = open
      const judge = judgeOf(open, head.judge)
      const { sheet, stray } = fitting(convention, incoming)
      const { sheet: merged, declared, ...counts } = takeSheet(sheetOf(open, judge), sheet)
      if (input.apply && counts.added + counts.changed + counts.locked + declared.length > 0 && convention.state === 'selesai')
        throw markRefused('closed', '', '')
      if (input.apply) {
        // The recusals first: cut off in between, taking the package in again finds them there and the marks still to be taken.
        const next = withDeclared(convention, judge, declared, now())
        if (next !== convention) await files.write(at.lab, next)
        await files.writeSheet(at.lab, at.convention, merged)
        told(at.lab, at.convention)
      }
      return {
        judge: judge.id,
        judgeName: judge.name,
        convention: convention.id,
        conventionName: convention.name,
        ...counts,
        declared: declared.length,
        stray,
      }
    })
  }

  return guarded.jury.router({
    list: guarded.jury.list.handler(async ({ input }) => {
      checkedLab(input.lab)
      const all = await Promise.all((await files.ids(input.lab)).map((id) => files.open(input.lab, id)))
      const there = all.filter((one) => one !== null)
      return there.sort((a, b) => (a.convention.createdAt < b.convention.createdAt ? 1 : -1)).map(cardOf)
    }),
    create: guarded.jury.create.handler(async ({ input }) => {
      writable()
      checkedLab(input.lab)
      const value = checked({ ...input.convention, id: freshId(ports.random), createdAt: now() })
      const at = { lab: input.lab, convention: value.id }
      await files.inTurn(at.lab, at.convention, () => files.write(at.lab, value))
      told(at.lab, at.convention)
      return openAt(at)
    }),
    read: guarded.jury.read.handler(({ input }) => openAt(input)),
    put: guarded.jury.put.handler(({ input }) =>
      change({ lab: input.lab, convention: input.convention.id }, async ({ convention: before, revision }) => {
        if (revision !== input.base) throw stale(revision)
        return { revision: await files.write(input.lab, checked({ ...input.convention, createdAt: before.createdAt })) }
      }),
    ),
    remove: guarded.jury.remove.handler(({ input }) => {
      writable()
      return files.inTurn(input.lab, input.convention, async () => {
        const kept = await files.setAside(input.lab, input.convention)
        if (kept === null) throw refuse('NOT_FOUND', 'convention', input.convention)
        told(input.lab, input.convention)
        return { kept }
      })
    }),
    putBack: guarded.jury.putBack.handler(async ({ input }) => {
      writable()
      const convention = await files.putBack(input.lab, input.kept)
      if (convention === null) throw refuse('NOT_FOUND', 'convention', input.kept)
      told(input.lab, convention)
      return { convention }
    }),
    mark: guarded.jury.mark.handler(({ input }) =>
      change(input, async (open) => {
        const judge = judgeOf(open, input.judge)
        const before = sheetOf(open, judge)
        const done = applyChange(scopeOfConvention(open.convention, judge.id), before, input.change, { by: '', at: now() })
        if ('refused' in done) throw markRefused(done.refused, done.entry, done.stage)
        const declared = done.sheet.declared.filter((one) => !before.declared.includes(one))
        const next = withDeclared(open.convention, judge, declared, now())
        if (next !== open.convention) await files.write(input.lab, next)
        await files.writeSheet(input.lab, input.convention, done.sheet)
        return done.sheet
      }),
    ),
    visit: guarded.jury.visit.handler(({ input }) =>
      change(input, async (open) => {
        const entries = new Set<string>(open.convention.entries.map(({ id }) => id))
        const stranger = [...input.votes, ...input.feedback].find(({ entry }) => !entries.has(entry))
        if (stranger !== undefined) throw badRequest(`no entry ${stranger.entry}`)
        const next = applyVisits(open.visitors, input, { id: () => freshId(ports.random), at: now() })
        await files.writeVisitors(input.lab, input.convention, next)
        return next
      }),
    ),
    send: guarded.jury.send.handler(({ input }) => send(input)),
    receive: guarded.jury.receive.handler(({ input }) => receive(input)),
  })
}
