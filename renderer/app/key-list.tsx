import { Modal } from '@mantine/core'
import { useStore } from 'zustand'
import { Kbd } from '../parts/panel.tsx'
import { setView, viewStore } from '../state/view.ts'
import css from './frame.module.css'
import { type TextKey, useText } from './text.ts'

const lines: readonly (readonly [keys: readonly string[], text: TextKey])[] = [
  [['Ctrl K'], 'app.keyFind'],
  [['Alt 1…6'], 'app.keyStage'],
  [['F6'], 'app.keyRegion'],
  [['Ctrl Z', 'Ctrl Y'], 'app.keyUndo'],
  [['['], 'app.keyLeft'],
  [[']'], 'app.keyRight'],
  [['Ctrl /'], 'app.keyView'],
  [['?'], 'app.keyKeys'],
]

/** Opened with `?`. */
export function KeyList() {
  const t = useText()
  const open = useStore(viewStore, (view) => view.keys)
  return (
    <Modal
      opened={open}
      onClose={() => setView({ keys: false })}
      title={<strong>{t('app.keysTitle')}</strong>}
      closeButtonProps={{ 'aria-label': t('app.close') }}
      centered
    >
      <dl className={css.keys}>
        {lines.map(([keys, text]) => (
          <div key={text}>
            <dt>
              {keys.map((one) => (
                <Kbd key={one}>{one}</Kbd>
              ))}
            </dt>
            <dd>{t(text)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
