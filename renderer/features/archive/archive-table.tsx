import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { memo, type ReactNode, useCallback, useState } from 'react'
import type { LabCard } from '#shared/api/contract.ts'
import { formatShortDay, localDay } from '#shared/rules/dates.ts'
import { bareStages, type LanColumn, lanBehind, lanColumns } from '#shared/rules/monitoring.ts'
import { methodOf } from '#shared/rules/packs.ts'
import { places } from '../../app/places.ts'
import { useLanguage, useText } from '../../app/text.ts'
import { innovationLines } from '../../lab/behind-lines.ts'
import { useLab, usePacks } from '../../lab/lab-context.tsx'
import { troubleOf } from '../../lab/refusal.ts'
import { StageDot, StatusChip, stageColors } from '../../parts/index.ts'
import { showBehind } from '../../state/behind.ts'
import css from './archive.module.css'
import { type ArchiveRow, mostCompared, type Sorting, type SortKey } from './archive-list.ts'
import { stageLabelOf } from './stage-label.ts'

/** Rows drawn at first and with each further step; what is not drawn is found by search and sorting all the same. */
const step = 40

type Behind = (row: ArchiveRow, column: LanColumn) => void

export const ArchiveTable = memo(function ArchiveTable({
  rows,
  sorting,
  onSort,
  chosen,
  onChoose,
}: {
  readonly rows: readonly ArchiveRow[]
  readonly sorting: Sorting
  readonly onSort: (sorting: Sorting) => void
  readonly chosen: readonly string[]
  readonly onChoose: (id: string, on: boolean) => void
}) {
  const t = useText()
  const [most, setMost] = useState(step)
  const onBehind = useBehindLab()
  const full = chosen.length >= mostCompared
  const head = (by: SortKey, label: ReactNode, number = false) => (
    <SortHead by={by} sorting={sorting} onSort={onSort} number={number}>
      {label}
    </SortHead>
  )
  const columns = lanColumns.map((column) => t(`archive.short_${column}`))
  return (
    <>
      <div className={css.scroll}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">
                <span className={css.hidden}>{t('archive.choose')}</span>
              </th>
              {head('name', t('archive.region'))}
              {head('province', t('archive.province'))}
              {head('year', t('archive.year'), true)}
              {head('jilid', t('archive.jilid'), true)}
              {head('method', t('archive.method'))}
              {head('stage', t('archive.stage'))}
              {head('units', t('archive.units'), true)}
              {head('innovations', t('archive.innovations'), true)}
              {lanColumns.map((column, at) => (
                <SortHead key={column} by={column} sorting={sorting} onSort={onSort} number>
                  {columns[at]}
                </SortHead>
              ))}
              {head('updated', t('archive.updated'))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, most).map((row) => {
              const on = chosen.includes(row.card.id)
              return <LabRow key={row.card.id} row={row} on={on} blocked={full && !on} onChoose={onChoose} onBehind={onBehind} />
            })}
          </tbody>
        </table>
      </div>
      {rows.length > most && (
        <button type="button" className={css.linkButton} onClick={() => setMost(most + step)}>
          {t('archive.more', { n: Math.min(step, rows.length - most), rest: rows.length - most })}
        </button>
      )}
    </>
  )
})

function SortHead({
  by,
  sorting,
  onSort,
  number,
  children,
}: {
  readonly by: SortKey
  readonly sorting: Sorting
  readonly onSort: (sorting: Sorting) => void
  readonly number: boolean
  readonly children: ReactNode
}) {
  const on = sorting.by === by
  const Arrow = sorting.down ? IconArrowDown : IconArrowUp
  return (
    <th scope="col" className={number ? css.num : undefined} aria-sort={on ? (sorting.down ? 'descending' : 'ascending') : undefined}>
      {/* Numbers and days are first wanted from the largest on, names from A on. */}
      <button type="button" onClick={() => onSort({ by, down: on ? !sorting.down : number || by === 'updated' })}>
        {children}
        {on && <Arrow size={13} stroke={2} aria-hidden />}
      </button>
    </th>
  )
}

/** Asks for the innovations of a lab that is not open, then shows those behind the number. */
function useBehindLab(): Behind {
  const t = useText()
  const client = useLab()
  const packs = usePacks()
  return useCallback(
    ({ card, name }, column) => {
      const title = `${name}: ${t(`monitor.lan_${column}`)}`
      client.lab
        .overview({ lab: card.id })
        .then(({ innovations }) => {
          const stages = methodOf(packs, card.method)?.stages ?? bareStages
          const those = lanBehind(innovations, stages, column, 'reached')
          showBehind({ title, lines: innovationLines({ id: card.id, units: [] }, those, (one) => one.longName) })
        })
        .catch((error: unknown) => showBehind({ title, lines: [{ id: card.id, text: troubleOf(error).what, href: places.lab(card.id) }] }))
    },
    [client, packs, t],
  )
}

const LabRow = memo(function LabRow({
  row,
  on,
  blocked,
  onChoose,
  onBehind,
}: {
  readonly row: ArchiveRow
  readonly on: boolean
  readonly blocked: boolean
  readonly onChoose: (id: string, on: boolean) => void
  readonly onBehind: Behind
}) {
  const t = useText()
  const language = useLanguage()
  const packs = usePacks()
  const { card, name, province, method, reached } = row
  const label = `${name}, ${t('app.labYear', { jilid: card.jilid, year: card.year })}`
  return (
    <tr data-away={card.archived || undefined}>
      <td>
        {/* Plain, because a search takes dozens of rows away and brings them back. */}
        <input
          type="checkbox"
          className={css.box}
          aria-label={t('archive.chooseLab', { lab: label })}
          checked={on}
          disabled={blocked}
          onChange={(event) => onChoose(card.id, event.currentTarget.checked)}
        />
      </td>
      <th scope="row">
        <a href={places.lab(card.id)}>{name}</a>
        {card.archived && <StatusChip>{t('archive.away')}</StatusChip>}
        {card.sample && <StatusChip>{t('archive.sample')}</StatusChip>}
        {card.theme !== '' && <small>{card.theme}</small>}
      </th>
      <td>{province || '–'}</td>
      <td className={css.num}>{card.year}</td>
      <td className={css.num}>{card.jilid}</td>
      <td>{method}</td>
      <td className={css.stage}>
        <StageDot stage={card.stage} state="sekarang" /> {stageLabelOf(packs, card, language)}
      </td>
      <td className={css.num}>{card.units}</td>
      <td className={css.num}>
        <b>{card.innovations}</b>
      </td>
      {reached.map((n, at) => {
        const column = lanColumns[at]
        if (column === undefined) return null
        return (
          <td key={column} className={css.num} style={stageColors(column === 'launching' || column === 'monitoring' ? 'deliver' : column)}>
            <Reached n={n} label={`${label}, ${t(`monitor.lan_${column}`)}`} onClick={() => onBehind(row, column)} />
          </td>
        )
      })}
      <td className={css.day}>{dayOf(card, language)}</td>
    </tr>
  )
})

const dayOf = (card: LabCard, language: 'id' | 'en'): string => formatShortDay(localDay(card.updatedAt, 'WIB'), language)

function Reached({ n, label, onClick }: { readonly n: number; readonly label: string; readonly onClick: () => void }) {
  const t = useText()
  if (n === 0) return <span className={css.zero}>0</span>
  return (
    <button type="button" className={css.count} aria-label={t('lab.behindOf', { what: label, n })} onClick={onClick}>
      {n}
    </button>
  )
}
