/** What a key means in a grid while no cell is being written in. Follows the spreadsheets people know. */
import type { GridColumn } from '#shared/model/pack.ts'

export type Command =
  | { readonly do: 'move'; readonly rows: number; readonly columns: number; readonly extend: boolean }
  /** To an end of the row, or with `all` of the table. */
  | { readonly do: 'edge'; readonly end: boolean; readonly all: boolean; readonly extend: boolean }
  /** To the last cell that way. */
  | { readonly do: 'far'; readonly rows: -1 | 0 | 1; readonly columns: -1 | 0 | 1; readonly extend: boolean }
  | { readonly do: 'page'; readonly pages: -1 | 1; readonly extend: boolean }
  /** The next cell, at the end of a row the first one of the next row. */
  | { readonly do: 'next'; readonly back: boolean }
  /** Below, and a new row below the last one. */
  | { readonly do: 'down' }
  | { readonly do: 'up' }
  | { readonly do: 'insert' }
  | { readonly do: 'edit'; readonly text: string | null }
  | { readonly do: 'clear' }
  | { readonly do: 'score'; readonly score: number }
  | { readonly do: 'toggle' }
  | { readonly do: 'fill'; readonly right: boolean }
  | { readonly do: 'select'; readonly what: 'all' | 'row' | 'column' }
  | { readonly do: 'shift'; readonly step: -1 | 1 }
  | { readonly do: 'remove' }
  | { readonly do: 'link' }
  | { readonly do: 'find' }
  | { readonly do: 'sort' }
  | { readonly do: 'widen'; readonly step: -1 | 1 }
  | { readonly do: 'menu' }
  | { readonly do: 'leave' }

export type Stroke = {
  readonly key: string
  readonly ctrl: boolean
  readonly shift: boolean
  readonly alt: boolean
}

export type Where = {
  readonly kind: 'cell' | 'row' | 'head'
  readonly column: GridColumn | undefined
  /** Whether the cell can be written in. */
  readonly writable: boolean
  readonly readOnly: boolean
}

const arrows: Readonly<Record<string, readonly [rows: -1 | 0 | 1, columns: -1 | 0 | 1]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** Null leaves the key to the page. */
export function commandOf(stroke: Stroke, where: Where): Command | null {
  return moving(stroke, where) ?? (where.kind === 'head' ? onHead(stroke) : where.readOnly ? reading(stroke) : writing(stroke, where))
}

function moving({ key, ctrl, shift, alt }: Stroke, { kind, readOnly }: Where): Command | null {
  const arrow = Object.hasOwn(arrows, key) ? arrows[key] : undefined
  if (arrow !== undefined) {
    const [rows, columns] = arrow
    if (alt && kind === 'head') return columns === 0 ? null : { do: 'widen', step: columns }
    if (alt) return rows === 0 || readOnly ? null : { do: 'shift', step: rows }
    return ctrl ? { do: 'far', rows, columns, extend: shift } : { do: 'move', rows, columns, extend: shift }
  }
  if (alt) return null
  switch (key) {
    case 'Home':
    case 'End':
      return { do: 'edge', end: key === 'End', all: ctrl, extend: shift }
    case 'PageUp':
    case 'PageDown':
      return ctrl ? null : { do: 'page', pages: key === 'PageUp' ? -1 : 1, extend: shift }
    case 'Tab':
      return ctrl ? null : { do: 'next', back: shift }
    case 'Escape':
      return { do: 'leave' }
    case 'a':
    case 'A':
      return ctrl ? { do: 'select', what: 'all' } : null
    case 'f':
    case 'F':
      return ctrl ? { do: 'find' } : null
    case ' ':
      return ctrl ? { do: 'select', what: 'column' } : shift ? { do: 'select', what: 'row' } : null
    default:
      return null
  }
}

function onHead({ key, ctrl, alt }: Stroke): Command | null {
  return !ctrl && !alt && (key === 'Enter' || key === ' ') ? { do: 'sort' } : null
}

function reading({ key, ctrl, shift }: Stroke): Command | null {
  if (key === 'Enter') return shift ? { do: 'up' } : { do: 'down' }
  return !ctrl && key.toLowerCase() === 'j' ? { do: 'link' } : null
}

function writing(stroke: Stroke, where: Where): Command | null {
  const { key, ctrl, shift, alt } = stroke
  if (ctrl && shift && (key === '-' || key === '_')) return { do: 'remove' }
  if (ctrl && key === 'Delete') return { do: 'remove' }
  if (key === 'Enter') {
    if (ctrl) return { do: 'insert' }
    if (where.kind === 'row') return { do: 'menu' }
    return shift ? { do: 'up' } : { do: 'down' }
  }
  if (key === 'ContextMenu' || (shift && key === 'F10')) return { do: 'menu' }
  if (ctrl && !alt && key.toLowerCase() === 'd') return { do: 'fill', right: false }
  if (ctrl && !alt && key.toLowerCase() === 'r') return { do: 'fill', right: true }
  if (ctrl || alt) return null
  if (where.kind === 'row') return onRow(key)
  if (key === 'Delete' || key === 'Backspace') return { do: 'clear' }
  return where.writable && where.column !== undefined ? intoCell(key, where.column) : key.toLowerCase() === 'j' ? { do: 'link' } : null
}

function onRow(key: string): Command | null {
  if (key === 'Delete' || key === 'Backspace') return { do: 'remove' }
  if (key === ' ' || key === 'F2') return { do: 'menu' }
  return key.toLowerCase() === 'j' ? { do: 'link' } : null
}

function intoCell(key: string, column: GridColumn): Command | null {
  if (key === 'F2') return column.type === 'tick' ? { do: 'toggle' } : { do: 'edit', text: null }
  if (key.length !== 1) return null
  switch (column.type) {
    case 'score': {
      if (key.toLowerCase() === 'j') return { do: 'link' }
      if (!/^\d$/u.test(key)) return key === ' ' ? { do: 'edit', text: null } : null
      const most = column.max ?? 5
      if (most > 9) return { do: 'edit', text: key }
      const score = Number(key)
      return score >= (column.min ?? 1) && score <= most ? { do: 'score', score } : null
    }
    case 'tick':
      return key === ' ' || /^[xv]$/iu.test(key) ? { do: 'toggle' } : key.toLowerCase() === 'j' ? { do: 'link' } : null
    case 'months':
    case 'photo':
      return key === ' ' ? { do: 'edit', text: null } : key.toLowerCase() === 'j' ? { do: 'link' } : null
    case 'choice':
    case 'multi':
    case 'person':
    case 'unit':
    case 'measure':
      return { do: 'edit', text: key === ' ' ? null : key }
    default:
      return { do: 'edit', text: key }
  }
}
