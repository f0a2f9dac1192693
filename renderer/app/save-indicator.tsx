/** Says truly whether what is on the screen is on the disk. */
import { Button } from '@mantine/core'
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCloudUp,
  IconLoader2,
  IconLock,
  IconRefresh,
  type TablerIcon,
} from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { useLab } from '../lab/lab-context.tsx'
import { troubleOfFault } from '../lab/refusal.ts'
import { ErrorBanner } from '../parts/error-banner.tsx'
import { foldSaving, quietMs, type SaveState, saveStore } from '../state/save-store.ts'
import css from './frame.module.css'
import { type Say, useText } from './text.ts'

/** Folds all open documents; looks again when the quiet time of the oldest change is over. */
export function useSaveState(): SaveState {
  const saving = useStore(saveStore)
  const [, look] = useState(0)
  const state = foldSaving(saving, Date.now())
  const { kind } = state
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of `saving` begins the wait anew
  useEffect(() => {
    if (kind !== 'pending') return
    const timer = setTimeout(() => look((n) => n + 1), quietMs)
    return () => clearTimeout(timer)
  }, [kind, saving])
  return state
}

const icons: Readonly<Record<SaveState['kind'], TablerIcon>> = {
  saved: IconCircleCheck,
  pending: IconCircleDashed,
  saving: IconLoader2,
  offline: IconCloudUp,
  readOnly: IconLock,
  failed: IconAlertTriangle,
}

function wordFor(state: SaveState, t: Say): string {
  switch (state.kind) {
    case 'saved':
      return t('app.saved')
    case 'pending':
    case 'saving':
      return t('app.saving')
    case 'offline':
      return state.waiting > 0 ? t('app.offlineWaiting', { n: state.waiting }) : t('app.offline')
    case 'readOnly':
      return t('app.readOnly')
    case 'failed':
      return t('app.notSaved')
  }
}

const bannerId = 'save-trouble'

export function SaveIndicator() {
  const t = useText()
  const state = useSaveState()
  const Icon = icons[state.kind]
  const word = wordFor(state, t)
  const inside = (
    <>
      <Icon size={16} stroke={1.75} aria-hidden />
      <span className={css.saveWord}>{word}</span>
    </>
  )
  return (
    <>
      {state.kind === 'failed' || state.kind === 'offline' ? (
        <button type="button" className={css.save} data-state={state.kind} onClick={() => document.getElementById(bannerId)?.focus()}>
          {inside}
        </button>
      ) : (
        <span className={css.save} data-state={state.kind} data-testid="save-state">
          {inside}
        </span>
      )}
      {/* Every key would otherwise be announced: `pending` is silent. */}
      <span className={css.hidden} aria-live={state.kind === 'failed' ? 'assertive' : 'polite'}>
        {state.kind === 'pending' ? '' : word}
      </span>
    </>
  )
}

/** At the top of every page, for as long as something is not saved that should be. */
export function SaveTrouble() {
  const t = useText()
  const lab = useLab()
  const state = useSaveState()
  const lost = useLongLoss(state.kind === 'offline')
  if (state.kind === 'failed') {
    const trouble = troubleOfFault(state.fault)
    return (
      <div id={bannerId} tabIndex={-1} className={css.trouble}>
        <ErrorBanner
          what={state.fault.kind === 'disk_full' ? trouble.what : t('app.notSavedWhat', { why: trouble.what })}
          safe={t('app.notSavedSafe')}
          todo={trouble.todo}
          detail={trouble.detail}
          acts={
            <Button
              variant="default"
              leftSection={<IconRefresh size={16} stroke={1.75} aria-hidden />}
              // The answer comes to every window as `recovered` or `failed`.
              onClick={() => void lab.workspace.saveAgain().catch(() => undefined)}
            >
              {t('app.saveAgain')}
            </Button>
          }
        />
      </div>
    )
  }
  if (!lost) return null
  return (
    <div id={bannerId} tabIndex={-1} className={css.trouble}>
      <ErrorBanner tone="warn" what={t('app.connectionLost')} safe={t('app.connectionLostSafe')} todo={t('app.connectionLostDo')} />
    </div>
  )
}

/** A blink of the connection is not worth a banner. */
function useLongLoss(lost: boolean): boolean {
  const [long, setLong] = useState(false)
  useEffect(() => {
    if (!lost) {
      setLong(false)
      return
    }
    const timer = setTimeout(() => setLong(true), 2000)
    return () => clearTimeout(timer)
  }, [lost])
  return long
}
