/** Workspaces for measuring labs: files laid straight to disk, without flushing, from a seed. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as Y from 'yjs'
import { documentText, encodeDocument } from '#core/workspace/document.ts'
import { fillInnovation } from '#shared/doc/innovation.ts'
import { fillLab } from '#shared/doc/lab.ts'
import { keysInOrder } from '#shared/doc/order.ts'
import { bySystem } from '#shared/doc/origins.ts'
import type { InnovationId, LabId } from '#shared/model/ids.ts'
import { innovationKinds, type Lab } from '#shared/model/lab.ts'
import { stageKeys } from '#shared/model/pack.ts'
import { summarise, summariseLab } from '#shared/rules/summary.ts'
import { makeInnovation } from '#test/makers/innovation.ts'
import { makeLab, makePerson, makeUnit } from '#test/makers/lab.ts'

const at = '2026-08-13T02:00:00.000Z'
const version = '0.1.0'
const regions = [
  'Contohsari',
  'Mekarjaya',
  'Sumberrejo',
  'Tirtamulya',
  'Wanasari',
  'Karangasri',
  'Bumiraya',
  'Sukamaju',
  'Telagabiru',
  'Padangcontoh',
]
const provinces = ['Provinsi Contoh Barat', 'Provinsi Contoh Timur', 'Provinsi Contoh Tengah', 'Provinsi Contoh Selatan']
const kinds = ['kabupaten', 'kota', 'kabupaten', 'provinsi'] as const

export type LabSize = { readonly units: number; readonly people: number; readonly innovations: number }

/** Lab number `n`: fictional region, year and jilid follow from the number. */
export function plainLab(n: number, size: LabSize): Lab {
  const unitOrders = keysInOrder(size.units)
  const peopleOrders = keysInOrder(size.people)
  return makeLab({
    id: `bench${String(n).padStart(5, '0')}`,
    region: `${regions[n % regions.length] ?? ''} ${Math.floor(n / regions.length) + 1}`,
    province: kinds[n % kinds.length] === 'provinsi' ? '' : (provinces[n % provinces.length] ?? ''),
    regionKind: kinds[n % kinds.length] ?? 'kota',
    year: 2018 + (n % 9),
    jilid: 1 + (n % 3),
    theme: n % 2 === 0 ? 'Pelayanan yang dekat' : 'Desa yang mandiri',
    method: n % 5 === 0 ? 'lan-5d' : 'lan-6d',
    stage: stageKeys[n % 5] ?? 'diagnose',
    archived: n % 7 === 0,
    deadlines: { diagnose: '2026-05-01', design: '2026-06-15', launching: '2026-08-01' },
    units: Array.from({ length: size.units }, (_, u) =>
      makeUnit({ id: `unit${u}`, order: unitOrders[u] ?? '', name: `Dinas Contoh ${u + 1}`, short: '' }),
    ),
    people: Array.from({ length: size.people }, (_, p) =>
      makePerson({
        id: `orang${p}`,
        order: peopleOrders[p] ?? '',
        name: `Contoh Peserta ${p + 1}`,
        unit: `unit${p % Math.max(1, size.units)}`,
      }),
    ),
  })
}

/** Writes the documents of a lab and of its innovations; an index is not there until the workspace is opened. */
export function layLab(folder: string, lab: Lab, innovations: number): void {
  const base = join(folder, 'labs', lab.id)
  for (const one of ['innovations', 'attachments']) mkdirSync(join(base, one), { recursive: true })
  const doc = new Y.Doc()
  fillLab(doc, lab, bySystem)
  const content = { id: lab.id, revision: 1, version, summary: summariseLab(lab, [], at), state: Y.encodeStateAsUpdate(doc) }
  writeFileSync(join(base, 'lab.json'), documentText(encodeDocument('lab', content)))
  for (let n = 0; n < innovations; n += 1) layInnovation(base, lab.id, n, lab.units.length)
}

function layInnovation(base: string, lab: LabId, n: number, units: number): void {
  const stage = stageKeys[n % 5] ?? 'diagnose'
  const innovation = makeInnovation({
    id: `inovasi${String(n).padStart(4, '0')}` as InnovationId,
    lab,
    name: `INOVASI ${n + 1}`,
    longName: `Inovasi contoh nomor ${n + 1} untuk pelayanan yang lebih dekat`,
    // A fifth of the units stays without one.
    unit: `unit${n % Math.max(1, Math.floor(units * 0.8))}`,
    stage,
    kind: innovationKinds[n % innovationKinds.length] ?? null,
    launched: stage === 'display' || (stage === 'deliver' && n % 2 === 0),
    monitored: stage === 'display',
  })
  const doc = new Y.Doc()
  fillInnovation(doc, innovation, () => false, bySystem)
  const content = { id: innovation.id, revision: 1, version, summary: summarise(innovation, at), state: Y.encodeStateAsUpdate(doc) }
  writeFileSync(join(base, 'innovations', `${innovation.id}.json`), documentText(encodeDocument('innovation', content)))
}

/** An archive of `count` labs with 24 units, 96 people and the given number of innovations each. */
export function layLabs(folder: string, count: number, innovations: number): void {
  for (let n = 0; n < count; n += 1) layLab(folder, plainLab(n, { units: 24, people: 96, innovations }), innovations)
}
