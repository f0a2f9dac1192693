/** Cards many teams need, as the definition offers them. Pure. */
import type { Item } from '#shared/model/lab.ts'
import type { BoardDef } from '#shared/model/pack.ts'
import type { Language } from '#shared/model/text.ts'
import type { NewNote } from './edits.ts'

/** Those that are not on the board yet, in either language. */
export function missingStarters(def: Pick<BoardDef, 'starters' | 'zones'>, items: readonly Item[], language: Language): readonly NewNote[] {
  // Most boards have none, and reading thousands of cards to learn that would be felt.
  if (def.starters.length === 0) return []
  const there = new Set(items.map((item) => item.text.trim()))
  return def.starters
    .filter(({ text }) => !there.has(text.id.trim()) && !there.has(text.en.trim()))
    .map(({ text, zone, color, values }) => {
      const home = def.zones.find((one) => one.key === zone) ?? def.zones[0]
      const said = Object.entries(values).map(
        ([key, value]) => [key, typeof value === 'object' && !Array.isArray(value) ? value[language] : value] as const,
      )
      return { zone: home?.key ?? '', text: text[language], color: color ?? home?.color ?? 'kunyit', values: Object.fromEntries(said) }
    })
}
