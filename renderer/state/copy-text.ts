/** Putting text on the clipboard, also where the page may not ask for it. */

/**
 * Call it from a click or a key press. The desktop window grants no permissions and a page over plain HTTP has no
 * `navigator.clipboard`; there the old command copies from a field that nobody sees.
 * @returns false when the browser refused both ways
 */
export async function copyText(text: string): Promise<boolean> {
  // Typed as always present, but absent outside secure contexts.
  const clipboard: Clipboard | undefined = navigator.clipboard
  if (clipboard !== undefined) {
    try {
      await clipboard.writeText(text)
      return true
    } catch {
      // Refused; the way below needs no permission.
    }
  }
  return copyByCommand(text)
}

function copyByCommand(text: string): boolean {
  const before = document.activeElement
  const field = document.createElement('textarea')
  field.value = text
  field.readOnly = true
  field.setAttribute('aria-hidden', 'true')
  field.style.position = 'fixed'
  field.style.opacity = '0'
  // Inside the dialog when one is open, which would otherwise take the focus back.
  const place = before?.closest('[role="dialog"]') ?? document.body
  place.append(field)
  field.select()
  // Listeners of the page, such as the one of a table, would put something else on the clipboard.
  const shield = (event: Event) => event.stopPropagation()
  window.addEventListener('copy', shield, { capture: true, once: true })
  try {
    return document.execCommand('copy')
  } finally {
    window.removeEventListener('copy', shield, { capture: true })
    field.remove()
    if (before instanceof HTMLElement) before.focus({ preventScroll: true })
  }
}
