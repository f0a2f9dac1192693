/** Every canvas of the sample, filled, in every view it has, passes axe (WCAG 2.2 AA); one of each kind in the dark and on a phone too. */
import type { CanvasDef } from '#shared/model/pack.ts'
import { allCanvases } from '#shared/rules/packs.ts'
import { findings, visit } from './axe.ts'
import { expect, type LabClient, pages, test } from './sample.ts'
import { noSidewaysScroll } from './typing.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

const stop = (def: CanvasDef) => ({ name: def.id, hash: pages.canvas('langkok', def.id), heading: def.title.id })
const canvases = async (calls: LabClient) => allCanvases((await calls.packs.all()).packs)

for (const half of [0, 1] as const)
  test(`axe finds nothing serious on any canvas, in any view, ${half === 0 ? 'first' : 'second'} half`, async ({ app, calls, page }) => {
    test.setTimeout(300_000)
    const all = await canvases(calls)
    await page.goto(app.url())
    const found: string[] = []
    for (const def of all.filter((_, at) => at % 2 === half)) {
      await visit(page, stop(def))
      const views = page.getByRole('radiogroup', { name: 'Tampilan' }).getByRole('radio')
      const names = await views.evaluateAll((radios) => radios.map((radio) => (radio as HTMLInputElement).labels?.[0]?.textContent ?? '')) // radios are inputs
      expect(names, def.id).toContain('Kerangka')
      for (const view of names) {
        await page.getByRole('radiogroup', { name: 'Tampilan' }).getByText(view, { exact: true }).click()
        found.push(...(await findings(page, `${def.id}, ${view}`)))
      }
    }
    expect(found.join('\n')).toBe('')
  })

const oneEach = ['peta-masalah', 'lima-mengapa', 'pohon-masalah', 'rencana-aksi', 'risiko', 'one-slide', 'survei-kesiapan'] as const
for (const [theme, width, height] of [
  ['dark', 1366, 768],
  ['light', 390, 844],
] as const)
  test(`axe finds nothing serious on one canvas of each kind, ${theme}, ${width} wide`, async ({ app, calls, page }) => {
    test.setTimeout(150_000)
    await calls.app.changeSettings({ theme })
    await page.setViewportSize({ width, height })
    await page.goto(app.url())
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme)
    const found: string[] = []
    const all = await canvases(calls)
    for (const id of oneEach) {
      const def = all.find((one) => one.id === id)
      if (def === undefined) throw new Error(`no canvas ${id}`)
      await visit(page, stop(def))
      const views = page.getByRole('radiogroup', { name: 'Tampilan' })
      for (const view of ['first', 'last'] as const) {
        await views.locator('label')[view]().click()
        found.push(...(await findings(page, `${id}, ${view} view`)))
        if (width < 500)
          await noSidewaysScroll(page).catch((why: unknown) => found.push(`${id}, ${view} view: ${String(why).slice(0, 300)}`))
      }
    }
    expect(found.join('\n')).toBe('')
  })
