/** Packages for judges on this laptop: `juri/<id>/` with what was handed over, the judge's own sheet, and when it last went back. */
import { readdir, stat } from 'node:fs/promises'
import { z } from 'zod'
import { type Assignment, assignment, type Sheet, sheet } from '#shared/model/jury.ts'
import { emptySheet } from '#shared/rules/jury-sheet.ts'
import type { Place } from './document-store.ts'
import { unlessMissing } from './failures.ts'
import { type Ground, onDisk } from './ground.ts'
import { asideFolder, isId, judgingFolder, judgingsFolder } from './names.ts'
import { idOfKept, keptName, moveFolder, ValueStore } from './value-store.ts'

/** When the package last went back, and which sheet it held: SHA-256 of its text. */
const returned = z.strictObject({ sentAt: z.string(), sheet: z.string() })
export type Returned = z.infer<typeof returned>

export type JudgingFile = { readonly assignment: Assignment; readonly sheet: Sheet; readonly returned: Returned }

export type JudgingFiles = {
  /** Sorted. */
  ids(): Promise<readonly string[]>
  /** Null when there is none that opens. */
  open(id: string): Promise<JudgingFile | null>
  write(id: string, value: Partial<JudgingFile>): Promise<void>
  /** The name under which it is kept, or null when there is none. */
  setAside(id: string): Promise<string | null>
  /** The package that is back, or null when it is gone or its place is taken. */
  putBack(kept: string): Promise<string | null>
  inTurn<T>(id: string, work: () => Promise<T>): Promise<T>
  idle(): Promise<void>
}

const assignmentPlace = (id: string): Place<Assignment> => ({
  file: `${judgingFolder(id)}/assignment.json`,
  kind: 'assignment',
  id,
  summary: assignment,
})
const sheetPlace = (id: string): Place<Sheet> => ({ file: `${judgingFolder(id)}/sheet.json`, kind: 'sheet', id, summary: sheet })
const returnedPlace = (id: string): Place<Returned> => ({
  file: `${judgingFolder(id)}/returned.json`,
  kind: 'returned',
  id,
  summary: returned,
})

const neverReturned: Returned = { sentAt: '', sheet: '' }

export const judgingIds = async (ground: Ground): Promise<readonly string[]> =>
  (await unlessMissing(() => readdir(onDisk(ground, judgingsFolder)), [])).filter(isId).sort()

/** Every file of every package, for whoever looks at all of them. */
export async function judgingPlaces(ground: Ground): Promise<readonly Place<unknown>[]> {
  const places: Place<unknown>[] = []
  for (const id of await judgingIds(ground)) {
    const names = await unlessMissing(() => readdir(onDisk(ground, judgingFolder(id))), [])
    places.push(assignmentPlace(id))
    if (names.some((name) => /^sheet\.json(?:\.prev)?$/.test(name))) places.push(sheetPlace(id))
    if (names.some((name) => /^returned\.json(?:\.prev)?$/.test(name))) places.push(returnedPlace(id))
  }
  return places
}

export function openJudgings(ground: Ground, writable: (file: string) => void): JudgingFiles {
  const values = new ValueStore(ground)
  return {
    ids: () => judgingIds(ground),
    open: async (id) => {
      const found = await values.read(assignmentPlace(id))
      if (found === null) return null
      const mine = await values.read(sheetPlace(id))
      const back = await values.read(returnedPlace(id))
      return { assignment: found.value, sheet: mine?.value ?? emptySheet(found.value.judge.id), returned: back?.value ?? neverReturned }
    },
    write: async (id, value) => {
      writable(judgingFolder(id))
      // The sheet before the assignment: cut off in between, what came in is on the sheet and the assignment can be opened again.
      if (value.sheet !== undefined) await values.write(sheetPlace(id), value.sheet)
      if (value.assignment !== undefined) await values.write(assignmentPlace(id), value.assignment)
      if (value.returned !== undefined) await values.write(returnedPlace(id), value.returned)
    },
    setAside: async (id) => {
      writable(judgingFolder(id))
      const kept = keptName(ground, id)
      return (await moveFolder(ground, judgingFolder(id), `${asideFolder(judgingsFolder)}/${kept}`)) ? kept : null
    },
    putBack: async (kept) => {
      writable(judgingsFolder)
      const id = idOfKept(kept)
      if (!isId(id)) return null
      if ((await unlessMissing(() => stat(onDisk(ground, judgingFolder(id))), null)) !== null) return null
      return (await moveFolder(ground, `${asideFolder(judgingsFolder)}/${kept}`, judgingFolder(id))) ? id : null
    },
    inTurn: (id, work) => values.inTurn(judgingFolder(id), work),
    idle: () => values.idle(),
  }
}
