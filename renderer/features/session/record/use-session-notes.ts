/** The lines of one session's notula and what can be done with them. */
import { useCallback, useMemo } from 'react'
import { putNote, readNotes, removeNote } from '#shared/doc/log.ts'
import { names } from '#shared/doc/names.ts'
import { keyAfterLast, keyBetween } from '#shared/doc/order.ts'
import { byPerson } from '#shared/doc/origins.ts'
import { rowMap } from '#shared/doc/rows.ts'
import type { NoteId, SessionId } from '#shared/model/ids.ts'
import type { Note, Session } from '#shared/model/session.ts'
import { useText } from '../../../app/text.ts'
import { useSettings } from '../../../lab/lab-context.tsx'
import { useOpenLab } from '../../../lab/open-lab.tsx'
import { useNotes } from '../../../lab/use-sessions.ts'
import { newId, nowIso } from '../../../state/fresh.ts'
import { notify } from '../../../state/notify.ts'

/** What a person says about a line; the rest is known. */
export type NotePatch = Partial<Pick<Note, 'kind' | 'text' | 'who' | 'unit' | 'innovation' | 'due' | 'doneAt' | 'block'>>

export type NotesDesk = {
  /** Of this session, in order. */
  readonly notes: readonly Note[]
  readonly readOnly: boolean
  readonly add: (patch: NotePatch) => NoteId
  /** False, and nothing is done, for a line that somebody else has removed. */
  readonly change: (id: NoteId, patch: NotePatch) => boolean
  readonly remove: (note: Note) => void
  /** Takes a line away without a word: one that was begun and emptied again. */
  readonly drop: (id: NoteId) => void
  /** Puts a line between two others, in a block. */
  readonly place: (id: NoteId, block: string, before: Note | undefined, after: Note | undefined) => void
}

export function useSessionNotes(session: Session): NotesDesk {
  const t = useText()
  const { doc, readOnly } = useOpenLab()
  const { me } = useSettings()
  const all = useNotes()
  const notes = useMemo(() => all.filter((note) => note.session === session.id), [all, session.id])
  const add = useCallback(
    (patch: NotePatch): NoteId => {
      const id = newId<'note'>()
      putNote(doc, id, { ...fresh(session.id), ...patch, order: keyAfterLast(readNotes(doc)), by: me.name, at: nowIso() }, byPerson)
      return id
    },
    [doc, session.id, me.name],
  )
  const change = useCallback(
    (id: NoteId, patch: NotePatch): boolean => {
      if (!rowMap(doc, names.notes).has(id)) return false
      putNote(doc, id, patch, byPerson)
      return true
    },
    [doc],
  )
  const remove = useCallback(
    (note: Note) => {
      // As it stands now: what was typed a moment ago must come back as well.
      const { id, ...rest } = readNotes(doc).find((one) => one.id === note.id) ?? note
      removeNote(doc, id, byPerson)
      const text = rest.text.length > 40 ? `${rest.text.slice(0, 40)}…` : rest.text
      notify.undoable(t('record.removed', { text }), () => putNote(doc, id, rest, byPerson))
    },
    [doc, t],
  )
  const drop = useCallback((id: NoteId) => removeNote(doc, id, byPerson), [doc])
  const place = useCallback(
    (id: NoteId, block: string, before: Note | undefined, after: Note | undefined) =>
      putNote(doc, id, { block, order: keyBetween(before?.order ?? null, after?.order ?? null) }, byPerson),
    [doc],
  )
  return { notes, readOnly, add, change, remove, drop, place }
}

const fresh = (session: SessionId): Omit<Note, 'id'> => ({
  order: '',
  session,
  block: '',
  kind: 'catatan',
  text: '',
  who: '',
  unit: null,
  innovation: null,
  due: '',
  doneAt: '',
  by: '',
  at: '',
})
