/** What a new innovation is called and whose it is: the fields that every way of adding one begins with. */
import { Select, TextInput } from '@mantine/core'
import type { Ref } from 'react'
import { useText } from '../../app/text.ts'
import { useOpenLab } from '../../lab/open-lab.tsx'

export type NamedInnovation = { readonly name: string; readonly longName: string; readonly unit: string | null }

type Props = {
  readonly value: NamedInnovation
  readonly onChange: (value: NamedInnovation) => void
  readonly hint?: string
  readonly placeholder?: string
  readonly first?: Ref<HTMLInputElement>
}

export function InnovationFields({ value, onChange, hint, placeholder, first }: Props) {
  const t = useText()
  const { lab } = useOpenLab()
  return (
    <>
      <TextInput
        ref={first}
        autoFocus
        required
        label={t('lab.name')}
        description={hint}
        placeholder={placeholder}
        maxLength={300}
        value={value.name}
        onChange={(event) => onChange({ ...value, name: event.currentTarget.value })}
      />
      <TextInput
        label={t('lab.longName')}
        maxLength={300}
        value={value.longName}
        onChange={(event) => onChange({ ...value, longName: event.currentTarget.value })}
      />
      <Select
        label={t('lab.unit')}
        searchable
        clearable
        data={lab.units.map((one) => ({ value: one.id, label: one.name }))}
        value={value.unit}
        onChange={(unit) => onChange({ ...value, unit })}
      />
    </>
  )
}
