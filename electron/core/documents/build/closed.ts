/** Boards on which everybody still writes alone: what leaves the app must not show what only its author may see. */
import type { Canvas } from '#shared/model/lab.ts'
import type { CanvasDef } from '#shared/model/pack.ts'
import type { Language } from '#shared/model/text.ts'
import { boardText } from '#shared/text/board.ts'
import { say } from '#shared/text/messages.ts'

/** The canvas as it may be printed: on a closed board notes without their text and everything they carry. */
export function printable(def: CanvasDef, canvas: Canvas, language: Language): Canvas {
  if (def.kind !== 'board' || canvas.settings.private !== true) return canvas
  const text = say(boardText.closedCard, language)
  const items = canvas.items.map((item) =>
    item.role === 'cluster' ? item : { ...item, text, values: {}, votes: 0, picture: '', link: '', color: null },
  )
  return { ...canvas, items }
}
