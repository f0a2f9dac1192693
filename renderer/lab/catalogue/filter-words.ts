/** How filters and their values are called. */
import type { CatalogueSource, FilterKey } from '#shared/api/catalogue.ts'
import type { LabCard } from '#shared/api/contract.ts'
import { reuses, standings, unsayables } from '#shared/model/catalogue.ts'
import { innovationForms, innovationKinds } from '#shared/model/innovation-kinds.ts'
import type { Say } from '../../app/text.ts'
import { regionName } from '../region-name.ts'

export type ValueWord = (key: FilterKey, value: string) => string

/** Regions, units and affairs say themselves; the rest are keys. */
export function valueWords(t: Say, labs: readonly LabCard[], sources: readonly CatalogueSource[]): ValueWord {
  const places = new Map<string, string>([
    ...labs.map((lab) => [lab.id, `${regionName(lab, t)}, ${t('app.labYear', { jilid: lab.jilid, year: lab.year })}`] as const),
    ...sources.map(({ id, name }) => [id, name] as const),
  ])
  return (key, value) => {
    switch (key) {
      case 'kind': {
        const kind = innovationKinds.find((one) => one === value)
        return kind === undefined ? value : t(`innovation.kind_${kind}`)
      }
      case 'form': {
        const form = innovationForms.find((one) => one === value)
        return form === undefined ? value : t(`innovation.form_${form}`)
      }
      case 'standing': {
        const standing = standings.find((one) => one === value)
        return standing === undefined ? value : t(`catalogue.st_${standing}`)
      }
      case 'reuse': {
        const reuse = reuses.find((one) => one === value)
        return reuse === undefined ? value : t(`catalogue.reuse_${reuse}`)
      }
      case 'sdg':
        return sdgWord(t, Number(value))
      case 'adopted':
        return t(value === 'ya' ? 'catalogue.adopted_ya' : 'catalogue.adopted_tidak')
      case 'lab':
        return places.get(value) ?? value
      case 'unsaid': {
        const field = unsayables.find((one) => one === value)
        return field === undefined ? value : t(`catalogue.f_${field}`)
      }
      default:
        return value
    }
  }
}

const sdgs = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17] as const
export const sdgWord = (t: Say, number: number): string => {
  const known = sdgs.find((one) => one === number)
  return known === undefined ? String(number) : `${known} ${t(`catalogue.sdg_${known}`)}`
}
