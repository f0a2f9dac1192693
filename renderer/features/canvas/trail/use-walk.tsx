/** Walking the trail of what is selected by key: to its source, to its result, and back. */
import { useState } from 'react'
import { useStore } from 'zustand'
import type { TrailEnd } from '#shared/model/lab.ts'
import { stepsFrom, wordsAt } from '#shared/rules/trail.ts'
import { useLanguage, useText } from '../../../app/text.ts'
import { back, type Stop, type WalkKey, walkStore } from '../../../trail/walk.ts'
import { WalkPicker } from '../../../trail/walk-picker.tsx'
import { type Session, selectedEnd } from '../session.tsx'

export function useWalk(session: Session, arrive: (end: TrailEnd) => void) {
  const { value, defs, innovation, announce, goTo } = session
  const t = useText()
  const language = useLanguage()
  const [fork, setFork] = useState<{ readonly way: 'source' | 'result'; readonly ends: readonly TrailEnd[] } | null>(null)
  const isThere = (end: TrailEnd): boolean =>
    wordsAt(
      value,
      end,
      defs.find(({ id }) => id === end.of),
      language,
    ) !== null
  const step = (way: 'source' | 'result'): void => {
    const end = selectedEnd(session, language)
    const far = way === 'source' ? 'from' : 'to'
    const ends = end === null ? [] : stepsFrom(value.trail, end, way).map((link) => link[far])
    const open = ends.filter(isThere)
    const [only] = open
    if (end === null) announce(t('canvas.trailNothing'))
    else if (only === undefined)
      announce(t(ends.length > 0 ? 'trail.onlyGone' : way === 'source' ? 'canvas.trailStart' : 'canvas.trailEnd'))
    else if (open.length === 1) goTo(only)
    else setFork({ way, ends: open })
  }
  const goBack = (): void => {
    const stop = back(innovation)
    if (stop === null) announce(t('trail.noBack'))
    else arrive(stop.end)
  }
  return {
    step,
    goBack,
    run: (key: WalkKey): void => {
      if (key === 'become') session.openLinks()
      else if (key === 'back') goBack()
      else step(key)
    },
    picker:
      fork === null ? null : (
        <WalkPicker
          value={value}
          title={t(fork.way === 'source' ? 'trail.whichSource' : 'trail.whichResult')}
          ends={fork.ends}
          go={(end) => {
            setFork(null)
            goTo(end)
          }}
          close={() => setFork(null)}
        />
      ),
  }
}

/** Where `Kembali` would lead; null at the beginning of a walk. */
export function useLastStop(innovation: string): Stop | null {
  const last = useStore(walkStore, ({ path }) => path.at(-1) ?? null)
  return last === null || last.innovation !== innovation ? null : last
}
