/** The convention whose page is open, for all of its tabs. */
import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import type { SheetChange } from '#shared/api/jury.ts'
import type { JudgeId, LabId } from '#shared/model/ids.ts'
import type { Convention, Sheet, Visitors } from '#shared/model/jury.ts'
import { type ConventionResult, conventionResult, type ResultOptions } from '#shared/rules/jury-result.ts'
import { useConventionTurn, useLab } from '../../lab/lab-context.tsx'
import { useOpenLab } from '../../lab/open-lab.tsx'
import type { Trouble } from '../../lab/refusal.ts'
import { notify } from '../../state/notify.ts'
import { type ConventionChange, type ConventionHold, holdConvention, type Marked } from './convention-hold.ts'

export type { ConventionChange, Marked } from './convention-hold.ts'

export type OpenedConvention = {
  readonly lab: LabId
  /** With changes that are still on their way. */
  readonly convention: Convention
  readonly sheets: readonly Sheet[]
  readonly visitors: Visitors
  readonly revision: number
  readonly readOnly: boolean
  /** Of what is locked. */
  readonly result: ConventionResult
  /** With drafts, other weights, judges left out: computed on each call. */
  readonly resultWith: (options: ResultOptions) => ConventionResult
  /**
   * Shown at once, and applied again to the newest when somebody else was quicker.
   * @param label said with a way back, `3 peserta ditambahkan`; null for what is typed, where every letter would say something
   */
  readonly change: (label: string | null, fn: ConventionChange) => Promise<void>
  /** Of the last change that was not taken; the page shows it. */
  readonly trouble: Trouble | null
  /** Marks that the secretariat writes for a judge. */
  readonly mark: (judge: JudgeId, change: SheetChange) => Promise<Marked>
  readonly visit: ConventionHold['visit']
}

export type AskedConvention =
  | { readonly state: 'loading' }
  | { readonly state: 'none' }
  | { readonly state: 'refused'; readonly trouble: Trouble; readonly again: () => void }
  | { readonly state: 'open'; readonly open: OpenedConvention }

export function useConvention(lab: string, convention: string): AskedConvention {
  const client = useLab()
  const { id, readOnly } = useOpenLab()
  const hold = useMemo(() => holdConvention(client, { lab, convention }), [client, lab, convention])
  const held = useStore(hold.store)
  const turn = useConventionTurn(convention)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asks again each time the core tells of a change
  useEffect(() => {
    void hold.read()
  }, [hold, turn])
  const { base, shown } = held
  const sheets = base?.sheets
  const result = useMemo(() => (shown && sheets ? conventionResult(shown, sheets) : null), [shown, sheets])
  const acts = useMemo(() => actsOf(hold), [hold])
  const open = useMemo(
    (): OpenedConvention | null =>
      base && shown && result
        ? {
            lab: id,
            convention: shown,
            sheets: base.sheets,
            visitors: base.visitors,
            revision: base.revision,
            readOnly,
            result,
            trouble: held.trouble,
            resultWith: (options) => conventionResult(shown, base.sheets, options),
            ...acts,
          }
        : null,
    [id, base, shown, readOnly, result, held.trouble, acts],
  )
  if (held.none) return { state: 'none' }
  if (open) return { state: 'open', open }
  if (held.trouble) return { state: 'refused', trouble: held.trouble, again: () => void hold.read() }
  return { state: 'loading' }
}

function actsOf(hold: ConventionHold): Pick<OpenedConvention, 'change' | 'mark' | 'visit'> {
  const change = async (label: string | null, fn: ConventionChange): Promise<void> => {
    const sent = hold.change(fn)
    if (label !== null) notify.undoable(label, () => void sent.then((back) => back && hold.change(back)))
    await sent
  }
  return { change, mark: hold.mark, visit: hold.visit }
}
