/** The pages of a PDF below each other. Only those near the screen are drawn. */
import { type CSSProperties, useEffect, useRef, useState } from 'react'
import { useText } from '../../app/text.ts'
import css from './documents.module.css'
import { drawPage, type PDFDocumentProxy, type PDFPageProxy, paperScale } from './pdf.ts'

export type Zoom = 'fit' | 0.75 | 1 | 1.25 | 1.5 | 2
export const zooms: readonly Zoom[] = ['fit', 0.75, 1, 1.25, 1.5, 2]

type Props = {
  readonly pdf: PDFDocumentProxy
  readonly zoom: Zoom
  /** Room for a page in CSS pixels. */
  readonly room: number
  /** Told which page, counted from 1, stands highest on the screen. */
  readonly onPage: (n: number) => void
}

export function Pages({ pdf, zoom, room, onPage }: Props) {
  const t = useText()
  const pages = useAllPages(pdf)
  const seen = useRef(new Set<number>())
  const note = (n: number, visible: boolean) => {
    if (visible) seen.current.add(n)
    else seen.current.delete(n)
    const first = Math.min(...seen.current)
    if (Number.isFinite(first)) onPage(first)
  }
  return (
    <div className={css.pages}>
      {pages.map((page) => (
        <Page
          key={page.pageNumber}
          page={page}
          scale={scaleFor(page, zoom, room)}
          label={t('documents.pageOf', { n: page.pageNumber, of: pdf.numPages })}
          onVisible={(visible) => note(page.pageNumber, visible)}
        />
      ))}
    </div>
  )
}

/** Fitting never makes a page larger than its paper, so that a phone's page stays sharp and a wide window's page readable. */
function scaleFor(page: PDFPageProxy, zoom: Zoom, room: number): number {
  if (zoom !== 'fit') return zoom * paperScale
  const { width } = page.getViewport({ scale: 1 })
  return Math.max(0.2, Math.min(paperScale, room / width))
}

function useAllPages(pdf: PDFDocumentProxy): readonly PDFPageProxy[] {
  const [found, setFound] = useState<{ readonly of: PDFDocumentProxy; readonly pages: readonly PDFPageProxy[] } | null>(null)
  useEffect(() => {
    let left = false
    Promise.all(Array.from({ length: pdf.numPages }, (_, at) => pdf.getPage(at + 1)))
      .then((pages) => {
        if (!left) setFound({ of: pdf, pages })
      })
      // The document was closed while its pages were being asked for.
      .catch(() => undefined)
    return () => {
      left = true
    }
  }, [pdf])
  return found?.of === pdf ? found.pages : []
}

type PageProps = {
  readonly page: PDFPageProxy
  readonly scale: number
  readonly label: string
  readonly onVisible: (visible: boolean) => void
}

function Page({ page, scale, label, onVisible }: PageProps) {
  const sheet = useRef<HTMLElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const words = useRef<HTMLDivElement>(null)
  const tell = useRef(onVisible)
  tell.current = onVisible
  const [near, setNear] = useState(false)
  useEffect(() => {
    const place = sheet.current
    if (place === null) return
    // Newer browsers look a little ahead of the scrolled part; others draw a page when it comes into sight.
    const ahead = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), {
      scrollMargin: '600px',
    } as IntersectionObserverInit) // not in the types yet
    const here = new IntersectionObserver(([entry]) => tell.current(entry?.isIntersecting ?? false), { threshold: 0.05 })
    ahead.observe(place)
    here.observe(place)
    return () => {
      ahead.disconnect()
      here.disconnect()
    }
  }, [])
  useEffect(() => {
    if (!near || canvas.current === null || words.current === null) return
    const drawing = drawPage(page, canvas.current, words.current, scale)
    // A page that left the screen is not drawn to its end; nothing else can go wrong that the next drawing would not show.
    drawing.done.catch(() => undefined)
    return drawing.cancel
  }, [near, page, scale])
  const { width, height } = page.getViewport({ scale })
  const size: CSSProperties = { width, height }
  return (
    <figure ref={sheet} className={css.sheet} style={size} aria-label={label}>
      {near && <canvas ref={canvas} />}
      <div ref={words} className={css.words} />
    </figure>
  )
}
