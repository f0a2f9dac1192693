/** Signature blocks as the plain tables both writers know (domain.md 5.5). Space is left for ink or TTE and never filled. */
import { measure } from '#shared/figure/metrics.ts'
import type { Block, Cell, Outline, Run, Signatory } from '#shared/model/outline.ts'
import { body, signature as look, plainCell, smallest, type Table } from './look.ts'

export type Signature = Extract<Block, { b: 'signature' }>
type Words = Outline['words']

const line = (runs: readonly Run[], align: 'left' | 'center'): Block => ({ b: 'para', runs, align, spaceAfter: 0 })

/** A name nobody filled in is a line to write on. */
export const emptyName = '.'.repeat(36)
const shortLine = '.'.repeat(22)

/** Fewer people stand side by side than would make their columns too narrow for a name. */
const mostBeside = 3

/** One table for every three signatories, `width` points wide: a single one stands in the right half, several side by side. */
export function signatureTables(block: Signature, words: Words, width: number): Table[] {
  const { columns } = block
  if (columns.length <= 1) return [table([null, columns[0] ?? { position: '', name: '' }], block, true, words, 'left', width)]
  const rows: Signatory[][] = []
  // Four stand two by two rather than three and one.
  const beside = columns.length === 4 ? 2 : mostBeside
  for (let at = 0; at < columns.length; at += beside) rows.push(columns.slice(at, at + beside))
  return rows.map((row, at) => {
    const single: readonly (Signatory | null)[] = row.length === 1 ? [null, ...row] : row
    return table(single, block, at === 0, words, 'center', width)
  })
}

/** The place and date stand above the last column, as the head of the office signs there. */
function table(
  columns: readonly (Signatory | null)[],
  { place, tte }: Signature,
  first: boolean,
  words: Words,
  align: 'left' | 'center',
  width: number,
): Table {
  const last = columns.length - 1
  const heads = columns.map((one, at) => (one ? [...(first && at === last && place !== '' ? [place] : []), ...asked(one.lead)] : []))
  const most = Math.max(...heads.map((head) => head.length))
  const top = columns.map((one, at): Cell => ({ blocks: one ? above(one, heads[at] ?? [], most, align, tte === true) : [] }))
  const room = columns.map((one): Cell => ({ blocks: one ? [tteBox(words)] : [] }))
  const bottom = columns.map((one): Cell => ({ blocks: one ? names(one, words.nip, align, emptyName) : [] }))
  const rows = tte ? [top, room, bottom] : [top, bottom]
  return { b: 'table', widths: widthsOf(columns, place, width), headRows: 0, rows, size: body.size, ruled: false, alt: '' }
}

const asked = (text: string | undefined): readonly string[] => (text === undefined || text.trim() === '' ? [] : [text])

/** Positions begin on the same line in all columns, whatever stands above them. */
function above(one: Signatory, head: readonly string[], most: number, align: 'left' | 'center', tte: boolean): readonly Block[] {
  const padded = [...Array.from({ length: most - head.length }, () => ' '), ...head]
  const texts = [...padded, ...asked(one.onBehalf), withComma(one.position)]
  return [...texts.map((text) => line([{ text }], align)), ...(tte ? [] : inkRoom(one.stamp, align))]
}

/** Room to sign; the words about a revenue stamp stand in its middle, as the signature goes across it. */
function inkRoom(stamp: string | undefined, align: 'left' | 'center'): readonly Block[] {
  if (stamp === undefined || stamp.trim() === '') return [{ b: 'space', height: look.room }]
  const half = (look.room - smallest * body.line) / 2
  const words: Block = { b: 'para', runs: [{ text: stamp, muted: true }], align, size: smallest, spaceAfter: 0 }
  return [{ b: 'space', height: half }, words, { b: 'space', height: half }]
}

/** A dashed box that says what goes into it. */
const tteBox = (words: Words): Block => ({
  b: 'table',
  widths: [1],
  headRows: 0,
  rows: [
    [
      {
        blocks: [
          { b: 'space', height: look.box },
          { b: 'para', runs: [{ text: words.tte, muted: true }], align: 'center', size: smallest, spaceAfter: 0 },
          { b: 'space', height: look.box },
        ],
      },
    ],
  ],
  ruled: false,
  dashed: true,
  alt: '',
})

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
  const plain = [place, withComma(one.position), one.rank ?? '', one.lead ?? '', one.onBehalf ?? ''].map((text) => measure(text, body.size))
  return Math.max(...plain, measure(one.name, body.size, true)) + plainCell.padRight + 4
}

function names(one: Signatory, nipWord: string, align: 'left' | 'center', empty: string): Block[] {
  const name = one.name.trim()
  const blocks = [line(name === '' ? [{ text: empty }] : [{ text: name, bold: true, underline: true }], align)]
  if (one.rank) blocks.push(line([{ text: one.rank }], align))
  if (one.nip) blocks.push(line([{ text: `${nipWord} ${one.nip}` }], align))
  return blocks
}

const withComma = (position: string): string => (position === '' || /[,.:]$/.test(position.trim()) ? position : `${position},`)

/** Relative widths of a table of signatures: number, name, position, room to sign. */
const tableWidths = [6, 34, 32, 28] as const

/** A line for each signatory, as an attendance list has it: numbers to sign behind stand left and right in turn. */
export function signatureRows(block: Signature, words: Words, width: number): readonly Block[] {
  const total = tableWidths.reduce((sum, one) => sum + one, 0)
  const half = (width * tableWidths[3]) / total / 2
  const leads = [...new Set(block.columns.flatMap((one) => asked(one.lead)))]
  const heads = [words.number, words.name, words.position, words.signature]
  const plain = (text: string): Block => ({ b: 'para', runs: [{ text }], align: 'left', spaceAfter: 0 })
  const rows = block.columns.map((one, at): Cell[] => [
    { blocks: [plain(`${at + 1}.`)], align: 'center' },
    { blocks: loose(names(one, words.nip, 'left', shortLine)) },
    { blocks: [...asked(one.onBehalf).map(plain), plain(one.position)] },
    {
      blocks: block.tte
        ? [{ b: 'para', runs: [{ text: words.tte, muted: true }], align: 'center', size: smallest, spaceAfter: look.rowRoom }]
        : [
            { b: 'space', height: look.rowRoom },
            {
              b: 'para',
              runs: [{ text: `${at + 1}. ..........` }],
              align: 'left',
              spaceAfter: 0,
              ...(at % 2 === 1 ? { indent: half } : {}),
            },
          ],
    },
  ])
  const table: Table = {
    b: 'table',
    widths: tableWidths,
    headRows: 1,
    rows: [heads.map((text) => ({ blocks: [{ b: 'para' as const, runs: [{ text }], spaceAfter: 0 }], header: true })), ...rows],
    ruled: true,
    alt: words.signature,
  }
  const top = (text: string, align: 'left' | 'right'): Block => ({ b: 'para', runs: [{ text }], align, keepNext: true })
  return [...(block.place === '' ? [] : [top(block.place, 'right')]), ...leads.map((text) => top(text, 'left')), table]
}

/** Names in a ruled table are not underlined like a line to sign on. */
const loose = (blocks: readonly Block[]): readonly Block[] =>
  blocks.map((block) =>
    block.b === 'para' ? { ...block, runs: block.runs.map((run) => ({ ...run, underline: false, bold: false })) } : block,
  )
