/** Typing paper notes: one line per card, zone by a digit, hands never off the keys. Every card is stored at once. */
import { Button, TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { ItemId } from '#shared/model/ids.ts'
import { useBoth, useText } from '../../../app/text.ts'
import { useSessionOf } from '../session.tsx'
import style from './panels.module.css'
import type { Board } from './use-board.ts'

type Props = { readonly board: Board; readonly startZone: string; readonly close: () => void }

/** Cards shown above the line; older ones are on the board. */
const shown = 6
const digit = /^[1-9]$/u

export function FastEntry({ board, startZone, close }: Props) {
  const { def, items, announce, undo } = useSessionOf('board')
  const t = useText()
  const both = useBoth()
  const [zone, setZone] = useState(startZone)
  const [batch, setBatch] = useState(() => ({ author: t('board.entryPaper'), table: '' }))
  const [text, setText] = useState('')
  const [made, setMade] = useState<readonly ItemId[]>([])
  const [fixing, setFixing] = useState<ItemId | null>(null)
  const line = useRef<HTMLInputElement>(null)
  useEffect(() => line.current?.focus(), [])

  const there = new Map(items.map((item) => [item.id, item]))
  // What was taken back with undo does not count.
  const kept = made.filter((id) => there.has(id))
  const zoneAt = (at: number): void => {
    const wanted = def.zones[at]
    if (wanted === undefined) return
    setZone(wanted.key)
    announce(t('board.entryZoneIs', { zone: both(wanted.label) }))
  }
  const store = (words: string): void => {
    if (fixing !== null && words.trim() !== '') {
      board.acts.write(fixing, words.trim())
      if (there.get(fixing)?.zone !== zone) board.acts.toZone([fixing], zone)
    } else {
      const ids = board.acts.enter(zone, words, { author: batch.author.trim(), table: batch.table.trim() })
      if (ids.length > 0) announce(t('board.entryCount', { n: kept.length + ids.length }))
      setMade([...made, ...ids])
    }
    setFixing(null)
    setText('')
  }
  const fixLast = (): void => {
    const item = there.get(kept.at(-1) ?? ('' as ItemId)) // no item has this id
    if (item === undefined) return
    setFixing(item.id)
    setText(item.text)
    if (item.zone !== null) setZone(item.zone)
  }
  const onKeyDown = (event: React.KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return
    const take = (what: () => void): void => {
      event.preventDefault()
      event.stopPropagation()
      what()
    }
    const command = event.ctrlKey || event.metaKey
    const atDigit = event.altKey && event.code.startsWith('Digit') ? Number(event.code.slice(5)) : 0
    if (atDigit > 0) take(() => zoneAt(atDigit - 1))
    else if (event.key === 'Tab' && !event.shiftKey && digit.test(text.trim()))
      take(() => {
        zoneAt(Number(text.trim()) - 1)
        setText('')
      })
    else if (event.key === 'Enter') take(() => store(text))
    else if (event.key === 'ArrowUp' && text === '') take(fixLast)
    else if (event.key === 'Escape' && (fixing !== null || text !== ''))
      take(() => {
        setFixing(null)
        setText('')
      })
    else if (event.key === 'Escape') take(close)
    else if (command && event.key === 'z' && text === '') take(undo)
    // Other keys belong to the line, not to the canvas below.
    else event.stopPropagation()
  }
  return (
    <>
      <p className={style.quiet}>{t('board.entryLead')}</p>
      <div className={style.pair}>
        <TextInput
          label={t('board.entryAuthor')}
          value={batch.author}
          onChange={(event) => setBatch({ ...batch, author: event.currentTarget.value })}
        />
        <TextInput
          label={t('board.entryTable')}
          value={batch.table}
          onChange={(event) => setBatch({ ...batch, table: event.currentTarget.value })}
        />
      </div>
      <div className={style.zones} role="radiogroup" aria-label={t('board.entryZone')}>
        {def.zones.map((one, at) => (
          <label key={one.key} data-on={one.key === zone || undefined}>
            <input
              type="radio"
              name="entry-zone"
              checked={one.key === zone}
              onChange={() => {
                setZone(one.key)
                line.current?.focus()
              }}
            />
            {at < 9 ? <kbd>{at + 1}</kbd> : null}
            {both(one.label)}
          </label>
        ))}
      </div>
      <ol className={style.recent} aria-label={t('board.entryCount', { n: kept.length })}>
        {kept.slice(-shown).map((id) => {
          const item = there.get(id)
          return (
            <li key={id} data-on={id === fixing || undefined}>
              <span>{item?.text}</span>
              <small>{board.acts.label(item?.zone ?? null)}</small>
            </li>
          )
        })}
      </ol>
      <div className={style.line}>
        <input
          ref={line}
          aria-label={t(fixing === null ? 'board.entryText' : 'board.entryFix')}
          placeholder={t('board.entryText')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onPaste={(event) => {
            const pasted = event.clipboardData.getData('text/plain')
            if (!/[\n\t]/u.test(pasted.trim())) return
            event.preventDefault()
            store(pasted)
          }}
        />
        <Button variant="default" onClick={() => store(text)}>
          {t('board.entryStore')}
        </Button>
      </div>
      <p className={style.count} role="status">
        {t('board.entryCount', { n: kept.length })}
      </p>
      <p className={style.keys}>{t('board.entryKeys')}</p>
    </>
  )
}
