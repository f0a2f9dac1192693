/** What a judge reads of an entry, as it was when the package was made. */
import type { Assignment, Entry } from '#shared/model/jury.ts'
import { useText } from '../../app/text.ts'
import { EmptyState } from '../../parts/index.ts'
import css from './judging.module.css'

export function Reading({ assignment, entry }: { readonly assignment: Assignment; readonly entry: Entry }) {
  const t = useText()
  const category = assignment.convention.categories.find(({ key }) => key === entry.category)?.label ?? ''
  const parts = assignment.readings.find((one) => one.entry === entry.id)?.parts ?? []
  return (
    <>
      {assignment.convention.blind ? (
        <p className={css.facts}>{[category, t('scoring.blind')].filter((part) => part !== '').join(' · ')}</p>
      ) : (
        <p className={css.facts}>
          {[entry.code, entry.unitName, category].filter((part) => part !== '').join(' · ')}
          {entry.longName !== '' && entry.longName !== entry.name && <span>{entry.longName}</span>}
        </p>
      )}
      {entry.summary !== '' && !parts.some(({ text }) => text === entry.summary) && <Words text={entry.summary} />}
      {parts.map(({ title, text }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a reading never changes its order, and titles may repeat
        <section key={at}>
          <h3>{title}</h3>
          <Words text={text} />
        </section>
      ))}
      {parts.length === 0 && entry.summary === '' && <EmptyState inside text={t('scoring.nothingToRead')} />}
    </>
  )
}

const Words = ({ text }: { readonly text: string }) => (
  <>
    {text
      .split(/\n{2,}|\n/u)
      .filter((line) => line.trim() !== '')
      .map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of a text that does not change
        <p key={at}>{line}</p>
      ))}
  </>
)
