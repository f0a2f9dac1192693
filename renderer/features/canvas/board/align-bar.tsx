/** Above the toolbar while several cards are selected: how many, and how to line them up. */
import {
  IconLayoutAlignBottom,
  IconLayoutAlignCenter,
  IconLayoutAlignLeft,
  IconLayoutAlignMiddle,
  IconLayoutAlignRight,
  IconLayoutAlignTop,
  IconLayoutDistributeHorizontal,
  IconLayoutDistributeVertical,
  IconLayoutGrid,
  IconSortAscending,
  IconX,
  IconZoomScan,
  type TablerIcon,
} from '@tabler/icons-react'
import { useText } from '../../../app/text.ts'
import { useSessionOf } from '../session.tsx'
import tools from '../tools.module.css'
import type { Arrangement } from './arrange.ts'
import style from './controls.module.css'
import type { BoardLayout } from './layout.ts'
import type { Board } from './use-board.ts'

const ways: readonly (readonly [Arrangement, TablerIcon])[] = [
  ['left', IconLayoutAlignLeft],
  ['center', IconLayoutAlignCenter],
  ['right', IconLayoutAlignRight],
  ['top', IconLayoutAlignTop],
  ['middle', IconLayoutAlignMiddle],
  ['bottom', IconLayoutAlignBottom],
  ['across', IconLayoutDistributeVertical],
  ['down', IconLayoutDistributeHorizontal],
  ['tidy', IconLayoutGrid],
]

type Props = { readonly board: Board; readonly layout: BoardLayout; readonly clear: () => void; readonly zoomChosen: () => void }

export function AlignBar({ board, layout, clear, zoomChosen }: Props) {
  const { selection, readOnly } = useSessionOf('board')
  const t = useText()
  const button = (label: string, Icon: TablerIcon, run: () => void) => (
    <button key={label} type="button" aria-label={label} title={label} onClick={run}>
      <Icon size={18} stroke={1.75} aria-hidden />
    </button>
  )
  return (
    // Pressing a button must not take the focus from the board, whose keys would go dead.
    <div className={style.align} role="toolbar" aria-label={t('board.alignTools')} onMouseDown={(event) => event.preventDefault()}>
      <button type="button" className={`${tools.count} ${style.chosen}`} onClick={clear}>
        {t('canvas.chosen', { n: selection.ids.length })}
        <IconX size={14} stroke={2} aria-hidden />
      </button>
      {readOnly ? null : ways.map(([way, icon]) => button(t(`board.align_${way}`), icon, () => board.acts.arrange(layout, way)))}
      {readOnly ? null : button(t('board.align_flow'), IconSortAscending, () => board.acts.flow(selection.ids))}
      {button(t('board.zoomChosen'), IconZoomScan, zoomChosen)}
    </div>
  )
}
