/** An innovation that begins as the replication of one in the catalogue. */
import { Button, TextInput } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { type FormEvent, useEffect, useState } from 'react'
import type { CatalogueEntry } from '#shared/model/catalogue.ts'
import type { UnitId } from '#shared/model/ids.ts'
import { go, places } from '../../app/places.ts'
import { useText } from '../../app/text.ts'
import { whoseOf } from '../../lab/catalogue/entry-words.ts'
import { useStartReplica } from '../../lab/catalogue/start-replica.tsx'
import { useLab } from '../../lab/lab-context.tsx'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { ErrorBanner } from '../../parts/index.ts'
import own from './add.module.css'
import { InnovationFields, type NamedInnovation } from './innovation-fields.tsx'
import css from './lab.module.css'

const mostOffered = 8

export function AddReplica({ unit: given, onClose }: { readonly unit: string | null; readonly onClose: () => void }) {
  const t = useText()
  const { id } = useOpenLab()
  const [entry, setEntry] = useState<CatalogueEntry | null>(null)
  const [named, setNamed] = useState<NamedInnovation>({ name: '', longName: '', unit: given })
  const replica = useStartReplica((where, innovation) => go(places.innovation(where, innovation)))
  if (entry === null)
    return (
      <FindOrigin
        onClose={onClose}
        onChoose={(found) => {
          setEntry(found)
          setNamed({ ...named, name: found.name, longName: found.longName })
        }}
      />
    )
  const save = (event: FormEvent): void => {
    event.preventDefault()
    const [name, unit] = [named.name.trim(), named.unit as UnitId | null] // one of the units offered
    if (name !== '') replica.start({ lab: id, unit, name, longName: named.longName.trim(), entry })
  }
  return (
    <>
      {replica.trouble && <ErrorBanner {...replica.trouble} />}
      {replica.writing}
      <p className={own.origin}>
        {t('catalogue.replicaChosen', { name: entry.name, whose: whoseOf(entry) })}{' '}
        <Button size="compact-xs" variant="subtle" onClick={() => setEntry(null)}>
          {t('catalogue.replicaOther')}
        </Button>
      </p>
      <form className={own.addForm} onSubmit={save}>
        <InnovationFields value={named} onChange={setNamed} hint={t('catalogue.nameHint')} />
        <div className={css.acts}>
          <Button
            type="submit"
            variant="light"
            loading={replica.busy}
            disabled={named.name.trim() === ''}
            leftSection={<IconCheck size={16} stroke={1.75} aria-hidden />}
          >
            {t('catalogue.replicate')}
          </Button>
          <Button variant="subtle" onClick={onClose}>
            {t('app.close')}
          </Button>
        </div>
      </form>
    </>
  )
}

function FindOrigin({ onChoose, onClose }: { readonly onChoose: (entry: CatalogueEntry) => void; readonly onClose: () => void }) {
  const t = useText()
  const client = useLab()
  const [text, setText] = useState('')
  const [found, setFound] = useState<readonly CatalogueEntry[]>([])
  useEffect(() => {
    const abort = new AbortController()
    if (text.trim() === '') {
      setFound([])
      return
    }
    client.catalogue.search({ text, count: mostOffered, facets: false }, { signal: abort.signal }).then(
      ({ hits }) => {
        if (!abort.signal.aborted) setFound(hits.map(({ entry }) => entry))
      },
      () => undefined,
    )
    return () => abort.abort()
  }, [client, text])
  return (
    <div className={own.find}>
      <p>
        {t('catalogue.replicaLead')} <a href={places.catalogue()}>{t('catalogue.title')}</a>
      </p>
      <TextInput
        autoFocus
        label={t('catalogue.replicaSearch')}
        placeholder={t('catalogue.searchHint')}
        maxLength={400}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <ul aria-label={t('catalogue.hits')}>
        {found.map((entry) => (
          <li key={entry.id}>
            <button type="button" onClick={() => onChoose(entry)}>
              <strong>{entry.name}</strong>
              {entry.longName !== '' && <span>{entry.longName}</span>}
              <small>{whoseOf(entry)}</small>
            </button>
          </li>
        ))}
      </ul>
      {text.trim() !== '' && found.length === 0 && <p role="status">{t('catalogue.noneTitle')}</p>}
      <div className={css.acts}>
        <Button variant="subtle" onClick={onClose}>
          {t('app.close')}
        </Button>
      </div>
    </div>
  )
}
