/** Columns and grids for tests: only what a test is about has to be said. */
import { type GridColumn, type GridDef, gridColumn, gridDef } from '#shared/model/pack.ts'

export const both = (text: string) => ({ id: text, en: text })

export const column = (key: string, type: GridColumn['type'], more: Record<string, unknown> = {}): GridColumn =>
  gridColumn.parse({ key, label: both(key), type, ...more })

export const score = (key: string, more: Record<string, unknown> = {}): GridColumn => column(key, 'score', { min: 1, max: 5, ...more })
export const formula = (key: string, declared: Record<string, unknown>, more: Record<string, unknown> = {}): GridColumn =>
  column(key, 'formula', { formula: declared, ...more })
export const options = (...keys: readonly string[]) => keys.map((key) => ({ key, label: both(key) }))

export const grid = (columns: readonly GridColumn[], more: Record<string, unknown> = {}): GridDef =>
  gridDef.parse({
    kind: 'grid',
    id: 'uji',
    title: both('Uji'),
    stage: 'diagnose',
    help: both('-'),
    example: both('-'),
    status: 'unverified',
    source: 'uji',
    outline: { heading: both('Uji'), lead: both('-') },
    rowLabel: both('Baris'),
    columns: [column('text', 'text'), ...columns],
    ...more,
  })
