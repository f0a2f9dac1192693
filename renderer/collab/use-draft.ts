/** Typing into a shared text without losing letters or the caret. */
import { useEffect, useRef, useState } from 'react'

export type Draft = {
  readonly value: string
  readonly onChange: (event: { readonly currentTarget: { readonly value: string } }) => void
  readonly onBlur: () => void
}

/**
 * Spread into an input. What is typed shows at once and is written with every key; what others write arrives
 * when this person is not in the middle of typing.
 * @param value as the document has it
 * @param write puts it into the document
 */
export function useDraft(value: string, write: (next: string) => void): Draft {
  const [draft, setDraft] = useState<string | null>(null)
  const sent = useRef(value)
  useEffect(() => {
    // Somebody else changed it meanwhile: theirs and ours are merged in the document, which is what to show.
    if (value !== sent.current) setDraft(null)
    sent.current = value
  }, [value])
  return {
    value: draft ?? value,
    onChange: ({ currentTarget }) => {
      setDraft(currentTarget.value)
      sent.current = currentTarget.value
      write(currentTarget.value)
    },
    onBlur: () => setDraft(null),
  }
}
