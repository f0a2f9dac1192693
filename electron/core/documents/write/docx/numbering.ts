/** Real list numbering: every list is its own instance, so that each begins where it should and stays editable. */
import { AlignmentType, type INumberingOptions, LevelFormat } from 'docx'
import { cell, list } from '../look.ts'
import { twips } from './units.ts'

type Numbering = { readonly reference: string; readonly level: number; readonly instance: number }

export type Numbers = {
  /** A new list; `depth` 0 is the outermost. */
  open(ordered: boolean, start: number, depth: number, inCell: boolean): Numbering
  options(): INumberingOptions
  /** All lists that were opened. */
  opened(): readonly Numbering[]
}

const deepest = 8
export const listStep = (inCell: boolean): number => (inCell ? cell.size * 1.5 : list.step)

/** @param font of the numbers and bullets */
export function createNumbers(font: string): Numbers {
  const configs = new Map<string, INumberingOptions['config'][number]>()
  const opened: Numbering[] = []
  return {
    open: (ordered, start, depth, inCell) => {
      const level = Math.min(depth, deepest)
      const reference = `${ordered ? 'list' : 'bullets'}${inCell ? '-cell' : ''}${ordered && start !== 1 ? `-${level}-${start}` : ''}`
      if (!configs.has(reference)) configs.set(reference, { reference, levels: levelsOf(ordered, start, level, inCell, font) })
      const numbering = { reference, level, instance: opened.length + 1 }
      opened.push(numbering)
      return numbering
    },
    options: () => ({ config: [...configs.values()] }),
    opened: () => opened,
  }
}

function levelsOf(
  ordered: boolean,
  start: number,
  startLevel: number,
  inCell: boolean,
  font: string,
): INumberingOptions['config'][number]['levels'] {
  const step = listStep(inCell)
  return Array.from({ length: deepest + 1 }, (_, level) => ({
    level,
    format: ordered ? (level % 2 === 0 ? LevelFormat.DECIMAL : LevelFormat.LOWER_LETTER) : LevelFormat.BULLET,
    text: ordered ? `%${level + 1}${level % 4 < 2 ? '.' : ')'}` : (['•', '–', '◦', '•'][level % 4] ?? '•'),
    alignment: AlignmentType.LEFT,
    start: level === startLevel ? start : 1,
    style: { paragraph: { indent: { left: twips(step * (level + 1)), hanging: twips(step) } }, run: { font } },
  }))
}
