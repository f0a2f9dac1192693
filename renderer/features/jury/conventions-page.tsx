/** Conventions of a lab. */
export function ConventionsPage(_: { readonly lab: string }) {
  return null
}
