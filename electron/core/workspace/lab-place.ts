/** Where the documents of labs lie. */
import { readdir } from 'node:fs/promises'
import { type LabSummary, labSummary } from '#shared/model/summary.ts'
import type { Place } from './document-store.ts'
import { unlessMissing } from './failures.ts'
import { type Ground, onDisk } from './ground.ts'
import { isId, labFile } from './names.ts'

export const labPlace = (lab: string): Place<LabSummary> => ({ file: labFile(lab), kind: 'lab', id: lab, summary: labSummary })

/** Names of the folders under `labs/` that can be a lab; sorted. */
export const labIds = async (ground: Ground): Promise<readonly string[]> => {
  const entries = await unlessMissing(() => readdir(onDisk(ground, 'labs'), { withFileTypes: true }), [])
  return entries
    .filter((entry) => entry.isDirectory() && isId(entry.name))
    .map((entry) => entry.name)
    .sort()
}
