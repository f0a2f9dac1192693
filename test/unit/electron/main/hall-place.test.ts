import { describe, expect, it } from 'vitest'
import { hallPlace } from '../../../../electron/main/hall-place.ts'

const laptop = { x: 0, y: 0, width: 1366, height: 768 }
const wall = { x: 1366, y: -200, width: 1920, height: 1080 }

describe('where the hall’s window stands', () => {
  it('is the display on which the facilitator does not work', () => {
    expect(hallPlace([laptop, wall], { x: 20, y: 20, width: 1200, height: 700 })).toEqual({ bounds: wall, fullscreen: true })
    expect(hallPlace([laptop, wall], { x: 1400, y: 0, width: 1200, height: 700 })).toEqual({ bounds: laptop, fullscreen: true })
  })

  it('is the other one than the main display when no window tells where the facilitator works', () => {
    expect(hallPlace([laptop, wall], null).bounds).toBe(wall)
    expect(hallPlace([laptop, wall], { x: 9000, y: 9000, width: 10, height: 10 }).bounds).toBe(wall)
  })

  it('is the middle of the only display, never larger than it', () => {
    expect(hallPlace([laptop], laptop)).toEqual({ bounds: { x: 43, y: 24, width: 1280, height: 720 }, fullscreen: false })
    expect(hallPlace([{ x: 0, y: 0, width: 1024, height: 600 }], null).bounds).toEqual({ x: 0, y: 0, width: 1024, height: 600 })
  })
})
