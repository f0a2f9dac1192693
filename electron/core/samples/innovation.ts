/** One written innovation, its parts gathered → the plain value the lab is made of. */

import { generateNKeysBetween } from 'fractional-indexing'
import { noCatalogue } from '#shared/model/catalogue.ts'
import type { Evidence } from '#shared/model/evidence.ts'
import { FaultError } from '#shared/model/faults.ts'
import type { EvidenceId, InnovationId, ItemId, LabId, LinkId, UnitId } from '#shared/model/ids.ts'
import type {
  Attachment,
  Canvas,
  CanvasSettings,
  GateRecord,
  Innovation,
  Item,
  Proposal,
  RichNode,
  TrailEnd,
  TrailLink,
  Value,
} from '#shared/model/lab.ts'
import { parseBlocks, richTextPlain } from '#shared/rules/rich-text.ts'
import type { Gathered } from './parts.ts'
import type { WrittenInnovation, WrittenItem } from './written.ts'
import { refuse } from './yaml-file.ts'

/** Ids written in the files are their own final form; the schema has checked what they may look like. */
const asId = <Name extends LabId | InnovationId | ItemId | LinkId | UnitId | EvidenceId>(id: string): Name => id as Name

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

export type InnovationContext = {
  readonly file: string
  readonly lab: LabId
  readonly units: ReadonlySet<string>
  /** Pictures and PDFs in `attachments/`, by file name. */
  readonly pictures: ReadonlyMap<string, Attachment>
  readonly createdAt: string
}

export function buildInnovation({ written, canvasFiles, trail: writtenTrail }: Gathered, context: InnovationContext): Innovation {
  const { file, pictures } = context
  if (!context.units.has(written.unit)) throw refuse(file, `unit: "${written.unit}" is not a unit of lab.yaml`)
  const used = new Map<string, Attachment>()
  const canvases = Object.fromEntries(
    Object.entries(written.canvases).map(([def, canvas]): [string, Canvas] => {
      const from = canvasFiles.get(def) ?? file
      const named = pictureNames(pictures, used)
      const items = buildItems(canvas.items, from, `canvases.${def}.items`, named)
      return [
        def,
        {
          def,
          state: canvas.state,
          items,
          fields: named(canvas.fields, from, `canvases.${def}.fields`),
          settings: present(canvas.settings),
        },
      ]
    }),
  )
  const trail: TrailLink[] = []
  const link = (from: TrailEnd, to: TrailEnd, by: string, at: string): string => {
    const id = asId<LinkId>(`jejak-${String(trail.length + 1).padStart(3, '0')}`)
    trail.push({ id, from, to, by, at })
    return id
  }
  const proposals = buildProposals(written, context, canvases, link, used)
  for (const { link: written, file: from, at: where } of writtenTrail) {
    const ends = {
      from: trailEnd(written.from, canvases, proposals, from, `${where}.from`),
      to: trailEnd(written.to, canvases, proposals, from, `${where}.to`),
    }
    link(ends.from, ends.to, written.by, written.at)
  }
  for (const place of Object.keys(written.reviews)) trailEnd(place, canvases, proposals, file, `reviews.${place}`)
  for (const place of Object.keys(written.rounds)) {
    if (!(place in canvases) && !(place in proposals)) throw refuse(file, `rounds.${place}: no such canvas or proposal`)
  }
  const evidence = buildEvidence(written.evidence, file, pictures, used)
  const { id, unit, canvases: _c, proposals: _p, trail: _t, gates, quoted: _q, evidence: _e, ...facts } = written
  return {
    ...facts,
    id: asId<InnovationId>(id),
    lab: context.lab,
    unit: asId<UnitId>(unit),
    canvases,
    proposals,
    gates: buildGates(gates),
    carriedFrom: null,
    looks: {},
    // Oldest first, as a document gives it back.
    trail: trail.sort((a, b) => compare(a.at, b.at) || compare(a.id, b.id)),
    attachments: Object.fromEntries([...used.values()].map((attachment) => [attachment.name, attachment])),
    evidence,
    versions: [],
    catalogue: noCatalogue,
    archived: false,
    createdAt: context.createdAt,
  }
}

/** In the order written; each file becomes one of the innovation's. */
function buildEvidence(
  written: WrittenInnovation['evidence'],
  file: string,
  files: InnovationContext['pictures'],
  used: Map<string, Attachment>,
): readonly Evidence[] {
  const orders = generateNKeysBetween(null, null, written.length)
  return written.map(({ id, file: name, pages, ...facts }, index) => {
    const kept = name === undefined ? undefined : files.get(name)
    if (name !== undefined && kept === undefined) throw refuse(file, `evidence[${index}].file: no file attachments/${name}`)
    if (written.findIndex((one) => one.id === id) !== index) throw refuse(file, `evidence[${index}].id: "${id}" is used twice`)
    // A picture that a proposal shows keeps the caption it has there.
    if (name !== undefined && kept !== undefined && !used.has(name)) used.set(name, { ...kept, title: facts.title, pages: pages ?? 0 })
    return { ...facts, id: asId<EvidenceId>(id), order: orders[index] ?? '', file: kept?.name ?? '' }
  })
}

type Named = (values: Readonly<Record<string, Value>>, file: string, at: string) => Readonly<Record<string, Value>>

/** Values written `foto:name.png` become the name the picture has in the workspace, and the picture one of the innovation's. */
function pictureNames(pictures: InnovationContext['pictures'], used: Map<string, Attachment>): Named {
  return (values, file, at) =>
    Object.fromEntries(
      Object.entries(values).map(([key, value]) => {
        if (typeof value !== 'string' || !value.startsWith('foto:')) return [key, value]
        const name = value.slice('foto:'.length).trim()
        const picture = pictures.get(name)
        if (picture === undefined) throw refuse(file, `${at}.${key}: no picture attachments/${name}`)
        used.set(name, picture)
        return [key, picture.name]
      }),
    )
}

/** Without the keys that were left out. */
const present = (settings: WrittenInnovation['canvases'][string]['settings']): CanvasSettings =>
  Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined))

function buildItems(written: readonly WrittenItem[], file: string, at: string, named: Named): readonly Item[] {
  const orders = generateNKeysBetween(null, null, written.length)
  const ids = new Set<string>()
  for (const [index, { id }] of written.entries()) {
    if (ids.has(id)) throw refuse(file, `${at}[${index}].id: "${id}" is used twice`)
    ids.add(id)
  }
  const byId = new Map(written.map((item) => [item.id, item]))
  return written.map((item, index) => {
    const { parent, cluster } = item
    if (parent !== null && !byId.has(parent)) throw refuse(file, `${at}[${index}].parent: no item "${parent}" on this canvas`)
    if (cluster !== null && byId.get(cluster)?.role !== 'cluster') throw refuse(file, `${at}[${index}].cluster: "${cluster}" is no cluster`)
    if (hangsFromItself(item, byId)) throw refuse(file, `${at}[${index}].parent: the item hangs from itself`)
    const picture = item.picture === undefined ? {} : named({ picture: `foto:${item.picture}` }, file, `${at}[${index}]`)
    return {
      ...item,
      picture: typeof picture.picture === 'string' ? picture.picture : '',
      values: named(item.values, file, `${at}[${index}].values`),
      id: asId<ItemId>(item.id),
      cluster: item.cluster === null ? null : asId<ItemId>(item.cluster),
      parent: item.parent === null ? null : asId<ItemId>(item.parent),
      order: orders[index] ?? '',
    }
  })
}

function hangsFromItself(item: WrittenItem, byId: ReadonlyMap<string, WrittenItem>): boolean {
  const met = new Set<string>()
  for (let at: WrittenItem | undefined = item; at !== undefined; at = at.parent === null ? undefined : byId.get(at.parent)) {
    if (met.has(at.id)) return true
    met.add(at.id)
  }
  return false
}

function buildProposals(
  written: WrittenInnovation,
  context: InnovationContext,
  canvases: Innovation['canvases'],
  link: (from: TrailEnd, to: TrailEnd, by: string, at: string) => string,
  used: Map<string, Attachment>,
): Readonly<Record<string, Proposal>> {
  const { file, pictures } = context
  const proposals: Record<string, Proposal> = {}
  for (const [form, { header, sections }] of Object.entries(written.proposals)) {
    const done: Record<string, RichNode> = {}
    for (const [section, blocks] of Object.entries(sections)) {
      const at = `proposals.${form}.sections.${section}`
      const sources = {
        picture: (name: string, caption: string): Attachment => {
          const picture = pictures.get(name)
          if (picture === undefined) throw new Error(`no picture attachments/${name}`)
          used.set(name, { ...picture, title: caption })
          return picture
        },
        link: (place: string, quote: string): string => {
          if (written.quoted === undefined) throw refuse(file, 'quoted: needed, because a proposal quotes canvases')
          const { by, at: when } = written.quoted
          return link(trailEnd(place, canvases, {}, file, at), { place: 'section', of: form, key: section, quote }, by, when)
        },
      }
      try {
        done[section] = parseBlocks(blocks, sources)
      } catch (why) {
        throw why instanceof FaultError ? why : refuse(file, `${at}${why instanceof Error ? why.message : String(why)}`)
      }
    }
    proposals[form] = { form, header, sections: done }
  }
  return proposals
}

/**
 * `usg/u1` → the item, `form-ide/tujuan` → the field, `kipp-tujuh-bagian/ringkasan` → the section; its quote is the text it has now.
 * Of a section only the beginning is quoted; nobody compares it with what the section says later.
 */
function trailEnd(
  place: string,
  canvases: Innovation['canvases'],
  proposals: Readonly<Record<string, Proposal>>,
  file: string,
  at: string,
): TrailEnd {
  const [of = '', key = ''] = place.split('/')
  const canvas = Object.hasOwn(canvases, of) ? canvases[of] : undefined
  const item = canvas?.items.find((one) => one.id === key)
  if (item !== undefined) return { place: 'item', of, key, quote: item.text }
  const field = canvas !== undefined && Object.hasOwn(canvas.fields, key) ? canvas.fields[key] : undefined
  if (field !== undefined) return { place: 'field', of, key, quote: String(field) }
  const sections = Object.hasOwn(proposals, of) ? proposals[of]?.sections : undefined
  const section = sections !== undefined && Object.hasOwn(sections, key) ? sections[key] : undefined
  if (section !== undefined) return { place: 'section', of, key, quote: shortened(richTextPlain(section)) }
  throw refuse(file, `${at}: nothing at "${place}"`)
}

/** The first sentence, at most 160 characters: enough to recognise a section by. */
function shortened(text: string): string {
  const first = text.split(/(?<=[.;])\s|\n/u)[0] ?? ''
  return first.length <= 160 ? first : `${first.slice(0, 159)}…`
}

function buildGates(written: WrittenInnovation['gates']): Innovation['gates'] {
  const gates: Partial<Record<keyof Innovation['gates'], GateRecord>> = {}
  for (const [stage, record] of Object.entries(written)) {
    if (record === undefined) continue
    const approval = record.approval === null ? null : { ...record.approval, file: '' }
    gates[stage as keyof Innovation['gates']] = { ...record, approval } // the schema allows stage keys only
  }
  return gates
}
