/** From when, until when, with which breaks: makes the times of one stage for all of its panels. */
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { PanelId } from '#shared/model/ids.ts'
import type { Convention } from '#shared/model/jury.ts'
import { scheduled, withSlots } from '#shared/rules/jury-schedule.ts'
import { useBoth, useText } from '../../../app/text.ts'
import { Panel } from '../../../parts/index.ts'
import css from '../jury.module.css'
import type { OpenedConvention } from '../use-convention.ts'

const panelsOf = ({ panels }: Convention, stage: string): readonly PanelId[] =>
  panels.filter(({ stages }) => stages.length === 0 || stages.includes(stage)).map(({ id }) => id)

export function PlanForm({ open }: { readonly open: OpenedConvention }) {
  const t = useText()
  const both = useBoth()
  const { convention, change } = open
  const [stage, setStage] = useState(
    convention.stages.find(({ key }) => key.includes('presentasi'))?.key ?? convention.stages[0]?.key ?? '',
  )
  const [day, setDay] = useState(convention.date)
  const [from, setFrom] = useState('09:00')
  const [until, setUntil] = useState('16:00')
  const [pause, setPause] = useState('12:00')
  const [minutes, setMinutes] = useState('60')
  const [none, setNone] = useState(false)
  const make = () => {
    const plan = {
      stage,
      from: `${day}T${from}`,
      ...(until === '' ? {} : { until }),
      breaks: pause === '' || !(Number(minutes) > 0) ? [] : [{ at: pause, minutes: Number(minutes) }],
    }
    const slots = scheduled(convention, plan)
    setNone(slots.length === 0)
    if (slots.length === 0) return
    void change(t('jurors.scheduled', { n: slots.length }), (now) => withSlots(now, stage, panelsOf(now, stage), scheduled(now, plan)))
  }
  const clear = () =>
    void change(t('jurors.scheduleCleared'), (now) => ({ ...now, slots: now.slots.filter((slot) => slot.stage !== stage) }))
  return (
    <Panel title={t('jurors.makeSchedule')}>
      <div className={css.tight}>
        {convention.stages.length > 1 && (
          <NativeSelect
            label={t('jurors.stage')}
            value={stage}
            data={convention.stages.map(({ key, title }) => ({ value: key, label: both(title) }))}
            onChange={(event) => setStage(event.currentTarget.value)}
          />
        )}
        <TextInput type="date" label={t('jurors.day')} value={day} onChange={(event) => setDay(event.currentTarget.value)} />
        <div className={css.form}>
          <TextInput type="time" label={t('jurors.from')} value={from} onChange={(event) => setFrom(event.currentTarget.value)} />
          <TextInput type="time" label={t('jurors.until')} value={until} onChange={(event) => setUntil(event.currentTarget.value)} />
          <TextInput type="time" label={t('jurors.pause')} value={pause} onChange={(event) => setPause(event.currentTarget.value)} />
          <TextInput
            inputMode="numeric"
            label={t('jurors.pauseMinutes')}
            value={minutes}
            onChange={(event) => setMinutes(event.currentTarget.value.replaceAll(/\D/gu, ''))}
          />
        </div>
        <p className={css.quiet}>{t('jurors.eachTakes', { talk: convention.present.talk, ask: convention.present.ask })}</p>
        {none && <p className={css.notice}>{t('jurors.noSlots')}</p>}
        <div className={css.acts}>
          <Button disabled={day === '' || from === ''} onClick={make}>
            {t('jurors.make')}
          </Button>
          {convention.slots.some((slot) => slot.stage === stage) && (
            <Button variant="subtle" size="xs" onClick={clear}>
              {t('jurors.clear')}
            </Button>
          )}
        </div>
      </div>
    </Panel>
  )
}
