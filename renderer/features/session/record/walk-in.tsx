/** Somebody who came without being on the list, in one line. */
import { Button } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { type FormEvent, useId, useState } from 'react'
import { walkInOf } from '#shared/rules/attendance.ts'
import { useText } from '../../../app/text.ts'
import css from './attendance.module.css'
import type { AttendanceDesk } from './use-attendance.ts'

export function WalkIn({ desk }: { readonly desk: AttendanceDesk }) {
  const t = useText()
  const hint = useId()
  const [line, setLine] = useState('')
  const { name, unit, position } = walkInOf(line, desk.units)
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (name === '') return
    desk.take([], [{ name, unit: unit?.id ?? null, position }], t('record.walkInDone', { name }))
    setLine('')
  }
  return (
    <form className={css.walkIn} onSubmit={add}>
      <div className={css.box}>
        <IconUserPlus size={18} stroke={1.75} aria-hidden />
        <input
          aria-label={`${t('record.walkIn')}: ${t('record.walkInLine')}`}
          aria-describedby={hint}
          placeholder={`${t('record.walkIn')}: ${t('record.walkInLine').toLocaleLowerCase('id')}`}
          autoComplete="off"
          value={line}
          onChange={(event) => setLine(event.currentTarget.value)}
        />
        {line.trim() !== '' && (
          <Button type="submit" size="compact-sm" variant="light">
            {t('record.walkInAdd')}
          </Button>
        )}
      </div>
      <p className={css.hint} id={hint}>
        {name === ''
          ? t('record.walkInHint')
          : [name, unit?.short || unit?.name || t('record.noUnit'), position].filter((part) => part !== '').join(' · ')}
      </p>
    </form>
  )
}
