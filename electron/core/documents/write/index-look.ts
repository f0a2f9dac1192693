/** How many columns an index really has, so that both writers agree. */
import { index as look } from './look.ts'

/** Points: no entry can be read in less. */
const narrowest = 110

export function indexColumns(asked: number, room: number): { readonly columns: number; readonly width: number } {
  for (let columns = asked; columns > 1; columns -= 1) {
    const width = (room - (columns - 1) * look.gap) / columns
    if (width >= narrowest) return { columns, width }
  }
  return { columns: 1, width: room }
}
