/** Single values that rows and texts of a document name. Empty where nobody filled them in. */
import type { Entry, Judge } from '#shared/model/jury.ts'
import type { Unit } from '#shared/model/lab.ts'
import type { DocumentFact } from '#shared/model/pack.ts'
import { documentFacts } from '#shared/model/pack.ts'
import type { Language } from '#shared/model/text.ts'
import { attendanceCounts, attendanceGroups } from '#shared/rules/attendance.ts'
import { dayInWords, formatDay, formatLongDay, formatMoment, weekdayName } from '#shared/rules/dates.ts'
import { letterNumber } from '#shared/rules/letter-number.ts'
import { formatNumber, formatRupiah } from '#shared/rules/numbers.ts'
import { methodOf, stageLabel, stageOf } from '#shared/rules/packs.ts'
import { clockText } from '#shared/rules/schedule-text.ts'
import { invitedPeople, invitedUnits } from '#shared/rules/session-invited.ts'
import { clockAfter, sessionMinutes, type TurnCounts } from '#shared/rules/session-time.ts'
import { regionName, unitOf } from '#shared/rules/signature.ts'
import { documentWords } from '#shared/text/documents-words.ts'
import { say } from '#shared/text/messages.ts'
import { sessionWords } from '#shared/text/session-words.ts'
import { conventionFacts } from './convention-facts.ts'
import { teamText } from './form.ts'
import type { Build } from './source.ts'

/** Of a document that is printed once for each unit, judge or winner: which one this is. */
export type UnitBuild = Build & {
  readonly unit?: Unit | undefined
  readonly judge?: Judge | undefined
  readonly winner?: Entry | undefined
}

/** What a gap in a sentence is printed as: room to write it by hand. */
const gap = '.'.repeat(24)

const readers: Readonly<Record<DocumentFact, (build: UnitBuild) => string>> = {
  'lab.region': ({ lab, language }) => regionName(lab, language),
  'lab.regionUpper': ({ lab, language }) => regionName(lab, language).toUpperCase(),
  'lab.year': ({ lab }) => String(lab.year),
  'lab.jilid': ({ lab }) => String(lab.jilid),
  'lab.theme': ({ lab }) => lab.theme,
  'lab.place': ({ lab }) => lab.place,
  'lab.method': ({ lab, packs }) => methodOf(packs, lab.method)?.mode ?? '',
  'lab.leaderTitle': ({ lab }) => lab.leader.title,
  'lab.leaderTitleUpper': ({ lab }) => lab.leader.title.toUpperCase(),
  'lab.leaderName': ({ lab }) => lab.leader.name,
  'lab.coordinatorUnit': ({ lab }) => lab.coordinator.unit,
  'lab.units': ({ lab, language }) => formatNumber(lab.units.length, language),
  'lab.people': ({ lab, language }) => formatNumber(lab.people.length, language),
  'lab.innovations': ({ innovations = [], language }) => formatNumber(innovations.filter(({ archived }) => !archived).length, language),
  'print.day': ({ date, language }) => (date === '' ? '' : formatDay(date, language)),
  'print.dayInWords': ({ date, language }) => (date === '' ? '' : dayInWords(date, language)),
  'print.number': ({ lab, date }) => letterNumber(lab.naskah.numberPattern, date),
  'print.blank': () => gap,
  'stage.label': (build) => labelOf(build),
  'stage.purpose': (build) => stageDefOf(build)?.purpose[build.language] ?? '',
  'stage.output': (build) => stageDefOf(build)?.output[build.language] ?? '',
  'stage.from': (build) => stageDay(build, 0),
  'stage.until': (build) => stageDay(build, -1),
  'session.title': ({ session }) => session?.title ?? '',
  'session.day': ({ session, language }) => (session?.date ? formatLongDay(session.date, language) : ''),
  'session.dayInWords': ({ session, language }) => (session?.date ? dayInWords(session.date, language) : ''),
  'session.weekday': ({ session, language }) => (session?.date ? weekdayName(session.date, language) : ''),
  'session.time': sessionTime,
  'session.place': ({ session, lab }) => session?.place || lab.place,
  'session.goal': ({ session }) => session?.goal ?? '',
  'session.present': ({ session, language }) =>
    session === undefined ? '' : formatNumber(Object.values(session.attendance).filter(({ state }) => state === 'hadir').length, language),
  'session.invited': ({ session, lab, innovations = [], language }) =>
    formatNumber(session === undefined ? lab.people.length : invitedPeople(session, lab, innovations).length, language),
  'session.units': ({ session, lab, innovations = [], language }) =>
    formatNumber(session === undefined ? lab.units.length : invitedUnits(session, lab, innovations).length, language),
  'session.presence': presence,
  'session.opened': ({ session, language }) =>
    session === undefined ? '' : formatMoment(session.run.startedAt, language, session.timeZone),
  'session.closed': ({ session, language }) => (session === undefined ? '' : formatMoment(session.run.endedAt, language, session.timeZone)),
  'session.leads': ({ session }) => named((session?.blocks ?? []).map(({ lead }) => lead)),
  'session.noteTakers': ({ session, log }) => named((log?.notes ?? []).filter((note) => note.session === session?.id).map(({ by }) => by)),
  'innovation.name': ({ innovation }) => innovation?.name ?? '',
  'innovation.longName': ({ innovation }) => innovation?.longName ?? '',
  'innovation.unit': ({ innovation, lab }) => (innovation === undefined ? '' : (unitOf(lab, innovation)?.name ?? '')),
  'innovation.kind': ({ innovation, tell, words }) => (innovation?.kind ? tell(words[`kind_${innovation.kind}`]) : ''),
  'innovation.form': ({ innovation, tell, words }) => (innovation?.form ? tell(words[`form_${innovation.form}`]) : ''),
  'innovation.digital': ({ innovation, tell, words }) =>
    innovation === undefined || innovation.digital === null ? '' : tell(innovation.digital ? words.digital : words.nonDigital),
  'innovation.urusan': ({ innovation }) => innovation?.urusan ?? '',
  'innovation.summary': ({ innovation }) => innovation?.summary ?? '',
  'innovation.startedOn': ({ innovation, language }) => (innovation?.startedOn ? formatDay(innovation.startedOn, language) : ''),
  'innovation.stage': (build) => (build.innovation === undefined ? '' : labelOf({ ...build, stage: build.innovation.stage })),
  'innovation.team': ({ innovation }) => (innovation === undefined ? '' : teamText(innovation)),
  'innovation.contact': ({ innovation }) => innovation?.members.find(({ name }) => name.trim() !== '')?.name ?? '',
  'unit.name': (build) => unitIn(build)?.name ?? '',
  'unit.head': (build) => unitIn(build)?.head ?? '',
  'unit.headPosition': (build) => {
    const unit = unitIn(build)
    return unit === undefined ? '' : unitHeadPosition(unit, build.language)
  },
  'reward.title': ({ reward }) => reward?.title ?? '',
  'reward.kind': ({ reward, tell, words }) => (reward === undefined ? '' : tell(words[`reward_${reward.kind}`])),
  'reward.amount': ({ reward, language }) => (reward?.amount == null ? '' : formatRupiah(reward.amount, language)),
  ...conventionFacts,
}

export const factText = (fact: DocumentFact, build: UnitBuild): string => readers[fact](build).trim()

const placeholder = new RegExp(`\\{(${documentFacts.map((fact) => fact.replace('.', '\\.')).join('|')})\\}`, 'gu')

/** A text of a definition with its `{facts}` in place; what is not known leaves dots to write on. */
export const filledIn = (text: string, build: UnitBuild): string =>
  text.replaceAll(placeholder, (_, fact: DocumentFact) => factText(fact, build) || gap)

const labelOf = ({ lab, packs, language, stage, def }: Build): string => {
  const method = methodOf(packs, lab.method)
  const key = stage ?? def.stage
  return method === undefined ? key : stageLabel(method, key, language, lab.stageLabels)
}

const stageDefOf = ({ lab, packs, stage, def }: Build) => {
  const method = methodOf(packs, lab.method)
  return method === undefined ? undefined : stageOf(method, stage ?? def.stage)
}

/** First or last day on which the stage met. */
function stageDay({ log, stage, def, language }: Build, at: 0 | -1): string {
  const days = (log?.sessions ?? [])
    .filter((one) => one.stage === (stage ?? def.stage) && !one.template && one.date !== '')
    .map(({ date }) => date)
  const day = days.sort().at(at)
  return day === undefined ? '' : formatDay(day, language)
}

/** `08.30–15.00 WIB`; without an agenda nobody knows the end. */
function sessionTime(build: Build): string {
  const { session, language, tell } = build
  if (session === undefined || session.start === '') return ''
  const minutes = sessionMinutes(session, turnCounts(build))
  const from = clockText(session.start, language)
  if (minutes === 0) return tell(sessionWords.untilDone, { from: `${from} ${session.timeZone}` })
  return `${from}–${clockText(clockAfter(session.start, minutes), language)} ${session.timeZone}`
}

/** How many come to blocks of turns that name nobody: as the page of the session counts them. */
export const turnCounts = ({ lab, innovations = [] }: Pick<Build, 'lab' | 'innovations'>): TurnCounts => ({
  unit: lab.units.length,
  innovation: innovations.filter(({ archived }) => !archived).length,
})

/** Empty while nobody was ticked. */
function presence({ session, lab, innovations = [], language, tell }: Build): string {
  if (session === undefined) return ''
  const counts = attendanceCounts(lab.people, session.attendance)
  if (counts.hadir + counts.izin + counts.tidak === 0) return ''
  const units = attendanceGroups(lab.people, lab.units, session.attendance).filter(({ unit, present }) => unit !== null && present > 0)
  const values = { n: counts.hadir, all: invitedPeople(session, lab, innovations).length, units: units.length }
  const walkIns = counts.walkIns === 0 ? '' : tell(sessionWords.walkIns, { n: formatNumber(counts.walkIns, language) })
  return [tell(sessionWords.presence, values), walkIns].filter((part) => part !== '').join(', ')
}

/** Each name once, in the order in which it comes. */
const named = (names: readonly string[]): string => [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))].join(', ')

const unitIn = ({ unit, innovation, lab }: UnitBuild): Unit | undefined =>
  unit ?? (innovation === undefined ? undefined : unitOf(lab, innovation))

/** As it was written, else what every unit has. */
export const unitHeadPosition = ({ headPosition, name }: Pick<Unit, 'headPosition' | 'name'>, language: Language): string =>
  headPosition.trim() || say(documentWords.unitHead, language, { unit: name })
