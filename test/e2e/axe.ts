/** Going from page to page within the app, and what axe says about each. */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './app.ts'

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
