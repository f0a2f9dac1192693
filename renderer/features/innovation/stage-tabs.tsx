/** The stages as tabs; each says how it stands for this innovation. Arrow keys move, as in any list of tabs. */
import type { StageKey } from '#shared/model/pack.ts'
import { factsOfInnovation, gateState } from '#shared/rules/gates.ts'
import { useText } from '../../app/text.ts'
import { type LabStage, useOpenLab } from '../../lab/open-lab.tsx'
import { StageDot, type StationState, stageColors } from '../../parts/index.ts'
import style from './innovation.module.css'
import { useInnovation } from './innovation-context.tsx'

const words = {
  belum: 'app.stateBelum',
  sekarang: 'app.stateSekarang',
  selesai: 'app.stateSelesai',
  menunggu: 'app.stateMenunggu',
  dilewati: 'app.stateDilewati',
  terlambat: 'app.stateTerlambat',
} as const satisfies Record<StationState, string>

export function StageTabs({
  stages,
  chosen,
  choose,
}: {
  readonly stages: readonly LabStage[]
  readonly chosen: StageKey
  readonly choose: (stage: StageKey) => void
}) {
  const { value } = useInnovation()
  const { lab } = useOpenLab()
  const t = useText()
  const now = stages.findIndex((one) => one.key === value.stage)
  const stateOf = (stage: LabStage, at: number): StationState => {
    if (at === now) return 'sekarang'
    if (at > now) return 'belum'
    return gateState(stage.def, factsOfInnovation(value), lab).override === null ? 'selesai' : 'dilewati'
  }
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0 || event.altKey) return
    const next = stages[stages.findIndex((one) => one.key === chosen) + step]
    if (next === undefined) return
    event.preventDefault()
    choose(next.key)
    document.getElementById(`stage-${next.key}`)?.focus()
  }
  return (
    <div role="tablist" aria-label={t('innovation.stages')} className={style.tabs} onKeyDown={onKeyDown}>
      {stages.map((stage, at) => {
        const state = stateOf(stage, at)
        return (
          <button
            key={stage.key}
            id={`stage-${stage.key}`}
            type="button"
            role="tab"
            aria-selected={stage.key === chosen}
            tabIndex={stage.key === chosen ? 0 : -1}
            className={style.tab}
            data-state={state}
            style={stageColors(stage.key)}
            onClick={() => choose(stage.key)}
          >
            <StageDot stage={stage.key} state={state} size={22} />
            <span>
              {stage.label}
              <small>{t(words[state])}</small>
            </span>
          </button>
        )
      })}
    </div>
  )
}
