import type { Session } from '#shared/model/session.ts'

/** What every part of the record is drawn from. */
export type RecordProps = {
  readonly session: Session
  /** Id of the block that runs; what is written now belongs to it. */
  readonly block?: string
  /** For the narrow column of a running session; else it fills a page. */
  readonly compact?: boolean
}
