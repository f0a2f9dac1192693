import { useText } from '../../app/text.ts'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { Panel, stageColors } from '../../parts/index.ts'
import css from './lab.module.css'
import type { FunnelStep } from './unit-rows.ts'

export function Funnel({ steps }: { readonly steps: readonly FunnelStep[] }) {
  const t = useText()
  const { stages } = useOpenLab()
  const most = Math.max(1, ...steps.map(({ n }) => n))
  const name = ({ stage, part }: FunnelStep) => {
    const label = stages.find(({ key }) => key === stage)?.label ?? stage
    return part === 'launched'
      ? t('lab.funnelLaunch', { stage: label })
      : part === 'monitored'
        ? t('lab.funnelMonitor', { stage: label })
        : label
  }
  if (steps.length === 0) return null
  return (
    <Panel title={t('lab.funnel')}>
      <ul className={css.funnel}>
        {steps.map((step) => (
          <li key={step.key} style={stageColors(step.stage)}>
            <span>{name(step)}</span>
            <i>
              <i style={{ width: `${(step.n / most) * 100}%` }} />
            </i>
            <b>{step.n}</b>
          </li>
        ))}
      </ul>
      <p className={css.quiet}>{t('lab.funnelNote')}</p>
    </Panel>
  )
}
