/** What can be asked about conventions, and about packages on the laptop of a judge. */
import { type } from '@orpc/contract'
import { z } from 'zod'
import { convention, sheet, visitors } from '#shared/model/jury.ts'
import { base } from './base.ts'
import { blob } from './blob.ts'
import { id } from './inputs.ts'
import {
  conventionAt,
  conventionCard,
  judgingCard,
  type OpenConvention,
  type OpenJudging,
  openConvention,
  receiveReport,
  receiveWanted,
  sheetChange,
  visit,
} from './jury.ts'
import { keptFile } from './keeping.ts'

export const juryContract = {
  list: base.input(z.object({ lab: id })).output(z.array(conventionCard)),
  /** Begins one. Its id is made here. */
  create: base.input(z.object({ lab: id, convention: convention.omit({ id: true, createdAt: true }) })).output(openConvention),
  /** Not checked on the way out: the core checked it when it was read. */
  read: base.input(conventionAt).output(type<OpenConvention>()),
  /** Replaces the convention (not its sheets). Refuses with STALE when it was changed since `base`. */
  put: base.input(z.object({ lab: id, convention, base: z.number().int() })).output(z.object({ revision: z.number().int() })),
  /** Puts it aside with its sheets; `putBack` brings it back. */
  remove: base.input(conventionAt).output(z.object({ kept: z.string() })),
  putBack: base.input(z.object({ lab: id, kept: z.string().max(200) })).output(z.object({ convention: z.string() })),
  /** What the secretariat writes for a judge, such as marks given on paper. Refuses with MARK_REFUSED. */
  mark: base.input(conventionAt.extend({ judge: id, change: sheetChange })).output(sheet),
  visit: base.input(visit).output(visitors),
  /** A package for each judge into a folder of its own in the output folder. */
  send: base
    .input(conventionAt.extend({ judges: z.array(id).min(1).max(200) }))
    .output(z.object({ folder: z.string(), files: z.array(keptFile.extend({ judge: z.string() })) })),
  /** A package that came back. Refuses with UNREADABLE, or NOT_FOUND when its convention or judge is not in this lab. */
  receive: base.input(receiveWanted).output(receiveReport),
} as const

export const judgingContract = {
  /** Packages that judge on this laptop. */
  list: base.output(z.array(judgingCard)),
  /** Takes in a package; one that is here already keeps its marks and gets the newer entries. Refuses with UNREADABLE. */
  open: base.input(z.object({ file: blob })).output(z.object({ id: z.string() })),
  read: base.input(z.object({ id })).output(type<OpenJudging>()),
  /** Refuses with MARK_REFUSED. */
  mark: base.input(z.object({ id, change: sheetChange })).output(sheet),
  /** The package back to the secretariat, into the output folder. */
  back: base.input(z.object({ id })).output(keptFile),
  /** Puts the package aside on this laptop. */
  remove: base.input(z.object({ id })).output(z.object({ kept: z.string() })),
  putBack: base.input(z.object({ kept: z.string().max(200) })).output(z.object({ id: z.string() })),
} as const
