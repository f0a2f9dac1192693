/** What a reward is, for whom, how much, and what it is measured by. */
import { Button, NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { putReward } from '#shared/doc/log.ts'
import { byPerson } from '#shared/doc/origins.ts'
import { type Reward, type RewardIndicator, rewardIndicators, rewardKinds, rewardTargets } from '#shared/model/session.ts'
import type { RewardFacts } from '#shared/rules/rewards.ts'
import { places } from '../../app/places.ts'
import { useLanguage, useText } from '../../app/text.ts'
import { useDraft } from '../../collab/use-draft.ts'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { Panel } from '../../parts/index.ts'
import css from './rewards.module.css'
import { countedSessions } from './use-facts.ts'

type Props = { readonly reward: Reward; readonly facts: RewardFacts }

export function RewardTerms({ reward, facts }: Props) {
  const t = useText()
  const language = useLanguage()
  const { doc, readOnly } = useOpenLab()
  const put = (patch: Partial<Omit<Reward, 'id'>>) => putReward(doc, reward.id, patch, byPerson)
  const title = useDraft(reward.title, (next) => put({ title: next }))
  const note = useDraft(reward.note, (next) => put({ note: next }))
  const whole = (value: string | number): number | null => (typeof value === 'number' && value >= 0 ? Math.round(value) : null)
  return (
    <Panel title={t('rewards.rules')}>
      <div className={css.terms}>
        <TextInput className={css.wide} label={t('rewards.name')} maxLength={200} readOnly={readOnly} {...title} />
        <Select
          label={t('rewards.kind')}
          allowDeselect={false}
          disabled={readOnly}
          data={rewardKinds.map((kind) => ({ value: kind, label: t(`rewards.kind_${kind}`) }))}
          value={reward.kind}
          onChange={(kind) => kind !== null && put({ kind })}
        />
        <Select
          label={t('rewards.to')}
          allowDeselect={false}
          disabled={readOnly}
          data={rewardTargets.map((to) => ({ value: to, label: t(`rewards.to_${to}`) }))}
          value={reward.to}
          // Who was chosen by hand is of the other kind.
          onChange={(to) => to !== null && to !== reward.to && put({ to, added: [], left: [] })}
        />
        <NumberInput
          label={t('rewards.amount')}
          description={t('rewards.amountHint')}
          prefix="Rp"
          min={0}
          max={1e12}
          allowDecimal={false}
          hideControls
          thousandSeparator={language === 'id' ? '.' : ','}
          decimalSeparator={language === 'id' ? ',' : '.'}
          readOnly={readOnly}
          value={reward.amount ?? ''}
          onChange={(value) => put({ amount: whole(value) })}
        />
        <NumberInput
          label={t('rewards.most')}
          description={t('rewards.mostHint')}
          min={0}
          max={1000}
          allowDecimal={false}
          readOnly={readOnly}
          value={reward.most ?? ''}
          onChange={(value) => put({ most: whole(value) })}
        />
      </div>
      <Criteria reward={reward} facts={facts} onChange={(criteria) => put({ criteria })} />
      <Textarea
        className={css.note}
        label={t('rewards.note')}
        autosize
        minRows={1}
        maxRows={6}
        maxLength={2000}
        readOnly={readOnly}
        {...note}
      />
    </Panel>
  )
}

type Criterion = Reward['criteria'][number]

function Criteria({ reward, facts, onChange }: Props & { readonly onChange: (criteria: readonly Criterion[]) => void }) {
  const t = useText()
  const { readOnly } = useOpenLab()
  const { criteria } = reward
  const unused = rewardIndicators.filter((one) => !criteria.some(({ indicator }) => indicator === one))
  const change = (at: number, patch: Partial<Criterion>) => onChange(criteria.map((one, n) => (n === at ? { ...one, ...patch } : one)))
  const [first] = unused
  return (
    <fieldset className={css.criteria}>
      <legend>{t('rewards.criteria')}</legend>
      <p className={css.quiet}>{t(criteria.length === 0 ? 'rewards.noCriteria' : 'rewards.criteriaHint')}</p>
      <ol>
        {criteria.map((one, at) => (
          <CriterionRow
            key={one.indicator}
            criterion={one}
            at={at}
            facts={facts}
            choices={[one.indicator, ...unused]}
            onChange={(patch) => change(at, patch)}
            onRemove={() => onChange(criteria.filter((_one, n) => n !== at))}
          />
        ))}
      </ol>
      {reward.to === 'person' && <p className={css.quiet}>{t('rewards.toPersonHint')}</p>}
      {!readOnly && first !== undefined && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
          onClick={() => onChange([...criteria, { indicator: first, atLeast: usual[first] }])}
        >
          {t('rewards.addCriterion')}
        </Button>
      )}
    </fieldset>
  )
}

/** What a new measure asks for until somebody says otherwise. */
const usual: Readonly<Record<RewardIndicator, number>> = {
  innovations: 1,
  stage: 3,
  launched: 1,
  monitored: 1,
  canvases_done: 5,
  forms_accepted: 1,
  proposal_words: 500,
  members: 2,
  attendance: 80,
  on_time: 100,
  adopted: 1,
  awarded: 1,
}

function CriterionRow(props: {
  readonly criterion: Criterion
  readonly at: number
  readonly facts: RewardFacts
  readonly choices: readonly RewardIndicator[]
  readonly onChange: (patch: Partial<Criterion>) => void
  readonly onRemove: () => void
}) {
  const { criterion, at, facts, choices, onChange, onRemove } = props
  const t = useText()
  const { readOnly, stages } = useOpenLab()
  const { indicator, atLeast } = criterion
  const name = t(`rewards.${indicator}`)
  return (
    <li>
      <div className={css.criterion}>
        <Select
          aria-label={t('rewards.indicator', { n: at + 1 })}
          allowDeselect={false}
          disabled={readOnly}
          data={rewardIndicators.filter((one) => choices.includes(one)).map((one) => ({ value: one, label: t(`rewards.${one}`) }))}
          value={indicator}
          onChange={(next) => next !== null && next !== indicator && onChange({ indicator: next, atLeast: usual[next] })}
        />
        <span aria-hidden>{t('rewards.atLeast').toLocaleLowerCase()}</span>
        <div className={css.least}>
          {indicator === 'stage' ? (
            <Select
              aria-label={t('rewards.atLeastOf', { what: name })}
              allowDeselect={false}
              disabled={readOnly}
              data={stages.map(({ label }, n) => ({ value: String(n + 1), label }))}
              value={String(atLeast)}
              onChange={(next) => next !== null && onChange({ atLeast: Number(next) })}
            />
          ) : (
            <NumberInput
              aria-label={t('rewards.atLeastOf', { what: name })}
              min={0}
              max={indicator === 'attendance' || indicator === 'on_time' ? 100 : 1_000_000}
              allowDecimal={false}
              readOnly={readOnly}
              value={atLeast}
              onChange={(next) => typeof next === 'number' && onChange({ atLeast: next })}
            />
          )}
        </div>
        {!readOnly && (
          <button
            type="button"
            className={css.cross}
            aria-label={t('rewards.removeCriterion', { what: name })}
            title={t('rewards.removeCriterion', { what: name })}
            onClick={onRemove}
          >
            <IconX size={16} stroke={1.75} aria-hidden />
          </button>
        )}
      </div>
      <Basis indicator={indicator} facts={facts} />
    </li>
  )
}

/** What a measure is counted from, where the name alone does not tell. */
function Basis({ indicator, facts }: { readonly indicator: RewardIndicator; readonly facts: RewardFacts }) {
  const t = useText()
  const { id } = useOpenLab()
  if (indicator === 'attendance') {
    const n = countedSessions(facts)
    return <p className={css.quiet}>{n === 0 ? t('rewards.attendanceNone') : t('rewards.attendanceHint', { n })}</p>
  }
  if (indicator === 'awarded' || indicator === 'adopted') return <p className={css.quiet}>{t(`rewards.${indicator}Hint`)}</p>
  if (indicator !== 'on_time') return null
  if (Object.values(facts.lab.deadlines).every((day) => day === undefined || day === '')) {
    return (
      <p className={css.quiet}>
        {t('rewards.onTimeNone')} <a href={places.labSettings(id)}>{t('rewards.onTimeSet')}</a>
      </p>
    )
  }
  return <p className={css.quiet}>{t('rewards.onTimeHint')}</p>
}
