/** Which innovations hang on one person. */
export function SuccessionPage() {
  return null
}
