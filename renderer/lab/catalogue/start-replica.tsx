/** Begins an innovation as the replication of another one (domain.md 6.5): it knows from the first moment what it takes over. */
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { writeCatalogue } from '#shared/doc/catalogue.ts'
import { writeFacts } from '#shared/doc/innovation.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { CatalogueEntry } from '#shared/model/catalogue.ts'
import type { InnovationId, LabId, UnitId } from '#shared/model/ids.ts'
import { canvasOf } from '#shared/rules/packs.ts'
import { useText } from '../../app/text.ts'
import { useInnovationDoc } from '../../collab/use-doc.tsx'
import { newId } from '../../state/fresh.ts'
import { useLab, useLabData, usePacks, useSettings } from '../lab-context.tsx'
import { type Trouble, troubleOf } from '../refusal.ts'
import { sourceWords } from './entry-words.ts'
import { addToShopping, inShopping, replicatedOf, shoppingCanvas } from './replica.ts'
import { useSources } from './use-sources.ts'

type Wanted = {
  readonly lab: LabId
  readonly unit: UnitId | null
  readonly name: string
  readonly longName: string
  readonly entry: CatalogueEntry
}
type Made = Wanted & { readonly innovation: InnovationId }

export type StartReplica = {
  readonly start: (wanted: Wanted) => void
  readonly busy: boolean
  readonly trouble: Trouble | null
  /** Draw it: writes into the new innovation as soon as it is open. */
  readonly writing: ReactNode
}

/** @param done the innovation is there and knows its origin */
export function useStartReplica(done: (lab: LabId, innovation: InnovationId) => void): StartReplica {
  const client = useLab()
  const data = useLabData()
  const [busy, setBusy] = useState(false)
  const [made, setMade] = useState<Made | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const make = async (wanted: Wanted): Promise<void> => {
    setBusy(true)
    setTrouble(null)
    try {
      const { lab, name, longName, unit } = wanted
      const { id } = await client.innovation.create({ lab, name, longName, unit })
      await data.loadOverview(lab)
      setMade({ ...wanted, innovation: id as InnovationId /* just given by the lab */ })
    } catch (error) {
      setTrouble(troubleOf(error))
      setBusy(false)
    }
  }
  const written = (of: Made): void => {
    setMade(null)
    setBusy(false)
    done(of.lab, of.innovation)
  }
  return {
    start: (wanted) => void make(wanted),
    busy,
    trouble,
    writing: made === null ? null : <Writing key={made.innovation} made={made} onWritten={() => written(made)} />,
  }
}

function Writing({ made, onWritten }: { readonly made: Made; readonly onWritten: () => void }) {
  const t = useText()
  const packs = usePacks()
  const { me } = useSettings()
  const { names, sources } = useSources()
  const state = useInnovationDoc(made.lab, made.innovation)
  const finish = useRef(onWritten)
  finish.current = onWritten
  const once = useRef(false)
  // The name of the list belongs to what is written.
  const waiting = made.entry.source !== '' && sources === null
  useEffect(() => {
    if (once.current || waiting || state.state === 'loading') return
    once.current = true
    if (state.state === 'open') {
      const { doc } = state
      const source = sourceWords(t, names)
      doc.transact(() => {
        writeCatalogue(doc, { replicates: replicatedOf(made.entry, source) }, byPerson)
        if (made.entry.kind !== null) writeFacts(doc, { kind: made.entry.kind }, byPerson)
        if (made.entry.urusan !== '') writeFacts(doc, { urusan: made.entry.urusan }, byPerson)
        if (canvasOf(packs, shoppingCanvas) !== undefined && !inShopping(doc, made.entry, source))
          addToShopping(doc, made.entry, source, newId<'item'>(), me.name)
      }, byPerson)
    }
    finish.current()
  }, [state, waiting, names, made, me.name, packs, t])
  return null
}
