/** Every locking and reopening of a stage, with who and why: nothing of it is ever taken away. */
import type { EntryId } from '#shared/model/ids.ts'
import type { Sheet } from '#shared/model/jury.ts'
import { useLanguage, useText } from '../app/text.ts'
import css from './scoring.module.css'

export function SheetHistory({ sheet, entry, stage }: { readonly sheet: Sheet; readonly entry: EntryId; readonly stage: string }) {
  const t = useText()
  const language = useLanguage()
  const acts = sheet.acts.filter((act) => act.entry === entry && act.stage === stage)
  if (acts.length === 0) return null
  const moment = (at: string): string =>
    new Date(at).toLocaleString(language, { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' })
  return (
    <details className={css.history} open={acts.some(({ act }) => act === 'reopen')}>
      <summary>{t('scoring.history', { n: acts.length })}</summary>
      <ol>
        {acts.map((act) => (
          <li key={`${act.turn}/${act.at}/${act.act}`}>
            <b>{t(`scoring.act_${act.act}`)}</b> {[act.by, act.at === '' ? '' : moment(act.at)].filter((part) => part !== '').join(', ')}
            {act.reason !== '' && <span>{t('scoring.because', { reason: act.reason })}</span>}
          </li>
        ))}
      </ol>
    </details>
  )
}
