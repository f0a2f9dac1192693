/** All innovations of all labs. */
export function CataloguePage(_: { readonly entry: string | null }) {
  return null
}
