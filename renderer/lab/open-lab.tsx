/** The lab whose pages are open: its live value, its document and its method, for the frame and every page of the lab. */
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import type * as Y from 'yjs'
import type { LabId } from '#shared/model/ids.ts'
import type { Lab } from '#shared/model/lab.ts'
import type { MethodDef, StageDef, StageKey } from '#shared/model/pack.ts'
import { stageLabel } from '#shared/rules/packs.ts'
import { useLanguage } from '../app/text.ts'
import { labReaderOf } from '../collab/lab-readers.ts'
import { useLabDoc } from '../collab/use-doc.tsx'
import { useLive } from '../collab/use-live.ts'
import { useMethod } from './lab-context.tsx'

export type LabStage = { readonly key: StageKey; readonly label: string; readonly def: StageDef }

export type OpenLab = {
  readonly id: LabId
  readonly lab: Lab
  readonly doc: Y.Doc
  readonly readOnly: boolean
  /** Absent when its pack was removed since the lab was made. */
  readonly method: MethodDef | undefined
  /** The stages of the method in order, named as this lab names them. */
  readonly stages: readonly LabStage[]
}

export type LabScope =
  | { readonly state: 'none' }
  | { readonly state: 'loading' }
  | { readonly state: 'refused'; readonly reason: string }
  | { readonly state: 'open'; readonly open: OpenLab }

const none: LabScope = { state: 'none' }
const LabScopeContext = createContext<LabScope>(none)

export const useLabScope = (): LabScope => useContext(LabScopeContext)

/** For the pages of a lab, which are drawn only once the lab is open. */
export function useOpenLab(): OpenLab {
  const scope = useLabScope()
  if (scope.state !== 'open') throw new Error('This component belongs below an open lab.')
  return scope.open
}

export function LabScopeProvider({ lab, children }: { readonly lab: LabId | null; readonly children: ReactNode }) {
  if (lab === null) return <LabScopeContext.Provider value={none}>{children}</LabScopeContext.Provider>
  return (
    <OneLab key={lab} id={lab}>
      {children}
    </OneLab>
  )
}

function OneLab({ id, children }: { readonly id: LabId; readonly children: ReactNode }) {
  const held = useLabDoc(id)
  if (held.state !== 'open') return <LabScopeContext.Provider value={held}>{children}</LabScopeContext.Provider>
  return (
    <OpenedLab id={id} doc={held.doc} readOnly={held.readOnly}>
      {children}
    </OpenedLab>
  )
}

function OpenedLab({ id, doc, readOnly, children }: Pick<OpenLab, 'id' | 'doc' | 'readOnly'> & { readonly children: ReactNode }) {
  const lab = useLive(doc, (all) => labReaderOf(all, id).lab(), [id])
  const method = useMethod(lab.method)
  const language = useLanguage()
  const scope = useMemo((): LabScope => {
    const stages = method?.stages.map((def) => ({ key: def.key, label: stageLabel(method, def.key, language, lab.stageLabels), def })) ?? []
    return { state: 'open', open: { id, lab, doc, readOnly, method, stages } }
  }, [id, lab, doc, readOnly, method, language])
  return <LabScopeContext.Provider value={scope}>{children}</LabScopeContext.Provider>
}
