/** Who gets a reward and why, who is short of one measure, and what the secretariat changed by hand. */
import { Select } from '@mantine/core'
import { type ReactNode, useMemo, useState } from 'react'
import { putReward } from '#shared/doc/log.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { Reward } from '#shared/model/session.ts'
import { formatRupiah } from '#shared/rules/numbers.ts'
import type { Candidate, RewardFacts, RewardList } from '#shared/rules/rewards.ts'
import { inWords, largestInWords } from '#shared/rules/terbilang.ts'
import { places } from '../../app/places.ts'
import { useLanguage, useText } from '../../app/text.ts'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { Panel, StatusChip } from '../../parts/index.ts'
import { notify } from '../../state/notify.ts'
import css from './rewards.module.css'
import { TeamNames } from './team-names.tsx'
import { lackWords, type Wording, whyWords } from './words.ts'

type Props = { readonly reward: Reward; readonly list: RewardList; readonly facts: RewardFacts; readonly acts: ReactNode }

export function RewardResult({ reward, list, facts, acts }: Props) {
  const t = useText()
  const hand = useHand(reward)
  const n = list.given.length
  return (
    <Panel title={t('rewards.receivers')} note={n} side={acts}>
      <p className={css.quiet}>{t('rewards.draft')}</p>
      <Money reward={reward} list={list} />
      {n === 0 && <p className={css.nobody}>{t(reward.criteria.length === 0 ? 'rewards.noCriteria' : 'rewards.noneQualify')}</p>}
      <People all={list.given} reward={reward} label={t('rewards.receivers')} act={hand.takeOff} />
      {list.undecided.length > 0 && (
        <Group title={t('rewards.undecided', { places: list.places })} n={list.undecided.length} hint={t('rewards.undecidedHint')} open>
          <People all={list.undecided} reward={reward} label={t('rewards.undecidedHint')} act={hand.put} />
        </Group>
      )}
      {!hand.readOnly && <Choose reward={reward} list={list} facts={facts} onChoose={hand.put.run} />}
      {list.near.length > 0 && (
        <Group title={t('rewards.near')} n={list.near.length}>
          <People all={list.near} reward={reward} label={t('rewards.near')} act={hand.put} lacking />
        </Group>
      )}
      {list.beyond.length > 0 && (
        <Group title={t('rewards.beyond')} n={list.beyond.length}>
          <People all={list.beyond} reward={reward} label={t('rewards.beyond')} act={hand.put} />
        </Group>
      )}
      {list.left.length > 0 && (
        <Group title={t('rewards.left')} n={list.left.length}>
          <People all={list.left} reward={reward} label={t('rewards.left')} act={hand.putBack} />
        </Group>
      )}
    </Panel>
  )
}

type Act = { readonly word: string; readonly of: (who: string) => string; readonly run: (one: { id: string; name: string }) => void }

/** What the secretariat does by hand, each with a way back. */
function useHand(reward: Reward) {
  const t = useText()
  const { doc, readOnly } = useOpenLab()
  const change = (patch: Pick<Reward, 'added' | 'left'>, said: string) => {
    const { added, left } = reward
    putReward(doc, reward.id, patch, byPerson)
    notify.undoable(said, () => putReward(doc, reward.id, { added, left }, byPerson))
  }
  const without = (ids: readonly string[], id: string) => ids.filter((one) => one !== id)
  const takeOff: Act = {
    word: t('rewards.takeOff'),
    of: (who) => t('rewards.takeOffWho', { who }),
    run: ({ id, name }) =>
      change({ added: without(reward.added, id), left: [...without(reward.left, id), id] }, t('rewards.tookOff', { who: name })),
  }
  const put: Act = {
    word: t('rewards.put'),
    of: (who) => t('rewards.putWho', { who }),
    run: ({ id, name }) =>
      change({ added: [...without(reward.added, id), id], left: without(reward.left, id) }, t('rewards.putOn', { who: name })),
  }
  const putBack: Act = {
    word: t('rewards.putBack'),
    of: (who) => t('rewards.putBackWho', { who }),
    run: ({ id, name }) => change({ added: reward.added, left: without(reward.left, id) }, t('rewards.putOn', { who: name })),
  }
  return { readOnly, takeOff, put, putBack }
}

function Money({ reward, list: { sum, given } }: Pick<Props, 'reward' | 'list'>) {
  const t = useText()
  const language = useLanguage()
  if (sum === null || reward.amount === null) return null
  return (
    <p className={css.money}>
      <b>{t('rewards.sum', { sum: formatRupiah(sum, language) })}</b>
      <span>{t('rewards.sumOf', { n: given.length, amount: formatRupiah(reward.amount, language) })}</span>
      {Number.isInteger(sum) && sum <= largestInWords && <small>{t('rewards.sumWords', { words: inWords(sum, language) })}</small>}
    </p>
  )
}

function Group(props: {
  readonly title: string
  readonly n: number
  readonly hint?: string
  readonly open?: boolean
  readonly children: ReactNode
}) {
  return (
    <details className={css.group} open={props.open}>
      <summary>
        {props.title} <span>{props.n}</span>
      </summary>
      {props.hint !== undefined && <p className={css.quiet}>{props.hint}</p>}
      {props.children}
    </details>
  )
}

/** Shown at first; a list of 400 people is drawn whole only when asked for. */
const shownFirst = 30

function People(props: {
  readonly all: readonly Candidate[]
  readonly reward: Reward
  readonly label: string
  readonly act: Act
  readonly lacking?: boolean
}) {
  const { all, reward, label, act, lacking = false } = props
  const t = useText()
  const [whole, setWhole] = useState(false)
  const shown = whole ? all : all.slice(0, shownFirst)
  if (all.length === 0) return null
  return (
    <>
      <ul className={css.people} aria-label={label}>
        {shown.map((one) => (
          <PersonRow key={one.id} one={one} reward={reward} act={act} lacking={lacking} />
        ))}
      </ul>
      {shown.length < all.length && (
        <button type="button" className={css.plain} onClick={() => setWhole(true)}>
          {t('rewards.showAll', { n: all.length - shown.length })}
        </button>
      )}
    </>
  )
}

function PersonRow({ one, reward, act, lacking }: { one: Candidate; reward: Reward; act: Act; lacking: boolean }) {
  const t = useText()
  const language = useLanguage()
  const { id, stages, readOnly } = useOpenLab()
  const wording: Wording = { t, language, stages, to: reward.to }
  const why = lacking ? lackWords(one, wording) : whyWords(one, wording)
  const name = one.name === '' ? t('rewards.untitled') : one.name
  return (
    <li>
      <span className={css.rank} title={t('rewards.rank')}>
        {one.rank ?? ''}
      </span>
      <div>
        <p className={css.who}>
          {reward.to === 'innovation' ? <a href={places.innovation(id, one.id)}>{name}</a> : <b>{name}</b>}
          {one.tied && <StatusChip>{t('rewards.tied')}</StatusChip>}
          {one.byHand && <StatusChip tone="act">{t('rewards.byHand')}</StatusChip>}
        </p>
        {one.unit !== '' && <small>{one.unit}</small>}
        {why !== '' && <small>{why}</small>}
        {reward.to === 'innovation' && <Team one={one} name={name} />}
      </div>
      {!readOnly && (
        <button type="button" className={css.plain} aria-label={act.of(name)} onClick={() => act.run({ id: one.id, name })}>
          {act.word}
        </button>
      )}
    </li>
  )
}

function Team({ one, name }: { readonly one: Candidate; readonly name: string }) {
  const t = useText()
  const [open, setOpen] = useState(false)
  return (
    <details className={css.teamFold} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary aria-label={t('rewards.teamOf', { who: name })}>{t('rewards.team')}</summary>
      {open && <TeamNames innovation={one.id} />}
    </details>
  )
}

/** Puts anybody on the list. */
function Choose(props: Omit<Props, 'acts'> & { readonly onChoose: (one: { id: string; name: string }) => void }) {
  const { reward, list, facts, onChoose } = props
  const t = useText()
  const [words, setWords] = useState('')
  const data = useMemo(() => {
    const on = new Set(list.given.map(({ id }) => id))
    const all =
      reward.to === 'unit' ? facts.lab.units : reward.to === 'person' ? facts.lab.people : facts.innovations.filter((one) => !one.archived)
    return all.filter(({ id }) => !on.has(id)).map(({ id, name }) => ({ value: id, label: name }))
  }, [reward.to, list, facts])
  return (
    <Select
      className={css.choose}
      label={t('rewards.choose')}
      placeholder={t('rewards.chooseHint')}
      searchable
      limit={50}
      nothingFoundMessage={t('rewards.chooseNone')}
      data={data}
      value={null}
      searchValue={words}
      onSearchChange={setWords}
      onChange={(id) => {
        const found = data.find(({ value }) => value === id)
        if (found) onChoose({ id: found.value, name: found.label })
        setWords('')
      }}
    />
  )
}
