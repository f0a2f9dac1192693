/** One chart: a question, its answer, bars that open their innovations, and the same as a table. */
import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconChartBar, IconDownload, IconTable } from '@tabler/icons-react'
import { useState } from 'react'
import type { CatalogueFilters } from '#shared/api/catalogue.ts'
import { barChartFigure } from '#shared/figure/bar-chart.ts'
import { figureToSvg } from '#shared/figure/svg.ts'
import { type CatalogueBar, type CatalogueChart, largestBars } from '#shared/rules/catalogue-charts.ts'
import { fileNameFor } from '#shared/rules/names.ts'
import { formatNumber } from '#shared/rules/numbers.ts'
import { useLanguage, useText } from '../../app/text.ts'
import { catalogueAddress } from '../../lab/catalogue-address.ts'
import { EmptyState, Panel } from '../../parts/index.ts'
import { svgToPng } from '../../state/paint-svg.ts'
import { saveAs } from '../../state/save-as.ts'
import css from './figures.module.css'

/** Bars drawn at once; more of them are asked for. */
const fewBars = 10
const manyBars = 500
/** In a picture, which goes on a page. */
const pictureBars = 40
/** Of a picture, CSS pixels; it is painted at twice its size. */
const pictureWidth = 760

/** @param text what was searched for when the figures were counted */
export function ChartPanel({ chart, text }: { readonly chart: CatalogueChart; readonly text: string }) {
  const t = useText()
  const [all, setAll] = useState(false)
  const [asTable, setAsTable] = useState(false)
  const shown = largestBars(chart, all ? manyBars : fewBars)
  const hidden = Math.min(chart.bars.length, manyBars) - largestBars(chart, fewBars).bars.length
  return (
    <Panel title={chart.title} side={chart.bars.length > 0 && <Acts chart={shown} asTable={asTable} onTable={setAsTable} />}>
      {chart.bars.length === 0 ? (
        <EmptyState inside text={t('catalogueFigures.none')} />
      ) : (
        <>
          <p className={css.answer}>{chart.answer}</p>
          {asTable ? <ChartTable chart={shown} text={text} /> : <Bars chart={shown} text={text} />}
          {hidden > 0 && (
            <button type="button" className={css.more} onClick={() => setAll(!all)}>
              {all ? t('catalogueFigures.fewer') : t('catalogueFigures.more', { n: hidden })}
            </button>
          )}
          {chart.note !== '' && (
            <p className={css.note}>
              {chart.noteFilters === null ? chart.note : <a href={catalogueAddress(chart.noteFilters, text)}>{chart.note}</a>}
            </p>
          )}
        </>
      )}
    </Panel>
  )
}

const totalOf = ({ value, second = 0 }: CatalogueBar): number => value + second

type Drawn = { readonly chart: CatalogueChart; readonly text: string }

function Bars({ chart, text }: Drawn) {
  const t = useText()
  const language = useLanguage()
  const most = Math.max(1, ...chart.bars.map(totalOf))
  return (
    <>
      {chart.legend.length > 1 && (
        <p className={css.legend} aria-hidden>
          {chart.legend.map((name, at) => (
            <span key={name}>
              <svg viewBox="0 0 14 12" aria-hidden="true">
                <rect x="0.5" y="0.5" width="13" height="11" rx="2" className={at === 0 ? css.first : css.second} />
              </svg>
              {name}
            </span>
          ))}
        </p>
      )}
      <ul className={css.bars} data-short={chart.key === 'year' || chart.key === 'survival' || undefined}>
        {chart.bars.map((bar) => (
          <li key={bar.key}>
            <a
              href={catalogueAddress(bar.filters, text)}
              aria-label={
                bar.said === ''
                  ? t('catalogueFigures.openBar', { label: bar.label, n: formatNumber(bar.value, language) })
                  : t('catalogueFigures.openPair', { label: bar.label, text: bar.said })
              }
            >
              <span className={css.label} title={bar.label}>
                {bar.label}
              </span>
              <svg className={css.bar} viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true">
                <rect x="0" y="1" height="12" width={(bar.value / most) * 100} className={css.first} />
                {bar.second !== undefined && bar.second > 0 && (
                  <rect x={(bar.value / most) * 100} y="1" height="12" width={(bar.second / most) * 100} className={css.second} />
                )}
              </svg>
              <span className={css.number}>
                {formatNumber(bar.value, language)}
                {bar.second !== undefined && <small> · {formatNumber(bar.second, language)}</small>}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

function ChartTable({ chart, text }: Drawn) {
  const t = useText()
  const heads = chart.legend.length > 1 ? chart.legend : [t('catalogueFigures.count')]
  return (
    <div className={css.scroll}>
      <table className={css.table}>
        <caption hidden>{chart.title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('catalogueFigures.group')}</th>
            {heads.map((head) => (
              <th key={head} scope="col" className={css.num}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {chart.bars.map((bar) => (
            <tr key={bar.key}>
              <th scope="row">
                <a href={catalogueAddress(bar.filters, text)}>{bar.label}</a>
              </th>
              <Cell value={bar.value} to={bar.apart?.[0]} text={text} />
              {bar.second !== undefined && <Cell value={bar.second} to={bar.apart?.[1]} text={text} />}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A number that leads to just those it counts. */
function Cell({ value, to, text }: { readonly value: number; readonly to: CatalogueFilters | undefined; readonly text: string }) {
  const number = formatNumber(value, useLanguage())
  return <td className={css.num}>{to === undefined || value === 0 ? number : <a href={catalogueAddress(to, text)}>{number}</a>}</td>
}

type ActsProps = { readonly chart: CatalogueChart; readonly asTable: boolean; readonly onTable: (on: boolean) => void }

function Acts({ chart, asTable, onTable }: ActsProps) {
  const t = useText()
  const language = useLanguage()
  const [failed, setFailed] = useState(false)
  const draw = (): string =>
    figureToSvg(
      barChartFigure(largestBars(chart, pictureBars), pictureWidth, language),
      'Arimo, Arial, Helvetica, sans-serif',
      undefined,
      16,
    )
  const save = async (kind: 'svg' | 'png'): Promise<void> => {
    setFailed(false)
    try {
      const file = kind === 'svg' ? new Blob([draw()], { type: 'image/svg+xml' }) : await svgToPng(draw())
      saveAs(file, fileNameFor([chart.title], kind))
    } catch {
      setFailed(true)
    }
  }
  const Icon = asTable ? IconChartBar : IconTable
  return (
    <>
      {failed && <span role="alert">{t('catalogueFigures.saveFailed')}</span>}
      <Button variant="subtle" size="xs" leftSection={<Icon size={16} stroke={1.75} aria-hidden />} onClick={() => onTable(!asTable)}>
        {t(asTable ? 'catalogueFigures.asChart' : 'catalogueFigures.asTable')}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" size={30} aria-label={t('catalogueFigures.saveOf', { title: chart.title })}>
            <IconDownload size={18} stroke={1.75} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void save('svg')}>{t('catalogueFigures.saveSvg')}</Menu.Item>
          <Menu.Item onClick={() => void save('png')}>{t('catalogueFigures.savePng')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  )
}
