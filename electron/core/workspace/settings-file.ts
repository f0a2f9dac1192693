/** `settings.json`: plain and hand-editable, so it has no checksum; a field that does not fit falls back to its default. */
import { access, readFile } from 'node:fs/promises'
import { type Adapter, Low } from 'lowdb'
import { defaultSettings, type Settings, settings } from '#shared/model/settings.ts'
import { setAside } from './document-store.ts'
import { toFault, toFaultError, unlessMissing } from './failures.ts'
import { type Ground, onDisk } from './ground.ts'
import { Lanes } from './lanes.ts'
import { previousOf, settingsFile } from './names.ts'
import { replaceFile } from './replace-file.ts'

const readSettings = async (ground: Ground, file: string): Promise<Settings | null | 'damaged'> => {
  const text = await unlessMissing(() => readFile(onDisk(ground, file), 'utf8'), null)
  if (text === null) return null
  try {
    const value = settings.safeParse(JSON.parse(text))
    return value.success ? value.data : 'damaged'
  } catch {
    return 'damaged'
  }
}

class SettingsAdapter implements Adapter<Settings> {
  private readonly ground: Ground
  constructor(ground: Ground) {
    this.ground = ground
  }

  async read(): Promise<Settings | null> {
    const present = await readSettings(this.ground, settingsFile)
    if (present !== 'damaged' && present !== null) return present
    const before = await readSettings(this.ground, previousOf(settingsFile))
    const good = before === 'damaged' ? null : before
    if (present === 'damaged') {
      const keptAs = this.ground.readOnly ? undefined : await setAside(this.ground, settingsFile)
      const detail = `not readable as settings; ${good === null ? 'the defaults are used' : 'the generation before it is used'}`
      this.ground.report({ kind: 'broken', file: settingsFile, detail, ...(keptAs === undefined ? {} : { keptAs }) })
    }
    return good
  }

  async write(value: Settings): Promise<void> {
    // Where a stick was pulled, its empty folder may remain; nothing is to be written there.
    await access(onDisk(this.ground, 'labs'))
    await replaceFile(onDisk(this.ground, settingsFile), Buffer.from(`${JSON.stringify(value, null, 2)}\n`))
  }
}

export type SettingsFile = {
  readonly read: () => Settings
  readonly write: (patch: Partial<Settings>) => Promise<void>
  readonly idle: () => Promise<void>
}

export const openSettings = async (ground: Ground): Promise<SettingsFile> => {
  const low = new Low<Settings>(new SettingsAdapter(ground), defaultSettings())
  try {
    await low.read()
  } catch (error) {
    ground.report(toFault(error, settingsFile))
  }
  const lanes = new Lanes()
  return {
    read: () => low.data,
    write: (patch) =>
      lanes.run(settingsFile, async () => {
        const before = low.data
        low.data = settings.parse({ ...before, ...patch })
        try {
          await low.write()
        } catch (error) {
          low.data = before
          throw toFaultError(error, settingsFile)
        }
      }),
    idle: () => lanes.idle(),
  }
}
