/** The notula of a session: written line by line, with decisions and follow-ups. */
import { useCallback, useMemo, useRef, useState } from 'react'
import type { NoteId } from '#shared/model/ids.ts'
import { type Note, type NoteKind, noteKinds, type Session } from '#shared/model/session.ts'
import { formatTime } from '#shared/rules/dates.ts'
import { notulaText } from '#shared/rules/notula-text.ts'
import { blockTimes } from '#shared/rules/session-time.ts'
import { useLanguage, useText } from '../../../app/text.ts'
import { ChatText } from '../../../chat/chat-text.tsx'
import { useOverview } from '../../../lab/lab-context.tsx'
import { useOpenLab } from '../../../lab/open-lab.tsx'
import { useTurnCounts } from '../../../lab/use-sessions.ts'
import { EmptyState, Panel, Segmented } from '../../../parts/index.ts'
import { NoteEntry } from './note-entry.tsx'
import { NoteRow } from './note-row.tsx'
import css from './notes.module.css'
import type { RecordProps } from './panel-props.ts'
import { type NotesDesk, useSessionNotes } from './use-session-notes.ts'

type Shown = 'all' | NoteKind

export function NotesPanel({ session, block = '', compact = false }: RecordProps) {
  const t = useText()
  const desk = useSessionNotes(session)
  const [shown, setShown] = useState<Shown>('all')
  const [draft, setDraft] = useState<NoteId | null>(null)
  const count = (kind: NoteKind) => desk.notes.filter((note) => note.kind === kind && note.id !== draft).length
  const segments = [
    { value: 'all', label: t('record.all') },
    ...noteKinds.map((kind) => ({ value: kind, label: `${t(`record.${kind}`)} ${count(kind)}` })),
  ] as const
  const body = (
    <>
      {!desk.readOnly && <NoteEntry session={session} desk={desk} block={block} compact={compact} draft={draft} onDraft={setDraft} />}
      {!compact && desk.notes.length > 0 && (
        <div className={css.tools}>
          <Segmented label={t('record.show')} value={shown} segments={segments} onChange={setShown} />
        </div>
      )}
      <NoteList session={session} desk={desk} shown={compact ? 'all' : shown} hidden={draft} newestFirst={compact} />
    </>
  )
  if (compact) return <div className={css.compact}>{body}</div>
  return (
    <Panel title={t('record.notes')} side={<CopyNotula session={session} notes={desk.notes} />}>
      <div className={css.wide}>{body}</div>
    </Panel>
  )
}

function CopyNotula({ session, notes }: { readonly session: Session; readonly notes: readonly Note[] }) {
  const t = useText()
  const language = useLanguage()
  const { id, lab } = useOpenLab()
  const asked = useOverview(id)
  const nameOf = (innovation: string) =>
    (asked.state === 'ready' ? asked.value.innovations.find((one) => one.id === innovation)?.name : undefined) ?? ''
  return (
    <ChatText label={t('record.copyNotula')} size="xs" variant="default" make={() => notulaText(session, notes, lab, language, nameOf)} />
  )
}

type Group = { readonly key: string; readonly title: string; readonly notes: readonly Note[] }

/** @param newestFirst one list without heads, for the narrow column, where what was just written must be seen */
function NoteList(props: {
  readonly session: Session
  readonly desk: NotesDesk
  readonly shown: Shown
  readonly hidden: NoteId | null
  readonly newestFirst: boolean
}) {
  const t = useText()
  const { session, desk, shown, hidden, newestFirst } = props
  const { lab } = useOpenLab()
  const inBlocks = useBlocks(session, desk.notes)
  const groups = newestFirst ? [{ key: '', title: '', notes: desk.notes.toReversed() }] : inBlocks
  const sorted = groups.flatMap(({ key, notes }) => notes.map((note) => ({ block: newestFirst ? note.block : key, note })))
  const now = useRef(sorted)
  now.current = sorted
  const { place } = desk
  const put = useCallback(
    (id: string, on: Note, below: boolean) => {
      const rest = now.current.filter(({ note }) => note.id !== id)
      const moved = now.current.find(({ note }) => note.id === id)
      const target = rest.findIndex(({ note }) => note.id === on.id)
      if (moved === undefined || target === -1) return
      const [before, after] = below ? [rest[target], rest[target + 1]] : [rest[target - 1], rest[target]]
      const block = rest[target]?.block ?? ''
      const inBlock = (one: typeof before) => (one?.block === block ? one.note : undefined)
      if (newestFirst) place(moved.note.id, block, after?.note, before?.note)
      else place(moved.note.id, block, inBlock(before), inBlock(after))
    },
    [place, newestFirst],
  )
  const move = useCallback(
    (note: Note, step: 1 | -1) => {
      const at = now.current.findIndex((one) => one.note.id === note.id)
      const next = now.current[at + step]
      if (next !== undefined) put(note.id, next.note, step === 1)
    },
    [put],
  )
  const dropped = useCallback(
    (id: string, on: Note) => {
      const from = now.current.findIndex(({ note }) => note.id === id)
      const to = now.current.findIndex(({ note }) => note.id === on.id)
      if (from !== -1 && from !== to) put(id, on, from < to)
    },
    [put],
  )
  const listed = groups
    .map((group) => ({ ...group, notes: group.notes.filter((note) => note.id !== hidden && (shown === 'all' || note.kind === shown)) }))
    .filter(({ notes }) => notes.length > 0)
  if (listed.length === 0) return <EmptyState inside text={t(shown === 'all' ? 'record.noNotes' : 'record.noneOfKind')} />
  return listed.map(({ key, title, notes }) => (
    <section key={key} className={css.block} aria-label={title || t('record.notes')}>
      {title !== '' && <h3>{title}</h3>}
      <ul>
        {notes.map((note) => (
          <NoteRow
            key={note.id}
            note={note}
            unit={lab.units.find(({ id }) => id === note.unit)}
            zone={session.timeZone}
            readOnly={desk.readOnly}
            change={desk.change}
            remove={desk.remove}
            onMove={move}
            onDropped={dropped}
          />
        ))}
      </ul>
    </section>
  ))
}

/** Lines under the block in which they were written, in the order of the agenda; the others last. */
function useBlocks(session: Session, notes: readonly Note[]): readonly Group[] {
  const t = useText()
  const language = useLanguage()
  const counts = useTurnCounts()
  return useMemo(() => {
    const known = new Set<string>(session.blocks.map(({ id }) => id))
    const outside = notes.filter(({ block }) => !known.has(block))
    const groups = blockTimes(session, counts).map(({ block, clock }) => ({
      key: block.id as string,
      title: [formatTime(clock, language), block.title].filter((part) => part !== '').join('  '),
      notes: notes.filter((note) => note.block === block.id),
    }))
    return [...groups, { key: '', title: session.blocks.length === 0 ? '' : t('record.outside'), notes: outside }]
  }, [session, notes, counts, language, t])
}
