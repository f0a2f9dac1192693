/** Packages on this laptop, and taking in another one. */
import { Button } from '@mantine/core'
import { IconFileUpload, IconTrash } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { JudgingCard } from '#shared/api/jury.ts'
import { usePageTitle } from '../../app/page-title.ts'
import { go, places } from '../../app/places.ts'
import { useText } from '../../app/text.ts'
import { anyJudging } from '../../lab/data.ts'
import { useAbout, useConventionTurn, useLab } from '../../lab/lab-context.tsx'
import { troubleOfReading } from '../../lab/read-file.ts'
import { type Trouble, troubleOf } from '../../lab/refusal.ts'
import { EmptyState, ErrorBanner, Loading, PageTitle, StatusChip } from '../../parts/index.ts'
import { takeDropped } from '../../state/dropped-package.ts'
import { notify } from '../../state/notify.ts'
import css from './judging.module.css'

export function PackageList() {
  const t = useText()
  usePageTitle(t('scoring.title'))
  const about = useAbout()
  const { cards, trouble, again } = useCards()
  const take = useTake()
  const readOnly = about?.readOnly === true
  const drops = readOnly
    ? {}
    : {
        onDragOver: (event: React.DragEvent) => event.preventDefault(),
        onDrop: (event: React.DragEvent) => {
          event.preventDefault()
          take.file(event.dataTransfer.files[0])
        },
      }
  const openButton = readOnly ? undefined : (
    <Button loading={take.busy} onClick={take.pick} leftSection={<IconFileUpload size={16} stroke={1.75} aria-hidden />}>
      {t('scoring.openPackage')}
    </Button>
  )
  return (
    <div className={css.drop} {...drops}>
      {cards !== null && cards.length > 0 && <PageTitle title={t('scoring.title')} lead={t('scoring.lead')} side={openButton} />}
      {take.input}
      {take.trouble && <ErrorBanner {...take.trouble} />}
      {trouble && <ErrorBanner {...trouble} acts={<Button onClick={again}>{t('app.tryAgain')}</Button>} />}
      {cards === null ? (
        trouble === null && <Loading>{t('app.loading')}</Loading>
      ) : cards.length === 0 ? (
        <EmptyState title={t('scoring.emptyTitle')} text={t(readOnly ? 'scoring.emptyReadOnly' : 'scoring.emptyText')} acts={openButton} />
      ) : (
        <ul className={css.cards}>
          {cards.map((card) => (
            <Card key={card.id} card={card} readOnly={readOnly} />
          ))}
        </ul>
      )}
    </div>
  )
}

function useCards() {
  const client = useLab()
  const turn = useConventionTurn(anyJudging)
  const [cards, setCards] = useState<readonly JudgingCard[] | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [attempt, setAttempt] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again after a change and after a failure
  useEffect(() => {
    let gone = false
    client.judging
      .list()
      .then((all) => {
        if (gone) return
        setCards(all)
        setTrouble(null)
      })
      .catch((error: unknown) => !gone && setTrouble(troubleOf(error)))
    return () => {
      gone = true
    }
  }, [client, turn, attempt])
  return { cards, trouble, again: () => setAttempt((n) => n + 1) }
}

/** Takes in a package and goes to it. */
function useTake() {
  const t = useText()
  const client = useLab()
  const picker = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const file = (chosen: File | undefined): void => {
    if (chosen === undefined || busy) return
    setBusy(true)
    setTrouble(null)
    client.judging
      .open({ file: chosen })
      .then(({ id }) => go(places.judge(id)))
      .catch((error: unknown) => {
        const read = troubleOfReading(error, t('scoring.packageSafe'))
        setTrouble({ ...read, todo: t('scoring.packageDo') })
      })
      .finally(() => setBusy(false))
  }
  const newest = useRef(file)
  newest.current = file
  // Those that were dropped elsewhere.
  useEffect(() => takeDropped((one) => newest.current(one)), [])
  const input = (
    <input
      ref={picker}
      type="file"
      hidden
      accept=".labinov-juri"
      aria-label={t('scoring.openPackage')}
      onChange={(event) => {
        file(event.target.files?.[0])
        event.target.value = ''
      }}
    />
  )
  return { busy, trouble, file, input, pick: () => picker.current?.click() }
}

function Card({ card, readOnly }: { readonly card: JudgingCard; readonly readOnly: boolean }) {
  const t = useText()
  const client = useLab()
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const fail = (error: unknown): void => setTrouble(troubleOf(error))
  const remove = async (): Promise<void> => {
    const { kept } = await client.judging.remove({ id: card.id })
    notify.undoable(t('scoring.removed', { name: card.convention }), () => void client.judging.putBack({ kept }).catch(fail))
  }
  const whole = card.of > 0 && card.done === card.of
  return (
    <li className={css.card}>
      <a href={places.judge(card.id)}>
        <b>{card.convention}</b>
        <span>{t('scoring.cardFor', { lab: card.lab, judge: card.judge })}</span>
      </a>
      <p>
        <StatusChip tone={whole ? 'ok' : 'plain'}>{t('scoring.progress', { n: card.done, of: card.of })}</StatusChip>
        {card.sentAt !== '' && (
          <StatusChip tone={card.changed ? 'warn' : 'ok'}>{t(card.changed ? 'scoring.changedSince' : 'scoring.sent')}</StatusChip>
        )}
        <span className={css.quiet}>{t('scoring.entries', { n: card.entries })}</span>
      </p>
      {!readOnly && (
        <Button
          variant="subtle"
          size="xs"
          onClick={() => void remove().catch(fail)}
          leftSection={<IconTrash size={16} stroke={1.75} aria-hidden />}
        >
          {t('scoring.remove')}
        </Button>
      )}
      {trouble && <ErrorBanner {...trouble} />}
    </li>
  )
}
