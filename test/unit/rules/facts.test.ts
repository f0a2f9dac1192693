import { describe, expect, it } from 'vitest'
import { type BoardDef, type FormDef, type FormField, formField, type GridDef } from '#shared/model/pack.ts'
import { factAnswer, factPatch, optionsOf, withFacts } from '#shared/rules/facts.ts'
import { makeCanvas, makeInnovation } from '#test/makers/innovation.ts'

const both = (text: string) => ({ id: text, en: text })
const field = (fact: string, type: string, over: Record<string, unknown> = {}): FormField =>
  formField.parse({ key: fact.toLowerCase(), label: both(fact), type, fact, ...over })

describe('a field bound to a fact of the innovation', () => {
  const facts = makeInnovation({ name: 'LANGKOK', kind: 'proses', digital: true, startedOn: '2024-05-02', summary: '' })

  it('reads the fact and writes it back as it was', () => {
    for (const one of [
      field('name', 'line'),
      field('longName', 'line'),
      field('kind', 'choice'),
      field('form', 'choice'),
      field('digital', 'choice'),
      field('digital', 'tick'),
      field('startedOn', 'date'),
    ]) {
      const answer = factAnswer(one, facts)
      expect(answer).not.toBeNull()
      const key = one.fact ?? 'name'
      expect(factPatch(one, answer)[key]).toBe(facts[key])
    }
  })
  it('is empty while the fact is, and empties it', () => {
    expect(factAnswer(field('summary', 'text'), facts)).toBeNull()
    expect(factPatch(field('name', 'line'), null)).toEqual({ name: '' })
    expect(factPatch(field('kind', 'choice'), null)).toEqual({ kind: null })
    expect(factPatch(field('digital', 'choice'), null)).toEqual({ digital: null })
  })
  it('takes no answer the fact does not know', () => {
    expect(factPatch(field('kind', 'choice'), 'ajaib')).toEqual({})
  })
  it('understands digital by the options of the pack, in any order', () => {
    const options = [
      { key: 'non_digital', label: both('Nondigital') },
      { key: 'digital', label: both('Digital') },
    ]
    const one = field('digital', 'choice', { options })
    expect(factAnswer(one, { ...facts, digital: false })).toBe('non_digital')
    expect(factPatch(one, 'digital')).toEqual({ digital: true })
    expect(factPatch(one, 'non_digital')).toEqual({ digital: false })
  })
  it('offers the eight kinds where the pack names none', () => {
    expect(optionsOf(field('kind', 'choice'))).toHaveLength(8)
  })
  it('stands among the answers of the form, whatever was stored under its key before', () => {
    const def = {
      kind: 'form',
      fields: [field('name', 'line'), formField.parse({ key: 'lain', label: both('Lain'), type: 'line' })],
    } as unknown as FormDef // only the fields are read
    const canvas = makeCanvas({ fields: { name: 'lama', lain: 'tetap' } })
    expect(withFacts(def, canvas, facts).fields).toEqual({ name: 'LANGKOK', lain: 'tetap' })
  })
  it('stands in the head of a grid as well, and nowhere on a canvas without fields', () => {
    const grid = { kind: 'grid', head: [field('name', 'line')] } as unknown as GridDef // only the head is read
    expect(withFacts(grid, makeCanvas({ fields: { lain: 'tetap' } }), facts).fields).toEqual({ name: 'LANGKOK', lain: 'tetap' })
    const board = { kind: 'board' } as unknown as BoardDef // has no fields
    expect(withFacts(board, makeCanvas({ fields: { lain: 'tetap' } }), facts).fields).toEqual({ lain: 'tetap' })
  })
})
