/** Labs with a convention, called as the app calls them. */
import { readFile } from 'node:fs/promises'
import { createRouterClient } from '@orpc/server'
import type { OpenLab } from '#core/lab/lab.ts'
import type { Convention, Sheet } from '#shared/model/jury.ts'
import { makeLab, newLab, tempFolder } from '#test/makers/open-lab.ts'
import { conventionOf, entryId } from '#test/unit/core/jury/make.ts'
import { testPorts } from '#test/unit/core/workspace/make.ts'

export const callsOf = (open: OpenLab) => createRouterClient(open.router, { context: { reach: 'host', door: 'browser' } })
export type Calls = ReturnType<typeof callsOf>

/** A client in a workspace of its own. */
export async function laptop(seed = 1, folder?: string) {
  const open = await makeLab({ ports: testPorts(seed), folder: folder ?? (await tempFolder()) })
  return { open, calls: callsOf(open), folder: open.workspace.folder }
}

/** A secretariat with a lab and one convention of three entries and two judges. */
export async function secretariat(over: Partial<Convention> = {}, folder?: string, seed = 1) {
  const here = await laptop(seed, folder)
  const lab = await here.calls.lab.create(newLab)
  const { id: _id, createdAt: _createdAt, ...convention } = conventionOf(over)
  const made = await here.calls.jury.create({ lab: lab.id, convention })
  return { ...here, lab: lab.id, at: { lab: lab.id, convention: made.convention.id }, made }
}

export const dua = entryId('dua')
export const tiga = entryId('tiga')
export const mark = (value: number | null, over: object = {}) => ({
  entry: dua,
  stage: 'proposal',
  criterion: 'baru',
  value,
  comment: '',
  ...over,
})
export const lock = { entry: dua, stage: 'proposal', act: 'lock', by: '', reason: '' } as const

export const fileAt = async (path: string): Promise<Blob> => new Blob([new Uint8Array(await readFile(path))])

/** Marks without their moments, which differ from run to run. */
export const valuesOf = (sheet: Sheet | undefined) =>
  sheet?.marks.map(({ entry, stage, criterion, value, turn }) => `${entry}/${stage}/${criterion} ${value} (${turn})`)
