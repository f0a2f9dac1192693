/** One note of a board. Drawn again only when something it shows has changed, because a board can hold thousands. */
import { IconRoute } from '@tabler/icons-react'
import { memo } from 'react'
import type { NoteColor } from '#shared/model/pack.ts'
import style from './board.module.css'
import type { PlacedNote } from './layout.ts'

export const paperClass = (color: NoteColor): string => style[color] ?? ''

type Props = {
  readonly note: PlacedNote
  readonly color: NoteColor
  readonly selected: boolean
  readonly active: boolean
  readonly linked: boolean
  /** Zoomed out: a sheet of colour, for nothing could be read. */
  readonly small: boolean
  readonly label: string
}

export const noteId = (id: string): string => `note-${id}`

export const NoteCard = memo(function NoteCard({ note, color, selected, active, linked, small, label }: Props) {
  const { item } = note
  const foot = [item.author, item.table].filter((part) => part !== '').join(', ')
  return (
    <div
      id={noteId(item.id)}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      aria-label={label}
      data-note={item.id}
      className={`${style.note} ${paperClass(color)} ${selected ? style.selected : ''} ${active ? style.active : ''}`}
      style={{ left: note.x, top: note.y }}
    >
      {small ? null : (
        <>
          <p className={style.noteText}>{item.text}</p>
          <footer className={style.noteFoot}>
            <span className={style.author}>{foot}</span>
            {linked ? <IconRoute size={14} stroke={1.75} className={style.linked} aria-hidden /> : null}
            {item.votes > 0 ? (
              <span className={style.votes}>
                <i />
                {item.votes}
              </span>
            ) : null}
          </footer>
        </>
      )}
    </div>
  )
}, sameNote)

function sameNote(a: Props, b: Props): boolean {
  const [one, two] = [a.note.item, b.note.item]
  return (
    a.selected === b.selected &&
    a.active === b.active &&
    a.linked === b.linked &&
    a.small === b.small &&
    a.color === b.color &&
    a.label === b.label &&
    a.note.x === b.note.x &&
    a.note.y === b.note.y &&
    one.text === two.text &&
    one.votes === two.votes &&
    one.author === two.author &&
    one.table === two.table
  )
}
