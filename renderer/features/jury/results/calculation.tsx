/** Every number of an entry down to the marks. */
import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { EntryId } from '#shared/model/ids.ts'
import type { Convention } from '#shared/model/jury.ts'
import { type ExplainLine, explain } from '#shared/rules/jury-explain.ts'
import type { ConventionResult } from '#shared/rules/jury-result.ts'
import { useLanguage, useText } from '../../../app/text.ts'
import { ChatText } from '../../../chat/chat-text.tsx'
import { Panel } from '../../../parts/index.ts'
import css from './results.module.css'

type Props = {
  readonly convention: Convention
  readonly result: ConventionResult
  readonly entry: EntryId
  readonly onClose: () => void
}

type Judged = { readonly text: string; readonly marks: readonly string[] }
type Staged = { readonly text: string; readonly notes: readonly string[]; readonly judges: readonly Judged[] }

export function Calculation({ convention, result, entry, onClose }: Props) {
  const t = useText()
  const language = useLanguage()
  const lines = useMemo(() => explain(result, convention, entry, language), [result, convention, entry, language])
  const { head, stages } = useMemo(() => folded(lines), [lines])
  const found = convention.entries.find(({ id }) => id === entry)
  const copied = (): string => lines.map(({ level, text }) => `${'  '.repeat(level)}${text}`).join('\n')
  return (
    <aside className={css.side} aria-label={t('juryResults.calculation')}>
      <Panel
        title={t('juryResults.calculation')}
        note={found?.code}
        side={
          <ActionIcon variant="subtle" size={30} aria-label={t('juryResults.close')} onClick={onClose}>
            <IconX size={16} stroke={1.75} />
          </ActionIcon>
        }
      >
        <div className={css.calculation}>
          {head.map((text) => (
            <p key={text}>{text}</p>
          ))}
          {stages.map(({ text, notes, judges }) => (
            <section key={text}>
              <h3>{text}</h3>
              {notes.map((note) => (
                <p key={note}>{note}</p>
              ))}
              {judges.map((judge) => (
                <details key={judge.text}>
                  <summary>{judge.text}</summary>
                  <ul>
                    {judge.marks.map((mark) => (
                      <li key={mark}>{mark}</li>
                    ))}
                  </ul>
                </details>
              ))}
            </section>
          ))}
          <ChatText size="xs" label={t('juryResults.copyCalculation')} make={copied} />
        </div>
      </Panel>
    </aside>
  )
}

/** Lines of four levels as what they are: the entry, its stages, their judges, their marks. */
function folded(lines: readonly ExplainLine[]): { readonly head: readonly string[]; readonly stages: readonly Staged[] } {
  const head: string[] = []
  const stages: { text: string; notes: string[]; judges: { text: string; marks: string[] }[] }[] = []
  for (const { level, text } of lines) {
    const stage = stages.at(-1)
    if (level === 0) head.push(text)
    // A second line of a stage stands before its judges.
    else if (level === 1 && stage !== undefined && stage.judges.length === 0) stage.notes.push(text)
    else if (level === 1) stages.push({ text, notes: [], judges: [] })
    else if (level === 2) stage?.judges.push({ text, marks: [] })
    else stage?.judges.at(-1)?.marks.push(text)
  }
  return { head, stages }
}
