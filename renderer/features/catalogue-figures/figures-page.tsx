/** Charts of the catalogue. */
export function CatalogueFiguresPage() {
  return null
}
