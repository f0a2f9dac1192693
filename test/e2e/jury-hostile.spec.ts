/** Names made to break things in a convention, on a judge's desk and in the catalogue: shown as text in their place, carried by files. */
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { putAdopter, writeCatalogue } from '#shared/doc/catalogue.ts'
import { bySystem } from '#shared/doc/origins.ts'
import type { AdopterId, InnovationId, JudgeId, PanelId } from '#shared/model/ids.ts'
import type { Convention } from '#shared/model/jury.ts'
import type { BothTexts } from '#shared/model/text.ts'
import { writeDoc } from './fill.ts'
import { catalogueReady, packageHere, type Running, runningConvention, taken } from './jury-stage.ts'
import { docxText, pdfText } from './read-documents.ts'
import { expect, type LabClient, pages, sampleLab, test } from './sample.ts'
import { linesInside, noSidewaysScroll } from './typing.ts'

const kinds = {
  tanda: '<img src=x onerror="window.__x=1">{{t}} tanda',
  panjang: 'Panjang'.repeat(40),
  aksara: 'مرحبا بالعالم 👩🏽‍🌾 Z͑ͫ̓ͪ̂ͫ̽a̴̵̜̰l̸g̷o aksara',
} as const
const all = Object.values(kinds)
const word = (at: number): string => all[at % all.length] ?? ''
const both = (text: string): BothTexts => ({ id: text, en: text })

/** Everything in a convention that has a name gets each of them. */
function named(made: Convention, innovation: string): Convention {
  const entries = made.entries.map((entry, at) => ({
    ...entry,
    ...(at === 0 && { innovation: innovation as InnovationId /* given by the app */ }),
    name: word(at),
    longName: word(at + 1),
    unitName: word(at),
    summary: word(at + 1),
    category: `k${at % 3}`,
    team: [...all],
    withdrawn: at === 4 ? word(1) : '',
  }))
  return {
    ...made,
    name: kinds.tanda,
    place: kinds.panjang,
    categories: all.map((label, at) => ({ key: `k${at}`, label })),
    judges: made.judges.map((judge, at) => ({ ...judge, name: word(at), position: word(at + 1), institution: word(at + 2) })),
    panels: made.panels.flatMap((panel) =>
      all.map((name, at) => ({
        ...panel,
        id: `${panel.id}-${at}` as PanelId /* matches idPattern */,
        name,
        ...(at > 0 && { entries: [], judges: [] }),
      })),
    ),
    slots: made.slots.map((slot) => ({ ...slot, panel: `${slot.panel}-0` as PanelId /* matches idPattern */ })),
    entries,
    recusals: made.recusals.map((one) => ({ ...one, reason: kinds.panjang, by: kinds.aksara })),
    talks: entries
      .slice(2, 3)
      .map(({ id }) => ({ entry: id, stage: made.stages[0]?.key ?? '', note: all.join('\n'), by: kinds.tanda, at: '' })),
    rubric: { ...made.rubric, title: both(kinds.panjang), source: kinds.panjang },
    stages: made.stages.map((stage, at) => ({
      ...stage,
      title: both(word(at + 1)),
      criteria: stage.criteria.map((criterion, n) => ({
        ...criterion,
        title: both(word(n)),
        hint: both(word(n + 1)),
        descriptors: criterion.descriptors.map((level) => ({ ...level, text: both(word(n + level.mark)) })),
      })),
    })),
  }
}

type Ground = { readonly running: Running; readonly judging: string; readonly entry: string }

async function lay(url: string, calls: LabClient, innovation: string): Promise<Ground> {
  await calls.innovation.create({ lab: sampleLab, name: kinds.tanda, longName: kinds.panjang })
  await writeDoc(url, `innovation:${sampleLab}:${innovation}`, (doc) => {
    for (const [at, text] of all.entries())
      putAdopter(
        doc,
        `jahat-${at}` as AdopterId, // test id
        { order: `a${at}`, region: text, unit: text, date: '', form: text, taken: text, adapted: text, evidence: text },
        bySystem,
      )
    const standing = {
      key: 'berhenti' as const,
      since: '2025-01-02',
      reason: all.join('\n'),
      by: kinds.panjang,
      at: '2025-01-02T00:00:00.000Z',
    }
    const replicates = { entry: '', name: kinds.panjang, unit: kinds.tanda, region: kinds.aksara, year: 2024, source: kinds.panjang }
    writeCatalogue(doc, { standing, contact: kinds.panjang, replicates }, bySystem)
  })
  const running = await runningConvention(calls, (made) => named(made, innovation))
  const { convention, judges } = running
  const at = { lab: sampleLab, convention: running.id }
  const [first] = convention.entries
  const [stage] = convention.stages
  const [judge] = judges
  if (first === undefined || stage === undefined || judge === undefined) throw new Error('the convention has nothing to score')
  const act = { entry: first.id, stage: stage.key, by: kinds.panjang } as const
  await calls.jury.mark({ ...at, judge, change: { acts: [{ ...act, act: 'reopen', reason: kinds.panjang }] } })
  const mark = { entry: first.id, stage: stage.key, value: stage.criteria[0]?.max ?? 1 }
  const marks = stage.criteria.map(({ key }, n) => ({ ...mark, criterion: key, comment: word(n) }))
  await calls.jury.mark({ ...at, judge, change: { marks, acts: [{ ...act, act: 'lock', reason: '' }] } })
  await calls.jury.visit({
    ...at,
    votes: convention.entries.map(({ id }, n) => ({ entry: id, by: n + 1 })),
    feedback: all.map((text) => ({ entry: first.id, text })),
  })
  const judging = await packageHere(calls, running.id, judge as JudgeId) // read above
  const entries = all.map((text, n) =>
    taken(text, {
      longName: word(n + 1),
      summary: all.join(' '),
      problem: word(n + 2),
      unit: text,
      region: text,
      urusan: text,
      adopters: [...all],
      contact: text,
      team: [...all],
      stopReason: text,
      replicates: text,
    }),
  )
  const { id } = await calls.catalogue.take({ name: kinds.panjang.slice(0, 200), entries })
  const searches = all.map((name, n) => ({ name, address: `#/katalog/cari=${n}` }))
  await calls.app.changeSettings({ view: { catalogueSearches: searches } })
  await catalogueReady(calls, entries.length + 1)
  const { hits } = await calls.catalogue.search({ filters: { lab: [id] }, sort: 'name' })
  return { running, judging, entry: hits.find(({ entry }) => entry.name === kinds.tanda)?.entry.id ?? '' }
}

/** @returns what is wrong with the page as it is now, one line each */
async function broken(page: Page, name: string): Promise<readonly string[]> {
  const found: string[] = []
  const patience = { timeout: 2_000 }
  const look = (what: Promise<void>) =>
    what.catch((why: unknown) => void found.push(`${name}: ${String(why).split('\n').slice(0, 14).join(' ')}`))
  if (await page.evaluate(() => '__x' in window)) found.push(`${name}: markup ran`)
  if ((await page.locator('img[src=x]').count()) > 0) found.push(`${name}: markup became a picture`)
  await look(noSidewaysScroll(page, patience))
  for (const part of ['PanjangPanjang', 'onerror', 'aksara']) await look(linesInside(page, part, patience))
  return found
}

type Stop = readonly [name: string, hash: string, act?: (page: Page) => Promise<void>]
const press = (name: string | RegExp) => async (page: Page) => page.getByRole('button', { name }).first().click()
const menu = (item: RegExp) => async (page: Page) => {
  await page.getByRole('button', { name: 'Lihat dan kelola' }).click()
  await page.getByRole('menuitem', { name: item }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
}
const openInside = async (page: Page) => {
  await page.locator('main details:not([open]) > summary').first().click()
}

const conventionStops = ({ running: { id }, judging }: Ground): readonly Stop[] => {
  const at = (part: string): string => `${pages.lab}/konvensi/${id}/${part}`
  return [
    ['daftar konvensi', `${pages.lab}/konvensi`],
    ['persiapan', at('persiapan'), openInside],
    ['peserta', at('peserta')],
    ['juri', at('juri')],
    ['jadwal', at('jadwal')],
    ['paket', at('paket'), press(/^Buat \d+ paket/)],
    ['penilaian', at('penilaian')],
    ['lembar nilai', at('penilaian'), press(/ menilai .*: /)],
    ['hasil', at('hasil'), press(/^Perhitungan .*\d/)],
    ['andaikan', at('hasil'), press('Andaikan')],
    ['pengunjung', at('pengunjung')],
    ['penilaian saya', '#/penilaian'],
    ['meja juri', `#/penilaian/${judging}`],
  ]
}
const catalogueStops = ({ entry }: Ground, innovation: string): readonly Stop[] => [
  ['katalog', '#/katalog'],
  ['katalog tersaring', `#/katalog/region=${encodeURIComponent(kinds.panjang)}&region=${encodeURIComponent(kinds.tanda)}&cari=tanda`],
  ['tidak ada', `#/katalog/cari=${encodeURIComponent(`${kinds.panjang}q`)}`],
  ['pencarian tersimpan', '#/katalog', press(/ersimpan \(3\)/)],
  [
    'perbandingan',
    '#/katalog/cari=onerror',
    async (page) => {
      for (let n = 0; n < 3; n += 1)
        await page
          .getByRole('checkbox', { name: /^Bandingkan / })
          .nth(n)
          .check()
      await page.getByRole('button', { name: 'Bandingkan', exact: true }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
    },
  ],
  ['entri', `#/katalog/entri/${encodeURIComponent(entry)}`],
  ['replikasi', `#/katalog/entri/${encodeURIComponent(entry)}`, press('Mulai replikasi')],
  ['sumber', '#/katalog', menu(/^Daftar yang diambil/)],
  ['angka', '#/katalog/angka'],
  ['suksesi', '#/katalog/suksesi'],
  ['katalog di inovasi', pages.innovation(innovation)],
]

const stopsOf = { konvensi: conventionStops, katalog: catalogueStops } as const

/** What is not there must not hold up the rest. */
test.use({ actionTimeout: 8_000 })

for (const [group, stops] of Object.entries(stopsOf)) {
  for (const [size, viewport] of Object.entries({ lebar: { width: 1366, height: 768 }, ponsel: { width: 390, height: 844 } })) {
    test(`names made to break things stay text in their place: ${group}, ${size}`, async ({ app, calls, home: page, fresh }) => {
      test.setTimeout(180_000)
      const ground = await lay(app.url(), calls, fresh)
      await page.setViewportSize(viewport)
      const found: string[] = []
      for (const [name, hash, act] of stops(ground, fresh)) {
        await page.goto('about:blank')
        await page.goto(app.url() + hash)
        await expect(page.locator('h1, h2').first()).toBeVisible()
        await expect(page.getByText('Membuka…')).toHaveCount(0)
        await act?.(page).catch((why: unknown) => void found.push(`${name}: not reached: ${String(why).split('\n').slice(0, 4).join(' ')}`))
        found.push(...(await broken(page, name)))
      }
      expect(found.join('\n')).toBe('')
    })
  }
}

const bare = (text: string): string => text.replaceAll(/\s/g, '')

test('papers, tables and a shared catalogue carry names made to break things as they are', async ({ app, calls, fresh }) => {
  test.slow()
  const { running } = await lay(app.url(), calls, fresh)
  const { entries } = await calls.document.list({ lab: sampleLab })
  const kept = entries.filter(({ convention }) => convention === running.id).map(({ kind }) => kind)
  for (const kind of kept.filter((one) => /rekap-nilai|lembar-nilai|berita-acara/.test(one)))
    for (const format of ['docx', 'pdf'] as const)
      for await (const step of await calls.document.export({ lab: sampleLab, convention: running.id, kind, format, language: 'id' }))
        if (step.state === 'done')
          expect(bare(await (format === 'docx' ? docxText : pdfText)(step.file)), `${kind} ${format}`).toContain(bare(kinds.tanda))
  const csv = await calls.catalogue.keep({ name: 'Katalog', format: 'csv' })
  const table = await readFile(csv.file, 'utf8')
  for (const text of all) expect(table.replaceAll('""', '"')).toContain(text)
  const shared = await calls.catalogue.keep({ name: 'Katalog', format: 'katalog' })
  const source = await calls.catalogue.takeFile({ file: new Blob([await readFile(shared.file)]) })
  await catalogueReady(calls, source.entries)
  const { hits } = await calls.catalogue.search({ filters: { lab: [source.id] }, count: 200 })
  for (const text of all) expect(hits.map(({ entry }) => entry.name)).toContain(text)
})
