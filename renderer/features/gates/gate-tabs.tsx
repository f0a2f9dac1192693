/** One tab for each gate, with how many innovations stand before it. Arrow keys move, as in any list of tabs. */
import type { StageKey } from '#shared/model/pack.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { useText } from '../../app/text.ts'
import type { LabStage } from '../../lab/open-lab.tsx'
import { StageDot, stageColors } from '../../parts/index.ts'
import css from './gates.module.css'

type Props = {
  readonly stages: readonly LabStage[]
  readonly chosen: StageKey
  /** Null while they are asked for. */
  readonly innovations: readonly InnovationSummary[] | null
  readonly choose: (stage: StageKey) => void
}

export function GateTabs({ stages, chosen, innovations, choose }: Props) {
  const t = useText()
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const next = stages[stages.findIndex(({ key }) => key === chosen) + step]
    if (step === 0 || event.altKey || next === undefined) return
    event.preventDefault()
    choose(next.key)
    requestAnimationFrame(() => document.getElementById(`gate-${next.key}`)?.focus())
  }
  return (
    <div role="tablist" aria-label={t('gates.title')} className={css.tabs} onKeyDown={onKeyDown}>
      {stages.map((stage) => {
        const opens = stages.find(({ key }) => key === stage.def.gate.opens)
        const count = innovations?.filter((one) => !one.archived && one.stage === stage.key).length
        return (
          <button
            key={stage.key}
            id={`gate-${stage.key}`}
            type="button"
            role="tab"
            aria-selected={stage.key === chosen}
            aria-controls="gate-panel"
            tabIndex={stage.key === chosen ? 0 : -1}
            className={css.tab}
            style={stageColors(stage.key)}
            onClick={() => choose(stage.key)}
          >
            <StageDot stage={stage.key} size={22} />
            <span>
              {stage.label}
              <small>{opens === undefined ? t('gates.closing') : t('gates.opens', { stage: opens.label })}</small>
            </span>
            {count !== undefined && <b title={t('gates.standing', { n: count })}>{count}</b>}
          </button>
        )
      })}
    </div>
  )
}
