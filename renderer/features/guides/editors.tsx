/** The head of a pack, and what all editors of its parts share. */
import { NativeSelect, TextInput } from '@mantine/core'
import type { PackHead } from '#shared/model/pack.ts'
import { useText } from '../../app/text.ts'
import type { Update } from './drafts.ts'
import { Both, Count, Line } from './fields.tsx'
import css from './guides.module.css'

export type EditorProps<T> = {
  readonly def: T
  readonly change: (update: Update<T>) => void
  readonly disabled: boolean
}

export function HeadEditor({ def, change, disabled }: EditorProps<PackHead>) {
  const t = useText()
  return (
    <div className={css.fields}>
      <Both at="title" label={t('guides.packTitle')} value={def.title} onChange={(title) => change({ title })} disabled={disabled} />
      <div className={css.row} data-many>
        <Line at="issuer" label={t('guides.issuer')} value={def.issuer} onChange={(issuer) => change({ issuer })} disabled={disabled} />
        <Count
          at="year"
          label={t('guides.year')}
          value={def.year}
          min={2000}
          max={2100}
          plain
          disabled={disabled}
          onChange={(year) => year !== undefined && change({ year })}
        />
        <Line
          at="locality"
          label={t('guides.locality')}
          value={def.locality}
          onChange={(locality) => change({ locality })}
          disabled={disabled}
        />
      </div>
      <StatusField value={def.status} onChange={(status) => change({ status })} disabled={disabled} />
      <Both at="source" label={t('guides.source')} value={def.source} onChange={(source) => change({ source })} long disabled={disabled} />
    </div>
  )
}

type StatusProps = {
  readonly value: PackHead['status']
  readonly onChange: (value: PackHead['status']) => void
  readonly disabled: boolean
}

/** The mark that is printed on documents; what it promises is said beside it. */
export function StatusField({ value, onChange, disabled }: StatusProps) {
  const t = useText()
  if (disabled) return <TextInput label={t('guides.status')} value={t(`guides.${value}`)} readOnly />
  return (
    <NativeSelect
      label={t('guides.status')}
      description={t('guides.verifiedMeans')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={value}
      data={[
        { value: 'unverified', label: t('guides.unverified') },
        { value: 'verified', label: t('guides.verified') },
      ]}
      onChange={({ currentTarget }) => onChange(currentTarget.value === 'verified' ? 'verified' : 'unverified')}
    />
  )
}
