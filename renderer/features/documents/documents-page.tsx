/** Documents of the lab or of one innovation: the list, the real pages, paper and export. */
import { NativeSelect } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { DocumentEntry, DocumentList as Listed } from '#shared/api/documents.ts'
import type { InnovationId, LabId } from '#shared/model/ids.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { documentOf } from '#shared/rules/packs.ts'
import { usePageTitle } from '../../app/page-title.ts'
import { useBoth, useText } from '../../app/text.ts'
import { useAbout, useConventionTurn, useLab, useOverview, usePacks } from '../../lab/lab-context.tsx'
import { setView, viewStore } from '../../state/view.ts'
import { BatchDialog } from './batch-dialog.tsx'
import { ChangedMany, Changes } from './changes.tsx'
import { DocumentList } from './document-list.tsx'
import css from './documents.module.css'
import { type Line, useLines } from './lines.ts'
import { PreviewPane } from './preview-pane.tsx'
import { usePrint } from './print.ts'
import { startBatch, startExport, type Wanted } from './queue.ts'
import { queueId } from './queue-list.tsx'
import { type Chosen, chosenInHistory, chosenOf, keepInHistory, keyOf } from './selection.ts'
import { Sheet } from './sheet.tsx'
import { useChanges } from './use-changes.ts'
import { useEntries } from './use-entries.ts'
import { usePreview } from './use-preview.ts'

type Props = { readonly lab: LabId; readonly innovation?: InnovationId }

export function DocumentsPage({ lab, innovation }: Props) {
  const t = useText()
  const both = useBoth()
  const client = useLab()
  const packs = usePacks()
  const host = useAbout()?.reach === 'host'
  const overview = useOverview(lab)
  const about = overview.state === 'ready' ? overview.value : null
  const open = useMemo(() => inOrder(about?.innovations ?? []), [about])
  const one = about?.innovations.find(({ id }) => id === innovation)
  const judged = useConventionTurn(lab)
  const list = useEntries({ lab, innovation }, stampOf(about, innovation, judged))
  const [asked, setAsked] = useState(chosenInHistory)
  useEffect(() => {
    // The palette may ask for another document while this page is open.
    const again = () => setAsked((now) => chosenInHistory() ?? now)
    window.addEventListener('hashchange', again)
    return () => window.removeEventListener('hashchange', again)
  }, [])
  const chosen = useMemo(() => found(asked, list.state === 'ready' ? list.value : null, open), [asked, list, open])
  const def = chosen === null ? undefined : documentOf(packs, chosen.kind)
  const print = usePrint(def)
  const single = chosen?.innovation
  const stamp = useMemo(() => stampOf(about, single ?? innovation, judged), [about, single, innovation, judged])
  // Before the state of the lab is known it could not be told later whether the pages are out of date.
  const wanted = useMemo(
    (): Wanted | null => (chosen === null || overview.state === 'loading' ? null : { lab, ...chosen, ...print.wanted(def) }),
    [lab, chosen, def, print, overview.state],
  )
  const preview = usePreview(wanted, stamp)
  const panel = usePanel()
  const { sessionName } = useLines()
  const shownOne = open.find(({ id }) => id === single) ?? one
  const subject = shownOne?.name ?? (chosen?.session === undefined ? '' : sessionName(chosen.session))
  const title = def === undefined ? '' : both(def.title)
  usePageTitle(title, subject, t('documents.title'))
  const choose = useCallback((next: Chosen) => {
    setAsked(next)
    keepInHistory(next)
  }, [])
  const entry = useEntryOf(lab, chosen, innovation, list.state === 'ready' ? list.value : null, stamp)
  const changes = useChanges(lab, host ? entry.of : undefined, stamp, () => {
    list.askAgain()
    entry.askAgain()
  })
  const [printingMany, setPrintingMany] = useState(false)
  const toQueue = () => {
    panel.open()
    // The panel may only now be drawn, or lie below the pages.
    requestAnimationFrame(() => document.getElementById(queueId)?.scrollIntoView({ block: 'nearest' }))
  }
  const saveAll = (lines: readonly Line[]) => {
    for (const line of lines) {
      const name = [line.title, line.about].filter((part) => part !== '').join(', ')
      startExport(client, { lab, ...line.chosen, ...print.wanted(line.def) }, 'pdf', name, true)
    }
    toQueue()
  }
  const many =
    list.state === 'ready' && innovation === undefined ? list.value.ofInnovations.find(({ kind }) => kind === chosen?.kind) : undefined
  return (
    <div className={css.page}>
      <DocumentList
        lab={lab}
        innovation={one}
        innovations={about?.innovations ?? null}
        list={list}
        chosen={chosen}
        choose={choose}
        printMany={host && innovation === undefined ? () => setPrintingMany(true) : null}
        saveAll={host ? saveAll : null}
      />
      <PreviewPane
        title={title}
        preview={preview}
        about={subject}
        rows={def?.workbook !== undefined}
        save={(format) => {
          if (wanted !== null) startExport(client, wanted, format, [title, subject].filter((part) => part !== '').join(', '))
          toQueue()
        }}
        panelOpen={panel.shown}
        togglePanel={panel.toggle}
      />
      {panel.shown && (
        <Sheet
          lab={lab}
          def={def}
          print={print}
          close={panel.narrow ? panel.toggle : null}
          which={
            innovation === undefined && def?.scope === 'innovation' && chosen !== null ? (
              <Which open={open} value={single ?? ''} choose={(id) => choose({ ...chosen, innovation: id })} />
            ) : null
          }
        >
          {changes !== null && <Changes changes={changes} />}
          {host && many !== undefined && many.changed > 0 && (
            <ChangedMany
              n={many.changed}
              title={title}
              print={() => {
                const subjects = open.map(({ id }) => id)
                const batch = {
                  lab,
                  kind: many.kind,
                  format: 'pdf',
                  as: 'files',
                  changedOnly: true,
                  subjects,
                  ...print.wanted(def),
                } as const
                startBatch(client, { ...batch, subjects }, t('documents.batchTitleFiles', { title, n: many.changed }))
              }}
            />
          )}
        </Sheet>
      )}
      {printingMany && list.state === 'ready' && (
        <BatchDialog
          lab={lab}
          list={list.value}
          innovations={open}
          begin={beginMany(list.value, chosen?.kind)}
          print={print}
          close={() => setPrintingMany(false)}
          started={() => {
            setPrintingMany(false)
            toQueue()
          }}
        />
      )}
    </div>
  )
}

/** Those that are worked on, by name. */
const inOrder = (innovations: readonly InnovationSummary[]): readonly InnovationSummary[] =>
  innovations.filter(({ archived }) => !archived).sort((a, b) => a.name.localeCompare(b.name, 'id'))

/** The document that was asked for, or the nearest to it that there is. */
function found(asked: Chosen | null, list: Listed | null, open: readonly InnovationSummary[]): Chosen | null {
  if (list === null) return null
  const { entries, ofInnovations } = list
  const first = open[0]
  if (asked !== null) {
    const whole = entries.find((entry) => keyOf(chosenOf(entry)) === keyOf(asked)) ?? entries.find(({ kind }) => kind === asked.kind)
    if (whole !== undefined) return chosenOf(whole)
    if (ofInnovations.some(({ kind }) => kind === asked.kind)) {
      const one = open.find(({ id }) => id === asked.innovation) ?? first
      if (one !== undefined) return { kind: asked.kind, innovation: one.id }
    }
  }
  // On the page of an innovation the first that says something.
  const begin = entries.find(({ scope }) => scope === 'lab') ?? entries.find(({ state }) => state !== 'belum_diisi') ?? entries[0]
  return begin === undefined ? null : chosenOf(begin)
}

/** The kind that is looked at, else one of which there is something to print. */
const beginMany = ({ entries, ofInnovations }: Listed, kind: string | undefined): string | undefined =>
  entries.some((entry) => entry.kind === kind && entry.scope === 'lab') ? ofInnovations.find(({ ready }) => ready > 0)?.kind : kind

/** How the chosen document stands. In the room of the lab those of one innovation are asked for on their own. */
function useEntryOf(lab: LabId, chosen: Chosen | null, page: InnovationId | undefined, list: Listed | null, stamp: string | null) {
  const apart = page === undefined && chosen?.innovation !== undefined
  const own = useEntries({ lab, innovation: chosen?.innovation as InnovationId | undefined /* ids of the list */ }, apart ? stamp : null)
  const entries: readonly DocumentEntry[] = apart ? (own.state === 'ready' ? own.value.entries : []) : (list?.entries ?? [])
  return {
    of: chosen === null ? undefined : entries.find((entry) => keyOf(chosenOf(entry)) === keyOf(chosen)),
    askAgain: own.askAgain,
  }
}

function Which({
  open,
  value,
  choose,
}: {
  readonly open: readonly InnovationSummary[]
  readonly value: string
  readonly choose: (id: string) => void
}) {
  const t = useText()
  return (
    <NativeSelect
      label={t('documents.whichInnovation')}
      value={value}
      onChange={({ currentTarget }) => choose(currentTarget.value)}
      data={open.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}

type Known = {
  readonly lab: { readonly updatedAt: string }
  readonly innovations: readonly { readonly id: string; readonly updatedAt: string }[]
}

/** Differs whenever something a document is made of was saved: the lab, the innovation or all of them, and how often a convention was. */
function stampOf(known: Known | null, innovation: string | undefined, judged: number): string {
  if (known === null) return ''
  const parts = known.innovations
    .filter(({ id }) => innovation === undefined || id === innovation)
    .map(({ id, updatedAt }) => `${id} ${updatedAt}`)
  return [known.lab.updatedAt, String(judged), ...parts.sort()].join('\n')
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
