/** A stored picture or PDF as a button that keeps a copy on this machine. */
import { Button } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { useState } from 'react'
import type { LabId } from '#shared/model/ids.ts'
import { saveAs } from '../state/save-as.ts'
import { useLab } from './lab-context.tsx'
import { troubleOf } from './refusal.ts'

/** @param saveName what the copy is called, without its ending */
export function AttachedFile({
  lab,
  name,
  label,
  saveName,
}: {
  readonly lab: LabId
  readonly name: string
  readonly label: string
  readonly saveName: string
}) {
  const client = useLab()
  const [said, setSaid] = useState('')
  const [busy, setBusy] = useState(false)
  if (name === '') return null
  const open = async () => {
    setBusy(true)
    setSaid('')
    try {
      const file = await client.attachment.get({ lab, name })
      saveAs(new Blob([await file.arrayBuffer()], { type: file.type }), `${saveName}.${name.split('.').at(-1) ?? ''}`)
    } catch (error) {
      setSaid(troubleOf(error).what)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Button
        variant="subtle"
        size="xs"
        loading={busy}
        onClick={() => void open()}
        leftSection={<IconPaperclip size={16} stroke={1.75} aria-hidden />}
      >
        {label}
      </Button>
      {said === '' ? null : <small role="alert">{said}</small>}
    </>
  )
}
