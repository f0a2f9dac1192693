/** What would be added: which column is which, the first rows as they would stand, and every cell that cannot be read. */
import { Select } from '@mantine/core'
import type { IncomingChoice, IncomingPlan, RefusedCell } from '#shared/rules/incoming.ts'
import { useText } from '../../../app/text.ts'
import type { Table } from '../../../lab/read-table.ts'
import { HeadSwitch } from './head-switch.tsx'
import css from './transfer.module.css'

/** Rows shown, and refused cells told one by one. */
const mostRows = 50
const mostRefused = 20
const longestCell = 160

type Props = {
  readonly table: Table
  readonly plan: IncomingPlan
  readonly choice: IncomingChoice
  readonly choose: (choice: IncomingChoice) => void
}

export function ImportPreview({ table, plan, choice, choose }: Props) {
  const t = useText()
  const lines = table.slice(plan.header ? 1 : 0)
  const shown = lines.slice(0, mostRows)
  const refused = new Set(plan.refused.map(({ line, column }) => `${line}/${column}`))
  const first = plan.header ? 2 : 1
  const widths = Math.max(0, ...table.slice(0, 1).map((row) => row.length))
  const map = (at: number, key: string | null): void => {
    // A target takes one column: whoever had it before gives it up.
    const mapping = plan.mapping.map((one, place) => (place === at ? key : one === key ? null : one))
    choose({ ...choice, header: plan.header, mapping })
  }
  return (
    <section className={css.preview} aria-label={t('transfer.preview')}>
      <HeadSwitch checked={plan.header} onChange={(header) => choose({ header })} />
      <div className={css.scroll}>
        <table>
          <caption>{t('transfer.previewOf', { n: shown.length, of: lines.length })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('transfer.row')}</th>
              {Array.from({ length: widths }, (_, at) => (
                <th scope="col" key={columnKey(at)}>
                  <ColumnHead table={table} plan={plan} at={at} map={map} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, at) => (
              <tr key={columnKey(at + first)}>
                <th scope="row">{at + first}</th>
                {row.map((cell, column) => {
                  const out = plan.mapping[column] === null
                  const bad = refused.has(`${at + first}/${column}`)
                  return (
                    <td key={columnKey(column)} data-out={out || undefined} data-bad={bad || undefined}>
                      {cell.length > longestCell ? `${cell.slice(0, longestCell)}…` : cell}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Outcome plan={plan} />
    </section>
  )
}

const columnKey = (at: number): string => `n${at}`

type HeadProps = {
  readonly table: Table
  readonly plan: IncomingPlan
  readonly at: number
  readonly map: (at: number, key: string | null) => void
}

/** What the file calls the column, and what it is taken for. */
function ColumnHead({ table, plan, at, map }: HeadProps) {
  const t = useText()
  const name = plan.header ? (table[0]?.[at] ?? '').trim() : ''
  const label = name === '' ? t('transfer.columnPlain', { n: at + 1 }) : t('transfer.columnOf', { n: at + 1, label: name.slice(0, 40) })
  return (
    <>
      <span>{label}</span>
      <Select
        aria-label={`${t('transfer.mapping')}: ${label}`}
        size="xs"
        comboboxProps={{ withinPortal: true, width: 'max-content', position: 'bottom-start' }}
        data={[{ value: '', label: t('transfer.leaveOut') }, ...plan.targets.map(({ key, label: word }) => ({ value: key, label: word }))]}
        value={plan.mapping[at] ?? ''}
        allowDeselect={false}
        onChange={(key) => map(at, key === '' ? null : key)}
      />
    </>
  )
}

function Outcome({ plan }: { readonly plan: IncomingPlan }) {
  const t = useText()
  const told = plan.refused.slice(0, mostRefused)
  return (
    <div className={css.outcome}>
      <p role="status">
        <strong>{plan.rows.length === 0 ? t('transfer.nothingToAdd') : t('transfer.willAdd', { n: plan.rows.length })}</strong>{' '}
        {plan.blank > 0 ? t('transfer.emptyRows', { n: plan.blank }) : null}{' '}
        {plan.tooMany > 0 ? t('transfer.tooMany', { n: plan.tooMany }) : null}
      </p>
      {plan.refused.length === 0 ? null : (
        <details className={css.refused} open={plan.refused.length <= 5}>
          <summary>{t('transfer.refusedCells', { n: plan.refused.length })}</summary>
          <ul>
            {told.map((one) => (
              <li key={`${one.line}/${one.column}`}>
                <RefusedWords one={one} />
              </li>
            ))}
            {plan.refused.length > told.length ? <li>{t('transfer.refusedMore', { n: plan.refused.length - told.length })}</li> : null}
          </ul>
        </details>
      )}
    </div>
  )
}

function RefusedWords({ one }: { readonly one: RefusedCell }) {
  const t = useText()
  const text = one.text.length > 60 ? `${one.text.slice(0, 60)}…` : one.text
  return t('transfer.refusedCell', { row: one.line, column: one.label, text, reason: reasonWords(one, t) })
}

function reasonWords({ expected, min, max, options = [] }: RefusedCell, t: ReturnType<typeof useText>): string {
  if (expected === 'choice')
    return t('transfer.wantChoice', { options: options.slice(0, 8).join(', ') + (options.length > 8 ? ', …' : '') })
  if (expected !== 'number' && expected !== 'whole') return t(`transfer.want_${expected}`)
  const word = t(`transfer.want_${expected}`)
  if (min !== undefined && max !== undefined) return `${word} ${t('transfer.wantBetween', { min, max })}`
  if (min !== undefined) return `${word} ${t('transfer.wantAtLeast', { min })}`
  return max === undefined ? word : `${word} ${t('transfer.wantAtMost', { max })}`
}
