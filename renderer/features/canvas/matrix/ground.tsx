/** What lies under the points: four named quadrants, or cells tinted by the band of their value. */
import { useMemo } from 'react'
import { bandsOf, bandTint, borderOf, cellsOf, quadrantNames, quadrantOf, shareOf, stepsOf } from '#shared/rules/matrix.ts'
import { formatNumber } from '#shared/rules/numbers.ts'
import { useBoth, useLanguage } from '../../../app/text.ts'
import { useSessionOf } from '../session.tsx'
import style from './matrix.module.css'

/** Quadrants with points on them keep their name and give up their hint. */
export function Ground({ occupied }: { readonly occupied: boolean }) {
  const { def } = useSessionOf('matrix')
  return def.cells === undefined ? <Quadrants hints={!occupied} /> : <Cells />
}

function Quadrants({ hints }: { readonly hints: boolean }) {
  const { def } = useSessionOf('matrix')
  const both = useBoth()
  const [x, y] = [borderOf(def.x), borderOf(def.y)]
  return quadrantNames.map((name) => {
    const quadrant = quadrantOf(def, name)
    const right = name.endsWith('_high')
    const high = name.startsWith('high_')
    return (
      <div
        key={name}
        className={style.quadrant}
        data-corner={name}
        data-tone={quadrant?.tone}
        style={{
          left: `${right ? x * 100 : 0}%`,
          width: `${(right ? 1 - x : x) * 100}%`,
          top: `${high ? 0 : (1 - y) * 100}%`,
          height: `${(high ? 1 - y : y) * 100}%`,
        }}
      >
        <b>{quadrant === undefined ? '' : both(quadrant.label)}</b>
        {quadrant !== undefined && hints ? <small>{both(quadrant.hint)}</small> : null}
      </div>
    )
  })
}

function Cells() {
  const { def } = useSessionOf('matrix')
  const language = useLanguage()
  const both = useBoth()
  const cells = useMemo(() => cellsOf(def), [def])
  const bands = useMemo(() => bandsOf(def), [def])
  const [w, h] = [100 / stepsOf(def.x).length, 100 / stepsOf(def.y).length]
  return cells.map((cell) => {
    const { tone, strong } = bandTint(bands, cell.band?.key)
    return (
      <div
        key={`${cell.x}/${cell.y}`}
        className={style.cell}
        data-tone={tone ?? undefined}
        data-strong={strong || undefined}
        title={cell.band === null ? undefined : both(cell.band.label)}
        style={{
          left: `${shareOf(def.x, cell.x) * 100 - w / 2}%`,
          top: `${(1 - shareOf(def.y, cell.y)) * 100 - h / 2}%`,
          width: `${w}%`,
          height: `${h}%`,
        }}
      >
        {cell.value === null ? null : <span>{formatNumber(cell.value, language)}</span>}
      </div>
    )
  })
}
