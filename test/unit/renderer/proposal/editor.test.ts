/** The section editor in a real browser, over real documents. */
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { build } from 'vite'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { RichNode } from '#shared/model/lab.ts'
import { parseBlocks, type WrittenBlock } from '#shared/rules/rich-text.ts'
import { browserLaunch } from '#test/host/find-browser.ts'
import type { Bench } from './page.ts'

let browser: Browser
let page: Page
let script = ''

beforeAll(async () => {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: { entry: join(import.meta.dirname, 'page.ts'), formats: ['iife'], name: 'page' },
      target: 'es2022',
    },
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  const [first] = Array.isArray(built) ? built : [built]
  if (first === undefined || !('output' in first)) throw new Error('nothing was built')
  script = first.output[0].code
  browser = await chromium.launch(await browserLaunch())
})
afterAll(() => browser?.close())
beforeEach(async () => {
  const context = await browser.newContext()
  page = await context.newPage()
  await page.addScriptTag({ content: script })
  return () => context.close()
})

const written = (...blocks: readonly WrittenBlock[]): RichNode =>
  parseBlocks(blocks, {
    picture: () => ({ name: 'ours.png', width: 40, height: 30 }),
    link: () => 'link-0',
  })

describe('opening a section', () => {
  const whole = written(
    { h: 'Latar belakang' },
    { p: 'Setiap akhir triwulan **bendahara** {{pohon|pulang larut **malam**}}.' },
    { ul: ['satu', 'dua'] },
    { ol: ['tiga'] },
    { quote: 'Sudah disate atau belum?' },
    { img: { file: 'a.png', alt: 'Bagan', caption: 'Alur' } },
    { h: 'Tujuan', level: 4 },
    { table: { head: ['Aspek', 'Sebelum'], rows: [['Waktu', '21 hari']] } },
  )

  it.each([
    ['an empty section', written()],
    ['every kind of block, a table last', whole],
    ['a picture last', written({ p: 'Alur:' }, { img: { file: 'a.png', alt: 'Bagan', caption: 'Alur' } })],
  ])('writes nothing into the document: %s', async (_name, content) => {
    const found = await page.evaluate((value) => {
      const desk = window.bench.one(value)
      desk.editor.commands.focus('end')
      desk.editor.commands.selectAll()
      return { changes: desk.changes(), rich: window.bench.rich(desk) }
    }, content)
    expect(found.changes).toBe(0)
    expect(found.rich).toEqual(content)
  })

  it('shows one number for one quotation, also when part of it is bold', async () => {
    const marks = await page.evaluate((value) => {
      window.bench.one(value)
      return [...document.querySelectorAll('mark')].map((one) => [one.dataset['source'], one.textContent])
    }, whole)
    expect(marks).toEqual([['link-0', 'pulang larut malam']])
  })
})

describe('two people in one section', () => {
  it('both keep what they wrote, and undo takes back only what is one’s own', async () => {
    const found = await page.evaluate(
      (value) => {
        const [rina, budi] = window.bench.two(value)
        window.bench.behind(rina, 'Laporan')
        window.bench.behind(budi, 'terlambat')
        window.bench.type(rina, ' keuangan')
        window.bench.type(budi, ' lagi')
        const both = [window.bench.text(rina), window.bench.text(budi)]
        rina.editor.commands.undo()
        return { both, after: [window.bench.text(rina), window.bench.text(budi)] }
      },
      written({ p: 'Laporan datang terlambat' }),
    )
    expect(found.both).toEqual(['Laporan keuangan datang terlambat lagi', 'Laporan keuangan datang terlambat lagi'])
    expect(found.after).toEqual(['Laporan datang terlambat lagi', 'Laporan datang terlambat lagi'])
  })
})

describe('a quotation from a canvas', () => {
  it('comes to the cursor with its mark and its link, and one undo takes all of it away', async () => {
    const found = await page.evaluate(
      (value) => {
        const desk = window.bench.one(value)
        window.bench.behind(desk, 'Sebabnya')
        window.bench.quote(desk, 'Tidak ada pengingat')
        const rich = window.bench.rich(desk)
        const trail = window.bench.trail(desk)
        desk.editor.commands.undo()
        const undone = { text: window.bench.text(desk), trail: window.bench.trail(desk).length }
        desk.editor.commands.redo()
        return { rich, trail, undone, redone: { text: window.bench.text(desk), trail: window.bench.trail(desk).length } }
      },
      written({ p: 'Sebabnya jelas.' }),
    )
    expect(found.rich.content?.[0]?.content).toEqual([
      { type: 'text', text: 'Sebabnya ' },
      { type: 'text', text: 'Tidak ada pengingat', marks: [{ type: 'source', attrs: { link: 'link-1' } }] },
      { type: 'text', text: ' jelas.' },
    ])
    expect(found.trail).toEqual([
      {
        id: 'link-1',
        from: { place: 'item', of: 'pohon-masalah', key: 'akar-1', quote: 'Tidak ada pengingat' },
        to: { place: 'section', of: 'kipp', key: 'ide', quote: 'Tidak ada pengingat' },
        by: 'Rina',
        at: '2026-08-10T02:00:00Z',
      },
    ])
    expect(found.undone).toEqual({ text: 'Sebabnya jelas.', trail: 0 })
    expect(found.redone).toEqual({ text: 'Sebabnya Tidak ada pengingat jelas.', trail: 1 })
  })

  it('does not mark what is typed behind it', async () => {
    const marked = await page.evaluate((value) => {
      const desk = window.bench.one(value)
      window.bench.quote(desk, 'Tidak ada pengingat', true)
      window.bench.type(desk, ' menurut tim')
      return [...document.querySelectorAll('mark')].map((one) => one.textContent)
    }, written())
    expect(marked).toEqual(['Tidak ada pengingat'])
  })

  it.each([
    ['an empty section', written(), 'Akar'],
    ['a section that ends with a table', written({ table: { head: ['A'], rows: [] } }), 'A\nAkar'],
    ['a section with text', written({ p: 'Dulu.' }), 'Dulu.\nAkar'],
  ])('goes to a line of its own at the end of %s nobody has clicked into', async (_name, content, text) => {
    const found = await page.evaluate((value) => {
      const desk = window.bench.one(value)
      window.bench.quote(desk, 'Akar', true)
      return window.bench.text(desk)
    }, content)
    expect(found).toBe(text)
  })

  it('keeps the lines of a long answer', async () => {
    const found = await page.evaluate((value) => {
      const desk = window.bench.one(value)
      window.bench.quote(desk, 'Baris satu\n\n  Baris dua', true)
      return { text: window.bench.text(desk), marks: document.querySelectorAll('mark').length }
    }, written())
    expect(found).toEqual({ text: 'Baris satu\nBaris dua', marks: 1 })
  })

  it('can be detached from its source: the words stay, the link goes, and undo brings it back', async () => {
    const found = await page.evaluate((value) => {
      const desk = window.bench.one(value)
      window.bench.quote(desk, 'Akar', true)
      window.bench.forget(desk)
      const gone = {
        text: window.bench.text(desk),
        marks: document.querySelectorAll('mark').length,
        trail: window.bench.trail(desk).length,
      }
      desk.editor.commands.undo()
      return { gone, back: { marks: document.querySelectorAll('mark').length, trail: window.bench.trail(desk).length } }
    }, written())
    expect(found.gone).toEqual({ text: 'Akar', marks: 0, trail: 0 })
    expect(found.back).toEqual({ marks: 1, trail: 1 })
  })
})

describe('inserting blocks', () => {
  it('uses up the empty line for a subheading and leaves the cursor below it', async () => {
    const found = await page.evaluate((value) => {
      const desk = window.bench.one(value)
      window.bench.heading(desk, 'Latar belakang', true)
      window.bench.type(desk, 'Mulai')
      return window.bench.rich(desk).content?.map(({ type }) => type)
    }, written())
    expect(found).toEqual(['heading', 'paragraph'])
  })

  it('leaves a line to write on behind a table or picture at the end', async () => {
    const found = await page.evaluate(
      (value) => {
        const kinds = (desk: ReturnType<Bench['one']>) => window.bench.rich(desk).content?.map(({ type }) => type)
        const table = window.bench.one(value)
        window.bench.behind(table, 'Alur')
        window.bench.table(table)
        const picture = window.bench.one(value)
        window.bench.behind(picture, 'Alur')
        window.bench.picture(picture)
        return [kinds(table), kinds(picture)]
      },
      written({ p: 'Alur' }),
    )
    expect(found).toEqual([
      ['paragraph', 'table', 'paragraph'],
      ['paragraph', 'image', 'paragraph'],
    ])
  })
})

describe('pasted text', () => {
  it('keeps what a section may contain and turns Word’s lists and headings into ours', async () => {
    const rich = await page.evaluate((value) => {
      const desk = window.bench.one(value)
      window.bench.paste(
        desk,
        `<html xmlns:o="x"><head><style>p{color:red}</style></head><body><h1>Judul<o:p></o:p></h1>
        <p class=MsoNormal style='margin:0'><b>Tebal</b> dan <a href="https://contoh.invalid">tautan</a><script>alert(1)</script></p>
        <p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp;</span></span>satu</p><p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>dua</p>
        <p style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.</span>pertama</p>
        <img src="https://contoh.invalid/a.png"></body></html>`,
      )
      return window.bench.rich(desk)
    }, written())
    expect(rich.content?.map(({ type }) => type)).toEqual(['heading', 'paragraph', 'bulletList', 'orderedList'])
    expect(rich.content?.[0]).toMatchObject({ attrs: { level: 3 }, content: [{ type: 'text', text: 'Judul' }] })
    expect(rich.content?.[1]?.content).toEqual([
      { type: 'text', text: 'Tebal', marks: [{ type: 'bold' }] },
      { type: 'text', text: ' dan tautan' },
    ])
    expect(rich.content?.[2]?.content?.map((item) => item.content?.[0]?.content?.[0]?.text)).toEqual(['satu', 'dua'])
  })

  it('drops pictures and sources of another innovation and keeps those of this one', async () => {
    const found = await page.evaluate(() => [
      window.bench.clean('<p>a <mark data-source="ours">b</mark> <mark data-source="other">c</mark></p>'),
      window.bench.clean('<img data-name="ours.png"><img data-name="other.png"><img src="x">'),
    ])
    expect(found).toEqual(['<p>a <mark data-source="ours">b</mark> c</p>', '<img data-name="ours.png">'])
  })

  it('keeps the levels of Word’s lists, takes links as their words, and forgets the widths of a spreadsheet', async () => {
    const rich = await page.evaluate((value) => {
      const desk = window.bench.one(value)
      const item = (level: number, sign: string, text: string) =>
        `<p style='mso-list:l0 level${level} lfo1'><span style='mso-list:Ignore'>${sign}</span>${text}</p>`
      window.bench.paste(
        desk,
        `${item(1, '·', 'satu')}${item(2, 'o', 'satu a')}${item(2, 'o', 'satu b')}${item(1, '·', 'dua')}
        <p>Lihat <a href="https://contoh.invalid">peraturan</a>.</p>
        <table><colgroup><col width="64"></colgroup><tr><td width="64">A</td><td>B</td></tr></table>`,
      )
      return window.bench.rich(desk)
    }, written())
    const [list, line, table] = rich.content ?? []
    expect(list?.content?.map(({ content }) => content?.map(({ type }) => type))).toEqual([['paragraph', 'bulletList'], ['paragraph']])
    expect(list?.content?.[0]?.content?.[1]?.content).toHaveLength(2)
    expect(line?.content).toEqual([{ type: 'text', text: 'Lihat peraturan.' }])
    expect(JSON.stringify(table)).not.toContain('colwidth')
  })

  it('makes a table of cells parted by tabs, and of nothing else', async () => {
    const found = await page.evaluate(() => ['a\tb\r\nc\t<d>\n', 'satu baris\tsaja', 'a\tb\ntanpa tab'].map(window.bench.tabs))
    expect(found).toEqual([
      '<table><tbody><tr><td><p>a</p></td><td><p>b</p></td></tr><tr><td><p>c</p></td><td><p>&lt;d&gt;</p></td></tr></tbody></table>',
      null,
      null,
    ])
  })
})

describe('a version brought back while somebody writes', () => {
  it('leaves the cursor of the other one in the words that stay, and one undo of the editor takes it back', async () => {
    const found = await page.evaluate(
      ([then, now]) => {
        const [rina, budi] = window.bench.two(now)
        window.bench.behind(budi, 'Bendahara')
        window.bench.restore(rina, then)
        const restored = window.bench.text(budi)
        window.bench.type(budi, ' sekolah')
        const typed = window.bench.text(rina)
        rina.editor.commands.undo()
        return { restored, typed, undone: [window.bench.text(rina), window.bench.text(budi)] }
      },
      [
        written({ h: 'Latar' }, { p: 'Bendahara pulang larut malam.' }),
        written({ p: 'Setiap hari Bendahara pulang malam.' }, { p: 'Kalimat belakangan.' }),
      ] as const,
    )
    expect(found.restored).toBe('Latar\nBendahara pulang larut malam.')
    expect(found.typed).toBe('Latar\nBendahara sekolah pulang larut malam.')
    for (const text of found.undone) expect(text).toBe('Setiap hari Bendahara sekolah pulang malam.\nKalimat belakangan.')
  })
})
