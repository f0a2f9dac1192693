/** Proposals that can be written for this innovation, with how much is there. */
import { IconFileDescription } from '@tabler/icons-react'
import { allForms } from '#shared/rules/packs.ts'
import { wordsOf } from '#shared/rules/rich-text.ts'
import { places } from '../../app/places.ts'
import { useBoth, useText } from '../../app/text.ts'
import { usePacks } from '../../lab/lab-context.tsx'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { Panel, StatusChip } from '../../parts/index.ts'
import style from './innovation.module.css'
import { useInnovation } from './innovation-context.tsx'

export function ProposalsPanel() {
  const { value } = useInnovation()
  const { id } = useOpenLab()
  const forms = allForms(usePacks())
  const t = useText()
  const both = useBoth()
  if (forms.length === 0) return null
  return (
    <Panel title={t('innovation.proposals')}>
      <ul className={style.canvases}>
        {forms.map((form) => {
          const sections = Object.values(value.proposals[form.id]?.sections ?? {})
          const words = sections.reduce((sum, section) => sum + wordsOf(section), 0)
          return (
            <li key={form.id}>
              <a href={places.proposal(id, value.id, form.id)} className={style.canvas}>
                <IconFileDescription size={20} stroke={1.75} aria-hidden />
                <span>
                  <b>{both(form.title)}</b>
                  <small>
                    {words === 0
                      ? t('innovation.notWritten')
                      : t('innovation.written', { words, n: sections.length, of: form.sections.length })}
                  </small>
                </span>
                {form.status === 'unverified' ? <StatusChip>{t('app.unverified')}</StatusChip> : null}
              </a>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
