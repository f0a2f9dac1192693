/** Papers of an office with margins and lines of its own. */
import { beforeAll, describe, expect, it } from 'vitest'
import { buildDocument } from '#core/documents/build/build.ts'
import { figureRoom } from '#core/documents/build/margins.ts'
import { heldBlocks } from '#core/documents/write/hold.ts'
import { pageFigureSize } from '#shared/figure/sizes.ts'
import type { Block } from '#shared/model/outline.ts'
import { plainNaskah } from '#shared/rules/blank.ts'
import type { Packs } from '#shared/rules/packs.ts'
import { makeInnovation } from '#test/makers/innovation.ts'
import { makeLab } from '#test/makers/lab.ts'
import { emptyLog } from '#test/makers/lab-log.ts'
import { defIn, shippedPacks, sourceOf } from './innovation-source.ts'

const margins = { top: 40, right: 40, bottom: 60, left: 50 }
const own = makeLab({ naskah: { ...plainNaskah, margins, lineSpacing: 1.5 } })

let packs: Packs
beforeAll(async () => {
  packs = await shippedPacks()
})

describe('the room for a figure', () => {
  it('is that of the general rule while the office has set no margins', () => {
    expect(figureRoom(makeLab(), 'F4', 'landscape')).toEqual(pageFigureSize('F4', 'landscape'))
  })
  it('is what the own margins leave', () => {
    const { width, height } = figureRoom(own, 'A4', 'portrait')
    expect(width).toBeCloseTo(((210 - 90) / 25.4) * 96, -1)
    expect(height).toBeCloseTo(((297 - 100) / 25.4) * 96 - 110, -1)
  })
})

describe('a cover', () => {
  const spaces = (lab: typeof own): number =>
    buildDocument(defIn(packs, 'laporan-akhir-lab'), sourceOf(packs, { lab, log: emptyLog, innovations: [] })).cover.reduce(
      (sum, block) => sum + (block.b === 'space' ? block.height : 0),
      0,
    )
  it('spreads over what the own margins leave of the page', () => {
    const plain = { ...own, naskah: { ...own.naskah, margins: null } }
    // As wide as the general rule has it, so that no line breaks anew.
    const low = { ...own, naskah: { ...own.naskah, margins: { top: 40, right: 20, bottom: 60, left: 30 } } }
    const taken = ((40 + 60) / 25.4) * 72 - 56.7 - 70.85
    // Two of the three shares of the empty height are used where there is no note.
    expect(Math.abs(spaces(plain) - spaces(low) - taken * 0.72)).toBeLessThan(3)
  })
  it('has less to spread where the lines of the office are far apart', () => {
    const close = { ...own, naskah: { ...own.naskah, lineSpacing: 1 } }
    expect(spaces(own)).toBeLessThan(spaces(close))
  })
})

describe('the stamp of a paper', () => {
  it('names the pack of the form whose chapters it prints and of the canvases behind it', () => {
    const def = defIn(packs, 'notula')
    const stamped = (over: Partial<typeof def>): string =>
      buildDocument({ ...def, scope: 'innovation', ...over }, sourceOf(packs, { innovation: makeInnovation() })).foot
    expect(stamped({ of: '', parts: [] })).not.toContain('kanvas-dasar')
    expect(stamped({ of: 'form-ide', parts: [] })).toContain('kanvas-dasar')
    expect(stamped({ annex: ['form-ide'], parts: [{ part: 'piece', of: 'innovation.annex', level: 2 }] })).toContain('kanvas-dasar')
  })
})

describe('what stays together', () => {
  it('is a table, the space below it and the signature', () => {
    const table: Block = { b: 'table', widths: [1], headRows: 0, rows: [[{ blocks: [] }]], ruled: true, alt: '' }
    const signature: Block = { b: 'signature', place: '', columns: [], layout: 'columns' }
    expect(heldBlocks([table, { b: 'space', height: 8 }, signature])).toEqual([true, true, false])
  })
})
