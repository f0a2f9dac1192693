/** Things on this canvas whose source says something else by now: old and new words, and what to do about it. */
import { Button } from '@mantine/core'
import { useDeferredValue, useMemo } from 'react'
import { type ChangedSource, changedSources } from '#shared/rules/trail.ts'
import { useLanguage, useText } from '../../../app/text.ts'
import { useEndWords } from '../../../trail/end-words.ts'
import { useSession } from '../session.tsx'
import style from './take.module.css'
import { useMakes } from './use-makes.ts'

/** Of all links to this canvas, worked out behind what is drawn. */
export function useChanged(): readonly ChangedSource[] {
  const { def, defs, value } = useSession()
  const language = useLanguage()
  const later = useDeferredValue(value)
  return useMemo(() => changedSources(def, defs, later, language), [def, defs, later, language])
}

export function ChangedSources({ changed }: { readonly changed: readonly ChangedSource[] }) {
  return (
    <ul className={style.changed}>
      {changed.map((one) => (
        <ChangedLine key={one.link.id} one={one} />
      ))}
    </ul>
  )
}

function ChangedLine({ one }: { readonly one: ChangedSource }) {
  const { value, goTo, readOnly } = useSession()
  const t = useText()
  const { renew } = useMakes()
  const wordsOf = useEndWords(value)
  const { link, now, asQuoted } = one
  return (
    <li>
      <small>{wordsOf(link.from).where}</small>
      <p>
        <del>{link.from.quote}</del>
      </p>
      <p>
        <ins>{now}</ins>
      </p>
      {asQuoted ? null : <small>{t('trail.reworded')}</small>}
      <div className={style.acts}>
        {readOnly ? null : (
          <>
            {asQuoted ? (
              <Button size="compact-sm" variant="light" onClick={() => renew(one, true)}>
                {t('trail.renew')}
              </Button>
            ) : null}
            <Button size="compact-sm" variant="default" onClick={() => renew(one, false)}>
              {t('trail.keepAsIs')}
            </Button>
          </>
        )}
        <Button size="compact-sm" variant="subtle" onClick={() => goTo(link.to)}>
          {t('trail.show')}
        </Button>
      </div>
    </li>
  )
}
