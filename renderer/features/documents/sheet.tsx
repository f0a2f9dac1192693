/** Right: what this document is for and how it is printed, where it comes from, what changed, and what is being saved. */
import { IconX } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef } from 'react'
import type { LabId } from '#shared/model/ids.ts'
import type { DocumentDef } from '#shared/model/pack.ts'
import { packOf } from '#shared/rules/packs.ts'
import { places } from '../../app/places.ts'
import { useBoth, useText } from '../../app/text.ts'
import { useAbout, usePacks } from '../../lab/lab-context.tsx'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { StatusChip } from '../../parts/index.ts'
import { Options } from './options.tsx'
import css from './panel.module.css'
import type { Print } from './print.ts'
import { Queue } from './queue-list.tsx'

type Props = {
  readonly lab: LabId
  readonly def: DocumentDef | undefined
  readonly print: Print & { readonly chooseVariant: (key: string) => void }
  readonly close: (() => void) | null
  /** Which of many is shown. */
  readonly which: ReactNode
  /** What changed since it was exported. */
  readonly children: ReactNode
}

export function Sheet({ lab, def, print, close, which, children }: Props) {
  const t = useText()
  const both = useBoth()
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
      {def?.purpose !== undefined && <p className={css.small}>{both(def.purpose)}</p>}
      {which}
      <Options def={def} print={print} />
      {children}
      {about?.reach === 'host' && <Queue />}
      <Origin lab={lab} def={def} />
      {about?.reach === 'host' && (
        <dl className={css.facts}>
          <dt>{t('documents.folder')}</dt>
          <dd>{about.outputFolder}</dd>
        </dl>
      )}
    </aside>
  )
}

function Origin({ lab, def }: { readonly lab: LabId; readonly def: DocumentDef | undefined }) {
  const t = useText()
  const both = useBoth()
  const packs = usePacks()
  const { kop, naskah } = useOpenLab().lab
  const stamp = def === undefined ? undefined : packOf(packs, 'document', def.id)
  const lines = [kop.baris1, kop.baris2].filter((line) => line !== '')
  const numbered = def !== undefined && (def.numbered || def.parts.some(({ part }) => part === 'letter_head'))
  return (
    <dl className={css.facts}>
      <dt>{t('documents.kop')}</dt>
      <dd>
        {lines.length === 0 ? t('documents.kopEmpty') : lines.map((line) => <span key={line}>{line}</span>)}
        <a href={places.labSettings(lab)}>{t('documents.kopEdit')}</a>
        {numbered && <small>{t('documents.numberBlank')}</small>}
        {numbered && naskah.numberPattern.trim() !== '' && <small>{t('documents.numberPattern', { pattern: naskah.numberPattern })}</small>}
        {!numbered && (def?.signature.length ?? 0) > 0 && <small>{t('documents.blanks')}</small>}
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
            <a href={places.guides(stamp.id)}>{t('documents.editGuide')}</a>
          </dd>
        </>
      )}
    </dl>
  )
}
