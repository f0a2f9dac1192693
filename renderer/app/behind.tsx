/** The list behind a number, at the right edge. The frame shows it once; pages call `showBehind`. */
import { Drawer, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { useStore } from 'zustand'
import { folded } from '#shared/rules/fold.ts'
import { type Behind, behindStore, hideBehind } from '../state/behind.ts'
import css from './behind.module.css'
import { useText } from './text.ts'

/** From so many lines on it is quicker to type a name than to look for it. */
const searchFrom = 12
/** Lines drawn at first. */
const atOnce = 200

export function BehindDrawer() {
  const t = useText()
  const now = useStore(behindStore, (state) => state.now)
  const [location] = useLocation()
  // A list belongs to the page it was opened on.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the address changes
  useEffect(hideBehind, [location])
  return (
    <Drawer
      opened={now !== null}
      onClose={hideBehind}
      position="right"
      size={420}
      title={now?.title ?? ''}
      closeButtonProps={{ 'aria-label': t('app.close') }}
      classNames={{ title: css.title ?? '', body: css.body ?? '' }}
    >
      {now && <Lines key={now.title} now={now} />}
    </Drawer>
  )
}

function Lines({ now }: { readonly now: Behind }) {
  const t = useText()
  const [words, setWords] = useState('')
  const [most, setMost] = useState(atOnce)
  const wanted = folded(words)
  const found = wanted === '' ? now.lines : now.lines.filter(({ text, more }) => folded(`${text} ${more ?? ''}`).includes(wanted))
  return (
    <>
      <p className={css.count} role="status">
        {found.length === now.lines.length
          ? t('lab.behindCount', { n: now.lines.length })
          : t('lab.behindFound', { n: found.length, of: now.lines.length })}
      </p>
      {now.lines.length >= searchFrom && (
        <TextInput
          size="xs"
          aria-label={t('lab.behindSearch')}
          placeholder={t('lab.behindSearch')}
          leftSection={<IconSearch size={16} stroke={1.75} aria-hidden />}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      )}
      <ul className={css.lines}>
        {found.slice(0, most).map(({ id, text, more, href }) => (
          <li key={id}>
            {href === undefined ? (
              <span>{text}</span>
            ) : (
              <a href={href} onClick={hideBehind}>
                {text}
              </a>
            )}
            {more !== undefined && more !== '' && <small>{more}</small>}
          </li>
        ))}
      </ul>
      {found.length > most && (
        <button type="button" className={css.more} onClick={() => setMost(found.length)}>
          {t('lab.behindMore', { n: found.length - most })}
        </button>
      )}
    </>
  )
}
