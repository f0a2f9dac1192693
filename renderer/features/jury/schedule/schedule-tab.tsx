/** Jadwal: who presents when, panel by panel. */
import { Button } from '@mantine/core'
import { IconCalendarDown, IconCopy } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { calendarText } from '#shared/rules/calendar.ts'
import { clashes } from '#shared/rules/jury-schedule.ts'
import { useBoth, useLanguage, useText } from '../../../app/text.ts'
import { useOpenLab } from '../../../lab/open-lab.tsx'
import { EmptyState, Panel } from '../../../parts/index.ts'
import { copyText } from '../../../state/copy-text.ts'
import { nowIso } from '../../../state/fresh.ts'
import { saveAs } from '../../../state/save-as.ts'
import css from '../jury.module.css'
import { SetUpFirst } from '../set-up-first.tsx'
import type { OpenedConvention } from '../use-convention.ts'
import { entryName } from '../words.ts'
import { chatOfSlots, clock, eventsOfSlots } from './outgoing.ts'
import { PlanForm } from './plan-form.tsx'
import { SlotTable } from './slot-table.tsx'

export function ScheduleTab({ open }: { readonly open: OpenedConvention }) {
  const t = useText()
  const { convention, readOnly } = open
  return (
    <div className={css.columns}>
      <Panel title={t('jurors.schedule')} note={t('jurors.slotCount', { n: convention.slots.length })} side={<Outgoing open={open} />}>
        <Clashes open={open} />
        {convention.slots.length === 0 ? (
          <EmptyState
            inside
            text={t(convention.panels.length === 0 ? 'jurors.scheduleNoPanels' : 'jurors.scheduleEmpty')}
            acts={convention.panels.length === 0 ? <SetUpFirst open={open} /> : undefined}
          />
        ) : (
          <SlotTable open={open} />
        )}
      </Panel>
      {!readOnly && convention.panels.length > 0 && <PlanForm open={open} />}
    </div>
  )
}

function Outgoing({ open }: { readonly open: OpenedConvention }) {
  const t = useText()
  const both = useBoth()
  const language = useLanguage()
  const { lab } = useOpenLab()
  const { convention } = open
  const [copied, setCopied] = useState<boolean | null>(null)
  if (convention.slots.length === 0) return null
  const words = {
    title: both(convention.rubric.title),
    stageOf: (key: string) => {
      const stage = convention.stages.find((one) => one.key === key)
      return stage === undefined ? key : both(stage.title)
    },
  }
  const keep = () => {
    const text = calendarText(eventsOfSlots(convention, lab.timeZone, words), nowIso(), convention.name)
    saveAs(
      new Blob([text], { type: 'text/calendar' }),
      `${t('jurors.schedule')} - ${convention.name.replaceAll(/[\\/:*?"<>|]/gu, '-')}.ics`,
    )
  }
  return (
    <>
      <Button variant="default" size="xs" leftSection={<IconCalendarDown size={16} stroke={1.75} aria-hidden />} onClick={keep}>
        {t('jurors.toCalendar')}
      </Button>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconCopy size={16} stroke={1.75} aria-hidden />}
        onClick={() => void copyText(chatOfSlots(convention, language, words)).then(setCopied)}
      >
        {t('jurors.copyChat')}
      </Button>
      <span role="status" className={css.quiet}>
        {copied !== null && t(copied ? 'app.copied' : 'app.notCopied')}
      </span>
    </>
  )
}

/** So many are named; of the rest only how many. */
const named = 5

function Clashes({ open }: { readonly open: OpenedConvention }) {
  const t = useText()
  const { convention } = open
  const found = useMemo(() => clashes(convention.slots, convention), [convention])
  if (found.length === 0) return null
  const entries = new Map(convention.entries.map((entry) => [entry.id, entryName(entry)]))
  const judges = new Map(convention.judges.map(({ id, name }) => [id, name]))
  return (
    <div className={css.notice} role="status">
      {t('jurors.clashes', { n: found.length })}
      <ul>
        {found.slice(0, named).map(({ one, other, judges: both, panel }) => (
          <li key={`${one.panel} ${one.entry} ${one.stage} ${other.panel} ${other.entry} ${other.stage}`}>
            {t('jurors.clash', {
              one: entries.get(one.entry) ?? '',
              other: entries.get(other.entry) ?? '',
              time: clock(one.start),
              who: both.map((id) => judges.get(id) ?? '').join(', ') || t(panel === null ? 'jurors.sameEntry' : 'jurors.samePanel'),
            })}
          </li>
        ))}
        {found.length > named && <li>{t('jurors.moreClashes', { n: found.length - named })}</li>}
      </ul>
    </div>
  )
}
