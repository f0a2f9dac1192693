/** Hands a file to the browser's own downloads. */
export function saveAs(file: Blob, name: string): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The download has begun with the click; the address is only needed until then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
