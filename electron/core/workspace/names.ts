/** Names of files in a workspace. Every id that becomes part of a path passes through here first. */
import { FaultError } from '#shared/model/faults.ts'
import { idPattern } from '#shared/model/ids.ts'

/** Device names that Windows reserves with any extension: `nul.json` is not a file there. */
const reserved = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/
const attachmentPattern = /^[0-9a-f]{64}\.[a-z0-9]{1,5}$/
const extensionPattern = /^[a-z0-9]{1,5}$/

export const isId = (id: string): boolean => idPattern.test(id) && !reserved.test(id)

const refuse = (what: string, name: string): FaultError =>
  new FaultError({ kind: 'not_ours', file: '', detail: `${what} is refused: ${JSON.stringify(name.slice(0, 80))}` })

/** Gives the id back, or throws before it can reach the disk. */
export const checkedId = (id: string): string => {
  if (typeof id !== 'string' || !isId(id)) throw refuse('this id', String(id))
  return id
}

export const isAttachment = (name: string): boolean => attachmentPattern.test(name)

export const checkedExtension = (extension: string): string => {
  if (typeof extension !== 'string' || !extensionPattern.test(extension)) throw refuse('this extension', String(extension))
  return extension
}

/** Paths are relative to the workspace and written with `/`, as faults name them. */
export const labFolder = (lab: string): string => `labs/${checkedId(lab)}`
export const labFile = (lab: string): string => `${labFolder(lab)}/lab.json`
export const indexFile = (lab: string): string => `${labFolder(lab)}/index.jsonl`
export const exportsFile = (lab: string): string => `${labFolder(lab)}/exports.json`
export const innovationsFolder = (lab: string): string => `${labFolder(lab)}/innovations`
export const innovationFile = (lab: string, id: string): string => `${innovationsFolder(lab)}/${checkedId(id)}.json`
export const conventionsFolder = (lab: string): string => `${labFolder(lab)}/conventions`
export const conventionFolder = (lab: string, id: string): string => `${conventionsFolder(lab)}/${checkedId(id)}`
export const conventionFile = (lab: string, id: string): string => `${conventionFolder(lab, id)}/convention.json`
export const sheetsFolder = (lab: string, id: string): string => `${conventionFolder(lab, id)}/sheets`
export const sheetFile = (lab: string, id: string, judge: string): string => `${sheetsFolder(lab, id)}/${checkedId(judge)}.json`
export const visitorsFile = (lab: string, id: string): string => `${conventionFolder(lab, id)}/visitors.json`
/** Packages for judges who judge on this laptop. */
export const judgingsFolder = 'juri'
export const judgingFolder = (id: string): string => `${judgingsFolder}/${checkedId(id)}`
/** In a folder of things that can be put aside, where what was put aside is kept. Begins with a dot, so it is no id. */
export const asideFolder = (folder: string): string => `${folder}/.dibuang`
export const attachmentsFolder = (lab: string): string => `${labFolder(lab)}/attachments`
export const settingsFile = 'settings.json'
export const lockFile = 'labinov.lock'

/** A file being written; never read, swept away when the workspace is opened. */
export const draftOf = (file: string): string => `${file}.draft`
/** The generation before the present one. */
export const previousOf = (file: string): string => `${file}.prev`
/** Where a damaged file is kept, untouched. Colons are not allowed in names on Windows, so the moment is written without marks. */
export const asideOf = (file: string, isoMoment: string, attempt: number): string =>
  `${file}.rusak-${isoMoment.replaceAll(/[-:.]/g, '')}${attempt === 0 ? '' : `-${attempt}`}`
