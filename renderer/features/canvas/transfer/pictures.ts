/** Attached pictures with their bytes in their address, for a picture that has to stand on its own. */
import type { LabClient } from '../../../lab/wire.ts'

/** By name; a picture that cannot be had is left out and drawn as a box with its words. */
export async function pictureAddresses(client: LabClient, lab: string, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = await Promise.all(
    names.map(async (name): Promise<readonly [string, string] | null> => {
      try {
        const file = await client.attachment.get({ lab, name })
        return [name, await dataAddress(new Blob([await file.arrayBuffer()], { type: file.type }))]
      } catch {
        return null
      }
    }),
  )
  return new Map(found.filter((one) => one !== null))
}

const dataAddress = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error ?? new Error('the picture could not be read'))
    reader.readAsDataURL(blob)
  })
