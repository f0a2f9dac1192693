/** Exports under way and finished. */
import { IconAlertTriangle, IconCircleCheck, IconFileTypeDocx, IconFileTypePdf, IconX } from '@tabler/icons-react'
import { useStore } from 'zustand'
import { useText } from '../../app/text.ts'
import type { Trouble } from '../../lab/refusal.ts'
import { useFileWays } from '../../lab/use-keep.ts'
import css from './panel.module.css'
import { dismiss, type Job, queueStore } from './queue.ts'

export const queueId = 'documents-queue'

export function Queue() {
  const t = useText()
  const jobs = useStore(queueStore, (state) => state.jobs)
  const running = jobs.filter(({ progress }) => progress.state === 'working').length
  return (
    <section id={queueId} aria-label={t('documents.queue')}>
      <div className={css.queueHead}>
        <h2>{t('documents.queue')}</h2>
        {running > 0 && <span className={css.small}>{t('documents.running', { n: running })}</span>}
      </div>
      {jobs.length === 0 ? (
        <p className={css.small}>{t('documents.queueEmpty')}</p>
      ) : (
        <ul className={css.queue} aria-live="polite">
          {jobs.map((job) => (
            <JobRow key={job.key} job={job} />
          ))}
        </ul>
      )}
    </section>
  )
}

function JobRow({ job }: { readonly job: Job }) {
  const t = useText()
  const { progress, format, title } = job
  const name = `${title} (${format.toUpperCase()})`
  const Kind = format === 'pdf' ? IconFileTypePdf : IconFileTypeDocx
  const working = progress.state === 'working'
  return (
    <li data-state={progress.state}>
      <div className={css.job}>
        {progress.state === 'done' ? (
          <IconCircleCheck size={18} stroke={1.75} aria-hidden />
        ) : progress.state === 'failed' ? (
          <IconAlertTriangle size={18} stroke={1.75} aria-hidden />
        ) : (
          <Kind size={18} stroke={1.75} aria-hidden />
        )}
        <b>{name}</b>
        <button
          type="button"
          className={css.cross}
          aria-label={working ? t('documents.stop', { name }) : `${t('documents.dismiss')}: ${name}`}
          title={working ? t('documents.stop', { name }) : t('documents.dismiss')}
          onClick={() => (working ? job.stop() : dismiss(job.key))}
        >
          <IconX size={16} stroke={1.75} aria-hidden />
        </button>
      </div>
      {working && (
        <>
          <div
            className={css.progress}
            role="progressbar"
            aria-label={name}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={Math.round(progress.done * 100)}
          >
            <i style={{ width: `${progress.done * 100}%` }} />
          </div>
          <small aria-hidden="true">{t('documents.working', { n: Math.round(progress.done * 100) })}</small>
        </>
      )}
      {progress.state === 'stopped' && <small>{t('documents.stopped')}</small>}
      {progress.state === 'failed' && <Failure what={t('documents.failed')} trouble={progress.trouble} />}
      {progress.state === 'done' && <Done progress={progress} />}
    </li>
  )
}

function Done({ progress }: { readonly progress: Extract<Job['progress'], { state: 'done' }> }) {
  const t = useText()
  const { reveal, fetch, trouble } = useFileWays(progress)
  const { report } = progress
  const glyphs = report.missingGlyphs.reduce((sum, { count }) => sum + count, 0)
  return (
    <>
      <small>{report.pages > 0 ? t('documents.done', { pages: report.pages }) : t('documents.doneFile')}</small>
      {glyphs > 0 && (
        <p className={css.warning}>
          {t('documents.missingGlyphs', { n: glyphs, chars: report.missingGlyphs.map(({ char }) => char).join(' ') })}
        </p>
      )}
      {report.missingPictures > 0 && <p className={css.warning}>{t('documents.missingPictures', { n: report.missingPictures })}</p>}
      <div className={css.jobActs}>
        {reveal && (
          <button type="button" onClick={reveal}>
            {t('documents.openFolder')}
          </button>
        )}
        {fetch && (
          <button type="button" onClick={fetch}>
            {t('documents.download')}
          </button>
        )}
      </div>
      {trouble !== null && <Failure what={trouble.what} trouble={trouble} />}
    </>
  )
}

/** What happened, what is safe, what to do, in the width of the panel. */
function Failure({ what, trouble }: { readonly what: string; readonly trouble: Trouble }) {
  const t = useText()
  return (
    <div className={css.failure} role="alert">
      <b>{what === trouble.what ? what : `${what}: ${trouble.what}`}</b>
      <p>{trouble.safe}</p>
      {trouble.todo !== '' && <p>{trouble.todo}</p>}
      {trouble.detail !== '' && (
        <details>
          <summary>{t('app.forTechnician')}</summary>
          {trouble.detail}
        </details>
      )}
    </div>
  )
}
