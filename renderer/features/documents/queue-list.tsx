/** Exports under way and finished. */
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconFileTypeDocx,
  IconFileTypePdf,
  IconFileTypeXls,
  IconStack2,
  IconX,
} from '@tabler/icons-react'
import { useStore } from 'zustand'
import { type Say, useText } from '../../app/text.ts'
import type { Trouble } from '../../lab/refusal.ts'
import { useFileWays } from '../../lab/use-keep.ts'
import css from './panel.module.css'
import { dismiss, type Job, type Many, type Progress, queueStore } from './queue.ts'

export const queueId = 'documents-queue'

export function Queue() {
  const t = useText()
  const jobs = useStore(queueStore, (state) => state.jobs)
  const running = jobs.filter(({ progress }) => progress.state === 'working' || progress.state === 'waiting').length
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

const icons = { pdf: IconFileTypePdf, docx: IconFileTypeDocx, xlsx: IconFileTypeXls } as const

function JobRow({ job }: { readonly job: Job }) {
  const t = useText()
  const { progress, format, title } = job
  const name = `${title} (${format.toUpperCase()})`
  const under = progress.state === 'working' || progress.state === 'waiting'
  return (
    <li data-state={progress.state === 'doneMany' ? (progress.failed.length > 0 ? 'failed' : 'done') : progress.state}>
      <div className={css.job}>
        <JobIcon job={job} />
        <b>{name}</b>
        <button
          type="button"
          className={css.cross}
          aria-label={under ? t('documents.stop', { name }) : `${t('documents.dismiss')}: ${name}`}
          title={under ? t('documents.stop', { name }) : t('documents.dismiss')}
          onClick={() => (under ? job.stop() : dismiss(job.key))}
        >
          <IconX size={16} stroke={1.75} aria-hidden />
        </button>
      </div>
      {progress.state === 'waiting' && <small>{t('documents.waiting')}</small>}
      {progress.state === 'working' && <Working progress={progress} name={name} />}
      {progress.state === 'stopped' && <small>{stoppedWords(job, progress.many, t)}</small>}
      {progress.state === 'failed' && <Failure what={t('documents.failed')} trouble={progress.trouble} />}
      {progress.state === 'failed' && progress.many !== undefined && !job.book && <small>{stoppedWords(job, progress.many, t)}</small>}
      {progress.state === 'done' && <Done progress={progress} />}
      {progress.state === 'doneMany' && <DoneMany job={job} progress={progress} />}
      {job.again !== null && (
        <div className={css.jobActs}>
          <button type="button" onClick={job.again}>
            {t(againWords(progress))}
          </button>
        </div>
      )}
    </li>
  )
}

function againWords(progress: Progress): 'documents.goOn' | 'documents.retryFailed' | 'documents.retry' {
  if (progress.state === 'doneMany') return 'documents.retryFailed'
  const begun = (progress.state === 'stopped' || progress.state === 'failed') && (progress.many?.at ?? 0) > 0
  return begun ? 'documents.goOn' : 'documents.retry'
}

function stoppedWords({ book }: Job, many: Many | undefined, t: Say): string {
  if (book) return t('documents.batchStoppedBook')
  if (many === undefined || many.at === 0) return t('documents.stopped')
  return t('documents.batchStopped', { at: many.at - many.failed.length, of: many.of })
}

function JobIcon({ job: { progress, format, book } }: { readonly job: Job }) {
  if (progress.state === 'done' || (progress.state === 'doneMany' && progress.failed.length === 0))
    return <IconCircleCheck size={18} stroke={1.75} aria-hidden />
  if (progress.state === 'failed' || progress.state === 'doneMany') return <IconAlertTriangle size={18} stroke={1.75} aria-hidden />
  const many = book || (progress.state === 'working' && progress.many !== undefined)
  const Kind = many ? IconStack2 : icons[format]
  return <Kind size={18} stroke={1.75} aria-hidden />
}

function Working({ progress, name }: { readonly progress: Extract<Progress, { state: 'working' }>; readonly name: string }) {
  const t = useText()
  const { done, many } = progress
  const words = many === undefined ? t('documents.working', { n: Math.round(done * 100) }) : manyWords(many, t)
  return (
    <>
      <div
        className={css.progress}
        role="progressbar"
        aria-label={name}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(done * 100)}
        aria-valuetext={words}
      >
        <i style={{ width: `${done * 100}%` }} />
      </div>
      {/* Read out it would never end; the bar says the same when asked. */}
      <small aria-hidden="true">{words}</small>
    </>
  )
}

function manyWords({ at, of, leftMs }: Many, t: Say): string {
  if (leftMs === null) return t('documents.batchAt', { at, of })
  const seconds = Math.max(5, Math.round(leftMs / 5000) * 5)
  const left = seconds < 90 ? t('documents.seconds', { n: seconds }) : t('documents.minutes', { n: Math.round(seconds / 60) })
  return t('documents.batchAtLeft', { at, of, left })
}

function Done({ progress }: { readonly progress: Extract<Progress, { state: 'done' }> }) {
  const t = useText()
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
      <Ways file={progress.file} name={progress.name} single />
    </>
  )
}

function DoneMany({ job, progress }: { readonly job: Job; readonly progress: Extract<Progress, { state: 'doneMany' }> }) {
  const t = useText()
  const { written, failed, file, name, missingPictures } = progress
  return (
    <>
      {written === 0 && failed.length === 0 ? (
        <small>{t('documents.batchNone')}</small>
      ) : (
        <small>{t(job.book ? 'documents.bookDone' : 'documents.batchDone', { n: written })}</small>
      )}
      {!job.book && file !== '' && <small>{t('documents.inFolder', { name })}</small>}
      {missingPictures > 0 && <p className={css.warning}>{t('documents.missingPictures', { n: missingPictures })}</p>}
      {failed.length > 0 && (
        <div className={css.failure} role="alert">
          <b>{t('documents.batchFailed', { n: failed.length })}</b>
          <ul>
            {failed.map((one) => (
              <li key={one.subject} title={one.detail}>
                {one.name}: {t(`documents.reason_${one.reason}`)}
              </li>
            ))}
          </ul>
        </div>
      )}
      {file !== '' && <Ways file={file} name={name} single={job.book} />}
    </>
  )
}

/** Ways to what was written; a folder cannot be downloaded. */
function Ways({ file, name, single }: { readonly file: string; readonly name: string; readonly single: boolean }) {
  const t = useText()
  const { reveal, fetch, trouble } = useFileWays({ file, name })
  return (
    <>
      <div className={css.jobActs}>
        {reveal && (
          <button type="button" onClick={reveal}>
            {t('documents.openFolder')}
          </button>
        )}
        {fetch && single && (
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
