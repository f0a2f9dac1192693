/** Taking pictures into the lab and into the text. */
import type { Editor } from '@tiptap/core'
import { useCallback, useState } from 'react'
import { addAttachment } from '#shared/doc/innovation.ts'
import { byPerson } from '#shared/doc/origins.ts'
import { useText } from '../../../app/text.ts'
import { takeFile, wasRefused } from '../../../lab/evidence/take-file.ts'
import { useAbout, useLab } from '../../../lab/lab-context.tsx'
import { type Trouble, troubleOf } from '../../../lab/refusal.ts'
import type { Desk } from '../desk.tsx'
import { wasWritten } from './cursor.ts'
import { insertPicture } from './edits.ts'

export type Pictures = {
  /** Puts them at the cursor, one below the other. */
  readonly add: (editor: Editor, files: readonly File[]) => Promise<void>
  readonly busy: boolean
  readonly trouble: Trouble | null
  readonly settle: () => void
}

export function usePictures({ lab, doc }: Pick<Desk, 'lab' | 'doc'>): Pictures {
  const client = useLab()
  const door = useAbout()?.door
  const t = useText()
  const [working, setWorking] = useState(0)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const add = useCallback(
    async (editor: Editor, files: readonly File[]) => {
      const refused = (detail: string): Trouble => ({
        what: t('proposal.pictureRefused'),
        safe: t('proposal.pictureSafe'),
        todo: t('proposal.pictureRefusedDo'),
        detail,
      })
      setTrouble(null)
      setWorking((n) => n + 1)
      try {
        for (const file of files) {
          const attachment = await takeFile(client, lab, file, door).catch((error: unknown) => {
            if (!wasRefused(error)) throw error
            setTrouble(refused(`${file.name} ${file.type} ${file.size}`))
            return null
          })
          if (attachment === null) continue
          addAttachment(doc, attachment, byPerson)
          // Somebody may have gone to another section while the picture was being stored.
          if (editor.isDestroyed) return
          const { name, width, height } = attachment
          insertPicture(editor, { name, alt: '', caption: '', width, height }, !wasWritten(editor))
        }
      } catch (error) {
        setTrouble(troubleOf(error))
      } finally {
        setWorking((n) => n - 1)
      }
    },
    [client, doc, door, lab, t],
  )
  return { add, busy: working > 0, trouble, settle: useCallback(() => setTrouble(null), []) }
}
