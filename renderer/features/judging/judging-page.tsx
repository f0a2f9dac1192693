/** Judging on this laptop. */
export function JudgingPage(_: { readonly judging: string | null }) {
  return null
}
