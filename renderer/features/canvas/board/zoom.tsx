/** The zoom in the right corner of a board. It follows the view by itself, so that zooming draws nothing else anew. */
import { IconArrowsMinimize, IconMap, IconMinus, IconPlus } from '@tabler/icons-react'
import { useSyncExternalStore } from 'react'
import { useText } from '../../../app/text.ts'
import style from './controls.module.css'
import type { BoardLayout } from './layout.ts'
import type { Viewport } from './viewport.ts'

const icon = { size: 16, stroke: 1.75 } as const

type Props = { readonly view: Viewport; readonly layout: BoardLayout; readonly map: boolean; readonly toggleMap: () => void }

export function Zoom({ view, layout, map, toggleMap }: Props) {
  const t = useText()
  const percent = useSyncExternalStore(view.listen, () => Math.round(view.current().k * 100))
  return (
    <div className={style.zoom}>
      <button type="button" className={style.mapButton} aria-label={t('board.map')} aria-pressed={map} onClick={toggleMap}>
        <IconMap {...icon} />
      </button>
      <button type="button" aria-label={t('canvas.zoomOut')} onClick={() => view.zoomTo(view.current().k / 1.2)}>
        <IconMinus {...icon} />
      </button>
      <button type="button" className={style.percent} aria-label={t('canvas.zoomOne')} onClick={() => view.zoomTo(1)}>
        {percent}%
      </button>
      <button type="button" aria-label={t('canvas.zoomIn')} onClick={() => view.zoomTo(view.current().k * 1.2)}>
        <IconPlus {...icon} />
      </button>
      <button type="button" aria-label={t('canvas.zoomFit')} onClick={() => view.showAll(layout.width, layout.height)}>
        <IconArrowsMinimize {...icon} />
      </button>
    </div>
  )
}
