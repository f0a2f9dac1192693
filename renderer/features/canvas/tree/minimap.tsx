/** The whole tree in small, with a frame around what is in view; click or drag moves there. */
import { useEffect, useRef } from 'react'
import { useText } from '../../../app/text.ts'
import type { Viewport } from '../board/viewport.ts'
import style from './stage.module.css'
import type { StageBox } from './tree-node.tsx'

type Props = { readonly view: Viewport; readonly boxes: readonly StageBox[]; readonly width: number; readonly height: number }

export function Minimap({ view, boxes, width, height }: Props) {
  const t = useText()
  const frame = useRef<SVGRectElement>(null)
  const { listen, inView, centre } = view
  useEffect(() => {
    const draw = (): void => {
      const seen = inView()
      for (const [name, value] of [
        ['x', seen.x],
        ['y', seen.y],
        ['width', seen.w],
        ['height', seen.h],
      ] as const)
        frame.current?.setAttribute(name, String(value))
    }
    draw()
    return listen(draw)
  }, [listen, inView])
  const go = (event: React.PointerEvent<SVGSVGElement>): void => {
    const box = event.currentTarget.getBoundingClientRect()
    const k = Math.min(box.width / width, box.height / height)
    const left = (box.width - width * k) / 2
    const top = (box.height - height * k) / 2
    centre((event.clientX - box.left - left) / k, (event.clientY - box.top - top) / k)
  }
  return (
    <svg
      className={style.minimap}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t('tree.minimap')}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        go(event)
      }}
      onPointerMove={(event) => event.buttons === 1 && go(event)}
    >
      {boxes.map((box) => (
        <rect key={box.id} x={box.x} y={box.y} width={box.w} height={box.h} data-level={box.level} />
      ))}
      <rect ref={frame} className={style.seen} vectorEffect="non-scaling-stroke" />
    </svg>
  )
}
