/** What every part of an open proposal shares: the form, the innovation as it is now, which section is open and in which editor. */
import type { Editor } from '@tiptap/core'
import { createContext, useContext } from 'react'
import type * as Y from 'yjs'
import type { InnovationId, LabId } from '#shared/model/ids.ts'
import type { Innovation } from '#shared/model/lab.ts'
import type { ProposalDef, ProposalSection } from '#shared/model/pack.ts'
import type { SectionCount } from '#shared/rules/readiness.ts'
import type { SubmissionFinding } from '#shared/rules/submission.ts'

/** Stands for the head of the form, where a section key would. No section can have it: keys are not empty. */
export const identityKey = ''

export const tabs = ['sources', 'evidence', 'guide', 'coach'] as const
/** What the panel beside the sheet shows; `readiness` takes all of it. */
export type Tab = (typeof tabs)[number] | 'readiness'

export type Desk = {
  readonly lab: LabId
  readonly innovation: InnovationId
  readonly form: ProposalDef
  readonly doc: Y.Doc
  readonly value: Innovation
  readonly readOnly: boolean
  readonly counts: readonly SectionCount[]
  /** What stands between the proposal and handing it in; may lag behind the keys for a moment. */
  readonly findings: readonly SubmissionFinding[]
  /** Key of the open section, or `identityKey`. */
  readonly at: string
  /** Null while the identity is open. */
  readonly section: ProposalSection | null
  /** Opens a section or the identity; `focus` puts the cursor there, in the identity into that field. */
  readonly open: (at: string, focus?: { readonly field?: string | undefined }) => void
  /** Grows with every wish for the focus, also when the place is open already. */
  readonly wished: number
  readonly tab: Tab
  readonly showTab: (tab: Tab) => void
  /** Writing, or looking at earlier versions. */
  readonly view: 'write' | 'history'
  readonly show: (view: 'write' | 'history') => void
  /** Only the sheet is on the screen. */
  readonly full: boolean
  readonly setFull: (full: boolean) => void
  /** The panel stands beside the sheet, not over it. */
  readonly beside: boolean
  /** The editor of the open section; null in the identity and while it is being made. */
  readonly editor: Editor | null
  readonly setEditor: (editor: Editor | null) => void
  /** Signs reviews and links. */
  readonly me: string
  /** Said politely to people who cannot see what happened. */
  readonly announce: (text: string) => void
}

const DeskContext = createContext<Desk | null>(null)
export const DeskProvider = DeskContext.Provider

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (desk === null) throw new Error('A part of a proposal stands outside of its page.')
  return desk
}

/** The desk of a part that is drawn only beside an open section. */
export function useSectionDesk(): Desk & { readonly section: ProposalSection } {
  const desk = useDesk()
  if (desk.section === null) throw new Error('This part belongs beside an open section.')
  return { ...desk, section: desk.section }
}

/** `2. Ide Inovatif` is the second section of the form. */
export const sectionNumber = (form: ProposalDef, key: string): number => form.sections.findIndex((one) => one.key === key) + 1
