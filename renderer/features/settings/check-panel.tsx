import { Button } from '@mantine/core'
import { IconCircleCheck, IconShieldCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { Fault } from '#shared/model/faults.ts'
import { useText } from '../../app/text.ts'
import { useLab } from '../../lab/lab-context.tsx'
import { type Trouble, troubleOf, troubleOfFault } from '../../lab/refusal.ts'
import { ErrorBanner, Panel } from '../../parts/index.ts'
import css from './settings.module.css'

type Checked = { readonly documents: number; readonly attachments: number; readonly damaged: readonly Fault[] }

/** Reads everything again and says how it stands. */
export function CheckPanel() {
  const t = useText()
  const lab = useLab()
  const [running, setRunning] = useState(false)
  const [checked, setChecked] = useState<Checked | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const run = async () => {
    setRunning(true)
    setTrouble(null)
    try {
      setChecked(await lab.workspace.check())
    } catch (error) {
      setTrouble(troubleOf(error))
    } finally {
      setRunning(false)
    }
  }
  return (
    <Panel title={t('settings.check')}>
      <p className={css.soft}>{t('settings.checkText')}</p>
      <Button
        variant="default"
        loading={running}
        leftSection={<IconShieldCheck size={16} stroke={1.75} aria-hidden />}
        onClick={() => void run()}
      >
        {t('settings.checkRun')}
      </Button>
      <div role="status" className={css.stack}>
        {trouble && <ErrorBanner {...trouble} />}
        {checked && checked.damaged.length === 0 && (
          <p className={css.good}>
            <IconCircleCheck size={18} stroke={1.75} aria-hidden />
            {t('settings.checkGood', { documents: checked.documents, attachments: checked.attachments })}
          </p>
        )}
        {checked && checked.damaged.length > 0 && (
          <>
            <p>{t('settings.checkBad', { n: checked.damaged.length })}</p>
            {checked.damaged.map((fault) => (
              <ErrorBanner key={fault.file} {...troubleOfFault(fault)} />
            ))}
          </>
        )}
      </div>
    </Panel>
  )
}
