/** The right-hand column of a running session: timer, acts, progress. */
import { ActionIcon, Button, Tooltip } from '@mantine/core'
import {
  IconArrowLeft,
  IconMinus,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerSkipForward,
  IconPlayerStop,
  IconPlus,
  IconPresentation,
  IconVolume,
  IconVolumeOff,
} from '@tabler/icons-react'
import type { CSSProperties, ReactNode } from 'react'
import type { Session, SessionBlock } from '#shared/model/session.ts'
import type { Progress } from '#shared/rules/session-teams.ts'
import type { TurnCounts } from '#shared/rules/session-time.ts'
import { useText } from '../../../app/text.ts'
import { Kbd } from '../../../parts/index.ts'
import { Clock } from './clock.tsx'
import css from './control.module.css'
import { fewLeft } from './names.ts'
import type { Acts } from './use-acts.ts'
import { keepFocus } from './use-keys.ts'

const icon = { size: 18, stroke: 1.75, 'aria-hidden': true } as const

type Props = {
  readonly session: Session
  readonly block: SessionBlock
  readonly counts: TurnCounts
  readonly progress: Progress
  readonly acts: Acts
  readonly sound: { readonly on: boolean; readonly toggle: () => void }
  readonly project: () => void
  /** False where this session can only be watched. */
  readonly may: boolean
}

export function Control({ session, block, counts, progress, acts, sound, project, may }: Props) {
  const t = useText()
  return (
    <div className={css.control}>
      <Clock session={session} block={block} counts={counts} sound={sound.on && may} />
      {may ? (
        <ActButtons session={session} block={block} progress={progress} acts={acts} sound={sound} project={project} />
      ) : (
        <div className={css.watch}>
          <p>{t('run.teamReadOnly')}</p>
          <Button variant="default" leftSection={<IconPresentation {...icon} />} rightSection={<Kbd>P</Kbd>} onClick={project}>
            {t('run.project')}
          </Button>
        </div>
      )}
      {progress.counted && <Squares progress={progress} canvas={block.canvas !== ''} />}
    </div>
  )
}

function ActButtons({ session, block, progress, acts, sound, project }: Omit<Props, 'may' | 'counts'>) {
  const t = useText()
  const at = session.blocks.findIndex((one) => one.id === block.id)
  const next = session.blocks[at + 1]
  const before = session.blocks[at - 1]
  const titled = (one: SessionBlock) => (one.title === '' ? t('run.untitledBlock') : one.title)
  const paused = session.run.pausedAt !== ''
  const left = progress.all - progress.selesai
  const mainWord =
    next === undefined ? t(acts.asked ? 'run.endAnyway' : 'run.end') : t(acts.asked ? 'run.nextAnyway' : 'run.next', { name: titled(next) })
  return (
    <div className={css.acts}>
      <Button
        size="md"
        fullWidth
        className={css.main}
        leftSection={next === undefined ? <IconPlayerStop {...icon} /> : <IconPlayerSkipForward {...icon} />}
        rightSection={<Kbd>→</Kbd>}
        title={mainWord}
        onClick={acts.next}
        {...keepFocus}
      >
        {mainWord}
      </Button>
      <p className={css.ask} role="status" data-on={acts.asked || undefined}>
        {acts.asked && t(next === undefined ? 'run.notDoneEnd' : 'run.notDone', { n: left })}
      </p>
      <div className={css.row}>
        <Button
          variant={paused ? 'light' : 'default'}
          leftSection={paused ? <IconPlayerPlay {...icon} /> : <IconPlayerPause {...icon} />}
          aria-keyshortcuts="Space"
          title={`${t(paused ? 'run.resumeClock' : 'run.pause')} (${t('run.space')})`}
          onClick={acts.hold}
          {...keepFocus}
        >
          {t(paused ? 'run.resume' : 'run.pause')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconPlus {...icon} />}
          aria-label={t('run.moreLabel')}
          aria-keyshortcuts="+"
          title={`${t('run.moreLabel')} (+)`}
          onClick={() => acts.give(5)}
          {...keepFocus}
        >
          {t('run.more')}
        </Button>
        <Small label={t('run.lessLabel')} keys="−" act={() => acts.give(-5)}>
          <IconMinus {...icon} />
        </Small>
      </div>
      <div className={css.small}>
        <Small
          label={before === undefined ? t('run.back') : t('run.backTo', { name: titled(before) })}
          keys="←"
          off={before === undefined}
          act={acts.back}
        >
          <IconArrowLeft {...icon} />
        </Small>
        <Small label={t(sound.on ? 'run.soundOn' : 'run.soundOff')} keys="M" act={sound.toggle} pressed={sound.on}>
          {sound.on ? <IconVolume {...icon} /> : <IconVolumeOff {...icon} />}
        </Small>
        <Button
          className={css.project}
          variant="default"
          leftSection={<IconPresentation {...icon} />}
          aria-keyshortcuts="P"
          title={`${t('run.projectHint')} (P)`}
          onClick={project}
          {...keepFocus}
        >
          {t('run.project')}
        </Button>
        {next !== undefined && (
          <Button variant="subtle" size="compact-sm" className={css.end} onClick={acts.end} {...keepFocus}>
            {t('run.end')}
          </Button>
        )}
      </div>
    </div>
  )
}

function Small(props: {
  readonly label: string
  readonly keys: string
  readonly act: () => void
  readonly off?: boolean
  readonly pressed?: boolean
  readonly children: ReactNode
}) {
  return (
    <Tooltip label={`${props.label} (${props.keys})`}>
      <ActionIcon
        variant="default"
        size={36}
        aria-label={props.label}
        aria-pressed={props.pressed}
        disabled={props.off === true}
        onClick={props.act}
        {...keepFocus}
      >
        {props.children}
      </ActionIcon>
    </Tooltip>
  )
}

/** More teams than this would be squares too small to tell apart. */
const mostSquares = 60
/** More than this stand in two rows of the same length. */
const oneRow = 24

function Squares({ progress, canvas }: { readonly progress: Progress; readonly canvas: boolean }) {
  const t = useText()
  const { selesai, mengisi, belum, all } = progress
  const squares = (['selesai', 'mengisi', 'belum'] as const).flatMap((state) =>
    Array.from({ length: progress[state] }, (_, n) => ({ key: `${state}${n}`, state })),
  )
  const rest = [
    mengisi > 0 && t('run.filling', { n: mengisi }),
    belum > 0 && t(canvas ? 'run.notBegun' : 'run.unmarked', { n: belum }),
  ].filter((one) => one !== false)
  return (
    <div className={css.progress}>
      <p className={css.doneOf}>{t('run.doneOf', { n: selesai, of: all })}</p>
      {all <= mostSquares ? (
        <div
          className={css.squares}
          aria-hidden="true"
          data-late={fewLeft(belum, all) || undefined}
          style={{ '--n': all > oneRow ? Math.ceil(all / 2) : all } as CSSProperties /* a custom property */}
        >
          {squares.map(({ key, state }) => (
            <i key={key} data-state={state} />
          ))}
        </div>
      ) : (
        <div className={css.wholeBar} aria-hidden="true">
          <i data-state="selesai" style={{ width: `${(selesai / all) * 100}%` }} />
          <i data-state="mengisi" style={{ width: `${(mengisi / all) * 100}%` }} />
        </div>
      )}
      {rest.length > 0 && <p className={css.rest}>{rest.join(', ')}</p>}
    </div>
  )
}
