/** Changes to parts of packs that are not saved yet. They stay while one looks at other pages, and over a reload of this window. */
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { PackPart } from '#shared/api/pack-files.ts'

type Def = PackPart['def']
/** `base` is the part as it was when the change began. */
type Kept = { readonly def: Def; readonly base: Def }
type Drafts = { readonly drafts: Readonly<Record<string, Kept>>; readonly open: Readonly<Record<string, string>> }

const keptUnder = 'labinov-pack-drafts'

function keptBefore(): Drafts['drafts'] {
  try {
    return JSON.parse(globalThis.sessionStorage?.getItem(keptUnder) ?? '{}') as Drafts['drafts'] // written below
  } catch {
    return {}
  }
}

const draftStore = createStore<Drafts>(() => ({ drafts: keptBefore(), open: {} }))
draftStore.subscribe(({ drafts }, before) => {
  if (drafts !== before.drafts) globalThis.sessionStorage?.setItem(keptUnder, JSON.stringify(drafts))
})

/** One part of one pack: `kipp-solok/form/kipp-solok-tujuh-bagian`. */
export const draftKey = ({ part, pack, def }: PackPart): string => `${pack}/${part}/${def.id}`

const draftAt = (key: string): Kept | undefined => draftStore.getState().drafts[key]

/** The version is raised by every save of any part, so it says nothing about this one. */
const same = (one: Def, other: Def): boolean => plain(one) === plain(other)
const plain = (def: Def): string => JSON.stringify(def, (name, value: unknown) => (name === 'version' ? undefined : value))

export const putDraft = (key: string, kept: Kept | null): void =>
  draftStore.setState(({ drafts }) => {
    const { [key]: _, ...rest } = drafts
    return { drafts: kept === null ? rest : { ...rest, [key]: kept } }
  })

/** Keys of the parts of a pack that have changes which are not saved. */
export const useUnsaved = (pack: string): ReadonlySet<string> => {
  const drafts = useStore(draftStore, (state) => state.drafts)
  const mine = Object.entries(drafts).filter(([key, { def, base }]) => key.startsWith(`${pack}/`) && !same(def, base))
  return new Set(mine.map(([key]) => key))
}

/** The part one looked at last, so that one comes back to it. */
export const useOpenPart = (pack: string): readonly [string, (key: string) => void] => [
  useStore(draftStore, ({ open }) => open[pack] ?? ''),
  (key) => draftStore.setState(({ open }) => ({ open: { ...open, [pack]: key } })),
]

/** What changes, or how it follows from what there is at that moment. */
export type Update<T> = Partial<T> | ((now: T) => Partial<T>)

export type Draft<D> = {
  readonly def: D
  /** The part as it was when the change began. */
  readonly base: D
  readonly dirty: boolean
  /** Somebody else saved the part since the change began. */
  readonly stale: boolean
  readonly change: (update: Update<D>) => void
  /** Gives the way back. */
  readonly discard: () => () => void
  /** Goes on with these changes although somebody else saved the part since. */
  readonly keepMine: () => void
}

/** A part as it stands in the pack, with what was changed of it here. */
export function useDraftOf<P extends PackPart>(part: P): Draft<P['def']> {
  const key = draftKey(part)
  const kept = useStore(draftStore, (state) => state.drafts[key])
  const dirty = kept !== undefined && !same(kept.def, kept.base)
  // What was just saved is shown until the pack has arrived anew, and then it has done its work.
  // biome-ignore lint/correctness/useExhaustiveDependencies: its arrival is the moment
  useEffect(() => {
    const now = draftAt(key)
    if (now !== undefined && same(now.def, now.base)) putDraft(key, null)
  }, [key, part.def])
  return {
    def: (kept?.def ?? part.def) as P['def'], // only this part writes under this key
    base: (kept?.base ?? part.def) as P['def'], // the same
    dirty,
    stale: dirty && !same(kept.base, part.def),
    change: (update) => {
      const { def, base } = draftAt(key) ?? { def: part.def, base: part.def }
      const patch = typeof update === 'function' ? update(def as P['def']) : update // the same
      const next = { ...def, ...patch } as Def // as above
      putDraft(key, same(next, base) ? null : { def: next, base })
    },
    discard: () => {
      putDraft(key, null)
      return () => kept !== undefined && draftAt(key) === undefined && putDraft(key, kept)
    },
    keepMine: () => kept !== undefined && putDraft(key, { ...kept, base: part.def }),
  }
}

/** After a save: what was typed meanwhile stays unsaved. */
export function settleDraft(key: string, saved: Def): void {
  const now = draftAt(key)
  if (now !== undefined) putDraft(key, { def: now.def, base: saved })
}

/** After a save was undone: what had been saved is a change again, and nothing is lost. */
export function reopenDraft(key: string, saved: Def, base: Def): void {
  putDraft(key, { def: draftAt(key)?.def ?? saved, base })
}
