/** Other weights, another way of pooling, judges left out: what the ranking would be. Nothing of it is kept. */
import { ActionIcon, Button, Checkbox, NumberInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { Convention } from '#shared/model/jury.ts'
import { poolings } from '#shared/model/rubric.ts'
import type { WhatIf } from '#shared/rules/jury-result.ts'
import { useBoth, useLanguage, useText } from '../../../app/text.ts'
import { Panel, Segmented } from '../../../parts/index.ts'
import css from './results.module.css'

export const isOtherwise = ({ pooling, weights, without }: WhatIf): boolean =>
  pooling !== undefined || Object.keys(weights ?? {}).length > 0 || (without?.length ?? 0) > 0

type Props = {
  readonly convention: Convention
  readonly whatIf: WhatIf
  readonly onChange: (whatIf: WhatIf) => void
  readonly onClose: () => void
}

export function WhatIfPanel({ convention, whatIf, onChange, onClose }: Props) {
  const t = useText()
  const without = whatIf.without ?? []
  const pool = (pooling: Convention['pooling']): void => {
    const { pooling: _before, ...rest } = whatIf
    onChange(pooling === convention.pooling ? rest : { ...rest, pooling })
  }
  const close = (
    <ActionIcon variant="subtle" size={30} aria-label={t('juryResults.close')} onClick={onClose}>
      <IconX size={16} stroke={1.75} />
    </ActionIcon>
  )
  return (
    <aside className={css.side} aria-label={t('juryResults.whatIf')}>
      <Panel title={t('juryResults.whatIf')} side={close}>
        <div className={css.whatIf}>
          <p className={css.promise}>{t('juryResults.changesNothing')}</p>
          <Segmented
            label={t('juryResults.pooling')}
            value={whatIf.pooling ?? convention.pooling}
            segments={poolings.map((value) => ({ value, label: t(`juryResults.pooling_${value}`) }))}
            onChange={pool}
          />
          <Weights convention={convention} whatIf={whatIf} onChange={onChange} />
          <fieldset>
            <legend>{t('juryResults.judgesCounted')}</legend>
            {convention.judges.map(({ id, name }) => (
              <Checkbox
                key={id}
                size="sm"
                label={name}
                checked={!without.includes(id)}
                onChange={(event) =>
                  onChange({ ...whatIf, without: event.currentTarget.checked ? without.filter((one) => one !== id) : [...without, id] })
                }
              />
            ))}
          </fieldset>
          <Button variant="default" size="xs" disabled={!isOtherwise(whatIf)} onClick={() => onChange({})}>
            {t('juryResults.asItIs')}
          </Button>
        </div>
      </Panel>
    </aside>
  )
}

function Weights({ convention, whatIf, onChange }: Omit<Props, 'onClose'>) {
  const t = useText()
  const both = useBoth()
  const language = useLanguage()
  const weights = whatIf.weights ?? {}
  const field = (key: string, label: string, kept: number, strong: boolean) => (
    <div key={key} className={css.weight} data-strong={strong || undefined} data-other={key in weights || undefined}>
      <span>{label}</span>
      <NumberInput
        aria-label={t('juryResults.weightOf', { what: label })}
        size="xs"
        min={0}
        max={1000}
        hideControls
        decimalSeparator={language === 'id' ? ',' : '.'}
        value={weights[key] ?? kept}
        onChange={(value) => {
          const { [key]: _before, ...rest } = weights
          // An empty field means what is kept.
          onChange({ ...whatIf, weights: typeof value !== 'number' || value === kept ? rest : { ...rest, [key]: value } })
        }}
      />
    </div>
  )
  return (
    <fieldset>
      <legend>{t('juryResults.weights')}</legend>
      {convention.stages.map((stage) => (
        <div key={stage.key} className={css.stageWeights}>
          {convention.stages.length > 1 && field(stage.key, both(stage.title), stage.weight, true)}
          {stage.criteria.map((one) => field(`${stage.key}/${one.key}`, both(one.title), one.weight, false))}
        </div>
      ))}
    </fieldset>
  )
}
