/** Proposals of this innovation: the forms it works on, how far each is and until when, and the others it could begin. */
import { IconFileDescription, IconFilePlus } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { Innovation, ReviewRound } from '#shared/model/lab.ts'
import type { ProposalDef } from '#shared/model/pack.ts'
import { daysBetween, formatDay, localDay } from '#shared/rules/dates.ts'
import { formatNumber } from '#shared/rules/numbers.ts'
import { allForms, allIndicators } from '#shared/rules/packs.ts'
import { countSections } from '#shared/rules/readiness.ts'
import { closingOf } from '#shared/rules/submission.ts'
import { toMendIn } from '#shared/rules/to-mend.ts'
import { places } from '../../app/places.ts'
import { type TextKey, useBoth, useLanguage, useText } from '../../app/text.ts'
import { usePacks } from '../../lab/lab-context.tsx'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { Panel, StatusChip, type Tone } from '../../parts/index.ts'
import { nowIso } from '../../state/fresh.ts'
import style from './innovation.module.css'
import { useInnovation } from './innovation-context.tsx'
import css from './proposals-panel.module.css'

/** Whose turn it is after the last round. */
const turns: Readonly<Record<ReviewRound['kind'], { readonly tone: Tone; readonly text: TextKey }>> = {
  submitted: { tone: 'act', text: 'canvas.turn_coach' },
  returned: { tone: 'warn', text: 'canvas.turn_team' },
  accepted: { tone: 'ok', text: 'canvas.turn_accepted' },
}

/** Somebody wrote in it, or handed it in. */
function isBegun(form: string, { proposals, rounds }: Pick<Innovation, 'proposals' | 'rounds'>): boolean {
  const { header = {}, sections = {} } = proposals[form] ?? {}
  const answered = Object.values(header).some((value) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0))
  return answered || Object.keys(sections).length > 0 || (rounds[form] ?? []).length > 0
}

export function ProposalsPanel() {
  const { value } = useInnovation()
  const packs = usePacks()
  const t = useText()
  const forms = allForms(packs)
  const profiles = useMemo(() => new Set(allIndicators(packs).map(({ profile }) => profile)), [packs])
  if (forms.length === 0) return null
  const begun = forms.filter(({ id }) => isBegun(id, value))
  const others = forms.filter((form) => !begun.includes(form))
  const list = (shown: readonly ProposalDef[], started: boolean) => (
    <ul className={style.canvases}>
      {shown.map((form) => (
        <Form key={form.id} form={form} profile={profiles.has(form.id)} started={started} />
      ))}
    </ul>
  )
  // Where nothing was begun, or little is left, there is nothing to fold away.
  const folds = begun.length > 0 && others.length > 1
  return (
    <Panel title={t('innovation.proposals')}>
      {begun.length > 0 && list(begun, true)}
      {folds ? (
        <details className={css.others}>
          <summary>
            {t('proposal.chooseForm')} {others.length}
          </summary>
          {list(others, false)}
        </details>
      ) : (
        others.length > 0 && list(others, false)
      )}
    </Panel>
  )
}

type FormProps = { readonly form: ProposalDef; readonly profile: boolean; readonly started: boolean }

function Form({ form, profile, started }: FormProps) {
  const { value } = useInnovation()
  const { id } = useOpenLab()
  const t = useText()
  const both = useBoth()
  const language = useLanguage()
  const closingWord = useClosingWord()
  const counts = useMemo(() => countSections(form, value), [form, value])
  const words = counts.reduce((sum, one) => sum + one.words, 0)
  const done = counts.filter(({ state }) => state === 'pas').length
  const last = value.rounds[form.id]?.at(-1)
  const mend = toMendIn(value.reviews).find(({ of }) => of === form.id)?.n ?? 0
  const Icon = started ? IconFileDescription : IconFilePlus
  const line = [
    started ? t('proposal.sectionsDone', { n: done, of: counts.length, words: formatNumber(words, language) }) : t('innovation.notWritten'),
    closingWord(form),
    mend === 0 ? '' : t('innovation.toMend', { n: mend }),
  ].filter((part) => part !== '')
  return (
    <li>
      <a href={places.proposal(id, value.id, form.id)} className={style.canvas}>
        <Icon size={20} stroke={1.75} aria-hidden />
        <span>
          <b>{both(form.title)}</b>
          <small>{line.join(' · ')}</small>
          {started && (
            <span className={css.bar} aria-hidden="true">
              <i style={{ width: `${(done / Math.max(1, counts.length)) * 100}%` }} />
            </span>
          )}
        </span>
        {profile && <StatusChip>{t('proposal.indexProfile')}</StatusChip>}
        {last && <StatusChip tone={turns[last.kind].tone}>{t(turns[last.kind].text)}</StatusChip>}
        {form.status === 'unverified' ? <StatusChip>{t('app.unverified')}</StatusChip> : null}
      </a>
    </li>
  )
}

/** `ditutup 30 April 2026, 12 hari lagi`; empty while nobody knows the day. */
function useClosingWord(): (form: ProposalDef) => string {
  const { lab } = useOpenLab()
  const t = useText()
  const language = useLanguage()
  return (form) => {
    const closing = closingOf(form, lab)
    const left = daysBetween(localDay(nowIso(), lab.timeZone), closing)
    if (left === null) return ''
    const day = formatDay(closing, language)
    if (left === 0) return t('proposal.closesToday')
    return left > 0 ? t('proposal.daysLeft', { day, n: formatNumber(left, language) }) : t('proposal.closedOn', { day })
  }
}
