/** One hit: what it is, whose, how it stands; the words that answered are marked. */
import { memo } from 'react'
import type { CatalogueHit } from '#shared/api/catalogue.ts'
import { places } from '../../app/places.ts'
import { useText } from '../../app/text.ts'
import { standingTones, whoseOf } from '../../lab/catalogue/entry-words.ts'
import { StatusChip } from '../../parts/index.ts'
import css from './catalogue.module.css'
import { excerptOf, piecesOf } from './marking.ts'

export function Marked({ text, marks }: { readonly text: string; readonly marks: readonly string[] }) {
  return (
    <>
      {piecesOf(text, marks).map((piece, at) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, drawn anew with it
        piece.on ? <mark key={at}>{piece.text}</mark> : piece.text,
      )}
    </>
  )
}

export const HitRow = memo(function HitRow(props: {
  readonly hit: CatalogueHit
  readonly chosen: boolean
  /** Enough are chosen already. */
  readonly full: boolean
  readonly onChoose: (id: string, on: boolean) => void
}) {
  const { hit, chosen, full, onChoose } = props
  const { entry, marks } = hit
  const t = useText()
  const words = entry.summary === '' ? entry.problem : entry.summary
  return (
    <li className={css.hit} data-chosen={chosen || undefined}>
      <input
        type="checkbox"
        aria-label={t('catalogue.compareOne', { name: entry.name })}
        checked={chosen}
        disabled={full && !chosen}
        onChange={(event) => onChoose(entry.id, event.currentTarget.checked)}
      />
      <div>
        <a href={places.catalogueEntry(entry.id)} data-hit={entry.id}>
          <Marked text={entry.name} marks={marks} />
        </a>
        {entry.longName !== '' && (
          <span className={css.long}>
            <Marked text={entry.longName} marks={marks} />
          </span>
        )}
        {words !== '' && (
          <p>
            <Marked text={excerptOf(words, marks)} marks={marks} />
          </p>
        )}
        <small>
          <Marked text={whoseOf(entry)} marks={marks} />
          {entry.urusan !== '' && <> · {entry.urusan}</>}
        </small>
      </div>
      <div className={css.hitSide}>
        <StatusChip tone={standingTones[entry.standing]}>{t(`catalogue.st_${entry.standing}`)}</StatusChip>
        {entry.adopters.length > 0 && <small>{t('catalogue.adoptedBy', { n: entry.adopters.length })}</small>}
        {entry.replicates !== '' && <small>{t('catalogue.isReplica')}</small>}
      </div>
    </li>
  )
})
