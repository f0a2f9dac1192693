/** One innovation: what it is, where it stands, what its stage asks for, and what lets it go on. */
import { useMemo, useState } from 'react'
import type * as Y from 'yjs'
import type { InnovationId, LabId } from '#shared/model/ids.ts'
import { usePageTitle } from '../../app/page-title.ts'
import { useText } from '../../app/text.ts'
import { useInnovationDoc } from '../../collab/use-doc.tsx'
import { useInnovation } from '../../collab/use-innovation.ts'
import { useUndo } from '../../collab/use-undo.ts'
import { useSettings } from '../../lab/lab-context.tsx'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { EmptyState, ErrorBanner } from '../../parts/index.ts'
import { CataloguePanel } from './catalogue-panel.tsx'
import { EvidencePanel } from './evidence-panel.tsx'
import { FactsPanel } from './facts-panel.tsx'
import { GatePanel } from './gate-panel.tsx'
import { Head } from './head.tsx'
import style from './innovation.module.css'
import { InnovationProvider } from './innovation-context.tsx'
import { MembersPanel } from './members-panel.tsx'
import { ProposalsPanel } from './proposals-panel.tsx'
import { StageTabs } from './stage-tabs.tsx'
import { StageWork } from './stage-work.tsx'
import { ToMendLine } from './to-mend-line.tsx'

type Props = { readonly lab: LabId; readonly innovation: InnovationId }

export function InnovationPage({ lab, innovation }: Props) {
  const t = useText()
  const state = useInnovationDoc(lab, innovation)
  if (state.state === 'loading') return <p className={style.wait}>{t('app.loading')}</p>
  if (state.state === 'refused')
    return (
      <div className={style.page}>
        <ErrorBanner what={t('innovation.refused')} safe={t('app.docRefusedSafe')} todo={t('app.docRefusedDo')} detail={state.reason} />
      </div>
    )
  return <OpenPage key={innovation} lab={lab} innovation={innovation} doc={state.doc} readOnly={state.readOnly} />
}

function OpenPage({ lab, innovation, doc, readOnly }: Props & { readonly doc: Y.Doc; readonly readOnly: boolean }) {
  const t = useText()
  const { stages, lab: labValue } = useOpenLab()
  const { me } = useSettings()
  const value = useInnovation(doc, innovation, lab)
  const undo = useUndo(doc, doc)
  const [chosen, setChosen] = useState<string | null>(null)
  usePageTitle(value.name, labValue.region)
  const { stop } = undo
  const open = useMemo(
    () => ({
      doc,
      value,
      readOnly,
      me: me.name === '' ? t('innovation.somebody') : me.name,
      act: (change: () => void) => {
        if (readOnly) return
        stop()
        change()
        stop()
      },
    }),
    [doc, value, readOnly, me.name, stop, t],
  )
  const stage = stages.find((one) => one.key === (chosen ?? value.stage)) ?? stages[0]
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey)) return
    const key = event.key.toLowerCase()
    if (key !== 'z' && key !== 'y') return
    event.preventDefault()
    if (key === 'y' || event.shiftKey) undo.redo()
    else undo.undo()
  }
  return (
    <InnovationProvider value={open}>
      {/* Undo works wherever the focus is on this page. */}
      <section className={style.page} aria-label={value.name} onKeyDown={onKeyDown}>
        <Head />
        <ToMendLine />
        {stage === undefined ? (
          <EmptyState inside text={t('innovation.noMethod')} />
        ) : (
          <>
            <StageTabs stages={stages} chosen={stage.key} choose={setChosen} />
            <div className={style.columns} role="tabpanel" aria-labelledby={`stage-${stage.key}`}>
              <div className={style.column}>
                <StageWork stage={stage} />
                <ProposalsPanel />
                <EvidencePanel />
                <FactsPanel />
                <CataloguePanel />
              </div>
              <div className={style.column}>
                <GatePanel stage={stage} stages={stages} follow={() => setChosen(null)} />
                <MembersPanel />
              </div>
            </div>
          </>
        )}
      </section>
    </InnovationProvider>
  )
}
