/** Everything the palette can find in the lab that is open, read once when it opens. */
import type * as Y from 'yjs'
import { readNotes } from '#shared/doc/log.ts'
import { readHeads, readRun } from '#shared/doc/sessions.ts'
import type { Pack } from '#shared/model/pack.ts'
import type { SessionHead } from '#shared/model/session.ts'
import type { InnovationSummary, SessionState } from '#shared/model/summary.ts'
import type { Language } from '#shared/model/text.ts'
import { formatShortDay, formatTime } from '#shared/rules/dates.ts'
import { allDocuments, allIndicators, canvasOf } from '#shared/rules/packs.ts'
import { sessionState } from '#shared/rules/session-time.ts'
import type { OpenLab } from '../lab/open-lab.tsx'
import { seek } from '../state/sought.ts'
import type { Item } from './palette-items.ts'
import { go, goDocument, places } from './places.ts'
import type { Say } from './text.ts'

export type Sources = {
  readonly open: OpenLab
  readonly innovations: readonly InnovationSummary[]
  readonly packs: readonly Pack[]
  /** Id of the innovation whose page is open, or null. */
  readonly innovation: string | null
  /** ISO day. */
  readonly today: string
  readonly t: Say
  readonly language: Language
}

export type KnownSession = { readonly head: SessionHead; readonly state: SessionState }

/** Sessions that take place: the running one, then those to come, then those that are over, the latest first. Templates are left out. */
export function knownSessions(doc: Y.Doc): readonly KnownSession[] {
  const all = readHeads(doc)
    .filter((head) => !head.template)
    .map((head) => ({ head, state: sessionState({ template: false, run: readRun(doc, head.id) }) }))
  const of = (state: SessionState) => all.filter((one) => one.state === state)
  return [...of('berjalan'), ...of('rencana'), ...of('selesai').reverse()]
}

/** The session that runs, else the first one planned for today or later, else the first one planned at all. */
export function nextSession(sessions: readonly KnownSession[], today: string): KnownSession | undefined {
  const planned = sessions.filter(({ state }) => state === 'rencana')
  return sessions.find(({ state }) => state === 'berjalan') ?? planned.find(({ head }) => head.date >= today) ?? planned[0]
}

export function labItems(sources: Sources): readonly Item[] {
  return [
    ...sessionItems(sources),
    ...stageItems(sources),
    ...canvasItems(sources),
    ...innovationItems(sources),
    ...unitItems(sources),
    ...personItems(sources),
    ...followupItems(sources),
    ...documentItems(sources),
  ]
}

function sessionItems({ open: { id, doc }, t, language }: Sources): readonly Item[] {
  return knownSessions(doc).map(({ head, state }): Item => {
    const day = head.date === '' ? t('palette.noDay') : formatShortDay(head.date, language)
    const clock = head.start === '' ? '' : formatTime(head.start, language, head.timeZone)
    return {
      id: `session:${head.id}`,
      kind: 'session',
      label: head.title.trim() || t('palette.untitledSession'),
      more: state === 'berjalan' ? t('palette.running') : [day, clock, head.place].filter((part) => part !== '').join(', '),
      also: head.date,
      run: () => go(state === 'berjalan' ? places.run(id, head.id) : places.session(id, head.id)),
    }
  })
}

const stageItems = ({ open: { id, stages } }: Sources): readonly Item[] =>
  stages.map(({ key, label, def }) => ({
    id: `stage:${key}`,
    kind: 'stage',
    label,
    more: '',
    also: def.spellings.join(' '),
    run: () => go(places.stage(id, key)),
  }))

/** Of the innovation whose page is open; of others the canvases are too many to tell apart. */
function canvasItems({ open: { id, stages }, innovation, innovations, packs, t, language }: Sources): readonly Item[] {
  const one = innovations.find((all) => all.id === innovation)
  if (one === undefined) return []
  // Those of the stage it stands at come first.
  const inOrder = [...stages.filter(({ key }) => key === one.stage), ...stages.filter(({ key }) => key !== one.stage)]
  const canvases = inOrder.flatMap(({ label, def }) => def.canvases.map((canvas) => ({ canvas, stage: label })))
  const items = canvases.flatMap(({ canvas, stage }): readonly Item[] => {
    const def = canvasOf(packs, canvas)
    if (def === undefined) return []
    const label = def.title[language]
    return [{ id: `canvas:${one.id}:${canvas}`, kind: 'canvas', label, more: stage, run: () => go(places.canvas(id, one.id, canvas)) }]
  })
  const page = (key: string, label: string, place: string): Item => ({
    id: `${key}:${one.id}`,
    kind: 'canvas',
    label,
    more: '',
    run: () => go(place),
  })
  const pages = [
    page('documents', t('palette.documentsOf', { name: one.name }), places.innovationDocuments(id, one.id)),
    page('evidence', t('palette.evidenceOf', { name: one.name }), places.evidence(id, one.id)),
    ...allIndicators(packs).map((set) =>
      page(`maturity:${set.id}`, t('palette.indexOf', { set: set.title[language] }), places.maturity(id, one.id, set.id)),
    ),
  ]
  // A canvas may be used at two stages.
  return [...new Map([...items, ...pages].map((item) => [item.id, item])).values()]
}

const scopeWords = {
  lab: 'palette.ofLab',
  session: 'palette.ofSession',
  stage: 'palette.ofStage',
  reward: 'palette.ofReward',
  convention: 'palette.ofConvention',
  innovation: 'palette.ofInnovation',
} as const

/** Every document of the guides in force; of an innovation it is that of the open one where there is one. */
function documentItems({ open: { id }, innovation, packs, t, language }: Sources): readonly Item[] {
  return allDocuments(packs).map((def) => {
    const place = def.scope === 'innovation' && innovation !== null ? places.innovationDocuments(id, innovation) : places.documents(id)
    return {
      id: `document:${def.id}`,
      kind: 'document',
      label: def.title[language],
      more: t(scopeWords[def.scope]),
      run: () => goDocument(place, def.id),
    }
  })
}

/** Guides can be read without a lab as well. */
export const guideItems = (packs: readonly Pack[], language: Language): readonly Item[] =>
  packs.map(({ head }) => ({
    id: `guide:${head.id}`,
    kind: 'guide',
    label: head.title[language],
    more: head.issuer,
    also: String(head.year),
    run: () => go(places.guides(head.id)),
  }))

function innovationItems({ open: { id, lab }, innovations }: Sources): readonly Item[] {
  const units = new Map<string, string>(lab.units.map((unit) => [unit.id, unit.name]))
  return innovations
    .filter((one) => !one.archived)
    .map((one) => ({
      id: `innovation:${one.id}`,
      kind: 'innovation',
      label: one.name,
      more: units.get(one.unit ?? '') ?? '',
      also: one.longName,
      run: () => go(places.innovation(id, one.id)),
    }))
}

const unitItems = ({ open: { id, lab } }: Sources): readonly Item[] =>
  lab.units.map((unit) => ({
    id: `unit:${unit.id}`,
    kind: 'unit',
    label: unit.name,
    more: unit.short,
    run: () => {
      seek({ what: 'unit', id: unit.id, name: unit.name })
      go(places.people(id))
    },
  }))

/** By name, position and unit; never by NIP, telephone or e-mail, because the palette is opened before the hall as well. */
function personItems({ open: { id, lab } }: Sources): readonly Item[] {
  const units = new Map<string, string>(lab.units.map((unit) => [unit.id, unit.name]))
  return lab.people.map((person) => ({
    id: `person:${person.id}`,
    kind: 'person',
    label: person.name,
    more: [person.position, units.get(person.unit ?? '') ?? ''].filter((part) => part !== '').join(', '),
    run: () => {
      seek({ what: 'person', id: person.id, name: person.name })
      go(places.people(id))
    },
  }))
}

const followupItems = ({ open: { id, doc }, t, language }: Sources): readonly Item[] =>
  readNotes(doc)
    .filter((note) => note.kind === 'tindak_lanjut' && note.doneAt === '' && note.text.trim() !== '')
    .map((note) => ({
      id: `followup:${note.id}`,
      kind: 'followup',
      label: note.text.replaceAll(/\s+/gu, ' ').trim(),
      more: [note.who, note.due === '' ? '' : t('palette.until', { day: formatShortDay(note.due, language) })]
        .filter((part) => part !== '')
        .join(', '),
      run: () => go(places.followups(id)),
    }))
