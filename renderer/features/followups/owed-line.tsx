import { IconBulbOff, IconClock, IconMessageExclamation, IconRocket, IconStethoscope } from '@tabler/icons-react'
import { putNote } from '#shared/doc/log.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { Unit } from '#shared/model/lab.ts'
import type { Note } from '#shared/model/session.ts'
import type { Owed } from '#shared/rules/owed.ts'
import { places } from '../../app/places.ts'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { StatusChip } from '../../parts/index.ts'
import { nowIso } from '../../state/fresh.ts'
import { notify } from '../../state/notify.ts'
import css from './followups.module.css'
import { dueWords, lateWords, sinceWords, type Words, whatIsOwed } from './words.ts'

const icons = {
  no_innovation: IconBulbOff,
  deadline: IconClock,
  launching: IconRocket,
  monitoring: IconStethoscope,
  remarks: IconMessageExclamation,
} as const

/** One thing owed; a follow-up can be ticked off. `unit` is named where the group does not say it. */
export function OwedLine({ one, unit, words }: { readonly one: Owed; readonly unit: Unit | null; readonly words: Words }) {
  const { id, lab, doc, readOnly } = useOpenLab()
  const { t } = words
  const what = whatIsOwed(one, words)
  const done = (note: Note, box: HTMLInputElement) => {
    // The line goes away; who ticks by key goes on with the next one.
    nextBox(box)?.focus()
    putNote(doc, note.id, { doneAt: nowIso() }, byPerson)
    notify.undoable(t('followups.ticked', { what: short(what) }), () => putNote(doc, note.id, { doneAt: '' }, byPerson))
  }
  const more = [
    unit?.name ?? '',
    one.note === null || one.note.who.trim() === '' ? '' : t('followups.by', { who: one.note.who }),
    one.kind === 'followup' && one.innovation !== null ? one.innovation.name : '',
    sinceWords(one, words),
    dueWords(one, words),
  ].filter((part) => part !== '')
  const { note } = one
  const href =
    one.innovation !== null
      ? places.innovation(id, one.innovation.id)
      : note?.session
        ? places.session(id, note.session)
        : one.kind === 'no_innovation'
          ? places.lab(id)
          : null
  return (
    <li className={css.line}>
      {note === null || one.kind !== 'followup' ? (
        <Mark kind={one.kind} />
      ) : (
        <input
          type="checkbox"
          aria-label={t('followups.markDone', { what })}
          title={t('followups.markDone', { what: '' })}
          checked={false}
          disabled={readOnly || lab.archived}
          onChange={(event) => done(note, event.currentTarget)}
        />
      )}
      <span className={css.what}>
        {href === null ? <b>{what}</b> : <a href={href}>{what}</a>}
        <small>{more.join(' · ')}</small>
      </span>
      {one.daysLate > 0 ? (
        <StatusChip tone="bad" icon={IconClock}>
          {lateWords(one, words)}
        </StatusChip>
      ) : null}
    </li>
  )
}

/** The box below; above when there is none below. */
function nextBox(box: HTMLInputElement): HTMLInputElement | undefined {
  const all = [...(box.closest('main')?.querySelectorAll<HTMLInputElement>('li > input[type=checkbox]') ?? [])]
  const at = all.indexOf(box)
  return all[at + 1] ?? all[at - 1]
}

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text)

function Mark({ kind }: { readonly kind: Owed['kind'] }) {
  const Icon = kind === 'followup' ? IconClock : icons[kind]
  return <Icon size={18} stroke={1.75} aria-hidden />
}
