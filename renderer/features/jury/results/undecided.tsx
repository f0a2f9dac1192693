/** Entries that no rule set apart: the jury decides their order and says why. */
import { Button, Textarea } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconGavel } from '@tabler/icons-react'
import { useState } from 'react'
import type { EntryId } from '#shared/model/ids.ts'
import type { Decision } from '#shared/model/jury.ts'
import type { ConventionResult, EntryResult } from '#shared/rules/jury-result.ts'
import { withDecision } from '#shared/rules/jury-setup.ts'
import { formatNumber } from '#shared/rules/numbers.ts'
import { useLanguage, useText } from '../../../app/text.ts'
import { useSettings } from '../../../lab/lab-context.tsx'
import { Panel } from '../../../parts/index.ts'
import { nowIso } from '../../../state/fresh.ts'
import type { OpenedConvention } from '../use-convention.ts'
import { sharedGroups } from './rank-lines.ts'
import css from './results.module.css'

export function Undecided({ open, result }: { readonly open: OpenedConvention; readonly result: ConventionResult }) {
  const t = useText()
  const groups = sharedGroups(result)
  if (groups.length === 0) return null
  const edge = new Set(result.undecided)
  const atEdge = groups.filter((group) => group.some(({ entry }) => edge.has(entry)))
  const others = groups.filter((group) => !atEdge.includes(group))
  return (
    <Panel className={css.undecided} title={t('juryResults.undecided')} note={t('juryResults.undecidedNote')}>
      <ul>
        {[...atEdge, ...others].slice(0, 8).map((group) => (
          <Group key={group.map(({ entry }) => entry).join()} open={open} group={group} edge={atEdge.includes(group)} />
        ))}
      </ul>
    </Panel>
  )
}

function Group({ open, group, edge }: { readonly open: OpenedConvention; readonly group: readonly EntryResult[]; readonly edge: boolean }) {
  const t = useText()
  const language = useLanguage()
  const [deciding, setDeciding] = useState(false)
  const { convention } = open
  const names = group.map(({ entry }) => convention.entries.find(({ id }) => id === entry)?.name ?? '')
  return (
    <li data-edge={edge || undefined}>
      <p>
        <b>{t('juryResults.sameRank', { rank: group[0]?.rank ?? 0, n: formatNumber(group[0]?.value ?? 0, language) })}</b>{' '}
        {names.join(' · ')}
        {edge && <span>{t('juryResults.atEdge', { n: convention.top })}</span>}
      </p>
      {!open.readOnly &&
        (deciding ? (
          <Decide open={open} group={group} onDone={() => setDeciding(false)} />
        ) : (
          <Button
            size="xs"
            variant={edge ? 'light' : 'default'}
            onClick={() => setDeciding(true)}
            leftSection={<IconGavel size={16} stroke={1.75} aria-hidden />}
          >
            {t('juryResults.decide')}
          </Button>
        ))}
    </li>
  )
}

function Decide({
  open,
  group,
  onDone,
}: {
  readonly open: OpenedConvention
  readonly group: readonly EntryResult[]
  readonly onDone: () => void
}) {
  const t = useText()
  const { me } = useSettings()
  const [order, setOrder] = useState<readonly EntryId[]>(() => group.map(({ entry }) => entry))
  const [reason, setReason] = useState('')
  const nameOf = (entry: EntryId): string => open.convention.entries.find(({ id }) => id === entry)?.name ?? ''
  const move = (at: number, by: 1 | -1): void => {
    const moved = order[at]
    if (moved === undefined) return
    const rest = order.filter((one) => one !== moved)
    setOrder([...rest.slice(0, at + by), moved, ...rest.slice(at + by)])
  }
  const decide = (): void => {
    const decision: Decision = {
      entries: [...order],
      reason: reason.trim(),
      by: me.name.trim() || t('juryResults.secretariat'),
      at: nowIso(),
    }
    void open.change(t('juryResults.decided'), (now) => withDecision(now, decision))
    onDone()
  }
  return (
    <div className={css.decide}>
      <ol>
        {order.map((entry, at) => (
          <li key={entry}>
            <span>
              {group[0]?.rank === null ? '' : (group[0]?.rank ?? 0) + at}. {nameOf(entry)}
            </span>
            <Button
              variant="default"
              size="xs"
              disabled={at === 0}
              aria-label={t('juryResults.moveUp', { name: nameOf(entry) })}
              onClick={() => move(at, -1)}
            >
              <IconArrowUp size={14} stroke={1.75} aria-hidden />
            </Button>
            <Button
              variant="default"
              size="xs"
              disabled={at === order.length - 1}
              aria-label={t('juryResults.moveDown', { name: nameOf(entry) })}
              onClick={() => move(at, 1)}
            >
              <IconArrowDown size={14} stroke={1.75} aria-hidden />
            </Button>
          </li>
        ))}
      </ol>
      <Textarea
        label={t('scoring.reason')}
        description={t('juryResults.decideWhy')}
        autosize
        minRows={2}
        maxLength={400}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <span>
        <Button size="xs" disabled={reason.trim() === ''} onClick={decide}>
          {t('juryResults.decideDo')}
        </Button>
        <Button size="xs" variant="subtle" onClick={onDone}>
          {t('juryResults.cancel')}
        </Button>
      </span>
    </div>
  )
}
