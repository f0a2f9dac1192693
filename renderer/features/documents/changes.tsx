/** What changed since the newest export: of the document that is looked at, and of all innovations of its kind. */

import type { DocumentChanges } from '#shared/api/documents.ts'
import { formatDay, localDay } from '#shared/rules/dates.ts'
import { useLanguage, useText } from '../../app/text.ts'
import { useOpenLab } from '../../lab/open-lab.tsx'
import css from './panel.module.css'

/** As many parts are named before the rest is only counted. */
const mostNamed = 8

export function Changes({ changes }: { readonly changes: DocumentChanges }) {
  const t = useText()
  const language = useLanguage()
  const { timeZone } = useOpenLab().lab
  if (changes.exportedAt === null) return null
  const day = formatDay(localDay(changes.exportedAt, timeZone), language)
  if (changes.parts.length === 0)
    return (
      <p className={css.note} role="status">
        {t('documents.changesNone', { day })}
      </p>
    )
  const named = changes.parts.slice(0, mostNamed)
  return (
    <div className={css.note} role="status">
      <b>{t('documents.changesSince', { day })}</b>
      <ul>
        {named.map(({ title, change }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: titles repeat, and the list is drawn anew whenever it differs
          <li key={at}>{t(`documents.change_${change}`, { title })}</li>
        ))}
      </ul>
      {changes.parts.length > named.length && <p>{t('documents.changesMore', { n: changes.parts.length - named.length })}</p>}
    </div>
  )
}

export function ChangedMany({ n, title, print }: { readonly n: number; readonly title: string; readonly print: () => void }) {
  const t = useText()
  return (
    <div className={css.note}>
      <p>{t('documents.changedOf', { n, title })}</p>
      <button type="button" className={css.act} onClick={print}>
        {t('documents.exportChanged')}
      </button>
    </div>
  )
}
