/** Taking a photo into the lab: made smaller here, kept as an attachment, then named by whoever asked. */
import { useCallback, useState } from 'react'
import { addAttachment } from '#shared/doc/innovation.ts'
import { byPerson } from '#shared/doc/origins.ts'
import { useText } from '../../../app/text.ts'
import { takeFile, wasRefused } from '../../../lab/evidence/take-file.ts'
import { useAbout, useLab } from '../../../lab/lab-context.tsx'
import { asOne } from '../desk.ts'
import { useSession } from '../session.tsx'

export type TakePhoto = {
  readonly busy: boolean
  /** What went wrong, in words. */
  readonly trouble: string | null
  /** `use` gets the name of the stored picture; both are one step. Gives false when the picture could not be taken. */
  readonly take: (file: File, use: (name: string) => void) => Promise<boolean>
}

export function useTakePhoto(): TakePhoto {
  const { lab, desk, act } = useSession()
  const client = useLab()
  const door = useAbout()?.door
  const t = useText()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const take = useCallback(
    async (file: File, use: (name: string) => void): Promise<boolean> => {
      setTrouble(null)
      setBusy(true)
      try {
        const attachment = await takeFile(client, lab, file, door)
        act(() =>
          asOne(desk, () => {
            addAttachment(desk.doc, attachment, byPerson)
            use(attachment.name)
          }),
        )
        return true
      } catch (error) {
        setTrouble(t(wasRefused(error) ? 'grid.photoRefused' : 'grid.photoFailed'))
        return false
      } finally {
        setBusy(false)
      }
    },
    [act, client, desk, door, lab, t],
  )
  return { busy, trouble, take }
}
