/** Reading PDF files in the page. The reader and its worker are files of their own, loaded when the first preview is drawn. */
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
// The build for browsers of a year or two ago: team laptops bring their own.
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'

export type { PDFDocumentProxy, PDFPageProxy }

const reader = () => import('pdfjs-dist/legacy/build/pdf.mjs')

export type OpenPdf = { readonly pdf: PDFDocumentProxy; readonly close: () => void }

/** Takes the bytes over. Call `close` once to free the worker's memory. */
export async function openPdf(bytes: ArrayBuffer): Promise<OpenPdf> {
  const { getDocument, GlobalWorkerOptions } = await reader()
  GlobalWorkerOptions.workerSrc = workerUrl
  // WebAssembly would need a hole in the policy; it is only for picture formats our documents never contain.
  const task = getDocument({ data: new Uint8Array(bytes), useWasm: false, enableXfa: false })
  return { pdf: await task.promise, close: () => void task.destroy() }
}

/** CSS pixels for each point: a page drawn at this scale has the size of its paper. */
export const paperScale = 96 / 72

export type Drawing = { readonly done: Promise<void>; readonly cancel: () => void }

/**
 * Draws a page and, above it, its words as invisible text for reading aloud and copying.
 * @param scale CSS pixels for each point
 */
export function drawPage(page: PDFPageProxy, canvas: HTMLCanvasElement, words: HTMLElement, scale: number): Drawing {
  const ratio = window.devicePixelRatio || 1
  const sharp = page.getViewport({ scale: scale * ratio })
  canvas.width = Math.floor(sharp.width)
  canvas.height = Math.floor(sharp.height)
  const picture = page.render({ canvas, viewport: sharp })
  let cancelled = false
  let stopWords = () => {}
  const drawWords = async () => {
    const { TextLayer } = await reader()
    if (cancelled) return
    words.replaceChildren()
    // Its rules read the size of the page from this property.
    words.style.setProperty('--total-scale-factor', String(scale))
    words.style.setProperty('--scale-factor', String(scale))
    const layer = new TextLayer({ textContentSource: page.streamTextContent(), container: words, viewport: page.getViewport({ scale }) })
    stopWords = () => layer.cancel()
    await layer.render()
  }
  return {
    done: Promise.all([picture.promise, drawWords()]).then(() => undefined),
    cancel: () => {
      cancelled = true
      picture.cancel()
      stopWords()
    },
  }
}
