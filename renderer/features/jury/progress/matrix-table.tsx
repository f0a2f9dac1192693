/** The matrix as a table: a press on a cell opens the judge's sheet at that entry. */
import { Button, Select, TextInput } from '@mantine/core'
import { IconCheck, IconEyeOff, IconSearch } from '@tabler/icons-react'
import { memo, useDeferredValue, useMemo, useState } from 'react'
import type { Convention, Entry } from '#shared/model/jury.ts'
import { useText } from '../../../app/text.ts'
import { Segmented } from '../../../parts/index.ts'
import type { Cell, Matrix, Row } from './matrix.ts'
import css from './progress.module.css'
import type { SheetAt } from './progress-tab.tsx'

/** So many rows at first; more on a press. */
const page = 60

type Props = { readonly convention: Convention; readonly matrix: Matrix; readonly onOpen: (at: SheetAt) => void }

export function MatrixTable({ convention, matrix, onOpen }: Props) {
  const t = useText()
  const [shown, setShown] = useState<'all' | 'open'>('all')
  const [only, setOnly] = useState<string | null>(null)
  const [sought, setSought] = useState('')
  // Typing goes first; the table follows.
  const wanted = useDeferredValue(sought).toLowerCase()
  const [most, setMost] = useState(page)
  const entries = useMemo(() => new Map(convention.entries.map((one) => [one.id, one])), [convention.entries])
  const column = matrix.columns.findIndex(({ judge }) => judge === only)
  const rows = matrix.rows.filter(({ entry, open, cells }) => {
    const cell = column < 0 ? undefined : cells[column]
    if (column >= 0 && cell === null) return false
    if (shown === 'open' && !(column < 0 ? open : cell?.state === 'none' || cell?.state === 'draft')) return false
    return wanted === '' || nameOf(entries.get(entry)).toLowerCase().includes(wanted)
  })
  return (
    <>
      <div className={css.filter}>
        <Segmented
          label={t('scoring.show')}
          value={shown}
          segments={[
            { value: 'all', label: t('scoring.showAll') },
            { value: 'open', label: t('scoring.showOpen') },
          ]}
          onChange={setShown}
        />
        <Select
          aria-label={t('juryResults.judge')}
          placeholder={t('juryResults.everyJudge')}
          data={convention.judges.map(({ id, name }) => ({ value: id, label: name }))}
          value={only}
          onChange={setOnly}
          clearable
          size="sm"
        />
        <TextInput
          aria-label={t('juryResults.seek')}
          placeholder={t('juryResults.seek')}
          leftSection={<IconSearch size={16} stroke={1.75} aria-hidden />}
          value={sought}
          onChange={(event) => setSought(event.currentTarget.value)}
        />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard */}
      <section className={css.scroll} aria-label={t('juryResults.progress')} tabIndex={0}>
        <table className={css.matrix}>
          <thead>
            <tr>
              <th scope="col">{t('juryResults.entry')}</th>
              {matrix.columns.map((one, at) => (
                <th key={one.judge} scope="col" data-dim={(column >= 0 && at !== column) || undefined}>
                  <button type="button" onClick={() => onOpen({ judge: one.judge, entry: null })}>
                    {convention.judges[at]?.name}
                    <small data-late={one.locked < one.of || undefined}>{t('juryResults.nOf', { n: one.locked, of: one.of })}</small>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, most).map((row) => (
              <MatrixRow key={row.entry} row={row} entry={entries.get(row.entry)} {...{ convention, column, onOpen }} />
            ))}
          </tbody>
        </table>
      </section>
      {rows.length === 0 && <p className={css.quiet}>{t('juryResults.nothingShown')}</p>}
      {rows.length > most && (
        <Button variant="default" size="xs" onClick={() => setMost(most + page)}>
          {t('juryResults.more', { n: Math.min(page, rows.length - most) })}
        </Button>
      )}
      <p className={css.legend}>
        <span>
          <IconCheck size={14} stroke={2} aria-hidden /> {t('juryResults.legendLocked')}
        </span>
        <span>{t('juryResults.legendDraft')}</span>
        <span>
          <IconEyeOff size={14} stroke={1.75} aria-hidden /> {t('juryResults.legendRecused')}
        </span>
      </p>
    </>
  )
}

const nameOf = (entry: Entry | undefined): string => (entry === undefined ? '' : `${entry.code} ${entry.name} ${entry.unitName}`)

type RowProps = {
  readonly row: Row
  readonly entry: Entry | undefined
  readonly convention: Convention
  readonly column: number
  readonly onOpen: Props['onOpen']
}

const MatrixRow = memo(function MatrixRow({ row, entry, convention, column, onOpen }: RowProps) {
  const t = useText()
  return (
    <tr>
      <th scope="row">
        <span>{entry?.code}</span> {entry?.name}
      </th>
      {row.cells.map((cell, at) => {
        const judge = convention.judges[at]
        if (judge === undefined) return null
        return (
          <td key={judge.id} data-state={cell?.state} data-dim={(column >= 0 && at !== column) || undefined}>
            {cell !== null && (
              <button
                type="button"
                aria-label={t('juryResults.cell', { judge: judge.name, entry: entry?.name ?? '', state: t(`scoring.state_${cell.state}`) })}
                onClick={() => onOpen({ judge: judge.id, entry: row.entry })}
              >
                <CellSign cell={cell} />
              </button>
            )}
          </td>
        )
      })}
    </tr>
  )
})

function CellSign({ cell }: { readonly cell: Cell }) {
  const t = useText()
  if (cell.state === 'recused') return <IconEyeOff size={15} stroke={1.75} aria-hidden />
  if (cell.state === 'locked') return <IconCheck size={16} stroke={2.25} aria-hidden />
  return t('juryResults.nOf', { n: cell.done, of: cell.of })
}
