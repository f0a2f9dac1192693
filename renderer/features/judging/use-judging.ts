/** A package on this laptop: what the judge reads, and the sheet he fills. */
import { ORPCError } from '@orpc/client'
import { useCallback, useEffect, useState } from 'react'
import { refusals } from '#shared/api/contract.ts'
import type { OpenJudging } from '#shared/api/jury.ts'
import { keepSame } from '../../collab/keep-same.ts'
import { useConventionTurn, useLab } from '../../lab/lab-context.tsx'
import { codeOf, type Trouble, troubleOf } from '../../lab/refusal.ts'
import type { WriteSheet } from '../../scoring/use-scores.ts'

export type HeldJudging = {
  readonly open: OpenJudging
  readonly write: WriteSheet
  /** Of the last write that the disk or the connection refused. */
  readonly trouble: Trouble | null
}

export type AskedJudging =
  | { readonly state: 'loading' }
  | { readonly state: 'none' }
  | { readonly state: 'failed'; readonly trouble: Trouble; readonly again: () => void }
  | ({ readonly state: 'open' } & HeldJudging)

export function useJudging(id: string): AskedJudging {
  const client = useLab()
  const turn = useConventionTurn(id)
  const [open, setOpen] = useState<OpenJudging | null>(null)
  const [none, setNone] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [attempt, setAttempt] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again after a change and after a failure
  useEffect(() => {
    let gone = false
    client.judging
      .read({ id })
      .then((read) => {
        if (gone) return
        setOpen((before) => keepSame(before ?? read, read))
        setTrouble(null)
      })
      .catch((error: unknown) => {
        if (gone) return
        if (codeOf(error) === 'NOT_FOUND') setNone(true)
        else setTrouble(troubleOf(error))
      })
    return () => {
      gone = true
    }
  }, [client, id, turn, attempt])
  const write = useCallback<WriteSheet>(
    async (change) => {
      try {
        const sheet = await client.judging.mark({ id, change })
        setOpen((now) => (now === null ? now : { ...now, sheet: keepSame(now.sheet, sheet) }))
        setTrouble(null)
        return { ok: true }
      } catch (error) {
        const refused = codeOf(error) === 'MARK_REFUSED' ? refusals.MARK_REFUSED.data.safeParse(dataOf(error)) : undefined
        if (refused?.success) return { ok: false, reason: refused.data.reason }
        setTrouble(troubleOf(error))
        return { ok: false, reason: null }
      }
    },
    [client, id],
  )
  if (none) return { state: 'none' }
  if (open !== null) return { state: 'open', open, write, trouble }
  if (trouble !== null) return { state: 'failed', trouble, again: () => setAttempt((n) => n + 1) }
  return { state: 'loading' }
}

const dataOf = (error: unknown): unknown => (error instanceof ORPCError ? error.data : undefined)
