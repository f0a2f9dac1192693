/** Which document is looked at: its kind and what it is about. Kept in the entry of the history, so that going back comes back to it. */
import type { DocumentEntry, DocumentSubject } from '#shared/api/documents.ts'
import { stageKey } from '#shared/model/pack.ts'

export type Chosen = DocumentSubject & { readonly kind: string }

/** The document of a line of the list. */
export const chosenOf = ({ kind, innovation, session, stage, reward, convention }: DocumentEntry): Chosen => ({
  kind,
  ...(innovation === null ? {} : { innovation }),
  ...(session === null ? {} : { session }),
  ...(stage === null ? {} : stageOf(stage)),
  ...(reward === null ? {} : { reward }),
  ...(convention === null ? {} : { convention }),
})

const stageOf = (stage: unknown): Pick<DocumentSubject, 'stage'> => {
  const read = stageKey.safeParse(stage)
  return read.success ? { stage: read.data } : {}
}

/** The same for the same document, and different for every other. */
export const keyOf = ({ kind, innovation, session, stage, reward, convention }: Chosen): string =>
  [kind, innovation ?? '', session ?? '', stage ?? '', reward ?? '', convention ?? ''].join(' ')

/** Whoever leads here may name the document to begin with in the state of the history entry; a kind alone is enough. */
export function chosenInHistory(): Chosen | null {
  const state: unknown = window.history.state
  if (typeof state !== 'object' || state === null || !('document' in state) || typeof state.document !== 'string') return null
  const about: object = 'about' in state && typeof state.about === 'object' && state.about !== null ? state.about : {}
  const text = (name: string): string | undefined => {
    const value: unknown = Reflect.get(about, name)
    return typeof value === 'string' ? value : undefined
  }
  const [innovation, session, reward, convention] = [text('innovation'), text('session'), text('reward'), text('convention')]
  return {
    kind: state.document,
    ...(innovation === undefined ? {} : { innovation }),
    ...(session === undefined ? {} : { session }),
    ...stageOf(text('stage')),
    ...(reward === undefined ? {} : { reward }),
    ...(convention === undefined ? {} : { convention }),
  }
}

export function keepInHistory({ kind, ...about }: Chosen): void {
  window.history.replaceState({ document: kind, about }, '')
}
