/** The box of a clerk at the door: type a name, Enter ticks the best match and clears the box for the next one. */
import { IconCheck, IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useDeferredValue, useId, useMemo, useRef, useState } from 'react'
import type { Person } from '#shared/model/lab.ts'
import type { Session } from '#shared/model/session.ts'
import { findPeople, lastCame, markOf, walkInOf } from '#shared/rules/attendance.ts'
import { formatMoment } from '#shared/rules/dates.ts'
import { useLanguage, useText } from '../../../app/text.ts'
import css from './attendance.module.css'
import type { AttendanceDesk } from './use-attendance.ts'

const mostShown = 6
const mostLately = 3

export function DoorSearch({ session, desk }: { readonly session: Session; readonly desk: AttendanceDesk }) {
  const t = useText()
  const box = useRef<HTMLInputElement>(null)
  const list = useId()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  /** Enter was pressed once on what is nobody's name; a slip of the finger must not make a guest. */
  const [asked, setAsked] = useState(false)
  const find = (words: string) => findPeople(desk.people, desk.units, session.attendance, words, mostShown)
  const shown = useDeferredValue(typed)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `find` depends on exactly these
  const found = useMemo(() => find(shown), [desk.people, desk.units, session.attendance, shown])
  const done = () => {
    setTyped('')
    setAt(0)
    setAsked(false)
    box.current?.focus()
  }
  const tick = (person: Person) => {
    desk.mark(person, 'hadir')
    done()
  }
  const nobody = typed.trim() !== '' && found.length === 0 && shown === typed
  const enter = () => {
    // The list may be a moment behind what was typed; Enter goes by what stands in the box.
    const person = shown === typed ? found[at] : find(typed)[0]
    if (person !== undefined) tick(person)
    else if (typed.trim() !== '' && asked) addGuest()
    else setAsked(typed.trim() !== '')
  }
  const addGuest = () => {
    const { name, unit, position } = walkInOf(typed, desk.units)
    if (name === '') return
    desk.take([], [{ name, unit: unit?.id ?? null, position }], t('record.walkInDone', { name }))
    done()
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') enter()
    else if (event.key === 'Escape' && typed !== '') done()
    else if (event.key === 'ArrowDown') setAt((now) => Math.min(found.length - 1, now + 1))
    else if (event.key === 'ArrowUp') setAt((now) => Math.max(0, now - 1))
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className={css.search}>
      <div className={css.box}>
        <IconSearch size={18} stroke={1.75} aria-hidden />
        <input
          ref={box}
          role="combobox"
          aria-expanded={typed !== ''}
          aria-controls={list}
          aria-activedescendant={found[at] === undefined ? undefined : `${list}-${at}`}
          aria-label={t('record.find')}
          placeholder={t('record.find')}
          title={t('record.findHint')}
          autoComplete="off"
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            setAt(0)
            setAsked(false)
          }}
          onKeyDown={press}
        />
      </div>
      <Lately session={session} desk={desk} />
      {typed.trim() !== '' && (
        <div className={css.matches} id={list} role="listbox" aria-label={t('record.find')}>
          {found.map((person, index) => (
            <Match
              key={person.id}
              id={`${list}-${index}`}
              person={person}
              desk={desk}
              there={markOf(session.attendance, person.id)?.state === 'hadir'}
              chosen={index === at}
              onPick={() => tick(person)}
            />
          ))}
          {nobody && (
            <button type="button" className={css.nobody} data-asked={asked || undefined} onClick={addGuest}>
              {t('record.findNobody')} <b>{t(asked ? 'record.findNobodyAgain' : 'record.findNobodyDo')}</b>
            </button>
          )}
        </div>
      )}
    </div>
  )
}

function Match(props: {
  readonly id: string
  readonly person: Person
  readonly desk: AttendanceDesk
  readonly there: boolean
  readonly chosen: boolean
  readonly onPick: () => void
}) {
  const t = useText()
  const { person, desk } = props
  const unit = desk.units.find(({ id }) => id === person.unit)
  return (
    <div
      className={css.match}
      id={props.id}
      role="option"
      tabIndex={-1}
      aria-selected={props.chosen}
      // The box keeps the focus, so the next name can be typed at once.
      onMouseDown={(event) => event.preventDefault()}
      onClick={props.onPick}
      onKeyDown={(event) => event.key === 'Enter' && props.onPick()}
    >
      <span>{person.name}</span>
      <small>
        {unit?.short || unit?.name || t('record.noUnit')}
        {props.there && ` · ${t('record.already')}`}
      </small>
    </div>
  )
}

/** Proof for the clerk that the last ones went in. */
function Lately({ session, desk }: { readonly session: Session; readonly desk: AttendanceDesk }) {
  const t = useText()
  const language = useLanguage()
  const lately = useMemo(() => lastCame(desk.people, session.attendance, mostLately), [desk.people, session.attendance])
  if (lately.length === 0) return null
  return (
    <ul className={css.lately} aria-label={t('record.lately')}>
      {lately.map(({ person, mark }) => (
        <li key={person.id}>
          <IconCheck size={14} stroke={2} aria-hidden />
          <span>{person.name}</span>
          <time>{formatMoment(mark?.at ?? '', language, session.timeZone)}</time>
        </li>
      ))}
    </ul>
  )
}
