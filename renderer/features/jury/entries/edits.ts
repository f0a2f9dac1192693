/** What changes with one entry, as functions of the convention. */
import type { EntryId } from '#shared/model/ids.ts'
import type { Entry } from '#shared/model/jury.ts'
import { freeCodes } from '#shared/rules/jury-codes.ts'
import type { ConventionChange } from '../use-convention.ts'

export const withEntry =
  (id: EntryId, patch: Partial<Omit<Entry, 'id'>>): ConventionChange =>
  (now) => ({ ...now, entries: now.entries.map((entry) => (entry.id === id ? { ...entry, ...patch } : entry)) })

/** With everything that names it. Only one without marks goes this way; others are withdrawn. */
export const withoutEntry =
  (id: EntryId): ConventionChange =>
  (now) => ({
    ...now,
    entries: now.entries.filter((entry) => entry.id !== id),
    panels: now.panels.map((panel) => ({ ...panel, entries: panel.entries.filter((entry) => entry !== id) })),
    recusals: now.recusals.filter((one) => one.entry !== id),
    lifts: now.lifts.filter((one) => one.entry !== id),
    slots: now.slots.filter((one) => one.entry !== id),
  })

export type OutsideLine = { readonly name: string; readonly unitName: string; readonly category: string; readonly id: EntryId }

/**
 * Entries from outside the lab. A category that is not in the convention yet is added to it; names that are in it already are left out.
 */
export const withOutside =
  (lines: readonly OutsideLine[], freshKey: (taken: readonly string[]) => string): ConventionChange =>
  (now) => {
    const known = new Set(now.entries.map((entry) => pairOf(entry.name, entry.unitName)))
    const fresh = lines.filter((line) => !known.has(pairOf(line.name, line.unitName)))
    const codes = freeCodes(now, fresh.length)
    const categories = [...now.categories]
    const keyOf = (label: string): string => {
      if (label === '') return ''
      const found = categories.find((one) => one.label.toLocaleLowerCase('id') === label.toLocaleLowerCase('id'))
      if (found) return found.key
      const key = freshKey(categories.map((one) => one.key))
      categories.push({ key, label })
      return key
    }
    const added = fresh.map(
      (line, at): Entry => ({
        ...blank,
        id: line.id,
        name: line.name,
        unitName: line.unitName,
        category: keyOf(line.category),
        code: codes[at] ?? '',
      }),
    )
    return { ...now, categories, entries: [...now.entries, ...added] }
  }

const pairOf = (name: string, unit: string): string => `${name}\n${unit}`.toLocaleLowerCase('id')

const blank: Omit<Entry, 'id' | 'name' | 'unitName' | 'category' | 'code'> = {
  innovation: null,
  longName: '',
  unit: null,
  summary: '',
  team: [],
  submittedAt: '',
  withdrawn: '',
}
