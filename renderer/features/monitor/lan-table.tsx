/** LAN's monitoring table: one row for each lab, a column for each milestone (domain.md 1.2). */
import { Switch } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { LabCard } from '#shared/api/contract.ts'
import type { TableWanted } from '#shared/api/keeping.ts'
import type { RegionKind } from '#shared/model/lab.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { type LanCount, lanBehind, lanColumns, lanRow, tallyOf } from '#shared/rules/monitoring.ts'
import { places } from '../../app/places.ts'
import { type Say, useText } from '../../app/text.ts'
import { innovationLines } from '../../lab/behind-lines.ts'
import { useLabs } from '../../lab/lab-context.tsx'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { regionName } from '../../lab/region-name.ts'
import { Panel, Segmented } from '../../parts/index.ts'
import { Count } from './bars.tsx'
import { KeepTable } from './keep-table.tsx'
import css from './monitor.module.css'

type Row = {
  readonly id: string
  readonly province: string
  readonly region: string
  readonly year: number
  readonly jilid: number
  readonly counts: readonly number[]
  readonly total: number
}

type Place = { readonly id: string; readonly province: string; readonly region: string; readonly regionKind: RegionKind }
type Numbered = Place & { readonly year: number; readonly jilid: number }

/** A province fills its own column and leaves the other empty. */
const rowOf = (lab: Numbered, counts: readonly number[], total: number, t: Say): Row => ({
  id: lab.id,
  province: lab.regionKind === 'provinsi' ? lab.region : lab.province,
  region: lab.regionKind === 'provinsi' ? '' : regionName(lab, t),
  year: lab.year,
  jilid: lab.jilid,
  counts,
  total,
})

const rowOfCard = (card: LabCard, count: LanCount, t: Say): Row => rowOf(card, lanRow(card.byMilestone, count), card.innovations, t)

export function LanTable({ innovations }: { readonly innovations: readonly InnovationSummary[] }) {
  const t = useText()
  const { lab, stages } = useOpenLab()
  const labs = useLabs()
  const [count, setCount] = useState<LanCount>('reached')
  const [all, setAll] = useState(false)
  const defs = useMemo(() => stages.map(({ def }) => def), [stages])
  const rows = useMemo(() => {
    const tally = tallyOf(innovations, defs)
    const own = rowOf(lab, lanRow(tally, count), tally.total, t)
    // The sample is no region's lab; it stands alone or not at all.
    const others = all ? (labs ?? []).filter((card) => card.id !== lab.id && !card.sample).map((card) => rowOfCard(card, count, t)) : []
    return [own, ...others].sort(
      (a, b) => a.province.localeCompare(b.province, 'id') || a.region.localeCompare(b.region, 'id') || a.jilid - b.jilid,
    )
  }, [innovations, defs, lab, labs, count, all, t])
  const heads = lanColumns.map((column) => t(`monitor.lan_${column}`))
  const cellLines = (at: number) => {
    const column = lanColumns[at]
    return column === undefined ? [] : innovationLines(lab, lanBehind(innovations, defs, column, count))
  }
  const segments = [
    { value: 'reached', label: t('monitor.countReached') },
    { value: 'here', label: t('monitor.countHere') },
  ] as const
  return (
    <Panel title={t('monitor.lanTitle')} side={<KeepTable make={() => asTable(rows, heads, count, t)} />}>
      <div className={css.tools}>
        <Segmented label={t('monitor.count')} value={count} segments={segments} onChange={setCount} />
        {(labs?.length ?? 0) > 1 && (
          <Switch label={t('monitor.allLabs')} checked={all} onChange={(event) => setAll(event.currentTarget.checked)} />
        )}
      </div>
      <div className={css.scroll}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{t('monitor.province')}</th>
              <th scope="col">{t('monitor.region')}</th>
              <th scope="col">{t('monitor.jilid')}</th>
              {heads.map((head) => (
                <th key={head} scope="col" className={css.num}>
                  {head}
                </th>
              ))}
              <th scope="col" className={css.num}>
                {t('monitor.total')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id} data-own={row.id === lab.id || undefined}>
                <td>{row.region === '' && row.id !== lab.id ? <a href={places.lab(row.id)}>{row.province}</a> : row.province || '–'}</td>
                <td>{row.region === '' ? '–' : row.id === lab.id ? row.region : <a href={places.lab(row.id)}>{row.region}</a>}</td>
                <td>
                  {row.jilid} <small>({row.year})</small>
                </td>
                {row.counts.map((n, at) => (
                  <td key={lanColumns[at]} className={css.num}>
                    {row.id === lab.id ? <Count n={n} title={heads[at] ?? ''} lines={() => cellLines(at)} /> : n}
                  </td>
                ))}
                <td className={css.num}>
                  {row.id === lab.id ? (
                    <Count
                      n={row.total}
                      title={t('monitor.total')}
                      lines={() =>
                        innovationLines(
                          lab,
                          innovations.filter((one) => !one.archived),
                        )
                      }
                    />
                  ) : (
                    <b>{row.total}</b>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
          {rows.length > 1 && <Sums rows={rows} />}
        </table>
      </div>
      <p className={css.quiet}>{t(count === 'reached' ? 'monitor.ruleReached' : 'monitor.ruleHere')}</p>
      <p className={css.quiet}>{t('monitor.ruleOurs')}</p>
    </Panel>
  )
}

const sumAt = (rows: readonly Row[], at: number): number => rows.reduce((sum, row) => sum + (row.counts[at] ?? 0), 0)
const sumTotal = (rows: readonly Row[]): number => rows.reduce((sum, { total }) => sum + total, 0)

function Sums({ rows }: { readonly rows: readonly Row[] }) {
  const t = useText()
  return (
    <tfoot>
      <tr>
        <th scope="row" colSpan={3}>
          {t('monitor.sumOf', { n: rows.length })}
        </th>
        {lanColumns.map((column, at) => (
          <td key={column} className={css.num}>
            {sumAt(rows, at)}
          </td>
        ))}
        <td className={css.num}>{sumTotal(rows)}</td>
      </tr>
    </tfoot>
  )
}

function asTable(rows: readonly Row[], heads: readonly string[], count: LanCount, t: Say): Pick<TableWanted, 'name' | 'sheets'> {
  const text = (label: string) => ({ label, format: 'text' as const })
  const number = (label: string) => ({ label, format: 'number' as const })
  const body = rows.map((row) => [row.province, row.region, row.jilid, ...row.counts, row.total])
  const sums = ['', t('monitor.sumOf', { n: rows.length }), null, ...lanColumns.map((_, at) => sumAt(rows, at)), sumTotal(rows)]
  return {
    name: t('monitor.lanFile', { count: t(count === 'reached' ? 'monitor.countReached' : 'monitor.countHere') }),
    sheets: [
      {
        name: t('monitor.lanSheet'),
        columns: [
          text(t('monitor.province')),
          text(t('monitor.region')),
          number(t('monitor.jilid')),
          ...heads.map(number),
          number(t('monitor.total')),
        ],
        rows: rows.length > 1 ? [...body, sums] : body,
        strong: rows.length > 1 ? [rows.length] : [],
      },
    ],
  }
}
