/** What an address like `#/lab/solok/inovasi/langkok/kanvas/usg` needs, before any page is there to say so. */
import { innovationDocName, labDocName } from '#shared/doc/names.ts'
import { type InnovationId, idPattern, type LabId } from '#shared/model/ids.ts'

/** The parts between the slashes; those that are not there are empty. */
export function partsOf(hash: string): { area: string; lab: string; part: string; id: string; below: string } {
  const [area = '', lab = '', part = '', id = '', below = ''] = hash.replace(/^#?\/?/, '').split('/')
  return { area, lab, part, id, below }
}

/** The names of its documents. */
export function docsOf(hash: string): readonly string[] {
  const { area, lab, part, id } = partsOf(hash)
  if (area !== 'lab' || !idPattern.test(lab)) return []
  const ofLab = labDocName(lab as LabId) // matches idPattern
  if (part !== 'inovasi' || !idPattern.test(id)) return [ofLab]
  return [ofLab, innovationDocName(lab as LabId, id as InnovationId)] // both match idPattern
}
