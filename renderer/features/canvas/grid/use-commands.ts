/** Carries out what keys mean in a grid. */
import { type RefObject, useRef } from 'react'
import type { ItemId } from '#shared/model/ids.ts'
import type { Language } from '#shared/model/text.ts'
import { useLanguage, useText } from '../../../app/text.ts'
import { isTyping, useSessionOf } from '../session.tsx'
import { type Command, commandOf } from './keys.ts'
import { within } from './range.ts'
import type { Clipboard } from './use-clipboard.ts'
import type { Cursor } from './use-cursor.ts'
import type { GridActs } from './use-grid.ts'
import { narrowest, usualWidth, widest } from './widths.ts'

type Want = {
  readonly acts: GridActs
  readonly cursor: Cursor
  readonly clipboard: Clipboard
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly setMenu: (row: ItemId | null) => void
  readonly find: () => void
}

export function useCommands(want: Want): (event: React.KeyboardEvent) => void {
  const { announce, openLinks } = useSessionOf('grid')
  const t = useText()
  const language = useLanguage()
  /** After Esc the next Tab leaves the table, so that nobody has to go through all of it. */
  const leaving = useRef(false)
  return (event) => {
    const { acts, cursor } = want
    const node = event.target
    if (isTyping(node) || !(node instanceof HTMLElement) || node.dataset.cell === undefined) return
    const column = acts.columns[cursor.at.column]
    const command = commandOf(
      { key: event.key, ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey, alt: event.altKey },
      {
        kind: cursor.at.row < 0 ? 'head' : cursor.at.column < 0 ? 'row' : 'cell',
        column,
        writable: column !== undefined && acts.writable(column),
        readOnly: acts.readOnly,
      },
    )
    if (command === null) {
      if (event.key.length === 1 && !event.ctrlKey && column !== undefined && !acts.readOnly && cursor.at.column >= 0)
        sayWhyNot(column.voted)
      return
    }
    if (command.do === 'next' && leaving.current) return
    leaving.current = command.do === 'leave'
    if (run(command, want, language)) event.preventDefault()
    if (command.do === 'link') openLinks()
    if (command.do === 'leave' && cursor.anchor === null) announce(t('grid.tabLeaves'))
  }

  function sayWhyNot(voted: boolean): void {
    if (want.acts.each && voted && !want.acts.entering) announce(t('grid.chooseVoter'))
  }
}

/** @returns false where the key is left to the page */
function run(command: Command, { acts, cursor, clipboard, scroller, setMenu, find }: Want, language: Language): boolean {
  const { at, range } = cursor
  const { rows, columns } = acts
  const row = rows[at.row]
  const column = columns[at.column]
  const chosen = (): readonly ItemId[] => rows.slice(range.top, range.bottom + 1).map((one) => one.item.id)
  switch (command.do) {
    case 'move': {
      const next = { row: at.row + command.rows, column: at.column + command.columns }
      // The corner over the numbers holds nothing.
      if (next.row < 0 && next.column < 0) return true
      cursor.go(
        command.extend ? { row: Math.max(0, next.row), column: Math.max(at.column < 0 ? -1 : 0, next.column) } : next,
        command.extend,
      )
      return true
    }
    case 'far':
      cursor.go(
        {
          row: command.rows < 0 ? 0 : command.rows > 0 ? rows.length - 1 : at.row,
          column: command.columns < 0 ? 0 : command.columns > 0 ? columns.length - 1 : at.column,
        },
        command.extend,
      )
      return true
    case 'edge':
      cursor.go(
        { row: command.all ? (command.end ? rows.length - 1 : 0) : at.row, column: command.end ? columns.length - 1 : 0 },
        command.extend,
      )
      return true
    case 'page': {
      const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 600) / 64) - 1)
      cursor.go({ row: within(at.row + command.pages * page, 0, rows.length - 1), column: at.column }, command.extend)
      return true
    }
    case 'next':
      return at.row < 0 ? false : cursor.next(at, command.back)
    case 'down':
      cursor.down(at)
      return true
    case 'up':
      cursor.go({ row: Math.max(0, at.row - 1), column: at.column })
      return true
    case 'insert':
      cursor.insertBelow(at.row)
      return true
    case 'edit':
      cursor.edit(at, command.text)
      return true
    case 'clear':
      clipboard.clear(range)
      return true
    case 'score':
      if (row !== undefined && column !== undefined) acts.set(row.item.id, column, command.score)
      return true
    case 'toggle':
      if (row !== undefined && column !== undefined) acts.set(row.item.id, column, acts.held(row.item, column) === true ? null : true)
      return true
    case 'fill':
      clipboard.fillFrom(command.right)
      return true
    case 'select':
      if (command.what === 'all') cursor.selectRange({ top: 0, bottom: rows.length - 1, left: 0, right: columns.length - 1 })
      else if (command.what === 'row') cursor.selectRange({ ...range, left: 0, right: columns.length - 1 })
      else cursor.selectRange({ ...range, top: 0, bottom: rows.length - 1 })
      return true
    case 'shift':
      if (row !== undefined && acts.shift(row.item.id, command.step)) cursor.followRow(row.item.id, false, at.column)
      return true
    case 'remove': {
      const stays = rows[range.bottom + 1] ?? rows[range.top - 1]
      if (rows.length > 0) acts.remove(chosen())
      if (stays !== undefined) cursor.followRow(stays.item.id, false, at.column)
      return true
    }
    case 'link':
      return true
    case 'find':
      find()
      return true
    case 'sort':
      if (column !== undefined) acts.sortNext(column)
      return true
    case 'widen': {
      if (column === undefined) return false
      const width = within((acts.view.widths[column.key] ?? usualWidth(column, 1, language)) + command.step * 24, narrowest, widest)
      acts.setView({ widths: { ...acts.view.widths, [column.key]: width } })
      return true
    }
    case 'menu':
      setMenu(row?.item.id ?? null)
      return true
    case 'leave':
      if (cursor.giveUp()) return true
      if (cursor.anchor !== null) cursor.go(at)
      return true
    default:
      return command satisfies never
  }
}
