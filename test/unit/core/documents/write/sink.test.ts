import { describe, expect, it } from 'vitest'
import { createSink } from '#core/documents/write/pdf/sink.ts'

describe('a sink', () => {
  it('gives back every piece in its order, whatever their sizes', () => {
    const pieces: readonly (string | Uint8Array)[] = [
      'awal\n',
      new Uint8Array([1, 2, 3]),
      'x'.repeat(300 * 1024),
      new Uint8Array(600 * 1024).fill(7),
      '\xFF\u0141',
      ...Array.from({ length: 5000 }, (_, at) => `baris ${at} ${'y'.repeat(at % 97)}\n`),
    ]
    const sink = createSink()
    for (const piece of pieces) sink.add(piece)
    const plain = Buffer.concat(pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece)))
    expect(Buffer.compare(sink.bytes(), plain)).toBe(0)
  })
})
