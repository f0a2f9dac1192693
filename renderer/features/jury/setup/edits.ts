/** What the secretariat changes in the copy of the rubric that a convention carries, as functions of the convention. */
import type { Convention } from '#shared/model/jury.ts'
import type { Criterion, JuryStage, TieRule } from '#shared/model/rubric.ts'
import {
  withCounting,
  withCriterion,
  withNewCriterion,
  withNewStage,
  withoutCriterion,
  withoutStage,
  withStage,
} from '#shared/rules/jury-setup.ts'
import type { ConventionChange } from '../use-convention.ts'

export const stageChanged =
  (key: string, patch: Partial<Omit<JuryStage, 'key' | 'criteria'>>): ConventionChange =>
  (now) =>
    withStage(now, key, patch)

export const criterionChanged =
  (stage: string, key: string, patch: Partial<Omit<Criterion, 'key'>>): ConventionChange =>
  (now) =>
    withCriterion(now, stage, key, patch)

export const criterionRemoved =
  (stage: string, key: string): ConventionChange =>
  (now) =>
    withoutCriterion(now, stage, key)

/** What one mark of a criterion means; an empty text takes it away. */
export const markDescribed =
  (stage: string, key: string, mark: number, text: Criterion['title'] | null): ConventionChange =>
  (now) => {
    const criterion = now.stages.find((one) => one.key === stage)?.criteria.find((one) => one.key === key)
    if (criterion === undefined) return now
    const rest = criterion.descriptors.filter((one) => one.mark !== mark)
    const descriptors = text === null ? rest : [...rest, { mark, text }].sort((a, b) => a.mark - b.mark)
    return withCriterion(now, stage, key, { descriptors })
  }

/** A category that is there under the same name is not added again. */
export const categoryAdded =
  (label: string): ConventionChange =>
  (now) => {
    if (now.categories.some((one) => one.label.toLocaleLowerCase('id') === label.toLocaleLowerCase('id'))) return now
    const taken = now.categories.map(({ key }) => key)
    return { ...now, categories: [...now.categories, { key: freeKey('kategori', taken), label }] }
  }

/** On the scale of the one before it. */
export const criterionAdded =
  (stage: string, title: Criterion['title']): ConventionChange =>
  (now) => {
    const all = now.stages.find(({ key }) => key === stage)?.criteria ?? []
    const { min, max, step } = all.at(-1) ?? { min: 1, max: 5, step: 1 }
    const keys = all.map(({ key }) => key)
    return withNewCriterion(now, stage, { key: freeKey('kriteria', keys), title, weight: 1, min, max, step, descriptors: [] })
  }

export const stageAdded =
  (title: JuryStage['title'], criterion: Criterion['title']): ConventionChange =>
  (now) => {
    const keys = now.stages.map(({ key }) => key)
    const first: Criterion = { key: 'kriteria_1', title: criterion, weight: 1, min: 1, max: 5, step: 1, descriptors: [] }
    return withNewStage(now, { key: freeKey('tahap', keys), title, weight: 1, scoring: 'normal', criteria: [first] })
  }

/** Times of presentation of the stage go with it. The last stage stays. */
export const stageRemoved =
  (key: string): ConventionChange =>
  (now) => {
    if (now.stages.length < 2) return now
    return {
      ...withoutStage(now, key),
      slots: now.slots.filter((slot) => slot.stage !== key),
      panels: now.panels
        .filter(({ stages }) => stages.join() !== key)
        .map((one) => ({ ...one, stages: one.stages.filter((stage) => stage !== key) })),
    }
  }

export const tieKey = (rule: TieRule): string =>
  rule.by === 'criterion' ? `criterion-${rule.stage}-${rule.criterion}` : rule.by === 'stage' ? `stage-${rule.stage}` : rule.by

/** Below the others; one that is in the list already stays where it is. */
export const withTie =
  (rule: TieRule): ConventionChange =>
  (now) =>
    now.ties.some((one) => tieKey(one) === tieKey(rule)) ? now : withCounting(now, { ties: [...now.ties, rule] })

/** @param to place in the list without the rule */
export const withTieMoved =
  (key: string, to: number): ConventionChange =>
  (now) => {
    const moved = now.ties.find((rule) => tieKey(rule) === key)
    if (moved === undefined) return now
    const rest = now.ties.filter((rule) => rule !== moved)
    return withCounting(now, { ties: rest.toSpliced(Math.max(0, to), 0, moved) })
  }

export const withoutTie =
  (key: string): ConventionChange =>
  (now) =>
    withCounting(now, { ties: now.ties.filter((rule) => tieKey(rule) !== key) })

/** Every rule that can be asked of these stages and is not in the list yet. */
export function freeTies({ stages, ties }: Pick<Convention, 'stages' | 'ties'>): readonly TieRule[] {
  const used = new Set(ties.map(tieKey))
  const all: readonly TieRule[] = [
    ...(stages.length > 1 ? stages.map((stage): TieRule => ({ by: 'stage', stage: stage.key })) : []),
    ...stages.flatMap((stage) => stage.criteria.map((one): TieRule => ({ by: 'criterion', stage: stage.key, criterion: one.key }))),
    { by: 'highest' },
    { by: 'lowest' },
    { by: 'earlier' },
    { by: 'decision' },
  ]
  return all.filter((rule) => !used.has(tieKey(rule)))
}

/** The settings, judges and panels of an earlier one; nothing of what was judged. */
export function copyOfConvention(convention: Convention, name: string): Omit<Convention, 'id' | 'createdAt'> {
  const { id: _id, createdAt: _createdAt, ...rest } = convention
  return {
    ...rest,
    name,
    date: '',
    state: 'persiapan',
    panels: rest.panels.map((panel) => ({ ...panel, entries: [] })),
    entries: [],
    recusals: [],
    lifts: [],
    slots: [],
    decisions: [],
    talks: [],
    closedAt: '',
  }
}

export function freeKey(word: string, taken: readonly string[]): string {
  for (let n = taken.length + 1; ; n += 1) if (!taken.includes(`${word}_${n}`)) return `${word}_${n}`
}
