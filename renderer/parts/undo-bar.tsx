import { IconArrowBackUp, IconX } from '@tabler/icons-react'
import { useStore } from 'zustand'
import { useText } from '../app/text.ts'
import { noticeStore, notify } from '../state/notify.ts'
import css from './parts.module.css'

/** Bottom left: what was just done, and the way back. The frame shows it once; features call `notify.undoable`. */
export function UndoBar() {
  const t = useText()
  const now = useStore(noticeStore, (state) => state.now)
  return (
    <div role="status" aria-live="polite">
      {now && (
        <div className={css.undo} key={now.key}>
          <span>{now.text}</span>
          <button
            type="button"
            onClick={() => {
              now.undo()
              notify.hide()
            }}
          >
            <IconArrowBackUp size={16} stroke={1.75} aria-hidden />
            {t('app.undo')}
          </button>
          <button type="button" className={css.undoClose} aria-label={t('app.close')} onClick={notify.hide}>
            <IconX size={16} stroke={1.75} aria-hidden />
          </button>
        </div>
      )}
    </div>
  )
}
