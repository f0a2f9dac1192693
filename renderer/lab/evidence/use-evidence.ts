/** Adding, changing and removing the evidence of one open innovation. */
import { useMemo, useState } from 'react'
import type * as Y from 'yjs'
import { putEvidence, readEvidence, removeEvidence } from '#shared/doc/evidence.ts'
import { addAttachment } from '#shared/doc/innovation.ts'
import { keyAfterLast } from '#shared/doc/order.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { Evidence, EvidenceTarget } from '#shared/model/evidence.ts'
import type { EvidenceId, LabId } from '#shared/model/ids.ts'
import { sayNow } from '../../app/text.ts'
import { newId, nowIso } from '../../state/fresh.ts'
import { notify } from '../../state/notify.ts'
import { useAbout, useLab, useSettings } from '../lab-context.tsx'
import type { Trouble } from '../refusal.ts'
import { takeFile, troubleOfTaking } from './take-file.ts'
import { sameTarget } from './targets.ts'

export type EvidenceActs = {
  /** What is being stored now, of how many; null at rest. */
  readonly busy: { readonly n: number; readonly all: number; readonly name: string } | null
  /** One for each file that stayed outside. */
  readonly troubles: readonly Trouble[]
  readonly settle: () => void
  /** Stores files and adds one piece of evidence for each. Answers with their ids. */
  readonly take: (files: readonly File[], targets?: readonly EvidenceTarget[]) => Promise<readonly EvidenceId[]>
  readonly addLink: (link: string, title: string, targets?: readonly EvidenceTarget[]) => EvidenceId
  readonly replace: (one: Evidence, file: File) => Promise<void>
  readonly change: (id: EvidenceId, patch: Partial<Omit<Evidence, 'id'>>) => void
  readonly remove: (one: Evidence) => void
  readonly attach: (one: Evidence, target: EvidenceTarget) => void
  /** @param label says in the notice what it was attached to */
  readonly detach: (one: Evidence, target: EvidenceTarget, label: string) => void
}

/** `SK tim.pdf` → `SK tim` */
const titleOf = (name: string): string => name.replace(/\.[a-z0-9]{1,5}$/iu, '').slice(0, 300)

export function useEvidenceActs(lab: LabId, doc: Y.Doc, readOnly: boolean): EvidenceActs {
  const client = useLab()
  const { me } = useSettings()
  const door = useAbout()?.door
  const [busy, setBusy] = useState<EvidenceActs['busy']>(null)
  const [troubles, setTroubles] = useState<readonly Trouble[]>([])
  return useMemo(() => {
    const make = (facts: Partial<Omit<Evidence, 'id'>>): EvidenceId => {
      const id = newId<'evidence'>()
      const blank = { title: '', file: '', link: '', date: '', note: '', targets: [], state: 'belum' } as const
      putEvidence(doc, id, { ...blank, order: keyAfterLast(readEvidence(doc)), by: me.name, at: nowIso(), ...facts }, byPerson)
      return id
    }
    const stored = async (file: File, then: (name: string) => void): Promise<void> => {
      try {
        const attachment = await takeFile(client, lab, file, door)
        addAttachment(doc, attachment, byPerson)
        then(attachment.name)
      } catch (error) {
        const trouble = troubleOfTaking(error, file.name, door)
        setTroubles((before) => [...before, trouble])
      }
    }
    const take: EvidenceActs['take'] = async (files, targets = []) => {
      if (readOnly) return []
      setTroubles([])
      const made: EvidenceId[] = []
      // One after another: a phone's photos are large, and each is unpacked whole.
      for (const [at, file] of files.entries()) {
        setBusy({ n: at + 1, all: files.length, name: file.name })
        await stored(file, (name) => made.push(make({ title: titleOf(file.name), file: name, targets })))
      }
      setBusy(null)
      return made
    }
    const change: EvidenceActs['change'] = (id, patch) => {
      // It may have been removed on another laptop meanwhile; writing would bring half of it back.
      if (!readOnly && readEvidence(doc).some((one) => one.id === id)) putEvidence(doc, id, patch, byPerson)
    }
    return {
      busy,
      troubles,
      settle: () => setTroubles([]),
      take,
      addLink: (link, title, targets = []) => make({ link, title, targets }),
      replace: async (one, file) => {
        if (readOnly) return
        setTroubles([])
        setBusy({ n: 1, all: 1, name: file.name })
        await stored(file, (name) => {
          change(one.id, { file: name, state: 'belum' })
          notify.undoable(sayNow('evidence.replaced', { name: one.title }), () => change(one.id, { file: one.file, state: one.state }))
        })
        setBusy(null)
      },
      change,
      remove: (one) => {
        const { id, ...rest } = one
        removeEvidence(doc, id, byPerson)
        notify.undoable(sayNow('evidence.removed', { name: one.title }), () => putEvidence(doc, id, rest, byPerson))
      },
      attach: (one, target) => {
        if (!one.targets.some((before) => sameTarget(before, target))) change(one.id, { targets: [...one.targets, target] })
      },
      detach: (one, target, label) => {
        change(one.id, { targets: one.targets.filter((before) => !sameTarget(before, target)) })
        notify.undoable(sayNow('evidence.detached', { what: label }), () => change(one.id, { targets: one.targets }))
      },
    }
  }, [busy, troubles, client, door, doc, lab, me.name, readOnly])
}
