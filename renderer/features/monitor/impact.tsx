/** Measured impact: sums before and after over all innovations, for each variable and unit of measure. */
import { useMemo } from 'react'
import type { TableWanted } from '#shared/api/keeping.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { type ImpactSum, type InnovationFigures, sumImpacts } from '#shared/rules/figures.ts'
import { formatNumber, formatPercent } from '#shared/rules/numbers.ts'
import { places } from '../../app/places.ts'
import { useBoth, useLanguage, useText } from '../../app/text.ts'
import { innovationLines } from '../../lab/behind-lines.ts'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { EmptyState, Panel, type Tone } from '../../parts/index.ts'
import { Count } from './bars.tsx'
import { KeepTable } from './keep-table.tsx'
import css from './monitor.module.css'

type Props = { readonly innovations: readonly InnovationSummary[]; readonly figures: readonly InnovationFigures[] }

/** Whether the sum went the way the innovations hoped for. */
function toneOf({ better, change }: ImpactSum): Tone {
  if (better === null || change === null || change === 0) return 'plain'
  return change < 0 === (better === 'lebih_kecil') ? 'ok' : 'bad'
}

export function Impact({ innovations, figures }: Props) {
  const t = useText()
  const both = useBoth()
  const sums = useMemo(() => sumImpacts(figures), [figures])
  const gave = figures.filter(({ impacts }) => impacts.length > 0).length
  if (sums.length === 0) return <EmptyState inside text={t('monitor.impactEmpty')} />
  const table = (): Pick<TableWanted, 'name' | 'sheets'> => ({
    name: t('monitor.impactTitle'),
    sheets: [
      {
        name: t('monitor.impactSheet'),
        columns: [
          { label: t('monitor.variable'), format: 'text' },
          { label: t('monitor.measure'), format: 'text' },
          { label: t('monitor.before'), format: 'number' },
          { label: t('monitor.after'), format: 'number' },
          { label: t('monitor.change'), format: 'percent' },
          { label: t('monitor.gave'), format: 'number' },
        ],
        rows: sums.map((one) => [both(one.variable), one.measure, one.before, one.after, one.change, one.from.length]),
        strong: [],
      },
    ],
  })
  return (
    <Panel title={t('monitor.impactTitle')} note={t('monitor.impactFrom', { n: gave })} side={<KeepTable make={table} />}>
      <div className={css.scroll}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{t('monitor.variable')}</th>
              <th scope="col">{t('monitor.measure')}</th>
              <th scope="col" className={css.num}>
                {t('monitor.before')}
              </th>
              <th scope="col" className={css.num}>
                {t('monitor.after')}
              </th>
              <th scope="col">{t('monitor.change')}</th>
              <th scope="col" className={css.num}>
                {t('monitor.gave')}
              </th>
            </tr>
          </thead>
          <tbody>
            {sums.map((one) => (
              <ImpactRow key={one.key} sum={one} innovations={innovations} />
            ))}
          </tbody>
        </table>
      </div>
      <p className={css.quiet}>{t('monitor.impactRule')}</p>
    </Panel>
  )
}

function ImpactRow({ sum, innovations }: { readonly sum: ImpactSum; readonly innovations: readonly InnovationSummary[] }) {
  const t = useText()
  const both = useBoth()
  const language = useLanguage()
  const { lab } = useOpenLab()
  const from = new Map(sum.from.map((one) => [one.id, one]))
  const full = Math.max(1e-9, Math.abs(sum.before), Math.abs(sum.after))
  const number = (value: number) => formatNumber(value, language)
  const name = both(sum.variable)
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{sum.measure}</td>
      <td className={css.num}>{number(sum.before)}</td>
      <td className={css.num}>{number(sum.after)}</td>
      <td>
        <div className={css.change} data-tone={toneOf(sum)}>
          <span>{sum.change === null ? t('monitor.noChange') : `${sum.change > 0 ? '+' : ''}${formatPercent(sum.change, language)}`}</span>
          <i aria-hidden>
            <i style={{ width: `${(Math.abs(sum.before) / full) * 100}%` }} />
            <i style={{ width: `${(Math.abs(sum.after) / full) * 100}%` }} />
          </i>
        </div>
      </td>
      <td className={css.num}>
        <Count
          n={sum.from.length}
          title={`${name} (${sum.measure})`}
          lines={() =>
            innovationLines(
              lab,
              innovations.filter(({ id }) => from.has(id)),
              ({ id }) =>
                t('monitor.fromTo', {
                  before: number(from.get(id)?.before ?? 0),
                  after: number(from.get(id)?.after ?? 0),
                  measure: sum.measure,
                }),
            ).map((line) => ({ ...line, href: places.canvas(lab.id, line.id, 'dampak-mikro') }))
          }
        />
      </td>
    </tr>
  )
}
