/** One pack: what is in it, and the editor of the part that is open. */
import { Button, NativeSelect } from '@mantine/core'
import { IconArrowLeft, IconCopy, IconFileExport } from '@tabler/icons-react'
import { useState } from 'react'
import type { PackPart } from '#shared/api/pack-files.ts'
import type { Pack } from '#shared/model/pack.ts'
import { usePageTitle } from '../../app/page-title.ts'
import { places } from '../../app/places.ts'
import { useBoth, useText } from '../../app/text.ts'
import { KeptNote } from '../../lab/kept-file.tsx'
import { useAbout, useLab } from '../../lab/lab-context.tsx'
import { useKeep } from '../../lab/use-keep.ts'
import { PageTitle, Panel, StatusChip } from '../../parts/index.ts'
import { CopyPanel } from './copy-panel.tsx'
import { draftKey, useOpenPart, useUnsaved } from './drafts.ts'
import css from './guides.module.css'
import { PartEditor } from './part-editor.tsx'

type Props = { readonly pack: Pack; readonly own: boolean }

const partsOf = (pack: Pack): readonly PackPart[] => [
  { part: 'head', pack: pack.head.id, def: pack.head },
  ...pack.forms.map((def) => ({ part: 'form', pack: pack.head.id, def }) as const),
  ...pack.indicators.map((def) => ({ part: 'indicators', pack: pack.head.id, def }) as const),
  ...pack.documents.map((def) => ({ part: 'document', pack: pack.head.id, def }) as const),
  ...pack.rubrics.map((def) => ({ part: 'rubric', pack: pack.head.id, def }) as const),
]

export function PackPage({ pack, own }: Props) {
  const t = useText()
  const say = useBoth()
  const client = useLab()
  const about = useAbout()
  const keep = useKeep()
  const parts = partsOf(pack)
  const [at, setAt] = useOpenPart(pack.head.id)
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
          <PartList pack={pack} parts={parts} open={open} choose={setAt} />
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
  readonly choose: (key: string) => void
}

const groups = [
  ['form', 'guides.forms'],
  ['indicators', 'guides.indicators'],
  ['document', 'guides.documents'],
  ['rubric', 'guides.rubrics'],
] as const

/** A list beside the editor; where there is no room beside it, a choice above it. */
function PartList({ pack, parts, open, choose }: ListProps) {
  const t = useText()
  const say = useBoth()
  const unsaved = useUnsaved(pack.head.id)
  const nameOf = (part: PackPart): string => (part.part === 'head' ? t('guides.about') : say(part.def.title))
  const line = (part: PackPart) => (
    <li key={draftKey(part)}>
      <button type="button" aria-current={part === open ? 'true' : undefined} onClick={() => choose(draftKey(part))}>
        <span>{nameOf(part)}</span>
        {unsaved.has(draftKey(part)) && <StatusChip tone="warn">{t('guides.unsaved')}</StatusChip>}
      </button>
    </li>
  )
  const choice = (part: PackPart) => ({
    value: draftKey(part),
    label: unsaved.has(draftKey(part)) ? `${nameOf(part)} (${t('guides.unsaved')})` : nameOf(part),
  })
  const heads = parts.filter(({ part }) => part === 'head')
  const kinds = groups
    .map(([kind, title]) => ({ title: t(title), these: parts.filter(({ part }) => part === kind) }))
    .filter(({ these }) => these.length > 0)
  return (
    <>
      <NativeSelect
        className={css.partChoice}
        label={t('guides.parts')}
        value={open === undefined ? '' : draftKey(open)}
        data={[...heads.map(choice), ...kinds.map(({ title, these }) => ({ group: title, items: these.map(choice) }))]}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      />
      <nav className={css.parts} aria-label={t('guides.parts')}>
        <Panel>
          <ul>{heads.map(line)}</ul>
          {kinds.map(({ title, these }) => (
            <div key={title}>
              <h3>{title}</h3>
              <ul>{these.map(line)}</ul>
            </div>
          ))}
          {pack.canvases.length > 0 && (
            <>
              <h3>{t('guides.canvases')}</h3>
              <p className={css.quiet}>{t('guides.canvasesNote', { n: pack.canvases.length })}</p>
            </>
          )}
        </Panel>
      </nav>
    </>
  )
}
