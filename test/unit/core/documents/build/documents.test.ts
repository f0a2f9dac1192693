import { beforeAll, describe, expect, it } from 'vitest'
import { documentFileName } from '#core/documents/documents.ts'
import { loadPacks } from '#core/packs/packs.ts'
import type { Innovation } from '#shared/model/lab.ts'
import type { DocumentDef, FormField } from '#shared/model/pack.ts'
import { documentStateOfSummary } from '#shared/rules/document-state.ts'
import { canvasOf, documentOf, formOf, type Packs } from '#shared/rules/packs.ts'
import { summarise } from '#shared/rules/summary.ts'
import { makeCanvas, makeInnovation, paragraph, rich } from '#test/makers/innovation.ts'
import { makeLab, makeUnit } from '#test/makers/lab.ts'

let packs: Packs
beforeAll(async () => {
  packs = (await loadPacks(new URL('../../../../../templates/packs', import.meta.url).pathname)).packs
})
function defOf(id: string): DocumentDef {
  const found = documentOf(packs, id)
  if (found === undefined) throw new Error(`no document ${id}`)
  return found
}
const lab = makeLab()
const stateOf = (id: string, innovation: Innovation) =>
  documentStateOfSummary(defOf(id), { lab, packs, innovation: summarise(innovation, '') })
const required = (fields: readonly FormField[]) => fields.filter((field) => field.required)

describe('the state of a document', () => {
  it('of a form counts the required entries that are missing', () => {
    const form = canvasOf(packs, 'form-ide')
    const keys = form?.kind === 'form' ? required(form.fields).map((field) => field.key) : []
    const filled = (fields: Record<string, string>) => makeInnovation({ canvases: { 'form-ide': makeCanvas({ def: 'form-ide', fields }) } })
    expect(stateOf('form-ide', makeInnovation())).toEqual({ state: 'belum_diisi', missing: keys.length })
    expect(stateOf('form-ide', filled({ [keys[0] ?? '']: 'Isi', keterangan: ' ' }))).toEqual({ state: 'kurang', missing: keys.length - 1 })
    expect(stateOf('form-ide', filled(Object.fromEntries(keys.map((key) => [key, 'Isi']))))).toEqual({ state: 'siap', missing: 0 })
  })
  it('of a proposal counts empty sections and missing entries of its head', () => {
    const form = formOf(packs, 'kipp-tujuh-bagian')
    if (form === undefined) throw new Error('no form')
    const heads = required(form.header)
    const all = form.sections.length + heads.length
    const with_ = (header: Record<string, string>, sections: readonly string[]) =>
      makeInnovation({
        proposals: {
          [form.id]: { form: form.id, header, sections: Object.fromEntries(sections.map((key) => [key, rich(paragraph('Isi'))])) },
        },
      })
    expect(stateOf('proposal-kipp', makeInnovation())).toEqual({ state: 'belum_diisi', missing: all })
    expect(stateOf('proposal-kipp', with_({}, ['ringkasan']))).toEqual({ state: 'kurang', missing: all - 1 })
    const header = Object.fromEntries(heads.map((field) => [field.key, 'Isi']))
    expect(
      stateOf(
        'proposal-kipp',
        with_(
          header,
          form.sections.map((section) => section.key),
        ),
      ),
    ).toEqual({ state: 'siap', missing: 0 })
  })
  it('of the recap counts the units without an idea', () => {
    const two = makeLab({ units: [makeUnit({ id: 'a' }), makeUnit({ id: 'b' })] })
    const recap = (innovations: readonly Innovation[]) =>
      documentStateOfSummary(defOf('rekap-ide'), { lab: two, packs, innovations: innovations.map((one) => summarise(one, '')) })
    expect(recap([])).toEqual({ state: 'belum_diisi', missing: 2 })
    expect(recap([makeInnovation({ unit: 'a' })])).toEqual({ state: 'kurang', missing: 1 })
    expect(recap([makeInnovation({ unit: 'a' }), makeInnovation({ unit: 'b' })])).toEqual({ state: 'siap', missing: 0 })
    expect(recap([makeInnovation({ unit: 'a', archived: true })]).state).toBe('belum_diisi')
  })
})

describe('the name of a document file', () => {
  it('says what it is and what it is about', () => {
    expect(documentFileName(defOf('proposal-kipp'), { lab, innovation: makeInnovation(), language: 'id' })).toBe('Proposal KIPP - LANGKOK')
    expect(documentFileName(defOf('rekap-ide'), { lab, language: 'id' })).toBe('Rekap Ide Inovasi - Kota Solok 2026 jilid 2')
  })
  it('stays a safe name for a hostile innovation', () => {
    const name = documentFileName(defOf('proposal-kipp'), {
      lab,
      innovation: makeInnovation({ name: `../../${'x'.repeat(300)}\u0000` }),
      language: 'id',
    })
    expect(`${name}.docx`.length).toBeLessThanOrEqual(120)
    expect(name).toMatch(/^Proposal KIPP - x+$/)
  })
})
