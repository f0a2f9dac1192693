/** One line of the notula, changed in place. */
import { ActionIcon, Checkbox, Menu, Textarea } from '@mantine/core'
import { IconArrowForwardUp, IconGavel, IconGripVertical, IconNote, IconTrash, type TablerIcon } from '@tabler/icons-react'
import { type DragEvent, type KeyboardEvent, memo, useState } from 'react'
import type { Unit } from '#shared/model/lab.ts'
import { type Note, type NoteKind, noteKinds, type Session } from '#shared/model/session.ts'
import { formatMoment, formatShortDay } from '#shared/rules/dates.ts'
import { useLanguage, useText } from '../../../app/text.ts'
import { useDraft } from '../../../collab/use-draft.ts'
import { nowIso } from '../../../state/fresh.ts'
import { FollowFields } from './follow-fields.tsx'
import css from './notes.module.css'
import type { NotesDesk } from './use-session-notes.ts'

export const kindIcons = { catatan: IconNote, keputusan: IconGavel, tindak_lanjut: IconArrowForwardUp } as const satisfies Record<
  NoteKind,
  TablerIcon
>

/** What a dragged line is known by, so that nothing else can be dropped here. */
export const dragType = 'application/x-labinov-note'

type Props = {
  readonly note: Note
  readonly unit: Unit | undefined
  readonly zone: Session['timeZone']
  readonly readOnly: boolean
  readonly change: NotesDesk['change']
  readonly remove: NotesDesk['remove']
  /** One place up or down. */
  readonly onMove: (note: Note, step: 1 | -1) => void
  /** Another line was dropped on this one. */
  readonly onDropped: (dragged: string, on: Note) => void
}

export const NoteRow = memo(function NoteRow({ note, unit, zone, readOnly, change, remove, onMove, onDropped }: Props) {
  const t = useText()
  const language = useLanguage()
  const [over, setOver] = useState(false)
  const text = useDraft(note.text, (next) => void change(note.id, { text: next }))
  const press = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null
    if (!event.altKey || step === null || readOnly) return
    event.preventDefault()
    event.stopPropagation()
    onMove(note, step)
  }
  const drag = (event: DragEvent) => {
    event.dataTransfer.setData(dragType, note.id)
    event.dataTransfer.effectAllowed = 'move'
  }
  const hover = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes(dragType)) return
    event.preventDefault()
    setOver(true)
  }
  const drop = (event: DragEvent) => {
    setOver(false)
    event.preventDefault()
    onDropped(event.dataTransfer.getData(dragType), note)
  }
  return (
    <li
      className={css.note}
      data-kind={note.kind}
      data-over={over || undefined}
      onKeyDown={press}
      onDragOver={readOnly ? undefined : hover}
      onDragLeave={() => setOver(false)}
      onDrop={readOnly ? undefined : drop}
    >
      <KindMenu note={note} readOnly={readOnly} change={change} />
      <div className={css.words}>
        <Textarea
          variant="unstyled"
          autosize
          minRows={1}
          aria-label={t('record.line')}
          readOnly={readOnly}
          value={text.value}
          onChange={text.onChange}
          onBlur={text.onBlur}
        />
        {note.kind === 'tindak_lanjut' && <FollowUp note={note} unit={unit} readOnly={readOnly} change={change} />}
      </div>
      <span className={css.meta}>{[formatMoment(note.at, language, zone), note.by].filter((part) => part !== '').join(' · ')}</span>
      {!readOnly && (
        <span className={css.acts}>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: for the pointer only; with keys a line is moved by Alt and the arrows */}
          <span className={css.grip} draggable onDragStart={drag} title={t('record.move')}>
            <IconGripVertical size={16} stroke={1.75} aria-hidden />
          </span>
          <ActionIcon variant="subtle" size="md" aria-label={t('record.remove')} title={t('record.remove')} onClick={() => remove(note)}>
            <IconTrash size={16} stroke={1.75} aria-hidden />
          </ActionIcon>
        </span>
      )}
    </li>
  )
})

function KindMenu({ note, readOnly, change }: Pick<Props, 'note' | 'readOnly' | 'change'>) {
  const t = useText()
  const Icon = kindIcons[note.kind]
  return (
    <Menu position="bottom-start" disabled={readOnly}>
      <Menu.Target>
        <button
          type="button"
          className={css.kind}
          disabled={readOnly}
          aria-label={`${t('record.kind')}: ${t(`record.${note.kind}`)}`}
          title={t(`record.${note.kind}`)}
        >
          <Icon size={16} stroke={1.75} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {noteKinds.map((kind) => {
          const Own = kindIcons[kind]
          return (
            <Menu.Item key={kind} leftSection={<Own size={16} stroke={1.75} aria-hidden />} onClick={() => change(note.id, { kind })}>
              {t(`record.${kind}`)}
            </Menu.Item>
          )
        })}
      </Menu.Dropdown>
    </Menu>
  )
}

/** `Rina Putri, Bappeda · paling lambat 30 Nov 2026`; a click opens the fields. */
function FollowUp({ note, unit, readOnly, change }: Pick<Props, 'note' | 'unit' | 'readOnly' | 'change'>) {
  const t = useText()
  const language = useLanguage()
  const [open, setOpen] = useState(false)
  const called = unit?.short || unit?.name || ''
  const who = [note.who, called === note.who ? '' : called].filter((part) => part !== '').join(', ')
  const due = note.due === '' ? t('record.noDue') : t('record.sayUntil', { day: formatShortDay(note.due, language) })
  return (
    <div className={css.follow}>
      <div className={css.followHead}>
        <Checkbox
          size="xs"
          label={t('record.done')}
          disabled={readOnly}
          checked={note.doneAt !== ''}
          onChange={(event) => change(note.id, { doneAt: event.currentTarget.checked ? nowIso() : '' })}
        />
        <button
          type="button"
          aria-expanded={open}
          aria-label={t('record.details')}
          disabled={readOnly}
          onClick={() => setOpen((now) => !now)}
        >
          <b data-missing={who === '' || undefined}>{who === '' ? t('record.nobody') : who}</b> · {due}
        </button>
      </div>
      {open && <FollowFields value={note} onChange={(patch) => change(note.id, patch)} />}
    </div>
  )
}
