/** A grid as a table that is filled by keys: numbers score, arrows move, Enter goes on, a pasted table fills cells. */
import { Button } from '@mantine/core'
import { IconCopy, IconPlus, IconTrash } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { ItemId } from '#shared/model/ids.ts'
import { useBoth, useLanguage, useText } from '../../../app/text.ts'
import { Kbd, Segmented } from '../../../parts/index.ts'
import { copyText } from '../../../state/copy-text.ts'
import { isTyping, useSessionOf } from '../session.tsx'
import style from './grid.module.css'
import { GridCell } from './grid-cell.tsx'
import { cellTexts } from './rows.ts'
import { toTsv } from './table-text.ts'
import { focusedColumn, type GridActs, useGrid } from './use-grid.ts'

export type At = { readonly row: number; readonly column: number }

export function Grid() {
  const { def, select, announce, selection, openLinks } = useSessionOf('grid')
  const acts = useGrid()
  const t = useText()
  const both = useBoth()
  const language = useLanguage()
  const table = useRef<HTMLTableElement>(null)
  const start = acts.rows.findIndex((row) => row.item.id === selection.active)
  const [wanted, setAt] = useState<At>({ row: Math.max(0, start), column: 0 })
  const [anchor, setAnchor] = useState<At | null>(null)
  const [editing, setEditing] = useState<{ readonly at: At; readonly text: string | null } | null>(null)
  const { columns } = def
  const rows = acts.rows
  // The last row may have been deleted: some cell must always be the one that Tab reaches.
  const at: At = { row: Math.max(0, Math.min(rows.length - 1, wanted.row)), column: wanted.column }
  const wantFocus = useRef(false)

  const go = (next: At, keepAnchor = false): void => {
    const row = Math.max(0, Math.min(rows.length - 1, next.row))
    const column = Math.max(0, Math.min(columns.length - 1, next.column))
    if (!keepAnchor) setAnchor(null)
    setAt({ row, column })
    wantFocus.current = true
    focusedColumn.setState({ column: columns[column]?.key ?? null })
    const id = rows[row]?.item.id
    if (id !== undefined) select([id])
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: `wanted` is new on every move, also onto the cell where the cursor already is
  useEffect(() => {
    if (!wantFocus.current || editing !== null) return
    wantFocus.current = false
    table.current?.querySelector<HTMLElement>(`[data-cell="${at.row}/${at.column}"]`)?.focus()
  }, [wanted, at.row, at.column, editing])
  // A row added by Enter is written in as soon as it is there.
  const fresh = useRef<ItemId | null>(null)
  useEffect(() => {
    const row = rows.findIndex((one) => one.item.id === fresh.current)
    if (row < 0) return
    fresh.current = null
    setAt({ row, column: 0 })
    setEditing({ at: { row, column: 0 }, text: null })
  }, [rows])
  // A moved row is somewhere else only after the next reading; the cursor goes with it then.
  const followed = useRef<ItemId | null>(null)
  useEffect(() => {
    const row = rows.findIndex((one) => one.item.id === followed.current)
    if (row < 0) return
    followed.current = null
    wantFocus.current = true
    setAt((now) => ({ row, column: now.column }))
  }, [rows])
  const addRow = (): void => {
    acts.setByRank(false)
    fresh.current = acts.add() ?? null
  }
  /** @param written what was put into this row a moment ago, which `rows` does not know yet */
  const down = (from: At, written = ''): void => {
    const last = from.row >= rows.length - 1
    const empty = (rows[from.row]?.item.text ?? '') === '' && written === ''
    if (!last) go({ row: from.row + 1, column: from.column })
    else if (empty || acts.readOnly) go(from)
    else addRow()
  }
  const latest = useRef({ go, down, focus: (_here: At, _id: ItemId): void => undefined })
  latest.current = {
    go,
    down,
    focus: (here, id) => {
      if (at.row !== here.row || at.column !== here.column || selection.active !== id) go(here, anchor !== null)
    },
  }
  const range = (): { top: number; bottom: number; left: number; right: number } => {
    const other = anchor ?? at
    return {
      top: Math.min(at.row, other.row),
      bottom: Math.max(at.row, other.row),
      left: Math.min(at.column, other.column),
      right: Math.max(at.column, other.column),
    }
  }
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (isTyping(event.target) || !(event.target instanceof HTMLElement) || event.target.dataset.cell === undefined) return
    gridKey(event, {
      acts,
      at,
      go,
      down,
      anchor,
      setAnchor,
      columns,
      edit: (text) => setEditing({ at, text }),
      openLinks,
      follow: (id: ItemId) => {
        followed.current = id
      },
    })
  }
  const copy = (event: React.ClipboardEvent): void => {
    if (isTyping(event.target) || !(event.target instanceof HTMLElement) || event.target.dataset.cell === undefined) return
    const { top, bottom, left, right } = range()
    event.preventDefault()
    event.clipboardData.setData(
      'text/plain',
      toTsv(rows.slice(top, bottom + 1).map((row) => cellTexts(def, row, language).slice(left, right + 1))),
    )
    announce(t('canvas.copied', { n: (bottom - top + 1) * (right - left + 1) }))
  }
  const head = columns.map((column) => column.short ?? both(column.label))
  return (
    <div className={style.wrap}>
      <div className={style.head}>
        <p className={style.hint}>{t('canvas.gridHint')}</p>
        {columns.some((column) => column.formula?.op === 'rank') ? (
          <Segmented
            label={t('canvas.order')}
            value={acts.byRank ? 'rank' : 'own'}
            segments={[
              { value: 'own', label: t('canvas.orderOwn') },
              { value: 'rank', label: t('canvas.orderRank') },
            ]}
            onChange={(value) => acts.setByRank(value === 'rank')}
          />
        ) : null}
        <Button
          variant="default"
          size="sm"
          leftSection={<IconCopy size={16} stroke={1.75} />}
          onClick={() => {
            void copyText(toTsv([head, ...rows.map((row) => cellTexts(def, row, language))])).then((copied) =>
              announce(copied ? t('canvas.copied', { n: rows.length }) : t('app.notCopied')),
            )
          }}
        >
          {t('canvas.copyTable')}
        </Button>
        {acts.readOnly ? null : (
          <Button
            variant="light"
            size="sm"
            onClick={addRow}
            leftSection={<IconPlus size={16} stroke={1.75} />}
            rightSection={<Kbd>Enter</Kbd>}
          >
            {both(def.rowLabel)}
          </Button>
        )}
      </div>
      <div className={style.scroll}>
        <table
          ref={table}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells take the arrow keys is a grid
          role="grid"
          aria-label={both(def.title)}
          aria-rowcount={rows.length + 1}
          className={style.grid}
          onKeyDown={onKeyDown}
          onCopy={copy}
          onPaste={(event) => {
            if (isTyping(event.target) || acts.readOnly) return
            event.preventDefault()
            acts.paste(at.row, at.column, event.clipboardData.getData('text/plain'))
          }}
        >
          <thead>
            <tr>
              <th className={style.no} scope="col">
                {t('canvas.no')}
              </th>
              {columns.map((column) => (
                <th
                  key={column.key}
                  scope="col"
                  data-type={column.type}
                  style={{ width: column.key === 'text' ? undefined : 88 }}
                  aria-label={both(column.label)}
                >
                  {column.short === undefined ? null : <b>{column.short}</b>}
                  <span>{shortLabel(both(column.label), column.short)}</span>
                </th>
              ))}
              <th className={style.last} scope="col">
                <span className={style.hidden}>{t('canvas.rowActs')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr
                key={row.item.id}
                data-top={columns.some((column) => row.ranks[column.key]?.rank === 1) || undefined}
                aria-rowindex={index + 2}
              >
                <th scope="row" className={style.no}>
                  {index + 1}
                </th>
                {columns.map((column, place) => {
                  const here = { row: index, column: place }
                  const { top, bottom, left, right } = range()
                  return (
                    <GridCell
                      key={column.key}
                      column={column}
                      row={row}
                      at={here}
                      current={at.row === index && at.column === place}
                      chosen={anchor !== null && index >= top && index <= bottom && place >= left && place <= right}
                      editing={editing !== null && editing.at.row === index && editing.at.column === place ? editing : null}
                      readOnly={acts.readOnly}
                      onFocus={() => latest.current.focus(here, row.item.id)}
                      onEdit={() => setEditing({ at: here, text: null })}
                      onDone={(value, move) => {
                        setEditing(null)
                        if (value !== undefined) acts.set(row.item.id, column, value)
                        if (move) latest.current.down(here, typeof value === 'string' ? value : '')
                        else latest.current.go(here)
                      }}
                    />
                  )
                })}
                <td className={style.last}>
                  {acts.readOnly ? null : (
                    <button
                      type="button"
                      className={style.remove}
                      tabIndex={-1}
                      aria-label={t('canvas.removeRow', { n: index + 1 })}
                      onClick={() => acts.remove([row.item.id])}
                    >
                      <IconTrash size={16} stroke={1.75} aria-hidden />
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

/** `Urgency (kemendesakan)` under a bold U says only what is in brackets. */
const shortLabel = (label: string, short: string | undefined): string =>
  short === undefined ? label : (/\(([^)]+)\)/u.exec(label)?.[1] ?? label)

type KeyWant = {
  readonly acts: GridActs
  readonly at: At
  readonly go: (next: At, keepAnchor?: boolean) => void
  readonly down: (from: At) => void
  readonly anchor: At | null
  readonly setAnchor: (at: At | null) => void
  readonly columns: ReturnType<typeof useSessionOf<'grid'>>['def']['columns']
  readonly edit: (text: string | null) => void
  readonly openLinks: () => void
  /** Goes with this row to wherever it is next. */
  readonly follow: (id: ItemId) => void
}
const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

function gridKey(
  event: React.KeyboardEvent,
  { acts, at, go, down, anchor, setAnchor, columns, edit, openLinks, follow }: KeyWant,
): undefined {
  const row = acts.rows[at.row]
  const column = columns[at.column]
  if (row === undefined || column === undefined) return
  const run = (what: () => void): undefined => {
    event.preventDefault()
    what()
  }
  const step = Object.hasOwn(steps, event.key) ? steps[event.key] : undefined
  if (step !== undefined) {
    if (event.altKey && step[1] === 0)
      return run(() => {
        if (acts.byRank) return
        acts.shift(row.item.id, step[0] < 0 ? -1 : 1)
        follow(row.item.id)
      })
    if (event.shiftKey && anchor === null) setAnchor(at)
    return run(() => go({ row: at.row + step[0], column: at.column + step[1] }, event.shiftKey))
  }
  if (event.key === 'Home') return run(() => go({ row: event.ctrlKey ? 0 : at.row, column: 0 }))
  if (event.key === 'End') return run(() => go({ row: event.ctrlKey ? acts.rows.length - 1 : at.row, column: columns.length - 1 }))
  if (event.key === 'Enter') return run(() => down(at))
  if (acts.readOnly) return
  if (event.key === 'Delete' && event.ctrlKey) return run(() => acts.remove([row.item.id]))
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (event.key === 'Delete' || event.key === 'Backspace')
    return column.type === 'formula' ? undefined : run(() => acts.set(row.item.id, column, column.key === 'text' ? '' : null))
  if (column.type === 'score' && /^\d$/u.test(event.key)) {
    const score = Number(event.key)
    if ((column.max ?? 5) > 9) return run(() => edit(event.key))
    return run(() => (score >= (column.min ?? 1) && score <= (column.max ?? 5) ? acts.set(row.item.id, column, score) : undefined))
  }
  if (event.key === 'F2') return column.type === 'formula' ? undefined : run(() => edit(null))
  if (column.type === 'score' || column.type === 'formula') return event.key.toLowerCase() === 'j' ? run(openLinks) : undefined
  if (event.key.length === 1) run(() => edit(event.key))
}
