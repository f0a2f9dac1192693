/** Single values that rows and texts of a document name. Empty where nobody filled them in. */
import type { DocumentFact } from '#shared/model/pack.ts'
import { documentFacts } from '#shared/model/pack.ts'
import { dayInWords, formatDay, formatLongDay, weekdayName } from '#shared/rules/dates.ts'
import { formatNumber, formatRupiah } from '#shared/rules/numbers.ts'
import { methodOf, stageLabel, stageOf } from '#shared/rules/packs.ts'
import { clockText } from '#shared/rules/schedule-text.ts'
import { clockAfter, sessionMinutes } from '#shared/rules/session-time.ts'
import { regionName, unitOf } from '#shared/rules/signature.ts'
import { teamText } from './form.ts'
import type { Build } from './source.ts'

const readers: Readonly<Record<DocumentFact, (build: Build) => string>> = {
  'lab.region': ({ lab, language }) => regionName(lab, language),
  'lab.regionUpper': ({ lab, language }) => regionName(lab, language).toUpperCase(),
  'lab.year': ({ lab }) => String(lab.year),
  'lab.jilid': ({ lab }) => String(lab.jilid),
  'lab.theme': ({ lab }) => lab.theme,
  'lab.place': ({ lab }) => lab.place,
  'lab.method': ({ lab, packs }) => methodOf(packs, lab.method)?.mode ?? '',
  'lab.leaderTitle': ({ lab }) => lab.leader.title,
  'lab.leaderName': ({ lab }) => lab.leader.name,
  'lab.coordinatorUnit': ({ lab }) => lab.coordinator.unit,
  'lab.units': ({ lab, language }) => formatNumber(lab.units.length, language),
  'lab.people': ({ lab, language }) => formatNumber(lab.people.length, language),
  'lab.innovations': ({ innovations = [], language }) => formatNumber(innovations.filter(({ archived }) => !archived).length, language),
  'print.day': ({ date, language }) => (date === '' ? '' : formatDay(date, language)),
  'print.dayInWords': ({ date, language }) => (date === '' ? '' : dayInWords(date, language)),
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
  'session.invited': ({ lab, language }) => formatNumber(lab.people.length, language),
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
  'unit.name': ({ innovation, lab }) => (innovation === undefined ? '' : (unitOf(lab, innovation)?.name ?? '')),
  'unit.head': ({ innovation, lab }) => (innovation === undefined ? '' : (unitOf(lab, innovation)?.head ?? '')),
  'unit.headPosition': ({ innovation, lab }) => (innovation === undefined ? '' : (unitOf(lab, innovation)?.headPosition ?? '')),
  'reward.title': ({ reward }) => reward?.title ?? '',
  'reward.kind': ({ reward, tell, words }) => (reward === undefined ? '' : tell(words[`reward_${reward.kind}`])),
  'reward.amount': ({ reward, language }) => (reward?.amount == null ? '' : formatRupiah(reward.amount, language)),
}

export const factText = (fact: DocumentFact, build: Build): string => readers[fact](build).trim()

const placeholder = new RegExp(`\\{(${documentFacts.map((fact) => fact.replace('.', '\\.')).join('|')})\\}`, 'gu')
/** What a gap in a sentence is printed as: room to write it by hand. */
const gap = '.'.repeat(24)

/** A text of a definition with its `{facts}` in place; what is not known leaves dots to write on. */
export const filledIn = (text: string, build: Build): string =>
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

/** `08.30–15.00 WIB`. */
function sessionTime({ session, lab, innovations = [], language }: Build): string {
  if (session === undefined || session.start === '') return ''
  const minutes = sessionMinutes(session, { unit: lab.units.length, innovation: innovations.length })
  const from = clockText(session.start, language)
  const until = minutes === 0 ? '' : `–${clockText(clockAfter(session.start, minutes), language)}`
  return `${from}${until} ${session.timeZone}`
}
