/** Reads every file of a workspace and tells what it found; moves and writes nothing. */
import { readdir, readFile } from 'node:fs/promises'
import { setImmediate as breathe } from 'node:timers/promises'
import type { Fault } from '#shared/model/faults.ts'
import { attachmentFits } from './attachments.ts'
import { conventionPlaces } from './convention-files.ts'
import { faultOf, look, type Place } from './document-store.ts'
import { toFault, unlessMissing } from './failures.ts'
import { type Ground, onDisk } from './ground.ts'
import { judgingPlaces } from './judging-files.ts'
import { innovationIds, innovationPlace } from './lab-index.ts'
import { labIds, labPlace } from './lab-place.ts'
import { attachmentsFolder, innovationsFolder, isAttachment, isId } from './names.ts'

export type CheckReport = {
  readonly labs: number
  /** Documents that open: labs, innovations, and what belongs to conventions. */
  readonly documents: number
  /** Attachments whose content fits their name. */
  readonly attachments: number
  readonly bytes: number
  /** What does not open, one fault each. */
  readonly damaged: readonly Fault[]
  /** Files in our folders that are not ours by name, and originals that were set aside. */
  readonly strays: readonly string[]
}

type Tally = { labs: number; documents: number; attachments: number; bytes: number; damaged: Fault[]; strays: string[] }

const checkDocument = async <Summary>(ground: Ground, place: Place<Summary>, tally: Tally): Promise<void> => {
  const found = await look(ground, place)
  if (found === null) tally.damaged.push({ kind: 'missing', file: place.file, detail: 'the file is gone' })
  else if ('fault' in found) tally.damaged.push(found.fault)
  else if ('refusal' in found) tally.damaged.push(faultOf(place.file, found.refusal))
  else {
    tally.documents += 1
    tally.bytes += found.stamp.size
  }
}

const checkAttachment = async (ground: Ground, file: string, name: string, tally: Tally): Promise<void> => {
  try {
    const bytes = await readFile(onDisk(ground, file))
    if (attachmentFits(name, bytes)) {
      tally.attachments += 1
      tally.bytes += bytes.length
    } else tally.damaged.push({ kind: 'broken', file, detail: 'the content does not fit the name' })
  } catch (error) {
    tally.damaged.push(toFault(error, file))
  }
}

const documentName = /^(.*)\.json(?:\.prev|\.draft)?$/

const checkLab = async (ground: Ground, lab: string, tally: Tally): Promise<void> => {
  tally.labs += 1
  await checkDocument(ground, labPlace(lab), tally)
  for (const id of await innovationIds(ground, lab)) {
    await checkDocument(ground, innovationPlace(lab, id), tally)
    await breathe()
  }
  for (const place of await conventionPlaces(ground, lab)) await checkDocument(ground, place, tally)
  for (const name of await unlessMissing(() => readdir(onDisk(ground, innovationsFolder(lab))), [])) {
    if (!isId(documentName.exec(name)?.[1] ?? '')) tally.strays.push(`${innovationsFolder(lab)}/${name}`)
  }
  for (const name of await unlessMissing(() => readdir(onDisk(ground, attachmentsFolder(lab))), [])) {
    const file = `${attachmentsFolder(lab)}/${name}`
    if (isAttachment(name)) await checkAttachment(ground, file, name, tally)
    else tally.strays.push(file)
  }
}

export const checkWorkspace = async (ground: Ground): Promise<CheckReport> => {
  const tally: Tally = { labs: 0, documents: 0, attachments: 0, bytes: 0, damaged: [], strays: [] }
  for (const lab of await labIds(ground)) await checkLab(ground, lab, tally)
  for (const place of await judgingPlaces(ground)) await checkDocument(ground, place, tally)
  return tally
}
