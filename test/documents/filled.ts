/** Any canvas filled with plausible entries, every text with a number of its own so that a test can look for it; the same seed gives the same canvas. */
import type { ItemId } from '#shared/model/ids.ts'
import type { Canvas, Item, Value } from '#shared/model/lab.ts'
import type { CanvasDef, FormField, GridColumn } from '#shared/model/pack.ts'
import { blankItem } from '#shared/rules/blank.ts'
import { orderAt, seeded } from '../makers/innovation.ts'

export type Filling = {
  readonly seed?: number
  readonly items?: number
  /** Put into every text, to see what it does to files. */
  readonly poison?: string
  /** Attachment name of every photo. */
  readonly photo?: string
}

const words =
  'warga loket antrean akta bayi kelurahan data layanan puskesmas kader jadwal berkas rumah sakit pembayaran tanpa dengan belum sudah'.split(
    ' ',
  )

/** @returns the canvas and every text that stands in it */
export function filled(
  def: CanvasDef,
  { seed = 1, items: count = 8, poison = '', photo = '' }: Filling = {},
): { canvas: Canvas; texts: readonly string[] } {
  const next = seeded(seed)
  const below = (most: number): number => Math.floor(next() * most)
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T // below() stays inside the list
  const texts: string[] = []
  const text = (least = 3): string => {
    const made = `${Array.from({ length: least + below(7) }, () => pick(words)).join(' ')}${poison} n${seed}x${texts.length}`
    texts.push(made)
    return made
  }
  const number = (column: Pick<GridColumn | FormField, 'min' | 'max'>, top: number): number => {
    const least = column.min ?? 0
    return least + below((column.max ?? top) - least + 1)
  }
  const value = (column: GridColumn | FormField): Value => {
    const keys = (column.options ?? []).map((option) => option.key)
    switch (column.type) {
      case 'score':
      case 'scale':
        return number(column, 5)
      case 'number':
        return number(column, 400) / (column.max === undefined ? 2 : 1)
      case 'rupiah':
        return number(column, 4000) * 1000
      case 'percent':
        return number(column, 100)
      case 'date':
        return `2026-0${1 + below(9)}-1${below(9)}`
      case 'choice':
        return keys.length === 0 ? null : pick(keys)
      case 'multi':
        return keys.filter(() => next() < 0.4)
      case 'tick':
        return next() < 0.6
      case 'months':
        return [...new Set(Array.from({ length: 3 }, (_, at) => `2026-0${1 + ((below(6) + at) % 9)}`))].sort()
      case 'photo':
        return photo
      case 'link':
        return 'https://solokkota.go.id/berita'
      case 'phone':
        return '0812 6600 1234'
      case 'email':
        return 'inovasi@solokkota.go.id'
      case 'formula':
        return null
      default:
        return text(1)
    }
  }
  const valued = (columns: readonly GridColumn[]): Record<string, Value> =>
    Object.fromEntries(columns.filter(({ key, type }) => key !== 'text' && type !== 'formula').map((column) => [column.key, value(column)]))
  const item = (at: number, more: Partial<Item> = {}): Item => ({
    ...blankItem(`i${at}` as ItemId),
    order: orderAt(at),
    author: 'Rina',
    ...more,
    text: more.text ?? text(),
  }) // test id
  const range = Array.from({ length: count }, (_, at) => at)
  const canvas = (more: Partial<Canvas>): { canvas: Canvas; texts: readonly string[] } => ({
    canvas: { def: def.id, state: 'berjalan', items: [], fields: {}, settings: {}, ...more },
    texts,
  })
  switch (def.kind) {
    case 'board':
      return canvas({
        items: range.map((at) =>
          item(at, {
            zone: def.zones[at % def.zones.length]?.key ?? null,
            votes: at % 4,
            values: valued(def.columns),
            picture: at === 1 ? photo : '',
            link: at === 2 ? 'https://solokkota.go.id' : '',
          }),
        ),
      })
    case 'tree': {
      const core = item(0, { role: 'core', values: valued(def.columns) })
      const zones = def.categorySets[0]?.categories.map(({ key }) => key) ?? []
      const rest = range.slice(1).map((at) => {
        const effect = at % 4 === 0
        const parent = effect || at < 5 ? core.id : (`i${at % 4 === 1 ? at - 4 : at - 1}` as ItemId) // test id
        const parentIsEffect = !effect && parent !== core.id && Number(parent.slice(1)) % 4 === 0
        return item(at, {
          role: effect ? 'effect' : 'cause',
          parent: parentIsEffect ? core.id : parent,
          root: at === count - 1,
          zone: parent === core.id ? (zones[at % Math.max(1, zones.length)] ?? null) : null,
          values: valued(def.columns),
        })
      })
      return canvas({ items: [core, ...rest] })
    }
    case 'grid':
      return canvas({
        items: range.map((at) => item(at, { values: valued(def.columns) })),
        fields: Object.fromEntries(def.head.map((field) => [field.key, value(field)])),
      })
    case 'matrix':
      return canvas({
        items: range.map((at) =>
          item(at, { values: { ...valued(def.columns), [def.x.key]: number(def.x, 5), [def.y.key]: number(def.y, 5) } }),
        ),
      })
    case 'form': {
      if (def.survey === undefined) return canvas({ fields: Object.fromEntries(def.fields.map((field) => [field.key, value(field)])) })
      const asked = new Set(def.survey.components.flatMap(({ fields }) => fields))
      const { min, max } = def.survey
      const answers = (): Record<string, Value> => Object.fromEntries([...asked].map((key) => [key, number({ min, max }, 4)]))
      return canvas({
        items: range.map((at) =>
          item(at, { text: `Responden ${at + 1}`, values: { ...valued(def.survey?.respondent ?? []), ...answers() } }),
        ),
        fields: Object.fromEntries(def.fields.filter(({ key }) => !asked.has(key)).map((field) => [field.key, value(field)])),
      })
    }
    default:
      return def satisfies never
  }
}
