import { IconCircle, IconCircleCheck, IconHandStop, IconPencil } from '@tabler/icons-react'
import { memo, useRef, useState } from 'react'
import type { InnovationId, LabId } from '#shared/model/ids.ts'
import type { CanvasDef } from '#shared/model/pack.ts'
import type { TeamState } from '#shared/rules/session-teams.ts'
import { places } from '../../../app/places.ts'
import { useText } from '../../../app/text.ts'
import { Mini, usePlace } from './mini.tsx'
import type { NamedTeam } from './names.ts'
import css from './teams.module.css'

/** `notDone`: nothing on this block tells whether a team has begun. */
export type TileState = TeamState | 'notDone'

type Props = {
  readonly lab: LabId
  readonly named: NamedTeam
  /** Absent for a block without a canvas. */
  readonly def: CanvasDef | undefined
  readonly state: TileState
  readonly onMark: ((team: string, done: boolean) => void) | undefined
}

const marks = { selesai: IconCircleCheck, mengisi: IconPencil, belum: IconHandStop, notDone: IconCircle } as const

/** Drawn again only when its own team changes, not with every second of the timer. */
export const Tile = memo(function Tile({ lab, named: { team, number, name, more }, def, state, onMark }: Props) {
  const t = useText()
  const box = useRef<HTMLLIElement>(null)
  const placed = usePlace(box)
  const [count, setCount] = useState<number | null>(null)
  const Mark = marks[state]
  const done = state === 'selesai'
  const stateWord = (
    <>
      <Mark size={16} stroke={1.75} aria-hidden />
      <span>{t(`run.state_${state}`)}</span>
    </>
  )
  const title = (
    <span className={css.name}>
      <span className={css.number}>{number}</span> {name}
    </span>
  )
  return (
    <li className={css.tile} data-state={state} ref={box}>
      {def === undefined ? (
        <div className={css.head} title={more === '' ? name : `${name}: ${more}`}>
          {title}
          {more !== '' && <span className={css.more}>{more}</span>}
        </div>
      ) : (
        <a
          className={css.head}
          href={places.canvas(lab, team.id, def.id)}
          title={more === '' ? name : `${name}: ${more}`}
          aria-label={t('run.openCanvas', { name })}
        >
          <span className={css.mini}>
            {placed && (
              <Mini
                lab={lab}
                innovation={team.id as InnovationId /* ids of summaries are those of innovations */}
                def={def}
                onCount={setCount}
              />
            )}
          </span>
          {title}
          {more !== '' && <span className={css.more}>{more}</span>}
        </a>
      )}
      <div className={css.state}>
        {onMark === undefined ? (
          <span className={css.mark}>{stateWord}</span>
        ) : (
          <button
            type="button"
            className={css.mark}
            aria-pressed={done}
            aria-label={t(done ? 'run.unmark' : 'run.mark', { name })}
            title={t(done ? 'run.unmark' : 'run.mark', { name })}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onMark(team.id, !done)}
          >
            {stateWord}
          </button>
        )}
        {def !== undefined && count !== null && count > 0 && (
          <span className={css.count} title={t('run.items', { n: count })}>
            {count}
          </span>
        )}
      </div>
    </li>
  )
})
