/** Two rounds of one survey on one radar; the table beside it says the same in numbers. */
import { wrap } from '#shared/figure/metrics.ts'
import { type Radar, radarLines, radarPoint, radarRings, radarShare } from '#shared/figure/radar.ts'
import type { FormDef } from '#shared/model/pack.ts'
import type { ReadinessSurvey } from '#shared/rules/figures.ts'
import { formatNumber } from '#shared/rules/numbers.ts'
import { useBoth, useLanguage, useText } from '../../app/text.ts'
import css from './monitor.module.css'

const box = { w: 520, h: 400, r: 132 } as const
const centre = [box.w / 2, box.h / 2] as const
const path = (points: readonly (readonly [number, number])[]): string => points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')

export function RadarPair({
  def,
  before,
  after,
  names,
}: {
  readonly def: FormDef
  readonly before: ReadinessSurvey
  readonly after: ReadinessSurvey | null
  readonly names: { readonly before: string; readonly after: string }
}) {
  const t = useText()
  const both = useBoth()
  const language = useLanguage()
  const { survey } = def
  if (survey === undefined) return null
  const radarFor = (from: ReadinessSurvey): Radar => ({
    title: both(def.title),
    min: survey.min,
    max: survey.max,
    spokes: survey.components.map(({ key, label }) => {
      const found = from.components.find((one) => one.key === key)
      return { key, label: both(label), value: found?.mean ?? null, n: found?.n ?? 0 }
    }),
    respondents: from.respondents,
    overall: null,
  })
  const first = radarFor(before)
  const of = first.spokes.length
  return (
    <figure className={css.radarBox}>
      <svg className={css.radar} viewBox={`0 0 ${box.w} ${box.h}`} role="img" aria-label={t('monitor.readyAlt')}>
        {radarRings(first).map((step) => (
          <polygon
            key={step}
            className={css.ring}
            points={path(first.spokes.map((_, at) => radarPoint(at, of, radarShare(first, step), box.r, centre)))}
          />
        ))}
        {first.spokes.map(({ key }, at) => {
          const [x, y] = radarPoint(at, of, 1, box.r, centre)
          return <line key={key} className={css.ring} x1={centre[0]} y1={centre[1]} x2={x} y2={y} />
        })}
        <Round radar={first} when="before" />
        {after !== null && <Round radar={radarFor(after)} when="after" />}
        {[first.min, ...radarRings(first)].map((step) => {
          const [x, y] = radarPoint(0, of, radarShare(first, step), box.r, centre)
          return (
            <text key={step} className={css.step} x={x + 8} y={y + 4}>
              {formatNumber(step, language)}
            </text>
          )
        })}
        {first.spokes.map(({ key, label }, at) => {
          const [x, y] = radarPoint(at, of, 1, box.r + 16, centre)
          const lines = wrap(label, 112, 14, true, 2)
          const middle = Math.abs(x - centre[0]) < 8
          const from =
            y < centre[1] - box.r * 0.9 ? y - lines.length * 18 + 16 : y > centre[1] + box.r * 0.9 ? y + 14 : y - lines.length * 9 + 14
          return (
            <text key={key} className={css.spoke} textAnchor={middle ? 'middle' : x > centre[0] ? 'start' : 'end'}>
              {lines.map((line, row) => (
                <tspan key={line} x={x} y={from + row * 18}>
                  {line}
                </tspan>
              ))}
            </text>
          )
        })}
      </svg>
      <figcaption className={css.key}>
        <span data-when="before">{t('monitor.round', { name: names.before, n: before.respondents })}</span>
        {after !== null && <span data-when="after">{t('monitor.round', { name: names.after, n: after.respondents })}</span>}
      </figcaption>
    </figure>
  )
}

function Round({ radar, when }: { readonly radar: Radar; readonly when: 'before' | 'after' }) {
  const of = radar.spokes.length
  return (
    <g data-when={when} className={css.roundShape}>
      {radarLines(radar, box.r, centre).map((points) => (
        <polyline key={path(points)} points={path(points)} />
      ))}
      {radar.spokes.map(({ key, value }, at) => {
        if (value === null) return null
        const [x, y] = radarPoint(at, of, radarShare(radar, value), box.r, centre)
        return <circle key={key} cx={x} cy={y} r={4.5} />
      })}
    </g>
  )
}
