/** What decides between equals, tried from the top: dragged by the grip, or moved with Alt and the arrows. */
import { NativeSelect } from '@mantine/core'
import { IconGripVertical, IconX } from '@tabler/icons-react'
import { useRef } from 'react'
import type { TieRule } from '#shared/model/rubric.ts'
import { useText } from '../../../app/text.ts'
import { Panel } from '../../../parts/index.ts'
import { useRowDrag } from '../../../parts/use-row-drag.ts'
import css from '../jury.module.css'
import { useTieWords } from '../tie-words.ts'
import type { OpenedConvention } from '../use-convention.ts'
import { freeTies, tieKey, withoutTie, withTie, withTieMoved } from './edits.ts'

export function Ties({ open }: { readonly open: OpenedConvention }) {
  const t = useText()
  const { convention, readOnly, change } = open
  const words = useTieWords(convention)
  const free = freeTies(convention)
  const add = (key: string) => {
    const rule = free.find((one) => tieKey(one) === key)
    if (rule) void change(t('jury.tieAdded'), withTie(rule))
  }
  return (
    <Panel title={t('jury.ties')} note={t('jury.tiesNote')}>
      {convention.ties.length === 0 ? <p className={css.quiet}>{t('jury.tiesNone')}</p> : <Rules open={open} words={words} />}
      {!readOnly && free.length > 0 && convention.ties.length < 20 && (
        <NativeSelect
          aria-label={t('jury.addTie')}
          value=""
          data={[{ value: '', label: t('jury.addTie') }, ...free.map((rule) => ({ value: tieKey(rule), label: words(rule) }))]}
          onChange={(event) => add(event.currentTarget.value)}
        />
      )}
    </Panel>
  )
}

function Rules({ open, words }: { readonly open: OpenedConvention; readonly words: (rule: TieRule) => string }) {
  const t = useText()
  const { convention, readOnly, change } = open
  const list = useRef<HTMLOListElement>(null)
  const move = (key: string, to: number) => void change(t('jury.tieMoved'), withTieMoved(key, to))
  const drag = useRowDrag(list, move, 'data-tie')
  return (
    <ol ref={list} className={css.list}>
      {convention.ties.map((rule, at) => {
        const key = tieKey(rule)
        const onKeyDown = (event: React.KeyboardEvent) => {
          const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
          if (!event.altKey || step === 0 || at + step < 0 || at + step >= convention.ties.length) return
          event.preventDefault()
          event.stopPropagation()
          move(key, at + step)
        }
        return (
          <li key={key} data-row>
            {!readOnly && (
              <button
                type="button"
                className={`${css.cross} ${css.grip}`}
                data-tie={key}
                aria-label={t('jury.moveTie', { rule: words(rule) })}
                aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
                onKeyDown={onKeyDown}
                {...drag(key, at)}
              >
                <IconGripVertical size={16} stroke={1.75} aria-hidden />
              </button>
            )}
            <b className={css.code}>{at + 1}</b>
            <span className={css.grow}>{words(rule)}</span>
            {!readOnly && (
              <button
                type="button"
                className={css.cross}
                aria-label={t('jury.removeTie', { rule: words(rule) })}
                onClick={() => void change(t('jury.tieRemoved'), withoutTie(key))}
              >
                <IconX size={16} stroke={1.75} aria-hidden />
              </button>
            )}
          </li>
        )
      })}
    </ol>
  )
}
