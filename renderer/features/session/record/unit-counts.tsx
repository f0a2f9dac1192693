/** How many came from each unit; those from which nobody came stand first. */
import { useMemo } from 'react'
import { type AttendanceGroup, byMissing } from '#shared/rules/attendance.ts'
import { useText } from '../../../app/text.ts'
import css from './attendance.module.css'
import type { AttendanceDesk } from './use-attendance.ts'

export function UnitCounts({ desk }: { readonly desk: AttendanceDesk }) {
  const t = useText()
  const groups = useMemo(() => byMissing(desk.groups.filter(({ unit }) => unit !== null)), [desk.groups])
  const none = groups.filter(({ present }) => present === 0)
  const some = groups.filter(({ present }) => present > 0)
  if (groups.length === 0) return null
  return (
    <div className={css.units}>
      <h3>{none.length === 0 ? t('record.everyUnitCame') : t('record.noneCame', { n: none.length })}</h3>
      <UnitLines groups={none} />
      {some.length > 0 && <h3>{t('record.someCame', { n: some.length })}</h3>}
      <UnitLines groups={some} />
    </div>
  )
}

function UnitLines({ groups }: { readonly groups: readonly AttendanceGroup[] }) {
  if (groups.length === 0) return null
  return (
    <ul>
      {groups.map(({ unit, rows, present }) => (
        <li key={unit?.id} data-none={present === 0 || undefined}>
          <span title={unit?.name}>{unit?.short || unit?.name}</span>
          <b>
            {present}/{rows.length}
          </b>
        </li>
      ))}
    </ul>
  )
}
