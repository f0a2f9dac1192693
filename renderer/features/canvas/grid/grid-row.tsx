/** One row of the table: its number, which is also its handle, and its cells. */
import { Menu } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconDots, IconRoute, IconRowInsertBottom, IconTrash } from '@tabler/icons-react'
import { memo } from 'react'
import type { Value } from '#shared/model/lab.ts'
import type { GridColumn } from '#shared/model/pack.ts'
import type { GridRow } from '#shared/rules/grid.ts'
import { useText } from '../../../app/text.ts'
import { Kbd } from '../../../parts/index.ts'
import style from './grid.module.css'
import { GridCell, type Hand } from './grid-cell.tsx'
import type { Editing } from './use-cursor.ts'
import type { Painting } from './use-pointer.ts'

export type RowMenuActs = {
  readonly insert: () => void
  readonly up: () => void
  readonly down: () => void
  readonly link: () => void
  readonly remove: () => void
}

type Props = {
  readonly row: GridRow
  readonly columns: readonly GridColumn[]
  readonly values: readonly Value[]
  readonly years: readonly string[]
  /** Place among the rows, and among all lines of the table. */
  readonly index: number
  readonly line: number
  readonly lineKey: string
  /** Column of the cursor, when it is in this row; -1 is the number. */
  readonly cursor: number | null
  /** First and last selected column, when the selection crosses this row. */
  readonly left: number | null
  readonly right: number | null
  /** The column whose corner is dragged to fill. */
  readonly handle: number | null
  readonly editing: Editing | null
  readonly painting: Painting | null
  readonly readOnly: boolean
  readonly writable: readonly boolean[]
  readonly drop: 'above' | 'below' | null
  /** The open menu of this row. */
  readonly menu: RowMenuActs | null
  readonly top: boolean
  /** What the row is called when something is done to it. */
  readonly name: string
  readonly linked: boolean
  readonly hand: Hand
}

export const GridRowView = memo(GridRowBare, (a, b) => {
  const keys = Object.keys(a) as (keyof Props)[] // its own keys
  return keys.every((key) => (key === 'values' ? a.values.every((value, at) => value === b.values[at]) : Object.is(a[key], b[key])))
})

function GridRowBare(props: Props) {
  const { row, columns, values, years, index, line, cursor, left, right, handle, editing, painting, readOnly, writable, hand } = props
  const t = useText()
  const { name } = props
  const wholeRow = left === 0 && right === columns.length - 1
  return (
    <tr
      data-line={props.lineKey}
      data-row={index}
      data-top={props.top || undefined}
      data-drop={props.drop ?? undefined}
      aria-rowindex={line + 2}
      aria-selected={left !== null && wholeRow}
    >
      <th
        scope="row"
        className={style.no}
        data-cell={`${index}/-1`}
        data-chosen={left !== null || undefined}
        data-linked={props.linked || undefined}
        tabIndex={cursor === -1 ? 0 : -1}
        aria-colindex={1}
        onFocus={(event) => event.target === event.currentTarget && hand.focused({ row: index, column: -1 })}
      >
        <span>{index + 1}</span>
        {readOnly ? null : props.menu === null ? (
          <button type="button" tabIndex={-1} aria-label={t('canvas.actsFor', { text: name })} onClick={() => hand.menu(row)}>
            <IconDots size={16} stroke={2} aria-hidden />
          </button>
        ) : (
          <RowMenu name={name} acts={props.menu} close={() => hand.menu(null)} />
        )}
      </th>
      {columns.map((column, place) => (
        <GridCell
          key={column.key}
          column={column}
          row={row}
          value={painting !== null && painting.at.column === place ? painting.value : (values[place] ?? null)}
          years={years}
          at={{ row: index, column: place }}
          current={cursor === place}
          chosen={left !== null && right !== null && place >= left && place <= right}
          handle={handle === place}
          editing={editing !== null && editing.at.column === place ? editing : null}
          readOnly={!(writable[place] ?? false)}
          hand={hand}
        />
      ))}
    </tr>
  )
}

function RowMenu({ name, acts, close }: { readonly name: string; readonly acts: RowMenuActs; readonly close: () => void }) {
  const t = useText()
  const icon = { size: 16, stroke: 1.75 }
  return (
    <Menu opened onClose={close} position="bottom-start" withinPortal returnFocus={false} shadow="md">
      <Menu.Target>
        <button type="button" tabIndex={-1} data-open aria-label={t('canvas.actsFor', { text: name })}>
          <IconDots size={16} stroke={2} aria-hidden />
        </button>
      </Menu.Target>
      {/* Keys of the menu are not keys of the table. */}
      <Menu.Dropdown onKeyDown={(event) => event.stopPropagation()}>
        <Menu.Item leftSection={<IconRowInsertBottom {...icon} />} rightSection={<Kbd>Ctrl Enter</Kbd>} onClick={acts.insert}>
          {t('grid.insertBelow')}
        </Menu.Item>
        <Menu.Item leftSection={<IconArrowUp {...icon} />} rightSection={<Kbd>Alt ↑</Kbd>} onClick={acts.up}>
          {t('canvas.moveUp')}
        </Menu.Item>
        <Menu.Item leftSection={<IconArrowDown {...icon} />} rightSection={<Kbd>Alt ↓</Kbd>} onClick={acts.down}>
          {t('canvas.moveDown')}
        </Menu.Item>
        <Menu.Item leftSection={<IconRoute {...icon} />} rightSection={<Kbd>J</Kbd>} onClick={acts.link}>
          {t('canvas.linkOrBecome')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconTrash {...icon} />} rightSection={<Kbd>Del</Kbd>} onClick={acts.remove}>
          {t('grid.removeRow')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
