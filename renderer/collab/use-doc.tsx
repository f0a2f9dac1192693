/** Shared documents in components. */
import { createContext, type ReactNode, useCallback, useContext, useSyncExternalStore } from 'react'
import { innovationDocName, labDocName } from '#shared/doc/names.ts'
import type { InnovationId, LabId } from '#shared/model/ids.ts'
import type { DocState, OpenDocs } from './open-docs.ts'

export type { DocState }

const DocsContext = createContext<OpenDocs | null>(null)

export function DocsProvider({ docs, children }: { readonly docs: OpenDocs; readonly children: ReactNode }) {
  return <DocsContext.Provider value={docs}>{children}</DocsContext.Provider>
}

function useDoc(name: string): DocState {
  const docs = useContext(DocsContext)
  if (!docs) throw new Error('DocsProvider is missing above this component.')
  const hold = useCallback((hear: () => void) => docs.hold(name, hear), [docs, name])
  return useSyncExternalStore(hold, () => docs.stateOf(name))
}

/** The document of a lab: its programme, units and people. Read it with `snapshotLab` inside `useLive`. */
export const useLabDoc = (lab: LabId): DocState => useDoc(labDocName(lab))
/** The document of one innovation: facts, canvases, proposals. */
export const useInnovationDoc = (lab: LabId, innovation: InnovationId): DocState => useDoc(innovationDocName(lab, innovation))
