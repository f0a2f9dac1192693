/** A grid as a table that is filled by keys as a spreadsheet is; only what can be seen of it is drawn. */
import { useMemo, useRef, useState } from 'react'
import type { ItemId } from '#shared/model/ids.ts'
import type { GridColumn } from '#shared/model/pack.ts'
import { yearsShown } from '#shared/rules/months.ts'
import { endKey } from '#shared/rules/trail.ts'
import { useBoth, useLanguage, useText } from '../../../app/text.ts'
import { useOpenLab } from '../../../lab/open-lab.tsx'
import { useSessionOf } from '../session.tsx'
import { Figures } from './figures.tsx'
import style from './grid.module.css'
import type { Hand } from './grid-cell.tsx'
import { GridHeader } from './grid-header.tsx'
import { GridRowView } from './grid-row.tsx'
import { GroupLine, GroupTotals, TotalsFoot } from './group-lines.tsx'
import { HeadFields } from './head-fields.tsx'
import { KeyHelp } from './key-help.tsx'
import type { Line } from './lines.ts'
import { nearestRows } from './placing.ts'
import type { At } from './range.ts'
import { useStable } from './stable.ts'
import { Toolbar } from './toolbar.tsx'
import { useClipboard } from './use-clipboard.ts'
import { useCommands } from './use-commands.ts'
import { useCursor } from './use-cursor.ts'
import { useGrid } from './use-grid.ts'
import { type Drop, useGridPointer } from './use-pointer.ts'
import { useRoom } from './use-room.ts'
import { useWindow } from './use-window.ts'
import { useFiguresBeside } from './view.ts'
import { fittedWidths, numberWidth, stretchy } from './widths.ts'

export function Grid() {
  const { def, items, linked, select, openLinks } = useSessionOf('grid')
  const { lab } = useOpenLab()
  const acts = useGrid()
  const t = useText()
  const both = useBoth()
  const language = useLanguage()
  const table = useRef<HTMLTableElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const beside = useFiguresBeside()
  const [finding, setFinding] = useState(false)
  const [menu, setMenu] = useState<ItemId | null>(null)
  const { columns, rows, lines, view } = acts
  const months = columns.find((column) => column.type === 'months')
  const years = useMemo(
    () => (months === undefined ? [] : yearsShown(months, items, acts.settings, String(lab.year))),
    [months, items, acts.settings, lab.year],
  )
  const cursor = useCursor(acts, table)
  const clipboard = useClipboard(acts, cursor)
  const pointer = useGridPointer({
    table,
    scroller,
    acts,
    cursor,
    fill: clipboard.fillTo,
    dropRows: (ids, drop) => {
      const place = nearestRows(acts, items, ids, drop)
      if (place !== null) acts.moveTo(ids, place.before, place.after, place.option)
      const [first] = ids
      if (first !== undefined) cursor.followRow(first, false, -1)
    },
  })
  const free = stretchy(columns)
  const { room, scale, look } = useRoom({ frame, scroller })
  const widths = useMemo(
    () => fittedWidths({ columns, years: years.length, language, dragged: view.widths, room, scale }),
    [columns, years.length, language, view.widths, room, scale],
  )
  const sum = widths.reduce((all, width) => all + width, numberWidth)
  // React takes custom properties as any other, only its types do not know them.
  const pinned = { '--pinned': `${numberWidth + (widths[free] ?? 0) + 8}px`, '--room': `${room}px` } as React.CSSProperties
  const shape = `${sum} ${columns.map((column) => column.key).join()} ${years.length}`
  const lineOf = useMemo(() => new Map(lines.flatMap((line, at) => (line.kind === 'row' ? [[line.at, at] as const] : []))), [lines])
  const editedLine = cursor.editing === null ? [] : [lineOf.get(cursor.editing.at.row) ?? -1]
  const { pieces, onScroll } = useWindow({
    scroller,
    table,
    lines,
    pinned: [lineOf.get(cursor.at.row) ?? lineOf.get(0) ?? -1, ...editedLine],
    shape,
  })
  const onKeyDown = useCommands({ acts, cursor, clipboard, scroller, setMenu, find: () => setFinding(true) })
  const hand = useHand({
    focused: cursor.focused,
    set: (row, column, value) => acts.set(row.item.id, column, value),
    done: (at, row, column, value, then) => {
      if (value !== undefined) acts.set(row.item.id, column, value)
      cursor.ended(at, then)
    },
    menu: (row) => {
      setMenu(row?.item.id ?? null)
      if (row !== null) select([row.item.id])
      else if (cursor.at.row >= 0) cursor.go(cursor.at)
    },
  })
  const writable = useMemo(() => columns.map(acts.writable), [columns, acts.writable])
  const shown = pointer.filling ?? cursor.range
  const wide = cursor.anchor !== null || cursor.at.column < 0 || pointer.filling !== null
  const drawRow = (line: Extract<Line, { kind: 'row' }>, at: number) => {
    const { row, at: index } = line
    const within = wide && index >= shown.top && index <= shown.bottom
    const corner = !acts.readOnly && cursor.editing === null && index === cursor.range.bottom && cursor.at.column >= 0
    return (
      <GridRowView
        key={line.key}
        row={row}
        columns={columns}
        values={columns.map((column) => (column.type === 'formula' ? null : acts.held(row.item, column)))}
        years={years}
        index={index}
        line={at}
        lineKey={line.key}
        cursor={cursor.at.row === index ? cursor.at.column : null}
        left={within ? shown.left : null}
        right={within ? shown.right : null}
        handle={corner ? cursor.range.right : null}
        editing={cursor.editing !== null && cursor.editing.at.row === index ? cursor.editing : null}
        painting={pointer.painting !== null && pointer.painting.at.row === index ? pointer.painting : null}
        readOnly={acts.readOnly}
        writable={writable}
        drop={dropOn(pointer.drop, index)}
        menu={menu === row.item.id ? menuActs(row.item.id, index) : null}
        top={columns.some((column) => row.ranks[column.key]?.rank === 1)}
        name={row.item.text === '' ? `${both(def.rowLabel)} ${index + 1}` : row.item.text}
        linked={linked.has(endKey({ place: 'item', of: def.id, key: row.item.id }))}
        hand={hand}
      />
    )
  }
  const menuActs = (id: ItemId, index: number) => ({
    insert: () => cursor.insertBelow(index),
    up: () => acts.shift(id, -1) && cursor.followRow(id, false, -1),
    down: () => acts.shift(id, 1) && cursor.followRow(id, false, -1),
    link: () => {
      select([id])
      openLinks()
    },
    remove: () => acts.remove([id]),
  })
  const addLast = useStable((): void => {
    const [id] = acts.add([''])
    if (id !== undefined) cursor.followRow(id, true, 0)
  })
  const goTo = useStable((at: At | null): void => cursor.go(at ?? cursor.at))
  const focusHead = useStable((column: number): void => cursor.focused({ row: -1, column }))
  const setWidth = useStable((column: GridColumn, width: number | null): void =>
    acts.setView({ widths: withWidth(view.widths, column.key, width) }),
  )
  return (
    <div className={style.wrap}>
      <HeadFields />
      <Toolbar acts={acts} goTo={goTo} finding={finding} setFinding={setFinding} onAdd={addLast} />
      <div ref={frame} className={style.frame} data-short={lines.length < 4 || undefined}>
        <div
          ref={scroller}
          className={style.scroll}
          onScroll={() => {
            onScroll()
            look()
          }}
          style={pinned}
        >
          <table
            ref={table}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells take the arrow keys is a grid
            role="grid"
            aria-label={both(def.title)}
            aria-rowcount={lines.length + 1}
            aria-colcount={columns.length + 1}
            aria-multiselectable
            aria-readonly={acts.readOnly}
            className={style.grid}
            style={{ width: `max(100%, ${sum}px)` }}
            onKeyDown={onKeyDown}
            onCopy={clipboard.onCopy}
            onCut={clipboard.onCut}
            onPaste={clipboard.onPaste}
            onPointerDown={pointer.onPointerDown}
            onDoubleClick={pointer.onDoubleClick}
          >
            <colgroup>
              <col style={{ width: numberWidth }} />
              {columns.map((column, at) => (
                // The freest column has no width of its own and takes what is left.
                <col key={column.key} style={at === free && view.widths[column.key] === undefined ? undefined : { width: widths[at] }} />
              ))}
            </colgroup>
            <GridHeader
              columns={columns}
              years={years}
              cursor={cursor.at.row < 0 ? cursor.at.column : null}
              sort={view.sort}
              widths={widths}
              setWidth={setWidth}
              onSort={acts.sortNext}
              onFocus={focusHead}
            />
            <tbody>
              {pieces.map((piece) => {
                if (piece.kind === 'gap')
                  return (
                    <tr key={piece.key} aria-hidden className={style.gap}>
                      <td colSpan={columns.length + 1} style={{ height: piece.height }} />
                    </tr>
                  )
                const line = lines[piece.line]
                if (line === undefined) return null
                if (line.kind === 'row') return drawRow(line, piece.line)
                const place = { acts, line: piece.line, lineKey: line.key, group: line.group }
                return line.kind === 'totals' ? (
                  <GroupTotals key={line.key} {...place} />
                ) : (
                  <GroupLine
                    key={line.key}
                    {...place}
                    drop={pointer.drop !== null && 'group' in pointer.drop && pointer.drop.group === line.group.option}
                    onAdd={() => {
                      const [id] = acts.addTo(line.group.option, [''])
                      if (id !== undefined) cursor.followRow(id, true, acts.firstIn(line.group.option))
                    }}
                  />
                )
              })}
            </tbody>
            <TotalsFoot acts={acts} />
          </table>
          {rows.length === 0 ? <p className={style.none}>{t(acts.readOnly ? 'grid.noRows' : 'grid.noRowsYet')}</p> : null}
        </div>
      </div>
      {/* Whoever scores alone is not to be swayed, and nobody needs the same figures twice. */}
      {acts.voter !== null || beside ? null : <Figures figures={acts.together.figures} compact />}
      <KeyHelp />
    </div>
  )
}

const dropOn = (drop: Drop | null, index: number): 'above' | 'below' | null =>
  drop === null || 'group' in drop || drop.row !== index ? null : drop.below ? 'below' : 'above'

function withWidth(widths: Readonly<Record<string, number>>, key: string, width: number | null): Readonly<Record<string, number>> {
  const { [key]: _old, ...rest } = widths
  return width === null ? rest : { ...rest, [key]: width }
}

/** One object for all cells whose functions do what is current, so that cells need not be drawn again for new functions. */
function useHand(now: Hand): Hand {
  const focused = useStable(now.focused)
  const set = useStable(now.set)
  const done = useStable(now.done)
  const menu = useStable(now.menu)
  return useMemo(() => ({ focused, set, done, menu }), [focused, set, done, menu])
}
