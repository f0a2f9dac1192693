import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadPacks } from '#core/packs/packs.ts'
import { canvasOf, methodOf, stageOf } from '#shared/rules/packs.ts'
import { canvasReference } from '#test/docs/canvas-reference.ts'
import { exampleCanvas, ownPack } from '#test/docs/readme.ts'
import { labParts, tempFolder } from '#test/makers/open-lab.ts'

describe('what is written about canvas files', () => {
  it('docs/canvases.md says what the schemas say; node test/docs/write.ts brings it up to date', async () => {
    expect(await readFile(join(import.meta.dirname, '../../../docs/canvases.md'), 'utf8')).toBe(canvasReference())
  })

  it('the canvas of the README is one file, refused nowhere, and stands in its stage of every method', async () => {
    const own = await tempFolder()
    const { file, yaml } = await exampleCanvas()
    await mkdir(join(own, 'kanvas-kami/canvases'), { recursive: true })
    await writeFile(join(own, 'kanvas-kami/pack.yaml'), ownPack)
    await writeFile(join(own, 'kanvas-kami/canvases', file), yaml)
    const { packs, refused } = await loadPacks([join(labParts.templatesFolder, 'packs'), own])
    expect(refused).toEqual([])
    const id = file.replace('.yaml', '')
    expect(canvasOf(packs, id)?.kind).toBe('board')
    for (const name of ['lan-6d', 'lan-5d']) {
      const method = methodOf(packs, name)
      expect(method === undefined ? undefined : stageOf(method, 'deliver')?.canvases.at(-1)).toBe(id)
    }
  })
})
