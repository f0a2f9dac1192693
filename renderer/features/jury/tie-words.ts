import type { Convention } from '#shared/model/jury.ts'
import type { TieRule } from '#shared/model/rubric.ts'
import { useBoth, useText } from '../../app/text.ts'

/** A tie rule in words, with the titles of this convention's stages and criteria. */
export function useTieWords({ stages }: Pick<Convention, 'stages'>): (rule: TieRule) => string {
  const t = useText()
  const both = useBoth()
  return (rule) => {
    if (rule.by !== 'criterion' && rule.by !== 'stage') return t(`jury.tie_${rule.by}`)
    const stage = stages.find(({ key }) => key === rule.stage)
    const stageTitle = stage ? both(stage.title) : rule.stage
    if (rule.by === 'stage') return t('jury.tie_stage', { stage: stageTitle })
    const criterion = stage?.criteria.find(({ key }) => key === rule.criterion)
    const title = criterion ? both(criterion.title) : rule.criterion
    return stages.length === 1 ? t('jury.tie_criterion', { title }) : t('jury.tie_criterionOf', { title, stage: stageTitle })
  }
}
