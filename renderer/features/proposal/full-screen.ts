/** Writing with nothing but the sheet on the screen. */
import { type RefObject, useEffect } from 'react'
import { useText } from '../../app/text.ts'
import type { Desk } from './desk.tsx'

export const fullKey = 'F11'

/** Menus are drawn into these, outside of the page. */
const floating = '[data-portal], [data-mantine-shared-portal-node], script, style, link'

/** The key goes in and out, Escape goes out; meanwhile nothing else of the app is read aloud or reached with Tab. */
export function useFullScreen(page: RefObject<HTMLElement | null>, desk: Desk): void {
  const { full, setFull, section, view, editor, announce } = desk
  const t = useText()
  const possible = section !== null && view === 'write'
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.isComposing) return
      // The text keeps Escape from the browser, though it does nothing with it.
      const out = full && event.key === 'Escape'
      if (event.defaultPrevented && !out) return
      const turn = possible && event.key === fullKey && !event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey
      if (!out && !turn) return
      // The browser's own full screen would leave everything else in place.
      event.preventDefault()
      setFull(turn ? !full : false)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [full, setFull, possible])
  useEffect(() => {
    if (!full || page.current === null) return
    announce(t('proposal.fullScreenOn'))
    return quiet(page.current)
  }, [full, page, announce, t])
  useEffect(() => {
    // Whoever wrote goes on writing; the cursor stays where it was.
    if (full) editor?.commands.focus()
  }, [full, editor])
}

/** Makes everything around an element inert. @returns undoes it */
function quiet(element: HTMLElement): () => void {
  const made: HTMLElement[] = []
  for (let inner: HTMLElement = element; inner.parentElement !== null && inner !== document.body; inner = inner.parentElement)
    for (const one of inner.parentElement.children)
      if (one !== inner && one instanceof HTMLElement && !one.inert && !one.matches(floating)) {
        one.inert = true
        made.push(one)
      }
  return () => {
    for (const one of made) one.inert = false
  }
}
