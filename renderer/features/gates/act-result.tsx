import { Button, Progress } from '@mantine/core'
import { useText } from '../../app/text.ts'
import { ErrorBanner } from '../../parts/index.ts'
import css from './gates.module.css'
import type { ActState } from './use-act.ts'

/** How far an act is, then how many it took in, held and failed. */
export function ActResult({ state, clear }: { readonly state: ActState; readonly clear: () => void }) {
  const t = useText()
  if (state.state === 'idle') return null
  if (state.state === 'failed') {
    return (
      <div className={css.trouble}>
        <ErrorBanner {...state.trouble} />
      </div>
    )
  }
  if (state.state === 'working') {
    return (
      <div className={css.result} role="status">
        {t('gates.working', { n: state.done, of: state.of })}
        <Progress value={(100 * state.done) / Math.max(1, state.of)} aria-label={t('gates.progress')} />
      </div>
    )
  }
  const { said, held, failed } = state.outcome
  return (
    <div className={css.result} role="status">
      <b>{said}</b>
      {held.length === 0 ? null : (
        <details>
          <summary>{t('gates.held', { n: held.length })}</summary>
          {held.join(', ')}
        </details>
      )}
      {failed.length === 0 ? null : (
        <details open>
          <summary>{t('gates.failed', { n: failed.length })}</summary>
          <ul>
            {failed.map(({ name, trouble }) => (
              <li key={name}>
                <b>{name}</b>: {trouble.what}. {trouble.safe} {trouble.todo}
              </li>
            ))}
          </ul>
        </details>
      )}
      <Button size="xs" variant="subtle" onClick={clear}>
        {t('gates.close')}
      </Button>
    </div>
  )
}
