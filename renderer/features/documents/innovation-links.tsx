/** The way to the documents of each innovation. */
import { IconChevronRight } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { LabId } from '#shared/model/ids.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { places } from '../../app/places.ts'
import { useText } from '../../app/text.ts'
import { useOpenLab } from '../../lab/open-lab.tsx'
import css from './list.module.css'

type Props = { readonly lab: LabId; readonly innovations: readonly InnovationSummary[]; readonly sought: string }

/** As many as are shown before somebody asks for all. */
const few = 12

export function InnovationLinks({ lab, innovations, sought }: Props) {
  const t = useText()
  const { units } = useOpenLab().lab
  const [all, setAll] = useState(false)
  const found = useMemo(
    () =>
      innovations
        .filter((one) => `${one.name} ${one.longName}`.toLocaleLowerCase('id').includes(sought))
        .sort((a, b) => a.name.localeCompare(b.name, 'id')),
    [innovations, sought],
  )
  if (sought !== '' && found.length === 0) return null
  const shown = all || sought !== '' ? found : found.slice(0, few)
  return (
    <>
      <h2>{t('documents.innovations')}</h2>
      {innovations.length === 0 && <p className={css.lead}>{t('documents.noInnovations')}</p>}
      <ul className={css.entries} data-links>
        {shown.map((one) => {
          const unit = units.find(({ id }) => id === one.unit)
          return (
            <li key={one.id}>
              <a href={places.innovationDocuments(lab, one.id)}>
                <span>
                  <b>{one.name}</b>
                  <small>{unit === undefined ? one.longName : unit.short || unit.name}</small>
                </span>
                <IconChevronRight size={16} stroke={1.75} aria-hidden />
              </a>
            </li>
          )
        })}
      </ul>
      {shown.length < found.length && (
        <button type="button" className={css.more} onClick={() => setAll(true)}>
          {t('documents.showAll', { n: found.length })}
        </button>
      )}
    </>
  )
}
