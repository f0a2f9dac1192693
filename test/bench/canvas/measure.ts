/** One visit to a board full of notes: how long until it is there, what a step of dragging takes, how much memory it holds. */
import type { Browser, BrowserContext, Page } from '@playwright/test'

export type Visit = {
  /** Milliseconds from the address to the picture. */
  readonly ready: number
  /** Milliseconds for one acknowledged step of the mouse; NaN when the drag did not take hold. A frame of the screen is the least. */
  readonly near: number
  readonly fit: number
  /** Megabytes. */
  readonly heap: number
}

export type Side = {
  readonly url: string
  /** Waits for the picture; gives when it was there, by the clock of the page. */
  readonly ready: (page: Page) => Promise<number>
  /** Shows the board at this zoom and says where on the screen the middle of a note lies. */
  readonly show: (page: Page, zoom: 'one' | 'fit') => Promise<{ readonly x: number; readonly y: number }>
  /** Where on the screen the middle of the note that was dragged lies now. */
  readonly place: (page: Page) => Promise<Spot>
}
type Spot = { readonly x: number; readonly y: number }

const moves = 60

export async function visit(browser: Browser, side: Side): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  try {
    const page = await context.newPage()
    await page.goto(side.url)
    const ready = await side.ready(page)
    const near = await drag(page, side, 'one')
    const fit = await drag(page, side, 'fit')
    return { ready, near, fit, heap: await heapOf(context, page) }
  } finally {
    await context.close()
  }
}

/** From another page of the open application to the picture, as people mostly come to a board; milliseconds. */
export async function enter(browser: Browser, home: string, hash: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  try {
    const page = await context.newPage()
    await page.goto(home)
    await page.locator('main h1').first().waitFor()
    await page.waitForTimeout(500)
    const start = await page.evaluate((to) => {
      const now = performance.now()
      window.location.hash = to
      return now
    }, hash)
    return (await readyBoard(page)) - start
  } finally {
    await context.close()
  }
}

async function drag(page: Page, side: Side, zoom: 'one' | 'fit'): Promise<number> {
  const at = await side.show(page, zoom)
  await page.mouse.move(at.x, at.y)
  await page.mouse.down()
  // The first steps find out that it is a drag.
  for (let step = 1; step <= 5; step += 1) await page.mouse.move(at.x + step, at.y + step)
  const start = performance.now()
  for (let step = 1; step <= moves; step += 1) await page.mouse.move(at.x + 5 + step * 4, at.y + 5 + step * 3)
  const took = (performance.now() - start) / moves
  await page.mouse.up()
  await page.waitForTimeout(300)
  const now = await side.place(page)
  const off = Math.hypot(now.x - at.x - 5 - moves * 4, now.y - at.y - 5 - moves * 3)
  return off < 60 ? took : Number.NaN
}

async function heapOf(context: BrowserContext, page: Page): Promise<number> {
  const cdp = await context.newCDPSession(page)
  await cdp.send('HeapProfiler.collectGarbage')
  await cdp.send('Performance.enable')
  const { metrics } = await cdp.send('Performance.getMetrics')
  return (metrics.find((one) => one.name === 'JSHeapUsedSize')?.value ?? Number.NaN) / 1024 / 1024
}

type Excalidraw = {
  getAppState(): { zoom: { value: number }; scrollX: number; scrollY: number; offsetLeft: number; offsetTop: number }
  getSceneElements(): readonly { id: string; x: number; y: number; width: number; height: number }[]
  updateScene(scene: object): void
  scrollToContent(target: unknown, options: object): void
}
type BenchWindow = { readyAt?: number; board?: Excalidraw }

/** The note that is dragged: somewhere inside, where nothing of a toolbar lies above it. */
const dragged = (count: number): number => Math.floor(count / 6)

export const excalidrawSide = (url: string, count: number): Side => ({
  url,
  ready: async (page) =>
    Number(
      await (
        await page.waitForFunction(() => (window as BenchWindow).readyAt /* set by the page */, undefined, { timeout: 120_000 })
      ).jsonValue(),
    ),
  show: (page, zoom) =>
    page.evaluate(
      async ({ zoom, index }) => {
        const board = (window as BenchWindow).board as Excalidraw // set before `readyAt`
        const notes = board.getSceneElements().filter((_, at) => at % 2 === 0)
        const note = notes[index]
        if (note === undefined) throw new Error('no note to drag')
        if (zoom === 'fit') board.scrollToContent(undefined, { fitToViewport: true, viewportZoomFactor: 0.9, animate: false })
        else
          board.updateScene({
            appState: { zoom: { value: 1 }, scrollX: 500 - note.x, scrollY: 300 - note.y },
          })
        await new Promise((done) => setTimeout(done, 1500))
        const { zoom: now, scrollX, scrollY, offsetLeft, offsetTop } = board.getAppState()
        return {
          x: (note.x + note.width / 2 + scrollX) * now.value + offsetLeft,
          y: (note.y + note.height * 0.7 + scrollY) * now.value + offsetTop,
        }
      },
      { zoom, index: dragged(count) },
    ),
  place: (page) =>
    page.evaluate((index) => {
      const board = (window as BenchWindow).board as Excalidraw // set before `readyAt`
      const note = board.getSceneElements().filter((_, at) => at % 2 === 0)[index]
      const { zoom, scrollX, scrollY, offsetLeft, offsetTop } = board.getAppState()
      if (note === undefined) return { x: Number.NaN, y: Number.NaN }
      return {
        x: (note.x + note.width / 2 + scrollX) * zoom.value + offsetLeft,
        y: (note.y + note.height * 0.7 + scrollY) * zoom.value + offsetTop,
      }
    }, dragged(count)),
})

/** @param note where the dragged note lies on the board, in board pixels */
export const labinovSide = (url: string, note: Spot): Side => ({
  url,
  ready: readyBoard,
  show: async (page, zoom) => {
    if (zoom === 'fit') await page.getByRole('button', { name: 'Tampilkan semua' }).click()
    else {
      // By the wheel, as a person comes closer: at the note, until it is as large as it is.
      await page.getByRole('button', { name: 'Ukuran asli' }).click()
      const at = await screenPlace(page, note)
      await page.evaluate(({ x, y }) => {
        const frame = document.querySelector('[role=listbox]')?.parentElement?.parentElement
        frame?.dispatchEvent(new WheelEvent('wheel', { deltaX: x - 500, deltaY: y - 400, cancelable: true, bubbles: true }))
      }, at)
    }
    await page.waitForTimeout(1500)
    return screenPlace(page, note)
  },
  place: async (page) => {
    const at = await page.evaluate(() => {
      const chosen = document.querySelector<HTMLElement>('[data-note][aria-selected=true]')
      return { x: Number.parseFloat(chosen?.style.left ?? '') + 60, y: Number.parseFloat(chosen?.style.top ?? '') + 73 }
    })
    return screenPlace(page, at)
  },
})

/** By the clock of the page alone, as on the other side: the way to this process and back is no part of it. */
const readyBoard = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((done, fail) => {
        const look = (): void => {
          if (document.querySelector('[role=listbox] [data-zone]') !== null)
            requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now())))
          else if (performance.now() > 120_000) fail(new Error('the board did not come'))
          else requestAnimationFrame(look)
        }
        look()
      }),
  )

const screenPlace = (page: Page, note: Spot) =>
  page.evaluate(({ x, y }) => {
    const world = document.querySelector<HTMLElement>('[role=listbox]')?.parentElement
    const frame = world?.parentElement?.getBoundingClientRect()
    const [left = 0, top = 0, zoom = 1] = (world?.style.transform.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number)
    return { x: x * zoom + left + (frame?.left ?? 0), y: y * zoom + top + (frame?.top ?? 0) }
  }, note)
