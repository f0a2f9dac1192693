/** Right: on which paper, in which language and with which date it is printed, where it comes from, and what is being saved. */
import { TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { LabId } from '#shared/model/ids.ts'
import type { DocumentDef } from '#shared/model/pack.ts'
import { packOf } from '#shared/rules/packs.ts'
import { places } from '../../app/places.ts'
import { useBoth, useText } from '../../app/text.ts'
import { useAbout, usePacks } from '../../lab/lab-context.tsx'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { Segmented, StatusChip } from '../../parts/index.ts'
import type { Print } from './documents-page.tsx'
import css from './panel.module.css'
import { Queue } from './queue-list.tsx'

type Props = { readonly lab: LabId; readonly def: DocumentDef | undefined; readonly print: Print; readonly close: (() => void) | null }

export function Sheet({ lab, def, print, close }: Props) {
  const t = useText()
  const about = useAbout()
  const panel = useRef<HTMLElement>(null)
  const drawer = close !== null
  useEffect(() => {
    if (drawer) panel.current?.focus()
  }, [drawer])
  return (
    <aside
      ref={panel}
      className={css.panel}
      data-drawer={drawer || undefined}
      data-region="panel"
      tabIndex={-1}
      aria-label={t('documents.contentAndPaper')}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) close?.()
      }}
    >
      {close !== null && (
        <button type="button" className={css.panelClose} aria-label={t('documents.foldPanel')} onClick={close}>
          <IconX size={18} stroke={1.75} aria-hidden />
        </button>
      )}
      <h2>{t('documents.contentAndPaper')}</h2>
      <div className={css.options}>
        <span>{t('documents.paper')}</span>
        <Segmented
          label={t('documents.paper')}
          value={print.paper}
          segments={[
            { value: 'A4', label: <span title={t('documents.a4')}>A4</span> },
            { value: 'F4', label: <span title={t('documents.f4')}>F4</span> },
          ]}
          onChange={(paper) => print.change({ paper })}
        />
        <small>{t(print.paper === 'A4' ? 'documents.a4' : 'documents.f4')}</small>
        <span>{t('documents.language')}</span>
        <Segmented
          label={t('documents.language')}
          value={print.language}
          segments={[
            { value: 'id', label: t('documents.indonesian') },
            { value: 'en', label: t('documents.english') },
          ]}
          onChange={(language) => print.change({ language })}
        />
      </div>
      <TextInput
        type="date"
        label={t('documents.date')}
        description={t('documents.dateHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={print.date}
        onChange={({ currentTarget }) => print.change({ date: currentTarget.value })}
      />
      <Origin lab={lab} def={def} />
      {about?.reach === 'host' && (
        <>
          <Queue />
          <dl className={css.facts}>
            <dt>{t('documents.folder')}</dt>
            <dd>{about.outputFolder}</dd>
          </dl>
        </>
      )}
    </aside>
  )
}

function Origin({ lab, def }: { readonly lab: LabId; readonly def: DocumentDef | undefined }) {
  const t = useText()
  const both = useBoth()
  const packs = usePacks()
  const { kop } = useOpenLab().lab
  const stamp = def === undefined ? undefined : packOf(packs, 'document', def.id)
  const lines = [kop.baris1, kop.baris2].filter((line) => line !== '')
  return (
    <dl className={css.facts}>
      <dt>{t('documents.kop')}</dt>
      <dd>
        {lines.length === 0 ? t('documents.kopEmpty') : lines.map((line) => <span key={line}>{line}</span>)}
        <a href={`${places.lab(lab)}/setelan`}>{t('documents.kopEdit')}</a>
        {(def?.signature.length ?? 0) > 0 && <small>{t('documents.blanks')}</small>}
      </dd>
      {stamp !== undefined && (
        <>
          <dt>{t('documents.pack')}</dt>
          <dd>
            <span>{t('documents.packStamp', { title: both(stamp.pack.head.title), version: stamp.version })}</span>
            <span>
              <StatusChip tone={stamp.status === 'verified' ? 'ok' : 'plain'}>
                {t(stamp.status === 'verified' ? 'documents.verified' : 'documents.unverified')}
              </StatusChip>
            </span>
          </dd>
        </>
      )}
    </dl>
  )
}
