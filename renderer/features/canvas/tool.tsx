/** A button of a canvas toolbar: icon, word and key, because nobody should have to guess any of the three. */
import type { TablerIcon } from '@tabler/icons-react'
import type { Ref } from 'react'
import style from './tools.module.css'

type Props = {
  readonly icon: TablerIcon
  readonly word: string
  readonly keys?: string
  readonly disabled?: boolean
  readonly pressed?: boolean
  readonly onRun: () => void
  readonly ref?: Ref<HTMLButtonElement>
}

export function Tool({ icon: Icon, word, keys, disabled = false, pressed, onRun, ref, ...rest }: Props) {
  return (
    // A menu that opens from here adds its own attributes, but neither its look nor its way of being pressed.
    <button onClick={onRun} {...rest} ref={ref} type="button" className={style.tool} disabled={disabled} aria-pressed={pressed}>
      <span className={style.face}>
        <Icon size={19} stroke={1.75} aria-hidden />
        {keys === undefined ? null : <kbd aria-hidden>{keys}</kbd>}
      </span>
      <span>{word}</span>
    </button>
  )
}
