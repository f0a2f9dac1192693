/** The acts of a board as the picture, its toolbar and the outline offer them: with undo bar, announcements and limits. */
import { useCallback, useMemo, useState } from 'react'
import { votesSpent } from '#shared/doc/canvas.ts'
import type { ItemId } from '#shared/model/ids.ts'
import type { NoteColor } from '#shared/model/pack.ts'
import { useBoth, useText } from '../../../app/text.ts'
import { notify } from '../../../state/notify.ts'
import { linesOf, removeForNow } from '../desk.ts'
import { useSessionOf } from '../session.tsx'
import * as edits from './edits.ts'

/** A note that is being written and is not in the document yet, or a text being changed. */
export type Editing =
  | { readonly kind: 'new'; readonly zone: string; readonly x?: number; readonly y?: number }
  | { readonly kind: 'item'; readonly id: ItemId }
  | null

export type BoardActs = ReturnType<typeof useBoard>

export function useBoard() {
  const session = useSessionOf('board')
  const { def, desk, items, selection, select, act, announce, readOnly } = session
  const t = useText()
  const both = useBoth()
  const [editing, setEditing] = useState<Editing>(null)
  const quota = def.votes?.quota ?? null
  const votesLeft = quota === null ? null : Math.max(0, quota - votesSpent(desk.doc, desk.canvas, desk.me))
  const zoneLabel = useCallback(
    (key: string | null) => both((def.zones.find((zone) => zone.key === key) ?? def.zones[0])?.label ?? def.title),
    [both, def],
  )

  const acts = useMemo(() => {
    const zoneOf = (key: string | null) => def.zones.find((zone) => zone.key === key) ?? def.zones[0]
    const chosen = (): readonly ItemId[] => selection.ids
    const add = (zone: string, texts: readonly string[], at?: { x: number; y: number }): readonly ItemId[] => {
      const color = zoneOf(zone)?.color ?? 'kunyit'
      const made =
        act(() =>
          edits.addNotes(
            desk,
            texts.map((text, index) => ({ zone, text, color, ...(index === 0 && at ? at : {}) })),
          ),
        ) ?? []
      if (made.length > 0) {
        select(made, made.at(-1) ?? null)
        announce(t('canvas.noteAdded', { n: made.length, zone: zoneLabel(zone) }))
      }
      return made
    }
    return {
      add,
      paste: (zone: string, text: string) => add(zone, linesOf(text)),
      write: (id: ItemId, text: string) => {
        const item = items.find((one) => one.id === id)
        if (item !== undefined && item.text !== text && (text !== '' || item.role === 'cluster')) act(() => edits.writeNote(desk, id, text))
      },
      toZone: (ids: readonly ItemId[], zone: string) => {
        act(() => edits.moveToZone(desk, items, ids, zone))
        announce(t('canvas.movedTo', { place: zoneLabel(zone) }))
      },
      /** `step` zones to the right of the zone of the active note. */
      besideZone: (step: -1 | 1) => {
        const item = items.find((one) => one.id === selection.active)
        const at = def.zones.findIndex((zone) => zone.key === (zoneOf(item?.zone ?? null)?.key ?? ''))
        const zone = def.zones[at + step]
        if (item === undefined || zone === undefined) return
        act(() => edits.moveToZone(desk, items, chosen(), zone.key))
        announce(t('canvas.movedTo', { place: both(zone.label) }))
      },
      shift: (id: ItemId, step: -1 | 1) => {
        if (act(() => edits.shiftNote(desk, items, id, step)) === true) announce(t('canvas.movedStep'))
      },
      colour: (ids: readonly ItemId[], color: NoteColor) => {
        act(() => edits.colourNotes(desk, ids, color))
        announce(t('canvas.coloured', { colour: t(`canvas.colour_${color}`) }))
      },
      /** Gathers the selection; when all of it already is one cluster, takes the frame away. */
      cluster: () => {
        const picked = items.filter((item) => chosen().includes(item.id))
        const frames = picked.filter((item) => item.role === 'cluster')
        const shared = picked[0]?.role === 'cluster' ? picked[0].id : (picked[0]?.cluster ?? null)
        if (frames.length > 0 || (shared !== null && picked.every((item) => item.cluster === shared))) {
          if (shared === null) return
          act(() => edits.openCluster(desk, items, shared))
          announce(t('canvas.clusterOpened'))
          return
        }
        const made = act(() => edits.clusterNotes(desk, items, chosen(), t('canvas.newCluster')))
        if (made === undefined || made === null) return
        announce(t('canvas.clusterMade', { n: picked.length }))
        setEditing({ kind: 'item', id: made })
      },
      clusterOf: (ids: readonly ItemId[]) => {
        const made = act(() => edits.clusterNotes(desk, items, ids, t('canvas.newCluster')))
        if (made !== undefined && made !== null) setEditing({ kind: 'item', id: made })
      },
      toCluster: (ids: readonly ItemId[], cluster: ItemId | null) => act(() => edits.setCluster(desk, items, ids, cluster)),
      vote: (ids: readonly ItemId[], step: 1 | -1) => {
        if (quota === null) return
        const given = act(() => ids.filter((id) => edits.vote(desk, id, quota, step)).length) ?? 0
        const left = Math.max(0, quota - votesSpent(desk.doc, desk.canvas, desk.me))
        announce(given === 0 ? t(step === 1 ? 'canvas.noVotesLeft' : 'canvas.noVoteHere') : t('canvas.votesLeft', { n: left }))
      },
      remove: (ids: readonly ItemId[]) => {
        if (ids.length === 0) return
        const restore = act(() => removeForNow(desk, ids))
        if (restore === undefined) return
        select([], null)
        announce(t('canvas.noteRemoved', { n: ids.length }))
        notify.undoable(t('canvas.noteRemoved', { n: ids.length }), restore)
      },
      duplicate: (ids: readonly ItemId[]) => {
        const made = act(() => edits.duplicate(desk, items, ids)) ?? []
        if (made.length > 0) select(made, made[0] ?? null)
      },
      drop: (drops: Parameters<typeof edits.dropNotes>[1]) => act(() => edits.dropNotes(desk, drops)),
    }
  }, [act, announce, both, def, desk, items, quota, select, selection, t, zoneLabel])

  return { ...acts, editing, setEditing, quota, votesLeft, zoneLabel, readOnly }
}
