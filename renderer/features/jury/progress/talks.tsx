/** Where judges are far apart: their numbers side by side, and what they said to each other about it. */
import { Button, Textarea } from '@mantine/core'
import { IconMessages } from '@tabler/icons-react'
import { useState } from 'react'
import type { Convention, Talk } from '#shared/model/jury.ts'
import { formatNumber, formatPercent } from '#shared/rules/numbers.ts'
import { useBoth, useLanguage, useText } from '../../../app/text.ts'
import { useSettings } from '../../../lab/lab-context.tsx'
import { EmptyState, Panel, StatusChip } from '../../../parts/index.ts'
import { nowIso } from '../../../state/fresh.ts'
import type { OpenedConvention } from '../use-convention.ts'
import css from './progress.module.css'

type Spread = OpenedConvention['result']['spreads'][number]
/** So many are drawn at first. */
const page = 12

export function Talks({ open }: { readonly open: OpenedConvention }) {
  const t = useText()
  const language = useLanguage()
  const { spreads } = open.result
  const [most, setMost] = useState(page)
  const untold = spreads.filter(({ talked }) => !talked)
  const inOrder = [...untold, ...spreads.filter(({ talked }) => talked)]
  return (
    <Panel
      title={t('juryResults.talks')}
      note={t('juryResults.talksNote', { limit: formatPercent(open.convention.spread, language), n: untold.length })}
    >
      {spreads.length === 0 ? (
        <EmptyState inside text={t('juryResults.noTalks')} />
      ) : (
        <ul className={css.talks}>
          {inOrder.slice(0, most).map((one) => (
            <TalkLine key={`${one.entry}/${one.stage}`} open={open} spread={one} />
          ))}
        </ul>
      )}
      {inOrder.length > most && (
        <Button variant="default" size="xs" onClick={() => setMost(most + page)}>
          {t('juryResults.more', { n: Math.min(page, inOrder.length - most) })}
        </Button>
      )}
    </Panel>
  )
}

function TalkLine({ open, spread }: { readonly open: OpenedConvention; readonly spread: Spread }) {
  const t = useText()
  const both = useBoth()
  const language = useLanguage()
  const { convention, result } = open
  const entry = convention.entries.find(({ id }) => id === spread.entry)
  const stage = convention.stages.find(({ key }) => key === spread.stage)
  const numbers = result.entries.find((one) => one.entry === spread.entry)?.stages.find((one) => one.stage === spread.stage)
  const talk = convention.talks.findLast((one) => one.entry === spread.entry && one.stage === spread.stage)
  if (entry === undefined || stage === undefined || numbers === undefined) return null
  const width = (value: number): number => ((value - numbers.least) / Math.max(1e-9, numbers.most - numbers.least)) * 100
  return (
    <li data-talked={spread.talked || undefined}>
      <div className={css.talkHead}>
        <b>{entry.name}</b>
        <span>{[entry.code, convention.stages.length > 1 ? both(stage.title) : ''].filter((part) => part !== '').join(' · ')}</span>
        <StatusChip tone={spread.talked ? 'ok' : 'warn'}>
          {spread.talked ? t('juryResults.talked') : t('juryResults.spread', { n: formatPercent(spread.spread, language) })}
        </StatusChip>
      </div>
      <ul className={css.side}>
        {numbers.judges
          .filter(({ value }) => value !== null)
          .map(({ judge, value }) => (
            <li key={judge}>
              <span>{convention.judges.find(({ id }) => id === judge)?.name}</span>
              <i aria-hidden>
                <i style={{ width: `${width(value ?? 0)}%` }} />
              </i>
              <b>{formatNumber(value ?? 0, language)}</b>
            </li>
          ))}
      </ul>
      <TalkNote open={open} spread={spread} talk={talk} />
    </li>
  )
}

function TalkNote({ open, spread, talk }: { readonly open: OpenedConvention; readonly spread: Spread; readonly talk: Talk | undefined }) {
  const t = useText()
  const { me } = useSettings()
  const [note, setNote] = useState<string | null>(null)
  if (note === null)
    return (
      <div className={css.note}>
        {talk !== undefined && (
          <p>
            {talk.note} <small>{talk.by}</small>
          </p>
        )}
        {!open.readOnly && (
          <Button
            variant={talk === undefined ? 'light' : 'subtle'}
            size="xs"
            onClick={() => setNote(talk?.note ?? '')}
            leftSection={<IconMessages size={16} stroke={1.75} aria-hidden />}
          >
            {t(talk === undefined ? 'juryResults.writeTalk' : 'juryResults.changeTalk')}
          </Button>
        )}
      </div>
    )
  const keep = (): void => {
    const made: Talk = {
      entry: spread.entry,
      stage: spread.stage,
      note: note.trim(),
      by: me.name.trim() || t('juryResults.secretariat'),
      at: nowIso(),
    }
    void open.change(t('juryResults.talkKept'), (now) => withTalk(now, made))
    setNote(null)
  }
  return (
    <div className={css.note}>
      <Textarea
        aria-label={t('juryResults.writeTalk')}
        placeholder={t('juryResults.talkHint')}
        autosize
        minRows={2}
        autoFocus
        maxLength={4000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <span>
        <Button size="xs" onClick={keep} disabled={note.trim() === ''}>
          {t('juryResults.keepTalk')}
        </Button>
        <Button size="xs" variant="subtle" onClick={() => setNote(null)}>
          {t('juryResults.cancel')}
        </Button>
      </span>
    </div>
  )
}

/** One note for each entry and stage: a newer one takes the place of the one before. */
const withTalk = (convention: Convention, talk: Talk): Convention => ({
  ...convention,
  talks: [...convention.talks.filter((one) => one.entry !== talk.entry || one.stage !== talk.stage), talk],
})
