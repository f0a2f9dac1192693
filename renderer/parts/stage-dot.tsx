import { IconArrowBearRight, IconCheck, IconClock } from '@tabler/icons-react'
import type { StageKey } from '#shared/model/pack.ts'
import css from './parts.module.css'
import { stageColors, stageNumber } from './stages.ts'

export const stationStates = ['belum', 'sekarang', 'selesai', 'menunggu', 'dilewati', 'terlambat'] as const
export type StationState = (typeof stationStates)[number]

/** The number of a stage in its colour; a tick once it is done. Decorative: say the stage in words beside it. */
export function StageDot({
  stage,
  state = 'sekarang',
  size = 20,
}: {
  readonly stage: StageKey
  readonly state?: StationState
  readonly size?: 20 | 22
}) {
  const mark = { size: size - 8, stroke: 2, 'aria-hidden': true } as const
  return (
    <span className={css.dot} data-state={state} data-size={size} style={stageColors(stage)} aria-hidden="true">
      {state === 'selesai' ? (
        <IconCheck {...mark} />
      ) : state === 'dilewati' ? (
        <IconArrowBearRight {...mark} />
      ) : state === 'terlambat' ? (
        <IconClock {...mark} />
      ) : (
        stageNumber(stage)
      )}
    </span>
  )
}

/** Number and name of a stage as a tinted tag. */
export function StageTag({ stage, label }: { readonly stage: StageKey; readonly label: string }) {
  return (
    <span className={css.stageTag} style={stageColors(stage)}>
      <StageDot stage={stage} />
      {label}
    </span>
  )
}
