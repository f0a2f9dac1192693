/** Names made to break things in all that an office fills in: shown as text within their place, carried by documents, never run. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { putClaim, putEvidence } from '#shared/doc/evidence.ts'
import { labDocName } from '#shared/doc/names.ts'
import { putOfficial } from '#shared/doc/officials.ts'
import { bySystem } from '#shared/doc/origins.ts'
import { keepVersion } from '#shared/doc/versions.ts'
import type { EvidenceId, LabId, PejabatId, VersionId } from '#shared/model/ids.ts'
import type { BothTexts } from '#shared/model/text.ts'
import { writeDoc } from './fill.ts'
import { docxText, pdfText } from './read-documents.ts'
import { expect, type LabClient, pages, sampleLab, test } from './sample.ts'
import { linesInside, noSidewaysScroll } from './typing.ts'

const kinds = {
  tanda: '<img src=x onerror="window.__x=1">{{t}} tanda',
  panjang: 'Panjang'.repeat(40),
  aksara: 'مرحبا بالعالم 👩🏽‍🌾 Z͑ͫ̓ͪ̂ͫ̽a̴̵̜̰l̸g̷o aksara',
} as const
const all = Object.entries(kinds)
const lab = sampleLab as LabId // the id of the sample lab
const set = 'iid-2026'
const form = 'kipp-tujuh-bagian'
const copied = 'pedoman-jahat'

/** Everything new that has a name gets each of them. */
async function lay(url: string, calls: LabClient, innovation: string): Promise<void> {
  await writeDoc(url, labDocName(lab), (doc) => {
    for (const [kind, text] of all)
      putOfficial(
        doc,
        `jahat-${kind}` as PejabatId, // test id
        { order: `zz${kind}`, name: text, position: text, rank: text, nip: '', delegation: 'a.n.', onBehalfOf: text },
        bySystem,
      )
  })
  await writeDoc(url, `innovation:${sampleLab}:${innovation}`, (doc) => {
    for (const [at, [kind, text]] of all.entries()) {
      const targets = [
        { kind: 'indicator', of: set, key: 'alat_kerja', level: at + 1, basis: '' },
        { kind: 'section', of: form, key: 'ringkasan', level: 0, basis: '' },
      ] as const
      const evidence = { order: `zz${kind}`, title: text, link: `https://contoh.invalid/${kind}`, note: text, by: text, targets }
      putEvidence(doc, `jahat-${kind}` as EvidenceId /* test id */, evidence, bySystem)
      keepVersion(
        doc,
        {
          id: `jahat-${kind}` as VersionId /* test id */,
          form,
          kind: 'saved',
          label: text,
          by: text,
          at: `2026-01-0${at + 1}T02:00:00.000Z`,
        },
        bySystem,
      )
    }
    putClaim(doc, set, 'alat_kerja', { level: 3, note: all.map(([, text]) => text).join('\n') }, bySystem)
  })
  await calls.packs.copy({ from: 'kipp-2023', id: copied, title: kinds.tanda })
  const pack = (await calls.packs.all()).packs.find(({ head }) => head.id === copied)
  const [def] = pack?.forms ?? []
  if (pack === undefined || def === undefined) throw new Error('the copy has no form')
  const both = (text: string): BothTexts => ({ id: text, en: text })
  const sections = def.sections.map((section, at) => {
    const text = all[at]?.[1]
    return text === undefined ? section : { ...section, title: both(text), prompt: both(text), guidance: [both(text)] }
  })
  await calls.packs.write({ part: { part: 'form', pack: copied, def: { ...def, sections } }, from: pack.head.version })
}

/** @returns what is wrong with the page as it is now, one line each */
async function broken(page: Page, name: string): Promise<readonly string[]> {
  const found: string[] = []
  const patience = { timeout: 6_000 }
  const look = (what: Promise<void>) =>
    what.catch((why: unknown) => void found.push(`${name}: ${String(why).split('\n').slice(0, 14).join(' ')}`))
  if (await page.evaluate(() => '__x' in window)) found.push(`${name}: markup ran`)
  await look(noSidewaysScroll(page, patience))
  for (const part of ['PanjangPanjang', 'onerror', 'aksara']) await look(linesInside(page, part, patience))
  return found
}

type Stop = readonly [name: string, hash: string, act?: (page: Page) => Promise<void>]

const stopsOf = (innovation: string, ownForm: string): readonly Stop[] => [
  ['bukti', `${pages.innovation(innovation)}/bukti`],
  ['kematangan', `${pages.innovation(innovation)}/indeks/${set}`],
  ['indeks', `${pages.lab}/indeks`],
  ['setelan lab', `${pages.lab}/setelan`],
  ['pedoman', '#/pedoman'],
  ['satu pedoman', `#/pedoman/${copied}`],
  ['proposal', `${pages.innovation(innovation)}/proposal/${ownForm}`],
  [
    'riwayat',
    `${pages.innovation(innovation)}/proposal/${form}`,
    async (page) => {
      await page.getByRole('button', { name: 'Riwayat' }).click()
      await expect(page.getByRole('region', { name: 'Riwayat' })).toContainText('onerror')
    },
  ],
  ['inovasi', pages.innovation(innovation)],
]

for (const [size, viewport] of Object.entries({ lebar: { width: 1366, height: 768 }, ponsel: { width: 390, height: 844 } })) {
  test(`names made to break things stay text in their place, ${size}`, async ({ app, calls, home: page, fresh }) => {
    test.setTimeout(150_000)
    await lay(app.url(), calls, fresh)
    await page.setViewportSize(viewport)
    const own = (await calls.packs.all()).packs.find(({ head }) => head.id === copied)?.forms[0]?.id ?? ''
    const found: string[] = []
    for (const [name, hash, act] of stopsOf(fresh, own)) {
      await page.goto('about:blank')
      await page.goto(app.url() + hash)
      await expect(page.locator('h1, h2').first()).toBeVisible()
      await expect(page.getByText('Membuka…')).toHaveCount(0)
      await act?.(page)
      found.push(...(await broken(page, name)))
    }
    expect(found.join('\n')).toBe('')
  })
}

test('documents carry names made to break things as they are', async ({ app, calls, fresh }) => {
  test.slow()
  await lay(app.url(), calls, fresh)
  const folder = join(app.folder, 'keluaran')
  const { entries } = await calls.document.list({ lab, innovation: fresh })
  const profile = entries.find(({ kind }) => kind.startsWith('profil-iid-2026'))
  const session = (await calls.document.list({ lab })).entries.find(({ kind }) => kind === 'undangan')
  const wanted = [
    { kind: profile?.kind ?? '', innovation: fresh },
    { kind: 'undangan', session: session?.session ?? '', officials: ['jahat-tanda'] },
  ]
  for (const one of wanted) {
    for (const format of ['docx', 'pdf'] as const) {
      let file = ''
      for await (const step of await calls.document.export({ lab, ...one, format, language: 'id' }))
        if (step.state === 'done') file = step.file
      const at = join(folder, (await readdir(folder)).find((name) => file.endsWith(name)) ?? '')
      const text = (await (format === 'docx' ? docxText(at) : pdfText(at))).replaceAll(/\s/g, '')
      expect(text, `${one.kind} ${format}`).toContain(kinds.tanda.replaceAll(/\s/g, ''))
      expect((await readFile(at)).length).toBeGreaterThan(1000)
    }
  }
})
