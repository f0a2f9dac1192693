/** What all answers of a survey come to: the radar, and the components from the weakest on in words and numbers. */
import { useMemo } from 'react'
import { wrap } from '#shared/figure/metrics.ts'
import { meanWords, type Radar, radarAlt, radarLines, radarOf, radarPoint, radarRings, radarShare } from '#shared/figure/radar.ts'
import { formatNumber } from '#shared/rules/numbers.ts'
import { useBoth, useLanguage, useText } from '../../../app/text.ts'
import { useSessionOf } from '../session.tsx'
import style from './survey.module.css'
import { weakestFirst } from './weakest.ts'

export function SurveyResults({ drawn }: { readonly drawn: boolean }) {
  const { def, items } = useSessionOf('form')
  const language = useLanguage()
  const t = useText()
  const both = useBoth()
  const radar = useMemo(() => radarOf(def, items, language), [def, items, language])
  if (radar === null) return null
  const ordered = weakestFirst(radar.spokes)
  return (
    <section className={style.results} aria-label={t('form.results')}>
      {drawn ? <RadarPicture radar={radar} /> : null}
      <div className={style.tableBox}>
        <h2>{t('form.strengthen')}</h2>
        <p className={style.quiet}>
          {t('form.strengthenHint')}
          {radar.overall === null ? '' : `. ${t('form.overall', { mean: meanWords(radar.overall, language), max: radar.max })}.`}
        </p>
        <table className={style.table}>
          <thead>
            <tr>
              <th scope="col">{t('form.component')}</th>
              <th scope="col">{t('form.mean')}</th>
              <th scope="col">{t('form.answersOf')}</th>
            </tr>
          </thead>
          <tbody>
            {ordered.map((spoke) => {
              const help = def.survey?.components.find((one) => one.key === spoke.key)?.help
              return (
                <tr key={spoke.key}>
                  <th scope="row">
                    {spoke.label}
                    {help === undefined ? null : <small>{both(help)}</small>}
                  </th>
                  <td>
                    {spoke.value === null ? (
                      t('form.noAnswer')
                    ) : (
                      <>
                        {t('form.meanOf', { mean: meanWords(spoke.value, language), max: radar.max })}
                        <span className={style.bar} aria-hidden>
                          <i style={{ width: `${radarShare(radar, spoke.value) * 100}%` }} />
                        </span>
                      </>
                    )}
                  </td>
                  <td>{t('form.progress', { n: spoke.n, of: radar.respondents })}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </section>
  )
}

const box = { w: 560, h: 430, r: 140 } as const
const centre = [box.w / 2, box.h / 2] as const

/** The same drawing as in a document, in the colours of the theme. */
function RadarPicture({ radar }: { readonly radar: Radar }) {
  const language = useLanguage()
  const t = useText()
  const of = radar.spokes.length
  const path = (points: readonly (readonly [number, number])[]): string =>
    points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')
  const ring = (step: number): string =>
    path(Array.from({ length: of }, (_, at) => radarPoint(at, of, radarShare(radar, step), box.r, centre)))
  const lines = radarLines(radar, box.r, centre)
  return (
    <svg className={style.radar} viewBox={`0 0 ${box.w} ${box.h}`} role="img" aria-label={radarAlt(radar, language)}>
      {radarRings(radar).map((step) => (
        <polygon key={step} className={style.ring} points={ring(step)} />
      ))}
      {radar.spokes.map((spoke, at) => {
        const [x, y] = radarPoint(at, of, 1, box.r, centre)
        return <line key={spoke.key} className={style.ring} x1={centre[0]} y1={centre[1]} x2={x} y2={y} />
      })}
      {lines.map((points) => (
        <polyline
          key={path(points)}
          className={style.area}
          data-whole={radar.spokes.every((spoke) => spoke.value !== null) || undefined}
          points={path(points)}
        />
      ))}
      {[radar.min, ...radarRings(radar)].map((step) => {
        const [x, y] = radarPoint(0, of, radarShare(radar, step), box.r, centre)
        return (
          <text key={step} className={style.step} x={x + 9} y={y + 4}>
            {formatNumber(step, language)}
          </text>
        )
      })}
      {radar.spokes.map((spoke, at) => {
        const [x, y] = radarPoint(at, of, 1, box.r + 16, centre)
        const lines = wrap(spoke.label, 118, 14, true, 3)
        const middle = Math.abs(x - centre[0]) < 8
        const height = (lines.length + 1) * 18
        const from = y < centre[1] - box.r * 0.9 ? y - height + 14 : y > centre[1] + box.r * 0.9 ? y + 14 : y - height / 2 + 14
        const point = spoke.value === null ? null : radarPoint(at, of, radarShare(radar, spoke.value), box.r, centre)
        return (
          <g key={spoke.key}>
            {point === null ? null : <circle className={style.dot} cx={point[0]} cy={point[1]} r={5} />}
            <text className={style.spoke} textAnchor={middle ? 'middle' : x > centre[0] ? 'start' : 'end'}>
              {lines.map((line, row) => (
                <tspan key={line} x={x} y={from + row * 18}>
                  {line}
                </tspan>
              ))}
              <tspan className={style.spokeValue} x={x} y={from + lines.length * 18}>
                {spoke.value === null ? t('form.noAnswer') : meanWords(spoke.value, language)}
              </tspan>
            </text>
          </g>
        )
      })}
    </svg>
  )
}
