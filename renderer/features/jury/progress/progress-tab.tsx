/** Who has scored what, marks given on paper, and differences that are talked over. */
import { Button } from '@mantine/core'
import { useMemo, useRef, useState } from 'react'
import type { EntryId, JudgeId } from '#shared/model/ids.ts'
import { useText } from '../../../app/text.ts'
import { ChatText } from '../../../chat/chat-text.tsx'
import { EmptyState, Panel } from '../../../parts/index.ts'
import { SetUpFirst } from '../set-up-first.tsx'
import type { OpenedConvention } from '../use-convention.ts'
import { JudgeSheet } from './judge-sheet.tsx'
import { matrixOf } from './matrix.ts'
import { MatrixTable } from './matrix-table.tsx'
import css from './progress.module.css'
import { Talks } from './talks.tsx'

export type SheetAt = { readonly judge: JudgeId; readonly entry: EntryId | null }

export function ProgressTab({ open }: { readonly open: OpenedConvention }) {
  const t = useText()
  const { convention, result } = open
  const [at, setAt] = useState<SheetAt | null>(null)
  const talks = useRef<HTMLDivElement>(null)
  const matrix = useMemo(() => matrixOf(convention, result), [convention, result])
  const judge = convention.judges.find(({ id }) => id === at?.judge)
  if (at !== null && judge !== undefined) return <JudgeSheet open={open} judge={judge} entry={at.entry} onClose={() => setAt(null)} />
  if (result.of === 0)
    return <EmptyState title={t('juryResults.noTasks')} text={t('juryResults.noTasksDo')} acts={<SetUpFirst open={open} />} />
  const untold = result.spreads.filter(({ talked }) => !talked).length
  const late = matrix.columns.filter(({ locked, of }) => locked < of)
  const reminder = (): string =>
    [
      `*${convention.name}*`,
      t('juryResults.reminderLead'),
      ...late.map((one) =>
        t('juryResults.reminderLine', {
          name: convention.judges.find(({ id }) => id === one.judge)?.name ?? '',
          n: one.of - one.locked,
        }),
      ),
    ].join('\n')
  return (
    <div className={css.tab}>
      <Panel
        title={t('juryResults.progress')}
        note={t('juryResults.doneOf', { n: result.done, of: result.of })}
        side={
          <>
            {untold > 0 && (
              <Button variant="light" size="xs" onClick={() => talks.current?.scrollIntoView({ block: 'start' })}>
                {t('juryResults.toTalks', { n: untold })}
              </Button>
            )}
            {late.length > 0 && <ChatText size="xs" label={t('juryResults.remind')} make={reminder} />}
          </>
        }
      >
        <MatrixTable convention={convention} matrix={matrix} onOpen={setAt} />
      </Panel>
      <div ref={talks} className={css.talksPlace}>
        <Talks open={open} />
      </div>
    </div>
  )
}
