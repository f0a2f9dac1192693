/** Evidence of one innovation: files and links, and what each of them proves. */
import { Button } from '@mantine/core'
import { IconArrowLeft, IconLink, IconUpload } from '@tabler/icons-react'
import { type DragEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { Evidence } from '#shared/model/evidence.ts'
import type { EvidenceId, InnovationId, LabId } from '#shared/model/ids.ts'
import { usePageTitle } from '../../app/page-title.ts'
import { places } from '../../app/places.ts'
import { useText } from '../../app/text.ts'
import { type Opened, OpenInnovation } from '../../lab/evidence/open-innovation.tsx'
import { useEvidenceActs } from '../../lab/evidence/use-evidence.ts'
import { useMissing } from '../../lab/evidence/use-missing.ts'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { EmptyState, ErrorBanner, PageTitle } from '../../parts/index.ts'
import { takeFocus } from '../../state/arrival.ts'
import { EvidenceDetail } from './detail.tsx'
import css from './evidence.module.css'
import { EvidenceList } from './list.tsx'

export function EvidencePage({ lab, innovation }: { readonly lab: LabId; readonly innovation: InnovationId }) {
  return (
    <OpenInnovation lab={lab} innovation={innovation} className={css.page}>
      {(open) => <Page {...open} />}
    </OpenInnovation>
  )
}

function Page({ doc, value, readOnly }: Opened) {
  const t = useText()
  const { id: lab, lab: labValue } = useOpenLab()
  usePageTitle(t('evidence.title'), value.name, labValue.region)
  const acts = useEvidenceActs(lab, doc, readOnly)
  const files = value.evidence.map(({ file }) => file).join()
  const missing = useMissing(lab, files)
  const mine = useMemo(() => missing.filter((one) => one.innovation === value.id), [missing, value.id])
  const gone = useMemo(() => new Set(mine.map(({ name }) => name)), [mine])
  const [chosen, setChosen] = useState<string | null>(() => takeFocus('bukti'))
  const [filed, setFiled] = useState('')
  const picker = useRef<HTMLInputElement>(null)
  const detail = useRef<HTMLDivElement>(null)
  const open = value.evidence.find(({ id }) => id === chosen) ?? value.evidence[0]
  const choose = (id: EvidenceId) => {
    setChosen(id)
    // Where the list stands above the detail, choosing leads down to it.
    if (window.matchMedia('(max-width: 1000px)').matches) requestAnimationFrame(() => detail.current?.scrollIntoView({ block: 'start' }))
  }
  const take = async (some: readonly File[]) => {
    if (some.length === 0 || readOnly) return
    const made = await acts.take(some)
    setFiled(made.length === 0 ? '' : t(made.length === 1 ? 'evidence.stored_1' : 'evidence.stored', { n: made.length }))
    const first = made[0]
    if (first !== undefined) setChosen(first)
  }
  const drop = useDropAndPaste(readOnly, take)
  const addLink = () => setChosen(acts.addLink('https://', ''))
  const buttons = readOnly ? null : (
    <>
      <Button variant="default" onClick={addLink} leftSection={<IconLink size={16} stroke={1.75} aria-hidden />}>
        {t('evidence.addLink')}
      </Button>
      <Button
        loading={acts.busy !== null}
        onClick={() => picker.current?.click()}
        leftSection={<IconUpload size={16} stroke={1.75} aria-hidden />}
      >
        {t('evidence.addFiles')}
      </Button>
    </>
  )
  return (
    <section className={css.page} aria-label={t('evidence.title')} {...drop.on} data-over={drop.over || undefined}>
      <a className={css.back} href={places.innovation(lab, value.id)}>
        <IconArrowLeft size={16} stroke={1.75} aria-hidden />
        {t('evidence.back', { name: value.name })}
      </a>
      <PageTitle title={t('evidence.title')} lead={t('evidence.lead')} side={value.evidence.length === 0 ? undefined : buttons} />
      <p role="status" className={css.status}>
        {acts.busy === null ? filed : t('evidence.storing', { name: acts.busy.name, n: acts.busy.n, of: acts.busy.all })}
      </p>
      {(acts.troubles.length > 0 || mine.length > 0) && (
        <div className={css.banners}>
          {acts.troubles.map((trouble) => (
            <ErrorBanner
              key={trouble.detail}
              {...trouble}
              acts={
                <Button variant="default" size="xs" onClick={acts.settle}>
                  {t('app.close')}
                </Button>
              }
            />
          ))}
          {mine.length > 0 && <Gone names={mine} evidence={value.evidence} />}
        </div>
      )}
      {open === undefined ? (
        <EmptyState
          title={t('evidence.emptyTitle')}
          text={t(readOnly ? 'evidence.emptyReadOnly' : 'evidence.emptyText')}
          acts={buttons ?? undefined}
        />
      ) : (
        <div className={css.columns}>
          <EvidenceList innovation={value} gone={gone} open={open.id} readOnly={readOnly} onOpen={choose} />
          <div ref={detail} className={css.side}>
            <EvidenceDetail key={open.id} one={open} innovation={value} gone={gone} acts={acts} readOnly={readOnly} />
          </div>
        </div>
      )}
      {drop.over && <div className={css.over}>{t('evidence.dropSome')}</div>}
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-label={t('evidence.addFiles')}
        onChange={(event) => {
          const some = [...(event.target.files ?? [])]
          // The same file may be chosen again after a failure.
          event.target.value = ''
          void take(some)
        }}
      />
    </section>
  )
}

function Gone({
  names,
  evidence,
}: {
  readonly names: readonly { readonly name: string; readonly title: string }[]
  readonly evidence: readonly Evidence[]
}) {
  const t = useText()
  const held = new Set(evidence.map(({ file }) => file))
  const elsewhere = names.filter(({ name }) => !held.has(name)).map(({ name, title }) => title || name.slice(0, 12))
  const todo = names.length > elsewhere.length ? t('evidence.goneTodo') : ''
  return (
    <ErrorBanner
      tone="warn"
      what={t('evidence.goneMany', { n: names.length })}
      safe={t('evidence.goneSafe')}
      todo={[todo, elsewhere.length === 0 ? '' : t('evidence.goneElsewhere', { names: elsewhere.join(', ') })].filter(Boolean).join(' ')}
    />
  )
}

/** Files dropped anywhere on the page, and pictures or files pasted outside of a field. */
function useDropAndPaste(readOnly: boolean, take: (files: readonly File[]) => Promise<void>) {
  const [over, setOver] = useState(false)
  const latest = useRef(take)
  latest.current = take
  useEffect(() => {
    if (readOnly) return
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])]
      if (files.length === 0) return
      event.preventDefault()
      void latest.current(files)
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [readOnly])
  const hasFiles = (event: DragEvent): boolean => !readOnly && event.dataTransfer.types.includes('Files')
  const on = {
    onDragOver: (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'copy'
      setOver(true)
    },
    onDragLeave: (event: DragEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false) // of a drag event it is a node or nothing
    },
    onDrop: (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(false)
      void take([...event.dataTransfer.files])
    },
  }
  return { over, on }
}
