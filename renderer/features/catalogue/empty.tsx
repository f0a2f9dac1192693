/** What the catalogue says while it holds nothing, and when nothing is found. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { places } from '../../app/places.ts'
import { useText } from '../../app/text.ts'
import type { ValueWord } from '../../lab/catalogue/filter-words.ts'
import { type CatalogueAsked, filterKeys, filterValues, nothingAsked, withFilter } from '../../lab/catalogue-address.ts'
import { useAbout } from '../../lab/lab-context.tsx'
import type { Trouble } from '../../lab/refusal.ts'
import { EmptyState, Panel } from '../../parts/index.ts'
import css from './catalogue.module.css'
import { TakeIn } from './take-in.tsx'

export function NothingYet({ onTaken, onTold }: { readonly onTaken: () => void; readonly onTold: (told: Trouble | null) => void }) {
  const t = useText()
  const about = useAbout()
  const [taking, setTaking] = useState(false)
  return (
    <Panel>
      <EmptyState
        title={t('catalogue.emptyTitle')}
        text={t('catalogue.empty')}
        acts={
          <>
            {about?.readOnly === false && <Button onClick={() => setTaking(true)}>{t('catalogue.takeIn')}</Button>}
            <Button component="a" href={places.home()} variant="default">
              {t('app.goHome')}
            </Button>
          </>
        }
      />
      {taking && <TakeIn sources={[]} onClose={() => setTaking(false)} onTaken={onTaken} onTold={onTold} />}
    </Panel>
  )
}

/** Says what was tried, and drops one part of it at a time. */
export function NoHits(props: {
  readonly asked: CatalogueAsked
  readonly word: ValueWord
  readonly ready: boolean
  readonly onAsk: (asked: CatalogueAsked) => void
}) {
  const { asked, word, ready, onAsk } = props
  const t = useText()
  const set = filterKeys.flatMap((key) => filterValues(asked.filters, key).map((value) => ({ key, value })))
  return (
    <div className={css.noHits}>
      <h2>{t('catalogue.noneTitle')}</h2>
      <p>
        {ready ? t('catalogue.none') : t('catalogue.noneYet')} {asked.text.trim() !== '' && t('catalogue.noneHow')}
      </p>
      <div>
        {asked.text.trim() !== '' && set.length > 0 && (
          <Button size="xs" variant="light" onClick={() => onAsk({ ...asked, filters: {}, from: 0 })}>
            {t('catalogue.searchEverywhere', { text: asked.text.trim() })}
          </Button>
        )}
        {set.map(({ key, value }) => (
          <Button
            key={`${key}:${value}`}
            size="xs"
            variant="default"
            onClick={() =>
              onAsk({
                ...asked,
                from: 0,
                filters: withFilter(
                  asked.filters,
                  key,
                  filterValues(asked.filters, key).filter((one) => one !== value),
                ),
              })
            }
          >
            {t('catalogue.without', { what: word(key, value) })}
          </Button>
        ))}
        <Button size="xs" variant="subtle" onClick={() => onAsk(nothingAsked)}>
          {t('catalogue.showAll')}
        </Button>
      </div>
    </div>
  )
}
