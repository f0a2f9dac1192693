import { describe, expect, it } from 'vitest'
import type { ConventionId, EntryId, PanelId } from '#shared/model/ids.ts'
import type { Convention, Entry, Slot } from '#shared/model/jury.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { withOutside } from '../../../../renderer/features/jury/entries/edits.ts'
import { outsideLines } from '../../../../renderer/features/jury/entries/outside-entries.tsx'
import { withInnovations } from '../../../../renderer/features/jury/entries/taking.ts'
import { judgeLines } from '../../../../renderer/features/jury/judges/add-judges.tsx'
import { withEntryIn, withOne, withoutPanel, withRestIn, withStageOf } from '../../../../renderer/features/jury/judges/edits.ts'
import { slotMoved, slotStarts } from '../../../../renderer/features/jury/schedule/edits.ts'
import { chatOfSlots, eventsOfSlots } from '../../../../renderer/features/jury/schedule/outgoing.ts'
import {
  categoryAdded,
  copyOfConvention,
  freeKey,
  freeTies,
  markDescribed,
  stageRemoved,
  withoutTie,
  withTie,
  withTieMoved,
} from '../../../../renderer/features/jury/setup/edits.ts'

// Ids of our own making.
const entryId = (n: number) => `peserta${n}` as EntryId
const panelId = (n: number) => `panel${n}` as PanelId
const both = (text: string) => ({ id: text, en: text })
const criterion = (key: string) => ({ key, title: both(key), weight: 1, min: 1, max: 5, step: 1, descriptors: [] })

const entry = (n: number): Entry => ({
  id: entryId(n),
  innovation: null,
  name: `INOVASI ${n}`,
  longName: '',
  unit: null,
  unitName: 'Unit Contoh',
  category: '',
  code: `K-0${n}`,
  summary: '',
  team: [],
  submittedAt: '',
  withdrawn: '',
})

const convention = (change: Partial<Convention> = {}): Convention => ({
  id: 'konvensi' as ConventionId,
  name: 'Konvensi',
  date: '2026-09-14',
  place: 'Aula',
  state: 'persiapan',
  rubric: { id: 'r', pack: 'p', version: 1, title: both('R'), status: 'unverified', source: 's', edited: false },
  stages: [
    { key: 'proposal', title: both('Proposal'), weight: 1, scoring: 'normal', criteria: [criterion('dampak')] },
    { key: 'presentasi', title: both('Presentasi'), weight: 1, scoring: 'normal', criteria: [criterion('dampak'), criterion('paparan')] },
  ],
  pooling: 'mean',
  ties: [{ by: 'stage', stage: 'presentasi' }, { by: 'earlier' }, { by: 'decision' }],
  spread: 25,
  top: 10,
  blind: false,
  categories: [{ key: 'kategori_1', label: 'Pelayanan' }],
  judges: [],
  panels: [
    { id: panelId(1), name: 'Panel 1', judges: [], stages: [], entries: [entryId(1)] },
    { id: panelId(2), name: 'Panel 2', judges: [], stages: ['presentasi'], entries: [] },
  ],
  entries: [1, 2, 3].map(entry),
  recusals: [],
  lifts: [],
  slots: [],
  present: { talk: 15, ask: 5 },
  decisions: [],
  talks: [],
  chair: null,
  closedAt: '',
  createdAt: '',
  ...change,
})

const slot = (n: number, start: string): Slot => ({ entry: entryId(n), panel: panelId(1), stage: 'presentasi', start, minutes: 20 })
const threeSlots = [slot(1, '2026-09-14T09:00'), slot(2, '2026-09-14T09:20'), slot(3, '2026-09-15T09:00')]

describe('what is typed or pasted', () => {
  it('becomes entries by tabs or semicolons, and blank lines nothing', () => {
    const lines = outsideLines('LAPAK\tPuskesmas A\tPelayanan\r\n\n  SIGAP ; Kelurahan B\n', () => entryId(9))
    expect(lines.map(({ name, unitName, category }) => [name, unitName, category])).toEqual([
      ['LAPAK', 'Puskesmas A', 'Pelayanan'],
      ['SIGAP', 'Kelurahan B', ''],
    ])
  })

  it('becomes judges', () => {
    expect(
      judgeLines('Rina Contoh; Widyaiswara; Instansi Contoh\n\nBudi Rekaan').map(({ name, institution }) => [name, institution]),
    ).toEqual([
      ['Rina Contoh', 'Instansi Contoh'],
      ['Budi Rekaan', ''],
    ])
  })
})

describe('entries', () => {
  it('from outside get free codes and known categories, and one that is there already is left out', () => {
    const lines = [
      { id: entryId(4), name: 'BARU', unitName: 'B', category: 'pelayanan' },
      { id: entryId(5), name: 'inovasi 1', unitName: 'unit contoh', category: '' },
      { id: entryId(6), name: 'LAIN', unitName: 'C', category: 'Tata kelola' },
    ]
    const after = withOutside(lines, (taken) => freeKey('kategori', taken))(convention())
    expect(after.entries.slice(3).map(({ name, code, category }) => [name, code, category])).toEqual([
      ['BARU', 'K-04', 'kategori_1'],
      ['LAIN', 'K-05', 'kategori_2'],
    ])
  })

  it('of the lab get the same ids however often the change is applied', () => {
    let last = 0
    const innovation = {
      id: 'inovasi',
      name: 'A',
      longName: '',
      unit: null,
      summary: '',
      team: [],
      rounds: {},
    } as unknown as InnovationSummary // what is read of it
    const change = withInnovations(
      [innovation],
      { units: [] },
      () => 'Jenis',
      () => {
        last += 1
        return `baru${last}` as EntryId // an id of our own making
      },
    )
    const [once, again] = [change(convention()), change(convention({ name: 'Lain' }))]
    expect(again.entries.at(-1)?.id).toBe(once.entries.at(-1)?.id)
    expect(once.categories.map(({ label }) => label)).toEqual(['Pelayanan', 'Jenis'])
  })
})

describe('panels', () => {
  it('take an entry from each other, and the rest at once without those that withdrew', () => {
    expect(withEntryIn(entryId(1), panelId(2))(convention()).panels.map(({ entries }) => entries)).toEqual([[], [entryId(1)]])
    const out = convention({ entries: [entry(1), entry(2), { ...entry(3), withdrawn: 'pindah' }] })
    expect(withRestIn(panelId(1))(out).panels[0]?.entries).toEqual([entryId(1), entryId(2)])
  })

  it('go with their times', () => {
    expect(withoutPanel(panelId(1))(convention({ slots: threeSlots })).slots).toEqual([])
  })
})

describe('the rubric of a convention', () => {
  it('loses with a stage its times, its tie rules and the panels that judged nothing else', () => {
    const after = stageRemoved('presentasi')(convention({ slots: threeSlots }))
    expect(after.slots).toEqual([])
    expect(after.ties.map(({ by }) => by)).toEqual(['earlier', 'decision'])
    expect(after.panels.map(({ name }) => name)).toEqual(['Panel 1'])
    expect(after.rubric.edited).toBe(true)
  })

  it('offers each tie rule once, and moves one to its place', () => {
    expect(freeTies(convention()).map(({ by }) => by)).toEqual(['stage', 'criterion', 'criterion', 'criterion', 'highest', 'lowest'])
    expect(withTieMoved('decision', 0)(convention()).ties.map(({ by }) => by)).toEqual(['decision', 'stage', 'earlier'])
  })

  it('is copied with judges and panels, and with nothing that was judged', () => {
    const copy = copyOfConvention(convention({ state: 'selesai', slots: threeSlots, closedAt: 'x' }), 'Salinan')
    expect([copy.state, copy.entries.length, copy.slots.length, copy.closedAt]).toEqual(['persiapan', 0, 0, ''])
    expect(copy.panels.map(({ entries }) => entries)).toEqual([[], []])
  })
})

describe('the schedule', () => {
  it('keeps its times when an entry is carried to another place', () => {
    const line = { panel: panelId(1), stage: 'presentasi' }
    const after = slotMoved(line, entryId(3), 0)(convention({ slots: threeSlots })).slots
    expect(after.map((one) => [one.entry, one.start])).toEqual([
      [entryId(3), '2026-09-14T09:00'],
      [entryId(1), '2026-09-14T09:20'],
      [entryId(2), '2026-09-15T09:00'],
    ])
  })

  it('moves what comes after on the same day, and not the next day', () => {
    const after = slotStarts(slot(1, '2026-09-14T09:00'), '09:30')(convention({ slots: threeSlots })).slots
    expect(after.map(({ start }) => start)).toEqual(['2026-09-14T09:30', '2026-09-14T09:50', '2026-09-15T09:00'])
  })

  it('goes out by codes alone in blind mode', () => {
    const blind = convention({ slots: threeSlots, blind: true })
    const words = { title: 'R', stageOf: () => 'Presentasi' }
    expect(chatOfSlots(blind, 'id', words)).not.toContain('INOVASI')
    expect(chatOfSlots({ ...blind, blind: false }, 'id', words)).toContain('09.00–09.20 K-01 INOVASI 1')
    const events = eventsOfSlots(blind, 'WIB', words)
    expect(events[0]).toMatchObject({
      title: 'K-01, Panel 1',
      from: Date.parse('2026-09-14T02:00:00Z'),
      to: Date.parse('2026-09-14T02:20:00Z'),
    })
  })
})

it.each([
  ['added', withTie({ by: 'highest' })],
  ['moved', withTieMoved('decision', 0)],
  ['taken out', withoutTie('earlier')],
])('a tie rule that was %s is a change of the rubric, and the papers say so', (_, change) => {
  expect(change(convention()).rubric.edited).toBe(true)
})

describe('what two windows say at once', () => {
  it('is said once: who is ticked sits in the panel, however often it is ticked', () => {
    expect(withOne(['a'], 'b', true)).toEqual(['a', 'b'])
    expect(withOne(['a', 'b'], 'b', true)).toEqual(['a', 'b'])
    expect(withOne(['a', 'b'], 'b', false)).toEqual(['a'])
  })

  it('adds a rule or a category once', () => {
    const rule = { by: 'earlier' } as const
    expect(withTie(rule)(withTie(rule)(convention({ ties: [] }))).ties).toEqual([rule])
    const twice = categoryAdded('digital')(categoryAdded('Digital')(convention({ categories: [] })))
    expect(twice.categories.map(({ label }) => label)).toEqual(['Digital'])
  })

  it('keeps what each wrote about another mark of one criterion', () => {
    const said = (mark: number, text: string) => markDescribed('proposal', 'dampak', mark, both(text))
    const now = said(1, 'lemah')(said(5, 'kuat')(convention()))
    expect(now.stages[0]?.criteria[0]?.descriptors.map(({ mark, text }) => `${mark} ${text.id}`)).toEqual(['1 lemah', '5 kuat'])
    expect(markDescribed('proposal', 'dampak', 1, null)(now).stages[0]?.criteria[0]?.descriptors).toHaveLength(1)
  })

  it('writes all stages of a panel as none, and none of them otherwise', () => {
    const without = withStageOf(panelId(1), 'proposal', false)(convention())
    expect(without.panels[0]?.stages).toEqual(['presentasi'])
    expect(withStageOf(panelId(1), 'proposal', true)(without).panels[0]?.stages).toEqual([])
  })
})
