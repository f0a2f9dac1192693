/**
 * Names of the top-level types in the Y.Docs. Everything two people might create at the same moment (a canvas, a form field,
 * a proposal section) is a top-level type: Yjs merges those by name, while nested types created twice would lose one side.
 */
import type { InnovationId, LabId } from '#shared/model/ids.ts'
import { idPattern } from '#shared/model/ids.ts'

export const labDocName = (lab: LabId): string => `lab:${lab}`
export const innovationDocName = (lab: LabId, innovation: InnovationId): string => `innovation:${lab}:${innovation}`

export type DocAddress =
  | { readonly kind: 'lab'; readonly lab: LabId }
  | {
      readonly kind: 'innovation'
      readonly lab: LabId
      readonly innovation: InnovationId
    }

/** Null for anything that is not a name of ours; ids become file names, so they are checked here first. */
export function parseDocName(name: string): DocAddress | null {
  const [kind, lab, innovation, ...rest] = name.split(':')
  if (rest.length > 0 || lab === undefined || !idPattern.test(lab)) return null
  if (kind === 'lab' && innovation === undefined) return { kind, lab: lab as LabId /* matches idPattern */ }
  if (kind === 'innovation' && innovation !== undefined && idPattern.test(innovation))
    return {
      kind,
      lab: lab as LabId /* matches idPattern */,
      innovation: innovation as InnovationId /* matches idPattern */,
    }
  return null
}

export const names = {
  lab: 'lab',
  units: 'units',
  people: 'people',
  sessions: 'sessions',
  notes: 'notes',
  photos: 'photos',
  partners: 'partners',
  rewards: 'rewards',
  approvals: 'approvals',
  officials: 'officials',
  facts: 'facts',
  states: 'states',
  reviews: 'reviews',
  rounds: 'rounds',
  gates: 'gates',
  trail: 'trail',
  attachments: 'attachments',
  looks: 'looks',
  evidence: 'evidence',
  versions: 'versions',
  catalogue: 'catalogue',
  adopters: 'adopters',
  blocks: (session: string): string => `blocks/${session}`,
  run: (session: string): string => `run/${session}`,
  attendance: (session: string): string => `attendance/${session}`,
  items: (canvas: string): string => `items/${canvas}`,
  answers: (canvas: string): string => `answers/${canvas}`,
  settings: (canvas: string): string => `settings/${canvas}`,
  answerText: (canvas: string, field: string): string => `answer/${canvas}/${field}`,
  maturity: (set: string): string => `maturity/${set}`,
  header: (form: string): string => `header/${form}`,
  section: (form: string, section: string): string => `section/${form}/${section}`,
} as const
