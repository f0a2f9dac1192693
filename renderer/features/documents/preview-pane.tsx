/** Middle: the real pages, as they will be printed. */
import { ActionIcon, Button, NativeSelect } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { IconDownload, IconFileTypeDocx, IconFileTypePdf, IconFileTypeXls, IconLayoutSidebarRight, IconRefresh } from '@tabler/icons-react'
import { useState } from 'react'
import type { ExportFormat } from '#shared/api/documents.ts'
import { useText } from '../../app/text.ts'
import { useAbout } from '../../lab/lab-context.tsx'
import { ErrorBanner } from '../../parts/index.ts'
import { saveAs } from '../../state/save-as.ts'
import css from './documents.module.css'
import { Pages, type Zoom, zooms } from './pages.tsx'
import type { Preview } from './use-preview.ts'

type Props = {
  readonly title: string
  /** Whose document it is; empty for the lab's own. */
  readonly about: string
  readonly preview: Preview
  /** Has the document rows to be saved as a workbook? */
  readonly rows: boolean
  readonly save: (format: ExportFormat) => void
  readonly panelOpen: boolean
  readonly togglePanel: () => void
}

export function PreviewPane({ title, about, preview, rows, save, panelOpen, togglePanel }: Props) {
  const t = useText()
  const reach = useAbout()?.reach
  const [zoom, setZoom] = useState<Zoom>('fit')
  const [at, setAt] = useState(1)
  const { ref, width } = useElementSize()
  const { shown, drawing, old, trouble, stale, refresh } = preview
  const count = shown?.pdf.numPages ?? 0
  return (
    <section className={css.middle} aria-label={t('documents.previewOf', { title })}>
      <div className={css.bar}>
        <h2 title={title}>{title}</h2>
        {shown !== null && !old && <span className={css.small}>{t('documents.pageOf', { n: Math.min(at, count), of: count })}</span>}
        <div className={css.acts}>
          {reach === 'host' ? (
            <>
              <Button
                variant="default"
                size="xs"
                disabled={title === ''}
                leftSection={<IconFileTypeDocx size={17} stroke={1.75} aria-hidden />}
                aria-label={t('documents.saveDocx')}
                onClick={() => save('docx')}
              >
                {t('documents.docx')}
              </Button>
              {rows && (
                <Button
                  variant="default"
                  size="xs"
                  leftSection={<IconFileTypeXls size={17} stroke={1.75} aria-hidden />}
                  aria-label={t('documents.saveXlsx')}
                  onClick={() => save('xlsx')}
                >
                  {t('documents.xlsx')}
                </Button>
              )}
              <Button
                size="xs"
                disabled={title === ''}
                leftSection={<IconFileTypePdf size={17} stroke={1.75} aria-hidden />}
                onClick={() => save('pdf')}
              >
                {t('documents.savePdf')}
              </Button>
            </>
          ) : (
            // A team's laptop has no output folder; it keeps a copy of what it sees.
            <Button
              size="xs"
              disabled={shown === null}
              leftSection={<IconDownload size={17} stroke={1.75} aria-hidden />}
              onClick={() => shown !== null && saveAs(shown.file, `${[title, about].filter((part) => part !== '').join(' - ')}.pdf`)}
            >
              {t('documents.download')}
            </Button>
          )}
          <ActionIcon
            className={css.fold ?? ''}
            variant="subtle"
            color="gray"
            size={36}
            onClick={togglePanel}
            aria-expanded={panelOpen}
            aria-keyshortcuts="]"
            aria-label={t(panelOpen ? 'documents.foldPanel' : 'documents.openPanel')}
            title={`${t(panelOpen ? 'documents.foldPanel' : 'documents.openPanel')}  ]`}
          >
            <IconLayoutSidebarRight size={20} stroke={1.75} />
          </ActionIcon>
        </div>
      </div>
      {stale && trouble === null && (
        <div className={css.notice} role="status">
          <span>{t('documents.stale')}</span>
          <Button variant="light" size="xs" leftSection={<IconRefresh size={16} stroke={1.75} aria-hidden />} onClick={refresh}>
            {t('documents.refresh')}
          </Button>
        </div>
      )}
      {drawing && (
        <p className={css.drawing} role="status">
          {t('documents.drawing')}
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the pages are scrolled with the arrow keys */}
      <div className={css.scroll} tabIndex={0} data-old={old || undefined}>
        <div ref={ref} />
        {trouble !== null && (
          <div className={css.trouble}>
            <ErrorBanner
              what={`${t('documents.previewFailed')}. ${trouble.what}`}
              safe={trouble.safe}
              todo={trouble.todo}
              detail={trouble.detail}
              acts={
                <Button variant="default" size="xs" onClick={refresh}>
                  {t('documents.again')}
                </Button>
              }
            />
          </div>
        )}
        {title === '' && trouble === null && <p className={css.lead}>{t('documents.nothing')}</p>}
        {shown !== null && trouble === null && width > 0 && (
          <Pages key={shown.of} pdf={shown.pdf} zoom={zoom} room={width} onPage={setAt} />
        )}
      </div>
      <NativeSelect
        className={css.zoom ?? ''}
        size="xs"
        aria-label={t('documents.zoom')}
        value={String(zoom)}
        onChange={({ currentTarget }) => setZoom(zooms.find((one) => String(one) === currentTarget.value) ?? 'fit')}
        data={zooms.map((one) => ({ value: String(one), label: one === 'fit' ? t('documents.fit') : `${one * 100}%` }))}
      />
    </section>
  )
}
