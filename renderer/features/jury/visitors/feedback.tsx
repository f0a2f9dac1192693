/** What visitors wrote about an entry. */
import { Button, Select, Textarea } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { Entry, Visitors } from '#shared/model/jury.ts'
import { useText } from '../../../app/text.ts'
import { Panel } from '../../../parts/index.ts'
import { notify } from '../../../state/notify.ts'
import type { OpenedConvention } from '../use-convention.ts'
import css from './visitors.module.css'

type Line = Visitors['feedback'][number]
/** So many are drawn at first. */
const page = 40

export function Feedback({ open, entries }: { readonly open: OpenedConvention; readonly entries: readonly Entry[] }) {
  const t = useText()
  const [entry, setEntry] = useState<string | null>(null)
  const [text, setText] = useState('')
  const [most, setMost] = useState(page)
  const all = open.visitors.feedback.filter((one) => entry === null || one.entry === entry).toReversed()
  const add = (): void => {
    if (entry === null || text.trim() === '') return
    void open.visit({ feedback: [{ entry, text: text.trim() }] })
    setText('')
  }
  const drop = (line: Line): void => {
    void open.visit({ drop: [line.id] })
    notify.undoable(t('juryResults.feedbackDropped'), () => void open.visit({ feedback: [{ entry: line.entry, text: line.text }] }))
  }
  return (
    <Panel title={t('juryResults.feedback')} note={t('juryResults.feedbackCount', { n: open.visitors.feedback.length })}>
      <div className={css.give}>
        <Select
          aria-label={t('juryResults.entry')}
          placeholder={t('juryResults.chooseEntry')}
          data={entries.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
          value={entry}
          onChange={setEntry}
          searchable
          clearable
        />
        {!open.readOnly && (
          <>
            <Textarea
              aria-label={t('juryResults.feedbackText')}
              placeholder={t('juryResults.feedbackText')}
              autosize
              minRows={2}
              maxLength={4000}
              value={text}
              disabled={entry === null}
              onChange={(event) => setText(event.currentTarget.value)}
            />
            <Button variant="light" size="xs" disabled={entry === null || text.trim() === ''} onClick={add}>
              {t('juryResults.addFeedback')}
            </Button>
          </>
        )}
      </div>
      <ul className={css.feedback}>
        {all.slice(0, most).map((line) => (
          <li key={line.id}>
            <p>{line.text}</p>
            <small>{entries.find(({ id }) => id === line.entry)?.name}</small>
            {!open.readOnly && (
              <button type="button" aria-label={t('juryResults.dropFeedback')} onClick={() => drop(line)}>
                <IconX size={16} stroke={1.75} aria-hidden />
              </button>
            )}
          </li>
        ))}
      </ul>
      {all.length > most && (
        <Button variant="default" size="xs" onClick={() => setMost(most + page)}>
          {t('juryResults.more', { n: Math.min(page, all.length - most) })}
        </Button>
      )}
    </Panel>
  )
}
