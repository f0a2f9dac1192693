/** A convention under way in the sample lab, with everything a convention shows: a tie, a difference, drafts, somebody recused. */
import { readFile } from 'node:fs/promises'
import type { ConventionId, EntryId, JudgeId, PanelId } from '#shared/model/ids.ts'
import type { Convention } from '#shared/model/jury.ts'
import { expect, type LabClient, sampleLab } from './sample.ts'

/** The convention that comes with the sample lab; it is over. */
export const over = 'konvensi-contoh'

export type Running = { readonly id: string; readonly convention: Convention; readonly judges: readonly JudgeId[] }

/** Two judges for the first six entries of the sample's convention; `change` may give it other words. */
export async function runningConvention(calls: LabClient, change: (made: Convention) => Convention = (made) => made): Promise<Running> {
  const { convention: old } = await calls.jury.read({ lab: sampleLab, convention: over })
  const entries = old.entries.slice(0, 6)
  const people = old.judges.filter(({ unit }) => unit === null).slice(0, 2)
  const judges = people.map(({ id }) => id)
  const ids = entries.map(({ id }) => id)
  const [chair] = judges
  const [, , , , , last] = ids
  if (chair === undefined || last === undefined) throw new Error('the convention of the sample has too few judges or entries')
  const panel = { id: 'panel-berjalan' as PanelId /* matches idPattern */, name: 'Panel berjalan', judges, stages: [], entries: ids }
  const slots = ids.map((entry, at) => ({ entry, panel: panel.id, stage: 'presentasi', start: `2026-09-14T09:${at}0`, minutes: 20 }))
  const recusals = [{ judge: chair, entry: last, reason: 'Membina tim ini', by: 'Sekretariat', at: '2026-09-14T01:00:00.000Z' }]
  const made = change({
    ...old,
    id: 'unmade' as ConventionId, // given when it is made
    name: 'Konvensi berjalan',
    state: 'penilaian',
    closedAt: '',
    top: 1,
    judges: people,
    panels: [panel],
    entries,
    recusals,
    lifts: [],
    slots: slots.filter(({ stage }) => old.stages.some(({ key }) => key === stage)),
    decisions: [],
    talks: [],
    ties: [{ by: 'decision' }],
    chair,
  })
  const { id: _id, createdAt: _createdAt, ...wanted } = made
  const { convention } = await calls.jury.create({ lab: sampleLab, convention: wanted })
  await give(calls, convention, judges)
  return { id: convention.id, convention, judges }
}

/** The first two entries are equal, the third divides the judges, the fourth is a draft, the others have nothing. */
async function give(calls: LabClient, convention: Convention, judges: readonly JudgeId[]): Promise<void> {
  for (const [which, judge] of judges.entries()) {
    const marksOf = (entry: EntryId, at: number) =>
      convention.stages.flatMap(({ key: stage, criteria }) =>
        criteria.slice(0, at === 3 ? 2 : criteria.length).map(({ key, min, max, step }) => ({
          entry,
          stage,
          criterion: key,
          value: at === 2 ? (which === 0 ? min : max) : min + Math.round((max - min) / step / 2) * step,
          comment: at === 0 ? 'Sudah dipakai warga' : '',
        })),
      )
    const some = convention.entries.slice(0, 4)
    const acts = some
      .slice(0, 3)
      .flatMap(({ id: entry }) => convention.stages.map(({ key }) => ({ entry, stage: key, act: 'lock' as const, by: judge, reason: '' })))
    const change = { marks: some.flatMap(({ id }, at) => marksOf(id, at)), acts }
    await calls.jury.mark({ lab: sampleLab, convention: convention.id, judge, change })
  }
}

/** The package of a judge, opened on this laptop; its id there. */
export async function packageHere(calls: LabClient, convention: string, judge: JudgeId): Promise<string> {
  const { files } = await calls.jury.send({ lab: sampleLab, convention, judges: [judge] })
  return (await calls.judging.open({ file: new Blob([await readFile(files[0]?.file ?? '')]) })).id
}

/** What an office handed over: enough to fill a page of the catalogue. */
export const taken = (name: string, more: Readonly<Record<string, unknown>> = {}) => ({
  name,
  longName: `Sistem Antrean ${name}`,
  summary: 'Antrean puskesmas diambil dari rumah lewat pesan singkat.',
  problem: 'Warga menunggu antrean sejak subuh.',
  unit: 'Dinas Contoh',
  region: 'Kabupaten Contoh Jaya',
  province: 'Provinsi Contoh',
  year: 2024,
  startedOn: '',
  kind: null,
  form: null,
  urusan: 'kesehatan',
  sdgs: [3],
  standing: 'berjalan' as const,
  said: true,
  stoppedOn: '',
  stopReason: '',
  adopters: ['Kota Contoh'],
  reuse: 'mudah' as const,
  contact: 'surel@contoh.invalid',
  team: ['Bidan Rekaan'],
  replicates: '',
  ...more,
})

/** Until every entry can be found. */
export async function catalogueReady(calls: LabClient, atLeast: number): Promise<void> {
  await expect
    .poll(async () => {
      const { ready, of } = await calls.catalogue.search({ facets: false })
      return ready >= of && of >= atLeast
    })
    .toBe(true)
}

export type Ground = { readonly running: Running; readonly judging: string; readonly entry: string }

/** Everything that the stops show, added over the calls of the app. */
export async function layJury(calls: LabClient): Promise<Ground> {
  const running = await runningConvention(calls)
  const [judge] = running.judges
  if (judge === undefined) throw new Error('the convention has no judge')
  const judging = await packageHere(calls, running.id, judge)
  const entries = ['ANTRE RUMAH', 'ANTRE DESA', 'ANTRE KOTA'].map((name) => taken(name))
  const { id } = await calls.catalogue.take({ name: 'Daftar Provinsi Contoh', entries })
  await calls.app.changeSettings({ view: { catalogueSearches: [{ name: 'Antrean', address: '#/katalog/cari=antrean' }] } })
  await catalogueReady(calls, entries.length + 1)
  const { hits: found } = await calls.catalogue.search({ text: 'ANTRE RUMAH', filters: { lab: [id] } })
  return { running, judging, entry: found[0]?.entry.id ?? '' }
}
