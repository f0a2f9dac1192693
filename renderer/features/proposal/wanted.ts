/** What should have the focus once a section, the identity or a part of the panel is drawn. */
let wanted: { readonly at: string; readonly field: string | undefined } | null = null

export function wantFocus(at: string, field?: string): void {
  wanted = { at, field }
}

/** Gives what was wanted there, once. Null when nothing was. @param field only when this one was wanted */
export function takeFocus(at: string, field?: string): { readonly field: string | undefined } | null {
  if (wanted?.at !== at || (field !== undefined && wanted.field !== field)) return null
  const found = { field: wanted.field }
  wanted = null
  return found
}
