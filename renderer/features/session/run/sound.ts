/** Three short sounds of the timer, made on the spot. */
import { useCallback, useEffect, useRef } from 'react'
import type { Timer } from '#shared/rules/session-time.ts'
import { useAbout, useLabData, useSettings } from '../../../lab/lab-context.tsx'

type Tone = Timer['tone']

/** Hertz and beginning in seconds: two soft ones at 20 %, three at 5 %, and a falling chord at the end. */
const notes: Readonly<Record<Exclude<Tone, 'calm'>, readonly (readonly [number, number])[]>> = {
  warn: [
    [660, 0],
    [660, 0.28],
  ],
  alarm: [
    [784, 0],
    [784, 0.22],
    [988, 0.44],
  ],
  over: [
    [784, 0],
    [659, 0.25],
    [523, 0.5],
    [392, 0.75],
  ],
}

let context: AudioContext | null = null

function play(tone: Exclude<Tone, 'calm'>): void {
  context ??= new AudioContext()
  const { currentTime } = context
  // Without a press in this window yet the browser stays silent; the next tone will be heard.
  void context.resume().catch(() => undefined)
  for (const [pitch, at] of notes[tone]) {
    const source = context.createOscillator()
    const volume = context.createGain()
    source.frequency.value = pitch
    volume.gain.setValueAtTime(0, currentTime + at)
    volume.gain.linearRampToValueAtTime(0.25, currentTime + at + 0.02)
    volume.gain.exponentialRampToValueAtTime(0.001, currentTime + at + 0.24)
    source.connect(volume).connect(context.destination)
    source.start(currentTime + at)
    source.stop(currentTime + at + 0.26)
  }
}

const keptUnder = 'runSound'

/** Whether this laptop sounds; on until somebody turns it off. */
export function useSound(): { readonly on: boolean; readonly toggle: () => void } {
  const data = useLabData()
  const { view } = useSettings()
  const about = useAbout()
  const on = view[keptUnder] !== false
  const toggle = useCallback(() => {
    const next = data.getState().settings.view
    // Nothing but the choice is lost when it cannot be kept.
    data.changeSettings({ view: { ...next, [keptUnder]: !on } }).catch(() => undefined)
  }, [data, on])
  return { on: on && about?.reach === 'host', toggle }
}

const rank: Readonly<Record<Tone, number>> = { calm: 0, warn: 1, alarm: 2, over: 3 }

/** Sounds when the tone of a block rises while it is looked at; what was so on arrival stays silent. */
export function useTones(block: string, tone: Tone, on: boolean): void {
  const last = useRef({ block, tone })
  useEffect(() => {
    const { block: before, tone: was } = last.current
    last.current = { block, tone }
    if (on && before === block && tone !== 'calm' && rank[tone] > rank[was]) play(tone)
  }, [block, tone, on])
}
