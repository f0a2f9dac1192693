/** Signature blocks as the plain tables both writers know (domain.md 5.5). Space is left for ink or TTE and never filled. */
import { measure } from '#shared/figure/metrics.ts'
import type { Block, Cell, Run, Signatory } from '#shared/model/outline.ts'
import { body, signature as look, plainCell, type Table } from './look.ts'

type Signature = Extract<Block, { b: 'signature' }>

const line = (runs: readonly Run[], align: 'left' | 'center'): Block => ({ b: 'para', runs, align, spaceAfter: 0, keepNext: true })

/** A name nobody filled in is a line to write on. */
export const emptyName = '.'.repeat(36)

/** One table for every three signatories, `width` points wide: a single one stands in the right half, several side by side. */
export function signatureTables(block: Signature, nipWord: string, width: number): Table[] {
  if (block.columns.length <= 1) return [table([null, block.columns[0] ?? { position: '', name: '' }], block.place, nipWord, 'left', width)]
  const rows: Signatory[][] = []
  for (let at = 0; at < block.columns.length; at += 3) rows.push(block.columns.slice(at, at + 3))
  return rows.map((row, at) => table(row, at === 0 ? block.place : '', nipWord, 'center', width))
}

/** The place and date stand above the last column, as the head of the office signs there. */
function table(columns: readonly (Signatory | null)[], place: string, nipWord: string, align: 'left' | 'center', width: number): Table {
  const last = columns.length - 1
  const top = columns.map(
    (one, at): Cell => ({
      blocks: one
        ? [
            ...(place === '' ? [] : [line([{ text: at === last ? place : ' ' }], align)]),
            line([{ text: withComma(one.position) }], align),
            { b: 'space', height: look.room },
          ]
        : [],
    }),
  )
  const bottom = columns.map((one): Cell => ({ blocks: one ? names(one, nipWord, align) : [] }))
  return { b: 'table', widths: widthsOf(columns, place, width), headRows: 0, rows: [top, bottom], size: body.size, ruled: false, alt: '' }
}

/** Equal columns, unless a long position would be broken while its neighbours have room to spare. */
function widthsOf(columns: readonly (Signatory | null)[], place: string, width: number): number[] {
  const equal = width / columns.length
  const needs = columns.map((one) => Math.min(width * look.most, one ? needOf(one, place) : 0))
  if (needs.every((need) => need <= equal)) return columns.map(() => 1)
  const wide = needs.filter((need) => need > equal)
  const others = columns.length - wide.length
  const left = (width - wide.reduce((sum, need) => sum + need, 0)) / Math.max(1, others)
  const fits = others > 0 && needs.every((need) => need > equal || need <= left)
  return fits ? needs.map((need) => (need > equal ? need : left)) : columns.map(() => 1)
}

function needOf(one: Signatory, place: string): number {
  const plain = [place, withComma(one.position), one.rank ?? ''].map((text) => measure(text, body.size))
  return Math.max(...plain, measure(one.name, body.size, true)) + plainCell.padRight + 4
}

function names(one: Signatory, nipWord: string, align: 'left' | 'center'): Block[] {
  const name = one.name.trim()
  const blocks = [line(name === '' ? [{ text: emptyName }] : [{ text: name, bold: true, underline: true }], align)]
  if (one.rank) blocks.push(line([{ text: one.rank }], align))
  if (one.nip) blocks.push(line([{ text: `${nipWord} ${one.nip}` }], align))
  return blocks
}

const withComma = (position: string): string => (position === '' || /[,.:]$/.test(position.trim()) ? position : `${position},`)
