/** What decides between equals: a list of rules, tried from the top. */
import type { RubricDef, TieRule } from '#shared/model/pack.ts'
import { tieRuleText } from '#shared/rules/jury-explain.ts'
import { useBoth, useLanguage, useText } from '../../app/text.ts'
import type { EditorProps } from './editors.tsx'
import { Choice } from './fields.tsx'
import css from './guides.module.css'
import { Ordered } from './ordered.tsx'

const kinds = ['criterion', 'stage', 'lowest', 'highest', 'earlier', 'decision'] as const satisfies readonly TieRule['by'][]
type Stages = RubricDef['stages']

export function TieFields({ def, change, disabled }: EditorProps<RubricDef>) {
  const t = useText()
  const language = useLanguage()
  return (
    <Ordered<TieRule>
      at="ties"
      items={def.ties}
      onChange={(update) => change((now) => ({ ties: [...update(now.ties)] }))}
      nameOf={(rule, at) => `${at + 1}. ${tieRuleText(rule, def.stages, language)}`}
      disabled={disabled}
      add={[{ label: t('guidesRubric.addTie'), make: (now) => unused(now) }]}
      draw={(rule, _, at) => (
        // Put in its place whole: a rule of one kind has no fields of another.
        <Rule
          rule={rule}
          stages={def.stages}
          put={(next) => change((now) => ({ ties: now.ties.map((one, n) => (n === at ? next : one)) }))}
          disabled={disabled}
        />
      )}
    />
  )
}

/** A kind that the list does not have yet; the first ones need a place and are chosen by hand. */
const unused = (now: readonly TieRule[]): TieRule => {
  const free = (['earlier', 'decision', 'lowest', 'highest'] as const).find((by) => !now.some((rule) => rule.by === by))
  return { by: free ?? 'earlier' }
}

type RuleProps = {
  readonly rule: TieRule
  readonly stages: Stages
  readonly put: (rule: TieRule) => void
  readonly disabled: boolean
}

function Rule({ rule, stages, put, disabled }: RuleProps) {
  const t = useText()
  const say = useBoth()
  const named = 'stage' in rule ? rule.stage : ''
  const stage = stages.find(({ key }) => key === named) ?? stages[0]
  return (
    <div className={css.row} data-many>
      <Choice
        at="by"
        label={t('guidesRubric.tieBy')}
        value={rule.by}
        options={kinds.map((value) => ({ value, label: t(`guidesRubric.by_${value}`) }))}
        disabled={disabled}
        onChange={(by) => put(ruleOf(by, stages, named))}
      />
      {'stage' in rule && (
        <Choice
          at="stage"
          label={t('guidesRubric.tieStage')}
          value={rule.stage}
          options={stages.map(({ key, title }) => ({ value: key, label: say(title) }))}
          disabled={disabled}
          onChange={(key) => put(ruleOf(rule.by, stages, key))}
        />
      )}
      {'criterion' in rule && (
        <Choice
          at="criterion"
          label={t('guidesRubric.tieCriterion')}
          value={rule.criterion}
          options={(stage?.criteria ?? []).map(({ key, title }) => ({ value: key, label: say(title) }))}
          disabled={disabled}
          onChange={(criterion) => put({ ...rule, criterion })}
        />
      )}
    </div>
  )
}

/** A rule of another kind, about the stage that was named or the first one. */
function ruleOf(by: TieRule['by'], stages: Stages, named: string): TieRule {
  const stage = stages.find(({ key }) => key === named) ?? stages[0]
  if (by === 'stage') return { by, stage: stage?.key ?? '' }
  if (by === 'criterion') return { by, stage: stage?.key ?? '', criterion: stage?.criteria[0]?.key ?? '' }
  return { by }
}
