/** Every document of the packs, filled from the sample lab: what was written is in both files, in order, and the files are sound. */
import { beforeAll, describe, expect, it } from 'vitest'
import { buildWorkbook } from '#core/documents/build/workbook.ts'
import { writeDocx } from '#core/documents/write/docx/write-docx.ts'
import { writePdf } from '#core/documents/write/pdf/write-pdf.ts'
import { writeXlsx } from '#core/documents/write/xlsx/write-xlsx.ts'
import { built, everyDocument, type Stock, sampleStock, sourceFor } from './every.ts'
import { docxWords, officeFaults, qpdfFaults, readTold, tagFaults } from './every-checks.ts'
import { promisedBy, promises } from './every-promises.ts'
import { folded, missingSteps, stepsOf } from './every-steps.ts'
import { docxParts, frozen } from './reading.ts'

let stock: Stock
beforeAll(async () => {
  stock = await sampleStock()
})

it('knows what every document promises', () => {
  expect(everyDocument.map(({ id }) => id).filter((id) => promises[id] === undefined)).toEqual([])
})

describe.each(everyDocument.map((def) => [def.id, def] as const))('%s', (id, def) => {
  it('says the same in Word and PDF, all that was written, in sound files', async () => {
    const outline = built(def, stock)
    const pdf = await writePdf(outline, frozen)
    const docx = await writeDocx(outline, frozen)
    const looked = Promise.all([officeFaults(docx.bytes, 'docx'), qpdfFaults(pdf.bytes)])
    const told = await readTold(pdf.bytes)
    const word = docxWords(docx.bytes)
    expect(tagFaults(pdf.bytes, told)).toEqual([])
    expect(word.broken).toEqual([])
    expect([pdf.report.missingPictures, docx.report.missingPictures, pdf.report.missingGlyphs]).toEqual([0, 0, []])
    expect(pdf.report.pages).toBe(told.pages)
    // A text may go over a page or two.
    expect(missingSteps(stepsOf(outline, true), told.text, 2), 'in the PDF').toEqual([])
    expect(missingSteps(stepsOf(outline, false), word.text, 0), 'in the DOCX').toEqual([])
    const owed = promisedBy(id, sourceFor(def, stock))
    const [printed, typed] = [folded(told.text), folded(word.text + word.drawn)]
    expect(
      owed.filter((text) => missingSteps([text], printed, 2).length > 0),
      'promised, not in the PDF',
    ).toEqual([])
    expect(
      owed.filter((text) => !typed.includes(folded(text))),
      'promised, not in the DOCX',
    ).toEqual([])
    const [again, other] = [await writePdf(built(def, stock), frozen), await writeDocx(built(def, stock), frozen)]
    expect(Buffer.compare(again.bytes, pdf.bytes), 'the same bytes').toBe(0)
    expect(docxParts(other.bytes), 'the same parts').toEqual(docxParts(docx.bytes))
    expect((await looked).filter((one) => one !== null && one !== '')).toEqual([])
  }, 60_000)
})

describe.each(everyDocument.filter(({ workbook }) => workbook !== undefined).map((def) => [def.id, def] as const))(
  '%s as a workbook',
  (_, def) => {
    it('is valid, and the same when made again', async () => {
      const make = () => writeXlsx(buildWorkbook(def, sourceFor(def, stock)), frozen.clockIso)
      const bytes = make()
      expect(Buffer.compare(make(), bytes)).toBe(0)
      expect((await officeFaults(bytes, 'xlsx')) ?? '').toBe('')
    })
  },
)
