/** Documents of the lab or of one innovation: the list, the real pages, paper and export. */
import { useMediaQuery } from '@mantine/hooks'
import { useCallback, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { InnovationId, LabId } from '#shared/model/ids.ts'
import type { Paper } from '#shared/model/lab.ts'
import type { Language } from '#shared/model/text.ts'
import { documentOf } from '#shared/rules/packs.ts'
import { usePageTitle } from '../../app/page-title.ts'
import { useBoth, useText } from '../../app/text.ts'
import { useLab, useOverview, usePacks } from '../../lab/lab-context.tsx'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { setView, viewStore } from '../../state/view.ts'
import { DocumentList } from './document-list.tsx'
import css from './documents.module.css'
import { PreviewPane } from './preview-pane.tsx'
import { startExport, type Wanted } from './queue.ts'
import { queueId } from './queue-list.tsx'
import { Sheet } from './sheet.tsx'
import { useEntries } from './use-entries.ts'
import { usePreview } from './use-preview.ts'

type Props = { readonly lab: LabId; readonly innovation?: InnovationId }

export function DocumentsPage({ lab, innovation }: Props) {
  const t = useText()
  const both = useBoth()
  const client = useLab()
  const packs = usePacks()
  const overview = useOverview(lab)
  const about = overview.state === 'ready' ? overview.value : null
  const one = about?.innovations.find(({ id }) => id === innovation)
  const stamp = useMemo(() => stampOf(about, innovation), [about, innovation])
  const entries = useEntries(lab, innovation, stamp)
  const [chosen, setChosen] = useState(wantedDocument)
  const kinds = entries.state === 'ready' ? entries.value.map(({ kind }) => kind) : []
  const kind = kinds.find((id) => id === chosen) ?? kinds[0]
  const print = usePrint()
  // Before the state of the lab is known it could not be told later whether the pages are out of date.
  const wanted = useMemo(
    (): Wanted | null =>
      kind === undefined || overview.state === 'loading'
        ? null
        : {
            lab,
            ...(innovation === undefined ? {} : { innovation }),
            kind,
            paper: print.paper,
            language: print.language,
            ...(print.date === '' ? {} : { date: print.date }),
          },
    [lab, innovation, kind, print, overview.state],
  )
  const preview = usePreview(wanted, stamp)
  const panel = usePanel()
  const def = kind === undefined ? undefined : documentOf(packs, kind)
  const title = def === undefined ? '' : both(def.title)
  usePageTitle(title, one?.name ?? '', t('documents.title'))
  const choose = useCallback((next: string) => {
    setChosen(next)
    window.history.replaceState({ document: next }, '')
  }, [])
  return (
    <div className={css.page}>
      <DocumentList lab={lab} innovation={one} innovations={about?.innovations ?? null} entries={entries} chosen={kind} choose={choose} />
      <PreviewPane
        title={title}
        preview={preview}
        about={one?.name ?? ''}
        save={(format) => {
          if (wanted !== null) startExport(client, wanted, format, one === undefined ? title : `${title}, ${one.name}`)
          panel.open()
          // The panel may only now be drawn, or lie below the pages.
          requestAnimationFrame(() => document.getElementById(queueId)?.scrollIntoView({ block: 'nearest' }))
        }}
        panelOpen={panel.shown}
        togglePanel={panel.toggle}
      />
      {panel.shown && <Sheet lab={lab} def={def} print={print} close={panel.narrow ? panel.toggle : null} />}
    </div>
  )
}

export type Print = {
  readonly paper: Paper
  readonly language: Language
  /** ISO day, or empty for a date written by hand. */
  readonly date: string
  readonly change: (patch: { readonly paper?: Paper; readonly language?: Language; readonly date?: string }) => void
}

/** The lab's own paper until somebody chooses another for this visit. */
function usePrint(): Print {
  const own = useOpenLab().lab.paper
  const [chosen, setChosen] = useState<{ readonly paper?: Paper; readonly language?: Language; readonly date?: string }>({})
  return useMemo(
    () => ({
      paper: chosen.paper ?? own,
      // Documents are Indonesian unless asked for otherwise, whatever the language of the screen.
      language: chosen.language ?? 'id',
      date: chosen.date ?? '',
      change: (patch) => setChosen((now) => ({ ...now, ...patch })),
    }),
    [own, chosen],
  )
}

type Known = {
  readonly lab: { readonly updatedAt: string }
  readonly innovations: readonly { readonly id: string; readonly updatedAt: string }[]
}

/** Differs whenever something a document is made of was saved: the lab, and the innovation or all of them. */
function stampOf(known: Known | null, innovation: InnovationId | undefined): string {
  if (known === null) return ''
  const parts = known.innovations
    .filter(({ id }) => innovation === undefined || id === innovation)
    .map(({ id, updatedAt }) => `${id} ${updatedAt}`)
  return [known.lab.updatedAt, ...parts.sort()].join('\n')
}

/** Whoever leads here may name the document to begin with in the state of the history entry. */
function wantedDocument(): string {
  const state: unknown = window.history.state
  return typeof state === 'object' && state !== null && 'document' in state && typeof state.document === 'string' ? state.document : ''
}

/** Beside the pages on a wide screen; on a narrow one a drawer that starts closed; below everything on a phone. */
function usePanel() {
  const narrow = useMediaQuery('(min-width: 761px) and (max-width: 1199px)', undefined, { getInitialValueInEffect: false }) ?? false
  const folded = useStore(viewStore, ({ rightFolded }) => rightFolded)
  const [closedAt, setClosedAt] = useState(folded)
  const [wasNarrow, setWasNarrow] = useState(narrow)
  if (wasNarrow !== narrow) {
    setWasNarrow(narrow)
    setClosedAt(folded)
  }
  const shown = narrow ? folded !== closedAt : !folded
  const toggle = () => setView({ rightFolded: !viewStore.getState().rightFolded })
  return {
    narrow,
    shown,
    toggle,
    open: () => {
      if (!shown) toggle()
    },
  }
}
