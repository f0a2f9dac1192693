import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { writeText } from '#shared/doc/values.ts'

const typed = (text: string): Y.Text => {
  const doc = new Y.Doc()
  const value = doc.getText('t')
  value.insert(0, text)
  return value
}

describe('writeText', () => {
  it('makes the text say anything, from anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (from, to) => {
        const text = typed(from)
        writeText(text, to)
        expect(text.toString()).toBe(to)
      }),
    )
  })

  it('leaves what another person typed elsewhere in the text', () => {
    const a = new Y.Doc()
    a.getText('t').insert(0, 'akta lahir terlambat')
    const b = new Y.Doc()
    Y.applyUpdate(b, Y.encodeStateAsUpdate(a))
    writeText(a.getText('t'), 'akta lahir SERING terlambat')
    writeText(b.getText('t'), 'banyak akta lahir terlambat')
    Y.applyUpdate(a, Y.encodeStateAsUpdate(b))
    expect(a.getText('t').toString()).toBe('banyak akta lahir SERING terlambat')
  })

  it('never splits a pair of surrogates', () => {
    const text = typed('😀')
    const pieces: string[] = []
    text.observe((event) => {
      for (const part of event.delta) if (typeof part.insert === 'string') pieces.push(part.insert)
    })
    writeText(text, '😁')
    expect(pieces).toEqual(['😁'])
  })
})
