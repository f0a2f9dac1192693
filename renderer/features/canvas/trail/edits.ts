/** Making links of the trail, also together with the thing at their far end. Each function is one undoable change. */
import { type Made, type Making, makeFrom, makeJoined, type Source, type Target } from '#shared/doc/making.ts'
import { byPerson } from '#shared/doc/origins.ts'
import { addLink } from '#shared/doc/trail.ts'
import type { LinkId } from '#shared/model/ids.ts'
import type { TrailEnd } from '#shared/model/lab.ts'
import type { Language } from '#shared/model/text.ts'
import type { TakeOffer, TakeThing } from '#shared/rules/taking.ts'
import { endKey } from '#shared/rules/trail.ts'
import { asOne, type Desk } from '../desk.ts'

/** A new thing on another canvas. `part` is a zone of a board, a side of a tree, a group of a grid or a field of a form. */
export type Becomes = Target

export type LinkDesk = Desk & {
  readonly newLinkId: () => LinkId
  /** ISO moment. */
  readonly now: string
}

/** Ties two ends that exist. */
export function tie(desk: LinkDesk, from: TrailEnd, to: TrailEnd): LinkId {
  const id = desk.newLinkId()
  addLink(desk.doc, { id, from, to, by: desk.me, at: desk.now }, byPerson)
  return id
}

/** Ties each of them to one other thing; whatever would be tied to itself is left out. */
export const tieAll = (desk: LinkDesk, ends: readonly TrailEnd[], other: TrailEnd, way: 'result' | 'source'): void =>
  asOne(desk, () => {
    for (const end of ends)
      if (endKey(end) !== endKey(other)) {
        if (way === 'result') tie(desk, end, other)
        else tie(desk, other, end)
      }
  })

const makingOf = (desk: LinkDesk, language: Language): Making => ({
  doc: desk.doc,
  newId: desk.newId,
  newLinkId: desk.newLinkId,
  me: desk.me,
  now: desk.now,
  origin: byPerson,
  language,
})

/** Makes the far end from the text of the near one and ties them; gives the far end. */
export const become = (desk: LinkDesk, from: TrailEnd, target: Becomes, language: Language = 'id'): TrailEnd =>
  becomeAll(desk, [from], target, false, language)[0]?.link.to ?? from

/** One thing of each, or one of all together. What says nothing makes nothing. */
export function becomeAll(
  desk: LinkDesk,
  ends: readonly TrailEnd[],
  target: Becomes,
  joined: boolean,
  language: Language,
): readonly Made[] {
  const sources = ends.filter(({ quote }) => quote.trim() !== '').map((from): Source => ({ from, text: from.quote.trim() }))
  return (joined ? makeJoined : makeFrom)(makingOf(desk, language), target, sources)
}

/** Takes over what a pack's `takes` offers, with the values that come along. */
export function takeOver(
  desk: LinkDesk,
  offer: TakeOffer,
  things: readonly TakeThing[],
  def: Target['def'],
  language: Language,
): readonly Made[] {
  const part = offer.zone ?? offer.group ?? offer.field ?? offer.role
  return makeFrom(makingOf(desk, language), part === undefined ? { def } : { def, part }, things)
}
