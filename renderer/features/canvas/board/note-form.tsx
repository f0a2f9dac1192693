/** What one card carries besides its text: author, table, link, photo and the columns of the board. Each entry is stored when it is left. */
import { ActionIcon, Button } from '@mantine/core'
import { IconCamera, IconExternalLink, IconPhotoX, IconZoomIn } from '@tabler/icons-react'
import { type ReactNode, useId, useRef, useState } from 'react'
import type { Item, Value } from '#shared/model/lab.ts'
import type { GridColumn } from '#shared/model/pack.ts'
import { useBoth, useText } from '../../../app/text.ts'
import { useSessionOf } from '../session.tsx'
import { webAddress } from './cards.ts'
import style from './panels.module.css'
import { PhotoField, type PhotoHand } from './photo-field.tsx'
import type { Board } from './use-board.ts'
import type { CardPictures } from './use-card-pictures.ts'

type Props = { readonly item: Item; readonly board: Board; readonly pictures: CardPictures }

export function NoteForm({ item, board, pictures }: Props) {
  const { def, readOnly } = useSessionOf('board')
  const t = useText()
  const { acts } = board
  return (
    <div className={style.form}>
      {def.columns.map((column) =>
        column.type === 'formula' || column.type === 'photo' ? null : (
          <ColumnField
            key={column.key}
            column={column}
            value={item.values[column.key] ?? null}
            readOnly={readOnly}
            onChange={(value) => acts.setValue(item.id, column.key, value)}
          />
        ),
      )}
      <LinkField item={item} board={board} />
      <div className={style.pair}>
        <Line label={t('board.author')} text={item.author} readOnly={readOnly} onChange={(author) => acts.setFacts(item.id, { author })} />
        <Line label={t('board.table')} text={item.table} readOnly={readOnly} onChange={(table) => acts.setFacts(item.id, { table })} />
      </div>
      <PhotoButtons item={item} board={board} pictures={pictures} />
    </div>
  )
}

function LinkField({ item, board }: Pick<Props, 'item' | 'board'>) {
  const { readOnly } = useSessionOf('board')
  const t = useText()
  const address = webAddress(item.link)
  const bad = item.link !== '' && address === null
  return (
    <div className={style.withButton}>
      <Line
        label={t('board.link')}
        text={item.link}
        type="url"
        hint={t(bad ? 'board.linkBad' : 'board.linkHint')}
        bad={bad}
        readOnly={readOnly}
        onChange={(link) => board.acts.setFacts(item.id, { link: link.trim() })}
      />
      {address === null ? null : (
        <ActionIcon
          component="a"
          href={address}
          target="_blank"
          rel="noopener noreferrer"
          variant="default"
          size={36}
          aria-label={t('board.linkOpen')}
        >
          <IconExternalLink size={18} stroke={1.75} />
        </ActionIcon>
      )}
    </div>
  )
}

export function PhotoButtons({ item, board, pictures }: Props) {
  const { readOnly } = useSessionOf('board')
  const t = useText()
  const photo = useRef<PhotoHand>(null)
  const icon = { size: 16, stroke: 1.75 } as const
  const none = item.picture === ''
  return (
    <div className={style.buttons}>
      <PhotoField ref={photo} several={false} />
      {none ? null : (
        <Button variant="default" size="xs" leftSection={<IconZoomIn {...icon} />} onClick={() => board.setEnlarged(item.id)}>
          {t('board.pictureOpen')}
        </Button>
      )}
      {readOnly ? null : (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconCamera {...icon} />}
          onClick={() => photo.current?.open((files) => void pictures.add(files.slice(0, 1), { kind: 'card', id: item.id }))}
        >
          {t(none ? 'board.pictureAdd' : 'board.pictureChange')}
        </Button>
      )}
      {none || readOnly ? null : (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPhotoX {...icon} />}
          onClick={() => board.acts.setFacts(item.id, { picture: '' })}
        >
          {t('board.pictureRemove')}
        </Button>
      )}
    </div>
  )
}

type LineProps = {
  readonly label: string
  readonly text: string
  readonly type?: 'text' | 'url' | 'number' | 'date'
  readonly hint?: string | undefined
  readonly bad?: boolean
  readonly suggests?: readonly string[]
  readonly min?: number | undefined
  readonly max?: number | undefined
  readonly readOnly: boolean
  readonly onChange: (text: string) => void
}

/** Writes when it is left or Enter is pressed; what somebody else writes meanwhile shows when nobody types here. */
function Line({ label, text, type = 'text', hint, bad = false, suggests = [], min, max, readOnly, onChange }: LineProps) {
  const id = useId()
  const [draft, setDraft] = useState<string | null>(null)
  const end = (): void => {
    if (draft !== null && draft !== text) onChange(draft)
    setDraft(null)
  }
  return (
    <div className={style.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type={type}
        value={draft ?? text}
        min={min}
        max={max}
        step={type === 'number' ? 'any' : undefined}
        disabled={readOnly}
        aria-invalid={bad || undefined}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        list={suggests.length === 0 ? undefined : `${id}-list`}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={end}
        onKeyDown={(event) => event.key === 'Enter' && end()}
      />
      {suggests.length === 0 ? null : (
        <datalist id={`${id}-list`}>
          {suggests.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
      {hint === undefined ? null : (
        <small id={`${id}-hint`} data-bad={bad || undefined}>
          {hint}
        </small>
      )}
    </div>
  )
}

type ColumnProps = {
  readonly column: GridColumn
  readonly value: Value
  readonly readOnly: boolean
  readonly onChange: (value: Value) => void
}

function ColumnField({ column, value, readOnly, onChange }: ColumnProps) {
  const t = useText()
  const both = useBoth()
  const suggests = useSuggestions(column)
  const label = both(column.label)
  const help = column.help === undefined ? undefined : both(column.help)
  switch (column.type) {
    case 'tick':
      return (
        <label className={style.tick}>
          <input type="checkbox" disabled={readOnly} checked={value === true} onChange={(event) => onChange(event.currentTarget.checked)} />
          {label}
        </label>
      )
    case 'choice':
      return (
        <Field label={label} help={help}>
          {(id) => (
            <select
              id={id}
              disabled={readOnly}
              value={typeof value === 'string' ? value : ''}
              onChange={(event) => onChange(event.currentTarget.value || null)}
            >
              <option value="" />
              {(column.options ?? []).map((option) => (
                <option key={option.key} value={option.key}>
                  {both(option.label)}
                </option>
              ))}
            </select>
          )}
        </Field>
      )
    case 'multi': {
      const chosen = Array.isArray(value) ? value : []
      return (
        <fieldset className={style.several} disabled={readOnly}>
          <legend>{label}</legend>
          {(column.options ?? []).map((option) => (
            <label key={option.key} className={style.tick}>
              <input
                type="checkbox"
                checked={chosen.includes(option.key)}
                onChange={(event) =>
                  onChange(event.currentTarget.checked ? [...chosen, option.key] : chosen.filter((one) => one !== option.key))
                }
              />
              {both(option.label)}
            </label>
          ))}
        </fieldset>
      )
    }
    case 'months':
      return (
        <Line
          label={label}
          text={Array.isArray(value) ? value.join(', ') : ''}
          hint={t('board.monthsHint')}
          readOnly={readOnly}
          onChange={(text) => onChange(text.split(/[\s,;]+/u).filter((month) => /^\d{4}-(?:0[1-9]|1[0-2])$/u.test(month)))}
        />
      )
    case 'score':
    case 'number':
    case 'rupiah':
    case 'percent':
      return (
        <Line
          label={label}
          text={typeof value === 'number' ? String(value) : ''}
          type="number"
          hint={help}
          min={column.min}
          max={column.max}
          readOnly={readOnly}
          onChange={(text) => onChange(numberIn(column, text))}
        />
      )
    default:
      return (
        <Line
          label={label}
          text={typeof value === 'string' ? value : ''}
          type={column.type === 'date' ? 'date' : column.type === 'link' ? 'url' : 'text'}
          hint={help}
          suggests={suggests}
          readOnly={readOnly}
          onChange={(text) => onChange(text.trim() === '' ? null : text.trim())}
        />
      )
  }
}

/** What stands outside of the column's range is not stored. */
function numberIn(column: GridColumn, text: string): number | null {
  const number = text.trim() === '' ? Number.NaN : Number(text)
  if (!Number.isFinite(number)) return null
  const least = column.min ?? (column.type === 'score' ? 1 : Number.NEGATIVE_INFINITY)
  const most = column.max ?? (column.type === 'score' ? 5 : Number.POSITIVE_INFINITY)
  return Math.min(most, Math.max(least, column.type === 'score' || column.type === 'rupiah' ? Math.round(number) : number))
}

/** Names that were used on this board, members of the team, and what the definition suggests. */
function useSuggestions(column: GridColumn): readonly string[] {
  const { items, value } = useSessionOf('board')
  const both = useBoth()
  if (column.type !== 'person' && column.type !== 'unit' && column.suggests.length === 0) return []
  const used = items.map((item) => item.values[column.key]).filter((one): one is string => typeof one === 'string' && one !== '')
  const members = column.type === 'person' ? value.members.map((member) => member.name) : []
  return [...new Set([...column.suggests.map(both), ...members, ...used])].slice(0, 60)
}

function Field({
  label,
  help,
  children,
}: {
  readonly label: string
  readonly help: string | undefined
  readonly children: (id: string) => ReactNode
}) {
  const id = useId()
  return (
    <div className={style.field}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {help === undefined ? null : <small>{help}</small>}
    </div>
  )
}
