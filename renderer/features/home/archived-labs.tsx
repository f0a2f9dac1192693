import { Button } from '@mantine/core'
import { IconBooks, IconRestore, IconTable } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { LabCard } from '#shared/api/contract.ts'
import { writeLabFacts } from '#shared/doc/lab.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { LabId } from '#shared/model/ids.ts'
import { places } from '../../app/places.ts'
import { useText } from '../../app/text.ts'
import { useLabDoc } from '../../collab/use-doc.tsx'
import { useAbout, useLabs } from '../../lab/lab-context.tsx'
import { regionName } from '../../lab/region-name.ts'
import css from './home.module.css'

/** Labs drawn in the folded list; all of them are in the archive. */
const mostAway = 20

/** The way into the archive of all labs, and below it those that were put away, folded, each with a way back. */
export function ArchivedLabs() {
  const t = useText()
  const labs = useLabs() ?? []
  const away = labs.filter((lab) => lab.archived)
  if (labs.length === 0) return null
  return (
    <>
      <p className={css.toArchive}>
        <a href={places.archive()}>
          <IconTable size={16} stroke={1.75} aria-hidden />
          {t('archive.all')}
        </a>
        <a href={places.catalogue()}>
          <IconBooks size={16} stroke={1.75} aria-hidden />
          {t('catalogue.homeLink')}
        </a>
      </p>
      {away.length > 0 && <Folded away={away} />}
    </>
  )
}

function Folded({ away }: { readonly away: readonly LabCard[] }) {
  const t = useText()
  return (
    <details className={css.archive}>
      <summary>
        <h2>{t('home.archive')}</h2>
        <span className={css.quiet}>{t('home.labCount', { n: away.length })}</span>
      </summary>
      <ul>
        {away.slice(0, mostAway).map((lab) => (
          <Away key={lab.id} lab={lab} />
        ))}
      </ul>
    </details>
  )
}

function Away({ lab }: { readonly lab: LabCard }) {
  const t = useText()
  const about = useAbout()
  const [restoring, setRestoring] = useState(false)
  const name = regionName(lab, t)
  return (
    <li>
      <a href={places.lab(lab.id)}>{name}</a>
      <small>{t('app.labYear', { jilid: lab.jilid, year: lab.year })}</small>
      {restoring ? (
        <Restoring lab={lab.id as LabId /* summaries carry ids of labs */} />
      ) : (
        <Button
          size="xs"
          variant="default"
          disabled={about?.readOnly === true}
          aria-label={t('home.restoreLab', { name })}
          leftSection={<IconRestore size={16} stroke={1.75} aria-hidden />}
          onClick={() => setRestoring(true)}
        >
          {t('home.restore')}
        </Button>
      )}
    </li>
  )
}

/** Opens the document only to take the mark away; the list follows when it is saved. */
function Restoring({ lab }: { readonly lab: LabId }) {
  const t = useText()
  const held = useLabDoc(lab)
  const doc = held.state === 'open' ? held.doc : null
  useEffect(() => {
    if (doc) writeLabFacts(doc, { archived: false }, byPerson)
  }, [doc])
  return (
    <span role="status" className={css.quiet}>
      {t(held.state === 'refused' ? 'home.cannotRestore' : 'home.restoring')}
    </span>
  )
}
