/** A picture in the sheet, with its caption and what it shows in words. */

import { IconTrash } from '@tabler/icons-react'
import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react'
import { useText } from '../../../app/text.ts'
import { useDraft } from '../../../collab/use-draft.ts'
import { usePicture } from '../../../lab/use-picture.ts'
import { useDesk } from '../desk.tsx'
import css from './sheet.module.css'

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const sizeOf = (value: unknown): number | undefined => (typeof value === 'number' && value > 0 ? value : undefined)

export function PictureView({ node, updateAttributes, deleteNode, selected, editor }: ReactNodeViewProps) {
  const { lab } = useDesk()
  const t = useText()
  const picture = usePicture(lab, textOf(node.attrs['name']))
  const caption = textOf(node.attrs['caption'])
  const alt = textOf(node.attrs['alt'])
  return (
    <NodeViewWrapper as="figure" className={css.figure} data-selected={selected || undefined} data-unsaid={alt === '' || undefined}>
      {picture.state === 'ready' ? (
        <img
          src={picture.url}
          alt={alt}
          width={sizeOf(node.attrs['width'])}
          height={sizeOf(node.attrs['height'])}
          data-drag-handle
          draggable
        />
      ) : (
        <p className={css.noPicture} role={picture.state === 'failed' ? 'alert' : 'status'}>
          {t(picture.state === 'failed' ? 'proposal.pictureMissing' : 'proposal.pictureReading')}
        </p>
      )}
      {caption !== '' && <figcaption>{caption}</figcaption>}
      {editor.isEditable && (
        <div className={css.pictureWords}>
          <Line label={t('proposal.caption')} value={caption} write={(next) => updateAttributes({ caption: next })} />
          <Line label={t('proposal.alt')} value={alt} write={(next) => updateAttributes({ alt: next })} />
          <button type="button" className={css.plain} onClick={() => deleteNode()}>
            <IconTrash size={16} stroke={1.75} aria-hidden />
            {t('proposal.deletePicture')}
          </button>
        </div>
      )}
    </NodeViewWrapper>
  )
}

function Line({ label, value, write }: { readonly label: string; readonly value: string; readonly write: (next: string) => void }) {
  const draft = useDraft(value, write)
  return (
    <label>
      <span>{label}</span>
      <input type="text" maxLength={300} {...draft} />
    </label>
  )
}
