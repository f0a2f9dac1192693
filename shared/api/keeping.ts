/** Files the app keeps in the output folder for the person: tables and texts. */
import { z } from 'zod'
import { day, line } from './inputs.ts'

/** A table of the app's own, to be kept as a file: a list of people, the monitoring table. */
export const tableWanted = z.object({
  /** Without an ending. */
  name: line.min(1),
  format: z.enum(['xlsx', 'csv']),
  sheets: z
    .array(
      z.object({
        name: z.string().min(1).max(60),
        columns: z.array(z.object({ label: z.string().max(300), format: z.enum(['text', 'number', 'rupiah', 'percent', 'date']) })).max(60),
        /** A date is an ISO day. */
        rows: z.array(z.array(z.union([z.string(), z.number(), z.null(), z.object({ date: day })]))).max(40_000),
        /** Row numbers (from 0) printed bold: totals. */
        strong: z.array(z.number().int()).default([]),
      }),
    )
    .min(1)
    .max(12),
})
export type TableWanted = z.input<typeof tableWanted>
export const keptFile = z.object({ file: z.string(), name: z.string(), bytes: z.number().int() })
export type KeptFile = z.infer<typeof keptFile>
