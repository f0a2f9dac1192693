/** Who and what takes part in a lab, as lists: units, partners, sessions, innovations, photos, and those who sign. */

import type { Block, Cell } from '#shared/model/outline.ts'
import type { Photo, Session } from '#shared/model/session.ts'
import { attendanceCounts } from '#shared/rules/attendance.ts'
import { formatDay, formatLongDay } from '#shared/rules/dates.ts'
import { formatNumber } from '#shared/rules/numbers.ts'
import { whenText } from '#shared/rules/schedule-text.ts'
import { sessionState } from '#shared/rules/session-time.ts'
import { signatories } from '#shared/rules/signature.ts'
import { peopleText } from '#shared/text/people.ts'
import { reportWords as own } from '#shared/text/report-words.ts'
import { cell, muted, para, tight, written } from '../blocks.ts'
import type { Build } from '../source.ts'
import { gap, named, stageName, tableOf, turnCounts, unitName, viewOf } from './lab-base.ts'
import type { Piece } from './pieces.ts'

/** Never a phone number or a NIP: reports go to everybody. */
export const unitsPiece: Piece = (build) => {
  const { lab, tell } = build
  const people = countBy(lab.people.map(({ unit }) => unit))
  const innovations = countBy(viewOf(build).live.map(({ unit }) => unit))
  const rows = lab.units.map(({ id, name, kind, head }, at) => [
    String(at + 1),
    name,
    tell(peopleText[`unit_${kind}`]),
    head,
    String(people.get(id) ?? 0),
    String(innovations.get(id) ?? 0),
  ])
  const columns = [
    { head: tell(own.no), width: 0.6, align: 'center' },
    { head: tell(own.unit), width: 3.6 },
    { head: tell(own.kind), width: 1.8 },
    { head: tell(own.head), width: 2.6 },
    { head: tell(own.participants), width: 1, align: 'center' },
    { head: tell(own.innovations), width: 1, align: 'center' },
  ] as const
  return [tableOf(build, columns, rows, { alt: tell(own.units) }), gap()]
}

export function countBy<K>(all: readonly K[]): ReadonlyMap<K, number> {
  const counts = new Map<K, number>()
  for (const key of all) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

export const partnersPiece: Piece = (build) => {
  const { log, language, tell } = build
  const rows = (log?.partners ?? []).map((one, at) => [
    String(at + 1),
    one.name,
    [
      [tell(own[`doc_${one.doc}`]), one.number].filter((part) => part.trim() !== '').join(' '),
      one.date === '' ? '' : tell(own.docOn, { day: formatDay(one.date, language) }),
      one.until === '' ? '' : tell(own.docUntil, { day: formatDay(one.until, language) }),
    ]
      .filter((part) => part !== '')
      .join(', '),
    one.scope,
    one.contribution,
  ])
  const columns = [
    { head: tell(own.no), width: 0.6, align: 'center' },
    { head: tell(own.partner), width: 2.2 },
    { head: tell(own.partnerDoc), width: 2.6 },
    { head: tell(own.scope), width: 2.6 },
    { head: tell(own.contribution), width: 2.6 },
  ] as const
  return [tableOf(build, columns, rows, { alt: tell(own.partners) }), gap()]
}

/** Present of those listed; a session that has not been held says so. */
export function presentText(session: Session, { lab, language, tell }: Build): string {
  const counts = attendanceCounts(lab.people, session.attendance)
  if (counts.unasked === counts.total) return sessionState(session) === 'rencana' ? tell(own.notHeld) : ''
  return tell(own.presentOf, { n: formatNumber(counts.hadir, language), of: formatNumber(counts.total, language) })
}

/** Sessions as rows: number, when, what, where, who came. */
export function sessionsTable(build: Build, sessions: readonly Session[], withStage: boolean): Block {
  const { lab, language, tell } = build
  const rows = sessions.map((one, at) => [
    String(at + 1),
    one.date === '' ? [muted(tell(own.noDay), tight)] : whenText(one, language, turnCounts(build)),
    [
      { b: 'para', runs: [{ text: one.title === '' ? '-' : one.title, bold: true }], ...tight } as const,
      ...(withStage ? [para(stageName(build, one.stage), tight)] : one.goal.trim() === '' ? [] : written(one.goal, '')),
    ],
    one.place || lab.place,
    presentText(one, build),
  ])
  const columns = [
    { head: tell(own.no), width: 0.6, align: 'center' },
    { head: tell(own.when), width: 2.4 },
    { head: tell(own.activity), width: 3.2 },
    { head: tell(own.place), width: 2.2 },
    { head: tell(own.present), width: 1.4 },
  ] as const
  return tableOf(build, columns, rows, { alt: tell(own.activity) })
}

export const sessionsPiece: Piece = (build) => [sessionsTable(build, viewOf(build).sessions, true), gap()]

/** Variant `diluncurkan` lists only what was launched, as a decree does. */
export const innovationsPiece: Piece = (build) => {
  const { tell, words, variant, language } = build
  const launchedOnly = variant === 'diluncurkan'
  const all = viewOf(build).live.filter(({ launched }) => launched || !launchedOnly)
  const rows = all.map((one, at) => [
    String(at + 1),
    named(one),
    unitName(build, one.unit),
    [
      one.form === null ? '' : tell(words[`form_${one.form}`]),
      one.kind === null ? '' : tell(words[`kind_${one.kind}`]),
      one.digital === null ? '' : tell(one.digital ? words.digital : words.nonDigital),
    ]
      .filter((part) => part !== '')
      .join('; '),
    one.urusan,
    launchedOnly ? (one.startedOn === '' ? '' : formatDay(one.startedOn, language)) : stageName(build, one.stage),
  ])
  const columns = [
    { head: tell(own.no), width: 0.6, align: 'center' },
    { head: tell(own.innovation), width: 2.8 },
    { head: tell(own.unit), width: 2.4 },
    { head: `${tell(own.form)}, ${tell(own.kind).toLowerCase()}`, width: 2.2 },
    { head: tell(own.urusan), width: 2 },
    { head: tell(launchedOnly ? own.startedOn : own.stage), width: 1.4 },
  ] as const
  if (rows.length === 0 && launchedOnly) return [muted(tell(own.noneLaunched))]
  return [
    ...(launchedOnly ? [para(tell(own.launchedOnly, { n: all.length }))] : []),
    tableOf(build, columns, rows, { alt: tell(own.innovations), size: 9 }),
    gap(),
  ]
}

/** Heads of the units, one line each to sign on (domain.md 5.5). */
export const signersPiece: Piece = (build) => {
  const { lab, language, tell, words } = build
  const blank = signatories([{ who: 'kosong' }], { lab, contact: '', language })
  const heads = lab.units.map(({ name, head, headPosition }) => ({
    position: headPosition.trim() || tell(words.unitHead, { unit: name }),
    name: head,
  }))
  const columns = heads.length === 0 ? blank : heads
  return [{ b: 'signature', place: '', columns, layout: 'table' }]
}

/** Pictures two beside each other, each with its words. */
export function photoGrid(build: Build, photos: readonly Photo[]): readonly Block[] {
  const { tell, log, language } = build
  if (photos.length === 0) return [muted(tell(own.photosNone))]
  const sessions = new Map<string, Session>((log?.sessions ?? []).map((one) => [one.id, one]))
  const cells = photos.map((photo): Cell => {
    const session = sessions.get(photo.session)
    const file = build.attachment(photo.name)
    const about = [session?.title ?? '', session?.date ? formatLongDay(session.date, language) : '']
      .filter((part) => part !== '')
      .join(', ')
    return {
      blocks: [
        {
          b: 'picture',
          bytes: file?.bytes ?? null,
          type: file?.type ?? 'jpg',
          width: file?.width ?? Math.max(1, photo.width),
          height: file?.height ?? Math.max(1, photo.height),
          alt: photo.caption.trim() || tell(own.photoAlt, { session: about }),
          caption: photo.caption.trim() || about,
          maxHeight: 165,
        },
      ],
      align: 'center',
    }
  })
  const rows: Cell[][] = []
  for (let at = 0; at < cells.length; at += 2) rows.push([...cells.slice(at, at + 2), ...(at + 1 < cells.length ? [] : [cell('')])])
  return [{ b: 'table', widths: [1, 1], headRows: 0, rows, ruled: false, alt: tell(own.outPhotos, { n: photos.length }) }, gap()]
}

/** In the order of the sessions. */
export const photosOf = ({ log }: Build, sessions: readonly Session[]): readonly Photo[] =>
  sessions.flatMap(({ id }) => (log?.photos ?? []).filter((photo) => photo.session === id))

export const photosPiece: Piece = (build) => photoGrid(build, photosOf(build, viewOf(build).sessions))
