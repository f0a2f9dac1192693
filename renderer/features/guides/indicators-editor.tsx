/** A set of indicators: weights, what each level asks, which evidence, and how the region's index is counted from them. */
import type { IndicatorDef, IndicatorSet, RegionIndex } from '#shared/model/pack.ts'
import type { BothTexts } from '#shared/model/text.ts'
import { useBoth, useText } from '../../app/text.ts'
import { type EditorProps, StatusField } from './editors.tsx'
import { Both, Count, Tick } from './fields.tsx'
import css from './guides.module.css'
import { Inside } from './marks.tsx'
import { Ordered } from './ordered.tsx'

export function IndicatorsEditor({ def, change, disabled }: EditorProps<IndicatorSet>) {
  const t = useText()
  const say = useBoth()
  const weight = def.indicators.reduce((sum, one) => sum + one.weight, 0)
  return (
    <>
      <div className={css.fields}>
        <Both at="title" label={t('guides.name')} value={def.title} onChange={(title) => change({ title })} disabled={disabled} />
        <Both at="short" label={t('guides.short')} value={def.short} onChange={(short) => change({ short })} disabled={disabled} />
        <StatusField value={def.status} onChange={(status) => change({ status })} disabled={disabled} />
      </div>
      {def.index !== undefined && (
        <>
          <h3 className={css.group}>{t('guides.index')}</h3>
          <Inside step="index">
            <Index
              def={def.index}
              change={(update) =>
                change(({ index }) =>
                  index === undefined ? {} : { index: { ...index, ...(typeof update === 'function' ? update(index) : update) } },
                )
              }
              disabled={disabled}
            />
          </Inside>
        </>
      )}
      <h3 className={css.group}>{t('guides.indicators')}</h3>
      <p className={css.quiet}>{t('guides.indicatorsNote', { n: def.indicators.length, weight, most: weight * 3 })}</p>
      <Ordered<IndicatorDef>
        at="indicators"
        items={def.indicators}
        onChange={(update) => change((now) => ({ indicators: [...update(now.indicators)] }))}
        nameOf={(one) => `${one.no}. ${say(one.title)}`}
        noteOf={(one) => t(one.mandatory ? 'guides.weightMandatory' : 'guides.weightAlone', { n: one.weight })}
        disabled={disabled}
        draw={(one, patch) => (
          <Indicator def={one} change={(update) => patch(typeof update === 'function' ? update(one) : update)} disabled={disabled} />
        )}
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
      <Both at="title" label={t('guides.indicator')} value={def.title} onChange={(title) => change({ title })} disabled={disabled} />
      <div className={css.row}>
        <Count
          at="weight"
          label={t('guides.indicatorWeight')}
          value={def.weight}
          min={0.5}
          decimals={2}
          disabled={disabled}
          onChange={(n) => n !== undefined && change({ weight: n })}
        />
        <Tick label={t('guides.mandatory')} checked={def.mandatory} disabled={disabled} onChange={(mandatory) => change({ mandatory })} />
      </div>
      {def.bases.length === 0 && (
        <LevelFields at="levels" levels={def.levels} change={(levels) => change({ levels })} disabled={disabled} />
      )}
      {def.bases.map((basis, at) => (
        <div key={basis.key} className={css.fields}>
          <b>{t('guides.basis', { name: say(basis.label) })}</b>
          <LevelFields
            at={`bases[${at}].levels`}
            levels={basis.levels}
            disabled={disabled}
            change={(levels) => change({ bases: def.bases.map((one) => (one.key === basis.key ? { ...one, levels } : one)) })}
          />
        </div>
      ))}
      <Both
        at="evidence"
        label={t('guides.evidence')}
        value={def.evidence}
        onChange={(evidence) => change({ evidence })}
        long
        disabled={disabled}
      />
    </>
  )
}

function LevelFields({
  at,
  levels,
  change,
  disabled,
}: {
  readonly at: string
  readonly levels: Levels
  readonly change: (levels: Levels) => void
  readonly disabled: boolean
}) {
  const t = useText()
  return [1, 2, 3].map((level) => (
    <Both
      key={level}
      at={`${at}[${level - 1}]`}
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
  const number = (at: string, label: string, value: number | undefined, onChange: (value: number) => void, decimals = 0) => (
    <Count
      at={at}
      label={label}
      value={value}
      decimals={decimals}
      disabled={disabled}
      onChange={(next) => next !== undefined && onChange(next)}
    />
  )
  return (
    <div className={css.fields}>
      <div className={css.row} data-many>
        {number('divisor', t('guides.divisor'), def.divisor, (divisor) => change({ divisor }))}
        {number('count.points', t('guides.countPoints'), def.count.points, (points) => change({ count: { ...def.count, points } }), 2)}
        {number('count.most', t('guides.countMost'), def.count.most, (most) => change({ count: { ...def.count, most } }))}
        {number('regionMost', t('guides.regionMost'), def.regionMost, (regionMost) => change({ regionMost }), 2)}
        {number('most', t('guides.most'), def.most, (most) => change({ most }), 2)}
        <Count
          at="basicServices"
          label={t('guides.basicServices')}
          value={def.basicServices}
          disabled={disabled}
          onChange={(basicServices) => change({ basicServices })}
        />
      </div>
      <div className={css.row} data-many>
        {def.bands.map((band, at) => (
          <Count
            key={band.key}
            at={`bands[${at}].from`}
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
