/** "Satu OPD satu inovasi" (domain.md 1.1): who has none yet, with the two things that can be done about it. */
import { Button, TextInput } from '@mantine/core'
import { IconCircleCheck, IconPlus } from '@tabler/icons-react'
import { type FormEvent, useMemo, useRef, useState } from 'react'
import type { Unit } from '#shared/model/lab.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { owesInnovation, unitsWithout } from '#shared/rules/units-without.ts'
import { places } from '../../app/places.ts'
import { useText } from '../../app/text.ts'
import { ChatText } from '../../chat/chat-text.tsx'
import { useLab, useLabData } from '../../lab/lab-context.tsx'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { type Trouble, troubleOf } from '../../lab/refusal.ts'
import { regionName } from '../../lab/region-name.ts'
import { EmptyState, ErrorBanner, Panel } from '../../parts/index.ts'
import css from './coach.module.css'

export function UnitsWithout({ innovations }: { readonly innovations: readonly InnovationSummary[] }) {
  const t = useText()
  const { id, lab, readOnly } = useOpenLab()
  const without = useMemo(() => unitsWithout(lab.units, innovations), [lab.units, innovations])
  const asked = lab.units.filter(owesInnovation).length
  const [adding, setAdding] = useState<string | null>(null)
  const [added, setAdded] = useState<{ readonly id: string; readonly name: string; readonly unit: string } | null>(null)
  const text = (): string =>
    t('coach.remindText', {
      n: without.length,
      lab: t('coach.labName', { region: regionName(lab, t), year: lab.year }),
      units: without.map((unit, at) => `${at + 1}. ${unit.name}`).join('\n'),
    })
  return (
    <Panel
      title={t('coach.oneEach')}
      note={asked > 0 && without.length > 0 ? t('coach.oneEachNote', { n: without.length, of: asked }) : undefined}
      side={without.length > 0 && <ChatText label={t('coach.remind')} make={text} />}
    >
      <p role="status" className={css.added}>
        {added !== null && (
          <>
            {t('coach.added', { name: added.name, unit: added.unit })} <a href={places.innovation(id, added.id)}>{added.name}</a>
          </>
        )}
      </p>
      {asked === 0 ? (
        <EmptyState
          inside
          text={t('coach.oneEachNoUnits')}
          acts={
            <Button component="a" href={places.people(id)} variant="default">
              {t('coach.toPeople')}
            </Button>
          }
        />
      ) : without.length === 0 ? (
        <p className={css.fine}>
          <IconCircleCheck size={18} stroke={1.75} aria-hidden />
          {t('coach.oneEachDone')}
        </p>
      ) : (
        <ul className={css.units}>
          {without.map((unit) => (
            <li key={unit.id}>
              {adding === unit.id ? (
                <AddHere
                  unit={unit}
                  close={() => setAdding(null)}
                  made={(one) => {
                    setAdding(null)
                    setAdded({ ...one, unit: unit.name })
                  }}
                />
              ) : (
                <>
                  <span>{unit.name}</span>
                  {!readOnly && (
                    <Button
                      variant="subtle"
                      size="xs"
                      aria-label={t('coach.addFor', { unit: unit.name })}
                      leftSection={<IconPlus size={14} stroke={1.75} aria-hidden />}
                      onClick={() => setAdding(unit.id)}
                    >
                      {t('coach.addInnovation')}
                    </Button>
                  )}
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

type AddProps = {
  readonly unit: Unit
  readonly close: () => void
  readonly made: (one: { readonly id: string; readonly name: string }) => void
}

function AddHere({ unit, close, made }: AddProps) {
  const t = useText()
  const client = useLab()
  const data = useLabData()
  const { id } = useOpenLab()
  const [name, setName] = useState('')
  const [saving, setSaving] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (name.trim() === '') return field.current?.focus()
    setSaving(true)
    setTrouble(null)
    try {
      const one = await client.innovation.create({ lab: id, name: name.trim(), unit: unit.id })
      await data.loadOverview(id)
      made({ id: one.id, name: name.trim() })
    } catch (error) {
      setTrouble(troubleOf(error))
      setSaving(false)
    }
  }
  return (
    <form className={css.addHere} onSubmit={(event) => void save(event)}>
      {trouble !== null && <ErrorBanner {...trouble} />}
      <TextInput
        ref={field}
        autoFocus
        size="xs"
        aria-label={t('coach.nameOf', { unit: unit.name })}
        placeholder={t('coach.nameOf', { unit: unit.name })}
        maxLength={300}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') close()
        }}
      />
      <Button type="submit" size="xs" variant="light" loading={saving}>
        {t('coach.save')}
      </Button>
      <Button size="xs" variant="subtle" onClick={close}>
        {t('coach.cancel')}
      </Button>
    </form>
  )
}
