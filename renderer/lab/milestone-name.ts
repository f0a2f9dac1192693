/** What the columns of progress are called in a lab: its own names of the stages, with Deliver in two parts. */
import { useMemo } from 'react'
import type { Milestone } from '#shared/model/lab.ts'
import { stageOfMilestone } from '#shared/rules/milestones.ts'
import { type Say, useText } from '../app/text.ts'
import { type LabStage, useOpenLab } from './open-lab.tsx'

export function milestoneName(milestone: Milestone, stages: readonly Pick<LabStage, 'key' | 'label'>[], t: Say): string {
  const key = stageOfMilestone(milestone)
  const stage = stages.find((one) => one.key === key)?.label ?? key
  if (milestone === 'launching') return t('lab.funnelLaunch', { stage })
  return milestone === 'monitoring' ? t('lab.funnelMonitor', { stage }) : stage
}

/** In the lab that is open. */
export function useMilestoneName(): (milestone: Milestone) => string {
  const t = useText()
  const { stages } = useOpenLab()
  return useMemo(() => (milestone) => milestoneName(milestone, stages, t), [stages, t])
}
