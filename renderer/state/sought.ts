/** What somebody asked for elsewhere and a page is to show or begin when it opens; each is answered once. */
import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { StageKey } from '#shared/model/pack.ts'

export type Sought =
  | { readonly what: 'person' | 'unit'; readonly id: string; readonly name: string }
  /** Begin to add an innovation. */
  | { readonly what: 'add_innovation' }
  /** Begin to plan a session of this stage. */
  | { readonly what: 'make_session'; readonly stage: StageKey }

export const soughtStore = createStore<{ readonly now: Sought | null }>(() => ({ now: null }))

/** Call it before going to the page that answers. */
export const seek = (now: Sought): void => soughtStore.setState({ now })

/** Answers what is sought, also when the page is open already: `useSought(['person'], ({ name }) => setWords(name))`. */
export function useSought<W extends Sought['what']>(of: readonly W[], answer: (sought: Extract<Sought, { what: W }>) => void): void {
  const now = useStore(soughtStore, (all) => all.now)
  const latest = useRef(answer)
  latest.current = answer
  const mine = now !== null && of.some((what) => what === now.what)
  useEffect(() => {
    if (!mine || now === null) return
    soughtStore.setState({ now: null })
    // `mine` says that it is one of these.
    latest.current(now as Extract<Sought, { what: W }>)
  }, [mine, now])
}
