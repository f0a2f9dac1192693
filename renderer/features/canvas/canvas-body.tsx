/** Which view of which kind is shown, and what an empty canvas says. */
import { Board } from './board/board.tsx'
import { BoardOutline } from './board/board-outline.tsx'
import style from './canvas.module.css'
import { Form } from './form/form.tsx'
import { Grid } from './grid/grid.tsx'
import { GridOutline } from './grid/grid-outline.tsx'
import { Matrix } from './matrix/matrix.tsx'
import { MatrixOutline } from './matrix/matrix-list.tsx'
import { useSession } from './session.tsx'
import { Teach } from './teach.tsx'
import type { ViewMode } from './title-bar.tsx'
import { Fishbone } from './tree/fishbone.tsx'
import { TreePicture } from './tree/tree.tsx'
import { TreeOutline } from './tree/tree-outline.tsx'

export function CanvasBody({ mode }: { readonly mode: ViewMode }) {
  const { def, items } = useSession()
  const outline = mode === 'outline'
  const empty = def.kind !== 'form' && items.length === 0
  return (
    <div className={style.body} data-kind={def.kind} data-outline={outline || undefined}>
      {empty ? <Teach /> : null}
      <View kind={def.kind} mode={mode} />
    </div>
  )
}

function View({ kind, mode }: { readonly kind: ReturnType<typeof useSession>['def']['kind']; readonly mode: ViewMode }) {
  const outline = mode === 'outline'
  switch (kind) {
    case 'board':
      return outline ? <BoardOutline /> : <Board />
    case 'tree':
      return outline ? <TreeOutline /> : mode === 'fishbone' ? <Fishbone /> : <TreePicture />
    case 'grid':
      return outline ? <GridOutline /> : <Grid />
    case 'matrix':
      return outline ? <MatrixOutline /> : <Matrix />
    case 'form':
      return <Form />
    default:
      return kind satisfies never
  }
}
