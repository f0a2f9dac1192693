/** What a board says beside its picture: votes left, what colours mean, and that everybody writes alone. */
import { Button } from '@mantine/core'
import { IconEye, IconEyeOff, IconSparkles } from '@tabler/icons-react'
import { useBoth, useText } from '../../../app/text.ts'
import { useSessionOf } from '../session.tsx'
import style from './controls.module.css'
import { paperClass } from './note.tsx'
import type { Board } from './use-board.ts'

export function Corner({ board }: { readonly board: Board }) {
  const { def } = useSessionOf('board')
  const t = useText()
  const both = useBoth()
  return (
    <div className={style.corner}>
      <StartersOffer board={board} />
      <VotesLeft board={board} />
      {def.legend.length === 0 ? null : (
        <ul className={style.legend} aria-label={t('canvas.legend')}>
          {def.legend.map((line) => (
            <li key={line.color}>
              <i className={paperClass(line.color)} />
              {both(line.label)}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** On an empty board; later it is among the further tools. */
function StartersOffer({ board }: { readonly board: Board }) {
  const { def, items } = useSessionOf('board')
  const t = useText()
  if (board.readOnly || items.length > 0 || def.starters.length === 0) return null
  return (
    <button type="button" className={style.left} onClick={board.acts.addStarters}>
      <IconSparkles size={16} stroke={1.75} aria-hidden />
      {t('board.startersAdd', { n: def.starters.length })}
    </button>
  )
}

/** Opens the results; says in whose name votes are given when that is not the person who sits here. */
export function VotesLeft({ board }: { readonly board: Board }) {
  const { desk } = useSessionOf('board')
  const t = useText()
  const { quota, votesLeft, voter } = board
  if (quota === null || votesLeft === null) return null
  return (
    <button type="button" className={style.left} title={t('board.resultsAndQuota')} onClick={() => board.setPanel('votes')}>
      {quota > 10 ? null : (
        <span aria-hidden>
          {Array.from({ length: quota }, (_, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: dots have nothing but their place
            <i key={at} className={at < quota - votesLeft ? style.given : undefined} />
          ))}
        </span>
      )}
      {t('canvas.votesLeft', { n: votesLeft })}
      {voter === desk.me ? null : <em>{voter}</em>}
    </button>
  )
}

export function AloneBar({ board }: { readonly board: Board }) {
  const { canvas, readOnly } = useSessionOf('board')
  const t = useText()
  if (canvas.settings.private !== true) return null
  return (
    <div className={style.alone} data-alone="">
      <IconEyeOff size={18} stroke={1.75} aria-hidden />
      <span>
        <strong>{t('board.aloneBar')}</strong>{' '}
        {board.closed.size === 0 ? t('board.closedNone') : t('board.closedCount', { n: board.closed.size })}
      </span>
      {readOnly ? null : (
        <Button size="xs" leftSection={<IconEye size={16} stroke={1.75} />} onClick={() => board.acts.setPrivate(false)}>
          {t('board.reveal')}
        </Button>
      )}
    </div>
  )
}
