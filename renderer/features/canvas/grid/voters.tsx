/** Scoring one by one: the switch, who scores now, who may score, and how far everybody is. */
import { Autocomplete, Button, Select } from '@mantine/core'
import { IconCircleCheck, IconCircleDashed, IconUserPlus, IconUsers, IconX } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useText } from '../../../app/text.ts'
import { Segmented } from '../../../parts/index.ts'
import { notify } from '../../../state/notify.ts'
import { useSessionOf } from '../session.tsx'
import style from './side.module.css'
import type { GridActs } from './use-grid.ts'
import { firstVoters, progressOf } from './voting.ts'

/** One score for the group, or one from each person; nothing where the definition does not know the second. */
export function VoteSwitch({ acts }: { readonly acts: GridActs }) {
  const { def, value, desk } = useSessionOf('grid')
  const t = useText()
  if (def.voting === undefined || acts.readOnly || !acts.columns.some((column) => column.voted)) return null
  const start = (): void => {
    const me = desk.me === t('canvas.somebody') && value.members.length > 0 ? '' : desk.me
    const voters = acts.voters.length > 0 ? acts.voters : firstVoters(value.members, me)
    acts.configure({ scoring: 'each', voters })
    acts.setView({ voter: voters.includes(desk.me) ? desk.me : null, entering: true })
  }
  return (
    <Segmented
      label={t('grid.scoring')}
      value={acts.each ? 'each' : 'group'}
      segments={[
        { value: 'group', label: t('grid.scoringGroup') },
        { value: 'each', label: t('grid.scoringEach') },
      ]}
      onChange={(scoring) => (scoring === 'each' ? start() : acts.configure({ scoring: 'group' }))}
    />
  )
}

/** While people score one by one: giving or looking, who scores now, and who may. */
export function VoteBar({ acts }: { readonly acts: GridActs }) {
  const t = useText()
  const [managing, setManaging] = useState(false)
  const list = useId()
  if (!acts.each) return null
  return (
    <>
      <div className={style.votes}>
        <Segmented
          label={t('grid.voteView')}
          value={acts.entering ? 'enter' : 'results'}
          segments={[
            { value: 'enter', label: t('grid.enterScores') },
            { value: 'results', label: t('grid.voteResults') },
          ]}
          onChange={(which) => acts.setView({ entering: which === 'enter' })}
        />
        {acts.entering ? <VoterPicker acts={acts} /> : null}
        {acts.readOnly ? null : (
          <Button
            variant="default"
            size="sm"
            aria-expanded={managing}
            aria-controls={list}
            leftSection={<IconUsers size={16} stroke={1.75} />}
            onClick={() => setManaging(!managing)}
          >
            {t('grid.voterCount', { n: acts.voters.length })}
          </Button>
        )}
      </div>
      <div id={list} hidden={!managing}>
        {managing ? <VoterList acts={acts} /> : null}
      </div>
    </>
  )
}

function VoterPicker({ acts }: { readonly acts: GridActs }) {
  const { items } = useSessionOf('grid')
  const t = useText()
  if (acts.voters.length === 0) return <p className={style.quiet}>{t('grid.noVoters')}</p>
  return (
    <div className={style.voter}>
      <span aria-hidden>{t('grid.scoresNow')}</span>
      <Select
        className={style.voterSelect ?? ''}
        aria-label={t('grid.scoresNow')}
        allowDeselect={false}
        searchable={acts.voters.length > 8}
        value={acts.voter}
        data={acts.voters.map((name) => {
          const { done, of } = progressOf(items, acts.columns, name)
          return { value: name, label: `${name} (${done}/${of})` }
        })}
        onChange={(voter) => acts.setView({ voter })}
      />
    </div>
  )
}

/** Who scores: people of the team, tables, and anybody by name. Whoever is taken off keeps his scores; they only do not count. */
function VoterList({ acts }: { readonly acts: GridActs }) {
  const { value } = useSessionOf('grid')
  const t = useText()
  const [name, setName] = useState('')
  const { voters } = acts
  const add = (names: readonly string[]): void => {
    const fresh = names.map((one) => one.trim()).filter((one) => one !== '' && !voters.includes(one))
    if (fresh.length > 0) acts.configure({ voters: [...voters, ...new Set(fresh)] })
    setName('')
  }
  const absent = value.members.map((member) => member.name).filter((one) => !voters.includes(one))
  const nextTable = t('grid.table', { n: voters.filter((one) => /^(meja|table) \d+$/iu.test(one)).length + 1 })
  return (
    <div className={style.voterList}>
      <ul>
        {voters.map((one) => (
          <li key={one}>
            {one}
            <button
              type="button"
              aria-label={t('grid.voterOff', { name: one })}
              onClick={() => {
                acts.configure({ voters: voters.filter((other) => other !== one) })
                notify.undoable(t('grid.voterGone', { name: one }), () => acts.configure({ voters }))
              }}
            >
              <IconX size={14} stroke={2} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          add([name])
        }}
      >
        <Autocomplete aria-label={t('grid.addVoter')} placeholder={t('grid.addVoter')} value={name} data={absent} onChange={setName} />
        <Button type="submit" variant="default" leftSection={<IconUserPlus size={16} stroke={1.75} />}>
          {t('canvas.add')}
        </Button>
        {absent.length === 0 ? null : (
          <Button variant="default" onClick={() => add(absent)}>
            {t('grid.addTeam', { n: absent.length })}
          </Button>
        )}
        <Button variant="subtle" onClick={() => add([nextTable])}>
          + {nextTable}
        </Button>
      </form>
    </div>
  )
}

/** In the panel: how far everybody is, names last that have everything. */
export function VoteProgress({ acts }: { readonly acts: Pick<GridActs, 'each' | 'voters' | 'columns' | 'setView' | 'voter'> }) {
  const { items } = useSessionOf('grid')
  const t = useText()
  if (!acts.each) return null
  const all = acts.voters.map((name) => ({ name, ...progressOf(items, acts.columns, name) }))
  const finished = all.filter(({ done, of }) => of > 0 && done === of).length
  return (
    <section>
      <h2>{t('grid.voters')}</h2>
      <p className={style.quiet}>{t('grid.votersDone', { n: finished, of: all.length })}</p>
      <ul className={style.progress}>
        {all.map(({ name, done, of }) => (
          <li key={name} data-now={acts.voter === name || undefined}>
            {of > 0 && done === of ? (
              <IconCircleCheck size={16} stroke={1.75} aria-hidden />
            ) : (
              <IconCircleDashed size={16} stroke={1.75} aria-hidden />
            )}
            <button type="button" aria-pressed={acts.voter === name} onClick={() => acts.setView({ voter: name, entering: true })}>
              {name}
            </button>
            <span>{t('grid.doneOf', { n: done, of })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
