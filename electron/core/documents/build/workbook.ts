/** The rows behind a document, as a workbook: typed cells, one row for each thing, nothing that a spreadsheet would take for a formula. */
import type { DocumentDef, WorkbookKind } from '#shared/model/pack.ts'
import type { Workbook, WorkbookSheet } from '../write/xlsx/workbook.ts'
import { authorOf } from './frame.ts'
import { aboutText } from './parts.ts'
import { type Build, type DocumentSource, startBuild } from './source.ts'
import { attendanceSheets } from './workbooks/attendance-sheets.ts'
import { evidenceSheets, indexSheets, maturitySheets } from './workbooks/index-sheets.ts'
import { jurySheets } from './workbooks/jury-sheets.ts'
import { catalogueSheets, followupSheets, funnelSheets, ideasSheets } from './workbooks/lab-sheets.ts'

const sheets: Readonly<Record<WorkbookKind, (build: Build) => readonly WorkbookSheet[]>> = {
  attendance: attendanceSheets,
  ideas: ideasSheets,
  funnel: funnelSheets,
  index: indexSheets,
  catalogue: catalogueSheets,
  maturity: maturitySheets,
  followups: followupSheets,
  evidence: evidenceSheets,
  jury: jurySheets,
}

/** @throws Error when the definition has no workbook */
export function buildWorkbook(def: DocumentDef, source: DocumentSource): Workbook {
  if (def.workbook === undefined) throw new Error(`document ${def.id} has no workbook`)
  const build = startBuild(def, source)
  const { language } = build
  return {
    title: [def.title[language], aboutText(build)].filter((part) => part !== '').join(': '),
    subject: def.title[language],
    author: authorOf(build),
    language,
    paper: build.paper,
    orientation: 'landscape',
    sheets: sheets[def.workbook](build),
  }
}
