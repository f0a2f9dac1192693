/** Going from page to page within the app, and what axe says about each. */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './app.ts'
import { noSidewaysScroll } from './typing.ts'

/** Opens an address of the app without loading it anew, and waits for its heading. */
export async function visit(page: Page, { hash, heading }: { readonly hash: string; readonly heading: string }): Promise<void> {
  await page.evaluate((next) => {
    location.hash = next
  }, hash)
  await expect(page.getByRole('heading', { level: 1, name: heading, exact: true })).toBeVisible()
  await expect(page.getByText('Membuka…')).toHaveCount(0)
}

/** What axe finds serious or critical, one line each: place, rule, element. */
export async function findings(page: Page, name: string): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .setLegacyMode()
    .analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes
        .filter((node) => !doneElsewhere(id, node.target))
        .map((node) => `${name}: ${id}: ${node.target.join(' ')}: ${node.html.slice(0, 160)}: ${node.any[0]?.message ?? ''}`),
    )
}

/**
 * Points of a map may lie closer together than a finger is wide where the scores are; the list below the map has each of them at full
 * size (WCAG 2.5.8, exception "Equivalent").
 */
const doneElsewhere = (rule: string, target: readonly unknown[]): boolean =>
  rule === 'target-size' && target.every((part) => String(part).startsWith('button[data-point='))

/** A page as somebody finds it, and what is done on it before it is looked at. */
export type Stop = { readonly name: string; readonly hash: string; readonly ready: (page: Page) => Promise<void> }

/**
 * Goes from stop to stop and tells what is wrong at each: what axe finds, and with `sideways` what makes the page scroll sideways. A stop
 * that cannot be come to is told too, so that one fault does not hide the others.
 */
export async function surveyed(
  page: Page,
  stops: readonly Stop[],
  { sideways }: { readonly sideways: boolean },
): Promise<readonly string[]> {
  const found: string[] = []
  const inLine = (why: unknown): string => String(why).split('\n').slice(0, 12).join(' ')
  for (const { name, hash, ready } of stops) {
    // By way of an empty page: every stop begins anew, whatever was opened at the one before.
    const address = page.url().replace(/#.*$/, '') + hash
    await page.goto('about:blank')
    await page.goto(address)
    try {
      await ready(page)
      await expect(page.getByText('Membuka…')).toHaveCount(0)
    } catch (why) {
      found.push(`${name}: not reached: ${inLine(why)}`)
      continue
    }
    found.push(...(await findings(page, name)))
    if (sideways) await noSidewaysScroll(page).catch((why: unknown) => found.push(`${name}: ${inLine(why)}`))
  }
  return found
}
