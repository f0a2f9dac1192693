import { useMemo } from 'react'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { funnel, stageOfMilestone } from '#shared/rules/milestones.ts'
import { formatPercent } from '#shared/rules/numbers.ts'
import { places } from '../../app/places.ts'
import { useLanguage, useText } from '../../app/text.ts'
import { innovationLines } from '../../lab/behind-lines.ts'
import { useMilestoneName } from '../../lab/milestone-name.ts'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { Panel, stageColors } from '../../parts/index.ts'
import { showBehind } from '../../state/behind.ts'
import css from './lab.module.css'

/** How many innovations have come at least this far, each number with its list. */
export function Funnel({ innovations, late }: { readonly innovations: readonly InnovationSummary[]; readonly late: number }) {
  const t = useText()
  const language = useLanguage()
  const { lab, stages } = useOpenLab()
  const nameOf = useMilestoneName()
  const steps = useMemo(
    () =>
      funnel(
        innovations,
        stages.map(({ def }) => def),
      ),
    [innovations, stages],
  )
  if (steps.length === 0) return null
  const all = innovations.filter((one) => !one.archived).length
  const most = Math.max(1, all)
  const launched = steps.find(({ milestone }) => milestone === 'launching')?.innovations.length ?? 0
  return (
    <Panel
      title={t('lab.funnel')}
      side={
        <a className={css.sideLink} href={places.monitor(lab.id)}>
          {t('lab.toLan')}
        </a>
      }
    >
      <ul className={css.funnel}>
        {steps.map(({ milestone, innovations: those }) => (
          <li key={milestone} style={stageColors(stageOfMilestone(milestone))}>
            <span>{nameOf(milestone)}</span>
            <i aria-hidden>
              <i style={{ width: `${(those.length / most) * 100}%` }} />
            </i>
            <button
              type="button"
              aria-label={t('lab.behindOf', { what: nameOf(milestone), n: those.length })}
              onClick={() => showBehind({ title: t('lab.reached', { what: nameOf(milestone) }), lines: innovationLines(lab, those) })}
            >
              {those.length}
            </button>
          </li>
        ))}
      </ul>
      <p className={css.quiet}>{t('lab.funnelNote')}</p>
      {all > 0 && (
        <p className={css.quiet}>
          {t('lab.funnelShare', { n: launched, of: all, percent: formatPercent((launched / all) * 100, language, 0) })}
          {late > 0 && ` ${t('lab.funnelLate', { n: late })}`}
        </p>
      )}
    </Panel>
  )
}
