/** Over the table: how it is filled, who scores, in what order it stands, finding, and the one main act. */
import { ActionIcon, Button, Select } from '@mantine/core'
import { IconArrowsSort, IconCopy, IconListCheck, IconPlus, IconSearch, IconX } from '@tabler/icons-react'
import { memo, useEffect, useMemo, useRef, useState } from 'react'
import { toTsv } from '#shared/rules/cell-text.ts'
import { rankColumn } from '#shared/rules/grid.ts'
import { yearsShown } from '#shared/rules/months.ts'
import { useBoth, useLanguage, useText } from '../../../app/text.ts'
import { useOpenLab } from '../../../lab/open-lab.tsx'
import { Kbd, Segmented } from '../../../parts/index.ts'
import { copyText } from '../../../state/copy-text.ts'
import { useSessionOf } from '../session.tsx'
import { startersLeft } from './edits.ts'
import { findCells } from './lines.ts'
import type { At } from './range.ts'
import style from './tools.module.css'
import type { GridActs } from './use-grid.ts'
import { clipText, rowText } from './values.ts'
import { VoteBar, VoteSwitch } from './voters.tsx'

type Props = {
  readonly acts: GridActs
  /** Null goes back to where the cursor is. */
  readonly goTo: (at: At | null) => void
  readonly finding: boolean
  readonly setFinding: (on: boolean) => void
  readonly onAdd: () => void
}

/** Drawn again only when what it shows or does is another. */
export const Toolbar = memo(ToolbarBare)

function ToolbarBare({ acts, goTo, finding, setFinding, onAdd }: Props) {
  const { def } = useSessionOf('grid')
  const t = useText()
  const both = useBoth()
  return (
    <div className={style.tools}>
      <ModeSwitch acts={acts} />
      <div className={style.head}>
        <VoteSwitch acts={acts} />
        <Order acts={acts} />
        <Years acts={acts} />
        <span className={style.spread} />
        {finding ? (
          <Find acts={acts} goTo={goTo} close={() => setFinding(false)} />
        ) : (
          <ActionIcon
            variant="default"
            size={36}
            aria-label={t('grid.find')}
            title={`${t('grid.find')} (Ctrl F)`}
            onClick={() => setFinding(true)}
          >
            <IconSearch size={16} stroke={1.75} />
          </ActionIcon>
        )}
        <CopyTable acts={acts} />
        <StartersButton acts={acts} />
        {acts.readOnly ? null : (
          <Button
            variant="light"
            size="sm"
            onClick={onAdd}
            leftSection={<IconPlus size={16} stroke={1.75} />}
            rightSection={<Kbd>Enter</Kbd>}
          >
            {both(def.rowLabel)}
          </Button>
        )}
      </div>
      <VoteBar acts={acts} />
    </div>
  )
}

/** The ways of filling the same grid, with a sentence about the one in force. */
export function ModeSwitch({ acts }: { readonly acts: GridActs }) {
  const { def } = useSessionOf('grid')
  const t = useText()
  const both = useBoth()
  const now = def.modes.find((mode) => mode.key === acts.settings.mode) ?? def.modes[0]
  if (now === undefined || def.modes.length < 2) return null
  const choose = (mode: string): void => acts.configure({ mode })
  return (
    <div className={style.head}>
      {acts.readOnly ? (
        <strong>{both(now.label)}</strong>
      ) : def.modes.length > 4 ? (
        <Select
          aria-label={t('grid.mode')}
          allowDeselect={false}
          value={now.key}
          data={def.modes.map((mode) => ({ value: mode.key, label: both(mode.label) }))}
          onChange={(mode) => mode !== null && choose(mode)}
        />
      ) : (
        <Segmented
          label={t('grid.mode')}
          value={now.key}
          segments={def.modes.map((mode) => ({ value: mode.key, label: both(mode.label) }))}
          onChange={choose}
        />
      )}
      <p className={style.hint}>{both(now.help)}</p>
    </div>
  )
}

/** Rows no team starts without, offered while some of them are missing. */
export function StartersButton({ acts }: { readonly acts: GridActs }) {
  const { def, items } = useSessionOf('grid')
  const t = useText()
  const both = useBoth()
  const left = useMemo(() => startersLeft(def, items), [def, items])
  if (acts.readOnly || left.length === 0) return null
  const some = left.length < def.starters.length
  return (
    <Button variant="default" size="sm" onClick={acts.takeStarters} leftSection={<IconListCheck size={16} stroke={1.75} />}>
      {t(some ? 'grid.startersMore' : 'grid.starters', { n: left.length, row: both(def.rowLabel).toLocaleLowerCase('id') })}
    </Button>
  )
}

/** As entered, by rank, or by the column whose head was clicked. */
export function Order({ acts }: { readonly acts: GridActs }) {
  const { def } = useSessionOf('grid')
  const t = useText()
  const both = useBoth()
  const rank = rankColumn(def, acts.settings)
  const { sort } = acts.view
  const column = acts.sortColumn
  return (
    <>
      {rank === undefined ? null : (
        <Segmented
          label={t('canvas.order')}
          value={sort === null ? 'own' : sort.column === rank.key ? 'rank' : 'other'}
          segments={[
            { value: 'own', label: t('canvas.orderOwn') },
            { value: 'rank', label: t('canvas.orderRank') },
          ]}
          onChange={(value) => (value === 'rank' ? acts.sortBy(rank, false) : acts.ownOrder())}
        />
      )}
      {sort === null || column === undefined ? null : (
        <>
          {column.key === rank?.key ? null : (
            <button type="button" className={style.chip} onClick={acts.ownOrder}>
              <IconArrowsSort size={14} stroke={1.75} aria-hidden />
              {t(sort.down ? 'grid.byDown' : 'grid.byUp', { column: column.short ?? both(column.label) })}
              <span className={style.hidden}>, {t('grid.backToOwn')}</span>
              <IconX size={14} stroke={1.75} aria-hidden />
            </button>
          )}
          {acts.stale ? (
            <Button variant="subtle" size="compact-sm" onClick={() => acts.sortBy(column, sort.down)}>
              {t('grid.sortAgain')}
            </Button>
          ) : null}
        </>
      )}
    </>
  )
}

/** Years of the schedule: one more at either end, or less where nothing stands in them. */
export function Years({ acts }: { readonly acts: GridActs }) {
  const { items } = useSessionOf('grid')
  const { lab } = useOpenLab()
  const t = useText()
  const column = acts.columns.find((one) => one.type === 'months')
  if (column === undefined || acts.readOnly) return null
  const years = yearsShown(column, items, acts.settings, String(lab.year))
  const [first, last] = [years[0], years.at(-1)]
  if (first === undefined || last === undefined) return null
  const used = (year: string): boolean =>
    items.some((item) => {
      const months = item.values[column.key]
      return Array.isArray(months) && months.some((month) => month.startsWith(year))
    })
  const spare = years.length > 1 && !used(last)
  return (
    <span className={style.years}>
      <span>{first === last ? first : `${first}–${last}`}</span>
      <Button variant="default" size="compact-sm" onClick={() => acts.configure({ years: [...years, String(Number(last) + 1)] })}>
        + {Number(last) + 1}
      </Button>
      {spare ? (
        <Button variant="subtle" size="compact-sm" color="gray" onClick={() => acts.configure({ years: years.slice(0, -1) })}>
          {t('grid.dropYear', { year: last })}
        </Button>
      ) : null}
    </span>
  )
}

function CopyTable({ acts }: { readonly acts: GridActs }) {
  const { announce } = useSessionOf('grid')
  const t = useText()
  const both = useBoth()
  const language = useLanguage()
  const copy = async (): Promise<void> => {
    const table = [
      acts.columns.map((column) => both(column.label)),
      ...acts.rows.map((row) => acts.columns.map((column) => clipText(row, column, language, t('grid.impossible')))),
    ]
    announce((await copyText(toTsv(table))) ? t('grid.tableCopied', { n: acts.rows.length }) : t('app.notCopied'))
  }
  return (
    <Button variant="default" size="sm" leftSection={<IconCopy size={16} stroke={1.75} />} onClick={() => void copy()}>
      {t('canvas.copyTable')}
    </Button>
  )
}

/** Goes from one cell with the words to the next; needed because rows out of sight are not drawn. */
function Find({ acts, goTo, close }: Pick<Props, 'acts' | 'goTo'> & { readonly close: () => void }) {
  const t = useText()
  const language = useLanguage()
  const [words, setWords] = useState('')
  const [at, setAt] = useState(-1)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const found = useMemo(
    () =>
      words.trim() === ''
        ? []
        : findCells(
            acts.rows.map((row) => acts.columns.map((column) => rowText(row, column, language, ''))),
            words,
          ),
    [acts.rows, acts.columns, language, words],
  )
  const step = (by: number): void => {
    if (found.length === 0) return
    const next = (at + by + found.length) % found.length
    setAt(next)
    const cell = found[next]
    if (cell === undefined) return
    goTo(cell)
    // The search keeps the focus; Esc gives it to the cell that was found.
    requestAnimationFrame(() => field.current?.focus({ preventScroll: true }))
  }
  return (
    <search className={style.find}>
      <IconSearch size={16} stroke={1.75} aria-hidden />
      <input
        ref={field}
        type="search"
        aria-label={t('grid.find')}
        placeholder={t('grid.find')}
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value)
          setAt(-1)
        }}
        onKeyDown={(event) => {
          event.stopPropagation()
          if (event.key === 'Enter') {
            event.preventDefault()
            step(event.shiftKey ? -1 : 1)
          } else if (event.key === 'Escape') {
            close()
            goTo(null)
          }
        }}
      />
      <span role="status">
        {words.trim() === '' ? '' : t('grid.found', { n: found.length === 0 ? 0 : Math.max(0, at) + 1, of: found.length })}
      </span>
      <button type="button" aria-label={t('app.close')} onClick={close}>
        <IconX size={16} stroke={1.75} aria-hidden />
      </button>
    </search>
  )
}
