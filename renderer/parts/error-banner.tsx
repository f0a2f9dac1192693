import { IconAlertTriangle, IconCopy } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useText } from '../app/text.ts'
import { copyText } from '../state/copy-text.ts'
import css from './parts.module.css'

/** Three parts in this order: what happened, what is safe, what can be done, with the buttons. Stays until it is solved. */
export function ErrorBanner(props: {
  readonly what: ReactNode
  readonly safe: ReactNode
  readonly todo: ReactNode
  readonly acts?: ReactNode
  /** For the technician; folded away. */
  readonly detail?: string | undefined
  readonly tone?: 'bad' | 'warn'
}) {
  const t = useText()
  const { what, safe, todo, acts, detail, tone = 'bad' } = props
  return (
    <section className={css.banner} data-tone={tone} role="alert">
      <IconAlertTriangle size={22} stroke={1.75} aria-hidden />
      <div className={css.bannerBody}>
        <h2>{what}</h2>
        <dl className={css.bannerParts}>
          <div>
            <dt>{t('app.whatIsSafe')}</dt>
            <dd>{safe}</dd>
          </div>
          {todo !== '' && (
            <div>
              <dt>{t('app.whatToDo')}</dt>
              <dd>{todo}</dd>
            </div>
          )}
        </dl>
        {detail !== undefined && detail !== '' && (
          <details>
            <summary>{t('app.forTechnician')}</summary>
            <p>{detail}</p>
            <CopyDetail detail={detail} />
          </details>
        )}
      </div>
      {acts !== undefined && <div className={css.bannerActs}>{acts}</div>}
    </section>
  )
}

/** So that it reaches the IT officer as it is, not retyped from a photo of the screen. */
function CopyDetail({ detail }: { readonly detail: string }) {
  const t = useText()
  const [copied, setCopied] = useState<boolean | null>(null)
  return (
    <>
      <button type="button" onClick={() => void copyText(detail).then(setCopied)}>
        <IconCopy size={14} stroke={1.75} aria-hidden />
        {t('app.copyDetail')}
      </button>
      <span role="status">{copied !== null && t(copied ? 'app.copied' : 'app.notCopied')}</span>
    </>
  )
}
