/** What became of the files somebody asked for: how far they are, where they went, what went wrong. */
import { IconAlertTriangle, IconCircleCheck, IconFileExport, IconX } from '@tabler/icons-react'
import { createPortal } from 'react-dom'
import { useStore } from 'zustand'
import { useText } from '../../../app/text.ts'
import type { Trouble } from '../../../lab/refusal.ts'
import { useFileWays } from '../../../lab/use-keep.ts'
import { dismissJob, type JobState, type TransferJob, transferJobs } from './jobs.ts'
import css from './transfer.module.css'

export function JobList() {
  const t = useText()
  const jobs = useStore(transferJobs, (state) => state.jobs)
  // Outside of the title bar, whose height it would otherwise be bound to. It is there before there is anything to say, or nobody would hear it.
  return createPortal(
    <section className={css.jobs} aria-label={t('transfer.jobs')} data-empty={jobs.length === 0 || undefined}>
      <ul aria-live="polite">
        {jobs.map((job) => (
          <JobCard key={job.key} job={job} />
        ))}
      </ul>
    </section>,
    document.body,
  )
}

function JobCard({ job }: { readonly job: TransferJob }) {
  const t = useText()
  const { progress, name } = job
  const working = progress.state === 'working'
  const Icon = progress.state === 'failed' ? IconAlertTriangle : working || progress.state === 'drawing' ? IconFileExport : IconCircleCheck
  const cross = working ? t('transfer.stop', { name }) : t('transfer.dismiss', { name })
  return (
    <li className={css.job} data-state={progress.state}>
      <Icon size={20} stroke={1.75} aria-hidden />
      <div className={css.jobBody}>
        <JobWords name={name} progress={progress} />
      </div>
      <button
        type="button"
        className={css.cross}
        aria-label={cross}
        title={cross}
        onClick={() => (working ? job.stop() : dismissJob(job.key))}
      >
        <IconX size={16} stroke={1.75} aria-hidden />
      </button>
    </li>
  )
}

function JobWords({ name, progress }: { readonly name: string; readonly progress: JobState }) {
  const t = useText()
  switch (progress.state) {
    case 'working': {
      const n = Math.round(progress.done * 100)
      return (
        <>
          <p>{t('transfer.working', { name, n })}</p>
          <div className={css.progress} role="progressbar" aria-label={name} aria-valuemin={0} aria-valuemax={100} aria-valuenow={n}>
            <i style={{ width: `${n}%` }} />
          </div>
        </>
      )
    }
    case 'drawing':
      return <p>{t('transfer.drawing', { name })}</p>
    case 'downloaded':
      return progress.names.map((file) => <p key={file}>{t('transfer.downloaded', { name: file })}</p>)
    case 'stopped':
      return <p>{t('transfer.stopped')}</p>
    case 'failed':
      return <Failure what={t('transfer.failed', { name })} trouble={progress.trouble} />
    case 'written':
      return <Written progress={progress} />
    default:
      return progress satisfies never
  }
}

function Written({ progress }: { readonly progress: Extract<JobState, { state: 'written' }> }) {
  const t = useText()
  const { reveal, fetch, trouble } = useFileWays(progress)
  const { file, report } = progress
  const glyphs = report.missingGlyphs.reduce((sum, { count }) => sum + count, 0)
  return (
    <>
      <p className={css.where}>{t('transfer.savedTo', { file })}</p>
      {report.pages > 0 ? <small>{t('transfer.pages', { n: report.pages })}</small> : null}
      {glyphs > 0 ? (
        <p className={css.warning}>
          {t('transfer.missingGlyphs', { n: glyphs, chars: report.missingGlyphs.map(({ char }) => char).join(' ') })}
        </p>
      ) : null}
      {report.missingPictures > 0 ? <p className={css.warning}>{t('transfer.missingPictures', { n: report.missingPictures })}</p> : null}
      <div className={css.acts}>
        {reveal ? (
          <button type="button" onClick={reveal}>
            {t('transfer.openFolder')}
          </button>
        ) : null}
        {fetch ? (
          <button type="button" onClick={fetch}>
            {t('transfer.download')}
          </button>
        ) : null}
      </div>
      {trouble === null ? null : <Failure what={trouble.what} trouble={trouble} />}
    </>
  )
}

/** What happened, what is safe, what to do, in the width of the card. */
function Failure({ what, trouble }: { readonly what: string; readonly trouble: Trouble }) {
  const t = useText()
  return (
    <div role="alert">
      <p>
        <strong>{what === trouble.what ? what : `${what}: ${trouble.what}`}</strong>
      </p>
      <p>{trouble.safe}</p>
      {trouble.todo === '' ? null : <p>{trouble.todo}</p>}
      {trouble.detail === '' ? null : (
        <details>
          <summary>{t('app.forTechnician')}</summary>
          {trouble.detail}
        </details>
      )}
    </div>
  )
}
