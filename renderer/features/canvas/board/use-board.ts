/** The acts of a board as the picture, its toolbar and the outline offer them: with undo bar, announcements and limits. */
import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import { setSettings, votesSpent } from '#shared/doc/canvas.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { ItemId } from '#shared/model/ids.ts'
import type { Item, Value } from '#shared/model/lab.ts'
import type { NoteColor } from '#shared/model/pack.ts'
import { useBoth, useLanguage, useText } from '../../../app/text.ts'
import { notify } from '../../../state/notify.ts'
import { removeForNow } from '../desk.ts'
import { useSessionOf } from '../session.tsx'
import { type Arrangement, arrange } from './arrange.ts'
import { cardsOf, webAddress } from './cards.ts'
import { asSeen, isClosed } from './closed.ts'
import * as edits from './edits.ts'
import type { BoardLayout } from './layout.ts'
import { missingStarters } from './starters.ts'
import { useVoter } from './voter.ts'
import { clearVotes, quotaOf, vote } from './votes.ts'

/** A note that is being written and is not in the document yet, or a text being changed. */
export type Editing =
  | { readonly kind: 'new'; readonly zone: string; readonly x?: number; readonly y?: number }
  | { readonly kind: 'item'; readonly id: ItemId }
  | null

export type BoardPanel = 'entry' | 'votes' | 'details' | null

export type Board = ReturnType<typeof useBoard>

/** Who wrote a batch of paper cards. */
export type Batch = { readonly author: string; readonly table: string }

export function useBoard() {
  const session = useSessionOf('board')
  const { def, desk, items, canvas, readOnly } = session
  const t = useText()
  const both = useBoth()
  const language = useLanguage()
  const [editing, setEditing] = useState<Editing>(null)
  const [panel, setPanel] = useState<BoardPanel>(null)
  const [enlarged, setEnlarged] = useState<ItemId | null>(null)
  const [namedVoter, setVoter] = useVoter(`${session.lab}/${session.innovation}/${def.id}`)
  const voter = namedVoter === '' ? desk.me : namedVoter
  const quota = quotaOf(def, canvas.settings)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the votes are in the document, and `items` is new whenever one of them changes
  const spent = useMemo(() => (quota === null ? 0 : votesSpent(desk.doc, desk.canvas, voter)), [desk, quota, voter, items])
  const seen = useMemo(() => asSeen(canvas.settings, desk.me, items), [canvas.settings, desk.me, items])
  const closed = useMemo(
    () => new Set(items.filter((item) => isClosed(canvas.settings, desk.me, item)).map((item) => item.id)),
    [canvas.settings, desk.me, items],
  )

  useLeaveClosed(closed)

  // The acts read what is there when they run, so they stay the same and nothing drawn with them is drawn again for their sake.
  const now = { session, quota, voter, closed, language }
  const latest = useRef(now)
  latest.current = now

  const acts = useMemo(() => {
    const at = () => latest.current.session
    const say = (text: string): void => at().announce(text)
    const zoneDef = (key: string | null) => at().def.zones.find((zone) => zone.key === key) ?? at().def.zones[0]
    const label = (key: string | null): string => both(zoneDef(key)?.label ?? at().def.title)
    const itemOf = (id: ItemId | null): Item | undefined => at().items.find((one) => one.id === id)
    /** Without the cards that are still closed to this person; says so when nothing is left. */
    const open = (ids: readonly ItemId[]): readonly ItemId[] => {
      const free = ids.filter((id) => !latest.current.closed.has(id))
      if (free.length === 0 && ids.length > 0) say(t('board.closedNo'))
      return free
    }
    const added = (made: readonly ItemId[], zone: string): void => {
      if (made.length === 0) return
      at().select(made, made.at(-1) ?? null)
      say(t('canvas.noteAdded', { n: made.length, zone: label(zone) }))
    }
    const colorOf = (zone: string): NoteColor => zoneDef(zone)?.color ?? 'kunyit'
    const clusterOf = (ids: readonly ItemId[]): void => {
      const made = at().act(() => edits.clusterNotes(at().desk, at().items, ids, t('canvas.newCluster')))
      if (made === undefined || made === null) return
      say(t('canvas.clusterMade', { n: ids.length }))
      setEditing({ kind: 'item', id: made })
    }
    const pasteAs = (zone: string, text: string, batch?: Batch): readonly ItemId[] => {
      const cards = cardsOf(at().def, text, zone)
      if (cards.length === 0) return []
      return (
        at().act(() =>
          edits.addNotes(
            at().desk,
            cards.map((card) => ({ ...card, ...batch, color: colorOf(card.zone) })),
          ),
        ) ?? []
      )
    }
    return {
      label,
      add: (zone: string, text: string, place?: { readonly x: number; readonly y: number }): void =>
        added(at().act(() => edits.addNotes(at().desk, [{ zone, text, color: colorOf(zone), ...place }])) ?? [], zone),
      paste: (zone: string, text: string): void => added(pasteAs(zone, text), zone),
      /** Stores at once and leaves the selection alone, because the next line is already being typed. */
      enter: (zone: string, text: string, batch: Batch): readonly ItemId[] => pasteAs(zone, text, batch),
      write: (id: ItemId, text: string): void => {
        const item = itemOf(id)
        if (item === undefined || item.text === text || open([id]).length === 0) return
        if (text !== '' || item.role === 'cluster' || item.picture !== '') at().act(() => edits.writeNote(at().desk, id, text))
      },
      edit: (id: ItemId): void => {
        if (!at().readOnly && open([id]).length > 0) setEditing({ kind: 'item', id })
      },
      toZone: (ids: readonly ItemId[], zone: string): void => {
        at().act(() => edits.moveToZone(at().desk, at().items, ids, zone))
        say(t('canvas.movedTo', { place: label(zone) }))
      },
      /** `step` zones on from the zone of the active note. */
      besideZone: (step: -1 | 1): void => {
        const { def, selection, items } = at()
        const item = itemOf(selection.active)
        const here = def.zones.findIndex((zone) => zone.key === (zoneDef(item?.zone ?? null)?.key ?? ''))
        const zone = def.zones[here + step]
        if (item === undefined || zone === undefined) return
        at().act(() => edits.moveToZone(at().desk, items, selection.ids, zone.key))
        say(t('canvas.movedTo', { place: both(zone.label) }))
      },
      shift: (id: ItemId, step: -1 | 1): void => {
        if (at().act(() => edits.shiftNote(at().desk, at().items, id, step)) === true) say(t('canvas.movedStep'))
      },
      colour: (ids: readonly ItemId[], color: NoteColor): void => {
        const free = open(ids)
        if (free.length === 0) return
        at().act(() => edits.colourNotes(at().desk, free, color))
        say(t('canvas.coloured', { colour: t(`canvas.colour_${color}`) }))
      },
      /** Gathers the selection; when all of it already is one cluster, takes the frame away. */
      cluster: (): void => {
        const { items, selection } = at()
        const wanted = new Set(selection.ids)
        const picked = items.filter((item) => wanted.has(item.id))
        const frames = picked.filter((item) => item.role === 'cluster')
        const shared = picked[0]?.role === 'cluster' ? picked[0].id : (picked[0]?.cluster ?? null)
        if (frames.length === 0 && !(shared !== null && picked.every((item) => item.cluster === shared))) {
          clusterOf(selection.ids)
          return
        }
        if (shared === null) return
        at().act(() => edits.openCluster(at().desk, items, shared))
        say(t('canvas.clusterOpened'))
      },
      clusterOf,
      openCluster: (id: ItemId): void => {
        at().act(() => edits.openCluster(at().desk, at().items, id))
        say(t('canvas.clusterOpened'))
      },
      toCluster: (ids: readonly ItemId[], cluster: ItemId | null): void => {
        at().act(() => edits.setCluster(at().desk, at().items, ids, cluster))
        const name = itemOf(cluster)?.text
        say(name === undefined ? t('canvas.movedStep') : t('canvas.movedTo', { place: name }))
      },
      vote: (ids: readonly ItemId[], step: 1 | -1): void => {
        const { quota: most, voter: who } = latest.current
        if (most === null) return
        const { desk } = at()
        const given = at().act(() => open(ids).filter((id) => vote(desk, id, most, step, who)).length) ?? 0
        const left = Math.max(0, most - votesSpent(desk.doc, desk.canvas, who))
        say(given === 0 ? t(step === 1 ? 'canvas.noVotesLeft' : 'canvas.noVoteHere') : t('canvas.votesLeft', { n: left }))
      },
      setQuota: (votes: number): void => {
        at().act(() => setSettings(at().desk.doc, at().desk.canvas, { quota: votes > 0 ? votes : undefined }, byPerson))
        say(t('board.quotaSet', { n: votes }))
      },
      clearVotes: (): void => {
        const cleared = at().act(() => clearVotes(at().desk))
        if (cleared === undefined) return
        const text = t('board.votesCleared', { n: cleared.gone })
        say(text)
        notify.undoable(text, cleared.restore)
      },
      setPrivate: (on: boolean): void => {
        at().act(() => setSettings(at().desk.doc, at().desk.canvas, { private: on ? true : undefined }, byPerson))
        say(t(on ? 'board.aloneOn' : 'board.revealed'))
      },
      remove: (ids: readonly ItemId[]): void => {
        const free = open(ids)
        if (free.length === 0) return
        const restore = at().act(() => removeForNow(at().desk, free))
        if (restore === undefined) return
        at().select([], null)
        const text = t('canvas.noteRemoved', { n: free.length })
        say(text)
        notify.undoable(text, restore)
      },
      duplicate: (ids: readonly ItemId[]): void => {
        const free = open(ids)
        const made = at().act(() => edits.duplicate(at().desk, at().items, free)) ?? []
        if (made.length > 0) at().select(made, made[0] ?? null)
      },
      drop: (drops: Parameters<typeof edits.dropNotes>[1]): void => {
        at().act(() => edits.dropNotes(at().desk, drops))
        const places = new Set(drops.map((drop) => label(drop.zone)))
        say(t('canvas.movedTo', { place: [...places].join(', ') }))
      },
      arrange: (layout: BoardLayout, how: Arrangement): void => {
        const spots = arrange(layout, new Set(at().selection.ids), how)
        if (spots.length > 0) at().act(() => edits.putNotes(at().desk, spots))
        say(spots.length === 0 ? t('board.alignNone') : t('board.aligned', { n: spots.length }))
      },
      /** Takes away the places people gave them, so that they stand in order again. */
      flow: (ids: readonly ItemId[]): void => {
        at().act(() =>
          edits.putNotes(
            at().desk,
            ids.map((id) => ({ id, x: null, y: null })),
          ),
        )
        say(t('board.aligned', { n: ids.length }))
      },
      put: (spots: readonly edits.NotePlace[]): void => {
        at().act(() => edits.putNotes(at().desk, spots))
        say(t('board.nudged'))
      },
      setFacts: (id: ItemId, facts: edits.NoteFacts): void => {
        if (open([id]).length > 0) at().act(() => edits.setFacts(at().desk, id, facts))
      },
      setValue: (id: ItemId, key: string, value: Value): void => {
        if (open([id]).length > 0) at().act(() => edits.setFacts(at().desk, id, { values: { [key]: value } }))
      },
      /** In a new tab, which must not learn or change anything of this page. */
      openLink: (link: string): void => {
        const address = webAddress(link)
        if (address === null) {
          say(t('board.linkBad'))
          return
        }
        const door = document.createElement('a')
        door.href = address
        door.target = '_blank'
        door.rel = 'noopener noreferrer'
        door.click()
      },
      addStarters: (): void => {
        const { def, items, desk } = at()
        const notes = missingStarters(def, items, latest.current.language)
        added(at().act(() => edits.addNotes(desk, notes)) ?? [], notes[0]?.zone ?? '')
      },
    }
  }, [both, t])

  return {
    acts,
    /** The items as this person may see them. */
    seen,
    closed,
    editing,
    setEditing,
    panel,
    setPanel,
    enlarged,
    setEnlarged,
    quota,
    votesLeft: quota === null ? null : Math.max(0, quota - spent),
    voter,
    setVoter,
    readOnly,
  }
}

/** A closed card cannot be chosen: whatever shows the chosen card would tell what it says. */
function useLeaveClosed(closed: ReadonlySet<ItemId>): void {
  const { selection, select } = useSessionOf('board')
  useLayoutEffect(() => {
    if (closed.size === 0 || !selection.ids.some((id) => closed.has(id))) return
    const open = selection.ids.filter((id) => !closed.has(id))
    select(open, open.at(-1) ?? null)
  }, [closed, selection, select])
}
