/** The keys of a running session. They act only where letters are no text, and never on top of what a focused button does itself. */
import { useEffect } from 'react'
import { isTyping } from '../../../actions/key-map.ts'

export type RunKeys = Readonly<Partial<Record<'hold' | 'next' | 'back' | 'more' | 'less' | 'sound' | 'project', () => void>>>

const meaning: Readonly<Record<string, keyof RunKeys>> = {
  ' ': 'hold',
  ArrowRight: 'next',
  ArrowLeft: 'back',
  '+': 'more',
  '=': 'more',
  '-': 'less',
  '−': 'less',
  m: 'sound',
  p: 'project',
}

/** Where the arrows and the space bar have a meaning of their own. */
const busy = 'button, a, summary, [role="menu"], [role="listbox"], [role="dialog"], [role="tablist"]'

export function useRunKeys(keys: RunKeys): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      const act = meaning[event.key.length === 1 ? event.key.toLowerCase() : event.key]
      const run = act === undefined ? undefined : keys[act]
      if (run === undefined) return
      const inside = event.target instanceof Element ? event.target.closest(busy) : null
      if (inside !== null && (act === 'hold' || inside.getAttribute('role') !== null)) return
      event.preventDefault()
      // A key held down must not run through the whole agenda.
      if (!event.repeat) run()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [keys])
}

/** For buttons of the control: a press with the mouse leaves the focus where it is, so that the space bar goes on meaning "pause". */
export const keepFocus = { onMouseDown: (event: { preventDefault(): void }) => event.preventDefault() }
