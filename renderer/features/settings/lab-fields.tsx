/** What the panels of the lab's settings share. */
import { TextInput } from '@mantine/core'
import { type LabFacts, readLabFacts, writeLabFacts } from '#shared/doc/lab.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { Kop, Lab } from '#shared/model/lab.ts'
import { useDraft } from '../../collab/use-draft.ts'
import { useOpenLab } from '../../lab/open-lab.tsx'

export function usePut() {
  const { doc } = useOpenLab()
  return (patch: Partial<LabFacts>) => writeLabFacts(doc, patch, byPerson)
}

/** The letterheads a lab has. */
export type KopField = keyof Pick<Lab, 'kop' | 'kopJabatan' | 'kopLan'>

/** Changes parts of a letterhead as it is in the document at that moment, which may be long after this was drawn. */
export function usePutKop(field: KopField) {
  const { doc } = useOpenLab()
  return (patch: Partial<Kop>) => writeLabFacts(doc, { [field]: { ...readLabFacts(doc)[field], ...patch } }, byPerson)
}

export function Line({
  label,
  value,
  write,
  hint,
}: {
  readonly label: string
  readonly value: string
  readonly write: (next: string) => void
  readonly hint?: string
}) {
  const { readOnly } = useOpenLab()
  const draft = useDraft(value, write)
  return <TextInput label={label} placeholder={hint ?? ''} maxLength={300} disabled={readOnly} {...draft} />
}
