/** Packages on the laptop of a judge, over the contract. */
import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { packageBack } from '#core/jury/package.ts'
import { isoNow } from '#core/ports.ts'
import type { JudgingFile } from '#core/workspace/judging-files.ts'
import type { JudgingCard } from '#shared/api/jury.ts'
import type { Assignment, Sheet } from '#shared/model/jury.ts'
import { applyChange, locksOf, recusedHere, scopeOfAssignment, takeSheet } from '#shared/rules/jury-sheet.ts'
import { juryPackage } from '#shared/text/jury-package.ts'
import { say } from '#shared/text/messages.ts'
import { guarded, refuse } from './caller.ts'
import { markRefused } from './jury-refusals.ts'
import { type JuryParts, packageIn, packageName } from './jury-routes.ts'
import { placeBeside } from './place-file.ts'

export function judgingRoutes(parts: Omit<JuryParts, 'library' | 'shelf'>, writable: () => void) {
  const { workspace, papers, changes, ports } = parts
  const files = workspace.judgings
  const now = () => isoNow(ports.clock)
  const told = (id: string) => changes.tell({ kind: 'judging', id })

  async function openAt(id: string): Promise<JudgingFile> {
    const open = await files.open(id)
    if (open === null) throw refuse('NOT_FOUND', 'convention', id)
    return open
  }

  /** Reads, changes and writes with nobody in between; tells it once it is done. */
  function change<T>(id: string, work: (open: JudgingFile) => Promise<T>): Promise<T> {
    writable()
    return files.inTurn(id, async () => {
      const done = await work(await openAt(id))
      told(id)
      return done
    })
  }

  return guarded.judging.router({
    list: guarded.judging.list.handler(async () => {
      const ids = await files.ids()
      const all = await Promise.all(ids.map(async (id) => ({ id, open: await files.open(id) })))
      return all
        .flatMap(({ id, open }) => (open === null ? [] : [{ open, card: cardOf(id, open) }]))
        .sort((a, b) => (a.open.assignment.madeAt < b.open.assignment.madeAt ? 1 : -1))
        .map(({ card }) => card)
    }),
    open: guarded.judging.open.handler(async ({ input }) => {
      writable()
      const { assignment, sheet } = await packageIn(input.file, 'out')
      const id = idOf(assignment)
      await files.inTurn(id, async () => {
        const there = await files.open(id)
        if (there === null) await files.write(id, { assignment, sheet })
        else {
          // An older package that turns up late tells nothing new of the entries.
          const newer = assignment.madeAt > there.assignment.madeAt
          await files.write(id, { sheet: takeSheet(there.sheet, sheet).sheet, ...(newer ? { assignment } : {}) })
        }
      })
      told(id)
      return { id }
    }),
    read: guarded.judging.read.handler(async ({ input }) => {
      const { assignment, sheet, returned } = await openAt(input.id)
      return { id: input.id, assignment, sheet, sentAt: returned.sentAt }
    }),
    mark: guarded.judging.mark.handler(({ input }) =>
      change(input.id, async ({ assignment, sheet }) => {
        const on = { by: assignment.judge.name, at: now() }
        const done = applyChange(scopeOfAssignment(assignment, sheet), sheet, input.change, on)
        if ('refused' in done) throw markRefused(done.refused, done.entry, done.stage)
        await files.write(input.id, { sheet: done.sheet })
        return done.sheet
      }),
    ),
    back: guarded.judging.back.handler(({ input }) =>
      change(input.id, async ({ assignment, sheet }) => {
        const sentAt = now()
        const bytes = packageBack(parts.version, assignment, sheet, sentAt)
        const { language } = workspace.settings.read()
        const name = packageName([say(juryPackage.back, language), assignment.judge.name, assignment.convention.name])
        const file = await placeBeside(papers.outputFolder(), name, bytes)
        await files.write(input.id, { returned: { sentAt, sheet: textSum(sheet) } })
        return { file, name: basename(file), bytes: bytes.byteLength }
      }),
    ),
    remove: guarded.judging.remove.handler(({ input }) => {
      writable()
      return files.inTurn(input.id, async () => {
        const kept = await files.setAside(input.id)
        if (kept === null) throw refuse('NOT_FOUND', 'convention', input.id)
        told(input.id)
        return { kept }
      })
    }),
    putBack: guarded.judging.putBack.handler(async ({ input }) => {
      writable()
      const id = await files.putBack(input.kept)
      if (id === null) throw refuse('NOT_FOUND', 'convention', input.kept)
      told(id)
      return { id }
    }),
  })
}

const sumOf = (text: string): string => createHash('sha256').update(text).digest('hex')
const textSum = (sheet: Sheet): string => sumOf(JSON.stringify(sheet))

/** The same for every package of one judge in one convention, so that a newer one finds the older. */
const idOf = ({ lab, convention, judge }: Assignment): string => sumOf(`${lab.id}/${convention.id}/${judge.id}`).slice(0, 20)

function cardOf(id: string, { assignment, sheet, returned }: JudgingFile): JudgingCard {
  const locked = locksOf(sheet)
  const recused = recusedHere(assignment, sheet)
  const open = assignment.entries.filter((entry) => !recused.has(entry.id))
  const turns = open.flatMap((entry) => (assignment.turns[entry.id] ?? []).map((stage) => ({ entry: entry.id, stage })))
  const written = sheet.marks.length + sheet.acts.length + sheet.declared.length > 0
  return {
    id,
    convention: assignment.convention.name,
    lab: assignment.lab.name,
    judge: assignment.judge.name,
    entries: open.length,
    done: turns.filter(({ entry, stage }) => locked(entry, stage)).length,
    of: turns.length,
    sentAt: returned.sentAt,
    changed: returned.sentAt === '' ? written : returned.sheet !== textSum(sheet),
  }
}
