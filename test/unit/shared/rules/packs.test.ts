import { describe, expect, it } from 'vitest'
import { loadPacks } from '#core/packs/packs.ts'
import { allCanvases, canvasOf, documentOf, formOf, methodOf, packOf, stageLabel, stageOf } from '#shared/rules/packs.ts'

const { packs } = await loadPacks(new URL('../../../../templates/packs', import.meta.url).pathname)
const six = methodOf(packs, 'lan-6d')
const five = methodOf(packs, 'lan-5d')
if (!six || !five) throw new Error('the shipped methods are missing')

describe('looking things up in the packs', () => {
  it('finds by id, and gives nothing for an id nobody has', () => {
    expect(canvasOf(packs, 'usg')?.kind).toBe('grid')
    expect(formOf(packs, 'kipp-tujuh-bagian')?.sections).toHaveLength(7)
    expect(documentOf(packs, 'rekap-ide')?.scope).toBe('lab')
    expect([canvasOf(packs, 'toString'), formOf(packs, 'usg'), documentOf(packs, ''), methodOf(packs, 'kipp-2022')]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
    expect(allCanvases([])).toEqual([])
  })

  it('does not know a stage that the method leaves out', () => {
    expect(stageOf(five, 'documentation')).toBeUndefined()
  })

  it("names a stage the lab's own way, and the method's way when the lab has no name or a blank one", () => {
    expect(stageLabel(six, 'drum_up', 'id')).toBe('Drum Up')
    expect(stageLabel(six, 'diagnose', 'id', { diagnose: 'Diagnosa' })).toBe('Diagnosa')
    expect(stageLabel(six, 'diagnose', 'en', { diagnose: '  ' })).toBe('Diagnose')
    expect(stageLabel(five, 'documentation', 'id')).toBe('documentation')
  })

  it('stamps pack, version and the status of the thing itself', () => {
    expect(packOf(packs, 'canvas', 'form-ide')).toMatchObject({ id: 'kanvas-dasar', version: 2, status: 'verified' })
    expect(packOf(packs, 'document', 'form-ide')).toMatchObject({ id: 'kanvas-dasar', status: 'unverified' })
    expect(packOf(packs, 'form', 'kipp-tujuh-bagian')).toMatchObject({ id: 'kipp-2022', version: 1, status: 'unverified' })
    expect(packOf(packs, 'method', 'lan-5d')).toMatchObject({ id: 'lan-5d', status: 'unverified' })
    expect(packOf(packs, 'method', 'kanvas-dasar')).toBeUndefined()
    expect(packOf(packs, 'form', 'form-ide')).toBeUndefined()
  })
})
