/** A set of indicators: weights, what each level asks, which evidence, and how the region's index is counted from them. */
import { Checkbox } from '@mantine/core'
import type { IndicatorDef, IndicatorSet, RegionIndex } from '#shared/model/pack.ts'
import type { BothTexts } from '#shared/model/text.ts'
import { useBoth, useText } from '../../app/text.ts'
import { type EditorProps, StatusField } from './editors.tsx'
import { Both, Count, Ordered } from './fields.tsx'
import css from './guides.module.css'

export function IndicatorsEditor({ def, change, disabled }: EditorProps<IndicatorSet>) {
  const t = useText()
  const say = useBoth()
  const weight = def.indicators.reduce((sum, one) => sum + one.weight, 0)
  return (
    <>
      <div className={css.fields}>
        <Both label={t('guides.name')} value={def.title} onChange={(title) => change({ title })} disabled={disabled} />
        <Both label={t('guides.short')} value={def.short} onChange={(short) => change({ short })} disabled={disabled} />
        <StatusField value={def.status} onChange={(status) => change({ status })} disabled={disabled} />
      </div>
      {def.index !== undefined && (
        <>
          <h3 className={css.group}>{t('guides.index')}</h3>
          <Index
            def={def.index}
            change={(patch) => def.index !== undefined && change({ index: { ...def.index, ...patch } })}
            disabled={disabled}
          />
        </>
      )}
      <h3 className={css.group}>{t('guides.indicators')}</h3>
      <p className={css.quiet}>{t('guides.indicatorsNote', { n: def.indicators.length, weight, most: weight * 3 })}</p>
      <Ordered<IndicatorDef>
        items={def.indicators}
        onChange={(indicators) => change({ indicators: [...indicators] })}
        keyOf={({ key }) => key}
        nameOf={(one) => `${one.no}. ${say(one.title)}`}
        disabled={disabled}
        draw={(one, patch) => <Indicator def={one} change={patch} disabled={disabled} />}
      />
    </>
  )
}

type Levels = IndicatorDef['levels']

const withLevel = (levels: Levels, at: number, text: BothTexts): Levels =>
  levels.map((one, n) => (n === at ? text : one)) as Levels /* as many as before */

function Indicator({ def, change, disabled }: EditorProps<IndicatorDef>) {
  const t = useText()
  const say = useBoth()
  return (
    <>
      <Both label={t('guides.indicator')} value={def.title} onChange={(title) => change({ title })} disabled={disabled} />
      <div className={css.row}>
        <Count
          label={t('guides.indicatorWeight')}
          value={def.weight}
          min={0.5}
          decimals={2}
          disabled={disabled}
          onChange={(n) => n !== undefined && change({ weight: n })}
        />
        <Checkbox
          mt={30}
          label={t('guides.mandatory')}
          checked={def.mandatory}
          disabled={disabled}
          onChange={({ currentTarget }) => change({ mandatory: currentTarget.checked })}
        />
      </div>
      {def.bases.length === 0 && <LevelFields levels={def.levels} change={(levels) => change({ levels })} disabled={disabled} />}
      {def.bases.map((basis) => (
        <div key={basis.key} className={css.fields}>
          <b>{t('guides.basis', { name: say(basis.label) })}</b>
          <LevelFields
            levels={basis.levels}
            disabled={disabled}
            change={(levels) => change({ bases: def.bases.map((one) => (one.key === basis.key ? { ...one, levels } : one)) })}
          />
        </div>
      ))}
      <Both label={t('guides.evidence')} value={def.evidence} onChange={(evidence) => change({ evidence })} long disabled={disabled} />
    </>
  )
}

function LevelFields({
  levels,
  change,
  disabled,
}: {
  readonly levels: Levels
  readonly change: (levels: Levels) => void
  readonly disabled: boolean
}) {
  const t = useText()
  return [1, 2, 3].map((level) => (
    <Both
      key={level}
      label={t('guides.level', { n: level })}
      value={levels[level - 1] ?? { id: '', en: '' }}
      disabled={disabled}
      onChange={(text) => change(withLevel(levels, level - 1, text))}
    />
  ))
}

function Index({ def, change, disabled }: EditorProps<RegionIndex>) {
  const t = useText()
  const say = useBoth()
  const number = (label: string, value: number | undefined, onChange: (value: number) => void, decimals = 0) => (
    <Count label={label} value={value} decimals={decimals} disabled={disabled} onChange={(next) => next !== undefined && onChange(next)} />
  )
  return (
    <div className={css.fields}>
      <div className={css.row} data-many>
        {number(t('guides.divisor'), def.divisor, (divisor) => change({ divisor }))}
        {number(t('guides.countPoints'), def.count.points, (points) => change({ count: { ...def.count, points } }), 2)}
        {number(t('guides.countMost'), def.count.most, (most) => change({ count: { ...def.count, most } }))}
        {number(t('guides.regionMost'), def.regionMost, (regionMost) => change({ regionMost }), 2)}
        {number(t('guides.most'), def.most, (most) => change({ most }), 2)}
        <Count
          label={t('guides.basicServices')}
          value={def.basicServices}
          disabled={disabled}
          onChange={(basicServices) => change({ basicServices })}
        />
      </div>
      <div className={css.row} data-many>
        {def.bands.map((band) => (
          <Count
            key={band.key}
            label={t('guides.band', { name: say(band.label) })}
            value={band.from}
            decimals={2}
            disabled={disabled}
            onChange={(from) =>
              from !== undefined && change({ bands: def.bands.map((one) => (one.key === band.key ? { ...one, from } : one)) })
            }
          />
        ))}
      </div>
    </div>
  )
}
