/** Which document is looked at: its kind and what it is about. Kept in the entry of the history, so that going back comes back to it. */
import type { DocumentEntry, DocumentSubject } from '#shared/api/documents.ts'
import { stageKey } from '#shared/model/pack.ts'

export type Chosen = DocumentSubject & { readonly kind: string }

/** The document of a line of the list. */
export const chosenOf = ({ kind, innovation, session, stage, reward }: DocumentEntry): Chosen => ({
  kind,
  ...(innovation === null ? {} : { innovation }),
  ...(session === null ? {} : { session }),
  ...(stage === null ? {} : stageOf(stage)),
  ...(reward === null ? {} : { reward }),
})

const stageOf = (stage: unknown): Pick<DocumentSubject, 'stage'> => {
  const read = stageKey.safeParse(stage)
  return read.success ? { stage: read.data } : {}
}

/** The same for the same document, and different for every other. */
export const keyOf = ({ kind, innovation, session, stage, reward }: Chosen): string =>
  [kind, innovation ?? '', session ?? '', stage ?? '', reward ?? ''].join(' ')

/** Whoever leads here may name the document to begin with in the state of the history entry; a kind alone is enough. */
export function chosenInHistory(): Chosen | null {
  const state: unknown = window.history.state
  if (typeof state !== 'object' || state === null || !('document' in state) || typeof state.document !== 'string') return null
  const about: object = 'about' in state && typeof state.about === 'object' && state.about !== null ? state.about : {}
  const text = (name: string): string | undefined => {
    const value: unknown = Reflect.get(about, name)
    return typeof value === 'string' ? value : undefined
  }
  const [innovation, session, reward] = [text('innovation'), text('session'), text('reward')]
  return {
    kind: state.document,
    ...(innovation === undefined ? {} : { innovation }),
    ...(session === undefined ? {} : { session }),
    ...stageOf(text('stage')),
    ...(reward === undefined ? {} : { reward }),
  }
}

export function keepInHistory({ kind, ...about }: Chosen): void {
  window.history.replaceState({ document: kind, about }, '')
}
