/** Editing a text in place: Enter saves, Shift+Enter starts a line, Esc leaves it as it was, leaving the field saves. */
import { useLayoutEffect, useRef, useState } from 'react'

type Props = {
  readonly label: string
  readonly text: string
  readonly className?: string | undefined
  readonly style?: React.CSSProperties | undefined
  /** The text was begun by a key outside; the caret goes behind it instead of choosing all. */
  readonly begun?: boolean
  /** `byKey` is true after Enter and false when the field was left. */
  readonly onSave: (text: string, byKey: boolean) => void
  readonly onCancel: () => void
  /** Several lines pasted into an empty field. Without it they are pasted as text. */
  readonly onLines?: ((text: string) => void) | undefined
}

export function ItemEditor({ label, text, className, style, begun = false, onSave, onCancel, onLines }: Props) {
  const [value, setValue] = useState(text)
  const field = useRef<HTMLTextAreaElement>(null)
  // Blur comes again when the field goes away after Enter or Esc; only the first end counts.
  const ended = useRef(false)
  useLayoutEffect(() => {
    field.current?.focus({ preventScroll: true })
    if (begun) field.current?.setSelectionRange(text.length, text.length)
    else field.current?.select()
  }, [begun, text])
  const end = (how: () => void): void => {
    if (ended.current) return
    ended.current = true
    how()
  }
  return (
    <textarea
      ref={field}
      aria-label={label}
      className={className}
      style={style}
      value={value}
      onChange={(event) => setValue(event.target.value)}
      onBlur={() => end(() => onSave(value.trim(), false))}
      onPointerDown={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onPaste={(event) => {
        const pasted = event.clipboardData.getData('text/plain')
        if (onLines === undefined || value.trim() !== '' || !pasted.trim().includes('\n')) return
        event.preventDefault()
        end(() => onLines(pasted))
      }}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Escape') end(onCancel)
        else if (event.key === 'Enter' && !event.shiftKey) {
          event.preventDefault()
          end(() => onSave(value.trim(), true))
        }
      }}
    />
  )
}
