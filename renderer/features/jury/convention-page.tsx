/** One convention: setting it up, seeing who is done, and the result. */
export function ConventionPage(_: { readonly lab: string; readonly convention: string; readonly part: string | null }) {
  return null
}
