/** Which view of which kind is shown, and what an empty canvas says. */
import { Board } from './board/board.tsx'
import { BoardOutline } from './board/board-outline.tsx'
import style from './canvas.module.css'
import { Form } from './form/form.tsx'
import { Grid } from './grid/grid.tsx'
import { GridOutline } from './grid/grid-outline.tsx'
import { Matrix } from './matrix/matrix.tsx'
import { MatrixOutline } from './matrix/matrix-outline.tsx'
import { useSession, useSessionOf } from './session.tsx'
import { Teach } from './teach.tsx'
import type { ViewMode } from './title-bar.tsx'
import { TakeBar } from './trail/take-bar.tsx'
import { Fishbone } from './tree/fishbone.tsx'
import { TreePicture } from './tree/tree.tsx'
import { TreeOutline } from './tree/tree-outline.tsx'
import { Whys } from './tree/whys.tsx'

export function CanvasBody({ mode }: { readonly mode: ViewMode }) {
  const { def, items } = useSession()
  const outline = mode === 'outline'
  const empty = def.kind !== 'form' && items.length === 0
  // The drawn matrix says it beside the map, which then fits the page as a whole.
  const beside = def.kind === 'matrix' && !outline
  return (
    <div className={style.body} data-kind={def.kind} data-outline={outline || undefined}>
      {!empty ? <TakeBar /> : beside ? null : <Teach />}
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
      return outline ? <TreeOutline /> : <TreeDrawn mode={mode} />
    case 'grid':
      return outline ? <GridOutline /> : <Grid />
    case 'matrix':
      return outline ? <MatrixOutline /> : <Matrix />
    case 'form':
      return <Form view={outline ? 'outline' : 'picture'} />
    default:
      return kind satisfies never
  }
}

/** `picture` is the first layout of the definition. */
function TreeDrawn({ mode }: { readonly mode: ViewMode }) {
  const { def } = useSessionOf('tree')
  switch (mode === 'picture' ? def.layouts[0] : mode) {
    case 'fishbone':
      return <Fishbone />
    case 'whys':
      return <Whys />
    default:
      return <TreePicture />
  }
}
