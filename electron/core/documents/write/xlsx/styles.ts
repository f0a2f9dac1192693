/** The few looks cells have. The order of elements is the schema's; programs that check it refuse a workbook otherwise. */
import type { CellFormat, Workbook } from './workbook.ts'
import { escaped } from './xml.ts'

/** `strong` is a total or the head of a group; `quoted` is text that would begin a formula when somebody edits it. */
export type Look = { readonly format: CellFormat | 'head'; readonly strong: boolean; readonly quoted: boolean; readonly decimals: boolean }

const formats = ['head', 'text', 'number', 'rupiah', 'percent', 'date'] as const
const plainText = 49
const codes = { number: 0, rupiah: 164, rupiahCents: 165, percent: 9, percentPart: 166, date: 167 } as const

const looks: readonly Look[] = formats.flatMap((format) =>
  [false, true].flatMap((strong) =>
    [false, true].flatMap((more): Look[] => {
      if (format === 'head') return strong || more ? [] : [{ format, strong, quoted: false, decimals: false }]
      if (format === 'text') return [{ format, strong, quoted: more, decimals: false }]
      if (format === 'rupiah' || format === 'percent') return [{ format, strong, quoted: false, decimals: more }]
      return more ? [] : [{ format, strong, quoted: false, decimals: false }]
    }),
  ),
)

/** Number of a cell's look in the style sheet. The first one is what the program uses for cells that are not there. */
export const lookNumber = (wanted: Look): number =>
  1 +
  looks.findIndex(
    (look) =>
      look.format === wanted.format && look.strong === wanted.strong && look.quoted === wanted.quoted && look.decimals === wanted.decimals,
  )

function formatCode({ format, decimals }: Look): number {
  if (format === 'rupiah') return decimals ? codes.rupiahCents : codes.rupiah
  if (format === 'percent') return decimals ? codes.percentPart : codes.percent
  if (format === 'date') return codes.date
  return format === 'number' ? codes.number : plainText
}

export function stylesXml({ language }: Pick<Workbook, 'language'>): string {
  const day = language === 'id' ? '[$-421]d mmmm yyyy' : '[$-809]d mmmm yyyy'
  const own: readonly (readonly [number, string])[] = [
    [codes.rupiah, '"Rp"#,##0;-"Rp"#,##0'],
    [codes.rupiahCents, '"Rp"#,##0.00;-"Rp"#,##0.00'],
    [codes.percentPart, '0.0%'],
    [codes.date, day],
  ]
  const font = (bold: boolean): string => `<font>${bold ? '<b/>' : ''}<sz val="11"/><name val="Arial"/><family val="2"/></font>`
  const fill = (color: string): string =>
    `<fill><patternFill patternType="solid"><fgColor rgb="FF${color}"/><bgColor indexed="64"/></patternFill></fill>`
  const line = (side: string): string => `<${side} style="thin"><color rgb="FFBDB6AA"/></${side}>`
  const border = `<border>${['left', 'right', 'top', 'bottom'].map(line).join('')}<diagonal/></border>`
  const xf = (look: Look): string => {
    const bold = look.format === 'head' || look.strong
    const shade = look.format === 'head' ? 2 : look.strong ? 3 : 0
    const across = look.format === 'text' || look.format === 'head' ? '' : ' horizontal="right"'
    return `<xf numFmtId="${formatCode(look)}" fontId="${bold ? 1 : 0}" fillId="${shade}" borderId="1" xfId="0"${look.quoted ? ' quotePrefix="1"' : ''} applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment${across} vertical="${look.format === 'head' ? 'center' : 'top'}" wrapText="1"/></xf>`
  }
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    `<numFmts count="${own.length}">${own.map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${escaped(code)}"/>`).join('')}</numFmts>`,
    `<fonts count="2">${font(false)}${font(true)}</fonts>`,
    `<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fill('E1DCD2')}${fill('F6F4EF')}</fills>`,
    `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>${border}</borders>`,
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${looks.length + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${looks.map(xf).join('')}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    '</styleSheet>',
  ].join('')
}
