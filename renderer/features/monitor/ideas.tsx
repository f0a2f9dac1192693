/** The way of an idea: cards on boards, the chosen idea, its form, approval, plan, launch, monitoring. */

import type { InnovationSummary } from '#shared/model/summary.ts'
import type { InnovationFigures } from '#shared/rules/figures.ts'
import { ideaSteps, tookStep } from '#shared/rules/monitoring.ts'
import { places } from '../../app/places.ts'
import { useText } from '../../app/text.ts'
import { innovationLines } from '../../lab/behind-lines.ts'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { EmptyState, Panel, stageColors } from '../../parts/index.ts'
import { Bars } from './bars.tsx'
import css from './monitor.module.css'

const stageOfStep = {
  chosen: 'diagnose',
  handed_in: 'diagnose',
  approved: 'diagnose',
  plans: 'design',
  launched: 'deliver',
  monitored: 'deliver',
} as const

type Props = { readonly innovations: readonly InnovationSummary[]; readonly figures: readonly InnovationFigures[] }

export function Ideas({ innovations, figures }: Props) {
  const t = useText()
  const { lab } = useOpenLab()
  const live = innovations.filter((one) => !one.archived)
  const ideas = new Map(figures.map((one) => [one.id, one.ideas]))
  const written = figures.reduce((sum, one) => sum + one.ideas, 0)
  if (live.length === 0) return <EmptyState inside text={t('monitor.ideasEmpty')} />
  const steps = ideaSteps.map((step) => ({
    key: step,
    label: t(`monitor.step_${step}`),
    style: stageColors(stageOfStep[step]),
    innovations: live.filter((one) => tookStep(one, step)),
  }))
  const boards = live.filter((one) => (ideas.get(one.id) ?? 0) > 0)
  return (
    <Panel title={t('monitor.ideasTitle')}>
      <Bars
        most={Math.max(written, live.length)}
        bars={[
          {
            key: 'ideas',
            label: t('monitor.step_ideas'),
            note: t('monitor.fromInnovations', { n: boards.length }),
            n: written,
            style: stageColors('diagnose'),
            lines: () =>
              innovationLines(lab, boards, (one) => t('monitor.ideaCount', { n: ideas.get(one.id) ?? 0 })).map((line) => ({
                ...line,
                href: places.canvas(lab.id, line.id, 'kartu-ide'),
              })),
          },
          ...steps.map(({ key, label, style, innovations: those }) => ({
            key,
            label,
            style,
            n: those.length,
            lines: () => innovationLines(lab, those),
          })),
        ]}
      />
      <p className={css.quiet}>{t('monitor.ideasRule')}</p>
    </Panel>
  )
}
