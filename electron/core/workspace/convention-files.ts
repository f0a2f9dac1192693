/** The conventions of a lab on disk: one folder each, with the convention, a sheet for each judge, and what visitors gave (docs/file-format.md). */
import { readdir, stat } from 'node:fs/promises'
import type { OpenConvention } from '#shared/api/jury.ts'
import type { JudgeId } from '#shared/model/ids.ts'
import { type Convention, convention, type Sheet, sheet, type Visitors, visitors } from '#shared/model/jury.ts'
import { emptySheet, noVisitors } from '#shared/rules/jury-sheet.ts'
import type { Place } from './document-store.ts'
import { unlessMissing } from './failures.ts'
import { type Ground, onDisk } from './ground.ts'
import {
  asideFolder,
  conventionFile,
  conventionFolder,
  conventionsFolder,
  isId,
  labFile,
  sheetFile,
  sheetsFolder,
  visitorsFile,
} from './names.ts'
import { idOfKept, keptName, moveFolder, ValueStore } from './value-store.ts'

export type ConventionFiles = {
  /** Sorted. */
  ids(lab: string): Promise<readonly string[]>
  /** All of a convention with a sheet for each of its judges, or null when there is none that opens. The same object until a file of it changes. */
  open(lab: string, id: string): Promise<OpenConvention | null>
  /** Resolves with the new revision. */
  write(lab: string, value: Convention): Promise<number>
  writeSheet(lab: string, id: string, value: Sheet): Promise<void>
  writeVisitors(lab: string, id: string, value: Visitors): Promise<void>
  /** The name under which it is kept, or null when there is none. */
  setAside(lab: string, id: string): Promise<string | null>
  /** The convention that is back, or null when it is gone or its place is taken. */
  putBack(lab: string, kept: string): Promise<string | null>
  /** Runs `work` when what was handed in earlier for this convention has ended. */
  inTurn<T>(lab: string, id: string, work: () => Promise<T>): Promise<T>
  idle(): Promise<void>
}

const conventionPlace = (lab: string, id: string): Place<Convention> => ({
  file: conventionFile(lab, id),
  kind: 'convention',
  id,
  summary: convention,
})
const sheetPlace = (lab: string, id: string, judge: string): Place<Sheet> => ({
  file: sheetFile(lab, id, judge),
  kind: 'sheet',
  id: judge,
  summary: sheet,
})
const visitorsPlace = (lab: string, id: string): Place<Visitors> => ({
  file: visitorsFile(lab, id),
  kind: 'visitors',
  id,
  summary: visitors,
})

const conventionIds = async (ground: Ground, lab: string): Promise<readonly string[]> =>
  (await unlessMissing(() => readdir(onDisk(ground, conventionsFolder(lab))), [])).filter(isId).sort()

/** Ids with a file in the folder, also those of which only the generation before is left. */
const judgesIn = async (ground: Ground, lab: string, id: string): Promise<readonly string[]> => {
  const names = await unlessMissing(() => readdir(onDisk(ground, sheetsFolder(lab, id))), [])
  return [...new Set(names.map((name) => name.replace(/\.json(?:\.prev)?$/, '')))].filter(isId).sort()
}

/** Every file of a lab's conventions, for whoever looks at all of them. */
export async function conventionPlaces(ground: Ground, lab: string): Promise<readonly Place<unknown>[]> {
  const places: Place<unknown>[] = []
  for (const id of await conventionIds(ground, lab)) {
    places.push(conventionPlace(lab, id))
    const seen = await unlessMissing(() => readdir(onDisk(ground, conventionFolder(lab, id))), [])
    if (seen.some((name) => /^visitors\.json(?:\.prev)?$/.test(name))) places.push(visitorsPlace(lab, id))
    for (const judge of await judgesIn(ground, lab, id)) places.push(sheetPlace(lab, id, judge))
  }
  return places
}

/** Folders in which a killed process may have left drafts. */
export async function conventionFolders(ground: Ground, lab: string): Promise<readonly string[]> {
  const folders: string[] = []
  for (const id of await conventionIds(ground, lab)) {
    folders.push(conventionFolder(lab, id))
    const sheets = sheetsFolder(lab, id)
    if ((await unlessMissing(() => stat(onDisk(ground, sheets)), null)) !== null) folders.push(sheets)
  }
  return folders
}

export function openConventions(ground: Ground, writable: (file: string) => void): ConventionFiles {
  const values = new ValueStore(ground)
  const whole = new Map<string, OpenConvention>()

  async function sheetsOf(lab: string, { id, judges }: Convention): Promise<Sheet[]> {
    const there = new Set(await judgesIn(ground, lab, id))
    return Promise.all(
      judges.map(async (judge) => {
        const found = there.has(judge.id) ? await values.read(sheetPlace(lab, id, judge.id)) : null
        return found?.value ?? blank(judge.id)
      }),
    )
  }

  async function open(lab: string, id: string): Promise<OpenConvention | null> {
    const found = await values.read(conventionPlace(lab, id))
    if (found === null) return null
    const sheets = await sheetsOf(lab, found.value)
    const seen = (await values.read(visitorsPlace(lab, id)))?.value ?? noVisitors
    const key = conventionFile(lab, id)
    const before = whole.get(key)
    if (before !== undefined && before.convention === found.value && before.visitors === seen && sameSheets(before.sheets, sheets))
      return before
    const fresh = { convention: found.value, sheets, visitors: seen, revision: found.revision }
    whole.set(key, fresh)
    return fresh
  }

  return {
    ids: (lab) => conventionIds(ground, lab),
    open,
    write: async (lab, value) => {
      const place = conventionPlace(lab, value.id)
      writable(place.file)
      return values.write(place, value)
    },
    writeSheet: async (lab, id, value) => {
      const place = sheetPlace(lab, id, value.judge)
      writable(place.file)
      await values.write(place, value)
    },
    writeVisitors: async (lab, id, value) => {
      const place = visitorsPlace(lab, id)
      writable(place.file)
      await values.write(place, value)
    },
    setAside: async (lab, id) => {
      writable(conventionFolder(lab, id))
      const kept = keptName(ground, id)
      return (await moveFolder(ground, conventionFolder(lab, id), `${asideFolder(conventionsFolder(lab))}/${kept}`)) ? kept : null
    },
    putBack: async (lab, kept) => {
      writable(labFile(lab))
      const id = idOfKept(kept)
      if (!isId(id)) return null
      if ((await unlessMissing(() => stat(onDisk(ground, conventionFolder(lab, id))), null)) !== null) return null
      return (await moveFolder(ground, `${asideFolder(conventionsFolder(lab))}/${kept}`, conventionFolder(lab, id))) ? id : null
    },
    inTurn: (lab, id, work) => values.inTurn(conventionFile(lab, id), work),
    idle: () => values.idle(),
  }
}

const sameSheets = (a: readonly Sheet[], b: readonly Sheet[]): boolean => a.length === b.length && a.every((one, at) => one === b[at])

/** The same object for the same judge, so that a convention nobody changed is the same object too. */
const blanks = new Map<JudgeId, Sheet>()
function blank(judge: JudgeId): Sheet {
  const known = blanks.get(judge) ?? emptySheet(judge)
  blanks.set(judge, known)
  return known
}
