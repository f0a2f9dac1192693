/** Counting by keyboard: a code and Enter; several lines when they are pasted. */
import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Entry } from '#shared/model/jury.ts'
import { useText } from '../../../app/text.ts'
import { readVotes } from './read-votes.ts'
import css from './visitors.module.css'

type Props = {
  readonly entries: readonly Entry[]
  readonly onCount: (votes: readonly { readonly entry: Entry; readonly by: number }[]) => void
}

export function TypeVotes({ entries, onCount }: Props) {
  const t = useText()
  const [text, setText] = useState('')
  const { votes, unread } = readVotes(text, entries)
  const lines = text.split('\n').length
  const count = (): void => {
    const sure = votes.filter(({ by }) => by > 0)
    if (sure.length === 0) return
    onCount(sure)
    // What could not be read stays to be mended.
    setText(unread.join('\n'))
  }
  return (
    <div className={css.type}>
      <Textarea
        label={t('juryResults.typeVotes')}
        description={t('juryResults.typeVotesHint')}
        autosize
        minRows={1}
        maxRows={10}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          // One line counts at Enter; in a list Enter begins the next line.
          if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.shiftKey) return
          if (lines > 1 && !(event.ctrlKey || event.metaKey)) return
          event.preventDefault()
          count()
        }}
      />
      {text.trim() !== '' && (
        <p role="status">
          {votes.length > 0 && votes.slice(0, 4).map(({ entry, by }) => <span key={entry.id}>{`${entry.code} ${entry.name} +${by}`}</span>)}
          {votes.length > 4 && <span>{t('scoring.andMore', { n: votes.length - 4 })}</span>}
          {unread.length > 0 && <em>{t('juryResults.unread', { what: unread.slice(0, 3).join(', ') })}</em>}
          <Button size="xs" variant="light" disabled={votes.length === 0} onClick={count}>
            {t('juryResults.countThem')}
          </Button>
        </p>
      )}
    </div>
  )
}
