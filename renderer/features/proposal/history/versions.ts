/** The versions of the open proposal, and the acts on them. */
import { useMemo } from 'react'
import type * as Y from 'yjs'
import { headerMap, sectionFragment } from '#shared/doc/innovation.ts'
import { names } from '#shared/doc/names.ts'
import { byPerson } from '#shared/doc/origins.ts'
import { addVersion, keepVersion, type Restored, removeVersion, restoreVersion } from '#shared/doc/versions.ts'
import type { ProposalVersion } from '#shared/model/evidence.ts'
import { formatMoment, formatShortDay, localDay } from '#shared/rules/dates.ts'
import { useLanguage, useText } from '../../../app/text.ts'
import { useOpenLab } from '../../../lab/open-lab.tsx'
import { newId, nowIso } from '../../../state/fresh.ts'
import { notify } from '../../../state/notify.ts'
import { useDesk } from '../desk.tsx'
import { withWayBack } from './restore.ts'

/** Newest first. */
export function useVersions(): readonly ProposalVersion[] {
  const { form, value } = useDesk()
  return useMemo(() => value.versions.filter((one) => one.form === form.id).reverse(), [value.versions, form.id])
}

export type VersionActs = {
  /** False when the newest version says the same already. */
  readonly keep: (label: string) => boolean
  readonly remove: (version: ProposalVersion) => void
  readonly restore: (version: ProposalVersion, parts: Restored, said: string) => void
}

export function useVersionActs(): VersionActs {
  const { doc, form, me } = useDesk()
  const t = useText()
  const nameOf = useVersionName()
  const wish = (label: string) => ({ id: newId<'version'>(), form: form.id, kind: 'saved' as const, label, by: me, at: nowIso() })
  return {
    keep: (label) => keepVersion(doc, wish(label), byPerson),
    remove: (version) => {
      removeVersion(doc, version.id, byPerson)
      notify.undoable(t('proposal.versionGone', { name: nameOf(version) }), () => addVersion(doc, version, byPerson))
    },
    restore: (version, parts, said) => {
      keepVersion(doc, wish(t('proposal.beforeRestore')), byPerson)
      const fragments = parts.sections.map((key) => sectionFragment(doc, form.id, key))
      // The manager only needs the base class of both.
      const types = [...fragments, ...(parts.header ? [headerMap(doc, form.id)] : [])] as unknown as Y.AbstractType<unknown>[]
      const takeBack = withWayBack(doc, types, () => restoreVersion(doc, version, parts, byPerson))
      notify.undoable(said, takeBack)
    },
  }
}

/** Sections that the form has or that were ever written under an older one. */
export function sectionsOf(doc: Y.Doc, form: string, known: readonly string[]): readonly string[] {
  const prefix = names.section(form, '')
  const written = [...doc.share.keys()].filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length))
  return [...new Set([...known, ...written])]
}

/** What somebody called it, else what it was kept for. */
export function useVersionName(): (version: Pick<ProposalVersion, 'kind' | 'label'>) => string {
  const t = useText()
  return ({ kind, label }) => (label !== '' ? label : t(kind === 'submitted' ? 'proposal.versionSubmitted' : 'proposal.versionSaved'))
}

/** `22 Nov 2026, 14.05 WIB`. */
export function useVersionTime(): (at: string) => string {
  const language = useLanguage()
  const { timeZone } = useOpenLab().lab
  return (at) => `${formatShortDay(localDay(at, timeZone), language)}, ${formatMoment(at, language, timeZone)}`
}
