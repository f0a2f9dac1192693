/** Who got what over all labs of the workspace, by unit and by innovator. */
import { SegmentedControl, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { formatRupiah } from '#shared/rules/numbers.ts'
import { type Award, type Holder, holders } from '#shared/rules/reward-history.ts'
import { useLanguage, useText } from '../../app/text.ts'
import { Panel } from '../../parts/index.ts'
import { GatherLabs } from './gather-labs.tsx'
import css from './history.module.css'
import { awardWords } from './words.ts'

type Known = { readonly awards: readonly Award[]; readonly unread: number }

export function RewardHistory() {
  const t = useText()
  const [open, setOpen] = useState(false)
  const [known, setKnown] = useState<Known | null>(null)
  return (
    <Panel title={t('rewards.history')}>
      <details
        className={css.fold}
        onToggle={(event) => {
          setOpen(event.currentTarget.open)
          // The labs may have changed since it was read.
          if (!event.currentTarget.open) setKnown(null)
        }}
      >
        <summary>{t('rewards.historyOpen')}</summary>
        {open && known === null && <GatherLabs onDone={(awards, unread) => setKnown({ awards, unread })} />}
        {known !== null && <Told {...known} />}
      </details>
    </Panel>
  )
}

/** Shown at first; hundreds are drawn only when asked for. */
const shownFirst = 30

function Told({ awards, unread }: Known) {
  const t = useText()
  const [by, setBy] = useState<'unit' | 'person'>('unit')
  const [words, setWords] = useState('')
  const [whole, setWhole] = useState(false)
  const all = useMemo(() => holders(awards, by), [awards, by])
  const sought = words.trim().toLocaleLowerCase('id')
  const found = sought === '' ? all : all.filter(({ name }) => name.toLocaleLowerCase('id').includes(sought))
  const shown = whole ? found : found.slice(0, shownFirst)
  if (awards.length === 0) return <p className={css.quiet}>{t('rewards.historyNone')}</p>
  return (
    <>
      <div className={css.bar}>
        <SegmentedControl
          size="xs"
          aria-label={t('rewards.historyBy')}
          value={by}
          onChange={(next) => setBy(next === 'person' ? 'person' : 'unit')}
          data={[
            { value: 'unit', label: t('rewards.historyUnit') },
            { value: 'person', label: t('rewards.historyPerson') },
          ]}
        />
        <TextInput
          size="xs"
          type="search"
          aria-label={t('rewards.historyFind')}
          placeholder={t('rewards.historyFind')}
          leftSection={<IconSearch size={16} stroke={1.75} aria-hidden />}
          value={words}
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
        />
      </div>
      <p className={css.quiet}>{t('rewards.historyNote')}</p>
      {unread > 0 && <p className={css.quiet}>{t('rewards.historyUnread', { n: unread })}</p>}
      {found.length === 0 && <p className={css.quiet}>{t('rewards.chooseNone')}</p>}
      <ul className={css.holders}>
        {shown.map((one) => (
          <HolderRow key={one.name} {...one} />
        ))}
      </ul>
      {shown.length < found.length && (
        <button type="button" className={css.plain} onClick={() => setWhole(true)}>
          {t('rewards.showAll', { n: found.length - shown.length })}
        </button>
      )}
    </>
  )
}

function HolderRow({ name, awards }: Holder) {
  const t = useText()
  const language = useLanguage()
  return (
    <li>
      <b>{name}</b>
      <ul>
        {awards.map((award, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one may get the same twice, and the list is only read
          <li key={`${at} ${award.title}`}>
            <span className={css.year}>{award.year}</span>
            <span>
              {awardWords(award, t)}
              {award.name !== name && <>, {award.name}</>}
              {award.amount !== null && <>, {formatRupiah(award.amount, language)}</>}
              <small>{award.lab}</small>
            </span>
          </li>
        ))}
      </ul>
    </li>
  )
}
