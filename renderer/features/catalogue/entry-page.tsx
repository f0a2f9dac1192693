/** One entry of the catalogue with all that is known of it, what is like it, and what can be done with it. */
import { Button } from '@mantine/core'
import { IconArrowBackUp, IconArrowsLeftRight, IconCopy, IconCopyPlus, IconExternalLink } from '@tabler/icons-react'
import { type ReactNode, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { SimilarAnswer } from '#shared/api/catalogue.ts'
import type { CatalogueEntry } from '#shared/model/catalogue.ts'
import { formatShortDay } from '#shared/rules/dates.ts'
import { usePageTitle } from '../../app/page-title.ts'
import { places } from '../../app/places.ts'
import { useLanguage, useText } from '../../app/text.ts'
import { entryText, standingTones, whoseOf } from '../../lab/catalogue/entry-words.ts'
import { useSources } from '../../lab/catalogue/use-sources.ts'
import { useAbout, useCatalogueTurn, useLab } from '../../lab/lab-context.tsx'
import { EmptyState, ErrorBanner, PageTitle, Panel, StatusChip } from '../../parts/index.ts'
import { copyText } from '../../state/copy-text.ts'
import css from './catalogue.module.css'
import { chooseEntry, compareStore, mostCompared, openCompare } from './compare-store.ts'
import { entryFields } from './entry-fields.ts'
import { Replicate } from './replicate.tsx'
import { useEntries } from './use-entries.ts'

export function EntryPage({ id }: { readonly id: string }) {
  const t = useText()
  const asked = useEntries([id])
  if (asked.state === 'loading') return null
  if (asked.state === 'failed')
    return (
      <div className={css.page}>
        <ErrorBanner {...asked.trouble} acts={<Button onClick={asked.again}>{t('catalogue.tryAgain')}</Button>} />
      </div>
    )
  const [entry] = asked.value
  return (
    <div className={css.page}>
      {entry === undefined ? (
        <EmptyState
          title={t('catalogue.goneTitle')}
          text={t('catalogue.gone')}
          acts={
            <Button component="a" href={places.catalogue()}>
              {t('catalogue.toList')}
            </Button>
          }
        />
      ) : (
        <Entry entry={entry} />
      )}
    </div>
  )
}

function Entry({ entry }: { readonly entry: CatalogueEntry }) {
  const t = useText()
  usePageTitle(entry.name, t('catalogue.title'))
  const { names } = useSources()
  return (
    <>
      <BackLink />
      <PageTitle title={entry.name} lead={entry.longName === '' ? whoseOf(entry) : entry.longName} side={<EntryActs entry={entry} />} />
      <div className={css.entryColumns}>
        <Panel
          title={t('catalogue.about')}
          side={<StatusChip tone={standingTones[entry.standing]}>{t(`catalogue.st_${entry.standing}`)}</StatusChip>}
        >
          <Fields entry={entry} from={names[entry.source]} />
        </Panel>
        <Similar entry={entry} />
      </div>
    </>
  )
}

/** Back to the list as it was searched, when one came from there. */
function BackLink() {
  const t = useText()
  return (
    <Button
      component="a"
      href={places.catalogue()}
      size="xs"
      variant="subtle"
      className={css.back ?? ''}
      leftSection={<IconArrowBackUp size={16} stroke={1.75} aria-hidden />}
      onClick={(event) => {
        if (window.history.length < 2) return
        event.preventDefault()
        window.history.back()
      }}
    >
      {t('catalogue.toList')}
    </Button>
  )
}

function EntryActs({ entry }: { readonly entry: CatalogueEntry }) {
  const t = useText()
  const about = useAbout()
  const ids = useStore(compareStore, (all) => all.ids)
  const [copied, setCopied] = useState<boolean | null>(null)
  const [replicating, setReplicating] = useState(false)
  const chosen = ids.includes(entry.id)
  const compare = (): void => {
    chooseEntry(entry.id, true)
    if (compareStore.getState().ids.length > 1) openCompare(true)
  }
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconCopy size={16} stroke={1.75} aria-hidden />}
        onClick={() => void copyText(entryText(entry, t)).then(setCopied)}
      >
        {t('catalogue.copy')}
      </Button>
      <Button
        variant="default"
        disabled={!chosen && ids.length >= mostCompared}
        leftSection={<IconArrowsLeftRight size={16} stroke={1.75} aria-hidden />}
        onClick={compare}
      >
        {ids.length > 0 && !(chosen && ids.length === 1)
          ? t('catalogue.compareN', { n: chosen ? ids.length : ids.length + 1 })
          : t('catalogue.compare')}
      </Button>
      {entry.lab !== null && entry.innovation !== null && (
        <Button
          component="a"
          variant="default"
          href={places.innovation(entry.lab, entry.innovation)}
          leftSection={<IconExternalLink size={16} stroke={1.75} aria-hidden />}
        >
          {t('catalogue.openOurs')}
        </Button>
      )}
      {about?.readOnly === false && (
        <Button leftSection={<IconCopyPlus size={16} stroke={1.75} aria-hidden />} onClick={() => setReplicating(true)}>
          {t('catalogue.replicate')}
        </Button>
      )}
      <span role="status" className={css.said}>
        {copied !== null && t(copied ? 'app.copied' : 'app.notCopied')}
        {copied === null && chosen && ids.length === 1 && t('catalogue.chooseMore')}
      </span>
      {replicating && <Replicate entry={entry} onClose={() => setReplicating(false)} />}
    </>
  )
}

function Fields({ entry, from }: { readonly entry: CatalogueEntry; readonly from: string | undefined }) {
  const t = useText()
  const language = useLanguage()
  const fields = entryFields(entry, t, (day) => formatShortDay(day, language), from)
  const known = fields.filter(({ text }) => text !== '')
  const missing = fields.filter(({ text, wanted }) => text === '' && wanted)
  return (
    <>
      <dl className={css.fields}>
        {known.map(({ key, label, text }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {missing.length > 0 && <p className={css.quiet}>{t('catalogue.notSaid', { what: missing.map(({ label }) => label).join(', ') })}</p>}
    </>
  )
}

function Similar({ entry }: { readonly entry: CatalogueEntry }) {
  const t = useText()
  const client = useLab()
  const turn = useCatalogueTurn()
  const [found, setFound] = useState<SimilarAnswer | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when the catalogue changed
  useEffect(() => {
    let gone = false
    client.catalogue.similar({ entry: entry.id, except: [entry.id], count: 6 }).then(
      (answer) => {
        if (!gone) setFound(answer)
      },
      () => {
        if (!gone) setFound([])
      },
    )
    return () => {
      gone = true
    }
  }, [client, entry.id, turn])
  let body: ReactNode = null
  if (found !== null && found.length === 0) body = <p className={css.quiet}>{t('catalogue.noSimilar')}</p>
  else if (found !== null)
    body = (
      <ul className={css.similar}>
        {found.map(({ entry: one, shared }) => (
          <li key={one.id}>
            <a href={places.catalogueEntry(one.id)}>{one.name}</a>
            {one.longName !== '' && <span className={css.long}>{one.longName}</span>}
            <small>{whoseOf(one)}</small>
            {shared.length > 0 && <small>{t('catalogue.sharedWords', { words: shared.slice(0, 6).join(', ') })}</small>}
          </li>
        ))}
      </ul>
    )
  return <Panel title={t('catalogue.similar')}>{body}</Panel>
}
