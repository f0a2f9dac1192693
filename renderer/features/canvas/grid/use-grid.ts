/** The acts of a grid and what is shown of it; shared by the table, the outline and the panel. */
import { useEffect, useMemo, useRef } from 'react'
import { setSettings } from '#shared/doc/canvas.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { ItemId } from '#shared/model/ids.ts'
import type { CanvasSettings, Item, Value } from '#shared/model/lab.ts'
import type { GridColumn } from '#shared/model/pack.ts'
import { localDay } from '#shared/rules/dates.ts'
import { columnsOf } from '#shared/rules/grid.ts'
import { useLanguage, useText } from '../../../app/text.ts'
import { useOpenLab } from '../../../lab/open-lab.tsx'
import { nowIso } from '../../../state/fresh.ts'
import { notify } from '../../../state/notify.ts'
import { removeForNow } from '../desk.ts'
import { useSessionOf } from '../session.tsx'
import * as edits from './edits.ts'
import { evaluated } from './evaluate.ts'
import { groupColumn, linesOf, rowsOf } from './lines.ts'
import type { Plan } from './plan.ts'
import { isStale, sorted } from './sort.ts'
import { useGridView } from './view.ts'
import { opensToEnter } from './voting.ts'

export type GridActs = ReturnType<typeof useGrid>

const noVoters: readonly string[] = []

/** What is worked out, by whose scores it is shown, and its lines. */
export function useGridFacts() {
  const { def, items, canvas } = useSessionOf('grid')
  const { lab } = useOpenLab()
  const [view, setView] = useGridView()
  const { settings } = canvas
  const today = localDay(nowIso(), lab.timeZone)
  const columns = useMemo(() => columnsOf(def, settings), [def, settings])
  const each = def.voting !== undefined && settings.scoring === 'each' && columns.some((column) => column.voted)
  const voters = settings.voters ?? noVoters
  const opens = each && view.entering === null && opensToEnter(canvas.state, items, columns, voters)
  const entering = each && (view.entering ?? opens)
  // What it opened with stays, also when the last score is given; being called done leads to what it came to.
  const done = canvas.state === 'selesai'
  const before = useRef(done)
  useEffect(() => {
    if (each && done && !before.current) setView({ entering: false })
    else if (each && view.entering === null) setView({ entering: opens })
    before.current = done
  }, [each, done, opens, view.entering, setView])
  const voter = entering ? (view.voter !== null && voters.includes(view.voter) ? view.voter : (voters[0] ?? null)) : null
  const together = evaluated(def, items, settings, today, null)
  const result = voter === null ? together : evaluated(def, items, settings, today, voter)
  const { sort } = view
  const lines = useMemo(() => linesOf(def, columns, result, sort?.order ?? null), [def, columns, result, sort])
  const rows = useMemo(() => rowsOf(lines), [lines])
  return useMemo(
    () => ({ view, setView, columns, each, voters, entering, voter, together, result, lines, rows }),
    [view, setView, columns, each, voters, entering, voter, together, result, lines, rows],
  )
}

export function useGrid() {
  const { def, desk, items, act, announce, select, readOnly, canvas } = useSessionOf('grid')
  const facts = useGridFacts()
  const { columns, rows, voter, each, entering, view, setView, result } = facts
  const t = useText()
  const language = useLanguage()
  const grouping = groupColumn(def)
  const acts = useMemo(() => {
    const writable = (column: GridColumn): boolean =>
      !readOnly && column.type !== 'formula' && (!each || !column.voted || (entering && voter !== null))
    const say = (text: string): void => announce(text)
    /** A new row stands in the group of the row it comes after. */
    const groupValue = (item: Item | undefined): Readonly<Record<string, Value>> =>
      grouping === undefined || item === undefined ? {} : { [grouping.key]: item.values[grouping.key] ?? null }
    const inGroup = (option: string | null): readonly Item[] =>
      grouping === undefined ? items : (result.groups.find((group) => group.option === option)?.rows.map((row) => row.item) ?? [])
    const next = (item: Item): Item | null => items[items.indexOf(item) + 1] ?? null
    return {
      writable,
      /** The option a row stands under; null without one or without groups. */
      groupOf: (item: Item | undefined): string | null => {
        const option = grouping === undefined ? null : (item?.values[grouping.key] ?? null)
        return typeof option === 'string' ? option : null
      },
      /** Where one begins to write in a new row: its group is not asked for where it is known. */
      firstIn: (option: string | null): number =>
        option === null
          ? 0
          : Math.max(
              0,
              columns.findIndex((column) => column.key !== grouping?.key && writable(column)),
            ),
      /** The value of the cell for whoever scores now. */
      held: (item: Item, column: GridColumn): Value => edits.heldBy(item, column, voter),
      set: (id: ItemId, column: GridColumn, value: Value): void => {
        if (writable(column)) act(() => edits.writeCell(desk, id, column, value, voter))
      },
      isBlank: (id: ItemId): boolean => edits.isBlankRow(desk, id, grouping?.key),
      clear: (ids: readonly ItemId[], of: readonly GridColumn[]): void =>
        void act(() => edits.clearCells(desk, ids, of.filter(writable), voter)),
      /** Below a row of the list, or at its end. */
      add: (texts: readonly string[], below?: Item): readonly ItemId[] =>
        act(() => {
          const before = below ?? items.at(-1) ?? null
          const values = groupValue(below)
          return edits.insertRows(
            desk,
            texts.map((text) => ({ text, values })),
            before,
            before === null ? null : next(before),
          )
        }) ?? [],
      addTo: (option: string | null, texts: readonly string[]): readonly ItemId[] =>
        act(() => {
          const values = grouping === undefined ? {} : { [grouping.key]: option }
          const before = inGroup(option).at(-1) ?? items.at(-1) ?? null
          return edits.insertRows(
            desk,
            texts.map((text) => ({ text, values })),
            before,
            before === null ? null : next(before),
          )
        }) ?? [],
      /** One place up or down, in a grouped grid also into the neighbouring group. */
      shift: (id: ItemId, step: -1 | 1): boolean => {
        if (view.sort !== null) {
          say(t('grid.sortFirst'))
          return false
        }
        const done = act(() => (grouping === undefined ? edits.shiftRow(desk, items, id, step) : shiftInGroups(id, step)))
        say(t(done === true ? 'canvas.movedStep' : 'canvas.cannotMove'))
        return done === true
      },
      /** Rows to a place between two lines of the screen. */
      moveTo: (ids: readonly ItemId[], before: Item | null, after: Item | null, option?: string | null): void => {
        if (view.sort !== null) {
          say(t('grid.sortFirst'))
          return
        }
        const values = grouping === undefined || option === undefined ? {} : { [grouping.key]: option }
        act(() => edits.moveRows(desk, ids, before, after, values))
        say(t('canvas.movedStep'))
      },
      remove: (ids: readonly ItemId[]): void => {
        const restore = act(() => removeForNow(desk, ids))
        if (restore === undefined) return
        select([], null)
        announce(t('canvas.rowRemoved', { n: ids.length }))
        notify.undoable(t('canvas.rowRemoved', { n: ids.length }), restore)
      },
      /** Writes a plan; what could not be read must not go unseen. */
      apply: (plan: Plan, said: 'pasted' | 'filled', count: number): readonly ItemId[] => {
        const targets = rows.map((row) => row.item)
        const done = act(() =>
          edits.applyWrites(desk, columns, targets, plan.writes, { voter, fresh: groupValue(targets.at(-1)), last: items.at(-1) ?? null }),
        )
        if (done === undefined) return []
        const told = { rows: count, added: done.added.length, refused: plan.refused.length, n: plan.writes.length }
        const text = t(
          plan.refused.length > 0
            ? said === 'pasted'
              ? 'canvas.pastedSome'
              : 'grid.filledSome'
            : said === 'pasted'
              ? 'canvas.pasted'
              : 'grid.filled',
          told,
        )
        announce(text)
        if (plan.refused.length > 0) notify.undoable(text, done.restore)
        return done.added
      },
      takeStarters: (): readonly ItemId[] => {
        const left = edits.startersLeft(def, items)
        const ids = act(() => edits.takeStarters(desk, items, left, language)) ?? []
        say(t('grid.startersTaken', { n: ids.length }))
        return ids
      },
      configure: (patch: { readonly [Key in keyof CanvasSettings]?: CanvasSettings[Key] | undefined }): void =>
        void act(() => setSettings(desk.doc, desk.canvas, patch, byPerson)),
      sortBy,
      ownOrder,
      /** Ascending, then descending, then as entered. */
      sortNext: (column: GridColumn): void => {
        if (view.sort?.column !== column.key) sortBy(column, false)
        else if (view.sort.down) ownOrder()
        else sortBy(column, true)
      },
    }

    function sortBy(column: GridColumn, down: boolean): void {
      setView({ sort: { column: column.key, down, order: sorted(result.rows, column, down, language) } })
      say(t(down ? 'grid.sortedDown' : 'grid.sortedUp', { column: column.label[language] }))
    }

    function ownOrder(): void {
      setView({ sort: null })
      say(t('grid.ownOrder'))
    }

    function shiftInGroups(id: ItemId, step: -1 | 1): boolean {
      if (grouping === undefined) return false
      const groups = result.groups.filter((group) => group.option !== null || group.rows.length > 0)
      const at = groups.findIndex((group) => group.rows.some((row) => row.item.id === id))
      const group = groups[at]
      if (group === undefined) return false
      const own = group.rows.map((row) => row.item)
      if (edits.shiftRow(desk, own, id, step)) return true
      const other = groups[at + step]
      if (other === undefined) return false
      const there = other.rows.map((row) => row.item)
      const edge = step < 0 ? there.at(-1) : there[0]
      edits.moveRows(desk, [id], step < 0 ? (edge ?? null) : null, step < 0 ? null : (edge ?? null), { [grouping.key]: other.option })
      return true
    }
  }, [
    act,
    announce,
    select,
    setView,
    t,
    language,
    readOnly,
    def,
    desk,
    items,
    columns,
    rows,
    result,
    grouping,
    each,
    entering,
    voter,
    view.sort,
  ])
  const { sort } = view
  const sortColumn = sort === null ? undefined : columns.find((column) => column.key === sort.column)
  const stale = useMemo(
    () => sort !== null && sortColumn !== undefined && isStale(sort, result.rows, sortColumn, language),
    [sort, sortColumn, result, language],
  )
  const { settings } = canvas
  return useMemo(
    () => ({ ...facts, ...acts, grouping, readOnly, settings, sortColumn, stale }),
    [facts, acts, grouping, readOnly, settings, sortColumn, stale],
  )
}
