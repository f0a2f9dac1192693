/** The keys of a review: a coach goes through ten teams without the mouse. */
import { useEffect, useRef } from 'react'
import { isTyping } from '../../actions/key-map.ts'
import { noticeStore, notify } from '../../state/notify.ts'

export type ReviewKeys = {
  /** False when an arrow should scroll a long answer instead. */
  readonly step: (by: 1 | -1, arrow: boolean) => boolean
  readonly ok: () => void
  readonly mend: () => void
  /** @param at from 0 */
  readonly quick: (at: number) => void
  readonly finish: () => void
  readonly acceptAll: () => void
  readonly team: (by: 1 | -1) => void
}

/** Single letters count only where nobody types (WCAG 2.1.4) and no dialog is open. */
export function useReviewKeys(keys: ReviewKeys): void {
  const newest = useRef(keys)
  useEffect(() => {
    newest.current = keys
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || document.querySelector('[role="dialog"]') !== null) return
      if (press(event, newest.current)) event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}

/** True when the key was ours. */
function press(event: KeyboardEvent, keys: ReviewKeys): boolean {
  const key = event.key.toLowerCase()
  if (event.altKey) return false
  if (event.ctrlKey || event.metaKey) {
    if (key === 'enter') {
      if (!event.repeat) keys.finish()
      return true
    }
    return key === 'z' && !event.shiftKey && !isTyping(event.target) && undoLast()
  }
  if (isTyping(event.target)) return false
  if (key === 'j' || key === 'arrowdown') return keys.step(1, key !== 'j')
  if (key === 'k' || key === 'arrowup') return keys.step(-1, key !== 'k')
  // Held down, a key that writes would write again and again.
  const act = actOf(key, event.shiftKey, keys)
  if (act === null) return false
  if (!event.repeat) act()
  return true
}

function actOf(key: string, shift: boolean, keys: ReviewKeys): (() => void) | null {
  if (key === 'n') return () => keys.team(shift ? -1 : 1)
  if (shift) return null
  if (key === 'o') return keys.ok
  if (key === 'p') return keys.mend
  if (key === 'a') return keys.acceptAll
  return /^[1-6]$/.test(key) ? () => keys.quick(Number(key) - 1) : null
}

function undoLast(): boolean {
  const { now } = noticeStore.getState()
  if (now === null) return false
  notify.hide()
  now.undo()
  return true
}
