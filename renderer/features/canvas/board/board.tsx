/** The board as a picture: zones, clusters and notes, moved by pointer or by keys. */
import { useEffect, useMemo, useRef, useState } from 'react'
import type { ItemId } from '#shared/model/ids.ts'
import type { Item } from '#shared/model/lab.ts'
import { useBoth, useText } from '../../../app/text.ts'
import { ItemEditor } from '../item-editor.tsx'
import { arrivesByKey, isTyping, useSessionOf } from '../session.tsx'
import { endKey } from '../trail/chain.ts'
import style from './board.module.css'
import { BoardTools } from './board-tools.tsx'
import { allNotes, type Direction, layoutBoard, noteTowards, type PlacedNote, type Rect, touches, zoneSize } from './layout.ts'
import { NoteCard, noteId, paperClass } from './note.tsx'
import { type BoardActs, useBoard } from './use-board.ts'
import { useBoardPointer } from './use-board-pointer.ts'
import { useViewport, type Viewport } from './viewport.ts'
import { ZoneIcon } from './zone-icon.tsx'

/** Below this zoom nothing on a note can be read. */
const readable = 0.42
/** Stands in the layout for a note that is being written. */
const draftId = 'draft' as ItemId // never stored

export function Board() {
  const session = useSessionOf('board')
  const { def, items, selection, select } = session
  const acts = useBoard()
  const view = useViewport()
  const [colours, setColours] = useState(false)
  const list = useRef<HTMLDivElement>(null)
  const lastZone = useRef(def.zones[0]?.key ?? '')
  const zones = useMemo(() => def.zones.map((zone) => zone.key), [def])
  const layout = useMemo(() => layoutBoard(zones, withDraft(items, acts.editing)), [zones, items, acts.editing])
  const notes = useMemo(() => allNotes(layout), [layout])
  const pointer = useBoardPointer({ view, layout, notes, acts, list, lastZone })

  const { reveal, showAll } = view
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new active note brings the picture along, not every change of the layout
  useEffect(() => {
    const note = notes.find((one) => one.item.id === selection.active)
    if (note === undefined) return
    lastZone.current = note.zone
    if (!pointer.busy()) reveal(note)
  }, [selection.active, reveal])
  const fitted = useRef(false)
  useEffect(() => {
    if (fitted.current || layout.width === 0) return
    fitted.current = true
    const room = view.frame.current?.clientWidth ?? 0
    if (layout.width > room && selection.active === null) showAll(layout.width, 0.01 + Math.min(layout.height, 600))
  }, [layout, showAll, view.frame, selection.active])

  const onKeyDown = useBoardKeys({ acts, notes, zone: () => lastZone.current, openColours: () => setColours(true), view })
  return (
    <div className={style.stage}>
      {/* The picture itself takes the pointer; everything it does can be done by keys in the list inside. */}
      <div ref={view.frame} className={style.frame} {...pointer.handlers}>
        <div ref={view.world} className={style.world}>
          <BoardWorld layout={layout} view={view} acts={acts} list={list} onKeyDown={onKeyDown} lastZone={lastZone} />
          <BoardEditor acts={acts} notes={notes} layout={layout} list={list} />
          {pointer.band === null ? null : (
            <div
              className={style.band}
              style={{ left: pointer.band.x, top: pointer.band.y, width: pointer.band.w, height: pointer.band.h }}
            />
          )}
        </div>
      </div>
      <BoardTools
        acts={acts}
        zone={() => lastZone.current}
        view={view}
        layout={layout}
        colours={colours}
        setColours={setColours}
        toCanvas={() => list.current?.focus({ preventScroll: true })}
        clear={() => select([], null)}
      />
    </div>
  )
}

type WorldProps = {
  readonly layout: ReturnType<typeof layoutBoard>
  readonly view: Viewport
  readonly acts: BoardActs
  readonly list: React.RefObject<HTMLDivElement | null>
  readonly lastZone: React.RefObject<string>
  readonly onKeyDown: (event: React.KeyboardEvent) => void
}

function BoardWorld({ layout, view, acts, list, onKeyDown, lastZone }: WorldProps) {
  const { def, selection, select, linked } = useSessionOf('board')
  const t = useText()
  const both = useBoth()
  const chosen = useMemo(() => new Set(selection.ids), [selection.ids])
  const small = view.zoom < readable
  const drawn = (rect: Rect, id: ItemId): boolean => touches(rect, view.seen) || id === selection.active
  const firstFocus = (): void => {
    const first = layout.zones.find((zone) => zone.key === lastZone.current)?.notes[0] ?? allNotes(layout)[0]
    if (selection.active === null && first !== undefined) select([first.item.id], first.item.id)
  }
  return (
    <div
      ref={list}
      role="listbox"
      aria-multiselectable
      aria-label={both(def.title)}
      aria-activedescendant={selection.active === null ? undefined : noteId(selection.active)}
      tabIndex={0}
      className={`${style.list} ${small ? style.small : ''}`}
      onKeyDown={onKeyDown}
      onFocus={(event) => arrivesByKey(event) && firstFocus()}
    >
      {layout.zones.map((zone, at) => {
        const zoneDef = def.zones[at]
        return (
          // biome-ignore lint/a11y/useSemanticElements: options inside a listbox are grouped by this role
          <div key={zone.key} role="group" aria-label={zoneDef === undefined ? zone.key : both(zoneDef.label)}>
            <div
              className={style.zone}
              data-zone={zone.key}
              style={{ left: zone.x, top: zone.y, width: zone.w, height: zone.h }}
              role="presentation"
            >
              <div className={style.zoneHead}>
                <ZoneIcon name={zoneDef?.icon} />
                <strong>{zoneDef === undefined ? zone.key : both(zoneDef.label)}</strong>
                <span>{t('canvas.cards', { n: zone.notes.filter((note) => note.item.id !== draftId).length })}</span>
              </div>
              {zone.notes.length === 0 && zoneDef !== undefined ? <p className={style.zoneHint}>{both(zoneDef.hint)}</p> : null}
            </div>
            {zone.clusters.map((box) =>
              touches(box, view.seen) ? (
                <div
                  key={box.item.id}
                  id={noteId(box.item.id)}
                  role="option"
                  tabIndex={-1}
                  aria-selected={chosen.has(box.item.id)}
                  aria-label={t('canvas.clusterLabel', { name: box.item.text, n: box.members, votes: box.votes })}
                  data-note={box.item.id}
                  className={`${style.cluster} ${chosen.has(box.item.id) ? style.selected : ''}`}
                  style={{ left: box.x, top: box.y, width: box.w, height: box.h }}
                >
                  <div className={style.clusterHead}>
                    <b>{box.item.text}</b>
                    {box.votes > 0 ? (
                      <span className={style.votes}>
                        <i />
                        {box.votes}
                      </span>
                    ) : null}
                  </div>
                </div>
              ) : null,
            )}
            {zone.notes.map((note) =>
              note.item.id !== draftId && drawn(note, note.item.id) ? (
                <NoteCard
                  key={note.item.id}
                  note={note}
                  color={note.item.color ?? zoneDef?.color ?? 'kunyit'}
                  selected={chosen.has(note.item.id)}
                  active={note.item.id === selection.active}
                  linked={linked.has(endKey({ place: 'item', of: def.id, key: note.item.id }))}
                  small={small}
                  label={noteLabel(t, note.item, acts.quota !== null)}
                />
              ) : null,
            )}
          </div>
        )
      })}
    </div>
  )
}

export function noteLabel(t: ReturnType<typeof useText>, item: Item, voted: boolean): string {
  const parts = [item.text, item.author, item.table, item.color === null ? '' : t(`canvas.colour_${item.color}`)]
  if (voted) parts.push(t('canvas.votes', { n: item.votes }))
  return parts.filter((part) => part !== '').join(', ')
}

function BoardEditor({
  acts,
  notes,
  layout,
  list,
}: {
  readonly acts: BoardActs
  readonly notes: readonly PlacedNote[]
  readonly layout: ReturnType<typeof layoutBoard>
  readonly list: React.RefObject<HTMLDivElement | null>
}) {
  const { def } = useSessionOf('board')
  const t = useText()
  const { editing, setEditing } = acts
  if (editing === null) return null
  const done = (): void => {
    setEditing(null)
    list.current?.focus({ preventScroll: true })
  }
  if (editing.kind === 'item') {
    const box = layout.zones.flatMap((zone) => zone.clusters).find((one) => one.item.id === editing.id)
    const note = notes.find((one) => one.item.id === editing.id)
    const rect = box ?? note
    if (rect === undefined) return null
    const save = (text: string): void => {
      acts.write(editing.id, text)
      done()
    }
    const color = rect.item.color ?? def.zones.find((zone) => zone.key === rect.zone)?.color ?? 'kunyit'
    return (
      <ItemEditor
        key={editing.id}
        label={t(box === undefined ? 'canvas.noteText' : 'canvas.clusterName')}
        text={rect.item.text}
        className={box === undefined ? `${style.editor} ${paperClass(color)}` : style.clusterEditor}
        style={{ left: rect.x, top: rect.y, width: rect.w, height: box === undefined ? rect.h : 34 }}
        onSave={save}
        onCancel={done}
      />
    )
  }
  const spot = notes.find((one) => one.item.id === draftId)
  const at = editing.x === undefined || editing.y === undefined ? undefined : { x: editing.x, y: editing.y }
  const color = def.zones.find((zone) => zone.key === editing.zone)?.color ?? 'kunyit'
  return (
    <ItemEditor
      key="draft"
      label={t('canvas.noteText')}
      text=""
      className={`${style.editor} ${paperClass(color)}`}
      style={{ left: spot?.x ?? 0, top: spot?.y ?? zoneSize.head, width: spot?.w ?? 119, height: spot?.h ?? 104 }}
      onSave={(text) => {
        if (text !== '') acts.add(editing.zone, [text], at)
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

function withDraft(items: readonly Item[], editing: BoardActs['editing']): readonly Item[] {
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

type Keys = {
  readonly acts: BoardActs
  readonly notes: readonly PlacedNote[]
  readonly zone: () => string
  readonly openColours: () => void
  readonly view: Viewport
}

function useBoardKeys({ acts, notes, zone, openColours, view }: Keys): (event: React.KeyboardEvent) => void {
  const session = useSessionOf('board')
  const { selection, select, openLinks } = session
  const arrows: Readonly<Record<string, Direction>> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' }
  return (event) => {
    if (isTyping(event.target)) return
    const { active, ids } = selection
    const direction = arrows[event.key]
    const command = event.ctrlKey || event.metaKey
    const run = (what: () => void): void => {
      event.preventDefault()
      what()
    }
    if (direction !== undefined && event.altKey) {
      run(() => {
        if (direction === 'left' || direction === 'right') acts.besideZone(direction === 'left' ? -1 : 1)
        else if (active !== null) acts.shift(active, direction === 'up' ? -1 : 1)
      })
      return
    }
    if (direction !== undefined) {
      run(() => {
        const next = active === null ? notes[0]?.item.id : noteTowards(notes, active, direction)
        if (next) select(event.shiftKey ? [...new Set([...ids, next])] : [next], next)
      })
      return
    }
    if (command) {
      if (event.key === 'd') run(() => acts.duplicate(ids))
      else if (event.key === 'a')
        run(() =>
          select(
            notes.map((note) => note.item.id),
            active,
          ),
        )
      else if (event.key === '0') run(() => view.zoomTo(1))
      return
    }
    if (event.altKey) return
    switch (event.key) {
      case 'n':
      case 'N':
        return acts.readOnly ? undefined : run(() => acts.setEditing({ kind: 'new', zone: zone() }))
      case 'Enter':
      case 'F2':
        return active === null || acts.readOnly ? undefined : run(() => acts.setEditing({ kind: 'item', id: active }))
      case 'c':
      case 'C':
        return ids.length === 0 ? undefined : run(openColours)
      case 'g':
      case 'G':
        return run(acts.cluster)
      case 's':
      case 'S':
        return run(() => acts.vote(ids, event.shiftKey ? -1 : 1))
      case 'j':
      case 'J':
        return run(openLinks)
      case 'Delete':
      case 'Backspace':
        return run(() => acts.remove(ids))
      case 'Escape':
        return run(() => select([], null))
      case '+':
      case '=':
        return run(() => view.zoomTo(view.zoom * 1.2))
      case '-':
        return run(() => view.zoomTo(view.zoom / 1.2))
      default:
    }
  }
}
