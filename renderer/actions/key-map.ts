/** Which action a key press means. */
import type { Action } from './actions.ts'

/** The part of `KeyboardEvent` that is read. */
export type KeyPress = {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

/** `mod+k`, `alt+1`, `f6`, `?`. Digits by their place on the keyboard, since Alt changes what they type on some layouts. */
export function nameOf(press: KeyPress): string {
  const digit = /^Digit(\d)$/.exec(press.code)?.[1]
  const key = press.altKey && digit !== undefined ? digit : press.key.toLowerCase()
  return `${press.ctrlKey || press.metaKey ? 'mod+' : ''}${press.altKey ? 'alt+' : ''}${key}`
}

/** @param typing the focus is where letters are text, so single characters are not commands (WCAG 2.1.4) */
export function actionFor(actions: readonly Action[], press: KeyPress, typing: boolean): Action | undefined {
  const name = nameOf(press)
  if (typing && name.length === 1) return undefined
  return actions.find((action) => action.keys === name)
}

export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
