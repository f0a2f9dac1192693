/** The part of a pack that is open: its fields, saving, and what stands in the way of it. */
import { Button } from '@mantine/core'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { PackPart } from '#shared/api/pack-files.ts'
import { useBoth, useText } from '../../app/text.ts'
import { useLabData } from '../../lab/lab-context.tsx'
import { ErrorBanner, Panel, StatusChip } from '../../parts/index.ts'
import { notify } from '../../state/notify.ts'
import { DocumentEditor } from './document-editor.tsx'
import { type Draft, useDraftOf } from './drafts.ts'
import { HeadEditor } from './editors.tsx'
import { FormEditor } from './form-editor.tsx'
import css from './guides.module.css'
import { IndicatorsEditor } from './indicators-editor.tsx'
import { Findings, fieldAt, Marked } from './marks.tsx'
import { RubricEditor } from './rubric-editor.tsx'
import { useSaving } from './saving.ts'

const fileOf = ({ part, def }: PackPart): string =>
  part === 'head'
    ? 'pack.yaml'
    : `${{ form: 'forms', indicators: 'indicators', document: 'documents', rubric: 'rubrics' }[part]}/${def.id}.yaml`

type Props = { readonly part: PackPart; readonly version: number; readonly disabled: boolean }

export function PartEditor({ part, version, disabled }: Props) {
  const t = useText()
  const say = useBoth()
  const draft = useDraftOf(part)
  const { findings, trouble, busy, save, touched } = useSaving()
  const body = useRef<HTMLDivElement>(null)
  const [wanted, setWanted] = useState<{ readonly path: string } | null>(null)
  useEffect(() => {
    if (wanted === null) return
    // The entry it lies in opens first, which takes a moment; a place without a field is left alone.
    let left = 20
    const look = (): void => {
      const field = body.current === null ? null : fieldAt(body.current, wanted.path)
      left -= 1
      if (field !== null) field.focus()
      else if (left > 0) frame = requestAnimationFrame(look)
    }
    let frame = requestAnimationFrame(look)
    return () => cancelAnimationFrame(frame)
  }, [wanted])
  const file = fileOf(part)
  const marks = useMemo(
    () => ({ findings: findings.filter((one) => one.file === file && one.pack === part.pack), touched, wanted }),
    [findings, touched, wanted, file, part.pack],
  )
  const changed = { ...part, def: draft.def } as PackPart // the definition of the same part
  const title = part.part === 'head' ? t('guides.about') : say(draft.def.title)
  const discard = (): void => {
    const back = draft.discard()
    notify.undoable(t('guides.discarded'), back)
  }
  return (
    <Panel label={title}>
      <div className={css.bar}>
        <h2>{title}</h2>
        {draft.dirty && <StatusChip tone="warn">{t('guides.unsaved')}</StatusChip>}
        {!disabled && (
          <span className={css.acts}>
            {draft.dirty && (
              <Button variant="subtle" onClick={discard}>
                {t('guides.discard')}
              </Button>
            )}
            <Button disabled={!draft.dirty || busy || draft.stale} onClick={() => save(changed, part, title, version)}>
              {t(busy ? 'guides.saving' : 'guides.save')}
            </Button>
          </span>
        )}
      </div>
      <div className={css.notes}>
        {draft.stale && <Stale draft={draft} discard={discard} />}
        {trouble !== null && <ErrorBanner {...trouble} />}
        {findings.length > 0 && (
          <ErrorBanner
            what={t('guides.unfit')}
            safe={t('guides.unfitSafe')}
            todo={
              <>
                {t('guides.unfitDo')}
                <Findings findings={findings} lead={(path) => setWanted({ path })} />
              </>
            }
          />
        )}
        {part.part === 'form' && <InUse form={part.def.id} />}
      </div>
      <div ref={body}>
        <Marked marks={marks}>
          <Fields part={changed} draft={draft} disabled={disabled} />
        </Marked>
      </div>
    </Panel>
  )
}

/** Two windows have changed the same part: nobody's work is written over without being asked. */
function Stale({ draft, discard }: { readonly draft: Draft<PackPart['def']>; readonly discard: () => void }) {
  const t = useText()
  return (
    <ErrorBanner
      tone="warn"
      what={t('guides.stale')}
      safe={t('guides.staleSafe')}
      todo={t('guides.staleDo')}
      acts={
        <>
          <Button size="compact-md" variant="default" onClick={discard}>
            {t('guides.takeTheirs')}
          </Button>
          <Button size="compact-md" variant="default" onClick={draft.keepMine}>
            {t('guides.keepMine')}
          </Button>
        </>
      }
    />
  )
}

type FieldsProps = { readonly part: PackPart; readonly draft: Draft<PackPart['def']>; readonly disabled: boolean }

/** Each editor is given the definition of its own kind of part, and changes that one. */
function Fields({ part, draft, disabled }: FieldsProps) {
  const change = draft.change as (update: object) => void // a change of the same definition
  switch (part.part) {
    case 'head':
      return <HeadEditor def={part.def} change={change} disabled={disabled} />
    case 'form':
      return <FormEditor def={part.def} base={draft.base as typeof part.def} change={change} disabled={disabled} /> // the same part
    case 'indicators':
      return <IndicatorsEditor def={part.def} change={change} disabled={disabled} />
    case 'document':
      return <DocumentEditor def={part.def} change={change} disabled={disabled} />
    case 'rubric':
      return <RubricEditor def={part.def} change={change} disabled={disabled} />
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
