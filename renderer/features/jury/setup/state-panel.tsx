/** Where the convention stands, what is still missing for the next step, and the step itself. */
import { Button } from '@mantine/core'
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react'
import type { ConventionState } from '#shared/model/jury.ts'
import { places } from '../../../app/places.ts'
import { useText } from '../../../app/text.ts'
import { Panel, StatusChip } from '../../../parts/index.ts'
import { nowIso } from '../../../state/fresh.ts'
import { useIssueLines } from '../judges/issue-lines.ts'
import css from '../jury.module.css'
import type { OpenedConvention } from '../use-convention.ts'
import { stateTones } from '../words.ts'

type Check = { readonly key: string; readonly text: string; readonly done: boolean; readonly part: string }

function useChecks(open: OpenedConvention): readonly Check[] {
  const t = useText()
  const { convention, result } = open
  const issues = useIssueLines(convention)
  const entries = convention.entries.filter((entry) => entry.withdrawn === '').length
  if (convention.state === 'persiapan')
    return [
      { key: 'date', text: t('jury.needDate'), done: convention.date !== '', part: 'persiapan' },
      { key: 'entries', text: t('jury.needEntries', { n: entries }), done: entries > 0, part: 'peserta' },
      { key: 'judges', text: t('jury.needJudges', { n: convention.judges.length }), done: convention.judges.length > 0, part: 'juri' },
      { key: 'panels', text: t('jury.needPanels', { n: convention.panels.length }), done: convention.panels.length > 0, part: 'juri' },
      ...(entries === 0 || convention.panels.length === 0 ? [] : issues.map(({ key, text }) => ({ key, text, done: false, part: 'juri' }))),
      { key: 'chair', text: t('jury.needChair'), done: convention.chair !== null, part: 'juri' },
    ]
  const untalked = result.spreads.filter(({ talked }) => !talked).length
  return [
    {
      key: 'locked',
      text: t('jury.needLocked', { done: result.done, of: result.of }),
      done: result.of > 0 && result.missing.length === 0,
      part: 'penilaian',
    },
    { key: 'spread', text: t('jury.needTalks', { n: untalked }), done: untalked === 0, part: 'penilaian' },
    { key: 'ties', text: t('jury.needDecided', { n: result.undecided.length }), done: result.undecided.length === 0, part: 'hasil' },
  ]
}

const steps = {
  persiapan: { next: 'penilaian', back: null },
  penilaian: { next: 'selesai', back: 'persiapan' },
  selesai: { next: null, back: 'penilaian' },
} as const satisfies Record<ConventionState, unknown>

export function StatePanel({ open }: { readonly open: OpenedConvention }) {
  const t = useText()
  const { convention, readOnly, change } = open
  const checks = useChecks(open)
  const { next, back } = steps[convention.state]
  const missing = checks.filter(({ done }) => !done).length
  const move = (state: ConventionState) => {
    const closedAt = state === 'selesai' ? nowIso() : ''
    void change(t(`jury.stateSet_${state}`), (now) => ({ ...now, state, closedAt }))
  }
  return (
    <Panel
      title={t('jury.state')}
      side={<StatusChip tone={stateTones[convention.state]}>{t(`jury.state_${convention.state}`)}</StatusChip>}
    >
      <div className={css.tight}>
        <ul className={css.list}>
          {checks.map(({ key, text, done, part }) => (
            <li key={key}>
              {done ? (
                <IconCircleCheck size={18} stroke={1.75} color="var(--lb-ok)" aria-label={t('jury.isDone')} />
              ) : (
                <IconCircleDashed size={18} stroke={1.75} color="var(--lb-warn)" aria-label={t('jury.isMissing')} />
              )}
              <a className={css.grow} href={places.convention(open.lab, convention.id, part)}>
                {text}
              </a>
            </li>
          ))}
        </ul>
        {!readOnly && next && missing > 0 && <p className={css.quiet}>{t(`jury.missingFor_${next}`, { n: missing })}</p>}
        {!readOnly && (
          <div className={css.acts}>
            {next && (
              <Button variant={missing === 0 ? 'filled' : 'light'} onClick={() => move(next)}>
                {t(`jury.goOn_${next}`)}
              </Button>
            )}
            {back && (
              <Button variant="subtle" size="xs" onClick={() => move(back)}>
                {t(`jury.goBack_${back}`)}
              </Button>
            )}
          </div>
        )}
      </div>
    </Panel>
  )
}
