/** Leads to the row of an indicator on this page. */
export function showIndicator(key: string): void {
  const row = document.getElementById(`indikator-${key}`)
  row?.scrollIntoView({ block: 'start' })
  row?.focus({ preventScroll: true })
}
