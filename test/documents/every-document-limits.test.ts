/** Every document of the packs with nothing in it, with hostile text in every string, and with very long texts. */
import { beforeAll, describe, expect, it } from 'vitest'
import { buildWorkbook } from '#core/documents/build/workbook.ts'
import { writeDocx } from '#core/documents/write/docx/write-docx.ts'
import { writePdf } from '#core/documents/write/pdf/write-pdf.ts'
import { writeXlsx } from '#core/documents/write/xlsx/write-xlsx.ts'
import type { Outline } from '#shared/model/outline.ts'
import { cleanText } from '#shared/rules/clean-text.ts'
import { bound, built, everyDocument, type Stock, sampleStock, sourceFor } from './every.ts'
import { docxWords, officeFaults, qpdfFaults, readTold, tagFaults } from './every-checks.ts'
import { emptyStock, marksIn, poisoned, replacing } from './every-hostile.ts'
import { promisedBy } from './every-promises.ts'
import { folded, missingSteps, type Step, stepsOf } from './every-steps.ts'
import { docxParts, frozen, unescapeXml } from './reading.ts'

const seed = Number(process.env.LABINOV_SEED ?? 1945)
const everyOne = everyDocument.map((def) => [def.id, def] as const)
let stock: Stock
let hostile: Stock
beforeAll(async () => {
  console.log(`seed ${seed}`)
  stock = await sampleStock()
  hostile = poisoned(stock, seed)
})

/** Both files, read once. */
async function bothOf(outline: Outline) {
  const pdf = await writePdf(outline, frozen)
  const docx = await writeDocx(outline, frozen)
  return { pdf, docx, told: await readTold(pdf.bytes), word: docxWords(docx.bytes) }
}

/** Of each step its marks; bidirectional text is read back in another order. */
const marksOf = (step: Step): Step =>
  typeof step === 'string' ? { beside: [marksIn(step)] } : { beside: step.beside.map((steps) => steps.map(marksOf)) }

describe('with nothing in it', () => {
  it.each(everyOne)('%s is a sound file that says what is missing', async (_, def) => {
    const outline = built(def, emptyStock)
    const { pdf, told, word } = await bothOf(outline)
    expect(tagFaults(pdf.bytes, told)).toEqual([])
    expect(word.broken).toEqual([])
    expect(missingSteps(stepsOf(outline, true), told.text, 1)).toEqual([])
    expect(missingSteps(stepsOf(outline, false), word.text, 0)).toEqual([])
    expect(`${told.text} ${word.text} ${word.drawn}`).toMatch(/belum|Belum|\.{10}/)
    expect(`${told.text} ${word.text}`).not.toMatch(/undefined|\bnull\b|NaN|\{\w+\.\w+\}/)
  })
})

describe('with hostile text in every string', () => {
  it.each(everyOne)('%s opens and keeps every text', async (_, def) => {
    const outline = built(def, hostile)
    const { pdf, told, word } = await bothOf(outline)
    expect(tagFaults(pdf.bytes, told)).toEqual([])
    expect(word.broken).toEqual([])
    expect(missingSteps(stepsOf(outline, true).map(marksOf), told.text, 2), 'in the PDF').toEqual([])
    expect(missingSteps(stepsOf(outline, false), word.text, 0), 'in the DOCX').toEqual([])
    // What a face lacks is a visible box, and is counted.
    if (pdf.report.missingGlyphs.length > 0) expect(told.text).toContain('□')
    const owed = promisedBy(def.id, sourceFor(def, hostile)).flatMap(marksIn)
    expect(
      owed.filter((mark) => !told.text.replaceAll(/\s/gu, '').includes(mark)),
      'promised, not in the PDF',
    ).toEqual([])
  })

  it.each(everyOne.filter(([, { workbook }]) => workbook !== undefined))('%s is a valid workbook without formulas', async (_, def) => {
    const bytes = writeXlsx(buildWorkbook(def, sourceFor(def, hostile)), frozen.clockIso)
    const sheets = Object.entries(docxParts(bytes)).filter(([name]) => name.includes('worksheets/'))
    for (const [, xml] of sheets) expect(xml).not.toContain('<f>')
    expect((await officeFaults(bytes, 'xlsx')) ?? '').toBe('')
  })
})

/** Both writers have one of everything that stands in these. */
describe.each(['empty', 'hostile'] as const)('all documents of a lab that is %s', (which) => {
  it('are valid for the Open XML SDK and for qpdf', async () => {
    const from = which === 'empty' ? emptyStock : hostile
    const book = bound(everyDocument.map((def) => built(def, from)))
    const { bytes } = await writeDocx(book, frozen)
    const pdf = await writePdf(book, frozen)
    const [office, qpdf] = await Promise.all([officeFaults(bytes, 'docx'), qpdfFaults(pdf.bytes)])
    expect(office ?? '').toBe('')
    expect(qpdf ?? '').toBe('')
  }, 60_000)
})

describe('with very long texts', () => {
  // No part of it is like another, so that where it goes on is never in doubt.
  const word = Array.from({ length: 1_000 }, (_, at) => `k${String(at).padStart(4, '0')}`).join('')
  const lines = Array.from({ length: 10_000 }, (_, at) => `Baris${at}`).join('\n')

  /** One of the texts a document promises is another, wherever it stands. */
  async function holds(id: string, long: string): Promise<void> {
    const def = everyDocument.find((one) => one.id === id)
    if (def === undefined) throw new Error(`no document ${id}`)
    const last = promisedBy(id, sourceFor(def, stock)).findLast((text) => /\p{L} \p{L}/u.test(text))
    if (last === undefined) return
    const outline = built(def, replacing(stock, last, long))
    const { pdf, told, word: typed } = await bothOf(outline)
    expect(tagFaults(pdf.bytes, told)).toEqual([])
    expect(typed.broken).toEqual([])
    expect(missingSteps(stepsOf(outline, false), typed.text, 0), 'in the DOCX').toEqual([])
    // Pages part it in as many places; everything between them is there.
    const printed = folded(told.text)
    const lost = (folded(long).match(/[kB]\D*\d+/gu) ?? []).filter((part) => !printed.includes(part))
    expect(lost.length, lost.slice(0, 10).join(' ')).toBeLessThanOrEqual(told.pages)
  }

  it.each(everyOne)('%s holds a word of 5,000 letters whole', (id) => holds(id, word), 60_000)
  it('notula holds a note of 10,000 lines whole', () => holds('notula', lines), 120_000)
})

it('cleans titles and properties as it cleans the text', async () => {
  const def = everyDocument.find(({ id }) => id === 'proposal-kipp') ?? everyDocument[0]
  if (def === undefined) throw new Error('no document')
  const outline = built(def, hostile)
  const { bytes } = await writeDocx(outline, frozen)
  expect(unescapeXml(docxParts(bytes)['docProps/core.xml'] ?? '')).toContain(cleanText(outline.title).replaceAll('\t', ' '))
})
