/** What should have the focus when the next canvas opens. */
import type { TrailEnd } from '#shared/model/lab.ts'

let wanted: { readonly of: string; readonly key: string } | null = null

/** The next canvas of this id opens with this item or field in focus. */
export function wantFocus(end: Pick<TrailEnd, 'of' | 'key'>): void {
  wanted = { of: end.of, key: end.key }
}

/** What was wanted on this canvas. It stays wanted until somebody goes elsewhere, because a page may be drawn twice on opening. */
export const takeFocus = (canvas: string): string | null => (wanted?.of === canvas ? wanted.key : null)
