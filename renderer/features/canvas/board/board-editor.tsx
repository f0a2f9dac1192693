/** The text of a note or cluster while it is being written, in its place on the board. */
import { type RefObject, useLayoutEffect } from 'react'
import type { Item } from '#shared/model/lab.ts'
import { useText } from '../../../app/text.ts'
import { ItemEditor } from '../item-editor.tsx'
import { useSessionOf } from '../session.tsx'
import style from './board.module.css'
import { draftId } from './board-world.tsx'
import { type BoardLayout, noteSize, type PlacedNote, type Rect, zoneSize } from './layout.ts'
import { paperClass } from './note.tsx'
import type { Board } from './use-board.ts'
import type { Viewport } from './viewport.ts'

type Props = {
  readonly board: Board
  readonly notes: readonly PlacedNote[]
  readonly layout: BoardLayout
  readonly view: Viewport
  readonly list: RefObject<HTMLDivElement | null>
}

export function BoardEditor({ board, notes, layout, view, list }: Props) {
  const { def } = useSessionOf('board')
  const t = useText()
  const { editing, setEditing, acts } = board
  const wanted = editing === null ? null : editing.kind === 'new' ? draftId : editing.id
  const box = layout.zones.flatMap((zone) => zone.clusters).find((one) => one.item.id === wanted)
  const rect = box ?? notes.find((one) => one.item.id === wanted)
  useComeClose(view, wanted, rect)
  if (editing === null) return null
  const done = (): void => {
    setEditing(null)
    list.current?.focus({ preventScroll: true })
  }
  const paper = (zone: string, item: Item | null): string =>
    paperClass(item?.color ?? def.zones.find((one) => one.key === zone)?.color ?? 'kunyit')
  if (editing.kind === 'item') {
    if (rect === undefined) return null
    return (
      <ItemEditor
        key={editing.id}
        label={t(box === undefined ? 'canvas.noteText' : 'canvas.clusterName')}
        text={rect.item.text}
        className={box === undefined ? `${style.editor} ${paper(rect.zone, rect.item)}` : style.clusterEditor}
        style={{ left: rect.x, top: rect.y, width: rect.w, height: box === undefined ? rect.h : 34 }}
        onSave={(text) => {
          acts.write(editing.id, text)
          done()
        }}
        onCancel={done}
      />
    )
  }
  const at = editing.x === undefined || editing.y === undefined ? undefined : { x: editing.x, y: editing.y }
  return (
    <ItemEditor
      key="draft"
      label={t('canvas.noteText')}
      text=""
      className={`${style.editor} ${paper(editing.zone, null)}`}
      style={{ left: rect?.x ?? 0, top: rect?.y ?? zoneSize.head, width: rect?.w ?? noteSize.w, height: rect?.h ?? noteSize.h }}
      onSave={(text) => {
        if (text !== '') acts.add(editing.zone, text, at)
        done()
      }}
      onLines={(text) => {
        acts.paste(editing.zone, text)
        done()
      }}
      onCancel={done}
    />
  )
}

/** Where nothing can be read nothing can be written: the picture comes closer first. */
function useComeClose(view: Viewport, wanted: string | null, rect: Rect | undefined): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each text that is begun, not at every change of the layout
  useLayoutEffect(() => {
    if (wanted === null || rect === undefined) return
    if (view.far) view.centre(rect.x + rect.w / 2, rect.y + rect.h / 2, 1)
    else view.reveal(rect)
  }, [wanted])
}

export function withDraft(items: readonly Item[], editing: Board['editing']): readonly Item[] {
  if (editing?.kind !== 'new') return items
  const draft: Item = {
    id: draftId,
    order: '~',
    text: '',
    zone: editing.zone,
    x: editing.x ?? null,
    y: editing.y ?? null,
    color: null,
    cluster: null,
    parent: null,
    role: null,
    root: false,
    values: {},
    scores: {},
    picture: '',
    link: '',
    votes: 0,
    author: '',
    table: '',
  }
  return [...items, draft]
}
