/** The example canvas of the README, as it stands there. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

export const readme = join(import.meta.dirname, '../../README.md')

/** A pack of a workspace's own that holds nothing but what a test lays beside it. */
export const ownPack = `id: kanvas-kami
version: 1
title: { id: Kanvas kami, en: Our canvases }
issuer: Bagian Organisasi
year: 2026
locality: Kota Solok
status: unverified
source: { id: Disusun sendiri., en: Made by ourselves. }
`

/** @returns the text of its only YAML block and the file name its first line gives */
export async function exampleCanvas(): Promise<{ readonly file: string; readonly yaml: string }> {
  const blocks = [...(await readFile(readme, 'utf8')).matchAll(/```yaml\n(# (\S+)\n[\s\S]*?)```/gu)]
  const [, yaml = '', file = ''] = blocks[0] ?? []
  if (blocks.length !== 1) throw new Error(`the README holds ${blocks.length} canvases`)
  return { file, yaml }
}
