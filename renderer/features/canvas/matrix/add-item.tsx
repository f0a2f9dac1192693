/** A field that adds on Enter and stays, so that one item can follow another. Pasted lines become one item each. */
import { Button, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useBoth, useText } from '../../../app/text.ts'
import { useSessionOf } from '../session.tsx'
import style from './items.module.css'
import type { MatrixActs } from './use-matrix.ts'

export function AddItem({ acts }: { readonly acts: MatrixActs }) {
  const { def, select } = useSessionOf('matrix')
  const t = useText()
  const both = useBoth()
  const [text, setText] = useState('')
  const label = t('canvas.addRow', { row: both(def.itemLabel).toLocaleLowerCase() })
  const add = (what: string): void => {
    if (what.trim() === '') return
    acts.add(what)
    // The list stays where it is, ready for the next one.
    select([], null)
    setText('')
  }
  return (
    <form
      className={style.add}
      onSubmit={(event) => {
        event.preventDefault()
        add(text)
      }}
    >
      <TextInput
        aria-label={label}
        placeholder={label}
        maxLength={1000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text/plain')
          if (!pasted.trim().includes('\n')) return
          event.preventDefault()
          add(pasted)
        }}
      />
      <Button type="submit" variant="light" leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}>
        {t('canvas.add')}
      </Button>
    </form>
  )
}
