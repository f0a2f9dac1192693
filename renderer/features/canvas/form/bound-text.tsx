/** A text field bound to a shared text: only what differs is written, and the caret stays at its letters while others type. */
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type * as Y from 'yjs'
import { movedCaret } from './caret.ts'

type Field = HTMLTextAreaElement | HTMLInputElement

type Props = {
  readonly text: Y.Text
  readonly write: (next: string) => void
  readonly lines: boolean
  readonly type?: 'text' | 'tel' | 'email' | undefined
  readonly id: string
  readonly readOnly: boolean
  readonly className?: string | undefined
  readonly describedBy?: string | undefined
  readonly required: boolean
  readonly onFocus: () => void
}

export function BoundText({ text, write, lines, type = 'text', id, readOnly, className, describedBy, required, onFocus }: Props) {
  const field = useRef<Field | null>(null)
  const [value, setValue] = useState(() => text.toString())
  const shown = useRef(value)
  const caret = useRef<readonly [number, number] | null>(null)

  useEffect(() => {
    const hear = (): void => {
      const next = text.toString()
      const node = field.current
      if (next === shown.current) return
      if (node !== null && document.activeElement === node)
        caret.current = [movedCaret(shown.current, next, node.selectionStart ?? 0), movedCaret(shown.current, next, node.selectionEnd ?? 0)]
      shown.current = next
      setValue(next)
    }
    hear()
    text.observe(hear)
    return () => text.unobserve(hear)
  }, [text])
  // biome-ignore lint/correctness/useExhaustiveDependencies: after every new value the caret that belongs to it is put back
  useLayoutEffect(() => {
    if (caret.current === null) return
    // E-mail fields have no selection to set.
    if (type !== 'email') field.current?.setSelectionRange(caret.current[0], caret.current[1])
    caret.current = null
  }, [value, type])

  const onChange = useCallback(
    (event: React.ChangeEvent<Field>) => {
      shown.current = event.currentTarget.value
      setValue(event.currentTarget.value)
      write(event.currentTarget.value)
    },
    [write],
  )
  const common = { id, value, readOnly, className, onChange, onFocus, 'aria-describedby': describedBy, 'aria-required': required }
  if (!lines) return <input ref={field as React.RefObject<HTMLInputElement>} type={type} maxLength={500} {...common} /> // an input is drawn here
  return <textarea ref={field as React.RefObject<HTMLTextAreaElement>} rows={3} maxLength={20000} {...common} /> // a textarea is drawn here
}
