/** `labs/<lab>/exports.json`: what was exported when. A note to ourselves, not a document: it may be lost and is never believed against one. */
import { readFile } from 'node:fs/promises'
import { toFault, toFaultError, unlessMissing } from './failures.ts'
import { type Ground, onDisk } from './ground.ts'
import { Lanes } from './lanes.ts'
import { exportsFile } from './names.ts'
import { replaceFile } from './replace-file.ts'

export type ExportsFile = {
  /** The value as it lies there; null when there is none that can be read. Whoever reads it checks its shape. */
  readonly read: (lab: string) => Promise<unknown>
  /** Replaces it whole. Throws a FaultError when it cannot be written. */
  readonly write: (lab: string, value: unknown) => Promise<void>
  readonly idle: () => Promise<void>
}

export const openExports = (ground: Ground): ExportsFile => {
  const lanes = new Lanes()
  return {
    read: async (lab) => {
      const file = exportsFile(lab)
      try {
        const text = await unlessMissing(() => readFile(onDisk(ground, file), 'utf8'), '')
        const value: unknown = text === '' ? null : JSON.parse(text)
        return value
      } catch (error) {
        ground.log('warn', 'the record of exports could not be read and begins anew', { ...toFault(error, file) })
        return null
      }
    },
    write: (lab, value) => {
      const file = exportsFile(lab)
      return lanes.run(file, async () => {
        try {
          await replaceFile(onDisk(ground, file), Buffer.from(`${JSON.stringify(value)}\n`), { single: true })
        } catch (error) {
          throw toFaultError(error, file)
        }
      })
    },
    idle: () => lanes.idle(),
  }
}
