/**
 * A text field bound to a shared text. What others type goes into the field at once, not with the next drawing: a key pressed in
 * between would otherwise be compared with a text that is no longer there, and would take the others' letters out again.
 */
import { type Ref, useEffect, useRef } from 'react'
import type * as Y from 'yjs'
import { movedCaret, rebase } from './caret.ts'

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
  /** What the field shows as far as the document is concerned. */
  const shown = useRef('')
  /** While a word is being composed (accents, phone keyboards) the field must not be touched. */
  const composing = useRef(false)

  useEffect(() => {
    const hear = (): void => {
      if (field.current !== null && !composing.current) show(field.current, shown, text.toString())
    }
    hear()
    text.observe(hear)
    return () => text.unobserve(hear)
  }, [text])

  const put = (node: Field): void => {
    if (!lines) joinLines(node)
    const next = rebase(shown.current, node.value, text.toString())
    shown.current = node.value
    write(next)
    if (!composing.current) show(node, shown, next)
  }
  const common = {
    id,
    readOnly,
    className,
    onFocus,
    defaultValue: text.toString(),
    'aria-describedby': describedBy,
    'aria-required': required,
    onInput: (event: React.SyntheticEvent<Field>) => {
      if (!composing.current) put(event.currentTarget)
    },
    onCompositionStart: () => {
      composing.current = true
    },
    onCompositionEnd: (event: React.SyntheticEvent<Field>) => {
      composing.current = false
      put(event.currentTarget)
    },
  }
  if (!lines && type !== 'text') return <input ref={field as Ref<HTMLInputElement>} type={type} maxLength={500} {...common} /> // an input is drawn here
  if (!lines)
    // One line to the document; where its box is narrow it is broken instead of cut.
    return (
      <textarea
        ref={field as Ref<HTMLTextAreaElement>} // a textarea is drawn here
        rows={1}
        maxLength={500}
        data-line
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.preventDefault()
        }}
        {...common}
      />
    )
  return <textarea ref={field as Ref<HTMLTextAreaElement>} rows={3} {...common} /> // a textarea is drawn here
}

/** Pasted lines become one, with the caret where it was. */
function joinLines(node: Field): void {
  if (!/[\r\n]/u.test(node.value)) return
  const at = node.selectionStart ?? node.value.length
  const before = node.value.slice(0, at).replaceAll(/\s*[\r\n]+\s*/gu, ' ')
  node.value = before + node.value.slice(at).replaceAll(/\s*[\r\n]+\s*/gu, ' ')
  node.setSelectionRange(before.length, before.length)
}

/** Puts a text into the field and leaves the caret at its letters. */
function show(node: Field, shown: { current: string }, next: string): void {
  const before = node.value
  shown.current = next
  if (before === next) return
  // E-mail fields know no caret.
  const at =
    document.activeElement === node && node.selectionStart !== null
      ? ([node.selectionStart, node.selectionEnd ?? node.selectionStart] as const)
      : null
  node.value = next
  if (at !== null) node.setSelectionRange(movedCaret(before, next, at[0]), movedCaret(before, next, at[1]))
}
