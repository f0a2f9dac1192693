/** On which display the hall's window stands. */
import type { Rectangle } from './window-state.ts'

export type HallPlace = {
  readonly bounds: Rectangle
  /** A display of its own is filled; without one it is a window like others. */
  readonly fullscreen: boolean
}

/** Without a second display. */
const small = { width: 1280, height: 720 } as const

const holds = (area: Rectangle, x: number, y: number): boolean =>
  x >= area.x && x < area.x + area.width && y >= area.y && y < area.y + area.height

/**
 * @param displays bounds of all displays, the main one first
 * @param desk where the facilitator's window stands, or null when it is not open
 */
export function hallPlace(displays: readonly Rectangle[], desk: Rectangle | null): HallPlace {
  const [first] = displays
  const at = desk === null ? first : displays.find((one) => holds(one, desk.x + desk.width / 2, desk.y + desk.height / 2))
  const home = at ?? first
  const other = displays.find((one) => one !== home)
  if (other !== undefined) return { bounds: other, fullscreen: true }
  const area = home ?? { x: 0, y: 0, ...small }
  const width = Math.min(small.width, area.width)
  const height = Math.min(small.height, area.height)
  const centred = { x: area.x + Math.floor((area.width - width) / 2), y: area.y + Math.floor((area.height - height) / 2) }
  return { bounds: { ...centred, width, height }, fullscreen: false }
}
