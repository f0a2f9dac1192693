/** Opens the document of an innovation for a page beside the innovation's own. */
import type { ReactNode } from 'react'
import type * as Y from 'yjs'
import type { InnovationId, LabId } from '#shared/model/ids.ts'
import type { Innovation } from '#shared/model/lab.ts'
import { useText } from '../../app/text.ts'
import { useInnovationDoc } from '../../collab/use-doc.tsx'
import { useInnovation } from '../../collab/use-innovation.ts'
import { ErrorBanner, Loading } from '../../parts/index.ts'

export type Opened = { readonly doc: Y.Doc; readonly value: Innovation; readonly readOnly: boolean }

type Props = {
  readonly lab: LabId
  readonly innovation: InnovationId
  readonly className: string | undefined
  readonly children: (open: Opened) => ReactNode
}

export function OpenInnovation({ lab, innovation, className, children }: Props) {
  const t = useText()
  const state = useInnovationDoc(lab, innovation)
  if (state.state === 'open') {
    return (
      <Read key={innovation} lab={lab} innovation={innovation} doc={state.doc} readOnly={state.readOnly}>
        {children}
      </Read>
    )
  }
  return (
    <div className={className}>
      {state.state === 'loading' ? (
        <Loading>{t('app.loading')}</Loading>
      ) : (
        <ErrorBanner what={t('innovation.refused')} safe={t('app.docRefusedSafe')} todo={t('app.docRefusedDo')} detail={state.reason} />
      )}
    </div>
  )
}

function Read(props: Omit<Props, 'className'> & { readonly doc: Y.Doc; readonly readOnly: boolean }) {
  const { lab, innovation, doc, readOnly, children } = props
  const value = useInnovation(doc, innovation, lab)
  return children({ doc, value, readOnly })
}
