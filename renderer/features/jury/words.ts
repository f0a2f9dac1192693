import type { Convention, ConventionState, Entry } from '#shared/model/jury.ts'
import type { Tone } from '../../parts/index.ts'

export const stateTones = { persiapan: 'plain', penilaian: 'act', selesai: 'ok' } as const satisfies Record<ConventionState, Tone>

/** The name an entry is called by on the secretariat's pages, which are never blind. */
export const entryName = (entry: Pick<Entry, 'name' | 'code'>): string => entry.name.trim() || entry.code

export const categoryLabel = (convention: Convention, key: string): string =>
  convention.categories.find((one) => one.key === key)?.label ?? key
