/** What is said about the rows of an import. */
import type { ImportRow } from '#shared/rules/people-judge.ts'
import type { RowFault } from '#shared/rules/people-rows.ts'
import type { ImportField } from '#shared/rules/people-sheet.ts'
import type { Say } from '../../../app/text.ts'

export const fieldWord = (t: Say, field: ImportField): string => t(`people.${field}`)

const faultWords = (t: Say, { reason, text, field, of = 0 }: RowFault): string =>
  t(`people.why_${reason}`, { text, of, field: fieldWord(t, field) })

/** Why a row is refused, or what the lab has already; empty for a row that goes in as it is. */
export function whyOf(t: Say, { faults, twin }: ImportRow): string {
  if (faults.length > 0) return faults.map((fault) => faultWords(t, fault)).join('; ')
  return twin === null ? '' : t(`people.twin_${twin.by}`, { name: twin.of.name })
}

/** What a merge of this row would do. */
export function mergeWords(t: Say, { twin }: ImportRow): string {
  if (twin === null) return ''
  const list = (fields: readonly ImportField[]): string => fields.map((field) => fieldWord(t, field).toLocaleLowerCase('id')).join(', ')
  const fills = twin.fills.length === 0 ? t('people.fillsNothing') : t('people.fills', { fields: list(twin.fills) })
  return twin.differs.length === 0 ? fills : `${fills}; ${t('people.differs', { fields: list(twin.differs) })}`
}

/** What the cell holds is left out where it tells of a person. */
const discreet = (row: ImportRow): ImportRow => ({
  ...row,
  faults: row.faults.map((fault) => (/nip|phone|email/iu.test(fault.field) ? { ...fault, text: '…' } : fault)),
})

/** The rows left out as text for a chat or a letter, without NIP, phone or address. */
export function reportOf(t: Say, from: string, out: readonly ImportRow[]): string {
  if (out.length === 0) return ''
  const lines = out.map((row) =>
    t('people.reportLine', {
      sheet: row.sheet,
      row: row.row,
      name: row.values.name === '' ? t('people.unnamed') : row.values.name.slice(0, 80),
      why: whyOf(t, discreet(row)) || t('people.leftOut'),
    }),
  )
  return [t('people.reportTitle', { name: from }), ...lines].join('\n')
}
