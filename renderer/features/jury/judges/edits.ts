/** What changes with judges, panels and recusals, as functions of the convention. */
import type { EntryId, JudgeId, PanelId } from '#shared/model/ids.ts'
import type { Convention, Judge, Panel, Recusal, RecusalLift } from '#shared/model/jury.ts'
import type { ConventionChange } from '../use-convention.ts'

export const withJudges =
  (judges: readonly Judge[]): ConventionChange =>
  (now) => ({ ...now, judges: [...now.judges, ...judges.filter((one) => !now.judges.some(({ id }) => id === one.id))] })

export const withJudge =
  (id: JudgeId, patch: Partial<Omit<Judge, 'id'>>): ConventionChange =>
  (now) => ({ ...now, judges: now.judges.map((judge) => (judge.id === id ? { ...judge, ...patch } : judge)) })

export const withoutJudge =
  (id: JudgeId): ConventionChange =>
  (now) => ({
    ...now,
    judges: now.judges.filter((judge) => judge.id !== id),
    panels: now.panels.map((panel) => ({ ...panel, judges: panel.judges.filter((judge) => judge !== id) })),
    recusals: now.recusals.filter(({ judge }) => judge !== id),
    lifts: now.lifts.filter(({ judge }) => judge !== id),
    chair: now.chair === id ? null : now.chair,
  })

/** The first panel takes everybody; a second one begins with those who sit nowhere yet. */
export const withNewPanel =
  (id: PanelId, name: string): ConventionChange =>
  (now) => {
    const placed = new Set(now.panels.flatMap(({ judges }) => judges))
    const judges = now.judges.map((judge) => judge.id).filter((judge) => !placed.has(judge))
    return { ...now, panels: [...now.panels, { id, name, judges, stages: [], entries: [] }] }
  }

export const withPanel =
  (id: PanelId, change: (panel: Panel) => Panel): ConventionChange =>
  (now) => ({ ...now, panels: now.panels.map((panel) => (panel.id === id ? change(panel) : panel)) })

/** All of the stages is written as none, so that a stage added later is judged as well. */
export const withStageOf =
  (id: PanelId, stage: string, judges: boolean): ConventionChange =>
  (now) => {
    const every = now.stages.map(({ key }) => key)
    return withPanel(id, (one) => {
      const next = withOne(one.stages.length === 0 ? every : one.stages, stage, judges)
      return { ...one, stages: next.length === every.length ? [] : next }
    })(now)
  }

/** Its times of presentation go with it. */
export const withoutPanel =
  (id: PanelId): ConventionChange =>
  (now) => ({ ...now, panels: now.panels.filter((panel) => panel.id !== id), slots: now.slots.filter(({ panel }) => panel !== id) })

/** @param there whether it shall be among them, whatever is there now: two people may say the same at once */
export const withOne = <T>(all: readonly T[], one: T, there: boolean): T[] => {
  const others = all.filter((other) => other !== one)
  if (!there) return others
  return all.includes(one) ? [...all] : [...others, one]
}

export const withRecusal =
  (recusal: Recusal): ConventionChange =>
  (now) => ({ ...now, recusals: [...now.recusals, recusal] })

/** The recusal stays written down, and so does why it was set aside. */
export const withLift =
  (lift: RecusalLift): ConventionChange =>
  (now) => ({ ...now, lifts: [...now.lifts, lift] })

/** The entry goes to this panel, and from every other panel that judges the same stages. */
export const withEntryIn =
  (entry: EntryId, panel: PanelId | null): ConventionChange =>
  (now) => ({
    ...now,
    panels: now.panels.map((one) => {
      const without = one.entries.filter((other) => other !== entry)
      return { ...one, entries: one.id === panel ? [...without, entry] : without }
    }),
  })

/** Every entry that takes part and has no panel goes to this one. */
export const withRestIn =
  (panel: PanelId): ConventionChange =>
  (now: Convention) => {
    const placed = new Set(now.panels.flatMap((one) => one.entries))
    const rest = now.entries.filter((entry) => entry.withdrawn === '' && !placed.has(entry.id)).map((entry) => entry.id)
    return withPanel(panel, (one) => ({ ...one, entries: [...one.entries, ...rest] }))(now)
  }
