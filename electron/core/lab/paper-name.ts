/** Names of the files that documents are written to: what it is first, then what it is about; the same every time. */

import { documentFileName, type FileAbout } from '#core/documents/documents.ts'
import type { OpenConvention } from '#shared/api/jury.ts'
import type { DocumentDef, StageKey } from '#shared/model/pack.ts'
import type { Reward, Session } from '#shared/model/session.ts'
import { formatDay } from '#shared/rules/dates.ts'
import { fileNameFor } from '#shared/rules/names.ts'
import { methodOf, type Packs, stageLabel } from '#shared/rules/packs.ts'
import { regionName } from '#shared/rules/signature.ts'
import { say } from '#shared/text/messages.ts'
import { paperWords } from '#shared/text/paper-words.ts'

type Named = FileAbout & {
  readonly packs: Packs
  readonly session?: Session | undefined
  readonly stage?: StageKey | undefined
  readonly reward?: Reward | undefined
  readonly convention?: OpenConvention | undefined
  readonly variant?: string | undefined
}

/** `Kota Solok 2026 jilid 2`. */
const labName = ({ lab, language }: Named): string => `${regionName(lab, language)} ${lab.year} jilid ${lab.jilid}`

/** What one print is about: `LANGKOK`, `Desk 2, 13 Agustus 2026`, `Deliver`. Of the lab the lab itself. */
export function subjectName(def: Pick<DocumentDef, 'scope'>, from: Named): string {
  const { language, session, stage, reward } = from
  switch (def.scope) {
    case 'innovation':
      return from.innovation?.name ?? ''
    case 'session':
      return [session?.title.trim() ?? '', session === undefined || session.date === '' ? '' : formatDay(session.date, language)]
        .filter((part) => part !== '')
        .join(', ')
    case 'stage':
      return stage === undefined ? '' : stageName(from, stage)
    case 'reward':
      return reward?.title ?? ''
    case 'convention':
      return from.convention?.convention.name ?? ''
    case 'lab':
      return labName(from)
  }
}

function stageName({ lab, packs, language }: Named, stage: StageKey): string {
  const method = methodOf(packs, lab.method)
  return method === undefined ? stage : stageLabel(method, stage, language, lab.stageLabels)
}

/** `Daftar Hadir, Terisi`: a way of printing is named unless it is the usual one. */
function titleOf(def: DocumentDef, { variant, language }: Pick<Named, 'variant' | 'language'>): string {
  const at = def.variants.findIndex(({ key }) => key === variant)
  const label = at > 0 ? def.variants[at]?.label[language] : undefined
  return label === undefined ? def.title[language] : `${def.title[language]}, ${label}`
}

/** With its ending: `Proposal KIPP - LANGKOK.pdf`, `Daftar Hadir - Desk 2, 13 Agustus 2026.xlsx`. */
export function paperName(def: DocumentDef, from: Named, ending: string): string {
  const plain = def.variants.findIndex(({ key }) => key === from.variant) <= 0
  if (plain && (def.scope === 'innovation' || def.scope === 'lab')) return `${documentFileName(def, from)}.${ending}`
  // The longest ending is part of the limit that all formats of one document share.
  return `${fileNameFor([titleOf(def, from), subjectName(def, from)], 'docx').slice(0, -'.docx'.length)}.${ending}`
}

/** The folder of a batch: `Proposal KIPP - Kota Solok 2026 jilid 2`. */
export const batchFolderName = (def: DocumentDef, from: Named): string => fileNameFor([titleOf(def, from), labName(from)], '')

/** The file of a book, with its ending. */
export const bookName = (def: DocumentDef, from: Named, ending: string): string =>
  fileNameFor([say(paperWords.book, from.language, { title: titleOf(def, from) }), labName(from)], ending)

/** Folder for the files of one subject when everything is written at once: `Sesi/Desk 2, 13 Agustus 2026`, `Inovasi/LANGKOK`, `Lab`. */
export function subjectFolder(def: Pick<DocumentDef, 'scope'>, from: Named): string {
  const group = fileNameFor([say(paperWords[`folder_${def.scope}`], from.language)], '')
  return def.scope === 'lab' ? group : `${group}/${fileNameFor([subjectName(def, from)], '')}`
}
