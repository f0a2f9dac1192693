import { describe, expect, it } from 'vitest'
import type { EntryId } from '#shared/model/ids.ts'
import type { Entry } from '#shared/model/jury.ts'
import { readVotes } from '../../../../renderer/features/jury/visitors/read-votes.ts'

const entry = (code: string, name: string): Entry => ({
  id: code.toLowerCase() as EntryId, // matches idPattern
  innovation: null,
  name,
  longName: '',
  unit: null,
  unitName: '',
  category: '',
  code,
  summary: '',
  team: [],
  submittedAt: '',
  withdrawn: '',
})
const entries = [entry('K-01', 'Antar Obat'), entry('K-07', 'Posyandu 24'), entry('K-12', 'Pasar Digital')]
const told = (text: string) => {
  const { votes, unread } = readVotes(text, entries)
  return { votes: votes.map((one) => `${one.entry.code} +${one.by}`), unread }
}

describe('votes that are typed or pasted', () => {
  it('are one for a code alone and as many as stand behind it', () => {
    expect(told('k07').votes).toEqual(['K-07 +1'])
    expect(told('7').votes).toEqual(['K-07 +1'])
    expect(told('K-07 12').votes).toEqual(['K-07 +12'])
    expect(told('7\t12').votes).toEqual(['K-07 +12'])
    expect(told('Pasar Digital: 30').votes).toEqual(['K-12 +30'])
  })

  it('know a name that ends in a number', () => {
    expect(told('Posyandu 24').votes).toEqual(['K-07 +1'])
    expect(told('Posyandu 24; 5').votes).toEqual(['K-07 +5'])
  })

  it('of several lines add up, and lines that name nobody are given back', () => {
    expect(told('K-01 2\n\nK-12;3\r\nK-01\nK-99 4')).toEqual({ votes: ['K-01 +3', 'K-12 +3'], unread: ['K-99 4'] })
  })
})
