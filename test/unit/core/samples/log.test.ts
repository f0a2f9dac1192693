import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadPacks } from '#core/packs/packs.ts'
import { systemPorts } from '#core/ports.ts'
import { readSample } from '#core/samples/samples.ts'
import { canvasOf } from '#shared/rules/packs.ts'
import { sessionState, spentMs } from '#shared/rules/session-time.ts'

const templates = new URL('../../../../templates', import.meta.url).pathname
const noon = Date.UTC(2027, 1, 10, 5)
const ports = { ...systemPorts, clock: () => noon }
const { lab, log, innovations, attachments } = await readSample(join(templates, 'samples/kota-solok'), ports)
const session = (id: string) => {
  const found = log.sessions.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no session ${id}`)
  return found
}

describe('the sample lab', () => {
  it('has a next session on the day after it is opened, whenever that is', () => {
    expect(session('monitoring-2')).toMatchObject({ date: '2027-02-11', start: '08:30' })
    expect(sessionState(session('monitoring-2'))).toBe('rencana')
  })

  it('has sessions that were held, each block with the time it took', () => {
    const day = session('diagnose-2')
    expect(sessionState(day)).toBe('selesai')
    expect(day.run.startedAt).toBe('2026-04-16T01:03:00.000Z')
    expect(day.blocks.map((block) => spentMs(day.run, block.id, noon) / 60_000)).toEqual([23, 55, 63, 15, 26, 94, 60, 66])
  })

  it('counts a person who was not on the list among those present', () => {
    const { attendance } = session('diagnose-2')
    expect(attendance.gita).toMatchObject({ state: 'hadir', walkIn: true })
    expect(attendance.syafril).toMatchObject({ state: 'izin' })
  })

  it('has somebody who came without being on the list, from the unit that had sent one person only', () => {
    const walkIns = Object.entries(session('monitoring-1').attendance).filter(([, { walkIn }]) => walkIn)
    expect(walkIns.map(([id]) => lab.people.find((one) => one.id === id)?.unit)).toEqual(['dlh'])
    expect(lab.people.filter(({ unit }) => unit === 'dlh')).toHaveLength(2)
  })

  it('has photos in the blocks of sessions that were held, each with its picture among the attachments', () => {
    expect(log.photos.length).toBeGreaterThan(1)
    for (const photo of log.photos) {
      const { blocks, run } = session(photo.session)
      expect(blocks.map(({ id }) => id)).toContain(photo.block)
      expect(photo.at > (run.blocks[photo.block]?.firstAt ?? '?') && photo.at < run.endedAt, photo.caption).toBe(true)
      expect(attachments.map(({ name }) => name)).toContain(photo.name)
      expect([photo.width > 0, photo.height > 0, /ilustrasi/.test(photo.caption)]).toEqual([true, true, true])
    }
  })

  it('keeps an agenda as an example for later, without a day', () => {
    expect(session('pola-desk')).toMatchObject({ template: true, date: '', attendance: {} })
    expect(log.sessions.filter(({ template }) => !template).every(({ date }) => date !== '')).toBe(true)
  })

  it('keeps deadlines as days, also those counted from the day it is opened', () => {
    expect(lab.deadlines).toMatchObject({ launching: '2027-01-21', display: '2027-04-11' })
  })

  it('names only canvases that the packs have and people and innovations that it has', async () => {
    const { packs } = await loadPacks(join(templates, 'packs'))
    const canvases = log.sessions.flatMap((one) => one.blocks.map(({ canvas }) => canvas)).filter((id) => id !== '')
    expect(canvases.filter((id) => canvasOf(packs, id) === undefined)).toEqual([])
    const people = new Set<string>(lab.people.map(({ id }) => id))
    expect(log.sessions.flatMap((one) => Object.keys(one.attendance)).filter((id) => !people.has(id))).toEqual([])
    const known = new Set(innovations.map(({ id }) => id))
    expect(log.approvals.flatMap((one) => one.innovations).filter((id) => !known.has(id))).toEqual([])
  })

  it('has its approvals in the gate of every innovation they name', () => {
    const without = log.approvals.flatMap(({ stage, innovations: ids, date }) =>
      ids.filter((id) => innovations.find((one) => one.id === id)?.gates[stage]?.approval?.date !== date),
    )
    expect(without).toEqual([])
  })
})

describe('a log with a mistake', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'labinov-log-'))
    await Promise.all(['innovations', 'attachments', 'sessions'].map((name) => mkdir(join(folder, name))))
    await writeFile(join(folder, 'lab.yaml'), await readFile(join(templates, 'samples/kota-solok/lab.yaml')))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  const block = 'blocks: [{ id: satu, title: Satu, minutes: 10 }]'
  const head = "title: Sesi\nstage: diagnose\ndate: '2026-04-14'\nstart: '08:30'"

  it.each([
    ['a person who is not in the lab', `id: sesi\n${head}\n${block}\npresent: [siapa]`, /sessions\/sesi\.yaml.*present\[0\].*"siapa"/],
    ['a unit that is not in the lab', `id: sesi\n${head}\n${block}\nnotes: [{ text: a, unit: siapa }]`, /notes\[0\]\.unit.*"siapa"/],
    ['the id of another file', `id: lain\n${head}\n${block}`, /must be the name of the file/],
    [
      'a day that does not exist',
      `id: sesi\ntitle: S\nstage: diagnose\ndate: '2026-02-30'\nstart: '08:30'\n${block}`,
      /sessions\/sesi\.yaml/,
    ],
    [
      'no day, although it is no template',
      `id: sesi\ntitle: S\nstage: diagnose\ndate: ''\nstart: '08:30'\n${block}`,
      /no moment of the calendar/,
    ],
    [
      'a picture that is not there',
      `id: sesi\n${head}\n${block}\nphotos: [{ block: satu, picture: tidak-ada.png, caption: a }]`,
      /sessions\/sesi\.yaml.*photos\[0\]\.picture.*tidak-ada\.png/,
    ],
    ['no blocks', `id: sesi\n${head}\nblocks: []`, /blocks/],
  ])('is refused whole with the file and the place: %s', async (_what, yaml, reason) => {
    await writeFile(join(folder, 'sessions/sesi.yaml'), yaml)
    await expect(readSample(folder, ports)).rejects.toThrow(reason)
  })
})
