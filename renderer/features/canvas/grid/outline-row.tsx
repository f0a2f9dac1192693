/** One row of the outline: what it came to in words, its fields, and its acts. */
import { ActionIcon } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useId } from 'react'
import type { GridColumn } from '#shared/model/pack.ts'
import { showCell } from '#shared/rules/cell-text.ts'
import type { GridRow, Poll } from '#shared/rules/grid.ts'
import { endKey } from '#shared/rules/trail.ts'
import { useBoth, useLanguage, useText } from '../../../app/text.ts'
import { StatusChip } from '../../../parts/index.ts'
import { type OutlineAct, OutlineActs } from '../outline/outline-acts.tsx'
import { useSessionOf } from '../session.tsx'
import { ValueField } from './cell-field.tsx'
import { isWide, Worked } from './cell-show.tsx'
import style from './outline.module.css'
import { MarkChips, ToneChip } from './tones.tsx'
import type { GridActs } from './use-grid.ts'
import { meanText, rowText } from './values.ts'

type Props = {
  readonly acts: GridActs
  readonly row: GridRow
  readonly at: number
  readonly years: readonly string[]
  readonly open: boolean
  readonly onTurn: () => void
}

export function OutlineRow({ acts, row, at, years, open, onTurn }: Props) {
  const { def, select, openLinks, selection, linked } = useSessionOf('grid')
  const t = useText()
  const both = useBoth()
  const fields = useId()
  const { item } = row
  const Heading = acts.grouping === undefined ? 'h2' : 'h3'
  const name = item.text === '' ? t('canvas.noText') : item.text
  const worked = acts.columns.filter((column) => column.type === 'formula')
  const marks = Object.values(row.marks).flat()
  const list: readonly OutlineAct[] = [
    { key: 'up', label: t('canvas.moveUp'), run: () => acts.shift(item.id, -1) },
    { key: 'down', label: t('canvas.moveDown'), run: () => acts.shift(item.id, 1) },
    { key: 'insert', label: t('grid.insertBelow'), run: () => acts.add([''], item) },
    {
      key: 'link',
      label: t('canvas.linkOrBecome'),
      run: () => {
        select([item.id])
        openLinks()
      },
    },
    { key: 'remove', label: t('canvas.toolRemove'), run: () => acts.remove([item.id]) },
  ]
  return (
    <section
      className={style.row}
      aria-label={`${both(def.rowLabel)} ${at + 1}: ${name}`}
      data-current={selection.active === item.id || undefined}
    >
      <div className={style.rowHead}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          aria-expanded={open}
          aria-controls={fields}
          aria-label={t(open ? 'grid.foldRow' : 'grid.openRow', { n: at + 1 })}
          onClick={onTurn}
        >
          {open ? <IconChevronDown size={18} stroke={1.75} /> : <IconChevronRight size={18} stroke={1.75} />}
        </ActionIcon>
        <Heading>
          <span>
            {both(def.rowLabel)} {at + 1}
          </span>
          {open ? null : name}
        </Heading>
        {acts.readOnly ? null : <OutlineActs label={t('canvas.actsFor', { text: name })} acts={list} />}
      </div>
      <ul className={style.facts}>
        {worked.map((column) => (
          <Fact key={column.key} column={column} row={row} />
        ))}
        {linked.has(endKey({ place: 'item', of: def.id, key: item.id })) ? (
          <li>
            <StatusChip>{t('canvas.hasTrail')}</StatusChip>
          </li>
        ) : null}
        {marks.length === 0 ? null : (
          <li>
            <MarkChips marks={marks} />
          </li>
        )}
      </ul>
      {open ? (
        <div className={style.fields} id={fields}>
          {acts.columns.map((column) =>
            column.type === 'formula' ? null : row.polls[column.key] !== undefined ? (
              <PollInWords key={column.key} column={column} poll={row.polls[column.key]} />
            ) : (
              <div key={column.key} data-wide={column.key === 'text' || column.type === 'months' || undefined}>
                <ValueField
                  column={column}
                  lines={column.type === 'text'}
                  value={acts.held(item, column)}
                  years={years}
                  readOnly={!acts.writable(column)}
                  onChange={(value) => acts.set(item.id, column, value)}
                />
              </div>
            ),
          )}
        </div>
      ) : null}
    </section>
  )
}

function Fact({ column, row }: { readonly column: GridColumn; readonly row: GridRow }) {
  const t = useText()
  const both = useBoth()
  const language = useLanguage()
  const text = rowText(row, column, language, t('grid.impossible'))
  if (text === '') return null
  const words = column.formula?.op === 'band' || column.formula?.op === 'check'
  return (
    <li>
      {words ? (
        <>
          {both(column.label)}: <Worked column={column} row={row} />
        </>
      ) : (
        <StatusChip tone={column.formula?.op === 'rank' ? 'act' : 'plain'}>
          {both(column.label)} {text}
        </StatusChip>
      )}
    </li>
  )
}

/** What people gave, said: mean, range, who is missing, and whether it should be talked about. */
function PollInWords({ column, poll }: { readonly column: GridColumn; readonly poll: Poll | undefined }) {
  const t = useText()
  const both = useBoth()
  const language = useLanguage()
  if (poll === undefined) return null
  const all = poll.given + poll.waiting.length
  return (
    <p className={style.poll}>
      <strong>{both(column.label)}</strong>{' '}
      {poll.given === 0
        ? t('grid.pollNone', { of: all })
        : t('grid.pollWords', {
            mean: meanText(poll.mean, language),
            least: showCell(column, poll.least, language),
            most: showCell(column, poll.most, language),
            n: poll.given,
            of: all,
          })}
      {poll.waiting.length > 0 ? ` ${t('grid.waitingFor', { names: poll.waiting.join(', ') })}` : null}{' '}
      {isWide(poll) ? <ToneChip tone="perhatian">{t('grid.discuss')}</ToneChip> : null}
    </p>
  )
}
