/** Conventions of the open lab for the palette, asked for when it opens. */
import { useEffect, useMemo, useState } from 'react'
import type { ConventionCard } from '#shared/api/jury.ts'
import type { LabId } from '#shared/model/ids.ts'
import { formatShortDay } from '#shared/rules/dates.ts'
import { useAbout, useLab } from '../lab/lab-context.tsx'
import type { Item } from './palette-items.ts'
import { go, places } from './places.ts'
import { useLanguage, useText } from './text.ts'

/** The page of conventions and each of them; nothing on the laptop of a team, which does not see them. */
export function useConventionItems(lab: LabId | null): readonly Item[] {
  const t = useText()
  const language = useLanguage()
  const client = useLab()
  const host = useAbout()?.reach === 'host'
  const [cards, setCards] = useState<readonly ConventionCard[]>([])
  const wanted = host ? lab : null
  useEffect(() => {
    setCards([])
    // Without an answer the palette finds the rest.
    if (wanted !== null) client.jury.list({ lab: wanted }).then(setCards, () => undefined)
  }, [client, wanted])
  return useMemo(() => {
    if (wanted === null) return []
    const page: Item = {
      id: 'do:conventions',
      kind: 'action',
      label: t('jury.linkOpen'),
      more: '',
      run: () => go(places.conventions(wanted)),
    }
    const each = cards.map(
      ({ id, name, date, state }): Item => ({
        id: `convention:${id}`,
        kind: 'convention',
        label: name.trim() || t('jury.untitled'),
        more: [t(`jury.state_${state}`), date === '' ? '' : formatShortDay(date, language)].filter((part) => part !== '').join(', '),
        also: t('jury.title'),
        run: () => go(places.convention(wanted, id, state === 'selesai' ? 'hasil' : undefined)),
      }),
    )
    return [page, ...each]
  }, [wanted, cards, t, language])
}
