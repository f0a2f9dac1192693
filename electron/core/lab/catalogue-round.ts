/** The yearly round over the contract: the list that goes to the units, the list that comes back, and the answers into the documents. */
import { z } from 'zod'
import { isoNow } from '#core/ports.ts'
import type { BlobLike } from '#shared/api/blob.ts'
import type { RoundRow, StandingAnswer, StandingBefore } from '#shared/api/catalogue.ts'
import type { KeptFile } from '#shared/api/keeping.ts'
import { readCatalogue, writeCatalogue } from '#shared/doc/catalogue.ts'
import { innovationDocName } from '#shared/doc/names.ts'
import { byPerson } from '#shared/doc/origins.ts'
import { type Standing, standings } from '#shared/model/catalogue.ts'
import type { InnovationId, LabId } from '#shared/model/ids.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { judgeReturned, returnedRows, roundFileName, roundSheets, toldOf } from '#shared/rules/catalogue-round.ts'
import { formatDay, localDay } from '#shared/rules/dates.ts'
import { refuse, unreadable } from './caller.ts'
import type { RouterParts } from './router.ts'

type RoundParts = Pick<RouterParts, 'library' | 'papers' | 'workspace' | 'sync' | 'ports'>

/** Largest list taken in. */
const mostBytes = 12 * 1024 * 1024

/** The list of a lab, or of some of its units; archived innovations are not asked about. */
export async function sendRound(
  { library, papers, workspace, ports }: RoundParts,
  wanted: { readonly lab: string; readonly units: readonly string[] },
  signal: AbortSignal | undefined,
): Promise<KeptFile> {
  await library.settle()
  const lab = await library.lab(wanted.lab as LabId) // checked against the id pattern at the door
  if (lab === null) throw refuse('NOT_FOUND', 'lab', wanted.lab)
  const { language } = workspace.settings.read()
  const names = new Map(lab.units.map((unit) => [String(unit.id), unit.name]))
  const asked = (await library.summaries(lab.id))
    .filter(({ archived, unit }) => !archived && (wanted.units.length === 0 || (unit !== null && wanted.units.includes(unit))))
    .map((summary) => ({ summary, unit: names.get(summary.unit ?? '') ?? '' }))
  const today = localDay(isoNow(ports.clock), lab.timeZone)
  const sheets = roundSheets(lab, asked, formatDay(today, language), language)
  const name = roundFileName(lab, Number(today.slice(0, 4)), language)
  return papers.keepTable({ name, format: 'xlsx', sheets }, language, signal)
}

/** Changes nothing. Refuses with UNREADABLE what is no workbook, or has no column of codes and no status. */
export async function readRound(
  { library, papers, workspace }: RoundParts,
  file: BlobLike,
  signal: AbortSignal | undefined,
): Promise<RoundRow[]> {
  if (file.size > mostBytes) throw unreadable('size')
  const returned = returnedRows(await papers.readTable(new Uint8Array(await file.arrayBuffer()), signal))
  if (returned === null) throw unreadable('type')
  await library.settle()
  const labs = new Set(workspace.labs().map(({ id }) => id))
  const known = new Map<string, InnovationSummary>()
  for (const lab of new Set(returned.map((row) => row.lab))) {
    if (!labs.has(lab)) continue
    // one of the labs of the workspace
    for (const summary of await library.summaries(lab as LabId)) known.set(`${lab}/${summary.id}`, summary)
  }
  const seen = new Set<string>()
  return returned.map((row) => {
    const id = `${row.lab}/${row.innovation}`
    const summary = known.get(id)
    const twice = seen.has(id)
    seen.add(id)
    return judgeReturned(row, summary === undefined ? null : { ...toldOf(summary), name: summary.name }, twice)
  })
}

type Named = { readonly lab: string; readonly innovation: string }

/**
 * Writes the answers one by one: one that cannot be written leaves the others done and is named in `failed`. `before` is what stood there,
 * in their order. Rejects with the first failure when none could be written.
 */
export async function applyRound(
  { sync, ports }: RoundParts,
  { answers, by }: { readonly answers: readonly StandingAnswer[]; readonly by: string },
): Promise<{ written: number; before: StandingBefore[]; failed: Named[] }> {
  const at = isoNow(ports.clock)
  const before: StandingBefore[] = []
  const failed: Named[] = []
  let failure: unknown
  for (const { lab, innovation, key, since, reason, contact } of answers) {
    try {
      await sync.edit(docOf(lab, innovation), (doc) => {
        const was = readCatalogue(doc)
        const same = was.standing?.key === key && was.standing.since === since && was.standing.reason === reason
        const standing = same ? was.standing : { key, since, reason, by, at }
        writeCatalogue(doc, { standing, contact }, byPerson)
        before.push({ lab, innovation, standing: was.standing, contact: was.contact, wrote: { standing, contact } })
      })
    } catch (why) {
      failure ??= why
      failed.push({ lab, innovation })
    }
  }
  if (failed.length === answers.length && failure !== undefined) throw failure
  return { written: answers.length - failed.length, before, failed }
}

const standingRead = z
  .object({
    key: z.enum(standings),
    since: z.string().max(40),
    reason: z.string().max(4000),
    by: z.string().max(400),
    at: z.string().max(40),
  })
  .nullable()
  .catch(null)

/**
 * Puts back what `applyRound` gave. What somebody changed since stays as it is, and its innovation is among those given. One that cannot be
 * written keeps none of the others from going back; then this rejects with the first failure.
 */
export async function undoRound({ sync }: RoundParts, before: readonly StandingBefore[]): Promise<Named[]> {
  const left = new Map<string, Named>()
  let failure: unknown
  // Backwards, so that the oldest of two values of one innovation is the last.
  for (const { lab, innovation, standing, contact, wrote } of [...before].reverse()) {
    try {
      await sync.edit(docOf(lab, innovation), (doc) => {
        const now = readCatalogue(doc)
        const standingStays = !sameStanding(now.standing, standingRead.parse(wrote.standing))
        const contactStays = now.contact !== wrote.contact
        if (standingStays || contactStays) left.set(`${lab}/${innovation}`, { lab, innovation })
        const back = {
          ...(standingStays ? {} : { standing: standingRead.parse(standing) }),
          ...(contactStays ? {} : { contact }),
        }
        writeCatalogue(doc, back, byPerson)
      })
    } catch (why) {
      failure ??= why
    }
  }
  if (failure !== undefined) throw failure
  return [...left.values()]
}

const sameStanding = (a: Standing | null, b: Standing | null): boolean =>
  a === b || (a !== null && b !== null && a.key === b.key && a.since === b.since && a.reason === b.reason && a.by === b.by && a.at === b.at)

const docOf = (lab: string, innovation: string): string =>
  innovationDocName(lab as LabId, innovation as InnovationId) /* checked against the id pattern at the door */
