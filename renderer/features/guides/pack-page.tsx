/** One pack: what is in it, and the editor of the part that is open. */
import { Button } from '@mantine/core'
import { IconArrowLeft, IconCopy, IconFileExport } from '@tabler/icons-react'
import { useState } from 'react'
import { useStore } from 'zustand'
import type { PackPart } from '#shared/api/pack-files.ts'
import type { Pack } from '#shared/model/pack.ts'
import { usePageTitle } from '../../app/page-title.ts'
import { places } from '../../app/places.ts'
import { useBoth, useLanguage, useText } from '../../app/text.ts'
import { KeptNote } from '../../lab/kept-file.tsx'
import { useAbout, useLab, useLabData } from '../../lab/lab-context.tsx'
import { useKeep } from '../../lab/use-keep.ts'
import { ErrorBanner, PageTitle, Panel, StatusChip } from '../../parts/index.ts'
import { CopyPanel } from './copy-panel.tsx'
import { DocumentEditor } from './document-editor.tsx'
import { draftKey, useDraftOf, useSaving, useUnsaved } from './drafts.ts'
import { HeadEditor } from './editors.tsx'
import { FormEditor } from './form-editor.tsx'
import css from './guides.module.css'
import { IndicatorsEditor } from './indicators-editor.tsx'

type Props = { readonly pack: Pack; readonly own: boolean }

const partsOf = (pack: Pack): readonly PackPart[] => [
  { part: 'head', pack: pack.head.id, def: pack.head },
  ...pack.forms.map((def) => ({ part: 'form', pack: pack.head.id, def }) as const),
  ...pack.indicators.map((def) => ({ part: 'indicators', pack: pack.head.id, def }) as const),
  ...pack.documents.map((def) => ({ part: 'document', pack: pack.head.id, def }) as const),
]

export function PackPage({ pack, own }: Props) {
  const t = useText()
  const say = useBoth()
  const client = useLab()
  const about = useAbout()
  const keep = useKeep()
  const parts = partsOf(pack)
  const [at, setAt] = useState('')
  const [copying, setCopying] = useState(false)
  const open = parts.find((one) => draftKey(one) === at) ?? parts[0]
  const mayWrite = own && about?.reach === 'host' && !about.readOnly
  usePageTitle(say(pack.head.title), t('guides.title'))
  return (
    <div className={css.page}>
      <a className={css.up} href={places.guides()}>
        <IconArrowLeft size={16} stroke={1.75} aria-hidden />
        {t('guides.back')}
      </a>
      <PageTitle
        title={say(pack.head.title)}
        lead={t('guides.meta', {
          issuer: pack.head.issuer,
          year: pack.head.year,
          locality: pack.head.locality,
          version: pack.head.version,
        })}
        side={
          about?.reach === 'host' && (
            <div className={css.acts}>
              {own && (
                <Button
                  variant="default"
                  leftSection={<IconFileExport size={18} stroke={1.75} aria-hidden />}
                  onClick={() => keep.run(() => client.packs.export({ pack: pack.head.id }))}
                >
                  {t('guides.export')}
                </Button>
              )}
              {!about.readOnly && (
                <Button
                  variant={own ? 'default' : 'filled'}
                  leftSection={<IconCopy size={18} stroke={1.75} aria-hidden />}
                  onClick={() => setCopying(true)}
                >
                  {t('guides.copy')}
                </Button>
              )}
            </div>
          )
        }
      />
      <div className={css.stack}>
        <KeptNote keep={keep} />
        {copying && <CopyPanel pack={pack} close={() => setCopying(false)} />}
        {!own && <p className={css.quiet}>{t('guides.readOnlyPack')}</p>}
        <div className={css.columns}>
          <PartList pack={pack} parts={parts} open={open} choose={(part) => setAt(draftKey(part))} />
          {open !== undefined && <PartEditor key={draftKey(open)} part={open} version={pack.head.version} disabled={!mayWrite} />}
        </div>
      </div>
    </div>
  )
}

type ListProps = {
  readonly pack: Pack
  readonly parts: readonly PackPart[]
  readonly open: PackPart | undefined
  readonly choose: (part: PackPart) => void
}

function PartList({ pack, parts, open, choose }: ListProps) {
  const t = useText()
  const say = useBoth()
  const unsaved = useUnsaved(pack.head.id)
  const groups = [
    ['form', 'guides.forms'],
    ['indicators', 'guides.indicators'],
    ['document', 'guides.documents'],
  ] as const
  const line = (part: PackPart, name: string) => (
    <li key={draftKey(part)}>
      <button type="button" aria-current={part === open ? 'true' : undefined} onClick={() => choose(part)}>
        <span>{name}</span>
        {unsaved.has(draftKey(part)) && <StatusChip tone="warn">{t('guides.unsaved')}</StatusChip>}
      </button>
    </li>
  )
  return (
    <nav className={css.parts} aria-label={t('guides.parts')}>
      <Panel>
        <ul>{parts.filter(({ part }) => part === 'head').map((part) => line(part, t('guides.about')))}</ul>
        {groups.map(([kind, title]) => {
          const these = parts.filter(({ part }) => part === kind)
          return these.length === 0 ? null : (
            <div key={kind}>
              <h3>{t(title)}</h3>
              <ul>{these.map((part) => line(part, say(part.def.title)))}</ul>
            </div>
          )
        })}
        {pack.canvases.length > 0 && (
          <>
            <h3>{t('guides.canvases')}</h3>
            <p className={css.quiet}>{t('guides.canvasesNote', { n: pack.canvases.length })}</p>
          </>
        )}
      </Panel>
    </nav>
  )
}

function PartEditor({ part, version, disabled }: { readonly part: PackPart; readonly version: number; readonly disabled: boolean }) {
  const t = useText()
  const say = useBoth()
  const language = useLanguage()
  const draft = useDraftOf(part)
  const saving = useSaving()
  const changed = { ...part, def: draft.def } as PackPart // the definition of the same part
  const title = part.part === 'head' ? t('guides.about') : say(draft.def.title)
  return (
    <Panel>
      <div className={css.bar}>
        <h2>{title}</h2>
        {draft.dirty && <StatusChip tone="warn">{t('guides.unsaved')}</StatusChip>}
        {!disabled && (
          <span className={css.acts}>
            {draft.dirty && (
              <Button variant="subtle" onClick={draft.discard}>
                {t('guides.discard')}
              </Button>
            )}
            <Button disabled={!draft.dirty || saving.busy} onClick={() => saving.save(changed, part, title, version)}>
              {t(saving.busy ? 'guides.saving' : 'guides.save')}
            </Button>
          </span>
        )}
      </div>
      {saving.trouble !== null && <ErrorBanner {...saving.trouble} />}
      {saving.findings.length > 0 && (
        <ErrorBanner
          what={t('guides.unfit')}
          safe={t('guides.unfitSafe')}
          todo={t('guides.unfitDo')}
          acts={
            <ul className={css.findings}>
              {saving.findings.map((one) => (
                <li key={`${one.file}/${one.path}/${one.reason}`}>
                  <code>{one.path || one.file}</code> {language === 'en' ? one.reasonEn : one.reason}
                </li>
              ))}
            </ul>
          }
        />
      )}
      {part.part === 'form' && <InUse form={part.def.id} />}
      <Fields part={changed} change={draft.change} disabled={disabled} />
    </Panel>
  )
}

type FieldsProps = { readonly part: PackPart; readonly change: (patch: never) => void; readonly disabled: boolean }

/** Each editor is given the definition of its own kind of part, and changes that one. */
function Fields({ part, change, disabled }: FieldsProps) {
  const to = change as (patch: object) => void // a patch of the same definition
  switch (part.part) {
    case 'head':
      return <HeadEditor def={part.def} change={to} disabled={disabled} />
    case 'form':
      return <FormEditor def={part.def} change={to} disabled={disabled} />
    case 'indicators':
      return <IndicatorsEditor def={part.def} change={to} disabled={disabled} />
    case 'document':
      return <DocumentEditor def={part.def} change={to} disabled={disabled} />
  }
}

/** Whoever changes a form should know who writes with it. Labs that were opened in this window are counted. */
function InUse({ form }: { readonly form: string }) {
  const t = useText()
  const overviews = useStore(useLabData(), (data) => data.overviews)
  const used = Object.values(overviews).map(({ innovations }) => innovations.filter(({ words }) => (words[form] ?? 0) > 0).length)
  const n = used.reduce((sum, one) => sum + one, 0)
  return n === 0 ? null : <p className={css.quiet}>{t('guides.inUse', { n, labs: used.filter((one) => one > 0).length })}</p>
}
