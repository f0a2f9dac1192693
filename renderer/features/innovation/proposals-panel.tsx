/** Proposals that can be written for this innovation, with how much is there. */
import { IconFileDescription } from '@tabler/icons-react'
import type { ReviewRound } from '#shared/model/lab.ts'
import { allForms } from '#shared/rules/packs.ts'
import { wordsOf } from '#shared/rules/rich-text.ts'
import { toMendIn } from '#shared/rules/to-mend.ts'
import { places } from '../../app/places.ts'
import { type TextKey, useBoth, useText } from '../../app/text.ts'
import { usePacks } from '../../lab/lab-context.tsx'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { Panel, StatusChip, type Tone } from '../../parts/index.ts'
import style from './innovation.module.css'
import { useInnovation } from './innovation-context.tsx'

/** Whose turn it is after the last round. */
const turns: Readonly<Record<ReviewRound['kind'], { readonly tone: Tone; readonly text: TextKey }>> = {
  submitted: { tone: 'act', text: 'canvas.turn_coach' },
  returned: { tone: 'warn', text: 'canvas.turn_team' },
  accepted: { tone: 'ok', text: 'canvas.turn_accepted' },
}

export function ProposalsPanel() {
  const { value } = useInnovation()
  const { id } = useOpenLab()
  const forms = allForms(usePacks())
  const t = useText()
  const both = useBoth()
  const toMend = toMendIn(value.reviews)
  if (forms.length === 0) return null
  return (
    <Panel title={t('innovation.proposals')}>
      <ul className={style.canvases}>
        {forms.map((form) => {
          const sections = Object.values(value.proposals[form.id]?.sections ?? {})
          const words = sections.reduce((sum, section) => sum + wordsOf(section), 0)
          const last = value.rounds[form.id]?.at(-1)
          const mend = toMend.find(({ of }) => of === form.id)?.n ?? 0
          const written =
            words === 0 ? t('innovation.notWritten') : t('innovation.written', { words, n: sections.length, of: form.sections.length })
          return (
            <li key={form.id}>
              <a href={places.proposal(id, value.id, form.id)} className={style.canvas}>
                <IconFileDescription size={20} stroke={1.75} aria-hidden />
                <span>
                  <b>{both(form.title)}</b>
                  <small>{mend === 0 ? written : `${written} · ${t('innovation.toMend', { n: mend })}`}</small>
                </span>
                {last && <StatusChip tone={turns[last.kind].tone}>{t(turns[last.kind].text)}</StatusChip>}
                {form.status === 'unverified' ? <StatusChip>{t('app.unverified')}</StatusChip> : null}
              </a>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
