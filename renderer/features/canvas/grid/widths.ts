/** How wide columns are on the screen. */
import type { GridColumn } from '#shared/model/pack.ts'
import type { Language } from '#shared/model/text.ts'

export const narrowest = 56
export const widest = 900
/** The column of row numbers. */
export const numberWidth = 52

type Wish = readonly [usual: number, least: number]
type Type = Exclude<GridColumn['type'], 'text' | 'months' | 'formula'>

/** px: usual, and at least where the screen is a little too narrow for all columns. */
const byType: Readonly<Record<Type, Wish>> = {
  score: [88, 76],
  number: [112, 84],
  rupiah: [148, 116],
  percent: [96, 76],
  date: [140, 112],
  choice: [156, 112],
  multi: [196, 150],
  tick: [84, 72],
  person: [172, 132],
  unit: [180, 140],
  measure: [128, 104],
  photo: [116, 100],
  link: [176, 120],
}

/** px that suit the column, before anybody has dragged its edge. @param years of a months column */
export const usualWidth = (column: GridColumn, years: number, language: Language): number => widthsOf(column, years, language)[0]

function widthsOf(column: GridColumn, years: number, language: Language): Wish {
  const [usual, least] = widthsByType(column, years)
  const word = wordWidth(column, language)
  return [Math.max(usual, word), Math.max(least, word)]
}

function widthsByType(column: GridColumn, years: number): Wish {
  switch (column.type) {
    case 'score':
      // The range of what people gave stands under their mean.
      return column.voted ? [92, 88] : byType.score
    case 'text': {
      const usual = Math.max(140, Math.min(420, Math.round(116 + 36 * column.width)))
      return [usual, Math.max(120, Math.round(usual * 0.7))]
    }
    case 'months': {
      const width = 12 * 19 + (years > 1 ? 44 : 0) + 18
      return [width, width]
    }
    case 'formula':
      if (column.formula?.op === 'band' || column.formula?.op === 'check') return [156, 140]
      return column.format === 'rupiah' ? [148, 124] : [104, 84]
    default:
      return byType[column.type]
  }
}

/** No word of a head is broken: bold letters of 12 px are some 7.2 px wide. */
function wordWidth({ label, required, short }: GridColumn, language: Language): number {
  const text = headLabel(label[language], short)
  const longest = Math.max(...text.split(/\s+/u).map((word) => word.length))
  return Math.round(longest * 7.2 + 18 + (required ? 10 : 0))
}

/** `Urgency (kemendesakan)` under a bold U says only what is in brackets. */
export const headLabel = (label: string, short: string | undefined): string =>
  short === undefined ? label : (/\(([^)]+)\)/u.exec(label)?.[1] ?? label)

type Shape = {
  readonly columns: readonly GridColumn[]
  readonly years: number
  readonly language: Language
  /** px by key, as somebody dragged them: these are kept. */
  readonly dragged: Readonly<Record<string, number>>
  /** px there are for all columns and the number; 0 while that is not known. */
  readonly room: number
  /** Of the texts, 1 as designed; columns grow with them. */
  readonly scale?: number
}

/** Less room than this is a phone held upright. */
const phone = 480
/** So much of the next column is seen where not all of them have room. */
const peek = 36

/**
 * px of every column. Where they are a little wider than the room, each gives up as much of what it can spare as the others, so that
 * nobody has to scroll sideways. Where that is not enough, the columns up to the one the edge would cut through do, so that it is seen
 * whole.
 */
export function fittedWidths({ columns, years, language, dragged, room, scale = 1 }: Shape): readonly number[] {
  const wishes = columns.map((column): Wish => {
    const own = dragged[column.key]
    if (own !== undefined) return [own, own]
    const [usual, least] = widthsOf(column, years, language)
    return [Math.round(usual * scale), Math.round(least * scale)]
  })
  const usual = wishes.map(([width]) => width)
  if (room <= 0) return usual
  if (room < phone) return wishes.map(([, least]) => least)
  return squeezed(wishes, room) ?? upToTheCut(wishes, room - peek) ?? usual
}

/** @returns null where even the least widths need more */
function squeezed(wishes: readonly Wish[], room: number): readonly number[] | null {
  const over = wishes.reduce((sum, [usual]) => sum + usual, numberWidth) - room
  const spare = wishes.reduce((sum, [usual, least]) => sum + usual - least, 0)
  if (over > spare) return null
  return wishes.map(([usual, least]) => (over <= 0 ? usual : Math.floor(usual - ((usual - least) * over) / spare)))
}

function upToTheCut(wishes: readonly Wish[], room: number): readonly number[] | null {
  let end = numberWidth
  const cut = wishes.findIndex(([usual]) => {
    end += usual
    return end > room
  })
  const seen = squeezed(wishes.slice(0, cut + 1), room)
  return cut < 1 || seen === null ? null : [...seen, ...wishes.slice(cut + 1).map(([usual]) => usual)]
}

/** The column that takes what is left over: the row's own text, else the first one with words. */
export const stretchy = (columns: readonly GridColumn[]): number => {
  const own = columns.findIndex((column) => column.key === 'text')
  return own >= 0 ? own : columns.findIndex((column) => column.type === 'text')
}
