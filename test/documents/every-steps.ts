/** The texts of an outline in the order a reader meets them, and whether a printed text holds them so. */
import type { Block, Outline, Signatory } from '#shared/model/outline.ts'
import { figureTexts } from '../makers/outline-texts.ts'

/** A text, or things that stand beside each other: each in its own order, none before the others. */
export type Step = string | { readonly beside: readonly (readonly Step[])[] }

/** @param drawn whether figures are text there: they are in a PDF, and pictures in a DOCX */
export function stepsOf(outline: Outline, drawn: boolean): readonly Step[] {
  const walk = (block: Block): readonly Step[] => {
    switch (block.b) {
      case 'heading':
        return [block.text]
      case 'title':
        return block.lines
      // A source is a raised number behind its text.
      case 'para':
        return block.runs.flatMap((run) => (run.note === undefined ? [run.text] : [run.text, String(run.note)]))
      case 'list':
        return block.items.flatMap((item) => item.flatMap(walk))
      case 'table': {
        const rows = block.rows.map((row): Step => ({ beside: row.map((cell) => cell.blocks.flatMap(walk)) }))
        // A cell over several rows is broken with them.
        const spans = block.rows.some((row) => row.some((cell) => (cell.rowSpan ?? 1) > 1))
        return [{ beside: [[block.caption ?? ''], spans ? [{ beside: rows.map((row) => [row]) }] : rows] }]
      }
      case 'figure':
        return [{ beside: [...(drawn ? figureTexts(block.figure).map((text) => [text]) : []), [block.caption ?? '']] }]
      case 'picture':
        return [block.caption ?? '']
      case 'contents':
        return [block.title]
      case 'index':
        return block.groups.flatMap(({ label, entries }) => [label, ...entries.map(({ text }) => text)])
      case 'kop':
        return [block.baris1, block.baris2, ...block.lines]
      case 'signature':
        return [{ beside: [[block.place], ...block.columns.map(signatorySteps)] }]
      default:
        return []
    }
  }
  return [...outline.cover, ...outline.blocks].flatMap(walk)
}

const signatorySteps = ({ lead = '', onBehalf = '', position, name, rank = '', nip = '' }: Signatory): readonly Step[] => [
  { beside: [[lead], [onBehalf], [position], [name], [rank], [nip]] },
]

/** White space moves when lines are broken, and a program may write a ligature as its letters. */
export const folded = (text: string): string => text.normalize('NFKC').replaceAll(/[\s\u00ad\u200b]+/gu, '')

/**
 * The steps that are not in the text after those before them.
 * @param breaks how often one text may be interrupted, by the foot of a page and by what stands beside it there
 */
export function missingSteps(steps: readonly Step[], text: string, breaks: number): readonly string[] {
  const missing: string[] = []
  const all = folded(text)
  const find = (step: Step, from: number): number => {
    if (typeof step !== 'string') return Math.max(from, ...step.beside.map((one) => run(one, from)))
    const end = endOf(folded(step), all, from, breaks)
    if (end < 0) missing.push(step.slice(0, 200))
    return Math.max(end, from)
  }
  const run = (some: readonly Step[], from: number): number => some.reduce((at, step) => find(step, at), from)
  run(steps, 0)
  return missing
}

/** Where the wanted text ends, in at most so many pieces more than one; -1 when it is not there. */
function endOf(wanted: string, all: string, from: number, breaks: number): number {
  if (wanted === '') return from
  const whole = all.indexOf(wanted, from)
  if (whole >= 0) return whole + wanted.length
  let [at, done] = [from, 0]
  for (let piece = 0; piece <= breaks && done < wanted.length; piece += 1) {
    let [low, high] = [0, wanted.length - done]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if (all.includes(wanted.slice(done, done + middle), at)) low = middle
      else high = middle - 1
    }
    if (low === 0) return -1
    at = all.indexOf(wanted.slice(done, done + low), at) + low
    done += low
  }
  return done < wanted.length ? -1 : at
}
