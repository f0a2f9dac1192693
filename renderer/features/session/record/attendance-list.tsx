/** Everybody of the lab by unit, each with three states under one click or one key. */
import { Button } from '@mantine/core'
import { type KeyboardEvent, memo, useCallback, useState } from 'react'
import type { Person, TimeZone } from '#shared/model/lab.ts'
import { type Attendance, type AttendanceState, attendanceStates, type Session } from '#shared/model/session.ts'
import type { AttendanceGroup } from '#shared/rules/attendance.ts'
import { formatMoment } from '#shared/rules/dates.ts'
import { useLanguage, useText } from '../../../app/text.ts'
import { Segmented, StatusChip } from '../../../parts/index.ts'
import css from './attendance.module.css'
import type { AttendanceDesk } from './use-attendance.ts'

type Shown = 'all' | AttendanceState | 'unasked'
type Mark = AttendanceDesk['mark']

const stateOfKey: Readonly<Record<string, AttendanceState>> = { h: 'hadir', i: 'izin', t: 'tidak' }

export function PeopleList({ session, desk }: { readonly session: Session; readonly desk: AttendanceDesk }) {
  const t = useText()
  const [shown, setShown] = useState<Shown>('all')
  /** The one row that Tab leads to. */
  const [current, setCurrent] = useState<string | null>(null)
  const groups = desk.groups
    .map((group) => ({ group, rows: group.rows.filter(({ mark }) => shown === 'all' || (mark?.state ?? 'unasked') === shown) }))
    .filter(({ rows }) => rows.length > 0)
  const known = groups.some(({ rows }) => rows.some(({ person }) => person.id === current))
  const tabbed = known ? current : (groups[0]?.rows[0]?.person.id ?? null)
  const segments = [
    { value: 'all', label: t('record.showAll') },
    { value: 'unasked', label: t('record.unasked') },
    { value: 'hadir', label: t('record.hadir') },
    { value: 'izin', label: t('record.izin') },
    { value: 'tidak', label: t('record.tidak') },
  ] as const
  return (
    <>
      <div className={css.listTools}>
        <Segmented label={t('record.show')} value={shown} segments={segments} onChange={setShown} />
        {!desk.readOnly && <span className={css.hint}>{t('record.keys')}</span>}
      </div>
      <div className={css.list} data-people>
        {groups.map(({ group, rows }) => (
          <UnitGroup key={group.unit?.id ?? ''} group={group} desk={desk}>
            {rows.map(({ person, mark }) => (
              <PersonRow
                key={person.id}
                person={person}
                mark={mark}
                zone={session.timeZone}
                tabbed={person.id === tabbed}
                onMark={desk.readOnly ? null : desk.mark}
                onReach={setCurrent}
              />
            ))}
          </UnitGroup>
        ))}
        {groups.length === 0 && <p className={css.hint}>{t('record.findNobody')}</p>}
      </div>
    </>
  )
}

function UnitGroup({
  group,
  desk,
  children,
}: {
  readonly group: AttendanceGroup
  readonly desk: AttendanceDesk
  readonly children: React.ReactNode
}) {
  const t = useText()
  const { unit, rows, present } = group
  const name = unit?.name ?? t('record.noUnit')
  const missing = rows.filter(({ mark }) => mark?.state !== 'hadir').map(({ person }) => person)
  const all = () => desk.take(missing, [], t('record.allDone', { n: missing.length, unit: unit?.short || name }))
  return (
    <section className={css.group} aria-label={name}>
      <header>
        <h3>{name}</h3>
        <span data-none={present === 0 || undefined}>{t('record.present', { n: present, all: rows.length })}</span>
        {!desk.readOnly && missing.length > 0 && (
          <Button variant="subtle" size="compact-xs" onClick={all} aria-label={`${t('record.allPresent')}: ${name}`}>
            {t('record.allPresent')}
          </Button>
        )}
      </header>
      {children}
    </section>
  )
}

type RowProps = {
  readonly person: Person
  readonly mark: Attendance | null
  readonly zone: TimeZone
  readonly tabbed: boolean
  readonly onMark: Mark | null
  readonly onReach: (person: string) => void
}

const PersonRow = memo(function PersonRow({ person, mark, zone, tabbed, onMark, onReach }: RowProps) {
  const t = useText()
  const language = useLanguage()
  const set = (state: AttendanceState) => onMark?.(person, mark?.state === state ? null : state)
  const press = useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const state = stateOfKey[event.key.toLowerCase()]
      if (state !== undefined) onMark?.(person, mark?.state === state ? null : state)
      else if (event.key === 'ArrowDown') reach(event.currentTarget, 1)
      else if (event.key === 'ArrowUp') reach(event.currentTarget, -1)
      else return
      event.preventDefault()
      event.stopPropagation()
    },
    [person, mark, onMark],
  )
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row of a grid
    <div className={css.row} role="group" aria-label={person.name} data-row onKeyDown={press} onFocus={() => onReach(person.id)}>
      <span className={css.name}>
        {person.name}
        {mark?.walkIn && <StatusChip>{t('record.walkIn')}</StatusChip>}
      </span>
      <span className={css.position}>{person.position}</span>
      <time>{mark?.state === 'hadir' ? formatMoment(mark.at, language, zone) : ''}</time>
      <span className={css.states}>
        {attendanceStates.map((state, at) => (
          <button
            key={state}
            type="button"
            tabIndex={tabbed && at === 0 ? 0 : -1}
            disabled={onMark === null}
            aria-pressed={mark?.state === state}
            data-state={state}
            onClick={() => set(state)}
          >
            {t(`record.${state}`)}
          </button>
        ))}
      </span>
    </div>
  )
})

/** Moves to the same place in the next or the previous row that is drawn. */
function reach(row: HTMLElement, step: 1 | -1): void {
  const rows = [...(row.closest('[data-people]')?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
  rows[rows.indexOf(row) + step]?.querySelector('button')?.focus()
}
