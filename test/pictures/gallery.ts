/** `docs/gallery/`: every canvas of the sample innovation LANGKOK, filled, one small picture each, and a page that shows them by stage. */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import type { CanvasDef, Pack } from '#shared/model/pack.ts'
import { allCanvases, methodOf } from '#shared/rules/packs.ts'

/** No picture of the gallery is larger. */
const mostBytes = 60_000

type Options = {
  readonly browser: Browser
  readonly url: string
  readonly packs: readonly Pack[]
  readonly out: string
  /** Where pictures without loss are left for looking at closely; absent, nowhere. */
  readonly sharp?: string | undefined
}

export async function takeGallery({ browser, url, packs, out, sharp }: Options): Promise<void> {
  await mkdir(out, { recursive: true })
  for (const old of await readdir(out)) if (old.endsWith('.webp')) await rm(join(out, old))
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  const press = await context.newPage()
  await page.goto(url)
  for (const def of allCanvases(packs)) {
    await open(page, def.id)
    const png = await page.screenshot()
    if (sharp !== undefined) await writeFile(join(sharp, `${def.id}.png`), png)
    const webp = await smaller(press, png)
    await writeFile(join(out, `${def.id}.webp`), webp)
    console.log(`gallery/${def.id}.webp, ${Math.round(webp.length / 1000)} kB`)
  }
  await context.close()
  await writeFile(join(out, 'README.md'), galleryPage(packs))
}

async function open(page: Page, canvas: string): Promise<void> {
  await page.evaluate((id) => {
    location.hash = `#/lab/contoh-kota-solok/inovasi/langkok/kanvas/${id}`
  }, canvas)
  await page.waitForURL((url) => url.hash.endsWith(`/kanvas/${canvas}`))
  await page.locator('main h1').first().waitFor()
  await page.waitForFunction(() => document.body.textContent?.includes('Membuka…') === false)
  await page.evaluate(() => document.fonts.ready)
  // Photographs are read from the lab one by one.
  await page.waitForFunction(() => [...document.images].every((image) => image.complete))
  await page.getByTestId('save-state').filter({ hasText: 'Tersimpan' }).waitFor()
  await page.mouse.move(683, 4)
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(drawn)))))
}

/** The picture as WebP, as good as fits. */
async function smaller(press: Page, png: Buffer): Promise<Buffer> {
  const base64 = await press.evaluate(
    async ([source, most]) => {
      const image = new Image()
      image.src = `data:image/png;base64,${source}`
      await image.decode()
      const canvas = new OffscreenCanvas(image.width, image.height)
      canvas.getContext('2d')?.drawImage(image, 0, 0)
      for (let quality = 0.9; ; quality -= 0.08) {
        const blob = await canvas.convertToBlob({ type: 'image/webp', quality })
        if (blob.size > most && quality > 0.2) continue
        return btoa(Array.from(new Uint8Array(await blob.arrayBuffer()), (byte) => String.fromCharCode(byte)).join(''))
      }
    },
    [png.toString('base64'), mostBytes] as const,
  )
  return Buffer.from(base64, 'base64')
}

const kinds: Readonly<Record<CanvasDef['kind'], string>> = {
  board: 'papan',
  tree: 'pohon',
  grid: 'tabel',
  matrix: 'matriks',
  form: 'formulir',
}

/** Stages in the order of the method, in each the canvases in their working order. */
function galleryPage(packs: readonly Pack[]): string {
  const all = allCanvases(packs)
  const lines = [
    '# Semua kanvas, terisi',
    '',
    `${all.length} kanvas inovasi LANGKOK pada lab contoh Kota Solok. Gambar dan halaman ini dibuat oleh \`npm run pictures\`; isi contohnya rekaan.`,
    '*Belum diverifikasi* berarti: belum dicocokkan dengan terbitan resmi penerbitnya; aplikasi dan dokumen menyebutnya juga.',
  ]
  for (const stage of methodOf(packs, 'lan-6d')?.stages ?? []) {
    lines.push('', `## ${stage.label.id}`)
    for (const id of stage.canvases) {
      const def = all.find((one) => one.id === id)
      if (def === undefined) continue
      const status = def.status === 'verified' ? 'terverifikasi' : 'belum diverifikasi'
      lines.push('', `### ${def.title.id}`, '', `${kinds[def.kind]} · ${status} · \`${id}\``, '', `![${def.title.id}](${id}.webp)`)
    }
  }
  return `${lines.join('\n')}\n`
}
