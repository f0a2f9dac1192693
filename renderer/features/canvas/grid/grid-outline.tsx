/** A grid as a list of rows with labelled fields, in words wherever the table uses places and colours. */
import { Button } from '@mantine/core'
import { IconFold } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { ItemId } from '#shared/model/ids.ts'
import { yearsShown } from '#shared/rules/months.ts'
import { useBoth, useLanguage, useText } from '../../../app/text.ts'
import { useOpenLab } from '../../../lab/open-lab.tsx'
import { linesOf } from '../desk.ts'
import { AddLine } from '../outline/add-line.tsx'
import { useSessionOf } from '../session.tsx'
import { Figures } from './figures.tsx'
import { totalText, useGroupName } from './group-lines.tsx'
import { HeadFields } from './head-fields.tsx'
import style from './outline.module.css'
import { OutlineRow } from './outline-row.tsx'
import { ModeSwitch, Order, StartersButton, Years } from './toolbar.tsx'
import grid from './tools.module.css'
import { type GridActs, useGrid } from './use-grid.ts'
import { VoteBar, VoteSwitch } from './voters.tsx'

/** With more fields than this, rows are folded until somebody opens one. */
const manyFields = 120

export function GridOutline() {
  const { def, items, selection } = useSessionOf('grid')
  const { lab } = useOpenLab()
  const acts = useGrid()
  const t = useText()
  const both = useBoth()
  const [turned, setTurned] = useState<ReadonlySet<ItemId>>(new Set())
  const [all, setAll] = useState<boolean | null>(null)
  const { lines, columns } = acts
  const openFirst = all ?? acts.rows.length * columns.length <= manyFields
  const months = columns.find((column) => column.type === 'months')
  const years = useMemo(
    () => (months === undefined ? [] : yearsShown(months, items, acts.settings, String(lab.year))),
    [months, items, acts.settings, lab.year],
  )
  const groupName = useGroupName(acts)
  const turn = (id: ItemId): void =>
    setTurned((now) => {
      const next = new Set(now)
      if (!next.delete(id)) next.add(id)
      return next
    })
  const isOpen = (id: ItemId): boolean => openFirst !== turned.has(id) || selection.active === id
  return (
    <div className={style.outline}>
      <HeadFields />
      <ModeSwitch acts={acts} />
      <div className={grid.head}>
        <VoteSwitch acts={acts} />
        <Order acts={acts} />
        <Years acts={acts} />
        <StartersButton acts={acts} />
        {acts.rows.length < 2 ? null : (
          <Button
            variant="subtle"
            size="sm"
            leftSection={<IconFold size={16} stroke={1.75} />}
            onClick={() => {
              setAll(!openFirst)
              setTurned(new Set())
            }}
          >
            {t(openFirst ? 'grid.foldAll' : 'grid.openAll')}
          </Button>
        )}
      </div>
      <VoteBar acts={acts} />
      {lines.map((line) => {
        if (line.kind === 'row')
          return (
            <OutlineRow
              key={line.key}
              acts={acts}
              row={line.row}
              at={line.at}
              years={years}
              open={isOpen(line.row.item.id)}
              onTurn={() => turn(line.row.item.id)}
            />
          )
        if (line.kind === 'totals')
          return <TotalsInWords key={line.key} acts={acts} totals={line.group.totals} of={groupName(line.group.option)} />
        return (
          <div key={line.key} className={style.groupHead}>
            <h2>
              {groupName(line.group.option)} <span>{t('grid.rowsIn', { n: line.group.rows.length })}</span>
            </h2>
            {acts.readOnly ? null : (
              <AddLine
                label={`${t('canvas.addRow', { row: both(def.rowLabel) })}: ${groupName(line.group.option)}`}
                onAdd={(text) => acts.addTo(line.group.option, linesOf(text))}
              />
            )}
          </div>
        )
      })}
      {acts.grouping === undefined && !acts.readOnly ? (
        <AddLine label={t('canvas.addRow', { row: both(def.rowLabel) })} onAdd={(text) => acts.add(linesOf(text))} />
      ) : null}
      {acts.rows.length === 0 ? null : <TotalsInWords acts={acts} totals={acts.result.totals} of={t('grid.total')} />}
      {acts.voter === null ? <Figures figures={acts.result.figures} /> : <p>{t('grid.ownOnly', { name: acts.voter })}</p>}
    </div>
  )
}

type TotalsProps = { readonly acts: GridActs; readonly totals: GridActs['result']['totals']; readonly of: string }

function TotalsInWords({ acts, totals, of }: TotalsProps) {
  const t = useText()
  const both = useBoth()
  const summed = acts.columns.filter((column) => column.total !== undefined)
  const language = useLanguage()
  if (summed.length === 0) return null
  return (
    <p className={style.totals}>
      <strong>{of}.</strong>{' '}
      {summed
        .map((column) => {
          const word = column.total === 'sum' ? '' : `${t(column.total === 'mean' ? 'grid.mean' : 'grid.count')} `
          return `${both(column.label)}: ${word}${totalText(column, totals[column.key] ?? null, language)}`
        })
        .join('; ')}
    </p>
  )
}
