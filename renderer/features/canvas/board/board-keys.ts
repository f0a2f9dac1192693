/** The keys of a board. Every act of the pointer has one. */
import type { ItemId } from '#shared/model/ids.ts'
import { isTyping, useSessionOf } from '../session.tsx'
import type { Tool } from './gestures.ts'
import { allNotes, type BoardLayout, type Direction, noteTowards, placeIn, type Rect } from './layout.ts'
import type { Board } from './use-board.ts'
import type { Viewport } from './viewport.ts'

export type BoardUi = {
  readonly zone: () => string
  readonly openColours: () => void
  readonly setTool: (tool: Tool) => void
  readonly toggleMap: () => void
  readonly takePhoto: () => void
  readonly zoomChosen: () => void
}
type Want = { readonly board: Board; readonly layout: BoardLayout; readonly view: Viewport; readonly ui: BoardUi }

const arrows: Readonly<Record<string, Direction>> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' }
const steps: Readonly<Record<Direction, readonly [number, number]>> = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] }

export function useBoardKeys({ board, layout, view, ui }: Want): (event: React.KeyboardEvent) => void {
  const session = useSessionOf('board')
  const { selection, select, openLinks, items } = session
  const { acts } = board

  /** Moves the chosen free notes by some pixels, as Ctrl+arrow; a note that flowed gets its place by that. */
  const nudge = (direction: Direction, far: number): void => {
    const [dx, dy] = steps[direction]
    const wanted = new Set(selection.ids)
    const spots = layout.zones.flatMap((zone) =>
      zone.notes
        .filter((note) => wanted.has(note.item.id) && note.cluster === null)
        .map((note) => ({ id: note.item.id, ...placeIn(zone, note.x + dx * far, note.y + dy * far) })),
    )
    if (spots.length > 0) acts.put(spots)
  }
  const walk = (direction: Direction, add: boolean): void => {
    const { active, ids } = selection
    const places: readonly (Rect & { readonly item: { readonly id: ItemId } })[] = [
      ...allNotes(layout),
      ...layout.zones.flatMap((zone) => zone.clusters.map((box) => ({ ...box, h: 1 }))),
    ]
    const open = board.closed.size === 0 ? places : places.filter(({ item }) => !board.closed.has(item.id))
    const next = active === null ? open[0]?.item.id : noteTowards(open, active, direction)
    if (next) select(add ? [...new Set([...ids, next])] : [next], next)
  }
  const enter = (): void => {
    const item = items.find((one) => one.id === selection.active)
    if (item === undefined) return
    if (item.picture !== '' && !board.closed.has(item.id)) board.setEnlarged(item.id)
    else acts.edit(item.id)
  }
  const write = (what: () => void) => (board.readOnly ? undefined : what)
  const letter = (key: string, shift: boolean): (() => void) | undefined => {
    const { active, ids } = selection
    switch (key) {
      case 'n':
        return write(() => board.setEditing({ kind: 'new', zone: ui.zone() }))
      case 'e':
        return write(() => board.setPanel('entry'))
      case 'f':
        return write(ui.takePhoto)
      case 'i':
        return () => board.setPanel('details')
      case 'c':
        return ids.length === 0 ? undefined : write(ui.openColours)
      case 'g':
        return ids.length === 0 ? undefined : write(acts.cluster)
      case 's':
        return write(() => acts.vote(ids, shift ? -1 : 1))
      case 'j':
        return openLinks
      case 'o': {
        const link = items.find((one) => one.id === active)?.link ?? ''
        return link === '' ? undefined : () => acts.openLink(link)
      }
      case 'v':
        return () => ui.setTool('select')
      case 'l':
        return () => ui.setTool('lasso')
      case 'h':
        return () => ui.setTool('hand')
      case 'm':
        return ui.toggleMap
      case 'enter':
        return enter
      case 'f2':
        return active === null ? undefined : () => acts.edit(active)
      case 'delete':
      case 'backspace':
        return write(() => acts.remove(ids))
      case 'escape':
        return () => {
          select([], null)
          ui.setTool('select')
        }
      case '+':
      case '=':
        return () => view.zoomTo(view.current().k * 1.2)
      case '-':
        return () => view.zoomTo(view.current().k / 1.2)
      case '1':
      case '!':
        return shift ? () => view.fit({ x: 0, y: 0, w: layout.width, h: layout.height }) : undefined
      case '2':
      case '@':
        return shift ? ui.zoomChosen : undefined
      default:
        return undefined
    }
  }
  return (event) => {
    if (isTyping(event.target)) return
    const { active, ids } = selection
    const direction = arrows[event.key]
    const command = event.ctrlKey || event.metaKey
    const run = (what: (() => void) | undefined): void => {
      if (what === undefined) return
      event.preventDefault()
      what()
    }
    if (direction !== undefined) {
      if (event.altKey)
        run(() => {
          if (direction === 'left' || direction === 'right') acts.besideZone(direction === 'left' ? -1 : 1)
          else if (active !== null) acts.shift(active, direction === 'up' ? -1 : 1)
        })
      else if (command) run(() => nudge(direction, event.shiftKey ? 40 : 4))
      else run(() => walk(direction, event.shiftKey))
      return
    }
    if (command) {
      if (event.key === 'd') run(() => acts.duplicate(ids))
      else if (event.key === 'a') {
        run(() =>
          select(
            allNotes(layout).flatMap(({ item }) => (board.closed.has(item.id) ? [] : [item.id])),
            active,
          ),
        )
      } else if (event.key === '0') run(() => view.zoomTo(1))
      return
    }
    if (!event.altKey) run(letter(event.key.toLowerCase(), event.shiftKey))
  }
}
