/** Typing and reading what no keyboard has, and looks at a page as a whole. */
import { expect, type Locator, type Page } from '@playwright/test'

/**
 * Puts text where the caret is, as a paste or an input method does. Half surrogate pairs and control characters arrive as they are:
 * sent as numbers, since the line between test and browser mends them.
 */
export async function insertRaw(page: Page, text: string): Promise<void> {
  const codes = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
  await page.evaluate((units) => {
    let whole = ''
    for (let at = 0; at < units.length; at += 10_000) whole += String.fromCharCode(...units.slice(at, at + 10_000))
    document.execCommand('insertText', false, whole)
  }, codes)
}

/** So long, in milliseconds, a page may take to settle. */
type Patience = { readonly timeout?: number }

/** Nothing on the page makes it scroll sideways. */
export async function noSidewaysScroll(page: Page, patience: Patience = {}): Promise<void> {
  await expect
    .poll(
      () =>
        page.evaluate(() =>
          ['html', 'main']
            .map((name) => document.querySelector(name))
            .filter((node) => node !== null && node.scrollWidth > node.clientWidth + 1)
            .map((node) => `${node?.tagName} is ${node?.scrollWidth} wide in ${node?.clientWidth}: ${location.hash}`),
        ),
      { message: 'the page scrolls sideways', ...patience },
    )
    .toEqual([])
}

/** Presses Tab until the focus is on `wanted`, as somebody without a mouse does. */
export async function tabTo(page: Page, wanted: Locator, most = 150): Promise<void> {
  await expect(wanted).toBeVisible()
  for (let n = 0; n < most; n += 1) {
    if (await wanted.evaluate((node) => node === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${String(wanted)}`)
}

/** Every line of a text on the page lies inside of its paragraph and of the window, is cut with an ellipsis on purpose, or scrolls by itself. */
export async function linesInside(page: Page, within: string, patience: Patience = {}): Promise<void> {
  await expect
    .poll(
      () =>
        page.evaluate((wanted) => {
          const walker = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT)
          const outside: string[] = []
          for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
            let block = node.parentElement
            if (block === null || !node.textContent?.includes(wanted) || !block.checkVisibility()) continue
            while (block.parentElement !== null && getComputedStyle(block).display.startsWith('inline')) block = block.parentElement
            // One pixel wide: only for those who listen.
            if (block.getBoundingClientRect().width <= 1) continue
            let around: Element | null = block
            while (around !== null && getComputedStyle(around).textOverflow !== 'ellipsis') around = around.parentElement
            if (around !== null) continue
            // What scrolls by itself shows the rest of it there.
            around = block
            while (around !== null && around.tagName !== 'MAIN' && !/auto|scroll/.test(getComputedStyle(around).overflowX))
              around = around.parentElement
            if (around !== null && around.tagName !== 'MAIN') continue
            const range = document.createRange()
            range.selectNodeContents(node)
            const edge = Math.min(block.getBoundingClientRect().right, innerWidth) + 2
            const right = Math.max(...Array.from(range.getClientRects(), (line) => line.right))
            if (right > edge)
              outside.push(
                `${block.tagName}.${block.className} ends at ${Math.round(edge)}, its text at ${Math.round(right)}: ${location.hash}`,
              )
          }
          return outside
        }, within),
      { message: 'text reaches out of its place', ...patience },
    )
    .toEqual([])
}
