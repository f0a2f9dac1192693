/** Writing into a cell: Enter goes down, Tab goes on, Esc leaves it as it was, leaving the cell keeps what was written. */
import { IconCalendar } from '@tabler/icons-react'
import { useId, useLayoutEffect, useRef, useState } from 'react'
import { useText } from '../../../app/text.ts'
import style from './editor.module.css'

/** Where the cursor goes after a cell was written in. */
export type Then = 'stay' | 'down' | 'up' | 'left' | 'right' | 'next' | 'back' | 'insert' | 'away'

type Props = {
  readonly label: string
  readonly text: string
  /** The text was begun by a key outside; arrows then leave the cell as in any spreadsheet. */
  readonly begun: boolean
  /** Words wrap and Shift+Enter begins a line; otherwise one line. */
  readonly lines: boolean
  readonly numeric?: boolean
  /** Shows a calendar beside the text. @returns the ISO day for the picker, empty for none */
  readonly day?: ((text: string) => string) | undefined
  /** Null when the column takes the text, else what it wants instead. */
  readonly wrong: (text: string) => string | null
  readonly onSave: (text: string, then: Then) => void
  readonly onCancel: () => void
}

export function TextEditor({ label, text, begun, lines, numeric = false, day, wrong, onSave, onCancel }: Props) {
  const [value, setValue] = useState(text)
  const [fault, setFault] = useState<string | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const faultId = useId()
  // Blur comes again when the field goes away after Enter or Esc; only the first end counts.
  const ended = useRef(false)
  const arrowsLeave = useRef(begun && !lines)
  useLayoutEffect(() => {
    const node = field.current
    node?.focus({ preventScroll: true })
    node?.setSelectionRange(begun ? text.length : lines ? text.length : 0, text.length)
  }, [begun, lines, text])
  const save = (then: Then): void => {
    if (ended.current) return
    const why = wrong(value)
    if (why !== null && then !== 'away') {
      setFault(why)
      return
    }
    ended.current = true
    if (why === null) onSave(value.trim(), then)
    else onCancel()
  }
  const cancel = (): void => {
    if (ended.current) return
    ended.current = true
    onCancel()
  }
  const leave: Readonly<Record<string, Then>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' }
  return (
    <span className={style.writing} data-fault={fault !== null || undefined}>
      <textarea
        ref={field}
        rows={1}
        aria-label={label}
        aria-invalid={fault !== null || undefined}
        aria-describedby={fault === null ? undefined : faultId}
        className={style.editor}
        data-numeric={numeric || undefined}
        inputMode={numeric ? 'decimal' : undefined}
        value={value}
        onChange={(event) => {
          setFault(null)
          setValue(lines ? event.target.value : event.target.value.replaceAll(/\s*\n\s*/gu, ' '))
        }}
        onMouseDown={() => {
          arrowsLeave.current = false
        }}
        onBlur={(event) => {
          // The calendar belongs to the field.
          if (!event.currentTarget.parentElement?.contains(event.relatedTarget)) save('away')
        }}
        onKeyDown={(event) => {
          event.stopPropagation()
          if (event.nativeEvent.isComposing) return
          const out = arrowsLeave.current && Object.hasOwn(leave, event.key) ? leave[event.key] : undefined
          if (event.key === 'Escape') cancel()
          else if (event.key === 'F2') arrowsLeave.current = false
          else if (event.key === 'Tab') {
            event.preventDefault()
            save(event.shiftKey ? 'back' : 'next')
          } else if (event.key === 'Enter' && !(lines && (event.shiftKey || event.altKey))) {
            event.preventDefault()
            save(event.ctrlKey || event.metaKey ? 'insert' : event.shiftKey ? 'up' : 'down')
          } else if (out !== undefined) {
            event.preventDefault()
            save(out)
          }
        }}
      />
      {day === undefined ? null : (
        <DayPicker
          day={day(value)}
          onPick={(iso) => {
            ended.current = true
            onSave(iso, 'stay')
          }}
        />
      )}
      {fault === null ? null : (
        <span className={style.fault} id={faultId} role="alert">
          {fault}
        </span>
      )}
    </span>
  )
}

/** The browser's own calendar, opened by a button; the day comes back as ISO. */
export function DayPicker({ day, onPick }: { readonly day: string; readonly onPick: (iso: string) => void }) {
  const t = useText()
  const field = useRef<HTMLInputElement>(null)
  return (
    <span className={style.calendar}>
      <button type="button" tabIndex={-1} aria-label={t('grid.openCalendar')} onClick={() => field.current?.showPicker()}>
        <IconCalendar size={16} stroke={1.75} aria-hidden />
      </button>
      <input
        ref={field}
        type="date"
        tabIndex={-1}
        aria-hidden
        defaultValue={day}
        onChange={(event) => event.currentTarget.value !== '' && onPick(event.currentTarget.value)}
      />
    </span>
  )
}
