import { Button } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { type FormEvent, useRef, useState } from 'react'
import type { UnitId } from '#shared/model/ids.ts'
import { places } from '../../app/places.ts'
import { useText } from '../../app/text.ts'
import { useAbout, useLab, useLabData } from '../../lab/lab-context.tsx'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { type Trouble, troubleOf } from '../../lab/refusal.ts'
import { ErrorBanner, Panel, Segmented } from '../../parts/index.ts'
import own from './add.module.css'
import { AddMany } from './add-many.tsx'
import { AddReplica } from './add-replica.tsx'
import { InnovationFields, type NamedInnovation } from './innovation-fields.tsx'
import css from './lab.module.css'

/** One innovation, or a whole list. */
export function AddInnovation({ unit: given, onClose }: { readonly unit: string | null; readonly onClose: () => void }) {
  const t = useText()
  const [how, setHow] = useState<'one' | 'many' | 'replica'>('one')
  // The catalogue is for the person at this machine.
  const host = useAbout()?.reach === 'host'
  return (
    <Panel
      title={t('lab.add')}
      side={
        <Segmented
          label={t('lab.howMany')}
          value={how}
          segments={[
            { value: 'one', label: t('lab.one') },
            { value: 'many', label: t('lab.many') },
            ...(host ? [{ value: 'replica' as const, label: t('catalogue.fromReplica') }] : []),
          ]}
          onChange={setHow}
        />
      }
    >
      {how === 'many' ? (
        <AddMany onClose={onClose} />
      ) : how === 'replica' ? (
        <AddReplica unit={given} onClose={onClose} />
      ) : (
        <AddOne unit={given} onClose={onClose} />
      )}
    </Panel>
  )
}

/** Stays open after saving, because innovations are usually entered one after the other. */
function AddOne({ unit: given, onClose }: { readonly unit: string | null; readonly onClose: () => void }) {
  const t = useText()
  const client = useLab()
  const data = useLabData()
  const { id } = useOpenLab()
  const [named, setNamed] = useState<NamedInnovation>({ name: '', longName: '', unit: given })
  const name = named.name.trim()
  const [saving, setSaving] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [last, setLast] = useState<{ readonly id: string; readonly name: string } | null>(null)
  const first = useRef<HTMLInputElement>(null)

  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (name === '') return
    setSaving(true)
    setTrouble(null)
    try {
      const made = await client.innovation.create({
        lab: id,
        name,
        longName: named.longName.trim(),
        unit: named.unit as UnitId | null /* one of the lab's units */,
      })
      await data.loadOverview(id)
      setLast(made)
      setNamed({ ...named, name: '', longName: '' })
      first.current?.focus()
    } catch (error) {
      setTrouble(troubleOf(error))
    } finally {
      setSaving(false)
    }
  }
  return (
    <>
      {trouble && <ErrorBanner {...trouble} />}
      <form className={own.addForm} onSubmit={(event) => void save(event)}>
        <InnovationFields value={named} onChange={setNamed} placeholder={t('lab.nameHint')} first={first} />
        <div className={css.acts}>
          <Button
            type="submit"
            variant="light"
            loading={saving}
            disabled={name === ''}
            leftSection={<IconCheck size={16} stroke={1.75} aria-hidden />}
          >
            {t('lab.save')}
          </Button>
          <Button variant="subtle" onClick={onClose}>
            {t('app.close')}
          </Button>
          <span role="status">
            {last && (
              <>
                {t('lab.added', { name: last.name })} <a href={places.innovation(id, last.id)}>{t('lab.openIt', { name: last.name })}</a>
              </>
            )}
          </span>
        </div>
      </form>
    </>
  )
}
