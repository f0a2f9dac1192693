/** Photos on their way onto a board. */
import { useCallback, useRef, useState } from 'react'
import { addAttachment } from '#shared/doc/innovation.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { ItemId } from '#shared/model/ids.ts'
import { useText } from '../../../app/text.ts'
import { takeFile, wasRefused } from '../../../lab/evidence/take-file.ts'
import { useAbout, useLab } from '../../../lab/lab-context.tsx'
import { type Trouble, troubleOf } from '../../../lab/refusal.ts'
import { pictureTypes } from '../../../state/picture.ts'
import { useSessionOf } from '../session.tsx'
import * as edits from './edits.ts'

/** Onto a card that is there, or a card of its own for each. */
export type PictureTarget =
  | { readonly kind: 'card'; readonly id: ItemId }
  | { readonly kind: 'new'; readonly zone: string; readonly x?: number; readonly y?: number }

export type CardPictures = {
  readonly add: (files: readonly File[], target: PictureTarget) => Promise<void>
  readonly busy: boolean
  readonly trouble: Trouble | null
  readonly settle: () => void
}

/** Files a board takes as pictures. */
export const picturesIn = (data: DataTransfer | null): readonly File[] =>
  [...(data?.files ?? [])].filter((file) => pictureTypes.some((type) => type === file.type))

export function useCardPictures(): CardPictures {
  const session = useSessionOf('board')
  const latest = useRef(session)
  latest.current = session
  const client = useLab()
  const door = useAbout()?.door
  const t = useText()
  const [working, setWorking] = useState(0)
  const [trouble, setTrouble] = useState<Trouble | null>(null)

  const add = useCallback(
    async (files: readonly File[], target: PictureTarget) => {
      const refused = (detail: string): Trouble => ({
        what: t('board.pictureFailed'),
        safe: t('board.pictureSafe'),
        todo: t('board.pictureFailedDo'),
        detail,
      })
      const { lab, desk, def, readOnly } = latest.current
      if (readOnly || files.length === 0) return
      setTrouble(null)
      setWorking((n) => n + 1)
      const made: ItemId[] = []
      try {
        for (const [at, file] of files.entries()) {
          const attachment = await takeFile(client, lab, file, door).catch((error: unknown) => {
            if (!wasRefused(error)) throw error
            setTrouble(refused(`${file.name} ${file.type} ${file.size}`))
            return null
          })
          if (attachment === null) continue
          const ids = latest.current.act(() => {
            addAttachment(desk.doc, attachment, byPerson)
            if (target.kind === 'card' && at === 0) {
              edits.setFacts(desk, target.id, { picture: attachment.name })
              return [target.id]
            }
            const zone = target.kind === 'new' ? target.zone : (def.zones[0]?.key ?? '')
            const color = def.zones.find((one) => one.key === zone)?.color ?? 'kunyit'
            const place =
              target.kind === 'new' && target.x !== undefined && target.y !== undefined && at === 0 ? { x: target.x, y: target.y } : {}
            return edits.addNotes(desk, [{ zone, text: '', color, picture: attachment.name, ...place }])
          })
          made.push(...(ids ?? []))
        }
      } catch (error) {
        setTrouble(troubleOf(error))
      } finally {
        setWorking((n) => n - 1)
      }
      if (made.length === 0) return
      latest.current.select(made, made.at(-1) ?? null)
      latest.current.announce(t('board.pictureAdded', { n: made.length }))
    },
    [client, door, t],
  )
  return { add, busy: working > 0, trouble, settle: useCallback(() => setTrouble(null), []) }
}
