/** Typed access to the Y.Doc of a lab: what the programme is, its units and its people. */
import type * as Y from 'yjs'
import type { LabId, PersonId, UnitId } from '#shared/model/ids.ts'
import {
  type Kop,
  type Lab,
  milestones,
  type Person,
  papers,
  regionKinds,
  roles,
  timeZones,
  type Unit,
  unitKinds,
} from '#shared/model/lab.ts'
import { stageKeys } from '#shared/model/pack.ts'
import { names } from './names.ts'
import { putOfficial, readNaskah, readOfficial, readTrial } from './officials.ts'
import { byOrder } from './order.ts'
import type { Origin } from './origins.ts'
import { putRow, removeRow, rowsOf } from './rows.ts'
import { type AnyMap, assign, flagOf, numberOf, oneOf, recordOf, textOf } from './values.ts'

/** The parts of a lab that are single values; units and people have functions of their own. */
export type LabFacts = Omit<Lab, 'id' | 'units' | 'people' | 'officials'>

const kopKeys = ['baris1', 'baris2', 'alamat', 'telepon', 'posel', 'laman', 'kodePos', 'logo'] as const

export const labMap = (doc: Y.Doc): AnyMap => doc.getMap(names.lab)

/** Writes what differs, in one transaction. */
export function writeLabFacts(doc: Y.Doc, patch: Partial<LabFacts>, origin: Origin): void {
  doc.transact(() => assign(labMap(doc), patch), origin)
}

/** Adds a unit or changes the given parts of it. */
export const putUnit = (doc: Y.Doc, id: UnitId, unit: Partial<Omit<Unit, 'id'>>, origin: Origin): void =>
  putRow(doc, names.units, id, unit, origin)
export const putPerson = (doc: Y.Doc, id: PersonId, person: Partial<Omit<Person, 'id'>>, origin: Origin): void =>
  putRow(doc, names.people, id, person, origin)
export const removeUnit = (doc: Y.Doc, id: UnitId, origin: Origin): void => removeRow(doc, names.units, id, origin)
export const removePerson = (doc: Y.Doc, id: PersonId, origin: Origin): void => removeRow(doc, names.people, id, origin)

export const readUnit = (id: string, row: AnyMap): Unit => ({
  id: id as UnitId /* the key it was put under */,
  order: textOf(row.get('order')),
  name: textOf(row.get('name')),
  short: textOf(row.get('short')),
  kind: oneOf(row.get('kind'), unitKinds) ?? 'opd',
  head: textOf(row.get('head')),
  headPosition: textOf(row.get('headPosition')),
  headNip: textOf(row.get('headNip')),
})

export const readPerson = (id: string, row: AnyMap): Person => {
  const unit = textOf(row.get('unit'))
  return {
    id: id as PersonId /* the key it was put under */,
    order: textOf(row.get('order')),
    name: textOf(row.get('name')),
    position: textOf(row.get('position')),
    unit: unit === '' ? null : (unit as UnitId) /* stored from a UnitId */,
    role: oneOf(row.get('role'), roles) ?? 'inovator',
    phone: textOf(row.get('phone')),
    email: textOf(row.get('email')),
    nip: textOf(row.get('nip')),
  }
}

function readKop(value: unknown): Kop {
  const kop = recordOf(value)
  return Object.fromEntries(kopKeys.map((key) => [key, textOf(kop[key])])) as Kop /* built from all of its keys */
}

/** The single values of a lab. Missing parts come out empty, never undefined. */
export function readLabFacts(doc: Y.Doc): LabFacts {
  const map = labMap(doc)
  const leader = recordOf(map.get('leader'))
  const coordinator = recordOf(map.get('coordinator'))
  const labels = recordOf(map.get('stageLabels'))
  const due = recordOf(map.get('deadlines'))
  const continues = textOf(map.get('continues'))
  return {
    region: textOf(map.get('region')),
    province: textOf(map.get('province')),
    regionKind: oneOf(map.get('regionKind'), regionKinds) ?? 'kota',
    year: numberOf(map.get('year')) ?? 0,
    jilid: numberOf(map.get('jilid')) ?? 1,
    theme: textOf(map.get('theme')),
    method: textOf(map.get('method')),
    stage: oneOf(map.get('stage'), stageKeys) ?? 'drum_up',
    timeZone: oneOf(map.get('timeZone'), timeZones) ?? 'WIB',
    place: textOf(map.get('place')),
    leader: { title: textOf(leader.title), name: textOf(leader.name) },
    coordinator: {
      unit: textOf(coordinator.unit),
      name: textOf(coordinator.name),
      position: textOf(coordinator.position),
      nip: textOf(coordinator.nip),
    },
    kop: readKop(map.get('kop')),
    kopJabatan: readKop(map.get('kopJabatan')),
    kopLan: readKop(map.get('kopLan')),
    naskah: readNaskah(map.get('naskah')),
    paper: oneOf(map.get('paper'), papers) ?? 'A4',
    stageLabels: Object.fromEntries(stageKeys.flatMap((key) => (textOf(labels[key]) === '' ? [] : [[key, textOf(labels[key])]]))),
    illustration: textOf(map.get('illustration')),
    deadlines: Object.fromEntries(milestones.flatMap((key) => (textOf(due[key]) === '' ? [] : [[key, textOf(due[key])]]))),
    continues: continues === '' ? null : (continues as LabId) /* stored from a LabId */,
    closings: Object.fromEntries(Object.entries(recordOf(map.get('closings'))).map(([form, day]) => [form, textOf(day)])),
    indexTrial: readTrial(map.get('indexTrial')),
    archived: flagOf(map.get('archived')),
    createdAt: textOf(map.get('createdAt')),
  }
}

/** The lab as a plain value. Pages that follow changes use `labReader`. */
export const snapshotLab = (doc: Y.Doc, id: LabId): Lab => ({
  ...readLabFacts(doc),
  id,
  units: rowsOf(doc, names.units)
    .map(([key, row]) => readUnit(key, row))
    .sort(byOrder),
  officials: rowsOf(doc, names.officials)
    .map(([key, row]) => readOfficial(key, row))
    .sort(byOrder),
  people: rowsOf(doc, names.people)
    .map(([key, row]) => readPerson(key, row))
    .sort(byOrder),
})

/** Fills an empty document with a whole lab. */
export function fillLab(doc: Y.Doc, lab: Lab, origin: Origin): void {
  const { id: _id, units, people, officials, ...facts } = lab
  doc.transact(() => {
    writeLabFacts(doc, facts, origin)
    for (const { id, ...unit } of units) putUnit(doc, id, unit, origin)
    for (const { id, ...person } of people) putPerson(doc, id, person, origin)
    for (const { id, ...official } of officials) putOfficial(doc, id, official, origin)
  }, origin)
}
