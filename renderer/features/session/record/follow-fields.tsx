/** Who will do it, for which unit and innovation, and until when. */
import { NativeSelect, TextInput } from '@mantine/core'
import { useId, useMemo } from 'react'
import type { InnovationId, UnitId } from '#shared/model/ids.ts'
import type { Note } from '#shared/model/session.ts'
import { folded } from '#shared/rules/fold.ts'
import { useText } from '../../../app/text.ts'
import { useOverview } from '../../../lab/lab-context.tsx'
import { useOpenLab } from '../../../lab/open-lab.tsx'
import css from './notes.module.css'
import type { NotePatch } from './use-session-notes.ts'

type Value = Pick<Note, 'who' | 'unit' | 'innovation' | 'due'>

export function FollowFields({ value, onChange }: { readonly value: Value; readonly onChange: (patch: NotePatch) => void }) {
  const t = useText()
  const { id, lab } = useOpenLab()
  const names = useId()
  const asked = useOverview(id)
  const innovations = useMemo(
    () =>
      (asked.state === 'ready' ? asked.value.innovations.filter(({ archived }) => !archived) : []).toSorted((a, b) =>
        a.name < b.name ? -1 : 1,
      ),
    [asked],
  )
  // Those of the unit first: a follow-up is usually about its own.
  const own = innovations.filter(({ unit }) => unit !== null && unit === value.unit)
  const listed = [...own, ...innovations.filter((one) => !own.includes(one))]
  const who = (typed: string) => {
    const person = lab.people.find(({ name }) => folded(name) === folded(typed))
    onChange(person === undefined || person.unit === null ? { who: typed } : { who: typed, unit: person.unit })
  }
  return (
    <div className={css.fields}>
      <TextInput size="xs" label={t('record.who')} list={names} value={value.who} onChange={(event) => who(event.currentTarget.value)} />
      <datalist id={names}>
        {lab.people.map((person) => (
          <option key={person.id} value={person.name} />
        ))}
      </datalist>
      <NativeSelect
        size="xs"
        label={t('record.unit')}
        data={[{ value: '', label: t('record.none') }, ...lab.units.map((unit) => ({ value: unit.id, label: unit.short || unit.name }))]}
        value={value.unit ?? ''}
        onChange={({ currentTarget }) =>
          onChange({ unit: currentTarget.value === '' ? null : (currentTarget.value as UnitId) /* one of the list above */ })
        }
      />
      <NativeSelect
        size="xs"
        label={t('record.innovation')}
        data={[{ value: '', label: t('record.none') }, ...listed.map((one) => ({ value: one.id, label: one.name }))]}
        value={value.innovation ?? ''}
        onChange={({ currentTarget }) =>
          onChange({ innovation: currentTarget.value === '' ? null : (currentTarget.value as InnovationId) /* one of the list above */ })
        }
      />
      <TextInput
        size="xs"
        type="date"
        label={t('record.due')}
        value={value.due}
        onChange={(event) => onChange({ due: event.currentTarget.value })}
      />
    </div>
  )
}
