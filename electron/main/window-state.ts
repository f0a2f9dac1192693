/** Where the window stood when it was last closed. A file of its own in the app's data; losing it costs nothing. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

const side = z.number().int().min(-100_000).max(100_000)
const windowState = z.object({ x: side, y: side, width: side.min(1), height: side.min(1), maximized: z.boolean() })
export type WindowState = z.infer<typeof windowState>

export type Rectangle = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** Without a place the system chooses one. */
export type WindowPlace = {
  readonly width: number
  readonly height: number
  readonly x?: number
  readonly y?: number
  readonly maximized: boolean
}

/** The smallest window in which nothing needed to act is out of sight. */
export const smallest = { width: 960, height: 600 } as const
const first: WindowPlace = { width: 1366, height: 728, maximized: false }

/** How much of the title bar must be on some display to be caught with a mouse, in pixels. */
const grip = { width: 120, height: 40 } as const

/**
 * The remembered place if its title bar can still be reached on a display, else only its size. Never larger than the display.
 * @param areas work areas of the displays, in the same coordinates; the first is the main display
 */
export function placeWindow(remembered: WindowState | null, areas: readonly Rectangle[]): WindowPlace {
  const state = remembered ?? first
  const home = remembered && areas.find((area) => reachable(remembered, area))
  const area = home ?? areas[0]
  const width = Math.max(smallest.width, Math.min(state.width, area?.width ?? state.width))
  const height = Math.max(smallest.height, Math.min(state.height, area?.height ?? state.height))
  return { width, height, maximized: state.maximized, ...(home && { x: remembered.x, y: remembered.y }) }
}

const reachable = (window: Rectangle, area: Rectangle): boolean =>
  overlap(window.x, window.x + window.width, area.x, area.x + area.width) >= grip.width &&
  window.y >= area.y &&
  window.y + grip.height <= area.y + area.height

const overlap = (fromA: number, toA: number, fromB: number, toB: number): number => Math.min(toA, toB) - Math.max(fromA, fromB)

/** Null when there is none, or when it cannot be read for whatever reason. */
export function readWindowState(file: string): WindowState | null {
  try {
    return windowState.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data ?? null
  } catch {
    return null
  }
}

/** Written at once, because the window is closing. */
export function saveWindowState(file: string, state: WindowState): void {
  writeFileSync(`${file}.draft`, JSON.stringify(state))
  renameSync(`${file}.draft`, file)
}
