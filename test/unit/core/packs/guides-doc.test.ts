import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { loadPacks } from '#core/packs/packs.ts'
import { regionIndex } from '#shared/model/pack.ts'
import { tempFolder } from '#test/makers/open-lab.ts'

const shipped = new URL('../../../../templates/packs', import.meta.url).pathname
const page = await readFile(new URL('../../../../docs/guides.md', import.meta.url), 'utf8')
/** The YAML blocks of the page; the first line of most names the file. */
const blocks = [...page.matchAll(/```yaml\n([\s\S]*?)```/gu)].map(([, yaml = '']) => ({
  yaml,
  file: /^# (\S+\.yaml)\n/u.exec(yaml)?.[1],
}))

it('the examples of docs/guides.md make one pack that loads beside the shipped ones', async () => {
  const own = await tempFolder()
  for (const { file, yaml } of blocks) {
    if (file === undefined) continue
    await mkdir(dirname(join(own, 'lomba-kami', file)), { recursive: true })
    await writeFile(join(own, 'lomba-kami', file), yaml)
  }
  const { packs, refused } = await loadPacks([shipped, own])
  expect(refused).toEqual([])
  const pack = packs.find(({ head }) => head.id === 'lomba-kami')
  expect(pack?.forms.map(({ id }) => id)).toEqual(['lomba-kami'])
  expect(pack?.indicators.map(({ id }) => id)).toEqual(['angka-kami'])
  expect(pack?.documents.map(({ id }) => id)).toEqual(['cetak-lomba', 'pengantar-lomba'])
  expect(pack?.rubrics.map(({ id }) => id)).toEqual(['juri-kami'])
})

it('the index of docs/guides.md is one', () => {
  const index = blocks.find(({ file }) => file === undefined)?.yaml ?? ''
  expect(regionIndex.safeParse(parse(index).index).success).toBe(true)
})
