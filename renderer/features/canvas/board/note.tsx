/** One note of a board. Drawn again only when something it shows has changed, because a board can hold thousands. */
import { IconExternalLink, IconEyeOff, IconPhotoOff, IconRoute } from '@tabler/icons-react'
import { memo } from 'react'
import { cardValues, valuesText } from '#shared/figure/note-values.ts'
import type { LabId } from '#shared/model/ids.ts'
import type { Item } from '#shared/model/lab.ts'
import type { GridColumn, NoteColor } from '#shared/model/pack.ts'
import { type Say, useBoth, useLanguage, useText } from '../../../app/text.ts'
import { usePicture } from '../../../lab/use-picture.ts'
import style from './board.module.css'
import { webAddress } from './cards.ts'
import type { PlacedNote } from './layout.ts'
import { lengthOf, shortName, shortTable } from './note-words.ts'
import paper from './paper.module.css'

export const paperClass = (color: NoteColor): string => paper[color] ?? ''
export const noteId = (id: string): string => `note-${id}`

type Props = {
  readonly note: PlacedNote
  readonly lab: LabId
  readonly color: NoteColor
  readonly columns: readonly GridColumn[]
  readonly voted: boolean
  readonly selected: boolean
  readonly active: boolean
  readonly linked: boolean
  /** Of somebody else while everybody writes alone. */
  readonly closed: boolean
  /** Its turn when all cards are opened at once. */
  readonly turn: number
}

export const NoteCard = memo(function NoteCard({ note, lab, color, columns, voted, selected, active, linked, closed, turn }: Props) {
  const { item } = note
  const t = useText()
  const both = useBoth()
  const language = useLanguage()
  const values = columns.length === 0 ? '' : cardValues(columns, item.values, language)
  const full = columns.length === 0 || !active ? '' : valuesText(columns, item.values, language, both)
  const name = closed ? '' : noteLabel(t, item, voted, values)
  return (
    <div
      id={noteId(item.id)}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      aria-label={closed ? t('board.closedOf', { author: item.author }) : name}
      data-note={item.id}
      data-length={lengthOf(item.text)}
      data-values={values === '' ? undefined : ''}
      className={`${style.note} ${paperClass(color)} ${selected ? style.selected : ''} ${active ? style.active : ''} ${closed ? style.closed : ''}`}
      style={{ left: note.x, top: note.y, '--turn': turn } as React.CSSProperties} // React does not know custom properties
    >
      {closed ? (
        <p className={style.closedFace} aria-hidden>
          <IconEyeOff size={22} stroke={1.5} />
        </p>
      ) : (
        <>
          {item.picture === '' ? null : <Thumb lab={lab} name={item.picture} />}
          {item.text === '' && item.picture !== '' ? null : <p className={style.noteText}>{item.text}</p>}
          {values === '' ? null : <p className={style.noteValues}>{active ? full : values}</p>}
        </>
      )}
      <footer className={style.noteFoot}>
        <span className={style.by}>
          <span className={style.author}>
            {active ? item.author : shortName(item.author, 15 - (linked ? 3 : 0) - (item.votes > 0 ? 5 : 0))}
          </span>
          {item.table === '' ? '' : (item.author === '' ? '' : ' · ') + (active ? item.table : shortTable(item.table))}
        </span>
        {!closed && webAddress(item.link) !== null ? (
          <span className={style.mark} data-open-link={item.link} title={item.link}>
            <IconExternalLink size={14} stroke={1.75} aria-hidden />
          </span>
        ) : null}
        {linked ? <IconRoute size={14} stroke={1.75} className={style.linked} aria-hidden /> : null}
        {item.votes > 0 ? (
          <span className={style.votes}>
            <i />
            {item.votes}
          </span>
        ) : null}
      </footer>
    </div>
  )
}, sameNote)

function Thumb({ lab, name }: { readonly lab: LabId; readonly name: string }) {
  const picture = usePicture(lab, name)
  if (picture.state === 'failed')
    return (
      <p className={style.thumb}>
        <IconPhotoOff size={20} stroke={1.5} aria-hidden />
      </p>
    )
  // What the card says names it; the picture alone tells nobody more.
  return picture.state === 'ready' ? (
    <img className={style.thumb} data-enlarge src={picture.url} alt="" draggable={false} decoding="async" />
  ) : (
    <p className={style.thumb} />
  )
}

/** What a person who cannot see the note hears. */
export function noteLabel(t: Say, item: Item, voted: boolean, values: string): string {
  const parts = [
    item.text === '' && item.picture !== '' ? t('board.untitled') : item.text,
    item.author,
    item.table,
    item.color === null ? '' : t(`canvas.colour_${item.color}`),
    values,
    item.picture === '' || item.text === '' ? '' : t('board.withPicture'),
    item.link === '' ? '' : t('board.withLink'),
  ]
  if (voted) parts.push(t('canvas.votes', { n: item.votes }))
  return parts.filter((part) => part !== '').join(', ')
}

const plainProps = ['lab', 'color', 'columns', 'voted', 'selected', 'active', 'linked', 'closed', 'turn'] as const
const shownParts = ['text', 'votes', 'author', 'table', 'picture', 'link', 'values', 'color'] as const

function sameNote(a: Props, b: Props): boolean {
  if (a.note === b.note) return plainProps.every((key) => a[key] === b[key])
  const [one, two] = [a.note.item, b.note.item]
  return (
    a.note.x === b.note.x &&
    a.note.y === b.note.y &&
    plainProps.every((key) => a[key] === b[key]) &&
    (one === two || shownParts.every((key) => one[key] === two[key]))
  )
}
