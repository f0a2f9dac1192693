/** What the colours of the map mean, always in words. */
import { bandsOf, bandTint, colorOptions } from '#shared/rules/matrix.ts'
import { useBoth, useText } from '../../../app/text.ts'
import { useSessionOf } from '../session.tsx'
import style from './matrix.module.css'
import pointStyle from './points.module.css'

export function MapLegend() {
  const { def } = useSessionOf('matrix')
  const t = useText()
  const both = useBoth()
  const bands = bandsOf(def)
  const options = colorOptions(def).filter((option) => option.color !== undefined)
  const label = (key: string | undefined): string => {
    const column = def.columns.find((one) => one.key === key)
    return column === undefined ? '' : both(column.label)
  }
  return (
    <>
      {bands.length === 0 ? null : (
        <p className={style.legend}>
          <b>{t('matrix.bands')}</b>
          {bands.map((band) => {
            const { tone, strong } = bandTint(bands, band.key)
            return (
              <span key={band.key}>
                <i className={style.cellKey} data-tone={tone ?? undefined} data-strong={strong || undefined} aria-hidden />
                {both(band.label)}
              </span>
            )
          })}
        </p>
      )}
      {options.length === 0 ? null : (
        <p className={style.legend}>
          <b>{t('matrix.colours', { column: label(def.color) })}</b>
          {options.map((option) => (
            <span key={option.key}>
              <i className={pointStyle.pointKey} data-color={option.color} aria-hidden />
              {both(option.label)}
            </span>
          ))}
          <span>
            <i className={pointStyle.pointKey} aria-hidden />
            {t('matrix.noColour')}
          </span>
        </p>
      )}
      {def.size === undefined ? null : (
        <p className={style.legend}>
          <b>{t('matrix.sizes', { column: label(def.size) })}</b>
        </p>
      )}
    </>
  )
}
