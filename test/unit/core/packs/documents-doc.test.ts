import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { loadPacks } from '#core/packs/packs.ts'
import { documentFacts, innovationPieces, labPieces, sessionPieces, signerKinds } from '#shared/model/pack.ts'
import { tempFolder } from '#test/makers/open-lab.ts'

const shipped = new URL('../../../../templates/packs', import.meta.url).pathname
const page = await readFile(new URL('../../../../docs/documents.md', import.meta.url), 'utf8')
const head =
  'id: contoh-kami\nversion: 1\ntitle: { id: Contoh, en: Example }\nissuer: Kami\nyear: 2026\nlocality: Contoh\nstatus: unverified\n'

it('the example of docs/documents.md is a document that loads beside the shipped ones', async () => {
  const yaml = /```yaml\n(# documents\/berita-acara-desk\.yaml\n[\s\S]*?)```/u.exec(page)?.[1] ?? ''
  const own = await tempFolder()
  await mkdir(join(own, 'contoh-kami/documents'), { recursive: true })
  await writeFile(join(own, 'contoh-kami/pack.yaml'), `${head}source: { id: Kami, en: We }\n`)
  await writeFile(join(own, 'contoh-kami/documents/berita-acara-desk.yaml'), yaml)
  const { packs, refused } = await loadPacks([shipped, own])
  expect(refused).toEqual([])
  expect(packs.find(({ head: { id } }) => id === 'contoh-kami')?.documents.map(({ id }) => id)).toEqual(['berita-acara-desk'])
})

it('docs/documents.md names every value, piece and signer there is', () => {
  const words = [...documentFacts, ...sessionPieces, ...labPieces, ...innovationPieces, ...signerKinds]
  // A table may name several of one group: `session.day`, `.time`.
  const named = (word: string): boolean =>
    page.includes(`\`${word}\``) || page.includes(`\`.${word.split('.')[1]}\``) || page.includes(`\`${word.split('.')[1]}\``)
  expect(words.filter((word) => !named(word))).toEqual([])
})
