import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { placeWindow, readWindowState, saveWindowState, smallest } from '../../../../electron/main/window-state.ts'

const laptop = { x: 0, y: 0, width: 1366, height: 728 }
const projector = { x: 1366, y: 0, width: 1920, height: 1040 }

describe('placing the window', () => {
  test('the first time, the system chooses the place and the window fits the display', () => {
    const place = placeWindow(null, [{ x: 0, y: 0, width: 1280, height: 680 }])
    expect(place).toEqual({ width: 1280, height: 680, maximized: false })
  })

  test('goes back to where it was', () => {
    const state = { x: 100, y: 50, width: 1100, height: 640, maximized: true }
    expect(placeWindow(state, [laptop])).toEqual(state)
  })

  test('forgets a place on a projector that is no longer there, and keeps the size as far as it fits', () => {
    const state = { x: 1500, y: 20, width: 1800, height: 1000, maximized: false }
    expect(placeWindow(state, [laptop, projector])).toMatchObject({ x: 1500, y: 20, width: 1800, height: 1000 })
    expect(placeWindow(state, [laptop])).toEqual({ width: 1366, height: 728, maximized: false })
  })

  test.each([
    ['above the display', { x: 10, y: -30 }],
    ['below it', { x: 10, y: 720 }],
    ['almost off to the right', { x: 1300, y: 10 }],
    ['almost off to the left', { x: -1050, y: 10 }],
  ])('moves a window back whose title bar is %s', (_where, at) => {
    expect(placeWindow({ ...at, width: 1100, height: 640, maximized: false }, [laptop])).not.toHaveProperty('x')
  })

  test('is never smaller than what is needed to act', () => {
    expect(placeWindow({ x: 0, y: 0, width: 10, height: 10, maximized: false }, [laptop])).toMatchObject(smallest)
  })
})

describe('the remembered place', () => {
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'labinov-window-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  test('comes back as it was saved', () => {
    const file = join(folder, 'window.json')
    const state = { x: -5, y: 0, width: 1000, height: 700, maximized: false }
    saveWindowState(file, state)
    expect(readWindowState(file)).toEqual(state)
  })

  test.each([
    '',
    '{',
    '[]',
    '{"x":1}',
    '{"x":"1","y":0,"width":1,"height":1,"maximized":false}',
    '{"x":1e99,"y":0,"width":1,"height":1,"maximized":false}',
  ])('counts as none when the file holds %s', async (text) => {
    const file = join(folder, 'window.json')
    await writeFile(file, text)
    expect(readWindowState(file)).toBeNull()
  })

  test('counts as none when there is no file', () => {
    expect(readWindowState(join(folder, 'window.json'))).toBeNull()
  })
})
