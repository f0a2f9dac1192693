/** Below the control: what the facilitator says, and the record of the session. */
import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { byPerson } from '#shared/doc/origins.ts'
import { tickStep } from '#shared/doc/sessions.ts'
import type { Session, SessionBlock } from '#shared/model/session.ts'
import { linesOf } from '#shared/rules/session-teams.ts'
import { blockRunOf } from '#shared/rules/session-time.ts'
import { useText } from '../../../app/text.ts'
import { useOpenLab } from '../../../lab/open-lab.tsx'
import { Segmented } from '../../../parts/index.ts'
import { AttendancePanel, NotesPanel, PhotosPanel } from '../record/panels.tsx'
import css from './side.module.css'

type Tab = 'script' | 'attendance' | 'notes' | 'photos'
type ScriptProps = { readonly session: Session; readonly block: SessionBlock; readonly may: boolean }
/** `stage`: where a large photo is shown, so that nothing covers the timer. */
type Props = ScriptProps & { readonly stage: HTMLElement | null }

export function Side({ session, block, stage, may }: Props) {
  const t = useText()
  const [tab, setTab] = useState<Tab>('script')
  const segments = [
    { value: 'script', label: t('run.scriptTab') },
    { value: 'attendance', label: t('run.tabAttendance') },
    { value: 'notes', label: t('run.tabNotes') },
    { value: 'photos', label: t('run.tabPhotos') },
  ] as const
  return (
    <div className={css.side}>
      <div className={css.tabs}>
        <Segmented label={t('run.sidePanel')} value={tab} segments={segments} onChange={setTab} />
      </div>
      <div className={css.body}>
        {tab === 'script' && <Script session={session} block={block} may={may} />}
        {tab === 'attendance' && <AttendancePanel session={session} block={block.id} compact />}
        {tab === 'notes' && <NotesPanel session={session} block={block.id} compact />}
        {tab === 'photos' && <PhotosPanel session={session} block={block.id} compact stage={stage} />}
      </div>
    </div>
  )
}

function Script({ session, block, may }: ScriptProps) {
  const t = useText()
  const { doc } = useOpenLab()
  const steps = linesOf(block.steps)
  const materials = linesOf(block.materials)
  const ticked = blockRunOf(session.run, block.id).steps
  const first = steps.findIndex((_, at) => !ticked.includes(at))
  const stand = first < 0 ? t('run.stepsDone') : t('run.stepOf', { n: first + 1, of: steps.length })
  return (
    <div className={css.script}>
      <div className={css.scriptHead}>
        <h3>{t('run.script')}</h3>
        {steps.length > 0 && <span>{stand}</span>}
      </div>
      {block.script === '' && steps.length === 0 && <p className={css.quiet}>{t('run.noScript')}</p>}
      {block.script !== '' && <p className={css.say}>{block.script}</p>}
      {steps.length > 0 && (
        <ul className={css.steps} aria-label={t('run.steps')}>
          {steps.map((step, at) => (
            // A step is known by its place in the text.
            // biome-ignore lint/suspicious/noArrayIndexKey: its place is what a step is
            <li key={at}>
              <Checkbox
                size="xs"
                label={step}
                checked={ticked.includes(at)}
                disabled={!may}
                onChange={(event) => tickStep(doc, session.id, block.id, at, event.currentTarget.checked, byPerson)}
              />
            </li>
          ))}
        </ul>
      )}
      {block.lead !== '' && <p className={css.quiet}>{t('run.lead', { name: block.lead })}</p>}
      {materials.length > 0 && (
        <>
          <h3>{t('run.materials')}</h3>
          <ul className={css.materials}>
            {materials.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
