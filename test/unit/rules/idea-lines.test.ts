import { describe, expect, it } from 'vitest'
import type { UnitId } from '#shared/model/ids.ts'
import { readIdeas } from '#shared/rules/idea-lines.ts'

const units = [
  { id: 'dinkes' as UnitId /* test id */, name: 'Dinas Kesehatan', short: 'Dinkes' },
  { id: 'dlh' as UnitId /* test id */, name: 'Dinas Lingkungan Hidup', short: '' },
]

describe('a list of ideas', () => {
  it('is one innovation per line, with what it stands for and its unit by name or short name', () => {
    const text = 'SEHAT; Sistem Eliminasi Antrean; dinkes\nBERSIH;Dinas Lingkungan Hidup\nLANGKOK'
    expect(readIdeas(text, units, []).fresh).toEqual([
      { name: 'SEHAT', longName: 'Sistem Eliminasi Antrean', unit: 'dinkes', unknownUnit: '' },
      { name: 'BERSIH', longName: '', unit: 'dlh', unknownUnit: '' },
      { name: 'LANGKOK', longName: '', unit: null, unknownUnit: '' },
    ])
  })

  it('pasted from a spreadsheet loses its head and its numbers, and finds the unit in any column', () => {
    const text = 'No\tNama\tUnit\tKepanjangan\n1\tSEHAT\tDinkes\tSistem Eliminasi\n2\t"DUA\nBARIS"\tDinkes\t'
    expect(readIdeas(text, units, []).fresh).toEqual([
      { name: 'SEHAT', longName: 'Sistem Eliminasi', unit: 'dinkes', unknownUnit: '' },
      { name: 'DUA BARIS', longName: '', unit: 'dinkes', unknownUnit: '' },
    ])
  })

  it('names what is in the lab already instead of taking it twice', () => {
    expect(readIdeas('Langkok\nBARU\nbaru', units, ['LANGKOK'])).toMatchObject({ fresh: [{ name: 'BARU' }], known: ['Langkok', 'baru'] })
  })

  it('keeps the name of a unit that the lab does not have', () => {
    expect(readIdeas('SEHAT;Panjang;Dinas Entah', units, []).fresh[0]).toMatchObject({ unit: null, unknownUnit: 'Dinas Entah' })
  })
})
