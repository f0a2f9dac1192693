/** What every part of an open canvas shares: the document, the definition, what is selected, and how to change, undo and announce. */
import { createContext, useContext } from 'react'
import type { InnovationId, ItemId, LabId } from '#shared/model/ids.ts'
import type { Canvas, Innovation, Item, TrailEnd } from '#shared/model/lab.ts'
import type { CanvasDef } from '#shared/model/pack.ts'
import type { Language } from '#shared/model/text.ts'
import { itemAt, wordsAt } from '#shared/rules/trail.ts'
import type { LinkDesk } from './trail/edits.ts'

export type Selection = { readonly ids: readonly ItemId[]; readonly active: ItemId | null }
export const nothingSelected: Selection = { ids: [], active: null }

export type Mode = 'picture' | 'outline'

export type Session<Def extends CanvasDef = CanvasDef> = {
  readonly lab: LabId
  readonly innovation: InnovationId
  readonly def: Def
  /** All canvases a trail may lead to. */
  readonly defs: readonly CanvasDef[]
  readonly value: Innovation
  readonly canvas: Canvas
  readonly items: readonly Item[]
  readonly desk: LinkDesk
  readonly readOnly: boolean
  readonly linked: ReadonlySet<string>
  readonly selection: Selection
  readonly select: (ids: readonly ItemId[], active?: ItemId | null) => void
  /** The field of a form whose trail is shown. */
  readonly field: string | null
  readonly selectField: (field: string | null) => void
  /** Runs a change as an undo step of its own; nothing happens in a document that can only be read. */
  readonly act: <T>(change: () => T) => T | undefined
  readonly undo: () => void
  readonly redo: () => void
  /** Said politely to people who cannot see the picture. */
  readonly announce: (text: string) => void
  readonly openLinks: () => void
  /** Shows in the panel what can be taken over and what changed. */
  readonly openOffers: () => void
  /** Follows the trail to there; `Kembali` leads back to what was selected. */
  readonly goTo: (end: TrailEnd) => void
}

const SessionContext = createContext<Session | null>(null)
export const SessionProvider = SessionContext.Provider

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (session === null) throw new Error('A canvas part stands outside of a canvas page.')
  return session
}

/** The session of a part that only ever draws one kind of canvas. */
export function useSessionOf<K extends CanvasDef['kind']>(kind: K): Session<Extract<CanvasDef, { kind: K }>> {
  const session = useSession()
  if (session.def.kind !== kind) throw new Error(`Expected a ${kind}, not a ${session.def.kind}.`)
  return session as unknown as Session<Extract<CanvasDef, { kind: K }>> // compared right above
}

/** The one thing whose trail is shown: the active item, or the field under the cursor. */
export function selectedEnd(session: Session, language: Language = 'id'): TrailEnd | null {
  const { def, value, field, canvas, selection } = session
  if (def.kind === 'form' && field !== null) {
    const place = { place: 'field', of: def.id, key: field } as const
    return { ...place, quote: wordsAt(value, place, def, language)?.trim() ?? '' }
  }
  return selection.active === null ? null : itemEnd(def, itemAt(canvas, selection.active))
}

/** Everything that is selected and can be made into something, the active one alone if it is not among several. */
export function selectedEnds(session: Session, language: Language = 'id'): readonly TrailEnd[] {
  const { def, items, selection } = session
  const active = selectedEnd(session, language)
  if (active === null || active.place === 'field') return active === null ? [] : [active]
  const wanted = new Set<string>(selection.ids)
  const ends = items.filter(({ id }) => wanted.has(id)).flatMap((item) => itemEnd(def, item) ?? [])
  return ends.some(({ key }) => key === active.key) ? ends : [active]
}

const itemEnd = (def: CanvasDef, item: Item | undefined): TrailEnd | null =>
  item === undefined || item.role === 'cluster' ? null : { place: 'item', of: def.id, key: item.id, quote: item.text.trim() }

/** Letters act as commands only while the canvas itself has the focus, not while somebody types. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))

/** The focus came from elsewhere on the page by key, not back from a text that was being written on this very canvas. */
export const arrivesByKey = (event: React.FocusEvent<HTMLElement>): boolean =>
  event.currentTarget.matches(':focus-visible') && !(event.relatedTarget instanceof HTMLTextAreaElement)
