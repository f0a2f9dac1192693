/** Names of the zones when the board is seen from afar: at the size of all other words, whatever the zoom. */
import { useEffect, useRef } from 'react'
import { useBoth, useText } from '../../../app/text.ts'
import { useSessionOf } from '../session.tsx'
import style from './board.module.css'
import type { BoardLayout } from './layout.ts'
import type { Viewport } from './viewport.ts'

export function ZoneNames({ view, layout }: { readonly view: Viewport; readonly layout: BoardLayout }) {
  const { def } = useSessionOf('board')
  const t = useText()
  const both = useBoth()
  const place = useRef<HTMLDivElement>(null)
  const { listen, current } = view
  useEffect(() => {
    const follow = (): void => {
      const { x, y, k } = current()
      for (const [at, zone] of layout.zones.entries()) {
        const name = place.current?.children[at]
        if (!(name instanceof HTMLElement)) continue
        name.style.transform = `translate(${zone.x * k + x}px,${zone.y * k + y}px)`
        name.style.maxWidth = `${zone.w * k}px`
      }
    }
    follow()
    return listen(follow)
  }, [layout, listen, current])
  return (
    <div ref={place} aria-hidden>
      {layout.zones.map((zone, at) => (
        <p key={zone.key} className={style.zoneName}>
          <strong>{both(def.zones[at]?.label ?? def.title)}</strong> {t('canvas.cards', { n: zone.notes.length })}
        </p>
      ))}
    </div>
  )
}
