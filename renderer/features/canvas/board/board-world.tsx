/** Zones, clusters and notes of a board as elements: those in view, or from afar only the zones and the active note. */
import { memo, type RefObject, useMemo } from 'react'
import type { ItemId } from '#shared/model/ids.ts'
import { endKey } from '#shared/rules/trail.ts'
import { useBoth, useText } from '../../../app/text.ts'
import { arrivesByKey, useSessionOf } from '../session.tsx'
import style from './board.module.css'
import { authorColor } from './closed.ts'
import { allNotes, type BoardLayout, type PlacedCluster, type PlacedZone, type Rect, touches } from './layout.ts'
import { NoteCard, noteId } from './note.tsx'
import { ZoneIcon } from './zone-icon.tsx'

/** Stands in the layout for a note that is being written. */
export const draftId = 'draft' as ItemId // never stored

type Props = {
  readonly layout: BoardLayout
  readonly far: boolean
  readonly seen: Rect
  readonly voted: boolean
  readonly closed: ReadonlySet<ItemId>
  readonly revealing: boolean
  readonly list: RefObject<HTMLDivElement | null>
  readonly lastZone: RefObject<string>
  readonly onKeyDown: (event: React.KeyboardEvent) => void
}

export const BoardWorld = memo(function BoardWorld({ layout, far, seen, voted, closed, revealing, list, lastZone, onKeyDown }: Props) {
  const { def, lab, selection, select, linked } = useSessionOf('board')
  const both = useBoth()
  const chosen = useMemo(() => new Set(selection.ids), [selection.ids])
  const drawn = (rect: Rect, id: ItemId): boolean => id !== draftId && (id === selection.active || (!far && touches(rect, seen)))
  const firstFocus = (): void => {
    const open = allNotes(layout).filter((note) => !closed.has(note.item.id))
    const first = open.find((note) => note.zone === lastZone.current) ?? open[0]
    if (selection.active === null && first !== undefined) select([first.item.id], first.item.id)
  }
  let turn = 0
  return (
    <div
      ref={list}
      role="listbox"
      aria-multiselectable
      aria-label={both(def.title)}
      aria-activedescendant={selection.active === null ? undefined : noteId(selection.active)}
      tabIndex={0}
      className={style.list}
      data-far={far || undefined}
      data-revealing={revealing || undefined}
      onKeyDown={onKeyDown}
      onFocus={(event) => arrivesByKey(event) && firstFocus()}
    >
      {layout.zones.map((zone, at) => {
        const zoneDef = def.zones[at]
        return (
          // biome-ignore lint/a11y/useSemanticElements: options inside a listbox are grouped by this role
          <div key={zone.key} role="group" aria-label={zoneDef === undefined ? zone.key : both(zoneDef.label)}>
            <ZoneGround zone={zone} at={at} far={far} />
            {zone.clusters.map((box) =>
              (far ? box.item.id === selection.active : touches(box, seen)) ? (
                <ClusterFrame key={box.item.id} box={box} selected={chosen.has(box.item.id)} />
              ) : null,
            )}
            {zone.notes.map((note) => {
              const { id, author, color } = note.item
              if (!drawn(note, id)) return null
              if (revealing) turn += 1
              const shut = closed.has(id)
              return (
                <NoteCard
                  key={id}
                  note={note}
                  lab={lab}
                  columns={def.columns}
                  color={shut ? authorColor(author) : (color ?? zoneDef?.color ?? 'kunyit')}
                  voted={voted}
                  selected={chosen.has(id)}
                  active={id === selection.active}
                  linked={!shut && linked.has(endKey({ place: 'item', of: def.id, key: id }))}
                  closed={shut}
                  turn={turn}
                />
              )
            })}
          </div>
        )
      })}
    </div>
  )
})

function ZoneGround({ zone, at, far }: { readonly zone: PlacedZone; readonly at: number; readonly far: boolean }) {
  const { def } = useSessionOf('board')
  const t = useText()
  const both = useBoth()
  const zoneDef = def.zones[at]
  return (
    <div
      className={style.zone}
      data-zone={zone.key}
      style={{ left: zone.x, top: zone.y, width: zone.w, height: zone.h }}
      role="presentation"
    >
      {far ? null : (
        <div className={style.zoneHead}>
          <ZoneIcon name={zoneDef?.icon} />
          <strong>{zoneDef === undefined ? zone.key : both(zoneDef.label)}</strong>
          <span>{t('canvas.cards', { n: zone.notes.filter((note) => note.item.id !== draftId).length })}</span>
        </div>
      )}
      {zone.notes.length === 0 && zoneDef !== undefined ? <p className={style.zoneHint}>{both(zoneDef.hint)}</p> : null}
    </div>
  )
}

function ClusterFrame({ box, selected }: { readonly box: PlacedCluster; readonly selected: boolean }) {
  const t = useText()
  return (
    <div
      id={noteId(box.item.id)}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      aria-label={t('canvas.clusterLabel', { name: box.item.text, n: box.members, votes: box.votes })}
      data-note={box.item.id}
      data-frame=""
      className={`${style.cluster} ${selected ? style.selected : ''}`}
      style={{ left: box.x, top: box.y, width: box.w, height: box.h }}
    >
      <div className={style.clusterHead}>
        <b>{box.item.text === '' ? t('canvas.noText') : box.item.text}</b>
        {box.votes > 0 ? (
          <span className={style.votes}>
            <i />
            {box.votes}
          </span>
        ) : null}
      </div>
    </div>
  )
}
