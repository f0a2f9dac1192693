/** A text that grows with what is written: Enter saves and goes on, Shift+Enter starts a line, Esc takes back, leaving saves. */
import { useEffect, useRef, useState } from 'react'
import style from './whys.module.css'

type Props = {
  readonly label: string
  readonly text: string
  readonly placeholder: string
  readonly readOnly: boolean
  /** The cursor belongs here as soon as it shows, and again with every new wish. */
  readonly focused: object | false
  /** `byKey` is true after Enter. Called only when something changed or Enter was pressed. */
  readonly onSave: (text: string, byKey: boolean) => void
  /** Several lines pasted into an empty field. */
  readonly onLines?: (text: string) => void
}

export function WhyField({ label, text, placeholder, readOnly, focused, onSave, onLines }: Props) {
  const [draft, setDraft] = useState<string | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (focused !== false) field.current?.focus()
  }, [focused])
  const value = draft ?? text
  const save = (byKey: boolean): void => {
    const changed = draft !== null && draft.trim() !== text
    setDraft(null)
    if (changed || byKey || (text === '' && focused !== false)) onSave(changed ? (draft ?? '').trim() : text, byKey)
  }
  return (
    <textarea
      ref={field}
      className={style.field}
      rows={1}
      aria-label={label}
      placeholder={placeholder}
      readOnly={readOnly}
      value={value}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={() => save(false)}
      onPaste={(event) => {
        const pasted = event.clipboardData.getData('text/plain')
        if (onLines === undefined || value.trim() !== '' || !pasted.trim().includes('\n')) return
        event.preventDefault()
        onLines(pasted)
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || event.altKey) return
        if (event.key === 'Escape') setDraft(null)
        else if (event.key === 'Enter' && !event.shiftKey && !event.ctrlKey && !event.metaKey) {
          event.preventDefault()
          // An empty level has nothing to go on from.
          if (value.trim() !== '') save(true)
        }
      }}
    />
  )
}
