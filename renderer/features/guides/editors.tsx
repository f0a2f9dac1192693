/** What can be changed of a pack: its head, its forms, its sets of indicators and its documents. */
import { NativeSelect, NumberInput, Select, TextInput } from '@mantine/core'
import type { PackHead } from '#shared/model/pack.ts'
import { useText } from '../../app/text.ts'
import { Both } from './fields.tsx'
import css from './guides.module.css'

export type EditorProps<T> = {
  readonly def: T
  readonly change: (patch: Partial<T>) => void
  readonly disabled: boolean
}

export function HeadEditor({ def, change, disabled }: EditorProps<PackHead>) {
  const t = useText()
  return (
    <div className={css.fields}>
      <Both label={t('guides.packTitle')} value={def.title} onChange={(title) => change({ title })} disabled={disabled} />
      <div className={css.row} data-many>
        <TextInput
          label={t('guides.issuer')}
          value={def.issuer}
          readOnly={disabled}
          onChange={({ currentTarget }) => change({ issuer: currentTarget.value })}
        />
        <NumberInput
          label={t('guides.year')}
          value={def.year}
          min={2000}
          max={2100}
          thousandSeparator=""
          readOnly={disabled}
          onChange={(year) => typeof year === 'number' && change({ year })}
        />
        <TextInput
          label={t('guides.locality')}
          value={def.locality}
          readOnly={disabled}
          onChange={({ currentTarget }) => change({ locality: currentTarget.value })}
        />
      </div>
      <StatusField value={def.status} onChange={(status) => change({ status })} disabled={disabled} />
      <Both label={t('guides.source')} value={def.source} onChange={(source) => change({ source })} long disabled={disabled} />
    </div>
  )
}

/** The mark that is printed on documents; what it promises is said beside it. */
export function StatusField({
  value,
  onChange,
  disabled,
}: {
  readonly value: PackHead['status']
  readonly onChange: (value: PackHead['status']) => void
  readonly disabled: boolean
}) {
  const t = useText()
  return (
    <NativeSelect
      label={t('guides.status')}
      description={t('guides.verifiedMeans')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={value}
      disabled={disabled}
      data={[
        { value: 'unverified', label: t('guides.unverified') },
        { value: 'verified', label: t('guides.verified') },
      ]}
      onChange={({ currentTarget }) => onChange(currentTarget.value === 'verified' ? 'verified' : 'unverified')}
    />
  )
}

/** A choice of one of a closed list of keys. */
export function Choice<K extends string>({
  label,
  value,
  options,
  onChange,
  disabled,
}: {
  readonly label: string
  readonly value: K
  readonly options: readonly { readonly value: K; readonly label: string }[]
  readonly onChange: (value: K) => void
  readonly disabled: boolean
}) {
  return (
    <Select
      label={label}
      value={value}
      allowDeselect={false}
      disabled={disabled}
      data={options.map((one) => ({ ...one }))}
      onChange={(next) => {
        const found = options.find((one) => one.value === next)
        if (found !== undefined) onChange(found.value)
      }}
    />
  )
}
