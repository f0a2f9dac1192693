/** The second sheet of every workbook: whose rows these are, and what they follow. Totals stand there too, out of the way of sorting. */
import { regionName } from '#shared/rules/signature.ts'
import { reportWords as own } from '#shared/text/report-words.ts'
import type { WorkbookCell, WorkbookSheet } from '../../write/xlsx/workbook.ts'
import { todayOf } from '../pieces/lab-base.ts'
import { type Build, illustrations, packStamp } from '../source.ts'

/** An ISO day as a date, or an empty cell. */
export const day = (iso: string): WorkbookCell => (iso === '' ? null : { date: iso })

export const text = (label: string) => ({ label, format: 'text' }) as const
export const number = (label: string) => ({ label, format: 'number' }) as const
export const date = (label: string) => ({ label, format: 'date' }) as const

export function aboutSheet(build: Build, more: readonly (readonly [string, WorkbookCell])[] = []): WorkbookSheet {
  const { lab, language, tell } = build
  return {
    name: tell(own.about),
    columns: [text(tell(own.figure)), text(tell(own.remark))],
    rows: [
      [tell(own.region), regionName(lab, language)],
      [tell(own.lab), tell(own.labOf, { jilid: lab.jilid, year: lab.year })],
      [tell(own.printedOn), day(build.date || todayOf(build))],
      [tell(own.pack), packStamp(build)],
      ...more,
      ...illustrations(build).map((note) => [tell(own.note), note] as const),
    ],
  }
}
