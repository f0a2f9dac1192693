/** Words with what changed in them; said in words too, since lines and colours are not read aloud. */
import { Fragment } from 'react'
import type { TextChange } from '#shared/rules/text-changes.ts'
import { useText } from '../../../app/text.ts'
import css from './history.module.css'

/** @param only one side of the comparison; left out, both stand in one text */
export function Marked({ changes, only }: { readonly changes: readonly TextChange[]; readonly only?: 'before' | 'after' | undefined }) {
  const t = useText()
  const left = only === 'before' ? 'added' : only === 'after' ? 'removed' : null
  const shown = changes.filter(({ kind }) => kind !== left)
  let at = 0
  return shown.map(({ kind, text }, place) => {
    const key = `${kind}${at}`
    at += text.length + 1
    if (kind === 'same') return <Fragment key={key}>{text}</Fragment>
    // White space before the words is no change to be seen.
    const words = text.trimStart()
    // What was removed and what came instead of it must not run into one word.
    const gap = text.slice(0, text.length - words.length) || ((shown[place - 1]?.kind ?? 'same') === 'same' ? '' : ' ')
    const Mark = kind === 'added' ? 'ins' : 'del'
    return (
      <Fragment key={key}>
        {gap}
        <Mark>
          <span className={css.hidden}>{t(kind === 'added' ? 'proposal.addedWords' : 'proposal.removedWords')} </span>
          {words}
        </Mark>
      </Fragment>
    )
  })
}
