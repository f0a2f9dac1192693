/** Conventions of a lab: where innovations are judged, from the rubric to the winners. */
import { Button, Menu } from '@mantine/core'
import { IconDots, IconPlus } from '@tabler/icons-react'
import { useCallback, useEffect, useState } from 'react'
import type { ConventionCard } from '#shared/api/jury.ts'
import { formatDay } from '#shared/rules/dates.ts'
import { usePageTitle } from '../../app/page-title.ts'
import { go, places } from '../../app/places.ts'
import { useLanguage, useText } from '../../app/text.ts'
import { useConventionTurn, useLab } from '../../lab/lab-context.tsx'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { type Trouble, troubleOf } from '../../lab/refusal.ts'
import { regionName } from '../../lab/region-name.ts'
import { EmptyState, ErrorBanner, Loading, PageTitle, StatusChip } from '../../parts/index.ts'
import { notify } from '../../state/notify.ts'
import css from './jury.module.css'
import { NewConvention } from './new-convention.tsx'
import { copyOfConvention } from './setup/edits.ts'
import { stateTones } from './words.ts'

export function ConventionsPage({ lab: id }: { readonly lab: string }) {
  const t = useText()
  const { lab, readOnly } = useOpenLab()
  usePageTitle(t('jury.title'), regionName(lab, t))
  const { cards, trouble, attempt } = useCards(id)
  const [making, setMaking] = useState(false)
  const add = (
    <Button onClick={() => setMaking(true)} leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}>
      {t('jury.add')}
    </Button>
  )
  return (
    <div className={css.page}>
      <PageTitle title={t('jury.title')} lead={t('jury.lead')} side={!readOnly && (cards?.length ?? 0) > 0 && add} />
      {trouble && <ErrorBanner {...trouble} />}
      {cards === null && !trouble && <Loading>{t('app.loading')}</Loading>}
      {cards?.length === 0 && (
        <EmptyState
          title={t('jury.emptyTitle')}
          text={readOnly ? t('jury.emptyReadOnly') : t('jury.emptyText')}
          acts={readOnly ? undefined : add}
        />
      )}
      {cards !== null && cards.length > 0 && (
        <div className={css.cards}>
          {cards.map((card) => (
            <Card key={card.id} lab={id} card={card} attempt={attempt} />
          ))}
        </div>
      )}
      {making && <NewConvention lab={id} close={() => setMaking(false)} />}
    </div>
  )
}

type Attempt = (work: () => Promise<unknown>) => void

function useCards(lab: string) {
  const client = useLab()
  const turn = useConventionTurn(lab)
  const [cards, setCards] = useState<readonly ConventionCard[] | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const attempt: Attempt = useCallback((work) => {
    setTrouble(null)
    work().catch((error: unknown) => setTrouble(troubleOf(error)))
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: asks again each time a convention of the lab changes
  useEffect(() => {
    let gone = false
    client.jury
      .list({ lab })
      .then((found) => {
        if (!gone) setCards([...found].sort((a, b) => b.date.localeCompare(a.date)))
      })
      .catch((error: unknown) => setTrouble(troubleOf(error)))
    return () => {
      gone = true
    }
  }, [client, lab, turn])
  return { cards, trouble, attempt }
}

function Card({ lab, card, attempt }: { readonly lab: string; readonly card: ConventionCard; readonly attempt: Attempt }) {
  const t = useText()
  const language = useLanguage()
  const { readOnly } = useOpenLab()
  const name = card.name.trim() || t('jury.untitled')
  const share = card.of === 0 ? 0 : Math.round((card.done / card.of) * 100)
  return (
    <article className={css.card}>
      <div className={css.cardHead}>
        <StatusChip tone={stateTones[card.state]}>{t(`jury.state_${card.state}`)}</StatusChip>
        <span className={css.quiet}>{card.date === '' ? t('jury.noDate') : formatDay(card.date, language)}</span>
        {!readOnly && <CardMenu lab={lab} card={card} name={name} attempt={attempt} />}
      </div>
      <h2>
        <a href={places.convention(lab, card.id)}>{name}</a>
      </h2>
      <p className={css.quiet}>{t('jury.cardCounts', { entries: card.entries, judges: card.judges })}</p>
      {card.of > 0 && (
        <>
          <div className={css.bar} aria-hidden>
            <span style={{ width: `${share}%` }} />
          </div>
          <p className={css.quiet}>{t('jury.cardDone', { done: card.done, of: card.of })}</p>
        </>
      )}
      {card.winners.length > 0 && (
        <ol className={css.winners} aria-label={t('jury.winners')}>
          {card.winners.slice(0, 5).map((winner) => (
            <li key={`${winner.rank} ${winner.name}`}>
              <b>{winner.rank}</b> {winner.name}
            </li>
          ))}
          {card.winners.length > 5 && <li className={css.quiet}>{t('jury.moreWinners', { n: card.winners.length - 5 })}</li>}
        </ol>
      )}
    </article>
  )
}

function CardMenu(props: { readonly lab: string; readonly card: ConventionCard; readonly name: string; readonly attempt: Attempt }) {
  const t = useText()
  const client = useLab()
  const { lab, card, name, attempt } = props
  const at = { lab, convention: card.id }
  const remove = async () => {
    const { kept } = await client.jury.remove(at)
    notify.undoable(t('jury.removed', { name }), () => attempt(() => client.jury.putBack({ lab, kept })))
  }
  const copy = async () => {
    const { convention } = await client.jury.read(at)
    const made = await client.jury.create({ lab, convention: copyOfConvention(convention, t('jury.copyOf', { name })) })
    go(places.convention(lab, made.convention.id))
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <button type="button" className={css.cross} aria-label={t('jury.more', { name })}>
          <IconDots size={16} stroke={1.75} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => attempt(copy)}>{t('jury.copy')}</Menu.Item>
        <Menu.Item onClick={() => attempt(remove)}>{t('jury.remove')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
