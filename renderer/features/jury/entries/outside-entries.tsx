/** Entries that are not in this lab: one a line, pasted from a table or typed. */
import { Button, Modal, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useText } from '../../../app/text.ts'
import { newId } from '../../../state/fresh.ts'
import css from '../jury.module.css'
import { freeKey } from '../setup/edits.ts'
import type { OpenedConvention } from '../use-convention.ts'
import { type OutsideLine, withOutside } from './edits.ts'

/** Name, unit and category of each line, between tabs or semicolons. */
export function outsideLines(text: string, id: () => OutsideLine['id']): readonly OutsideLine[] {
  return text.split(/\r\n|\r|\n/u).flatMap((line): readonly OutsideLine[] => {
    const [name = '', unitName = '', category = ''] = line.split(/\t|;/u).map((part) => part.replaceAll(/\s+/gu, ' ').trim())
    return name === '' ? [] : [{ id: id(), name: name.slice(0, 400), unitName: unitName.slice(0, 400), category: category.slice(0, 400) }]
  })
}

export function OutsideEntries({ open, close }: { readonly open: OpenedConvention; readonly close: () => void }) {
  const t = useText()
  const [text, setText] = useState('')
  const lines = outsideLines(text, () => newId<'entry'>())
  const add = () => {
    close()
    void open.change(
      t('jury.entriesAdded', { n: lines.length }),
      withOutside(lines, (taken) => freeKey('kategori', taken)),
    )
  }
  return (
    <Modal
      opened
      onClose={close}
      title={<strong>{t('jury.outside')}</strong>}
      closeButtonProps={{ 'aria-label': t('app.close') }}
      size={560}
      returnFocus
    >
      <div className={css.stack}>
        <p className={css.quiet}>{t('jury.outsideText')}</p>
        <Textarea
          data-autofocus
          label={t('jury.outsideLines')}
          placeholder={t('jury.outsideHint')}
          autosize
          minRows={6}
          maxRows={14}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <div className={`${css.acts} ${css.end}`}>
          <Button variant="default" onClick={close}>
            {t('app.cancel')}
          </Button>
          <Button disabled={lines.length === 0} onClick={add}>
            {t('jury.addEntries', { n: lines.length })}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
