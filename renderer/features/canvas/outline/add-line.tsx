/** A field below a list of an outline that makes new lines of it. */
import { Button, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useText } from '../../../app/text.ts'
import style from './outline.module.css'

/** A field that adds on Enter and stays, so that one can follow another. Pasted lines become one each. */
export function AddLine({ label, onAdd }: { readonly label: string; readonly onAdd: (text: string) => void }) {
  const [text, setText] = useState('')
  const t = useText()
  const add = (): void => {
    if (text.trim() === '') return
    onAdd(text.trim())
    setText('')
  }
  return (
    <form
      className={style.add}
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <TextInput
        aria-label={label}
        placeholder={label}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text/plain')
          if (!pasted.trim().includes('\n')) return
          event.preventDefault()
          onAdd(pasted)
        }}
      />
      <Button type="submit" variant="default" leftSection={<IconPlus size={16} stroke={1.75} />}>
        {t('canvas.add')}
      </Button>
    </form>
  )
}
