import { keepDropped } from '../state/dropped-package.ts'
import { go, places } from './places.ts'

const isPackage = (file: File): boolean => file.name.toLowerCase().endsWith('.labinov-juri')

/**
 * A file dropped beside the place that takes it would otherwise replace the whole page. A judge's package opens from anywhere that has no
 * use for it itself.
 */
export function keepStrayFilesOut(page: Window): void {
  const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true
  page.addEventListener('dragover', (event) => {
    // A place that takes files has said so already.
    if (event.defaultPrevented || !hasFiles(event)) return
    event.preventDefault()
    // What a dragged file is called is told only once it is dropped; of no known type are packages and little else.
    const known = [...(event.dataTransfer?.items ?? [])].every(({ type }) => type !== '')
    if (event.dataTransfer) event.dataTransfer.dropEffect = known ? 'none' : 'copy'
  })
  page.addEventListener('drop', (event) => {
    if (!hasFiles(event)) return
    const taken = event.defaultPrevented
    event.preventDefault()
    const dropped = [...(event.dataTransfer?.files ?? [])].find(isPackage)
    if (taken || dropped === undefined) return
    keepDropped(dropped)
    go(places.judging())
  })
}
