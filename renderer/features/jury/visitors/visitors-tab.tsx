/** What visitors of the display chose, counted apart from the jury. */
import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useDeferredValue, useState } from 'react'
import type { Entry } from '#shared/model/jury.ts'
import { formatNumber } from '#shared/rules/numbers.ts'
import { useLanguage, useText } from '../../../app/text.ts'
import { EmptyState, Panel } from '../../../parts/index.ts'
import { notify } from '../../../state/notify.ts'
import { SetUpFirst } from '../set-up-first.tsx'
import type { OpenedConvention } from '../use-convention.ts'
import { CountCard } from './count-card.tsx'
import { Feedback } from './feedback.tsx'
import { TypeVotes } from './type-votes.tsx'
import { useVotes, type Votes } from './use-votes.ts'
import css from './visitors.module.css'

export function VisitorsTab({ open }: { readonly open: OpenedConvention }) {
  const t = useText()
  const [sought, setSought] = useState('')
  const wanted = useDeferredValue(sought).toLowerCase()
  const votes = useVotes(open)
  const entries = open.convention.entries.filter(({ withdrawn }) => withdrawn === '')
  if (entries.length === 0)
    return <EmptyState title={t('juryResults.noVisitors')} text={t('juryResults.noVisitorsDo')} acts={<SetUpFirst open={open} />} />
  const shown = wanted === '' ? entries : entries.filter(({ code, name }) => `${code} ${name}`.toLowerCase().includes(wanted))
  const count = (all: readonly { readonly entry: Entry; readonly by: number }[]): void => {
    votes.add(all.map(({ entry, by }) => ({ entry: entry.id, by })))
    const [first] = all
    const sum = all.reduce((total, { by }) => total + by, 0)
    const name = all.length === 1 && first !== undefined ? first.entry.name : t('juryResults.manyEntries', { n: all.length })
    notify.undoable(t('juryResults.counted', { n: sum, name }), () => votes.add(all.map(({ entry, by }) => ({ entry: entry.id, by: -by }))))
  }
  return (
    <div className={css.tab}>
      <p className={css.apart}>{t('juryResults.apart')}</p>
      <div className={css.columns}>
        <div className={css.main}>
          <Panel
            title={t('juryResults.countVotes')}
            side={
              <TextInput
                size="xs"
                aria-label={t('juryResults.seek')}
                placeholder={t('juryResults.seek')}
                leftSection={<IconSearch size={16} stroke={1.75} aria-hidden />}
                value={sought}
                onChange={(event) => setSought(event.currentTarget.value)}
              />
            }
          >
            {!open.readOnly && <TypeVotes entries={entries} onCount={count} />}
            <ul className={css.cards}>
              {shown.map((entry) => (
                <CountCard
                  key={entry.id}
                  entry={entry}
                  n={votes.of(entry.id)}
                  readOnly={open.readOnly}
                  onCount={(by) => count([{ entry, by }])}
                />
              ))}
            </ul>
            {shown.length === 0 && <p className={css.quiet}>{t('juryResults.nothingShown')}</p>}
          </Panel>
        </div>
        <div className={css.beside}>
          <Choice entries={entries} votes={votes} />
          <Feedback open={open} entries={entries} />
        </div>
      </div>
    </div>
  )
}

/** So many are shown at the top. */
const mostShown = 10

function Choice({ entries, votes }: { readonly entries: readonly Entry[]; readonly votes: Votes }) {
  const t = useText()
  const language = useLanguage()
  const counted = entries
    .map((entry) => ({ entry, n: votes.of(entry.id) }))
    .filter(({ n }) => n > 0)
    .toSorted((a, b) => b.n - a.n || a.entry.code.localeCompare(b.entry.code))
  const sum = counted.reduce((total, { n }) => total + n, 0)
  const first = counted[0]?.n ?? 1
  return (
    <Panel title={t('juryResults.visitorsChoice')} note={t('juryResults.votesInAll', { n: formatNumber(sum, language) })}>
      {counted.length === 0 ? (
        <p className={css.quiet}>{t('juryResults.noVotes')}</p>
      ) : (
        <ol className={css.choice}>
          {counted.slice(0, mostShown).map(({ entry, n }) => (
            <li key={entry.id}>
              <b>{counted.findIndex((one) => one.n === n) + 1}</b>
              <span>
                {entry.name}
                <i aria-hidden>
                  <i style={{ width: `${(n / first) * 100}%` }} />
                </i>
              </span>
              <em>{formatNumber(n, language)}</em>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  )
}
