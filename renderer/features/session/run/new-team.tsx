/** A unit that has no innovation yet, where one can be added while everybody waits. */
import { Button, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import type { UnitId } from '#shared/model/ids.ts'
import { useText } from '../../../app/text.ts'
import { useLab, useLabData } from '../../../lab/lab-context.tsx'
import { useOpenLab } from '../../../lab/open-lab.tsx'
import { type Trouble, troubleOf } from '../../../lab/refusal.ts'
import css from './teams.module.css'

type Props = { readonly unit: UnitId; readonly name: string; readonly full: string; readonly may: boolean }

export function NewTeam({ unit, name, full, may }: Props) {
  const t = useText()
  const client = useLab()
  const data = useLabData()
  const { id } = useOpenLab()
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const [saving, setSaving] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === '') return
    setSaving(true)
    setTrouble(null)
    try {
      await client.innovation.create({ lab: id, name: text.trim(), unit })
      // The tile of the new team takes the place of this one.
      await data.loadOverview(id)
    } catch (error) {
      setTrouble(troubleOf(error))
      setSaving(false)
    }
  }
  return (
    <li className={css.tile} data-state="without" title={full}>
      <span className={css.name}>{name}</span>
      <span className={css.more}>{t('run.noInnovation')}</span>
      {may && !open && (
        <Button
          variant="subtle"
          size="compact-xs"
          leftSection={<IconPlus size={14} stroke={1.75} aria-hidden />}
          onClick={() => setOpen(true)}
        >
          {t('run.addInnovation')}
        </Button>
      )}
      {open && (
        <form onSubmit={(event) => void save(event)} className={css.newTeam}>
          <TextInput
            size="xs"
            autoFocus
            aria-label={`${t('run.innovationName')}, ${full}`}
            placeholder={t('run.innovationName')}
            maxLength={300}
            value={text}
            error={trouble?.what}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
          />
          <Button type="submit" size="compact-xs" variant="light" loading={saving}>
            {t('run.save')}
          </Button>
        </form>
      )}
    </li>
  )
}
