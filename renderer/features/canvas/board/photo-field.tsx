/** The browser's own way to choose photos; a phone offers its camera here. */
import { type Ref, useImperativeHandle, useRef } from 'react'
import { useText } from '../../../app/text.ts'
import { pictureTypes } from '../../../state/picture.ts'

export type PhotoHand = { readonly open: (take: (files: readonly File[]) => void) => void }

export function PhotoField({ ref, several = true }: { readonly ref: Ref<PhotoHand>; readonly several?: boolean }) {
  const t = useText()
  const field = useRef<HTMLInputElement>(null)
  const take = useRef<(files: readonly File[]) => void>(() => undefined)
  useImperativeHandle(ref, () => ({
    open: (then) => {
      take.current = then
      field.current?.click()
    },
  }))
  return (
    <input
      ref={field}
      type="file"
      hidden
      multiple={several}
      accept={pictureTypes.join(',')}
      aria-label={t('board.toolPhoto')}
      onChange={(event) => {
        const files = [...(event.currentTarget.files ?? [])]
        // The same file chosen again must be heard again.
        event.currentTarget.value = ''
        if (files.length > 0) take.current(files)
      }}
    />
  )
}
