/** "Sudah ada yang serupa?" beside what a team writes: what others did already, and taking it to innovation shopping to borrow from. */
import { Button } from '@mantine/core'
import { IconBasketPlus, IconCheck } from '@tabler/icons-react'
import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { SimilarAnswer } from '#shared/api/catalogue.ts'
import type { CatalogueEntry } from '#shared/model/catalogue.ts'
import { entryId } from '#shared/rules/catalogue.ts'
import { places } from '../../../app/places.ts'
import { useText } from '../../../app/text.ts'
import { sourceWords, standingTones, whoseOf } from '../../../lab/catalogue/entry-words.ts'
import { addToShopping, inShopping, shoppingCanvas } from '../../../lab/catalogue/replica.ts'
import { useSources } from '../../../lab/catalogue/use-sources.ts'
import { useAbout, useCatalogueTurn, useLab } from '../../../lab/lab-context.tsx'
import { StatusChip } from '../../../parts/index.ts'
import { notify } from '../../../state/notify.ts'
import { useSession } from '../session.tsx'
import css from './similar.module.css'
import { similarText } from './similar-text.ts'

/** Canvases on which an idea takes its shape. */
export const asksForSimilar = (canvas: string): boolean => ['kartu-ide', 'form-ide', 'kartu-inovasi', shoppingCanvas].includes(canvas)

/** Asked when the writing rests: it never holds up a key. */
const restMs = 900
/** A few words find everything and nothing. */
const fewestLetters = 24

export function SimilarAside() {
  const { lab, innovation, value, def } = useSession()
  const t = useText()
  const later = useDeferredValue(value)
  const text = useMemo(() => similarText(later), [later])
  const found = useSimilar(text, entryId(lab, innovation))
  const host = useAbout()?.reach === 'host'
  const shopping = def.id === shoppingCanvas
  return (
    <section className={css.aside}>
      <details open={shopping || undefined}>
        <summary>
          <h2>{t(shopping ? 'catalogue.fromCatalogue' : 'catalogue.already')}</h2>
          {found !== null && found.length > 0 && <small>{t('catalogue.nAlike', { n: found.length })}</small>}
        </summary>
        <p className={css.quiet} role="status">
          {t(wordOf(text, found))}
        </p>
        <ul>
          {(found ?? []).map((one) => (
            <Alike key={one.entry.id} {...one} />
          ))}
        </ul>
        {host && (
          <p className={css.search}>
            <a href={places.catalogue()}>{t('catalogue.searchMore')}</a>
          </p>
        )}
      </details>
    </section>
  )
}

const wordOf = (text: string, found: SimilarAnswer | null) =>
  text.length < fewestLetters
    ? 'catalogue.alikeLater'
    : found === null
      ? 'catalogue.alikeLooking'
      : found.length === 0
        ? 'catalogue.alikeNone'
        : 'catalogue.alikeLead'

/** Null until the first answer; what was found stays until the next one comes. */
function useSimilar(text: string, self: string): SimilarAnswer | null {
  const client = useLab()
  const turn = useCatalogueTurn()
  const [found, setFound] = useState<SimilarAnswer | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when there is more in the catalogue
  useEffect(() => {
    if (text.length < fewestLetters) {
      setFound(null)
      return
    }
    const abort = new AbortController()
    const timer = setTimeout(() => {
      client.catalogue.similar({ text, except: [self], count: 5 }, { signal: abort.signal }).then(
        (answer) => {
          if (!abort.signal.aborted) setFound(answer)
        },
        // A hint that does not come is no trouble worth a word.
        () => undefined,
      )
    }, restMs)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [client, text, self, turn])
  return found
}

function Alike({ entry, shared }: SimilarAnswer[number]) {
  const t = useText()
  const host = useAbout()?.reach === 'host'
  return (
    <li>
      <div className={css.name}>
        {host ? <a href={places.catalogueEntry(entry.id)}>{entry.name}</a> : <strong>{entry.name}</strong>}
        <StatusChip tone={standingTones[entry.standing]}>{t(`catalogue.st_${entry.standing}`)}</StatusChip>
      </div>
      {entry.longName !== '' && <span>{entry.longName}</span>}
      <small>{whoseOf(entry)}</small>
      {shared.length > 0 && <small>{t('catalogue.sharedWords', { words: shared.slice(0, 5).join(', ') })}</small>}
      <Borrow entry={entry} />
    </li>
  )
}

/** One row of innovation shopping, with its source. */
function Borrow({ entry }: { readonly entry: CatalogueEntry }) {
  const { desk, defs, readOnly, act, announce, value } = useSession()
  const t = useText()
  const { names } = useSources()
  const source = sourceWords(t, names)
  // `value` is read so that the button follows the canvas.
  const there = value.canvases[shoppingCanvas] !== undefined && inShopping(desk.doc, entry, source)
  if (readOnly || !defs.some(({ id }) => id === shoppingCanvas)) return null
  if (there)
    return (
      <small className={css.there}>
        <IconCheck size={14} stroke={2} aria-hidden /> {t('catalogue.inShopping')}
      </small>
    )
  const take = (): void => {
    const undo = act(() => addToShopping(desk.doc, entry, source, desk.newId(), desk.me))
    if (undo === undefined) return
    const said = t('catalogue.borrowed', { name: entry.name })
    announce(said)
    notify.undoable(said, () => act(undo))
  }
  return (
    <Button size="compact-xs" variant="light" leftSection={<IconBasketPlus size={14} stroke={1.75} aria-hidden />} onClick={take}>
      {t('catalogue.borrow')}
    </Button>
  )
}
