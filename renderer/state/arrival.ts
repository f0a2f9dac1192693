/** What should have the focus on the page one is going to: following the trail, one lands on the note and not only on its canvas. */
import type { TrailEnd } from '#shared/model/lab.ts'

let wanted: { readonly of: string; readonly key: string } | null = null

/** The next page of this canvas or form opens at this item, field or section. */
export function wantFocus(end: Pick<TrailEnd, 'of' | 'key'>): void {
  wanted = { of: end.of, key: end.key }
}

/** What was wanted of this canvas or form. It stays wanted until somebody goes elsewhere, because a page may be drawn twice on opening. */
export const takeFocus = (of: string): string | null => (wanted?.of === of ? wanted.key : null)
