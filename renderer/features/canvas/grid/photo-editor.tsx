/** The photo of a cell: chosen, shown large, replaced or taken away. */
import { Button, Popover } from '@mantine/core'
import { IconPhotoPlus, IconTrash } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useText } from '../../../app/text.ts'
import { pictureTypes } from '../../../state/picture.ts'
import { Thumb } from './cell-show.tsx'
import style from './editor.module.css'
import { useTakePhoto } from './use-photo.ts'

type Props = {
  readonly label: string
  readonly name: string
  /** Pasted or dropped, to be taken at once. */
  readonly file?: File | null
  readonly onSet: (name: string) => void
  readonly onDone: () => void
}

/** In a cell: with no photo yet the choice of a file opens at once. */
export function PhotoEditor({ label, name, file = null, onSet, onDone }: Props) {
  const t = useText()
  const { busy, trouble, take } = useTakePhoto()
  const arrived = useRef(false)
  // What opens over the table is there a moment later than this editor.
  const arrive = (node: HTMLDivElement | null): void => {
    if (node === null || arrived.current) return
    arrived.current = true
    node.querySelector<HTMLElement>('button')?.focus({ preventScroll: true })
  }
  const field = useRef<HTMLInputElement>(null)
  const put = async (chosen: File): Promise<void> => {
    if (await take(chosen, onSet)) onDone()
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: only once, when it appears
  useEffect(() => {
    if (file !== null) void put(file)
    else if (name === '') field.current?.click()
  }, [])
  useEffect(() => {
    const node = field.current
    const cancelled = (): void => {
      if (name === '') onDone()
    }
    // React has no property for it.
    node?.addEventListener('cancel', cancelled)
    return () => node?.removeEventListener('cancel', cancelled)
  }, [name, onDone])
  return (
    <>
      <Popover opened shadow="md" position="bottom-start" offset={2} withinPortal trapFocus={false} returnFocus={false} withRoles={false}>
        <Popover.Target>
          <span className={style.target}>
            <Thumb name={name} />
          </span>
        </Popover.Target>
        <Popover.Dropdown className={style.photo}>
          {/* biome-ignore lint/a11y/useSemanticElements: the group has no fields of a form */}
          <div
            ref={arrive}
            role="group"
            aria-label={label}
            onKeyDown={(event) => {
              event.stopPropagation()
              if (event.key === 'Escape') onDone()
            }}
            onBlur={(event) => {
              // While a file is being chosen or stored the window itself may have lost the focus.
              if (event.relatedTarget !== null && !event.currentTarget.contains(event.relatedTarget)) onDone()
            }}
          >
            {name === '' ? null : <Thumb name={name} large />}
            {trouble === null ? null : (
              <p className={style.fault} role="alert">
                {trouble}
              </p>
            )}
            <PhotoButtons name={name} busy={busy} onChoose={() => field.current?.click()} onRemove={() => onSet('')} />
            <Button size="xs" variant="subtle" onClick={onDone}>
              {t('app.close')}
            </Button>
          </div>
        </Popover.Dropdown>
      </Popover>
      <PhotoInput ref={field} onFile={(chosen) => void put(chosen)} />
    </>
  )
}

/** Among other fields: thumbnail, choose, remove. */
export function PhotoField({ label, name, readOnly, onSet }: Omit<Props, 'onDone' | 'file'> & { readonly readOnly: boolean }) {
  const { busy, trouble, take } = useTakePhoto()
  const field = useRef<HTMLInputElement>(null)
  return (
    // biome-ignore lint/a11y/useSemanticElements: the group has no fields of a form
    <div role="group" aria-label={label} className={style.photoField}>
      <Thumb name={name} large={name !== ''} />
      {trouble === null ? null : (
        <p className={style.fault} role="alert">
          {trouble}
        </p>
      )}
      {readOnly ? null : <PhotoButtons name={name} busy={busy} onChoose={() => field.current?.click()} onRemove={() => onSet('')} />}
      <PhotoInput ref={field} onFile={(file) => void take(file, onSet)} />
    </div>
  )
}

type ButtonsProps = { readonly name: string; readonly busy: boolean; readonly onChoose: () => void; readonly onRemove: () => void }

function PhotoButtons({ name, busy, onChoose, onRemove }: ButtonsProps) {
  const t = useText()
  return (
    <span className={style.photoButtons}>
      <Button size="xs" variant="default" loading={busy} leftSection={<IconPhotoPlus size={16} stroke={1.75} />} onClick={onChoose}>
        {t(name === '' ? 'grid.choosePhoto' : 'grid.replacePhoto')}
      </Button>
      {name === '' ? null : (
        <Button size="xs" variant="subtle" color="gray" leftSection={<IconTrash size={16} stroke={1.75} />} onClick={onRemove}>
          {t('grid.removePhoto')}
        </Button>
      )}
    </span>
  )
}

function PhotoInput({ ref, onFile }: { readonly ref: React.Ref<HTMLInputElement>; readonly onFile: (file: File) => void }) {
  return (
    <input
      ref={ref}
      type="file"
      hidden
      accept={pictureTypes.join(',')}
      onChange={(event) => {
        const file = event.currentTarget.files?.[0]
        event.currentTarget.value = ''
        if (file !== undefined) onFile(file)
      }}
    />
  )
}
