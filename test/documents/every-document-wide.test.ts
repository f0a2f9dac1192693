/** Sections of 5,000 words, tables of 40 columns, pictures that are gone or damaged, and the largest lab there is. */
import { beforeAll, describe, expect, it } from 'vitest'
import { writeDocx } from '#core/documents/write/docx/write-docx.ts'
import { writePdf } from '#core/documents/write/pdf/write-pdf.ts'
import type { RichNode } from '#shared/model/lab.ts'
import type { Outline } from '#shared/model/outline.ts'
import { type DocumentDef, stageKeys } from '#shared/model/pack.ts'
import { formOf, indicatorsOf } from '#shared/rules/packs.ts'
import { largeConvention } from '../makers/convention-large.ts'
import { makeCanvas, makeInnovation, makeItems, paragraph, rich } from '../makers/innovation.ts'
import { makeLab, makePerson, makeUnit } from '../makers/lab.ts'
import { came, emptyLog, makeNote, makeReward, makeSession } from '../makers/lab-log.ts'
import { aPng } from '../makers/outline.ts'
import { built, everyDocument, type Stock, sampleStock, shipped, sourceFor } from './every.ts'
import { docxWords, officeFaults, qpdfFaults, readTold, tagFaults } from './every-checks.ts'
import { promisedBy } from './every-promises.ts'
import { folded, missingSteps, stepsOf } from './every-steps.ts'
import { frozen } from './reading.ts'

let stock: Stock
beforeAll(async () => {
  stock = await sampleStock()
})
const named = (defs: readonly DocumentDef[]) => defs.map((def) => [def.id, def] as const)

/** Writes both, checks what holds of every file, and gives what they say. */
async function soundly(outline: Outline, breaks: number | null = 3) {
  const pdf = await writePdf(outline, frozen)
  const docx = await writeDocx(outline, frozen)
  const told = await readTold(pdf.bytes)
  const word = docxWords(docx.bytes)
  expect(tagFaults(pdf.bytes, told)).toEqual([])
  expect(word.broken).toEqual([])
  // A table that is too wide becomes several, whose cells follow in another order.
  if (breaks !== null) {
    expect(missingSteps(stepsOf(outline, true), told.text, breaks), 'in the PDF').toEqual([])
    expect(missingSteps(stepsOf(outline, false), word.text, 0), 'in the DOCX').toEqual([])
  }
  return { pdf, docx, told, word }
}

describe('a section of 5,000 words and a table of 40 columns', () => {
  const words = Array.from({ length: 5_000 }, (_, at) => `kata${at}`)
  const row = (type: 'tableHeader' | 'tableCell', of: string): RichNode => ({
    type: 'tableRow',
    content: Array.from({ length: 40 }, (_, at) => ({ type, content: [paragraph(`${of}${at}`)] })),
  })
  const table: RichNode = { type: 'table', content: [row('tableHeader', 'Kolom'), row('tableCell', 'isi'), row('tableCell', 'nilai')] }
  const formFor = (def: DocumentDef) => formOf(shipped, def.builder === 'profile' ? (indicatorsOf(shipped, def.of)?.profile ?? '') : def.of)
  const withSections = everyDocument.filter(
    (def) => (def.builder === 'proposal' || def.builder === 'profile') && formFor(def) !== undefined,
  )

  it.each(named(withSections))(
    '%s prints both whole',
    async (_, def) => {
      const form = formFor(def)
      const [first, second] = [form?.sections[0]?.key ?? '', form?.sections.at(-1)?.key ?? '']
      const parts = [rich(paragraph(words.join(' '))), rich(paragraph('Sebelum'), table, paragraph('Sesudah'))] as const
      const sections =
        first === second ? { [first]: rich(...parts.flatMap(({ content = [] }) => content)) } : { [first]: parts[0], [second]: parts[1] }
      const innovation = makeInnovation({ proposals: { [form?.id ?? '']: { form: form?.id ?? '', header: {}, sections } } })
      const { told, word, docx } = await soundly(built(def, stock, { innovation }), null)
      const cells = Array.from({ length: 40 }, (_, at) => [`Kolom${at}`, `isi${at}`, `nilai${at}`]).flat()
      for (const text of [folded(told.text), folded(word.text)])
        expect([...words, ...cells].filter((one) => !text.includes(one)).slice(0, 10)).toEqual([])
      expect((await officeFaults(docx.bytes, 'docx')) ?? '').toBe('')
    },
    60_000,
  )
})

describe('pictures that cannot be shown', () => {
  const png = aPng(60, 40)
  const wrongSum = png.map((byte, at) => (at === 30 ? byte ^ 0xff : byte))
  /** Head and size of a photograph, and nothing of its pixels. */
  const cutJpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0, 40, 0, 60, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1, 0xff])
  const damaged: readonly (Uint8Array | null)[] = [
    null,
    cutJpeg,
    wrongSum,
    new TextEncoder().encode('Ini bukan gambar, hanya namanya foto.jpg'),
    new Uint8Array(0),
    png.slice(0, 50),
  ]

  it.each(named(everyDocument))(
    '%s says so where each of them would stand, and counts them',
    async (_, def) => {
      const asked: string[] = []
      const outline = built(def, stock, {
        attachment: (name) => {
          if (!asked.includes(name)) asked.push(name)
          const bytes = damaged[asked.indexOf(name) % damaged.length] ?? null
          return bytes === null ? null : { bytes, type: 'jpg', width: 60, height: 40 }
        },
      })
      if (asked.length === 0) return
      const { pdf, docx, told, word } = await soundly(outline)
      expect(pdf.report.missingPictures).toBeGreaterThan(0)
      expect(docx.report.missingPictures).toBe(pdf.report.missingPictures)
      expect(told.text).toMatch(/Gambar tidak|Foto tidak|tidak terbaca|tidak dapat dibaca|Foto|Lambang/)
      expect(`${word.text} ${word.drawn}`).toMatch(/Gambar tidak|Foto tidak|tidak terbaca|tidak dapat dibaca|Foto|Lambang/)
      const [office, qpdf] = await Promise.all([officeFaults(docx.bytes, 'docx'), qpdfFaults(pdf.bytes)])
      expect([office ?? '', qpdf ?? '']).toEqual(['', ''])
    },
    60_000,
  )

  it('says it for every kind of damage', async () => {
    const def = everyDocument.find(({ id }) => id === 'daftar-bukti')
    if (def === undefined) throw new Error('no list of evidence')
    const count = async (bytes: Uint8Array | null) => {
      const attachment = () => (bytes === null ? null : ({ bytes, type: 'jpg', width: 60, height: 40 } as const))
      const outline = built(def, stock, { attachment })
      return (await writePdf(outline, frozen)).report.missingPictures
    }
    const counts = []
    for (const bytes of damaged) counts.push(await count(bytes))
    expect(counts[0]).toBeGreaterThan(0)
    expect(new Set(counts).size).toBe(1)
    expect(await count(png)).toBe(0)
  })
})

describe('200 innovations of 90 units with 400 people', () => {
  const units = Array.from({ length: 90 }, (_, at) => makeUnit({ id: `u${at}`, name: `Unit Contoh ${at}`, head: `Contoh Kepala ${at}` }))
  const people = Array.from({ length: 400 }, (_, at) => makePerson({ id: `p${at}`, name: `Contoh Peserta ${at}`, unit: `u${at % 90}` }))
  const steps = makeItems(
    Array.from({ length: 8 }, (_, at) => ({
      text: `Langkah ${at}`,
      values: { status: at < 4 ? 'selesai' : 'tertunda', progres: at * 10 },
    })),
  )
  const large: Stock = {
    lab: makeLab({ units, people }),
    innovations: Array.from({ length: 200 }, (_, at) =>
      makeInnovation({
        id: `i${at}`,
        name: `INOVASI ${at}`,
        longName: `Kepanjangan inovasi ${at}`,
        summary: `Ringkasan inovasi nomor ${at}`,
        unit: `u${at % 90}`,
        stage: stageKeys[at % stageKeys.length] ?? 'diagnose',
        launched: at % 2 === 0,
        canvases: { 'pemantauan-rencana-aksi': makeCanvas({ def: 'pemantauan-rencana-aksi', items: steps }) },
      }),
    ),
    log: {
      ...emptyLog,
      sessions: stageKeys.map((stage, at) =>
        makeSession({ id: `s${at}`, title: `Sesi ke ${at}`, stage, attendance: came(...people.slice(at * 50).map(({ id }) => id)) }),
      ),
      notes: Array.from({ length: 300 }, (_, at) => makeNote({ id: `n${at}`, text: `Langkah lanjut ${at}`, session: `s${at % 6}` })),
      rewards: [makeReward()],
    },
    conventions: [largeConvention(200, 7)],
    attachment: () => null,
  }

  it.each(named(everyDocument.filter(({ scope }) => scope !== 'innovation')))(
    'are all in %s',
    async (id, def) => {
      const { told, word } = await soundly(built(def, large), 2)
      const owed = promisedBy(id, sourceFor(def, large))
      const [printed, typed] = [folded(told.text), folded(word.text)]
      expect(owed.filter((text) => !printed.includes(folded(text))).slice(0, 10), 'not in the PDF').toEqual([])
      expect(owed.filter((text) => !typed.includes(folded(text))).slice(0, 10), 'not in the DOCX').toEqual([])
    },
    60_000,
  )
})
