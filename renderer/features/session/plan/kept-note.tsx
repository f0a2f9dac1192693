import { useText } from '../../../app/text.ts'
import { ErrorBanner } from '../../../parts/index.ts'
import css from './plan.module.css'
import type { Keep } from './use-keep.ts'

/** Says where a file went, or why it did not. */
export function KeptNote({ keep }: { readonly keep: Keep }) {
  const t = useText()
  const { kept, trouble, reveal, fetch } = keep
  return (
    <div role="status" className={css.kept}>
      {trouble && <ErrorBanner {...trouble} />}
      {kept && (
        <p>
          {t('plan.kept', { name: kept.name })}{' '}
          {reveal && (
            <button type="button" onClick={reveal}>
              {t('plan.reveal')}
            </button>
          )}
          {fetch && (
            <button type="button" onClick={fetch}>
              {t('plan.download')}
            </button>
          )}
        </p>
      )}
    </div>
  )
}
