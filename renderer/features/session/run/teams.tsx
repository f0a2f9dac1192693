/** The middle of a running session: every team as a tile, those that need a visit last. */
import { Button } from '@mantine/core'
import { IconChecks, IconEdit } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { byPerson } from '#shared/doc/origins.ts'
import { markDone } from '#shared/doc/sessions.ts'
import type { BlockId } from '#shared/model/ids.ts'
import type { Unit } from '#shared/model/lab.ts'
import type { Session, SessionBlock } from '#shared/model/session.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { canvasOf } from '#shared/rules/packs.ts'
import { canvasSays, teamState } from '#shared/rules/session-teams.ts'
import { places } from '../../../app/places.ts'
import { useText } from '../../../app/text.ts'
import { usePacks } from '../../../lab/lab-context.tsx'
import { useOpenLab } from '../../../lab/open-lab.tsx'
import { notify } from '../../../state/notify.ts'
import { fewLeft, type NamedTeam, namedTeams, unitShort } from './names.ts'
import { NewTeam } from './new-team.tsx'
import css from './teams.module.css'
import { Tile, type TileState } from './tile.tsx'
import { keepFocus } from './use-keys.ts'

type Props = {
  readonly session: Session
  readonly block: SessionBlock
  readonly teams: readonly InnovationSummary[]
  /** Units that have no innovation yet. */
  readonly without: readonly Unit[]
  readonly may: boolean
}

/** More than so many are not visited by name. */
const mostToGreet = 4

export function Teams({ session, block, teams, without, may }: Props) {
  const t = useText()
  const { id, doc, lab } = useOpenLab()
  const packs = usePacks()
  const def = canvasOf(packs, block.canvas)
  const [marking, setMarking] = useState<BlockId | null>(null)
  const named = useMemo(() => namedTeams(teams, lab.units), [teams, lab.units])
  const shown = named.map((one): { readonly one: NamedTeam; readonly state: TileState } => {
    const state = teamState(session, block, one.team)
    return { one, state: state === 'belum' && block.canvas === '' ? 'notDone' : state }
  })
  const late = shown.filter(({ state }) => state === 'belum')
  const few = fewLeft(late.length, shown.length)
  const greet = block.canvas !== '' && few && late.length <= mostToGreet
  const rows = greet ? [...shown.filter(({ state }) => state !== 'belum'), ...late] : shown
  const toggle = useMemo(() => {
    const known = new Map(teams.map((team) => [team.id, team]))
    return (team: string, done: boolean) => {
      const says = known.get(team)
      const same = says !== undefined && (canvasSays(says, block) === 'selesai') === done
      // What the canvas says by itself needs no mark by hand.
      markDone(doc, session.id, block.id, team, same ? null : done, byPerson)
    }
  }, [doc, session.id, block, teams])
  if (teams.length === 0 && without.length === 0) return <NoTeams />
  const marked = Object.keys(session.run.blocks[block.id]?.done ?? {}).length > 0
  if (block.canvas === '' && !marked && marking !== block.id)
    return may ? (
      <p className={css.foot}>
        <span>{t('run.noCanvas')}</span>
        <Button
          variant="default"
          leftSection={<IconChecks size={18} stroke={1.75} aria-hidden />}
          onClick={() => setMarking(block.id)}
          {...keepFocus}
        >
          {t('run.markTeams')}
        </Button>
      </p>
    ) : null
  return (
    <div className={css.teams}>
      <ul className={css.tiles} aria-label={t('run.teams')} data-plain={def === undefined || undefined} data-late={few || undefined}>
        {rows.map(({ one, state }) => (
          <Tile key={one.team.id} lab={id} named={one} def={def} state={state} onMark={may ? toggle : undefined} />
        ))}
        {greet && <Greet late={late.map(({ one }) => one)} canvas={block.canvas} may={may} />}
        {without.map((unit) => (
          <NewTeam key={unit.id} unit={unit.id} name={unitShort(unit)} full={unit.name} may={may} />
        ))}
      </ul>
      <Foot canvas={block.canvas !== ''} may={may} teams={teams} session={session} block={block} />
    </div>
  )
}

function NoTeams() {
  const t = useText()
  const { id } = useOpenLab()
  return (
    <div className={css.none}>
      <p>{t('run.noTeams')}</p>
      <Button component="a" href={places.lab(id)} variant="default">
        {t('run.toOverview')}
      </Button>
    </div>
  )
}

function Greet({ late, canvas, may }: { readonly late: readonly NamedTeam[]; readonly canvas: string; readonly may: boolean }) {
  const t = useText()
  const { id } = useOpenLab()
  const [first] = late
  if (first === undefined) return null
  return (
    <li className={css.greet}>
      <b>{late.length === 1 ? t('run.greetOne') : t('run.greet', { n: late.length })}</b>
      <p>{t('run.greetText', { names: late.map(({ name }) => name).join(', ') })}</p>
      <div>
        {(may ? late.slice(0, 2) : []).map(({ team, name }) => (
          <Button
            key={team.id}
            component="a"
            href={places.canvas(id, team.id, canvas)}
            variant="default"
            size="xs"
            className={css.fill}
            leftSection={<IconEdit size={16} stroke={1.75} aria-hidden />}
          >
            {t('run.fillFor', { name })}
          </Button>
        ))}
      </div>
    </li>
  )
}

type FootProps = {
  readonly canvas: boolean
  readonly may: boolean
  readonly teams: readonly InnovationSummary[]
  readonly session: Session
  readonly block: SessionBlock
}

function Foot({ canvas, may, teams, session, block }: FootProps) {
  const t = useText()
  const { doc } = useOpenLab()
  if (teams.length === 0) return null
  const marks = session.run.blocks[block.id]?.done ?? {}
  const markAll = () => {
    const set = (done: (team: string) => boolean | null) => {
      doc.transact(() => {
        for (const { id } of teams) markDone(doc, session.id, block.id as BlockId, id, done(id), byPerson)
      }, byPerson)
    }
    set(() => true)
    notify.undoable(t('run.markedAll'), () => set((team) => marks[team] ?? null))
  }
  return (
    <p className={css.foot}>
      {canvas && <span>{t('run.enlarge')}</span>}
      {may && !canvas && (
        <Button variant="subtle" size="compact-sm" leftSection={<IconChecks size={16} stroke={1.75} aria-hidden />} onClick={markAll}>
          {t('run.markAll')}
        </Button>
      )}
    </p>
  )
}
