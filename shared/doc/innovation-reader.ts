/**
 * Reads an innovation again and again while people work on it: only what changed since the last reading is read, and everything
 * else is the very same object as before. On a board of 3,000 notes a letter typed in one of them costs one note.
 */
import * as Y from 'yjs'
import type { InnovationId, ItemId, LabId } from '#shared/model/ids.ts'
import type { Canvas, Innovation, Item, RichNode } from '#shared/model/lab.ts'
import { canvasState, itemsMap, readAnswers, readItem, readSettings } from './canvas.ts'
import { readCatalogue } from './catalogue.ts'
import { readEvidence, readMaturity } from './evidence.ts'
import { readGates } from './gates.ts'
import { isTouched, readAttachments, readFacts } from './innovation.ts'
import { readLooks } from './looks.ts'
import { names } from './names.ts'
import { byOrder } from './order.ts'
import { headerMap, sectionFragment } from './proposal.ts'
import { readReviews, readRounds } from './reviews.ts'
import { readRich } from './rich.ts'
import { readTrail } from './trail.ts'
import { plainOf } from './values.ts'
import { readVersions } from './versions.ts'

export type InnovationReader = {
  /** Equal to `snapshotInnovation` of this moment. Cheap only while following. */
  readonly read: () => Innovation
  /** Follows the document until the function it gives is called. */
  readonly follow: () => () => void
}

/** Items of one canvas with what has to be read anew; `null` stands for all of them. */
type KnownItems = { readonly byId: Map<string, Item>; sorted: readonly Item[]; dirty: Set<string> | null }

export function innovationReader(doc: Y.Doc, id: InnovationId, lab: LabId): InnovationReader {
  const watched = new Map<string, () => void>()
  const items = new Map<string, KnownItems>()
  const sections = new Map<string, RichNode>()
  const canvases = new Map<string, Canvas>()
  /** Top-level types that changed since the last reading. */
  const dirty = new Set<string>()
  let stale = true
  let following = false
  let value: Innovation | undefined

  const onUpdate = (): void => {
    stale = true
  }

  function watch(name: string): void {
    const type = typeOf(doc, name)
    if (type === null) {
      watched.set(name, () => undefined)
      return
    }
    const hear = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): void => {
      dirty.add(name)
      const known = items.get(name)
      if (known?.dirty) noteItems(known.dirty, events)
    }
    type.observeDeep(hear)
    watched.set(name, () => type.unobserveDeep(hear))
  }

  const unwatched = (): readonly string[] => [...doc.share.keys()].filter((name) => !watched.has(name))

  function read(): Innovation {
    if (!following) forget()
    if (value !== undefined && !stale) return value
    for (const name of unwatched()) {
      watch(name)
      dirty.add(name)
    }
    value = next(value)
    dirty.clear()
    // Reading names a type brings it into being; what was read this moment is not news the next time.
    for (const name of unwatched()) watch(name)
    stale = false
    return value
  }

  function next(before: Innovation | undefined): Innovation {
    const same = <K extends keyof Innovation>(key: K, name: string, fresh: () => Innovation[K]): Innovation[K] =>
      before === undefined || dirty.has(name) ? fresh() : before[key]
    const facts = before === undefined || dirty.has(names.facts) ? readFacts(doc) : before
    return {
      ...facts,
      id,
      lab,
      canvases: nextCanvases(before?.canvases),
      proposals: nextProposals(before?.proposals),
      reviews: same('reviews', names.reviews, () => readReviews(doc)),
      rounds: same('rounds', names.rounds, () => readRounds(doc)),
      looks: same('looks', names.looks, () => readLooks(doc)),
      gates: same('gates', names.gates, () => readGates(doc)),
      trail: same('trail', names.trail, () => readTrail(doc)),
      attachments: same('attachments', names.attachments, () => readAttachments(doc)),
      evidence: same('evidence', names.evidence, () => readEvidence(doc)),
      maturity: nextMaturity(before?.maturity),
      versions: same('versions', names.versions, () => readVersions(doc)),
      catalogue: before === undefined || dirty.has(names.catalogue) || dirty.has(names.adopters) ? readCatalogue(doc) : before.catalogue,
    }
  }

  function nextMaturity(before: Innovation['maturity'] | undefined): Innovation['maturity'] {
    return before === undefined || [...dirty].some((name) => name.startsWith('maturity/')) ? readMaturity(doc) : before
  }

  function nextCanvases(before: Innovation['canvases'] | undefined): Innovation['canvases'] {
    const changed = new Set<string>()
    for (const name of dirty) {
      const [kind, canvas] = name.split('/')
      if (canvas !== undefined && (kind === 'items' || kind === 'answers' || kind === 'answer' || kind === 'settings')) changed.add(canvas)
    }
    if (dirty.has(names.states)) for (const def of [...canvases.keys(), ...doc.getMap(names.states).keys()]) changed.add(def)
    if (before !== undefined && changed.size === 0) return before
    for (const def of changed) canvases.set(def, nextCanvas(def))
    const touched = [...canvases.values()].filter(isTouched).sort((a, b) => (a.def < b.def ? -1 : 1))
    return Object.fromEntries(touched.map((one) => [one.def, one]))
  }

  function nextCanvas(def: string): Canvas {
    const before = canvases.get(def)
    const touched = (...parts: readonly string[]): boolean =>
      before === undefined || [...dirty].some((name) => parts.some((part) => name === part || name.startsWith(`${part}/`)))
    const now: Canvas = {
      def,
      state: canvasState(doc, def),
      items: touched(names.items(def)) ? nextItems(def) : (before?.items ?? []),
      fields: touched(names.answers(def), `answer/${def}`) ? readAnswers(doc, def) : (before?.fields ?? {}),
      settings: touched(names.settings(def)) ? readSettings(doc, def) : (before?.settings ?? {}),
    }
    const unchanged =
      before !== undefined &&
      before.state === now.state &&
      before.items === now.items &&
      before.fields === now.fields &&
      before.settings === now.settings
    return unchanged ? before : now
  }

  function nextItems(def: string): readonly Item[] {
    const name = names.items(def)
    const map = itemsMap(doc, def)
    const known = items.get(name) ?? { byId: new Map<string, Item>(), sorted: [], dirty: null }
    items.set(name, known)
    const ids = known.dirty ?? new Set(map.keys())
    if (known.dirty === null) known.byId.clear()
    known.dirty = new Set()
    let moved = false
    for (const one of ids) {
      const was = known.byId.get(one)
      const item = map.get(one)
      const now = item instanceof Y.Map ? readItem(one, item) : undefined
      if (now === undefined) known.byId.delete(one)
      else known.byId.set(one, now)
      moved ||= was === undefined || now === undefined || was.order !== now.order
    }
    known.sorted = moved ? [...known.byId.values()].sort(byOrder) : known.sorted.map((one) => known.byId.get(one.id as ItemId) ?? one)
    return known.sorted
  }

  function nextProposals(before: Innovation['proposals'] | undefined): Innovation['proposals'] {
    const changed = [...dirty].filter((name) => name.startsWith('header/') || name.startsWith('section/'))
    if (before !== undefined && changed.length === 0) return before
    for (const name of changed) {
      const [kind, form, section] = name.split('/')
      if (kind === 'section' && form !== undefined && section !== undefined)
        sections.set(name, readRich(sectionFragment(doc, form, section)))
    }
    return joinProposals(doc, [...doc.share.keys()], sections)
  }

  function forget(): void {
    for (const stop of watched.values()) stop()
    for (const known of [watched, items, sections, canvases, dirty]) known.clear()
    value = undefined
  }

  return {
    read,
    follow: () => {
      forget()
      following = true
      doc.on('update', onUpdate)
      return () => {
        following = false
        doc.off('update', onUpdate)
        forget()
      }
    },
  }
}

/** Which items an event on the map of a canvas, or on anything inside it, is about. */
function noteItems(into: Set<string>, events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): void {
  for (const event of events) {
    const [first] = event.path
    if (first !== undefined) into.add(String(first))
    else for (const key of event.keys.keys()) into.add(key)
  }
}

/** The shared type of a name of ours, as what it is; null for a name we do not know. */
function typeOf(doc: Y.Doc, name: string): Y.AbstractType<unknown> | null {
  const [kind = ''] = name.split('/')
  // The manager only needs the base class; every kind of type has it.
  if (kind === 'answer') return doc.getText(name) as unknown as Y.AbstractType<unknown>
  if (kind === 'section') return doc.getXmlFragment(name) as unknown as Y.AbstractType<unknown>
  if (name === names.reviews || name === names.rounds) return doc.getArray(name) as unknown as Y.AbstractType<unknown>
  const maps: readonly string[] = [
    'items',
    'answers',
    'settings',
    'header',
    names.facts,
    names.states,
    names.gates,
    names.trail,
    names.attachments,
    names.looks,
    names.evidence,
    names.versions,
    names.catalogue,
    names.adopters,
    'maturity',
  ]
  return maps.includes(kind) ? (doc.getMap(name) as unknown as Y.AbstractType<unknown>) : null
}

function joinProposals(doc: Y.Doc, all: readonly string[], sections: ReadonlyMap<string, RichNode>): Innovation['proposals'] {
  const found: Record<string, { form: string; header: Record<string, ReturnType<typeof plainOf>>; sections: Record<string, RichNode> }> = {}
  const proposal = (form: string) => {
    found[form] ??= { form, header: {}, sections: {} }
    return found[form]
  }
  for (const name of all) {
    const [kind, form, section] = name.split('/')
    if (form === undefined) continue
    if (kind === 'header') for (const [key, value] of headerMap(doc, form)) proposal(form).header[key] = plainOf(value)
    const rich = kind === 'section' ? sections.get(name) : undefined
    if (section !== undefined && rich !== undefined && (rich.content ?? []).length > 0) proposal(form).sections[section] = rich
  }
  return found
}
