/** How the panel names where something comes from, and which drawing stands for it. */
import { IconChartDots, IconForms, IconHierarchy2, IconLayoutBoard, IconTable, type TablerIcon } from '@tabler/icons-react'
import type { Innovation } from '#shared/model/lab.ts'
import type { CanvasDef, CanvasPick, Pack } from '#shared/model/pack.ts'
import type { Language } from '#shared/model/text.ts'
import { allCanvases, canvasOf } from '#shared/rules/packs.ts'
import { type Picked, picked } from '#shared/rules/picks.ts'
import type { Say } from '../../app/text.ts'

export const canvasIcon: Readonly<Record<CanvasDef['kind'], TablerIcon>> = {
  board: IconLayoutBoard,
  tree: IconHierarchy2,
  grid: IconTable,
  matrix: IconChartDots,
  form: IconForms,
}

export type Source = Picked & { readonly def: CanvasDef; readonly where: string }

/** The part of the canvas a pick names: `akar`, `peringkat 2`, the label of a field, zone or quadrant. Empty for the whole. */
function partWord(def: CanvasDef, pick: CanvasPick, nth: number, language: Language, t: Say): string {
  switch (pick.part) {
    case 'field':
      return def.kind === 'form' ? (def.fields.find(({ key }) => key === pick.field)?.label[language] ?? '') : ''
    case 'zone':
      return def.kind === 'board' ? (def.zones.find(({ key }) => key === pick.zone)?.label[language] ?? '') : ''
    case 'quadrant':
      return def.kind === 'matrix'
        ? (Object.values(def.quadrants ?? {}).find(({ key }) => key === pick.quadrant)?.label[language] ?? '')
        : ''
    case 'core':
    case 'roots':
    case 'effects':
    case 'causes':
      return t(`proposal.part_${pick.part}`)
    case 'top':
      return t('proposal.part_top', { n: nth + 1 })
    case 'passed':
    case 'items':
      return ''
  }
}

/** `Pohon Masalah, akar`; the title of the canvas alone while there is nothing to add. */
function sourcesOf(def: CanvasDef, pick: CanvasPick, innovation: Innovation, language: Language, t: Say): readonly Source[] {
  return picked(def, innovation, pick, language).map((one, at) => {
    const part = partWord(def, pick, at, language, t)
    return { ...one, def, where: part === '' ? def.title[language] : `${def.title[language]}, ${part}` }
  })
}

export const sourceKey = ({ of, key }: Pick<Picked, 'of' | 'key'>): string => `${of}/${key}`

const onlyOnce = (sources: readonly Source[], taken: ReadonlySet<string> = new Set()): readonly Source[] => {
  const seen = new Set(taken)
  return sources.filter((one) => {
    if (seen.has(sourceKey(one))) return false
    seen.add(sourceKey(one))
    return true
  })
}

/** What the pack points at for a section, in the pack's order. */
export function drawnSources(
  draws: readonly CanvasPick[],
  packs: readonly Pack[],
  innovation: Innovation,
  language: Language,
  t: Say,
): readonly Source[] {
  return onlyOnce(
    draws.flatMap((pick) => {
      const def = canvasOf(packs, pick.canvas)
      return def === undefined ? [] : sourcesOf(def, pick, innovation, language, t)
    }),
  )
}

/** Everything else somebody wrote on a canvas of this innovation. */
export function otherSources(
  drawn: readonly Source[],
  packs: readonly Pack[],
  innovation: Innovation,
  language: Language,
  t: Say,
): readonly Source[] {
  const all = allCanvases(packs).flatMap((def) => {
    const picks: readonly CanvasPick[] =
      def.kind === 'form'
        ? def.fields
            .filter(({ type }) => type === 'text' || type === 'line')
            .map(({ key }) => ({ part: 'field', canvas: def.id, field: key }))
        : [{ part: 'items', canvas: def.id }]
    return picks.flatMap((pick) => sourcesOf(def, pick, innovation, language, t))
  })
  return onlyOnce(all, new Set(drawn.map(sourceKey)))
}
