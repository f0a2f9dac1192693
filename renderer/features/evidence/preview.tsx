/** What a stored file looks like: a picture, the first pages of a PDF, a video; in words where it cannot be shown. */
import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useText } from '../../app/text.ts'
import type { EvidenceFacts } from '../../lab/evidence/facts.ts'
import { useLab } from '../../lab/lab-context.tsx'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { usePicture } from '../../lab/use-picture.ts'
import { drawPage, openPdf, type PDFDocumentProxy } from '../../parts/pdf.ts'
import css from './evidence.module.css'

type Props = { readonly name: string; readonly title: string; readonly kind: EvidenceFacts['kind'] }

export function Preview(props: Props) {
  const t = useText()
  if (props.kind === 'pdf') return <PdfPreview key={props.name} {...props} />
  if (props.kind === 'image') return <Shown key={props.name} {...props} as="image" />
  if (props.kind === 'video' && /\.(?:mp4|m4v|webm)$/u.test(props.name)) return <Shown key={props.name} {...props} as="video" />
  return <p className={css.quiet}>{t('evidence.previewNone')}</p>
}

function Shown({ name, title, as }: Props & { readonly as: 'image' | 'video' }) {
  const t = useText()
  const { id: lab } = useOpenLab()
  const shown = usePicture(lab, name)
  const label = t('evidence.preview', { name: title })
  if (shown.state === 'failed') return <p className={css.quiet}>{t('evidence.previewFailed')}</p>
  if (shown.state !== 'ready') return <p className={css.later}>{t('evidence.previewLoading')}</p>
  if (as === 'image') return <img className={css.picture} src={shown.url} alt={label} />
  // biome-ignore lint/a11y/useMediaCaption: a team's own recording has no captions to offer
  return <video className={css.picture} src={shown.url} controls preload="metadata" aria-label={label} />
}

/** Pages drawn at first; the rest on request, so that a budget of 300 pages does not hold up the page. */
const atOnce = 3

type Read = { readonly state: 'loading' } | { readonly state: 'failed' } | { readonly state: 'ready'; readonly pdf: PDFDocumentProxy }

function PdfPreview({ name, title }: Props) {
  const t = useText()
  const read = usePdf(name)
  const [shown, setShown] = useState(atOnce)
  if (read.state === 'failed') return <p className={css.quiet}>{t('evidence.previewFailed')}</p>
  if (read.state === 'loading') return <p className={css.later}>{t('evidence.previewLoading')}</p>
  const { pdf } = read
  const rest = pdf.numPages - shown
  const numbers = Array.from({ length: Math.min(shown, pdf.numPages) }, (_, at) => at + 1)
  return (
    // Scrolled by keyboard as well, so it has to be reachable.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region
    <section className={css.sheets} aria-label={t('evidence.preview', { name: title })} tabIndex={0}>
      {numbers.map((n) => (
        <Page key={n} pdf={pdf} n={n} />
      ))}
      {rest > 0 && (
        <Button variant="default" size="xs" onClick={() => setShown(shown + 10)}>
          {t('evidence.previewMore', { n: Math.min(10, rest) })}
        </Button>
      )}
    </section>
  )
}

function usePdf(name: string): Read {
  const client = useLab()
  const { id: lab } = useOpenLab()
  const [read, setRead] = useState<Read>({ state: 'loading' })
  useEffect(() => {
    const leaving = new AbortController()
    let close = (): void => undefined
    const load = async () => {
      const file = await client.attachment.get({ lab, name }, { signal: leaving.signal })
      const opened = await openPdf(await file.arrayBuffer())
      if (leaving.signal.aborted) return opened.close()
      close = opened.close
      setRead({ state: 'ready', pdf: opened.pdf })
    }
    load().catch(() => {
      if (!leaving.signal.aborted) setRead({ state: 'failed' })
    })
    return () => {
      leaving.abort()
      close()
    }
  }, [client, lab, name])
  return read
}

function Page({ pdf, n }: { readonly pdf: PDFDocumentProxy; readonly n: number }) {
  const t = useText()
  const place = useRef<HTMLElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const words = useRef<HTMLDivElement>(null)
  useEffect(() => {
    let cancel = (): void => undefined
    let left = false
    const draw = async () => {
      const page = await pdf.getPage(n)
      if (left || place.current === null || canvas.current === null || words.current === null) return
      const { width, height } = page.getViewport({ scale: 1 })
      const scale = place.current.clientWidth / width
      place.current.style.height = `${height * scale}px`
      const drawing = drawPage(page, canvas.current, words.current, scale)
      cancel = drawing.cancel
      await drawing.done
    }
    // A page that left the screen is not drawn to its end.
    draw().catch(() => undefined)
    return () => {
      left = true
      cancel()
    }
  }, [pdf, n])
  return (
    <figure ref={place} className={css.sheet} aria-label={t('evidence.previewPage', { n, of: pdf.numPages })}>
      <canvas ref={canvas} />
      <div ref={words} className={css.unseen} />
    </figure>
  )
}
