import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { putNote } from '#shared/doc/log.ts'
import { byPerson } from '#shared/doc/origins.ts'
import { putSession, writeRun } from '#shared/doc/sessions.ts'
import type { NoteId, SessionId } from '#shared/model/ids.ts'
import type { SessionHead } from '#shared/model/session.ts'
import { summarise } from '#shared/rules/summary.ts'
import { makeInnovation } from '#test/makers/innovation.ts'
import { makeLab, makePerson, makeUnit } from '#test/makers/lab.ts'
import { shippedPacks as packs } from '#test/makers/stages.ts'
import { guideItems, knownSessions, labItems, nextSession, type Sources } from '../../../../renderer/app/palette-sources.ts'

const sid = (id: string) => id as SessionId /* test id */
const head = (over: Partial<SessionHead>): Partial<SessionHead> => ({
  stage: 'diagnose',
  start: '08:30',
  timeZone: 'WIB',
  template: false,
  ...over,
})

function docWith(sessions: readonly [id: string, head: Partial<SessionHead>, run: 'planned' | 'running' | 'over'][]): Y.Doc {
  const doc = new Y.Doc()
  for (const [id, one, run] of sessions) {
    putSession(doc, sid(id), head(one), byPerson)
    if (run !== 'planned') writeRun(doc, sid(id), { startedAt: 'x', endedAt: run === 'over' ? 'y' : '' }, byPerson)
  }
  return doc
}
const sources = (doc: Y.Doc, over: Partial<Sources['open']['lab']> = {}): Sources => {
  const lab = makeLab(over)
  return {
    open: { id: lab.id, lab, doc, readOnly: false, method: undefined, stages: [] },
    innovations: [summarise(makeInnovation(), ''), summarise(makeInnovation({ id: 'lama', name: 'LAMA', archived: true }), '')],
    packs: [],
    innovation: null,
    today: '2026-04-15',
    t: (key) => key,
    language: 'id',
  }
}

it('finds people by name, position and unit, and says neither NIP nor telephone nor e-mail', () => {
  const people = [
    makePerson({
      name: 'Contoh Satu',
      position: 'Analis',
      unit: 'disdukcapil',
      nip: '197001011995031002',
      phone: '081234567890',
      email: 'satu@solok.example',
    }),
  ]
  const items = labItems(sources(new Y.Doc(), { people, units: [makeUnit({ headNip: '197001011995031002' })] }))
  const person = items.find(({ kind }) => kind === 'person')
  expect([person?.label, person?.more]).toEqual(['Contoh Satu', 'Analis, Dinas Kependudukan dan Pencatatan Sipil'])
  expect(JSON.stringify(items)).not.toMatch(/1970|0812|@/u)
})

it('leaves out archived innovations, templates and follow-ups that are done', () => {
  const doc = docWith([
    ['a', { title: 'Hari pertama', date: '2026-04-14' }, 'planned'],
    ['pola', { title: 'Pola', template: true }, 'planned'],
  ])
  const note = { kind: 'tindak_lanjut', text: 'Lengkapi data', who: 'Contoh Satu', due: '2026-04-20', doneAt: '' } as const
  putNote(doc, 'n1' as NoteId /* test id */, note, byPerson)
  putNote(doc, 'n2' as NoteId /* test id */, { ...note, text: 'Sudah', doneAt: '2026-04-15T01:00:00Z' }, byPerson)
  const labels = labItems(sources(doc)).map(({ label }) => label)
  expect(labels).toContain('Hari pertama')
  expect(labels).toContain('Lengkapi data')
  expect(labels).not.toContain('LAMA')
  expect(labels).not.toContain('Pola')
  expect(labels).not.toContain('Sudah')
})

it('takes as next the session that runs, else the first from today on, else the first planned at all', () => {
  const past = ['lewat', { title: 'lewat', date: '2026-04-10' }, 'planned'] as const
  const soon = ['besok', { title: 'besok', date: '2026-04-16' }, 'planned'] as const
  const over = ['selesai', { title: 'selesai', date: '2026-04-14' }, 'over'] as const
  const next = (...all: Parameters<typeof docWith>[0]) => nextSession(knownSessions(docWith(all)), '2026-04-15')?.head.id
  expect(next([...past], [...soon], [...over], ['kini', { title: 'kini', date: '2026-04-20' }, 'running'])).toBe('kini')
  expect(next([...past], [...soon], [...over])).toBe('besok')
  expect(next([...past], [...over])).toBe('lewat')
  expect(next([...over])).toBeUndefined()
})

it('finds the documents of the guides in force, and the evidence and ratings of the innovation whose page is open', () => {
  const known = (innovation: string | null) =>
    labItems({ ...sources(new Y.Doc()), packs, innovation }).map(({ id, more }) => `${id} ${more}`.trim())
  const { id } = makeInnovation()
  expect(known(null)).toEqual(expect.arrayContaining(['document:notula palette.ofSession', 'document:kartu-inovasi palette.ofInnovation']))
  expect(known(null).join()).not.toMatch(/evidence:|maturity:/u)
  expect(known(id)).toEqual(expect.arrayContaining([`evidence:${id}`, `maturity:iid-2026:${id}`]))
  expect(guideItems(packs, 'id').map(({ label }) => label)).toContain('Indeks Inovasi Daerah (2026)')
})
