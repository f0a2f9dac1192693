/** Canvases on sheets of their own: every kind, whatever is written on it, read back from the finished file. */
import { execFileSync } from 'node:child_process'
import { crc32 as crc, deflateSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildCanvasSheet, type SheetSource, type SheetWanted } from '#core/documents/build/canvas-sheet.ts'
import { writeDocx } from '#core/documents/write/docx/write-docx.ts'
import { writePdf } from '#core/documents/write/pdf/write-pdf.ts'
import { loadPacks } from '#core/packs/packs.ts'
import type { ItemId } from '#shared/model/ids.ts'
import type { Canvas, Innovation } from '#shared/model/lab.ts'
import type { OutlinePicture } from '#shared/model/outline.ts'
import type { BoardDef, CanvasDef } from '#shared/model/pack.ts'
import { blankItem } from '#shared/rules/blank.ts'
import { answerFields } from '#shared/rules/facts.ts'
import { canvasOf, type Packs } from '#shared/rules/packs.ts'
import { makeInnovation, orderAt } from '../makers/innovation.ts'
import { makeLab } from '../makers/lab.ts'
import { filled } from './filled.ts'
import { docxParts, docxText, frozen, readPdf, squeezed, withTool } from './reading.ts'

let packs: Packs
let defs: readonly CanvasDef[]
beforeAll(async () => {
  packs = (await loadPacks(new URL('../../templates/packs', import.meta.url).pathname)).packs
  defs = packs.flatMap((pack) => pack.canvases)
})
const defOf = (id: string): CanvasDef => {
  const def = canvasOf(packs, id)
  if (def === undefined) throw new Error(`no canvas ${id}`)
  return def
}

const source = (canvas: Canvas, over: Partial<Innovation> = {}, attachment: SheetSource['attachment'] = () => null): SheetSource => {
  const innovation = makeInnovation({ canvases: { [canvas.def]: canvas }, ...over })
  return { lab: makeLab(), packs, language: 'id', today: '2026-06-29', innovation, attachment }
}
const wanted = (over: Partial<SheetWanted> = {}): SheetWanted => ({ paper: 'A4', orientation: 'landscape', style: 'pictures', ...over })
const pdfOf = async (def: CanvasDef, from: SheetSource, over: Partial<SheetWanted> = {}) =>
  writePdf(buildCanvasSheet(def, from, wanted(over)), frozen)
const textOf = async (bytes: Uint8Array): Promise<string> => squeezed((await readPdf(bytes)).pages.map((page) => page.text).join(' '))

/** Facts of the innovation stand in a form or the head of a grid instead of what a test put there. */
const ownTexts = (def: CanvasDef, canvas: Canvas, texts: readonly string[]): readonly string[] => {
  const bound = answerFields(def).flatMap((field) => (field.fact === undefined ? [] : [canvas.fields[field.key]]))
  return texts.filter((text) => !bound.includes(text))
}

it('prints every canvas of the packs with every text on it, lying and standing, as pages and as a document', async () => {
  for (const def of defs) {
    const { canvas, texts } = filled(def, { seed: 3, items: 11 })
    const from = source(canvas)
    for (const orientation of ['landscape', 'portrait'] as const) {
      const { bytes, report } = await pdfOf(def, from, { orientation })
      const text = await textOf(bytes)
      for (const one of ownTexts(def, canvas, texts)) expect(text, `${def.id} ${orientation}: ${one}`).toContain(squeezed(one))
      expect(report.missingGlyphs, def.id).toEqual([])
    }
    const { bytes } = await writeDocx(buildCanvasSheet(def, from, wanted({ style: 'words' })), frozen)
    const words = squeezed(docxText(docxParts(bytes)['word/document.xml'] ?? ''))
    for (const one of ownTexts(def, canvas, texts)) expect(words, `${def.id} docx: ${one}`).toContain(squeezed(one))
  }
}, 240_000)

it('says on every sheet what it is, whose, when, and how well its pack is known', async () => {
  const def = defOf('usg')
  const { bytes } = await pdfOf(def, source(filled(def, { items: 80 }).canvas))
  const pdf = await readPdf(bytes)
  expect(pdf.pages.length).toBeGreaterThan(1)
  expect(pdf.pages[0]?.text).toContain('LANGKOK · Dinas Kependudukan dan Pencatatan Sipil · Diagnose · Kota Solok · 29 Juni 2026')
  for (const page of pdf.pages) expect(page.text).toMatch(/kanvas-dasar v\d+ · belum diverifikasi/)
})

it.each([
  ['A4', 'landscape', [842, 595]],
  ['A3', 'landscape', [1191, 842]],
  ['A3', 'portrait', [842, 1191]],
  ['F4', 'portrait', [609, 935]],
] as const)('prints on %s %s paper of that size', async (paper, orientation, size) => {
  const def = defOf('harapan-kekhawatiran')
  const { bytes } = await pdfOf(def, source(filled(def).canvas), { paper, orientation })
  const box = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(Buffer.from(bytes).toString('latin1'))
  expect([Math.round(Number(box?.[1])), Math.round(Number(box?.[2]))]).toEqual(size)
})

it('prints all of a wall of 3,000 notes, each whole on one page, in the order of its zones', async () => {
  const def = defOf('peta-masalah') as BoardDef // the pack says so
  const items = Array.from({ length: 3000 }, (_, at) => ({
    ...blankItem(`n${at}` as ItemId), // test id
    order: orderAt(at),
    zone: def.zones[at % def.zones.length]?.key ?? null,
    text: `kartu-${at}-mulai antrean loket akta kelahiran selesai-${at}`,
  }))
  const { bytes } = await pdfOf(def, source({ def: def.id, state: 'berjalan', items, fields: {}, settings: {} }), { paper: 'A3' })
  const pages = (await readPdf(bytes)).pages.map((page) => squeezed(page.text))
  const pageOf = (mark: string): number => pages.findIndex((text) => text.includes(squeezed(mark)))
  for (let at = 0; at < 3000; at += 1) {
    const page = pageOf(`kartu-${at}-mulai`)
    expect(page, `note ${at}`).toBeGreaterThanOrEqual(0)
    expect(pages[page]).toContain(squeezed(`selesai-${at}`))
  }
  expect(pageOf('kartu-0-mulai')).toBeLessThanOrEqual(pageOf(`kartu-${def.zones.length}-mulai`))
}, 120_000)

it('reads in order in another reader too: the head first, then rows from top to bottom', async () => {
  const def = defOf('usg')
  const { canvas, texts } = filled(def, { items: 6 })
  const { bytes } = await pdfOf(def, source(canvas))
  const text = withTool('pdftotext', bytes, 'pdf', (file) => execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }))
  if (text === null) return
  const flat = text.replaceAll(/\s+/gu, ' ')
  const places = ['USG', 'LANGKOK', 'Jumlah', 'Peringkat'].map((word) => flat.indexOf(word))
  expect(places).toEqual([...places].sort((a, b) => a - b))
  expect(places.every((place) => place >= 0)).toBe(true)
  for (const one of texts) expect(squeezed(flat)).toContain(squeezed(one.split(' ').slice(0, 2).join(' ')))
})

describe('whatever is written on a canvas', () => {
  const poisons = {
    'control characters': ' \u0000\u0007\ufffe\uffff',
    'a lone surrogate': ' \ud800',
    markup: ' <b>&amp;</b> ]]> "x"',
    'emoji and other scripts': ' 👩‍⚕️ 🇮🇩 عربى 漢字',
    'a word without end': ` ${'antrean'.repeat(60)}`,
    'many lines': `${'\nbaris'.repeat(30)}`,
  } as const
  it.each(Object.entries(poisons))(
    'opens with %s in every text',
    async (_, poison) => {
      for (const id of [
        'rencana-aksi',
        'peta-masalah',
        'pohon-masalah',
        'lima-mengapa',
        'fishbone',
        'risiko',
        'form-ide',
        'one-slide',
        'survei-kesiapan',
      ]) {
        const def = defOf(id)
        const from = source(filled(def, { seed: 5, items: 7, poison }).canvas)
        const { bytes } = await pdfOf(def, from)
        const pdf = await readPdf(bytes)
        expect(pdf.pages.length, id).toBeGreaterThan(0)
        const docx = await writeDocx(buildCanvasSheet(def, from, wanted({ style: 'words' })), frozen)
        expect(docxParts(docx.bytes)['word/document.xml'], id).toContain('</w:document>')
      }
    },
    120_000,
  )
})

describe('a table wider than its paper', () => {
  it('goes on beside itself with the text of its rows again; no cell is lost', async () => {
    const def = defOf('risiko')
    const { canvas, texts } = filled(def, { seed: 8, items: 5 })
    const settings = { ...canvas.settings }
    const { bytes } = await pdfOf(def, source({ ...canvas, settings }), { orientation: 'portrait' })
    const text = await textOf(bytes)
    for (const one of texts) expect(text).toContain(squeezed(one))
    const first = squeezed(canvas.items[0]?.text ?? '-')
    expect(text.split(first).length - 1).toBeGreaterThan(1)
  })
  it('shows three years of months as strips of twelve', async () => {
    const def = defOf('rencana-aksi')
    const { canvas } = filled(def, { items: 4 })
    const { bytes } = await pdfOf(def, source({ ...canvas, settings: { years: ['2026', '2027', '2028'] } }))
    const text = await textOf(bytes)
    for (const year of ['2026', '2027', '2028']) expect(text).toContain(`Waktu${year}`)
    expect(text).toContain('JFMAMJJASOND')
  })
})

it('says of what cannot be worked out that it cannot, and never prints 0 for it', async () => {
  const def = defOf('dampak-mikro')
  const { canvas } = filled(def, { items: 1 })
  const items = canvas.items.map((item) => ({ ...item, values: { ...item.values, sebelum: 0, sesudah: 12 } }))
  const { bytes } = await pdfOf(def, source({ ...canvas, items }))
  expect(await textOf(bytes)).toContain('tidakdapatdihitung')
})

describe('photos', () => {
  const red: OutlinePicture = { bytes: png(40, 20), type: 'png', width: 40, height: 20 }
  it('are drawn where they are at hand, in both formats', async () => {
    const def = defOf('peta-masalah')
    const { canvas } = filled(def, { photo: 'foto.png' })
    const attachment = (name: string): OutlinePicture | null => (name === 'foto.png' ? red : null)
    const { bytes, report } = await pdfOf(def, source(canvas, {}, attachment))
    expect(report.missingPictures).toBe(0)
    expect(Buffer.from(bytes).toString('latin1')).toContain('/Subtype /Image')
    const docx = await writeDocx(buildCanvasSheet(def, source(canvas, {}, attachment), wanted({ style: 'words' })), frozen)
    const svgs = Object.entries(docxParts(docx.bytes)).filter(([name]) => name.endsWith('.svg'))
    expect(svgs.some(([, svg]) => svg.includes('data:image/png;base64,'))).toBe(true)
  })
  it('leave a box with their words and are counted where they are gone', async () => {
    const def = defOf('peta-masalah')
    const { canvas } = filled(def, { photo: 'hilang.png' })
    const { report } = await pdfOf(def, source(canvas))
    expect(report.missingPictures).toBe(1)
  })
  it('stand in the cells of a grid', async () => {
    const def = defOf('before-after')
    const { canvas } = filled(def, { photo: 'foto.png', items: 3 })
    const { bytes, report } = await pdfOf(
      def,
      source(canvas, {}, () => red),
    )
    expect(report.missingPictures).toBe(0)
    expect(Buffer.from(bytes).toString('latin1')).toContain('/Subtype /Image')
  })
})

/** One colour, 8 bits RGB. */
function png(width: number, height: number): Uint8Array {
  const rows = Buffer.alloc(height * (1 + width * 3), 0)
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) rows[y * (1 + width * 3) + 1 + x * 3] = 200
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const parts = [['IHDR', head] as const, ['IDAT', deflateSync(rows)] as const, ['IEND', Buffer.alloc(0)] as const]
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...parts.map(([name, data]) => chunk(name, data))])
}
function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(data.length, 0)
  out.set(body, 4)
  out.writeUInt32BE(crc(body), body.length + 4)
  return out
}
