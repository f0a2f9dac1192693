/** Cells as text; the rules are shared with imports, exports and documents. */
export { parseTable, readCell, readNumber, showCell, toCsv, toTsv } from '#shared/rules/cell-text.ts'
