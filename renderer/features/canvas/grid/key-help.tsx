/** The keys of the table, folded under it. */

import { type TextKey, useText } from '../../../app/text.ts'
import { Kbd } from '../../../parts/index.ts'
import style from './tools.module.css'

const keys: readonly (readonly [keys: string, text: TextKey])[] = [
  ['← ↑ → ↓', 'grid.keyMove'],
  ['Tab', 'grid.keyTab'],
  ['Enter', 'grid.keyEnter'],
  ['F2', 'grid.keyEdit'],
  ['1–5', 'grid.keyScore'],
  ['Shift ←↑→↓', 'grid.keySelect'],
  ['Ctrl C X V', 'grid.keyClip'],
  ['Ctrl D', 'grid.keyFill'],
  ['Del', 'grid.keyClear'],
  ['Ctrl Enter', 'grid.keyInsert'],
  ['Alt ↑ ↓', 'grid.keyShift'],
  ['Ctrl Del', 'grid.keyRemove'],
  ['Ctrl F', 'grid.keyFind'],
  ['Alt ← →', 'grid.keyWiden'],
  ['Esc Tab', 'grid.keyLeave'],
]

export function KeyHelp() {
  const t = useText()
  return (
    <details className={style.keys}>
      <summary>{t('grid.keys')}</summary>
      <dl>
        {keys.map(([key, text]) => (
          <div key={text}>
            <dt>
              <Kbd>{key}</Kbd>
            </dt>
            <dd>{t(text)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
