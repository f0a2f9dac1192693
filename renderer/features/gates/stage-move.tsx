/** Moves the lab as a whole to the stage after a gate; innovations move by themselves. */
import { Button } from '@mantine/core'
import { IconFlag } from '@tabler/icons-react'
import { writeLabFacts } from '#shared/doc/lab.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { useText } from '../../app/text.ts'
import { type LabStage, useOpenLab } from '../../lab/open-lab.tsx'
import { Panel } from '../../parts/index.ts'
import { notify } from '../../state/notify.ts'
import css from './gates.module.css'

export function StageMove({ stage, innovations }: { readonly stage: LabStage; readonly innovations: readonly InnovationSummary[] }) {
  const t = useText()
  const { lab, doc, stages } = useOpenLab()
  const at = stages.findIndex(({ key }) => key === stage.key)
  const next = stages.find(({ key }) => key === stage.def.gate.opens)
  if (lab.stage !== stage.key || next === undefined) return null
  const live = innovations.filter((one) => !one.archived)
  const beyond = live.filter((one) => stages.findIndex(({ key }) => key === one.stage) > at).length
  const move = () => {
    const was = lab.stage
    writeLabFacts(doc, { stage: next.key }, byPerson)
    notify.undoable(t('lab.madeNow', { stage: next.label }), () => writeLabFacts(doc, { stage: was }, byPerson))
  }
  return (
    <Panel title={t('gates.labStage')}>
      <p className={css.quiet}>{t('gates.labStageNow', { stage: stage.label, n: beyond, of: live.length, next: next.label })}</p>
      <Button variant="default" mt="xs" leftSection={<IconFlag size={16} stroke={1.75} aria-hidden />} onClick={move}>
        {t('gates.moveLab', { stage: next.label })}
      </Button>
    </Panel>
  )
}
