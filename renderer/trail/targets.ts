/** What the picker lists: canvases of the method by stage, the likely and the recent ones first, and things that are there already. */
import { useMemo } from 'react'
import type { Innovation, TrailEnd } from '#shared/model/lab.ts'
import type { CanvasDef, StageKey } from '#shared/model/pack.ts'
import type { Language } from '#shared/model/text.ts'
import { allCanvases } from '#shared/rules/packs.ts'
import { endKey, linksAt, wordsAt } from '#shared/rules/trail.ts'
import { canTake, likelyTargets, partsOf, recentTargets, takesWords } from '#shared/rules/trail-targets.ts'
import { useLanguage, useText } from '../app/text.ts'
import { usePacks } from '../lab/lab-context.tsx'
import { type LabStage, useOpenLab } from '../lab/open-lab.tsx'

export type Choice = {
  readonly def: CanvasDef
  readonly label: string
  readonly under: string
  /** The canvas has parts to choose from. */
  readonly parts: boolean
  readonly part?: string
  /** A thing that is there already. */
  readonly end?: TrailEnd
}
export type ChoiceGroup = {
  readonly key: string
  readonly label: string
  readonly stage: StageKey | null
  readonly choices: readonly Choice[]
}

/** How many stand above the stages. */
const first = 3

/** @param canvas only the parts of this one; null lists canvases */
export function useTargetGroups(
  value: Innovation,
  defs: readonly CanvasDef[],
  of: string,
  canvas: CanvasDef | null,
  words: string,
): readonly ChoiceGroup[] {
  const { stages } = useOpenLab()
  const t = useText()
  const language = useLanguage()
  return useMemo(() => {
    const wanted = folded(words)
    const parts = wanted.split(/\s+/u)
    const fits = (...texts: readonly string[]): boolean => parts.every((part) => folded(texts.join(' ')).includes(part))
    const named = (text: string): boolean => parts.some((part) => folded(text).includes(part))
    const partChoices = (def: CanvasDef, alone: boolean): readonly Choice[] =>
      partsOf(def, value).map(({ key, label }) => ({
        def,
        part: key,
        parts: true,
        label: label[language],
        under: alone ? '' : def.title[language],
      }))
    if (canvas !== null)
      return [
        {
          key: canvas.id,
          label: partWord(canvas, t),
          stage: null,
          choices: partChoices(canvas, true).filter(({ label }) => fits(label)),
        },
      ]
    const open = defs.filter((def) => def.id !== of && canTake(def))
    const one = (def: CanvasDef): Choice => {
      const count = partsOf(def, value).length
      return { def, label: def.title[language], parts: count > 0, under: '' }
    }
    if (wanted !== '')
      return byStage(open, stages, t('trail.otherStage')).map((group) => ({
        ...group,
        choices: group.defs.flatMap((def) => [
          ...(fits(def.title[language]) ? [one(def)] : []),
          ...partChoices(def, false).filter(({ label, under }) => fits(under, label) && named(label)),
        ]),
      }))
    const likely = likelyTargets(of, open, value.trail, first).map(({ def }) => def)
    const recent = recentTargets(of, open, value.trail)
      .filter((def) => !likely.includes(def))
      .slice(0, first)
    return [
      { key: 'likely', label: t('trail.likely'), stage: null, choices: likely.map(one) },
      { key: 'recent', label: t('trail.recent'), stage: null, choices: recent.map(one) },
      ...byStage(
        open.filter((def) => !likely.includes(def) && !recent.includes(def)),
        stages,
        t('trail.otherStage'),
      ).map((group) => ({ ...group, choices: group.defs.map(one) })),
    ]
  }, [value, defs, of, canvas, words, stages, language, t])
}

const partWord = (def: CanvasDef, t: ReturnType<typeof useText>): string =>
  t(`trail.part_${def.kind === 'board' || def.kind === 'tree' || def.kind === 'form' ? def.kind : 'grid'}`)

type StageGroup = { readonly key: string; readonly label: string; readonly stage: StageKey | null; readonly defs: readonly CanvasDef[] }

/** In the order of the method; canvases it does not name stand behind all stages. */
function byStage(defs: readonly CanvasDef[], stages: readonly LabStage[], other: string): readonly StageGroup[] {
  const left = new Set(defs)
  const groups = stages.map((stage): StageGroup => {
    const found = stage.def.canvases.flatMap((id) => defs.find((def) => def.id === id) ?? [])
    for (const def of found) left.delete(def)
    return { key: stage.key, label: stage.label, stage: stage.key, defs: found }
  })
  return [...groups, { key: 'other', label: other, stage: null, defs: [...left] }]
}

/** Notes, nodes, rows, points and answers of this innovation that hold the words, without what is tied already. */
export function useThings(value: Innovation, ends: readonly TrailEnd[], words: string): readonly ChoiceGroup[] {
  const { stages } = useOpenLab()
  const packs = usePacks()
  const t = useText()
  const language = useLanguage()
  return useMemo(() => {
    const wanted = folded(words)
    const not = new Set(ends.map(endKey))
    const [only] = ends
    if (ends.length === 1 && only !== undefined) {
      const { into, out } = linksAt(value.trail, only)
      for (const link of into) not.add(endKey(link.from))
      for (const link of out) not.add(endKey(link.to))
    }
    return byStage(allCanvases(packs), stages, t('trail.otherStage')).map((group) => ({
      ...group,
      choices: group.defs.flatMap((def) =>
        thingsOn(def, value, language)
          .filter(
            ({ end, label }) => !not.has(endKey(end)) && (wanted === '' || folded(`${label} ${def.title[language]}`).includes(wanted)),
          )
          .map(({ end, label, under }): Choice => ({ def, end, label, under, parts: false })),
      ),
    }))
  }, [value, ends, words, stages, packs, language, t])
}

type Thing = { readonly end: TrailEnd; readonly label: string; readonly under: string }

function thingsOn(def: CanvasDef, value: Innovation, language: Language): readonly Thing[] {
  const title = def.title[language]
  if (def.kind === 'form')
    return def.fields.filter(takesWords).flatMap((field) => {
      const label = wordsAt(value, { place: 'field', of: def.id, key: field.key }, def, language)
      const under = `${title}, ${field.label[language]}`
      return label === null ? [] : [{ end: { place: 'field', of: def.id, key: field.key, quote: label }, label, under }]
    })
  return (value.canvases[def.id]?.items ?? [])
    .filter((item) => item.role !== 'cluster' && item.text.trim() !== '')
    .map((item) => ({ end: { place: 'item', of: def.id, key: item.id, quote: item.text.trim() }, label: item.text, under: title }))
}

const folded = (text: string): string => text.trim().toLocaleLowerCase('id')
