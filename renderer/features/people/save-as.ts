/** Hands bytes to the browser as a download. */
export function saveAs(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The download has begun with the click; the address is only needed until then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
