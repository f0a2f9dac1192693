/** The criteria of a stage: weight, scale, and what each mark means. */
import type { Criterion, JuryStage } from '#shared/model/pack.ts'
import { formatNumber } from '#shared/rules/numbers.ts'
import { useBoth, useLanguage, useText } from '../../app/text.ts'
import type { EditorProps } from './editors.tsx'
import { Both, Count } from './fields.tsx'
import css from './guides.module.css'
import { changed, keyFrom } from './lines.ts'
import { useMark } from './marks.tsx'
import { Ordered } from './ordered.tsx'

type Descriptor = Criterion['descriptors'][number]
const empty = { id: '', en: '' }
/** Marks may lie below nothing, as in a scale from −2 to 2. */
const lowest = -1000

/** With the scale of the one before it, which is what most rubrics do. */
export function newCriterion(now: readonly Criterion[]): Criterion {
  const { min = 1, max = 5, step = 1, weight = 10 } = now.at(-1) ?? {}
  const taken = now.map(({ key }) => key)
  return { key: keyFrom('', taken, 'kriteria'), title: empty, weight, min, max, step, descriptors: [] }
}

export function CriteriaFields({ def, change, disabled }: EditorProps<JuryStage>) {
  const t = useText()
  const say = useBoth()
  const language = useLanguage()
  const { error } = useMark('criteria')
  const number = (value: number): string => formatNumber(value, language)
  // What is wrong with one criterion is said at the criterion.
  const whole = error('criteria')
  return (
    <>
      <h4 className={css.group}>{t('guidesRubric.criteria')}</h4>
      {whole !== undefined && <p role="alert">{whole}</p>}
      <Ordered<Criterion>
        at="criteria"
        items={def.criteria}
        onChange={(update) => change((now) => ({ criteria: [...update(now.criteria)] }))}
        nameOf={({ title }) => say(title) || t('guidesRubric.unnamed')}
        noteOf={({ weight, min, max }) => t('guidesRubric.criterionNote', { weight: number(weight), min: number(min), max: number(max) })}
        disabled={disabled}
        add={[{ label: t('guidesRubric.addCriterion'), make: newCriterion }]}
        draw={(one) => (
          <CriterionFields
            def={one}
            change={(update) => change(({ criteria }) => ({ criteria: changed(criteria, one.key, update) }))}
            disabled={disabled}
          />
        )}
      />
    </>
  )
}

function CriterionFields({ def, change, disabled }: EditorProps<Criterion>) {
  const t = useText()
  const numbers = [
    ['weight', 0.01],
    ['min', lowest],
    ['max', lowest],
    ['step', 0.01],
  ] as const
  return (
    <>
      <Both at="title" label={t('guidesRubric.criterion')} value={def.title} onChange={(title) => change({ title })} disabled={disabled} />
      <Both
        at="hint"
        label={t('guidesRubric.hint')}
        value={def.hint ?? empty}
        onChange={(hint) => change({ hint: hint.id === '' && hint.en === '' ? undefined : hint })}
        disabled={disabled}
      />
      <div className={css.row} data-many>
        {numbers.map(([key, min]) => (
          <Count
            key={key}
            at={key}
            label={t(`guidesRubric.${key}`)}
            value={def[key]}
            min={min}
            decimals={2}
            disabled={disabled}
            onChange={(value) => value !== undefined && change({ [key]: value })}
          />
        ))}
      </div>
      <Descriptors def={def} change={change} disabled={disabled} />
    </>
  )
}

function Descriptors({ def, change, disabled }: EditorProps<Criterion>) {
  const t = useText()
  const say = useBoth()
  const language = useLanguage()
  const next = (now: readonly Descriptor[]): Descriptor => ({
    mark: Math.min(def.max, (now.at(-1)?.mark ?? def.min - def.step) + def.step),
    text: empty,
  })
  return (
    <>
      <h5 className={css.group}>{t('guidesRubric.descriptors')}</h5>
      <Ordered<Descriptor>
        at="descriptors"
        items={def.descriptors}
        onChange={(update) => change((now) => ({ descriptors: [...update(now.descriptors)] }))}
        nameOf={({ mark }) => t('guidesRubric.descriptor', { mark: formatNumber(mark, language) })}
        noteOf={({ text }) => say(text)}
        disabled={disabled}
        add={[{ label: t('guidesRubric.addDescriptor'), make: next }]}
        draw={(one, patch) => (
          <>
            <Count
              at="mark"
              label={t('guidesRubric.mark')}
              value={one.mark}
              min={lowest}
              decimals={2}
              disabled={disabled}
              onChange={(mark) => mark !== undefined && patch({ mark })}
            />
            <Both at="text" label={t('guidesRubric.meaning')} value={one.text} onChange={(text) => patch({ text })} disabled={disabled} />
          </>
        )}
      />
    </>
  )
}
