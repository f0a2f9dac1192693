/** A file dropped beside the place that takes it would otherwise replace the whole page. */
export function keepStrayFilesOut(page: Window): void {
  const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true
  page.addEventListener('dragover', (event) => {
    // A place that takes files has said so already.
    if (event.defaultPrevented || !hasFiles(event)) return
    event.preventDefault()
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'none'
  })
  page.addEventListener('drop', (event) => {
    if (hasFiles(event)) event.preventDefault()
  })
}
