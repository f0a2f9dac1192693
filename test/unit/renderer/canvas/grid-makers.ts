/** Columns and grids with only what a test is about. */
import type { GridColumn, GridDef } from '#shared/model/pack.ts'

const label = (text: string) => ({ id: text, en: text })

export const column = (key: string, type: GridColumn['type'], more: Partial<GridColumn> = {}): GridColumn => ({
  key,
  label: label(key),
  type,
  suggests: [],
  anchors: [],
  width: 1,
  required: false,
  format: 'number',
  voted: false,
  ...more,
})

export const score = (key: string, more: Partial<GridColumn> = {}): GridColumn => column(key, 'score', { min: 1, max: 5, ...more })

export const gridDef = (columns: readonly GridColumn[], more: Partial<GridDef> = {}): GridDef => ({
  kind: 'grid',
  id: 'usg',
  title: label('USG'),
  stage: 'diagnose',
  help: label('Isi.'),
  example: label('Contoh.'),
  status: 'unverified',
  source: 'uji',
  outline: { heading: label('USG'), lead: label('USG') },
  takes: [],
  rowLabel: label('Isu'),
  columns: [...columns],
  head: [],
  modes: [],
  marks: [],
  results: [],
  starters: [],
  ...more,
})
