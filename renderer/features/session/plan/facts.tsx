/** What a session is: title, goal, when, where, and the teams that take part. */
import { MultiSelect, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { byPerson } from '#shared/doc/origins.ts'
import { putSession } from '#shared/doc/sessions.ts'
import { type TimeZone, timeZones } from '#shared/model/lab.ts'
import type { StageKey } from '#shared/model/pack.ts'
import type { Session, SessionHead } from '#shared/model/session.ts'
import { formatLongDay } from '#shared/rules/dates.ts'
import { useLanguage, useText } from '../../../app/text.ts'
import { useDraft } from '../../../collab/use-draft.ts'
import { useOverview } from '../../../lab/lab-context.tsx'
import { useOpenLab } from '../../../lab/open-lab.tsx'
import { Panel } from '../../../parts/index.ts'
import { ClockField } from './clock-field.tsx'
import css from './plan.module.css'

export function Facts({ session }: { readonly session: Session }) {
  const t = useText()
  const language = useLanguage()
  const { doc, readOnly, stages } = useOpenLab()
  const write = (patch: Partial<Omit<SessionHead, 'id'>>) => putSession(doc, session.id, patch, byPerson)
  const title = useDraft(session.title, (next) => write({ title: next }))
  const goal = useDraft(session.goal, (next) => write({ goal: next }))
  const place = useDraft(session.place, (next) => write({ place: next }))
  return (
    <Panel title={t('plan.facts')}>
      <div className={css.facts}>
        <TextInput label={t('plan.sessionTitle')} maxLength={300} disabled={readOnly} {...title} />
        <Textarea
          autosize
          minRows={2}
          maxRows={5}
          label={t('plan.goal')}
          placeholder={t('plan.goalHint')}
          maxLength={1000}
          disabled={readOnly}
          {...goal}
        />
        {!session.template && (
          <TextInput
            type="date"
            label={t('plan.date')}
            description={session.date === '' ? undefined : formatLongDay(session.date, language)}
            inputWrapperOrder={['label', 'input', 'description']}
            disabled={readOnly}
            value={session.date}
            onChange={(event) => write({ date: event.currentTarget.value })}
          />
        )}
        <div className={css.pair}>
          <ClockField label={t('plan.start')} disabled={readOnly} value={session.start} write={(start) => write({ start })} />
          <NativeSelect
            label={t('plan.zone')}
            disabled={readOnly}
            data={[...timeZones]}
            value={session.timeZone}
            onChange={(event) => write({ timeZone: event.currentTarget.value as TimeZone /* one of the options */ })}
          />
        </div>
        <TextInput label={t('plan.place')} maxLength={300} disabled={readOnly} {...place} />
        <NativeSelect
          label={t('plan.stage')}
          disabled={readOnly}
          data={stages.map(({ key, label }) => ({ value: key, label }))}
          value={session.stage}
          onChange={(event) => write({ stage: event.currentTarget.value as StageKey /* one of the options */ })}
        />
        {!session.template && <Teams session={session} onChange={(teams) => write({ teams })} />}
      </div>
    </Panel>
  )
}

function Teams({ session, onChange }: { readonly session: Session; readonly onChange: (teams: readonly string[]) => void }) {
  const t = useText()
  const { id, readOnly } = useOpenLab()
  const asked = useOverview(id)
  const live = asked.state === 'ready' ? asked.value.innovations.filter((one) => !one.archived) : []
  const known = new Set(live.map((one) => one.id))
  return (
    <MultiSelect
      searchable
      clearable
      hidePickedOptions
      limit={50}
      label={t('plan.teams')}
      description={t('plan.teamsHint')}
      placeholder={session.teams.length === 0 ? t('plan.teamsAll', { n: live.length }) : ''}
      disabled={readOnly}
      data={live.map((one) => ({ value: one.id, label: one.name }))}
      value={session.teams.filter((team) => known.has(team))}
      onChange={onChange}
    />
  )
}
