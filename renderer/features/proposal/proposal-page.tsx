/** The proposal of one innovation: its sections, the sheet on which one of them is written, and what helps to write it. */
import { useMediaQuery } from '@mantine/hooks'
import type { Editor } from '@tiptap/core'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type * as Y from 'yjs'
import { useStore } from 'zustand'
import type { InnovationId, LabId } from '#shared/model/ids.ts'
import type { ProposalDef } from '#shared/model/pack.ts'
import { formOf } from '#shared/rules/packs.ts'
import { countSections } from '#shared/rules/readiness.ts'
import { usePageTitle } from '../../app/page-title.ts'
import { useBoth, useText } from '../../app/text.ts'
import { useInnovationDoc } from '../../collab/use-doc.tsx'
import { useInnovation } from '../../collab/use-innovation.ts'
import { usePacks, useSettings } from '../../lab/lab-context.tsx'
import { ErrorBanner } from '../../parts/index.ts'
import { takeFocus } from '../../state/arrival.ts'
import { setView, viewStore } from '../../state/view.ts'
import { type Desk, DeskProvider, identityKey, type Tab } from './desk.tsx'
import { SectionEditor } from './editor/section-editor.tsx'
import { useFullScreen } from './full-screen.ts'
import { ProposalHeader } from './header.tsx'
import { History } from './history/history.tsx'
import { Identity } from './identity.tsx'
import { useFindings } from './panel/findings.ts'
import { SidePanel } from './panel/side-panel.tsx'
import css from './proposal.module.css'
import { SectionList } from './section-list.tsx'
import { wantFocus } from './wanted.ts'

type Props = { readonly lab: LabId; readonly innovation: InnovationId; readonly form: string }

export function ProposalPage({ lab, innovation, form }: Props) {
  const t = useText()
  const state = useInnovationDoc(lab, innovation)
  const def = formOf(usePacks(), form)
  if (def === undefined)
    return (
      <div className={css.alone}>
        <ErrorBanner
          what={t('proposal.unknownForm')}
          safe={t('proposal.unknownFormSafe')}
          todo={t('proposal.unknownFormDo')}
          detail={form}
        />
      </div>
    )
  if (state.state === 'loading') return <p className={css.wait}>{t('app.loading')}</p>
  if (state.state === 'refused')
    return (
      <div className={css.alone}>
        <ErrorBanner what={t('proposal.refused')} safe={t('app.docRefusedSafe')} todo={t('app.docRefusedDo')} detail={state.reason} />
      </div>
    )
  return <OpenProposal lab={lab} innovation={innovation} form={def} doc={state.doc} readOnly={state.readOnly} />
}

type OpenProps = {
  readonly lab: LabId
  readonly innovation: InnovationId
  readonly form: ProposalDef
  readonly doc: Y.Doc
  readonly readOnly: boolean
}

function OpenProposal(props: OpenProps) {
  const both = useBoth()
  const panel = usePanel()
  const { desk, spoken } = useMakeDesk(props, panel)
  const page = useRef<HTMLDivElement>(null)
  useFullScreen(page, desk)
  usePageTitle(both(props.form.short), desk.value.name)
  const writing = desk.view === 'write'
  return (
    <DeskProvider value={desk}>
      <div className={css.page} ref={page} data-full={desk.full || undefined}>
        {!desk.full && <ProposalHeader panelOpen={panel.shown} togglePanel={panel.toggle} />}
        {!writing && <History />}
        {/* Stays while versions are looked at: its undo goes on where it was. */}
        <div className={css.columns} hidden={!writing}>
          {!desk.full && <SectionList />}
          {/* A new section is a new editor: its undo knows nothing of the other one. */}
          {desk.section === null ? <Identity /> : <SectionEditor key={`${desk.section.key}/${desk.readOnly}`} section={desk.section} />}
          {panel.shown && !desk.full && <SidePanel close={panel.narrow ? panel.toggle : null} />}
        </div>
        <p className={css.spoken} role="status" aria-live="polite">
          {spoken}
        </p>
      </div>
    </DeskProvider>
  )
}

type PanelState = ReturnType<typeof usePanel>

function useMakeDesk(
  { lab, innovation, form, doc, readOnly }: OpenProps,
  { open: openPanel, shown, narrow }: PanelState,
): { readonly desk: Desk; readonly spoken: string } {
  const t = useText()
  const { me } = useSettings()
  const value = useInnovation(doc, innovation, lab)
  const counts = useMemo(() => countSections(form, value), [form, value])
  const findings = useFindings(form, value)
  const [at, setAt] = useState(() => firstPlace(form))
  const [wished, setWished] = useState(0)
  const [tab, setTab] = useState<Tab>('sources')
  const [view, show] = useState<Desk['view']>('write')
  const [full, setFull] = useState(false)
  const [editor, setEditor] = useState<Editor | null>(null)
  const [spoken, announce] = useState('')
  const open = useCallback((next: string, focus?: { readonly field?: string | undefined }) => {
    if (focus !== undefined) {
      wantFocus(next, focus.field)
      setWished((n) => n + 1)
    }
    show('write')
    setAt(next)
    // Coming back to this page with the browser's own keys finds the same section.
    window.history.replaceState({ ...historyState(), section: next }, '')
  }, [])
  const showTab = useCallback(
    (next: Tab) => {
      show('write')
      setTab(next)
      openPanel()
    },
    [openPanel],
  )
  const signed = me.name === '' ? t('proposal.somebody') : me.name
  const beside = shown && !narrow && !full
  const section = form.sections.find(({ key }) => key === at) ?? null
  // The head of the form is no sheet to be written on alone.
  useEffect(() => {
    if (section === null) setFull(false)
  }, [section])
  const desk = useMemo(
    (): Desk => ({
      ...{ lab, innovation, form, doc, value, readOnly, counts, findings, at, section, open, wished, tab, showTab },
      ...{ view, show, full, setFull, beside, editor, setEditor, me: signed, announce },
    }),
    [
      lab,
      innovation,
      form,
      doc,
      value,
      readOnly,
      counts,
      findings,
      at,
      section,
      open,
      wished,
      tab,
      showTab,
      view,
      full,
      beside,
      editor,
      signed,
    ],
  )
  return { desk, spoken }
}

const historyState = (): Readonly<Record<string, unknown>> => {
  const state: unknown = window.history.state
  return typeof state === 'object' && state !== null ? { ...state } : {}
}

/** The section somebody is coming to, else the one this entry of the history remembers, else the first one. */
function firstPlace(form: ProposalDef): string {
  const section = takeFocus(form.id) ?? historyState().section
  if (section === identityKey || form.sections.some(({ key }) => key === section)) return String(section)
  return form.sections[0]?.key ?? identityKey
}

/** On a wide screen the panel stands beside the sheet and folds with `]`; on a narrow one it is a drawer that starts closed. */
function usePanel() {
  const narrow = useMediaQuery('(max-width: 1199px)', undefined, { getInitialValueInEffect: false }) ?? false
  const folded = useStore(viewStore, ({ rightFolded }) => rightFolded)
  // In the drawer the same key counts from where it stood when the drawer was last closed.
  const [closedAt, setClosedAt] = useState(folded)
  const shown = narrow ? folded !== closedAt : !folded
  const toggle = useCallback(() => setView({ rightFolded: !viewStore.getState().rightFolded }), [])
  const open = useCallback(() => {
    if (!shown) toggle()
  }, [shown, toggle])
  const [wasNarrow, setWasNarrow] = useState(narrow)
  if (wasNarrow !== narrow) {
    setWasNarrow(narrow)
    setClosedAt(folded)
  }
  return { narrow, shown, toggle, open }
}
