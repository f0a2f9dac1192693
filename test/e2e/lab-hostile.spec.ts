/** Names and notes made to break things, on every page of running a lab: shown as text within their place, carried by exports, never run. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { putPerson, putUnit } from '#shared/doc/lab.ts'
import { putNote, putPartner, putReward } from '#shared/doc/log.ts'
import { labDocName } from '#shared/doc/names.ts'
import { bySystem } from '#shared/doc/origins.ts'
import { startSession } from '#shared/doc/running.ts'
import { putBlock, putSession, setAttendance } from '#shared/doc/sessions.ts'
import type { BlockId, LabId, NoteId, PartnerId, PersonId, RewardId, SessionId, UnitId } from '#shared/model/ids.ts'
import { writeDoc } from './fill.ts'
import { expect, type LabClient, pages, sampleLab, test } from './sample.ts'
import { linesInside, noSidewaysScroll } from './typing.ts'

const markup = '<img src=x onerror="window.__x=1">{{t}}'
const long = 'Panjang'.repeat(43).slice(0, 300)
const scripts = 'مرحبا بالعالم 👩🏽‍🌾 Z͑ͫ̓ͪ̂ͫ̽a̴̵̜̰l̸g̷o e\u0301'
/** One of each kind, so that every page has them in every place that takes a name. */
const kinds = { tanda: `${markup} tanda`, panjang: long, aksara: `${scripts} aksara` } as const
type Kind = keyof typeof kinds

const lab = sampleLab as LabId // the id of the sample lab
const session = (kind: Kind) => `jahat-${kind}` as SessionId // test id
const unit = (kind: Kind) => `jahat-unit-${kind}` as UnitId // test id
const person = (kind: Kind) => `jahat-orang-${kind}` as PersonId // test id
const all = Object.entries(kinds) as [Kind, string][] // of exactly these keys

/** Everything that has a name gets each of them. */
async function lay(url: string, calls: LabClient): Promise<void> {
  await writeDoc(url, labDocName(lab), (doc) => {
    for (const [kind, text] of all) {
      putUnit(doc, unit(kind), { order: `zz${kind}`, name: text, short: text, head: text, headPosition: text }, bySystem)
      putPerson(doc, person(kind), { order: `zz${kind}`, name: text, position: text, unit: unit(kind) }, bySystem)
      laySession(doc, kind, text)
      putPartner(doc, `jahat-${kind}` as PartnerId, { order: `zz${kind}`, name: text, number: text, scope: text, contact: text }, bySystem) // test id
      putReward(doc, `jahat-${kind}` as RewardId, { order: `zz${kind}`, title: text, note: text, to: 'person' }, bySystem) // test id
    }
  })
  for (const [kind, text] of all) await calls.innovation.create({ lab, name: text.slice(0, 200), unit: unit(kind) })
}

function laySession(doc: Parameters<typeof putSession>[0], kind: Kind, text: string): void {
  const id = session(kind)
  const head = { title: text, goal: text, place: text, stage: 'deliver', date: '2027-01-11', start: '08:30', createdAt: '' } as const
  putSession(doc, id, head, bySystem)
  for (const [at, of] of (['activity', 'desks', 'break'] as const).entries())
    putBlock(
      doc,
      id,
      `jahat-${at}` as BlockId, // test id
      {
        order: `a${at}`,
        kind: of,
        title: text,
        minutes: 30,
        each: 15,
        desks: 2,
        lead: text,
        script: text,
        instruction: text,
        steps: `${text}\n${text}`,
        materials: text,
        deskLeads: [text, text],
        canvas: of === 'break' ? '' : 'form-ide',
      },
      bySystem,
    )
  setAttendance(doc, id, person(kind), { state: 'hadir', at: '2027-01-11T02:00:00.000Z', walkIn: true }, bySystem)
  for (const of of ['catatan', 'keputusan', 'tindak_lanjut'] as const)
    putNote(
      doc,
      `jahat-${kind}-${of}` as NoteId, // test id
      { session: id, block: 'jahat-0', kind: of, text, who: text, unit: unit(kind), due: '2026-01-05', by: text, order: `zz${kind}${of}` },
      bySystem,
    )
}

/** One fault must not take the time of all the pages after it. */
const patience = { timeout: 6_000 } as const

/** @returns what is wrong with the page as it is now, one line each */
async function broken(page: Page, name: string): Promise<readonly string[]> {
  const found: string[] = []
  const look = (what: Promise<void>) =>
    what.catch((why: unknown) => void found.push(`${name}: ${String(why).split('\n').slice(0, 14).join(' ')}`))
  if (await page.evaluate(() => '__x' in window)) found.push(`${name}: markup ran`)
  await look(noSidewaysScroll(page, patience))
  for (const part of ['PanjangPanjang', 'onerror', 'aksara']) await look(linesInside(page, part, patience))
  return found
}

type Stop = readonly [name: string, path: string, act?: (page: Page) => Promise<void>]
const tab = (group: string, name: string | RegExp) => (page: Page) =>
  page
    .getByRole('radiogroup', { name: group })
    .getByText(name, { exact: typeof name === 'string' })
    .click()

const ofSession = (kind: Kind): readonly Stop[] => [
  [
    `rencana ${kind}`,
    `/sesi/${session(kind)}`,
    (page) =>
      page
        .getByRole('button', { name: /^Rincian/ })
        .nth(1)
        .click(),
  ],
  [`kehadiran ${kind}`, `/sesi/${session(kind)}`, tab('Bagian sesi', 'Kehadiran')],
  [`notula ${kind}`, `/sesi/${session(kind)}`, tab('Bagian sesi', 'Notula')],
  [`sebelum jalan ${kind}`, `/sesi/${session(kind)}/jalan`],
]
const stops: readonly Stop[] = [
  ['sesi', '/sesi'],
  ...all.flatMap(([kind]) => ofSession(kind)),
  ['ringkasan', ''],
  ['unit', '/peserta', tab('Yang ditampilkan', /^Unit /)],
  ['peserta', '/peserta', tab('Yang ditampilkan', /^Peserta /)],
  ['mitra', '/peserta', tab('Yang ditampilkan', /^Mitra /)],
  ['gerbang', '/gerbang/drum_up'],
  ['tindak lanjut', '/tindak-lanjut'],
  ['meja coach', '/coach'],
  ...['Tabel LAN', 'Corong ide', 'Cakupan', 'Kesiapan', 'Dampak', 'Terlambat'].map(
    (name): Stop => [name, '/pantauan', tab('Pantauan', new RegExp(name))],
  ),
  ['penghargaan', '/penghargaan'],
]

for (const [size, viewport] of [
  ['wide', { width: 1366, height: 768 }],
  ['phone', { width: 390, height: 844 }],
] as const) {
  test(`text made to break things stays text and in its place on every page of running a lab, ${size}`, async ({
    app,
    calls,
    home: page,
  }) => {
    test.setTimeout(240_000)
    await page.setViewportSize(viewport)
    await lay(app.url(), calls)
    const found: string[] = []
    const go = async ([name, path, act]: Stop) => {
      await page.goto('about:blank')
      await page.goto(app.url() + pages.lab + path)
      await expect(page.locator('h1, [role=timer]').first()).toBeVisible()
      await expect(page.getByText('Membuka…')).toHaveCount(0)
      await act?.(page)
      found.push(...(await broken(page, name)))
    }
    for (const stop of stops) await go(stop)
    for (const [kind] of all) {
      await writeDoc(app.url(), labDocName(lab), (doc) => startSession(doc, session(kind), new Date().toISOString(), bySystem))
      await go([`jalan ${kind}`, `/sesi/${session(kind)}/jalan`])
      for (const name of ['Hadir', 'Notula'])
        await go([`jalan ${kind}, ${name}`, `/sesi/${session(kind)}/jalan`, tab('Catatan sesi', name)])
      await go([`proyektor ${kind}`, '/proyektor'])
    }
    expect(found.join('\n')).toBe('')
  })
}

test('the list of who came carries names made to break things as they are', async ({ app, calls, home: page }) => {
  await lay(app.url(), calls)
  const folder = join(app.folder, 'keluaran')
  await page.goto(`${app.url()}${pages.lab}/sesi/${session('tanda')}`)
  await tab('Bagian sesi', 'Kehadiran')(page)
  await page.locator('main').getByRole('button', { name: 'Ekspor' }).click()
  await page.getByRole('menuitem', { name: /CSV/ }).click()
  await expect(page.getByText(/\.csv/).first()).toBeVisible()
  const file = (await readdir(folder)).find((name) => name.endsWith('.csv')) ?? ''
  expect(file).not.toMatch(/[<>:"|?*]/)
  const csv = await readFile(join(folder, file), 'utf8')
  for (const [kind, text] of all) expect(csv.replaceAll('""', '"'), kind).toContain(text)
})
