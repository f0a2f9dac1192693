/** Files that innovations and the lab name and that are no longer in the folder of the lab. */
import { attachmentsIn } from '#core/workspace/attachments.ts'
import type { Workspace } from '#core/workspace/workspace.ts'
import type { InnovationId, LabId } from '#shared/model/ids.ts'
import type { Innovation } from '#shared/model/lab.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'
import type { Library } from './library.ts'

export type MissingFile = { readonly name: string; readonly title: string; readonly innovation: string | null }
/** A file somebody refers to, with what it is called there. */
type Named = { readonly name: string; readonly title: string }

const fileName = /[0-9a-f]{64}\.[a-z0-9]{1,5}/gu

/** Every file that is named anywhere in a value, each once. */
const namesIn = (value: unknown): ReadonlySet<string> => new Set(JSON.stringify(value).match(fileName) ?? [])

/** What is named in the innovation as it is now; kept versions and files that nothing shows any more are left out. */
function namedBy({ evidence, canvases, proposals, gates, attachments }: Innovation): readonly Named[] {
  const titles = new Map(evidence.map((one) => [one.file, one.title]))
  return [...namesIn({ evidence, canvases, proposals, gates })].map((name) => ({
    name,
    title: titles.get(name) || attachments[name]?.title || '',
  }))
}

/**
 * The first question reads every innovation, the next ones only those saved since.
 * @returns files of the lab itself first, then by innovation in the order of the index
 */
export function createMissing(workspace: Workspace, library: Library): (lab: LabId) => Promise<MissingFile[]> {
  /** By the line of the index, which is the same until the innovation is saved again. */
  const known = new WeakMap<InnovationSummary, readonly Named[]>()
  const ofInnovation = async (lab: LabId, one: InnovationSummary): Promise<readonly Named[]> => {
    const before = known.get(one)
    if (before !== undefined) return before
    const innovation = await library.innovation(lab, one.id as InnovationId) // ids of the index are ids of innovations
    const named = innovation === null ? [] : namedBy(innovation)
    known.set(one, named)
    return named
  }
  const ofLab = async (id: LabId): Promise<readonly Named[]> => {
    const [lab, log] = await Promise.all([library.lab(id), library.log(id)])
    if (lab === null || log === null) return []
    const titles = new Map<string, string>([
      ...log.photos.map(({ name, caption }) => [name, caption] as const),
      ...log.partners.map(({ file, fileTitle }) => [file, fileTitle] as const),
    ])
    const { kop, kopJabatan, kopLan } = lab
    return [...namesIn({ kop, kopJabatan, kopLan, log })].map((name) => ({ name, title: titles.get(name) ?? '' }))
  }
  return async (lab) => {
    const there = await attachmentsIn(workspace.folder, lab)
    const gone = (all: readonly Named[], innovation: string | null): MissingFile[] =>
      all.filter(({ name }) => !there.has(name)).map((one) => ({ ...one, innovation }))
    const found = gone(await ofLab(lab), null)
    for (const one of await library.summaries(lab)) {
      if (!one.archived) found.push(...gone(await ofInnovation(lab, one), one.id))
    }
    return found
  }
}
