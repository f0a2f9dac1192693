/** Searching while somebody types: at most one question a frame, the newest answer wins, and what is drawn stays until it comes. */
import { startTransition, useCallback, useEffect, useRef, useState } from 'react'
import type { CatalogueAnswer } from '#shared/api/catalogue.ts'
import type { CatalogueAsked } from '../../lab/catalogue-address.ts'
import { useCatalogueTurn, useLab } from '../../lab/lab-context.tsx'
import { type Trouble, troubleOf } from '../../lab/refusal.ts'

/** On one page; the rest is on further ones. */
export const perPage = 50
/** While keys follow each other: what is in sight. The whole page comes when the typing rests. */
const firstHits = 10

/** The whole page and the numbers beside the filters cost more than the first hits. */
const restMs = 150
/** While the catalogue is being made ready, and nobody told how far it is. */
const againAfterMs = 900

export type Facets = CatalogueAnswer['facets']
export type Search = {
  /** Null until the first answer. */
  readonly answer: CatalogueAnswer | null
  /** The last whole answer, with its numbers; stays as it is while somebody types. */
  readonly rested: CatalogueAnswer | null
  readonly trouble: Trouble | null
  /** The answer is one to what was asked before. */
  readonly stale: boolean
  readonly again: () => void
}

type Known = { readonly of: string; readonly value: CatalogueAnswer; readonly whole: boolean }

export function useSearch(asked: CatalogueAsked): Search {
  const client = useLab()
  const turn = useCatalogueTurn()
  const [answer, setAnswer] = useState<Known | null>(null)
  const [rested, setRested] = useState<CatalogueAnswer | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [asks, setAsks] = useState(0)
  const { text, filters, sort, from } = asked
  const key = JSON.stringify([text, filters, sort, from])
  const askedLast = useRef('')
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for what is asked, `asks` asks it again
  useEffect(() => {
    const abort = new AbortController()
    const { signal } = abort
    let later: ReturnType<typeof setTimeout> | undefined
    const ask = (whole: boolean): void => {
      client.catalogue.search({ text, filters, sort, from, count: whole ? perPage : firstHits, facets: whole }, { signal }).then(
        (value) => {
          if (signal.aborted) return
          // Drawing gives way to the next key.
          startTransition(() => {
            setAnswer((now) => (!whole && now?.of === key && now.whole ? now : { of: key, value, whole }))
            if (whole) setRested(value)
            setTrouble(null)
          })
          if (whole && value.ready < value.of) later = setTimeout(() => setAsks((n) => n + 1), againAfterMs)
        },
        (error: unknown) => {
          if (!signal.aborted) setTrouble(troubleOf(error))
        },
      )
    }
    // What is asked once more is drawn already: only the whole page is wanted, and at once.
    const fresh = askedLast.current !== key
    askedLast.current = key
    const frame = onFrame(() => ask(!fresh))
    const rest = fresh ? setTimeout(() => ask(true), restMs) : undefined
    return () => {
      frame()
      clearTimeout(rest)
      clearTimeout(later)
      abort.abort()
    }
  }, [client, key, asks])
  useEvery(turn, () => setAsks((n) => n + 1))
  const again = useCallback(() => setAsks((n) => n + 1), [])
  return { answer: answer?.value ?? null, rested, trouble, stale: answer !== null && answer.of !== key, again }
}

/** Calls once for however many turns come within a while: a catalogue that is being made ready tells of itself many times a second. */
function useEvery(turn: number, call: () => void): void {
  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const first = useRef(turn)
  const latest = useRef(call)
  latest.current = call
  useEffect(() => {
    if (turn === first.current || waiting.current !== undefined) return
    first.current = turn
    waiting.current = setTimeout(() => {
      waiting.current = undefined
      latest.current()
    }, againAfterMs)
  }, [turn])
  useEffect(
    () => () => {
      clearTimeout(waiting.current)
      waiting.current = undefined
    },
    [],
  )
}

/** A hidden page gets no frames. */
function onFrame(run: () => void): () => void {
  if (document.hidden) {
    const timer = setTimeout(run, 16)
    return () => clearTimeout(timer)
  }
  const frame = requestAnimationFrame(run)
  return () => cancelAnimationFrame(frame)
}
