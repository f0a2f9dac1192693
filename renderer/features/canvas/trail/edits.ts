/** Making links of the trail, also together with the thing at their far end. Each function is one undoable change. */
import { addItem, answerText, readItems, writeAnswer } from '#shared/doc/canvas.ts'
import { addLink } from '#shared/doc/innovation.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { ItemId, LinkId } from '#shared/model/ids.ts'
import type { TrailEnd } from '#shared/model/lab.ts'
import type { CanvasDef } from '#shared/model/pack.ts'
import { asOne, type Desk } from '../desk.ts'

/** A new thing on another canvas. `part` is the zone of a board or the field of a form. */
export type Becomes = { readonly def: CanvasDef; readonly part?: string }

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

/** Makes the far end from the text of the near one and ties them; gives the far end. */
export function become(desk: LinkDesk, from: TrailEnd, target: Becomes): TrailEnd {
  let to: TrailEnd | undefined
  asOne(desk, () => {
    to = makeEnd({ ...desk, canvas: target.def.id }, target, from.quote)
    tie(desk, from, to)
  })
  return to ?? from
}

function makeEnd(desk: Desk, { def, part }: Becomes, text: string): TrailEnd {
  if (def.kind === 'form') {
    const field = part ?? def.fields.find((one) => one.type === 'text')?.key ?? ''
    const now = answerText(desk.doc, def.id, field).toString()
    writeAnswer(desk.doc, def.id, field, now === '' ? text : `${now.trimEnd()}\n${text}`, byPerson)
    return { place: 'field', of: def.id, key: field, quote: text }
  }
  const id = desk.newId()
  addItem(desk.doc, def.id, id, { ...shapeFor(desk, def, part), text, author: desk.me }, byPerson)
  return { place: 'item', of: def.id, key: id, quote: text }
}

function shapeFor(desk: Desk, def: Exclude<CanvasDef, { kind: 'form' }>, part: string | undefined): Parameters<typeof addItem>[3] {
  switch (def.kind) {
    case 'board': {
      const zone = def.zones.find((one) => one.key === part) ?? def.zones[0]
      return { zone: zone?.key ?? null, color: zone?.color ?? 'kunyit' }
    }
    case 'tree': {
      const core: ItemId | undefined = readItems(desk.doc, def.id).find((item) => item.role === 'core')?.id
      return core === undefined ? { role: 'core' } : { role: 'cause', parent: core }
    }
    case 'grid':
    case 'matrix':
      return {}
    default:
      return def satisfies never
  }
}
