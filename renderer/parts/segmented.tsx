import type { TablerIcon } from '@tabler/icons-react'
import { IconListDetails, IconPhoto } from '@tabler/icons-react'
import { type ReactNode, useId } from 'react'
import { useText } from '../app/text.ts'
import css from './parts.module.css'

export type Segment<V extends string> = { readonly value: V; readonly label: ReactNode; readonly icon?: TablerIcon }

/** Two to four choices of which one always holds; arrow keys move, as in any radio group. */
export function Segmented<V extends string>(props: {
  readonly label: string
  readonly value: V
  readonly segments: readonly Segment<V>[]
  readonly onChange: (value: V) => void
}) {
  const group = useId()
  return (
    <div className={css.seg} role="radiogroup" aria-label={props.label}>
      {props.segments.map(({ value, label, icon: Icon }) => (
        <label key={value}>
          <input type="radio" name={group} checked={props.value === value} onChange={() => props.onChange(value)} />
          {Icon && <Icon size={16} stroke={1.75} aria-hidden />}
          {label}
        </label>
      ))}
    </div>
  )
}

export type CanvasView = 'gambar' | 'kerangka'

/** Gambar | Kerangka: the drawing, or the same content as an outline for keyboard and screen reader. */
export function ViewSwitch({ value, onChange }: { readonly value: CanvasView; readonly onChange: (value: CanvasView) => void }) {
  const t = useText()
  const segments = [
    { value: 'gambar', label: t('app.picture'), icon: IconPhoto },
    { value: 'kerangka', label: t('app.outline'), icon: IconListDetails },
  ] as const
  return <Segmented label={`${t('app.picture')} | ${t('app.outline')}`} value={value} segments={segments} onChange={onChange} />
}
