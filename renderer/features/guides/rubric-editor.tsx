/** A rubric: its stages with their criteria, how judges become one number, and what decides between equals. */
import type { JuryStage, RubricDef } from '#shared/model/pack.ts'
import { poolings, scorings } from '#shared/model/rubric.ts'
import { planOf } from '#shared/rules/jury-numbers.ts'
import { formatNumber, formatPercent } from '#shared/rules/numbers.ts'
import { useBoth, useLanguage, useText } from '../../app/text.ts'
import { type EditorProps, StatusField } from './editors.tsx'
import { Both, Choice, Count, Line } from './fields.tsx'
import css from './guides.module.css'
import { changed, keyFrom } from './lines.ts'
import { Ordered } from './ordered.tsx'
import { CriteriaFields, newCriterion } from './rubric-criteria.tsx'
import { TieFields } from './rubric-ties.tsx'

export function RubricEditor({ def, change, disabled }: EditorProps<RubricDef>) {
  const t = useText()
  const say = useBoth()
  const language = useLanguage()
  const total = def.stages.reduce((sum, { weight }) => sum + weight, 0)
  const shareOf = ({ weight }: JuryStage): string => formatPercent(total > 0 ? (weight / total) * 100 : 0, language)
  return (
    <>
      <div className={css.fields}>
        <Both at="title" label={t('guidesRubric.name')} value={def.title} onChange={(title) => change({ title })} disabled={disabled} />
        <Both at="short" label={t('guidesRubric.short')} value={def.short} onChange={(short) => change({ short })} disabled={disabled} />
        <StatusField value={def.status} onChange={(status) => change({ status })} disabled={disabled} />
        <Line
          at="source"
          label={t('guidesRubric.source')}
          value={def.source}
          onChange={(source) => change({ source })}
          disabled={disabled}
        />
        <div className={css.row} data-many>
          <Choice
            at="pooling"
            label={t('guidesRubric.pooling')}
            value={def.pooling}
            options={poolings.map((value) => ({ value, label: t(`guidesRubric.pooling_${value}`) }))}
            disabled={disabled}
            onChange={(pooling) => change({ pooling })}
          />
          <Count
            at="spread"
            label={t('guidesRubric.spread')}
            value={def.spread}
            min={1}
            max={100}
            decimals={1}
            disabled={disabled}
            onChange={(spread) => spread !== undefined && change({ spread })}
          />
        </div>
        {def.pooling === 'trimmed' && <p className={css.quiet}>{t('guidesRubric.poolingNote')}</p>}
      </div>
      <h3 className={css.group}>{t('guidesRubric.stages')}</h3>
      <Ordered<JuryStage>
        at="stages"
        items={def.stages}
        onChange={(update) => change((now) => ({ stages: [...update(now.stages)] }))}
        nameOf={({ title }) => say(title) || t('guidesRubric.unnamed')}
        noteOf={(stage) => t('guidesRubric.stageNote', { share: shareOf(stage), n: stage.criteria.length })}
        disabled={disabled}
        add={[{ label: t('guidesRubric.addStage'), make: newStage }]}
        draw={(stage) => (
          <StageFields
            def={stage}
            change={(update) => change(({ stages }) => ({ stages: changed(stages, stage.key, update) }))}
            disabled={disabled}
          />
        )}
      />
      <h3 className={css.group}>{t('guidesRubric.ties')}</h3>
      <p className={css.quiet}>{t('guidesRubric.tiesNote')}</p>
      <TieFields def={def} change={change} disabled={disabled} />
    </>
  )
}

const newStage = (now: readonly JuryStage[]): JuryStage => ({
  key: keyFrom(
    '',
    now.map(({ key }) => key),
    'tahap',
  ),
  title: { id: '', en: '' },
  weight: 10,
  scoring: now.at(-1)?.scoring ?? 'normal',
  criteria: [newCriterion(now.at(-1)?.criteria ?? [])],
})

function StageFields({ def, change, disabled }: EditorProps<JuryStage>) {
  const t = useText()
  const language = useLanguage()
  const { total, least, most } = planOf(def, 1)
  const number = (value: number): string => formatNumber(value, language)
  return (
    <>
      <Both at="title" label={t('guidesRubric.stage')} value={def.title} onChange={(title) => change({ title })} disabled={disabled} />
      <div className={css.row} data-many>
        <Count
          at="weight"
          label={t('guidesRubric.stageWeight')}
          value={def.weight}
          min={0.01}
          decimals={2}
          disabled={disabled}
          onChange={(weight) => weight !== undefined && change({ weight })}
        />
        <Choice
          at="scoring"
          label={t('guidesRubric.scoring')}
          value={def.scoring}
          options={scorings.map((value) => ({ value, label: t(`guidesRubric.scoring_${value}`) }))}
          disabled={disabled}
          onChange={(scoring) => change({ scoring })}
        />
      </div>
      <p className={css.quiet}>
        {t(`guidesRubric.formula_${def.scoring}`)}{' '}
        {t('guidesRubric.range', { total: number(total), least: number(least), most: number(most) })}
      </p>
      <CriteriaFields def={def} change={change} disabled={disabled} />
    </>
  )
}
