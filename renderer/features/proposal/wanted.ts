/** What should have the focus once a section or the identity is drawn. */
let wanted: { readonly at: string; readonly field: string | undefined } | null = null

export function wantFocus(at: string, field?: string): void {
  wanted = { at, field }
}

/** Gives what was wanted there, once. Null when nothing was. */
export function takeFocus(at: string): { readonly field: string | undefined } | null {
  if (wanted?.at !== at) return null
  const { field } = wanted
  wanted = null
  return { field }
}
