/**
 * One jilid after another of the same region (domain.md 1.1): what goes along into the next lab, and what became of last time's innovations.
 */
import type { Innovation, Lab, Unit } from '../model/lab.ts'
import type { InnovationSummary } from '../model/summary.ts'
import { folded } from './fold.ts'

export type NextLab = Pick<Lab, 'year' | 'jilid' | 'theme' | 'method'> & { readonly people: 'none' | 'units' | 'people' }

/** The lab that follows `before`: same region, letterhead and leaders; its own programme, which begins at Drum Up without deadlines. */
export function nextLab(before: Lab, { people, ...programme }: NextLab): Omit<Lab, 'id' | 'createdAt'> {
  const { id, createdAt: _createdAt, ...kept } = before
  return {
    ...kept,
    ...programme,
    stage: 'drum_up',
    deadlines: {},
    continues: id,
    archived: false,
    // Ids stay, so that units are the same ones from jilid to jilid.
    units: people === 'none' ? [] : before.units,
    people: people === 'people' ? before.people : [],
  }
}

/**
 * An innovation as it begins again in the next lab: what was thought and written goes along; what a leader, a coach or the lab
 * said about it then does not.
 */
export function carriedInnovation(innovation: Innovation, stage: 'drum_up' | 'diagnose'): Omit<Innovation, 'id' | 'lab' | 'createdAt'> {
  const { id, lab, createdAt: _createdAt, ...kept } = innovation
  return {
    ...kept,
    stage,
    carriedFrom: { lab, innovation: id },
    gates: {},
    reviews: {},
    rounds: {},
    looks: {},
    launched: false,
    monitored: false,
    archived: false,
  }
}

type Side = { readonly units: readonly Pick<Unit, 'id' | 'name'>[]; readonly innovations: readonly InnovationSummary[] }

export type JilidUnit = {
  readonly name: string
  /** Carried over: as it stood then, and as it stands now. */
  readonly carried: readonly { readonly before: InnovationSummary; readonly now: InnovationSummary }[]
  /** Were there last time and were not taken along. */
  readonly left: readonly InnovationSummary[]
  /** Are new this time. */
  readonly fresh: readonly InnovationSummary[]
}

/**
 * Last time's innovations against this time's, unit by unit in the order of this time's list; units that are no longer there follow,
 * and innovations without a unit come last under an empty name. Archived innovations are left out, as long as nobody took them along.
 * Units are the same by id or, where the list was typed anew, by name.
 */
export function compareJilid(before: Side, now: Side): readonly JilidUnit[] {
  const byId = new Map(now.units.map((unit) => [unit.id as string, unit]))
  const byName = new Map(now.units.map((unit) => [folded(unit.name), unit]))
  const nameThen = new Map(before.units.map(({ id, name }) => [id as string, name]))
  const keyNow = (unit: string | null): string => byId.get(unit ?? '')?.id ?? ''
  const keyThen = (unit: string | null): string => {
    const name = nameThen.get(unit ?? '') ?? ''
    return byId.get(unit ?? '')?.id ?? byName.get(folded(name))?.id ?? (name === '' ? '' : `then/${unit}`)
  }
  const rows = new Map<
    string,
    { name: string; carried: JilidUnit['carried'][number][]; left: InnovationSummary[]; fresh: InnovationSummary[] }
  >()
  const row = (key: string, name: string) => {
    const known = rows.get(key) ?? { name, carried: [], left: [], fresh: [] }
    rows.set(key, known)
    return known
  }
  for (const unit of now.units) row(unit.id, unit.name)
  for (const unit of before.units) row(keyThen(unit.id), unit.name)
  const then = new Map(before.innovations.map((one) => [one.id, one]))
  const taken = new Set<string>()
  const live = now.innovations.filter((one) => !one.archived)
  for (const one of live) {
    const was = then.get(one.carriedFrom?.innovation ?? '')
    const at = row(keyNow(one.unit), '')
    if (was === undefined) at.fresh.push(one)
    else {
      taken.add(was.id)
      at.carried.push({ before: was, now: one })
    }
  }
  for (const one of before.innovations) if (!one.archived && !taken.has(one.id)) row(keyThen(one.unit), '').left.push(one)
  const all = [...rows].filter(([, { carried, left, fresh }]) => carried.length + left.length + fresh.length > 0)
  return [...all.filter(([key]) => key !== ''), ...all.filter(([key]) => key === '')].map(([, one]) => one)
}
