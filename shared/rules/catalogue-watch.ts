/** The watch over succession: what threatens an innovation when people move on (domain.md 6.6). The reading is ours, unverified. */
import type { Threat, Watched } from '../api/catalogue.ts'
import type { Lab } from '../model/lab.ts'
import type { InnovationSummary } from '../model/summary.ts'
import { standingOf } from './catalogue.ts'
import { folded } from './fold.ts'

/** Whether leaders changed since its lab: null while nothing later is known. */
export type LeaderChange = (unit: string | null) => boolean | null

type Judged = 'threat' | 'unknown' | 'safe'

/**
 * Null where there is nothing to watch: archived, stopped, still an idea whose sustainability nobody looked at, or safe in everything.
 * Once somebody answered anything on the sustainability canvas, a tick that is not set means *not there*, as its help says; the level of
 * regulation counts only when it was chosen. One with a single member hangs on one person whatever the canvas says nothing about.
 */
export function watchedOf(lab: string, unitName: string, summary: InnovationSummary, leaderChange: LeaderChange): Watched | null {
  const standing = standingOf(summary).key
  const answers = summary.sustainability
  if (summary.archived || standing === 'berhenti' || (standing === 'ide' && answers === null)) return null
  const answered = answers !== null && Object.values(answers).some((value) => value !== null && value !== false)
  const tick = (key: string): Judged => {
    const value = answers?.[key]
    if (value === true) return 'safe'
    return value === false || answered ? 'threat' : 'unknown'
  }
  const regulation = answers?.regulasi
  const changed = leaderChange(summary.unit)
  const judged: Readonly<Record<Threat, Judged>> = {
    one_person: summary.members === 1 && answers?.tim_dua_orang !== true ? 'threat' : tick('tim_dua_orang'),
    leader_changed: changed === null ? 'unknown' : changed ? 'threat' : 'safe',
    no_sop: tick('sop'),
    no_regulation: typeof regulation === 'number' ? (regulation > 0 ? 'safe' : 'threat') : 'unknown',
    no_budget: tick('anggaran_berikut'),
    no_successor: tick('penerus'),
  }
  const all = Object.entries(judged) as readonly (readonly [Threat, Judged])[] /* the keys of the record above */
  const threats = all.filter(([, how]) => how === 'threat').map(([threat]) => threat)
  const unknown = all.filter(([, how]) => how === 'unknown').map(([threat]) => threat)
  // A leader of whom nothing later is known is no news by itself.
  if (threats.length === 0 && unknown.every((threat) => threat === 'leader_changed')) return null
  return { lab, innovation: summary.id, name: summary.name, unit: unitName, standing, threats, unknown }
}

type ForLeaders = Pick<Lab, 'id' | 'region' | 'regionKind' | 'year' | 'jilid' | 'leader' | 'units' | 'archived'>

/**
 * Compared with the newest later lab of the same region: another head of the region, or another head of a unit of the same name. A name
 * that either lab leaves empty tells nothing.
 */
export function leaderChangeOf(lab: ForLeaders, all: readonly ForLeaders[]): LeaderChange {
  const later = all
    .filter((one) => one.id !== lab.id && one.regionKind === lab.regionKind && folded(one.region) === folded(lab.region))
    .filter((one) => one.year > lab.year || (one.year === lab.year && one.jilid > lab.jilid))
    .sort((a, b) => b.year - a.year || b.jilid - a.jilid)[0]
  if (later === undefined) return () => null
  const ofRegion = differs(lab.leader.name, later.leader.name)
  const headsNow = new Map(later.units.map((unit) => [folded(unit.name), unit.head]))
  const heads = new Map(lab.units.map((unit) => [String(unit.id), differs(unit.head, headsNow.get(folded(unit.name)) ?? '')]))
  return (unit) => {
    const ofUnit = unit === null ? null : (heads.get(unit) ?? null)
    if (ofRegion === true || ofUnit === true) return true
    return ofRegion === false || ofUnit === false ? false : null
  }
}

/** Titles and degrees are written now so, now otherwise: only the words of the name count. */
function differs(before: string, now: string): boolean | null {
  const [a, b] = [bare(before), bare(now)]
  return a === '' || b === '' ? null : a !== b
}
const bare = (name: string): string =>
  folded(name.replace(/,.*$/u, ''))
    .replaceAll(/\b(?:h|hj|dr|drs|dra|drg|ir|prof|ns|apt)\b\.?/gu, ' ')
    .replaceAll(/[^\p{L}]+/gu, ' ')
    .trim()
