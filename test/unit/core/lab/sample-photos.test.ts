import { createHash } from 'node:crypto'
import { cp, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { labParts, makeLab, tempFolder } from '#test/makers/open-lab.ts'

const sampleFolder = 'samples/kota-solok'

/** The templates with one more picture in the sample, which a session shows and no innovation uses. */
async function templatesWithPhoto(): Promise<{ readonly templatesFolder: string; readonly bytes: Uint8Array }> {
  const templatesFolder = await tempFolder()
  for (const name of ['packs', 'fonts']) await symlink(join(labParts.templatesFolder, name), join(templatesFolder, name))
  await cp(join(labParts.templatesFolder, sampleFolder), join(templatesFolder, sampleFolder), { recursive: true })
  const whole = await readFile(join(templatesFolder, sampleFolder, 'attachments/langkok-alur.png'))
  // What follows the last chunk is no part of the picture, and yet the bytes are others.
  const bytes = Buffer.concat([whole, Buffer.from('aula')])
  await writeFile(join(templatesFolder, sampleFolder, 'attachments/aula.png'), bytes)
  const session = join(templatesFolder, sampleFolder, 'sessions/peluncuran.yaml')
  await writeFile(
    session,
    `${await readFile(session, 'utf8')}  - { block: pembukaan, picture: aula.png, caption: Halaman balai kota (ilustrasi) }\n`,
  )
  return { templatesFolder, bytes }
}

it('a photo that only a session of the sample shows is in the workspace once the sample is opened', async () => {
  const { templatesFolder, bytes } = await templatesWithPhoto()
  const lab = await makeLab({ templatesFolder })
  const { id } = await lab.addSample()
  const name = `${createHash('sha256').update(bytes).digest('hex')}.png`
  expect((await lab.workspace.readAttachment(id, name))?.byteLength).toBe(bytes.byteLength)
})
