/** Up to four entries side by side; on a narrow screen one below the other. What differs stands out. */
import { Button, Modal } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useState } from 'react'
import { useStore } from 'zustand'
import type { CatalogueEntry } from '#shared/model/catalogue.ts'
import { formatShortDay } from '#shared/rules/dates.ts'
import { places } from '../../app/places.ts'
import { useLanguage, useText } from '../../app/text.ts'
import { whoseOf } from '../../lab/catalogue/entry-words.ts'
import { useSources } from '../../lab/catalogue/use-sources.ts'
import { ErrorBanner } from '../../parts/index.ts'
import { chooseEntry, compareStore, openCompare } from './compare-store.ts'
import css from './dialogs.module.css'
import { entryFields } from './entry-fields.ts'
import { useEntries } from './use-entries.ts'

/** Written freely: always different, so that marking them would tell nothing. */
const told: ReadonlySet<string> = new Set(['summary', 'problem', 'stopped', 'team', 'contact', 'source', 'replicates', 'startedOn'])

/** Drawn by the pages of the catalogue. */
export function CompareDialog() {
  const t = useText()
  const open = useStore(compareStore, (all) => all.open && all.ids.length > 1)
  const narrow = useMediaQuery('(max-width: 700px)', undefined, { getInitialValueInEffect: false }) ?? false
  if (!open) return null
  return (
    <Modal
      opened
      size={1240}
      fullScreen={narrow}
      onClose={() => openCompare(false)}
      title={<strong>{t('catalogue.compareTitle')}</strong>}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <Compared narrow={narrow} />
    </Modal>
  )
}

function Compared({ narrow }: { readonly narrow: boolean }) {
  const t = useText()
  const language = useLanguage()
  const ids = useStore(compareStore, (all) => all.ids)
  const asked = useEntries(ids)
  const { names } = useSources()
  const [onlyDifferent, setOnlyDifferent] = useState(false)
  if (asked.state === 'failed') return <ErrorBanner {...asked.trouble} />
  if (asked.state === 'loading') return null
  const entries = asked.value
  const columns = entries.map((entry) => entryFields(entry, t, (day) => formatShortDay(day, language), names[entry.source]))
  const rows = (columns[0] ?? []).flatMap(({ key, label }, at) => {
    const texts = columns.map((fields) => fields[at]?.text ?? '')
    if (texts.every((text) => text === '')) return []
    const differs = new Set(texts.map((text) => text.trim().toLowerCase())).size > 1
    return differs || !onlyDifferent ? [{ key, label, texts, differs: differs && !told.has(key) }] : []
  })
  return (
    <div className={css.body}>
      <label className={css.tick}>
        <input type="checkbox" checked={onlyDifferent} onChange={(event) => setOnlyDifferent(event.currentTarget.checked)} />
        {t('catalogue.onlyDifferent')}
      </label>
      {narrow ? (
        entries.map((entry, column) => (
          <section key={entry.id} className={css.stacked}>
            <Head entry={entry} />
            <dl>
              {rows.map(({ key, label, texts, differs }) => (
                <div key={key} data-differs={differs || undefined}>
                  <dt>{label}</dt>
                  <dd>{texts[column] || '–'}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))
      ) : (
        <div className={css.scroll}>
          <table className={css.compare}>
            <thead>
              <tr>
                <td />
                {entries.map((entry) => (
                  <th key={entry.id} scope="col">
                    <Head entry={entry} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ key, label, texts, differs }) => (
                <tr key={key} data-differs={differs || undefined}>
                  <th scope="row">{label}</th>
                  {texts.map((text, at) => (
                    <td key={entries[at]?.id}>{text || '–'}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  )
}

function Head({ entry }: { readonly entry: CatalogueEntry }) {
  const t = useText()
  return (
    <div className={css.comparedHead}>
      <a href={places.catalogueEntry(entry.id)} onClick={() => openCompare(false)}>
        {entry.name}
      </a>
      <small>{entry.longName || whoseOf(entry)}</small>
      <Button size="compact-xs" variant="subtle" onClick={() => chooseEntry(entry.id, false)}>
        {t('catalogue.putAside')}
      </Button>
    </div>
  )
}
