/** Making sessions: choose the stage and what to begin with; everything else has a sensible value already. */
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import type { LabId, SessionId } from '#shared/model/ids.ts'
import type { StageKey } from '#shared/model/pack.ts'
import { weekdayName } from '#shared/rules/dates.ts'
import { clockText } from '#shared/rules/schedule-text.ts'
import {
  dayMinutes,
  dayTitle,
  defaultStart,
  minutesPastEnd,
  type PlannedBlock,
  planFromAgenda,
  planFromSession,
} from '#shared/rules/session-plan.ts'
import { clockAfter } from '#shared/rules/session-time.ts'
import { go, places } from '../../../app/places.ts'
import { useBoth, useLanguage, useText } from '../../../app/text.ts'
import { useLab } from '../../../lab/lab-context.tsx'
import { type LabStage, useOpenLab } from '../../../lab/open-lab.tsx'
import { type Trouble, troubleOf } from '../../../lab/refusal.ts'
import { useTurnCounts } from '../../../lab/use-sessions.ts'
import { ErrorBanner, Panel, Segmented, StageDot } from '../../../parts/index.ts'
import { notify } from '../../../state/notify.ts'
import { ClockField } from './clock-field.tsx'
import { type Earlier, useEarlier } from './earlier.ts'
import { dropSession, makeSessions, type NewSession } from './edits.ts'
import css from './sessions.module.css'
import { useFreeDays } from './use-make-like.ts'
import { activities } from './words.ts'

type From = 'agenda' | 'earlier' | 'nothing'
type DayInput = { readonly title: string; readonly date: string; readonly start: string }

export function MakeSession({ given, onClose }: { readonly given: StageKey | null; readonly onClose: () => void }) {
  const t = useText()
  const say = useBoth()
  const client = useLab()
  const { id, lab, doc, method, stages } = useOpenLab()
  const earlier = useEarlier()
  const [stageKey, setStage] = useState<StageKey>(given ?? lab.stage)
  const [from, setFrom] = useState<From>('agenda')
  const [example, setExample] = useState<Earlier | null>(null)
  const [breaks, setBreaks] = useState(true)
  const [place, setPlace] = useState(lab.place)
  const [typed, setTyped] = useState<Readonly<Record<number, Partial<DayInput>>>>({})
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const stage = stages.find(({ key }) => key === stageKey) ?? stages[0]
  const days = useDays({ stage, from, breaks, typed, example })

  const make = async (event: FormEvent) => {
    event.preventDefault()
    setTrouble(null)
    setBusy(true)
    try {
      const read = from === 'earlier' ? example : null
      const found = read === null ? null : await client.session.read({ lab: read.lab as LabId, session: read.session as SessionId }) // of the list of sessions
      const head = { stage: stageKey, timeZone: lab.timeZone, place, goal: found?.goal ?? '', template: false, teams: [] }
      const blocks = (planned: readonly PlannedBlock[]) => (found === null ? planned : planFromSession(found, read?.lab === id))
      const fresh = days.map(
        (day): NewSession => ({ head: { ...head, title: day.title, date: day.date, start: day.start }, blocks: blocks(day.blocks) }),
      )
      const made = makeSessions(doc, fresh)
      notify.undoable(t('session.made', { n: made.length }), () => {
        for (const one of made) dropSession(doc, one)
      })
      if (made[0] !== undefined) go(places.session(id, made[0]))
    } catch (error) {
      setTrouble(troubleOf(error))
      setBusy(false)
    }
  }
  const type = (day: number, patch: Partial<DayInput>) => setTyped((now) => ({ ...now, [day]: { ...now[day], ...patch } }))
  const froms = [
    { value: 'agenda', label: t('session.fromAgenda') },
    { value: 'earlier', label: t('session.fromEarlier') },
    { value: 'nothing', label: t('session.fromNothing') },
  ] as const
  const ready = days.length > 0 && (from !== 'earlier' || example !== null)
  return (
    <Panel title={t('session.makeTitle')}>
      {trouble && <ErrorBanner {...trouble} />}
      <form className={css.make} onSubmit={(event) => void make(event)}>
        <fieldset className={css.stages}>
          <legend>{t('session.stage')}</legend>
          {stages.map(({ key, label }) => (
            <label key={key}>
              <input
                type="radio"
                name="stage"
                checked={key === stageKey}
                onChange={() => {
                  setStage(key)
                  setTyped({})
                }}
              />
              <StageDot stage={key} state={key === stageKey ? 'sekarang' : 'belum'} />
              {label}
            </label>
          ))}
        </fieldset>
        <div className={css.from}>
          <span>{t('session.from')}</span>
          <Segmented<From> label={t('session.from')} value={from} segments={froms} onChange={setFrom} />
        </div>
        {from === 'earlier' && (
          <Examples
            list={earlier}
            value={example}
            onChange={(one) => {
              setExample(one)
              setTyped({})
              // What was done at a stage is most often done again at the same.
              if (one !== null && stages.some(({ key }) => key === one.stage)) setStage(one.stage)
            }}
          />
        )}
        <Days days={days} onType={type} />
        <div className={css.last}>
          <TextInput label={t('session.place')} maxLength={300} value={place} onChange={(event) => setPlace(event.currentTarget.value)} />
          {from === 'agenda' && (
            <Checkbox
              label={t('session.breaks')}
              description={t('session.breaksNote')}
              checked={breaks}
              onChange={(event) => setBreaks(event.currentTarget.checked)}
            />
          )}
        </div>
        <div className={css.acts}>
          <Button type="submit" loading={busy} disabled={!ready} leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}>
            {days.length > 1 ? t('session.makeMany', { n: days.length }) : t('session.make')}
          </Button>
          <Button variant="subtle" onClick={onClose}>
            {t('app.cancel')}
          </Button>
        </div>
        {from === 'agenda' && method && <p className={css.soft}>{t('session.source', { source: say(method.agendaSource) })}</p>}
      </form>
    </Panel>
  )
}

type Day = DayInput & {
  readonly day: number
  readonly count: number
  readonly minutes: number
  readonly end: string
  readonly late: boolean
  readonly blocks: readonly PlannedBlock[]
}

type Wanted = {
  readonly stage: LabStage | undefined
  readonly from: From
  readonly breaks: boolean
  readonly typed: Readonly<Record<number, Partial<DayInput>>>
  readonly example: Earlier | null
}

/** The days that will be made, with what was typed over their usual values. */
function useDays({ stage, from, breaks, typed, example }: Wanted): readonly Day[] {
  const language = useLanguage()
  const counts = useTurnCounts()
  const freeDays = useFreeDays()
  if (stage === undefined) return []
  const model = from === 'earlier' ? example : null
  const startOf = (day: number): string => typed[day]?.start ?? (model?.start || defaultStart)
  const planOf = (day: number): readonly PlannedBlock[] =>
    planFromAgenda(stage.def, language, counts, { start: startOf(day), breaks }).find((one) => one.day === day)?.blocks ?? []
  const numbers = from === 'agenda' ? planFromAgenda(stage.def, language, counts, { breaks: false }).map(({ day }) => day) : [1]
  const dates = freeDays(numbers.length)
  return numbers.map((day, at) => {
    const start = startOf(day)
    const blocks = from === 'agenda' ? planOf(day) : []
    const minutes = dayMinutes(blocks, counts)
    const withIds = blocks.map((block, n) => ({ ...block, id: String(n) as never, order: '' })) // only counted, never kept
    const usual = model?.title ?? dayTitle(stage.label, day, numbers.length, language)
    return {
      day,
      title: typed[day]?.title ?? usual,
      date: typed[day]?.date ?? dates[at] ?? '',
      start,
      count: activities({ blocks }),
      minutes,
      end: clockAfter(start, minutes),
      late: minutesPastEnd({ start, blocks: withIds }, counts) > 0,
      blocks,
    }
  })
}

function Days({ days, onType }: { readonly days: readonly Day[]; readonly onType: (day: number, patch: Partial<DayInput>) => void }) {
  const t = useText()
  const language = useLanguage()
  return (
    <ul className={css.days}>
      {days.map((day) => (
        <li key={day.day}>
          <TextInput
            label={
              days.length > 1 ? `${t('session.name')}, ${t('session.dayN', { n: day.day }).toLocaleLowerCase(language)}` : t('session.name')
            }
            maxLength={300}
            value={day.title}
            onChange={(event) => onType(day.day, { title: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={t('session.day')}
            value={day.date}
            onChange={(event) => onType(day.day, { date: event.currentTarget.value })}
          />
          <ClockField label={t('session.start')} value={day.start} write={(start) => onType(day.day, { start })} />
          {day.count > 0 && day.end !== '' ? (
            <span className={css.dayPlan} data-late={day.late || undefined}>
              {weekdayName(day.date, language) === '' ? '' : `${weekdayName(day.date, language)}, `}
              {t('session.dayPlan', { n: day.count, from: clockText(day.start, language), to: clockText(day.end, language) })}
              {day.late && `, ${t('session.late')}`}
            </span>
          ) : (
            <span className={css.dayPlan}>{weekdayName(day.date, language)}</span>
          )}
        </li>
      ))}
    </ul>
  )
}

type ExamplesProps = {
  readonly list: readonly Earlier[]
  readonly value: Earlier | null
  readonly onChange: (value: Earlier | null) => void
}

function Examples({ list, value, onChange }: ExamplesProps) {
  const t = useText()
  if (list.length === 0) return <p className={css.soft}>{t('session.noEarlier')}</p>
  const groups = [...new Set(list.map(({ group }) => group))]
  const keyOf = ({ lab, session }: Earlier): string => `${lab}/${session}`
  return (
    <NativeSelect
      label={t('session.earlier')}
      value={value === null ? '' : keyOf(value)}
      onChange={({ currentTarget }) => onChange(list.find((one) => keyOf(one) === currentTarget.value) ?? null)}
    >
      <option value="">–</option>
      {groups.map((group) => (
        <optgroup key={group} label={group}>
          {list
            .filter((one) => one.group === group)
            .map((one) => (
              <option key={keyOf(one)} value={keyOf(one)}>
                {one.label}
              </option>
            ))}
        </optgroup>
      ))}
    </NativeSelect>
  )
}
