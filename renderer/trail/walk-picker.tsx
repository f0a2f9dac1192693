/** Several ways on from here: which one? */
import { Modal } from '@mantine/core'
import type { Innovation, TrailEnd } from '#shared/model/lab.ts'
import { endKey } from '#shared/rules/trail.ts'
import { useText } from '../app/text.ts'
import { StageDot } from '../parts/index.ts'
import { useEndWords } from './end-words.ts'
import style from './walk-picker.module.css'

type Props = {
  readonly value: Innovation
  readonly title: string
  readonly ends: readonly TrailEnd[]
  readonly go: (end: TrailEnd) => void
  readonly close: () => void
}

export function WalkPicker({ value, title, ends, go, close }: Props) {
  const t = useText()
  const wordsOf = useEndWords(value)
  return (
    <Modal opened onClose={close} title={title} closeButtonProps={{ 'aria-label': t('app.close') }} returnFocus>
      <ul
        className={style.list}
        onKeyDown={(event) => {
          const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
          if (step === 0) return
          event.preventDefault()
          const stops: readonly (Element | null)[] = [...event.currentTarget.querySelectorAll('button')]
          const next = stops[(stops.indexOf(document.activeElement) + step + stops.length) % stops.length]
          if (next instanceof HTMLElement) next.focus()
        }}
      >
        {ends.map((end, at) => {
          const words = wordsOf(end)
          const Icon = words.icon
          return (
            <li key={endKey(end)}>
              <button type="button" data-autofocus={at === 0 || undefined} onClick={() => go(end)}>
                {words.stage === null ? <Icon size={20} stroke={1.75} aria-hidden /> : <StageDot stage={words.stage} />}
                <span>
                  <small>{words.where}</small>
                  {words.now === null || end.place === 'section' ? end.quote : words.now}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </Modal>
  )
}
