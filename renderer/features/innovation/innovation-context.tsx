/** The open innovation, shared by the parts of its page. */
import { createContext, useContext } from 'react'
import type * as Y from 'yjs'
import { type InnovationFacts, writeFacts } from '#shared/doc/innovation.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { Innovation } from '#shared/model/lab.ts'

export type OpenInnovation = {
  readonly doc: Y.Doc
  readonly value: Innovation
  readonly readOnly: boolean
  /** Who sits here. */
  readonly me: string
  /** Runs a change as an undo step of its own. */
  readonly act: (change: () => void) => void
}

const InnovationContext = createContext<OpenInnovation | null>(null)
export const InnovationProvider = InnovationContext.Provider

export function useInnovation(): OpenInnovation & { readonly write: (patch: Partial<InnovationFacts>) => void } {
  const open = useContext(InnovationContext)
  if (open === null) throw new Error('This component belongs below an open innovation.')
  return {
    ...open,
    write: (patch) => {
      if (!open.readOnly) writeFacts(open.doc, patch, byPerson)
    },
  }
}
