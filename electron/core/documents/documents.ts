/** What the file of a document is called. */
import type { Innovation, Lab } from '#shared/model/lab.ts'
import type { DocumentDef } from '#shared/model/pack.ts'
import type { Language } from '#shared/model/text.ts'
import { fileNameFor } from '#shared/rules/names.ts'
import { regionName } from '#shared/rules/signature.ts'

/** Of what one print is about, as far as names of files go. */
export type FileAbout = {
  readonly lab: Lab
  readonly innovation?: Pick<Innovation, 'name'> | undefined
  readonly language: Language
}

/** The name of the file without its extension: `Proposal KIPP - LANGKOK`, `Rekap Ide Inovasi - Kota Solok, jilid 2`. */
export function documentFileName(def: DocumentDef, { lab, innovation, language }: FileAbout): string {
  const about = def.scope === 'innovation' ? (innovation?.name ?? '') : `${regionName(lab, language)} ${lab.year} jilid ${lab.jilid}`
  // The longest extension is part of the limit the name must keep.
  const extension = 'docx'
  return fileNameFor([def.title[language], about], extension).slice(0, -(extension.length + 1))
}
