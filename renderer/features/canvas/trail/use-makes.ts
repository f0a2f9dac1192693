/** Making, taking over, tying and bringing up to date, as one step each, said and with a way back. */
import { useMemo } from 'react'
import { type Made, renewLink, type Target, unmake } from '#shared/doc/making.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { TrailEnd } from '#shared/model/lab.ts'
import type { TakeOffer, TakeThing } from '#shared/rules/taking.ts'
import type { ChangedSource } from '#shared/rules/trail.ts'
import { useBoth, useLanguage, useText } from '../../../app/text.ts'
import { notify } from '../../../state/notify.ts'
import type { Way } from '../../../trail/target-picker.tsx'
import { useSession } from '../session.tsx'
import { becomeAll, takeOver, tieAll } from './edits.ts'

export function useMakes() {
  const { def, defs, desk, act, announce, select } = useSession()
  const t = useText()
  const both = useBoth()
  const language = useLanguage()
  return useMemo(() => {
    const tell = (made: readonly Made[] | undefined, text: string): void => {
      if (made === undefined || made.length === 0) return
      announce(text)
      notify.undoable(text, () => act(() => unmake(desk.doc, defs, made, byPerson)))
    }
    return {
      make: (ends: readonly TrailEnd[], target: Target, joined: boolean): TrailEnd | undefined => {
        const made = act(() => becomeAll(desk, ends, target, joined, language))
        const n = joined ? 1 : (made?.length ?? 0)
        tell(made, n === 1 ? t('trail.made', { place: both(target.def.title) }) : t('trail.madeN', { n, place: both(target.def.title) }))
        return made?.[0]?.link.to
      },
      take: (offer: TakeOffer, things: readonly TakeThing[]): void => {
        const made = act(() => takeOver(desk, offer, things, def, language))
        const said = t('trail.taken', { n: made?.length ?? 0, place: both(offer.source.title) })
        tell(made, said)
        const [first] = made ?? []
        if (first?.link.to.place === 'item' && made !== undefined)
          select(made.flatMap(({ link }) => (link.to.place === 'item' ? [link.to.key as Parameters<typeof select>[0][number]] : []))) // an item end is keyed by an item id
      },
      tie: (ends: readonly TrailEnd[], other: TrailEnd, way: Way): void => void act(() => tieAll(desk, ends, other, way)),
      renew: ({ link, now, asQuoted }: ChangedSource, rewrite: boolean): void => {
        const there = defs.find(({ id }) => id === link.to.of)
        if (there === undefined) return
        act(() => renewLink(desk.doc, there, link, now, rewrite && asQuoted, byPerson))
        announce(t(rewrite ? 'trail.renewed' : 'trail.keptAsIs'))
      },
    }
  }, [def, defs, desk, act, announce, select, t, both, language])
}
