/** Votes of a board: how many everybody has, in whose name they are given, and what came out, ties said. */
import { Button, NumberInput, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useId, useMemo, useState } from 'react'
import { useText } from '../../../app/text.ts'
import { useSessionOf } from '../session.tsx'
import style from './panels.module.css'
import type { Board } from './use-board.ts'
import { resultsOf, votersOf } from './votes.ts'

/** More are named by their number: nobody reads on, and the board shows them. */
const shown = 30

export function VotesPanel({ board }: { readonly board: Board }) {
  const { desk, items, readOnly } = useSessionOf('board')
  const t = useText()
  const names = useId()
  const { quota, acts, seen } = board
  const [name, setName] = useState(board.voter === desk.me ? '' : board.voter)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the votes are in the document, and `items` is new whenever one of them changes
  const voters = useMemo(() => votersOf(desk), [desk, items])
  const results = useMemo(() => resultsOf(seen), [seen])
  const most = results[0]?.votes ?? 0
  const given = voters.reduce((sum, { votes }) => sum + votes, 0)
  const first = results.filter(({ place }) => place === 1)
  return (
    <>
      <div className={style.pair}>
        <NumberInput
          label={t('board.quota')}
          min={1}
          max={99}
          allowDecimal={false}
          clampBehavior="strict"
          disabled={readOnly}
          value={quota ?? ''}
          onChange={(value) => typeof value === 'number' && value > 0 && value !== quota && acts.setQuota(value)}
        />
        <TextInput
          label={t('board.voter')}
          placeholder={desk.me}
          list={names}
          disabled={quota === null}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          onBlur={() => board.setVoter(name)}
          onKeyDown={(event) => event.key === 'Enter' && board.setVoter(name)}
        />
        <datalist id={names}>
          {voters.map(({ who }) => (
            <option key={who} value={who} />
          ))}
        </datalist>
      </div>
      <p className={style.quiet}>{quota === null ? t('board.quotaOff') : t('board.voterHint')}</p>
      {quota === null ? null : (
        <p className={style.count} role="status">
          {t('board.voterAs', { who: board.voter })}: {t('canvas.votesLeft', { n: board.votesLeft ?? 0 })}
        </p>
      )}
      {results.length === 0 ? (
        <p className={style.quiet}>{t('board.noVotes')}</p>
      ) : (
        <>
          <p className={style.quiet}>{t('board.voters', { n: voters.length, votes: given })}</p>
          {first.length > 1 ? <p className={style.tie}>{t('board.tieText', { n: first.length, votes: most })}</p> : null}
          <ol className={style.results}>
            {results.slice(0, shown).map(({ item, votes, place, tied }) => (
              <li key={item.id}>
                <div>
                  <span>{item.text === '' ? t('board.untitled') : item.text}</span>
                  <b>{votes}</b>
                </div>
                <i style={{ width: `${(votes / most) * 100}%` }} />
                <small>
                  {t('board.place', { n: place })}
                  {tied ? `, ${t('board.tie')}` : ''} · {acts.label(item.zone)}
                </small>
              </li>
            ))}
          </ol>
          {results.length > shown ? <p className={style.quiet}>{t('board.moreResults', { n: results.length - shown })}</p> : null}
        </>
      )}
      {readOnly || given === 0 ? null : (
        <Button variant="default" size="xs" leftSection={<IconTrash size={16} stroke={1.75} />} onClick={acts.clearVotes}>
          {t('board.clearVotes')}
        </Button>
      )}
    </>
  )
}
