/** Which units, innovations and people get what, by measures the secretariat sets. */
import { Button } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { putReward, removeReward } from '#shared/doc/log.ts'
import { keyAfterLast, keyBetween } from '#shared/doc/order.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { RewardId } from '#shared/model/ids.ts'
import type { Reward } from '#shared/model/session.ts'
import { formatRupiah } from '#shared/rules/numbers.ts'
import { type RewardFacts, rewardList } from '#shared/rules/rewards.ts'
import { usePageTitle } from '../../app/page-title.ts'
import { useLanguage, useText } from '../../app/text.ts'
import { useOverview } from '../../lab/lab-context.tsx'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { regionName } from '../../lab/region-name.ts'
import { useRewards } from '../../lab/use-sessions.ts'
import { EmptyState, ErrorBanner, Loading, PageTitle, StatusChip } from '../../parts/index.ts'
import { newId } from '../../state/fresh.ts'
import { notify } from '../../state/notify.ts'
import { ExportMenu, type Listed, RewardChat, useExport } from './export-acts.tsx'
import { FromWinners } from './from-winners.tsx'
import { RewardHistory } from './history.tsx'
import { RewardResult } from './reward-result.tsx'
import { RewardTerms } from './reward-terms.tsx'
import css from './rewards.module.css'
import { starters } from './starters.ts'
import { useRewardFacts } from './use-facts.ts'

export function RewardsPage() {
  const t = useText()
  const { id, lab, readOnly } = useOpenLab()
  usePageTitle(t('rewards.title'), regionName(lab, t))
  const rewards = useRewards()
  const asked = useOverview(id)
  const facts = useRewardFacts()
  const all = useMemo((): readonly Listed[] => rewards.map((reward) => ({ reward, list: rewardList(reward, facts) })), [rewards, facts])
  const [chosen, setChosen] = useState<string | null>(null)
  const open = all.find(({ reward }) => reward.id === chosen) ?? all[0]
  const make = useMake(rewards, setChosen)
  const files = useExport(all, open)
  return (
    <div className={css.page}>
      <PageTitle
        title={t('rewards.title')}
        lead={t('rewards.lead')}
        side={
          <>
            {open && asked.state === 'ready' && <ExportMenu busy={files.busy} onStart={files.start} />}
            {open && !readOnly && <FromWinners onMake={make.of} />}
            {open && !readOnly && (
              <Button onClick={make.one} leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}>
                {t('rewards.add')}
              </Button>
            )}
          </>
        }
      />
      {files.report}
      {asked.state === 'failed' && <ErrorBanner {...asked.trouble} acts={<Button onClick={asked.again}>{t('app.tryAgain')}</Button>} />}
      {open === undefined ? (
        <Empty make={make} />
      ) : asked.state === 'loading' ? (
        <Loading>{t('app.loading')}</Loading>
      ) : (
        <div className={css.columns}>
          <RewardList all={all} open={open.reward.id} onOpen={setChosen} />
          <Detail key={open.reward.id} {...open} facts={facts} onRemoved={() => setChosen(null)} />
        </div>
      )}
      <RewardHistory />
    </div>
  )
}

type Make = { readonly one: () => void; readonly three: () => void; readonly of: (reward: Omit<Reward, 'id' | 'order'>) => void }

function useMake(rewards: readonly Reward[], onMade: (id: string) => void): Make {
  const t = useText()
  const { doc } = useOpenLab()
  const put = (reward: Omit<Reward, 'id' | 'order'>, order: string): RewardId => {
    const id = newId<'reward'>()
    putReward(doc, id, { ...reward, order }, byPerson)
    return id
  }
  const one = () => {
    const blank = { kind: 'piagam', to: 'innovation', amount: null, criteria: [], most: null, added: [], left: [], note: '' } as const
    onMade(put({ ...blank, title: t('rewards.newTitle') }, keyAfterLast(rewards)))
  }
  const three = () => {
    let order = rewards.at(-1)?.order ?? null
    const made = starters(t).map((reward) => {
      order = keyBetween(order, null)
      return put(reward, order)
    })
    if (made[0] !== undefined) onMade(made[0])
    notify.undoable(t('rewards.startersMade'), () => {
      for (const id of made) removeReward(doc, id, byPerson)
    })
  }
  const of = (reward: Omit<Reward, 'id' | 'order'>) => {
    const id = put(reward, keyAfterLast(rewards))
    onMade(id)
    notify.undoable(t('rewards.made', { what: reward.title }), () => removeReward(doc, id, byPerson))
  }
  return { one, three, of }
}

function Empty({ make }: { readonly make: Make }) {
  const t = useText()
  const { readOnly } = useOpenLab()
  if (readOnly) return <EmptyState title={t('rewards.emptyTitle')} text={t('rewards.emptyReadOnly')} />
  return (
    <EmptyState
      title={t('rewards.emptyTitle')}
      text={t('rewards.emptyText')}
      acts={
        <>
          <Button onClick={make.one} leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}>
            {t('rewards.add')}
          </Button>
          <Button variant="light" onClick={make.three}>
            {t('rewards.starters')}
          </Button>
          <FromWinners onMake={make.of} />
        </>
      }
    />
  )
}

function RewardList(props: { readonly all: readonly Listed[]; readonly open: string; readonly onOpen: (id: string) => void }) {
  const t = useText()
  const language = useLanguage()
  return (
    <nav className={css.list} aria-label={t('rewards.list')}>
      {props.all.map(({ reward, list }) => (
        <button
          key={reward.id}
          type="button"
          aria-current={reward.id === props.open ? 'true' : undefined}
          onClick={() => props.onOpen(reward.id)}
        >
          <b>{reward.title.trim() || t('rewards.untitled')}</b>
          <span>
            <StatusChip>{t(`rewards.kind_${reward.kind}`)}</StatusChip>
            {t(list.given.length === 1 ? 'rewards.receive_1' : 'rewards.receive', { n: list.given.length })}
          </span>
          {list.sum !== null && <small>{formatRupiah(list.sum, language)}</small>}
        </button>
      ))}
    </nav>
  )
}

function Detail({ reward, list, facts, onRemoved }: Listed & { readonly facts: RewardFacts; readonly onRemoved: () => void }) {
  const t = useText()
  const { doc, readOnly } = useOpenLab()
  const remove = () => {
    const { id, ...rest } = reward
    removeReward(doc, id, byPerson)
    onRemoved()
    notify.undoable(t('rewards.removed', { what: reward.title.trim() || t('rewards.untitled') }), () => putReward(doc, id, rest, byPerson))
  }
  return (
    <div className={css.detail}>
      <RewardResult reward={reward} list={list} facts={facts} acts={<RewardChat reward={reward} list={list} facts={facts} />} />
      <div className={css.side}>
        <RewardTerms reward={reward} facts={facts} />
        {!readOnly && (
          <Button
            className={css.removeAct}
            variant="subtle"
            size="xs"
            onClick={remove}
            leftSection={<IconTrash size={16} stroke={1.75} aria-hidden />}
          >
            {t('rewards.remove')}
          </Button>
        )}
      </div>
    </div>
  )
}
