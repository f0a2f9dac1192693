/** The one fast line: what is typed is a line of the notula from the first letter on; Enter lets it go and begins the next. */
import { Button } from '@mantine/core'
import { type KeyboardEvent, useRef, useState } from 'react'
import type { NoteId } from '#shared/model/ids.ts'
import type { Person } from '#shared/model/lab.ts'
import { type NoteKind, noteKinds, type Session } from '#shared/model/session.ts'
import { localDay } from '#shared/rules/dates.ts'
import { bareName, mentionAt, parseNoteLine, peopleLike } from '#shared/rules/note-line.ts'
import { useText } from '../../../app/text.ts'
import { useOpenLab } from '../../../lab/open-lab.tsx'
import { Kbd, Segmented } from '../../../parts/index.ts'
import { nowIso } from '../../../state/fresh.ts'
import { FollowFields } from './follow-fields.tsx'
import css from './notes.module.css'
import type { NotePatch, NotesDesk } from './use-session-notes.ts'

const mostNames = 5
const keysOf = { catatan: 'C:', keputusan: 'K:', tindak_lanjut: 'T:' } as const satisfies Record<NoteKind, string>

type Said = Pick<NotePatch, 'who' | 'unit' | 'innovation' | 'due'>

export function NoteEntry(props: {
  readonly session: Session
  readonly desk: NotesDesk
  readonly block: string
  readonly compact: boolean
  /** The line being written, so that the list does not show it a second time; null when there is none. */
  readonly draft: NoteId | null
  readonly onDraft: (id: NoteId | null) => void
}) {
  const t = useText()
  const { lab } = useOpenLab()
  const { session, desk, draft, onDraft } = props
  const [typed, setTyped] = useState('')
  const [usual, setUsual] = useState<NoteKind>('catatan')
  /** What was put into the fields by hand; it goes before what the line says. */
  const [said, setSaid] = useState<Said>({})
  const [caret, setCaret] = useState(0)
  const [at, setAt] = useState(0)
  const box = useRef<HTMLTextAreaElement>(null)
  const read = (line: string, kind: NoteKind, by: Said) => {
    const day = session.date || localDay(nowIso(), session.timeZone)
    const found = parseNoteLine(line, { people: lab.people, units: lab.units, day, kind })
    const follow = found.kind === 'tindak_lanjut'
    return {
      kind: found.kind,
      text: found.text,
      who: follow ? (by.who ?? found.who) : '',
      unit: follow ? (by.unit === undefined ? found.unit : by.unit) : null,
      innovation: follow ? (by.innovation ?? null) : null,
      due: follow ? (by.due ?? found.due) : '',
    }
  }
  const now = read(typed, usual, said)
  const keep = (line: string, kind: NoteKind, by: Said) => {
    const found = read(line, kind, by)
    const patch = { ...found, block: props.block }
    // A prefix alone is no line yet.
    if (found.text === '' && found.who === '') {
      if (draft !== null) desk.drop(draft)
      onDraft(null)
    } else if (draft === null || !desk.change(draft, patch)) onDraft(desk.add(patch))
  }
  const type = (line: string, where: number) => {
    setTyped(line)
    setCaret(where)
    setAt(0)
    keep(line, usual, said)
  }
  const choose = (kind: NoteKind) => {
    setUsual(kind)
    // A prefix that says otherwise would win over what was just chosen.
    const line = typed.replace(/^\s*(?:!+|[CKT]:)\s*/iu, '')
    setTyped(line)
    if (line.trim() !== '') keep(line, kind, said)
    box.current?.focus()
  }
  const letGo = () => {
    if (draft === null) return
    setTyped('')
    setSaid({})
    setUsual('catatan')
    onDraft(null)
    box.current?.focus()
  }
  const mention = now.kind === 'tindak_lanjut' ? mentionAt(typed, caret) : null
  const names = mention === null ? [] : peopleLike(lab.people, mention.typed, mostNames)
  const call = (person: Person) => {
    if (mention === null) return
    const name = `@${bareName(person.name)} `
    const line = `${typed.slice(0, mention.from)}${name}${typed.slice(caret).trimStart()}`
    type(line, mention.from + name.length)
    box.current?.focus()
  }
  const press = (event: KeyboardEvent) => {
    const name = names[at]
    if (event.key === 'ArrowDown' && names.length > 0) setAt((one) => (one + 1) % names.length)
    else if (event.key === 'ArrowUp' && names.length > 0) setAt((one) => (one + names.length - 1) % names.length)
    else if ((event.key === 'Enter' || event.key === 'Tab') && name !== undefined && mention !== null && !isWhole(name, mention.typed))
      call(name)
    else if (event.key === 'Enter' && !event.shiftKey) letGo()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className={css.entry}>
      <Segmented
        label={t('record.kind')}
        value={now.kind}
        segments={noteKinds.map((kind) => ({
          value: kind,
          label: (
            <>
              {t(`record.${kind}`)} {!props.compact && <Kbd>{keysOf[kind]}</Kbd>}
            </>
          ),
        }))}
        onChange={choose}
      />
      <div className={css.line}>
        <div className={css.entryBox} data-kind={now.kind}>
          <textarea
            ref={box}
            rows={1}
            aria-label={t('record.entry')}
            placeholder={t('record.entry')}
            value={typed}
            onChange={({ currentTarget }) => type(currentTarget.value.replaceAll(/\n+/gu, ' '), currentTarget.selectionStart)}
            onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart)}
            onKeyDown={press}
          />
          <Button size="compact-sm" variant="light" disabled={draft === null} onClick={letGo}>
            {t('record.entryAdd')}
          </Button>
        </div>
        {names.length > 0 && (
          <div className={css.names} role="listbox" aria-label={t('record.who')}>
            {names.map((person, index) => (
              <button
                key={person.id}
                type="button"
                role="option"
                aria-selected={index === at}
                tabIndex={-1}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => call(person)}
              >
                {person.name}
                <small>{unitName(lab.units.find(({ id }) => id === person.unit))}</small>
              </button>
            ))}
          </div>
        )}
      </div>
      {now.kind === 'tindak_lanjut' && typed.trim() !== '' && (
        <FollowFields
          value={now}
          onChange={(patch) => {
            const next = { ...said, ...patch }
            setSaid(next)
            keep(typed, usual, next)
          }}
        />
      )}
      <p className={css.hint}>{draft === null ? t('record.entryHint') : t('record.entryKept')}</p>
    </div>
  )
}

const unitName = (unit: { readonly name: string; readonly short: string } | undefined): string => unit?.short || unit?.name || ''

/** The name stands there whole: Enter is for the line and no more for the list. */
const isWhole = (person: Person, typed: string): boolean => bareName(person.name).toLowerCase() === typed.trim().toLowerCase()
