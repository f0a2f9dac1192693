/** What can be asked of the catalogue. */
import { type } from '@orpc/contract'
import { z } from 'zod'
import { catalogueEntry } from '#shared/model/catalogue.ts'
import { base } from './base.ts'
import { blob } from './blob.ts'
import {
  type CatalogueAnswer,
  catalogueFigures,
  catalogueFilters,
  catalogueQuery,
  catalogueSource,
  catalogueTake,
  leftAlone,
  roundFile,
  roundRow,
  similarAnswer,
  similarWanted,
  standingAnswer,
  standingBefore,
  watched,
} from './catalogue.ts'
import { id, line } from './inputs.ts'
import { keptFile } from './keeping.ts'

export const catalogueContract = {
  /** Answers from what can be searched by now; `ready < of` means that more is coming. */
  search: base.input(catalogueQuery).output(type<CatalogueAnswer>()),
  entries: base.input(z.object({ ids: z.array(z.string().max(200)).max(200) })).output(z.array(catalogueEntry)),
  similar: base.meta({ reach: 'team' }).input(similarWanted).output(similarAnswer),
  figures: base.input(z.object({ text: z.string().max(400).default(''), filters: catalogueFilters.default({}) })).output(catalogueFigures),
  /** Innovations that depend on one person, lack a procedure, regulation or budget. Of one lab, or of all. */
  watch: base.input(z.object({ lab: id.optional() })).output(z.array(watched)),
  /** Which of these keys (`sameKey` in shared/rules/catalogue-read.ts) the catalogue holds. @param except of a source that is left out */
  known: base
    .input(z.object({ keys: z.array(z.string().max(1000)).max(40_000), except: id.optional() }))
    .output(z.object({ known: z.array(z.string()) })),
  sources: base.output(z.array(catalogueSource)),
  take: base.input(catalogueTake).output(catalogueSource),
  /** Takes in a catalogue that another office handed over as one file. Refuses with UNREADABLE. */
  takeFile: base.input(z.object({ file: blob })).output(catalogueSource),
  /** Puts a source aside; `putBack` brings it back. */
  removeSource: base.input(z.object({ source: id })).output(z.object({ kept: z.string() })),
  putBackSource: base.input(z.object({ kept: z.string().max(200) })).output(catalogueSource),
  /** What was found as a table, or as one file for another office. NIP and private numbers are not part of entries. */
  keep: base
    .input(
      z.object({
        name: line.min(1),
        format: z.enum(['xlsx', 'csv', 'katalog']),
        text: z.string().max(400).default(''),
        filters: catalogueFilters.default({}),
        columns: z.enum(['inoland', 'jippnas']).default('inoland'),
      }),
    )
    .output(keptFile),
  /** The list that asks every unit how its innovations stand, as XLSX in the output folder. */
  sendRound: base.input(z.object({ lab: id, units: z.array(id).max(500).default([]) })).output(keptFile),
  /** Reads a list that came back; changes nothing. */
  readRound: base.input(roundFile).output(z.object({ rows: z.array(roundRow) })),
  /** Writes the answers; gives what stood there before, to undo, and names what could not be written. */
  applyRound: base
    .input(z.object({ answers: z.array(standingAnswer).min(1).max(4000), by: line }))
    .output(z.object({ written: z.number().int(), before: z.array(standingBefore), failed: leftAlone })),
  /** Puts back what stood there; what somebody changed since stays, and is named in `left`. */
  undoRound: base.input(z.object({ before: z.array(standingBefore).max(4000) })).output(z.object({ left: leftAlone })),
} as const
