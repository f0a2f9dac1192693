/** The whole board in a corner, with a frame around what is in view; the frame can be dragged. */
import { memo, useEffect, useLayoutEffect, useRef } from 'react'
import { useText } from '../../../app/text.ts'
import style from './controls.module.css'
import type { BoardLayout } from './layout.ts'
import { cleanSheet, type Picture, paintNotes, paintsOf } from './paint.ts'
import type { View, Viewport } from './viewport.ts'

const size = { w: 176, h: 116 } as const
const edge = 6

type Props = {
  readonly view: Pick<Viewport, 'listen' | 'inView' | 'centre'>
  readonly layout: BoardLayout
  readonly colorOf: Picture['colorOf']
}

export const Minimap = memo(MinimapSheet, (a, b) => a.layout === b.layout && a.view.centre === b.view.centre)

function MinimapSheet({ view, layout, colorOf }: Props) {
  const t = useText()
  const sheet = useRef<HTMLCanvasElement>(null)
  const window = useRef<HTMLDivElement>(null)
  const { width, height } = layout
  const k = Math.min((size.w - 2 * edge) / Math.max(1, width), (size.h - 2 * edge) / Math.max(1, height))
  const small: View = { k, x: (size.w - width * k) / 2, y: (size.h - height * k) / 2 }
  const place = useRef(small)
  place.current = small

  useLayoutEffect(() => {
    if (sheet.current === null) return
    const paints = paintsOf(sheet.current)
    const brush = cleanSheet(sheet.current, size.w, size.h)
    if (brush === null) return
    brush.fillStyle = paints.closed
    for (const zone of layout.zones) brush.fillRect(zone.x * k + small.x, zone.y * k + small.y, zone.w * k, zone.h * k)
    const whole = { x: 0, y: 0, w: width, h: height }
    paintNotes(brush, { layout, colorOf, chosen: new Set() }, small, whole, { ...paints, paper: paints.edge }, () => true)
  })

  const { listen, inView, centre } = view
  useEffect(() => {
    const follow = (): void => {
      if (window.current === null) return
      const seen = inView()
      const at = place.current
      window.current.style.transform = `translate(${seen.x * at.k + at.x}px,${seen.y * at.k + at.y}px)`
      window.current.style.width = `${seen.w * at.k}px`
      window.current.style.height = `${seen.h * at.k}px`
    }
    follow()
    return listen(follow)
  }, [listen, inView])

  const go = (event: React.PointerEvent): void => {
    const box = event.currentTarget.getBoundingClientRect()
    centre((event.clientX - box.left - small.x) / k, (event.clientY - box.top - small.y) / k)
  }
  return (
    // A second way to pan; keys and the outline reach every note without it.
    <div
      className={style.minimap}
      role="img"
      aria-label={t('board.map')}
      title={t('board.mapHint')}
      onPointerDown={(event) => {
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
        go(event)
      }}
      onPointerMove={(event) => event.buttons === 1 && go(event)}
    >
      <canvas ref={sheet} style={{ width: size.w, height: size.h }} aria-hidden />
      <div ref={window} className={style.minimapWindow} />
    </div>
  )
}
