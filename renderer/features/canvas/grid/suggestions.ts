/** What a column offers to choose from: its own options, or names the lab already knows. */
import { useMemo } from 'react'
import type { GridColumn } from '#shared/model/pack.ts'
import { useBoth, useLanguage } from '../../../app/text.ts'
import { useOpenLab } from '../../../lab/open-lab.tsx'
import { useSession } from '../session.tsx'

export type Offer = {
  readonly value: string
  readonly label: string
  readonly help?: string | undefined
  readonly group?: string | undefined
}

/** Whether only what is offered may be chosen, and whether several may. */
export const picking = (column: Pick<GridColumn, 'type'>): 'one' | 'many' | 'suggest' | null => {
  switch (column.type) {
    case 'choice':
    case 'score':
      return 'one'
    case 'multi':
      return 'many'
    case 'person':
    case 'unit':
    case 'measure':
      return 'suggest'
    default:
      return null
  }
}

export function useOffers(column: GridColumn): readonly Offer[] {
  const { value } = useSession()
  const { lab } = useOpenLab()
  const both = useBoth()
  const language = useLanguage()
  const { members } = value
  return useMemo(() => {
    switch (column.type) {
      case 'choice':
      case 'multi':
        return (column.options ?? []).map((option) => ({
          value: option.key,
          label: both(option.label),
          help: option.help === undefined ? undefined : both(option.help),
          group: option.group === undefined ? undefined : both(option.group),
        }))
      case 'score':
        return scoresOf(column).map((score) => {
          const anchor = column.anchors.find((one) => one.score === score)
          return { value: String(score), label: String(score), help: anchor === undefined ? undefined : both(anchor.label) }
        })
      case 'person': {
        const units = new Map(lab.units.map((unit) => [unit.id, unit.short === '' ? unit.name : unit.short]))
        return once([
          ...members.map(({ name, position }) => ({ value: name, label: name, help: position })),
          ...lab.people.map(({ name, position, unit }) => ({
            value: name,
            label: name,
            help: [position, unit === null ? '' : (units.get(unit) ?? '')].filter((part) => part !== '').join(', '),
          })),
        ])
      }
      case 'unit':
        return once(lab.units.map(({ name, short }) => ({ value: name, label: name, help: short })))
      case 'measure':
        return once(column.suggests.map((text) => ({ value: text[language], label: text[language] })))
      default:
        return []
    }
  }, [column, members, lab, both, language])
}

/** Highest first, as scores are thought of. */
export function scoresOf({ min = 1, max = 5 }: Pick<GridColumn, 'min' | 'max'>): readonly number[] {
  const least = Math.ceil(min)
  return Array.from({ length: Math.max(0, Math.min(100, Math.floor(max) - least + 1)) }, (_, at) => Math.floor(max) - at)
}

function once(offers: readonly Offer[]): readonly Offer[] {
  const seen = new Set<string>()
  return offers.filter(({ value }) => {
    const key = value.trim().toLocaleLowerCase('id')
    if (key === '' || seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** Those whose label or explanation holds all typed words; labels that begin with them first. */
export function matching(offers: readonly Offer[], query: string): readonly Offer[] {
  const wanted = query.trim().toLocaleLowerCase('id')
  if (wanted === '') return offers
  const words = wanted.split(/\s+/u)
  const found = offers.filter(({ label, help = '' }) => {
    const text = `${label} ${help}`.toLocaleLowerCase('id')
    return words.every((word) => text.includes(word))
  })
  const begins = (offer: Offer): number => (offer.label.toLocaleLowerCase('id').startsWith(wanted) ? 0 : 1)
  return found
    .map((offer, at) => ({ offer, at }))
    .sort((a, b) => begins(a.offer) - begins(b.offer) || a.at - b.at)
    .map(({ offer }) => offer)
}
