/** A text with what changed in it since the last look; said in words too, since lines and colours are not read aloud. */
import { Fragment } from 'react'
import type { TextChange } from '#shared/rules/text-changes.ts'
import { useText } from '../../app/text.ts'
import css from './review.module.css'

export function MarkedText({ changes }: { readonly changes: readonly TextChange[] }) {
  const t = useText()
  let at = 0
  return (
    <p className={css.answer}>
      {changes.map(({ kind, text }, place) => {
        const key = at
        at += text.length + 1
        if (kind === 'same') return <Fragment key={`${kind}${key}`}>{text}</Fragment>
        // White space before the words is no change to be seen.
        const words = text.trimStart()
        // What was removed and what came instead of it must not run into one word.
        const before = text.slice(0, text.length - words.length) || ((changes[place - 1]?.kind ?? 'same') === 'same' ? '' : ' ')
        const Mark = kind === 'added' ? 'ins' : 'del'
        return (
          <Fragment key={`${kind}${key}`}>
            {before}
            <Mark>
              <span className={css.hidden}>{t(kind === 'added' ? 'coach.addedWords' : 'coach.removedWords')} </span>
              {words}
            </Mark>
          </Fragment>
        )
      })}
    </p>
  )
}
