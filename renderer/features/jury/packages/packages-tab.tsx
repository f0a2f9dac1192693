/** Paket: what goes to the laptop of each judge, and what comes back. */
import { Button, Checkbox } from '@mantine/core'
import { IconPackageExport } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { JudgeId } from '#shared/model/ids.ts'
import type { Judge } from '#shared/model/jury.ts'
import { formatMoment } from '#shared/rules/dates.ts'
import { assignedTo } from '#shared/rules/jury-recusal.ts'
import { useLanguage, useText } from '../../../app/text.ts'
import { useLab } from '../../../lab/lab-context.tsx'
import { useOpenLab } from '../../../lab/open-lab.tsx'
import { type Trouble, troubleOf } from '../../../lab/refusal.ts'
import { useFileWays } from '../../../lab/use-keep.ts'
import { EmptyState, ErrorBanner, Panel, StatusChip } from '../../../parts/index.ts'
import css from '../jury.module.css'
import { SetUpFirst } from '../set-up-first.tsx'
import type { OpenedConvention } from '../use-convention.ts'
import { Receive } from './receive.tsx'

type Props = { readonly open: OpenedConvention }

export function PackagesTab({ open }: Props) {
  const t = useText()
  if (open.convention.judges.length === 0)
    return <EmptyState title={t('jurors.packagesEmpty')} text={t('jurors.packagesEmptyText')} acts={<SetUpFirst open={open} />} />
  return (
    <div className={css.columns}>
      <Outgoing open={open} />
      <div className={css.stack}>{!open.readOnly && <Receive open={open} />}</div>
    </div>
  )
}

type Line = { readonly judge: Judge; readonly of: number; readonly done: number; readonly marks: number; readonly last: string }

/** What each judge has to do, has locked, and when anything of it was written last. */
function useLines({ convention, sheets, result }: OpenedConvention): readonly Line[] {
  return useMemo(() => {
    const missing = new Map<string, number>()
    for (const { judge } of result.missing) missing.set(judge, (missing.get(judge) ?? 0) + 1)
    return convention.judges.map((judge): Line => {
      const sheet = sheets.find((one) => one.judge === judge.id)
      const of = assignedTo(convention, judge.id).reduce((sum, { stages }) => sum + stages.length, 0)
      const moments = [...(sheet?.marks ?? []), ...(sheet?.acts ?? [])].map(({ at }) => at)
      return {
        judge,
        of,
        done: Math.max(0, of - (missing.get(judge.id) ?? 0)),
        marks: sheet?.marks.filter(({ value }) => value !== null).length ?? 0,
        last: moments.reduce((last, at) => (at > last ? at : last), ''),
      }
    })
  }, [convention, sheets, result])
}

type Sent = Awaited<ReturnType<ReturnType<typeof useLab>['jury']['send']>>

function Outgoing({ open }: Props) {
  const t = useText()
  const client = useLab()
  const lines = useLines(open)
  const [off, setOff] = useState<ReadonlySet<string>>(new Set())
  const [busy, setBusy] = useState(false)
  const [sent, setSent] = useState<Sent | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const wanted = lines.filter(({ judge, of }) => of > 0 && !off.has(judge.id)).map(({ judge }) => judge.id)
  const send = async () => {
    setBusy(true)
    setTrouble(null)
    try {
      setSent(await client.jury.send({ lab: open.lab, convention: open.convention.id, judges: wanted }))
    } catch (error) {
      setTrouble(troubleOf(error))
    } finally {
      setBusy(false)
    }
  }
  const tick = (id: JudgeId) => {
    const next = new Set(off)
    if (!next.delete(id)) next.add(id)
    setOff(next)
  }
  const away = lines.filter(({ of, done }) => of > done)
  return (
    <Panel
      title={t('jurors.packages')}
      note={t('jurors.packagesNote')}
      side={
        !open.readOnly && (
          <Button
            loading={busy}
            disabled={wanted.length === 0}
            leftSection={<IconPackageExport size={16} stroke={1.75} aria-hidden />}
            onClick={() => void send()}
          >
            {t('jurors.send', { n: wanted.length })}
          </Button>
        )
      }
    >
      <div className={css.tight}>
        {trouble && <ErrorBanner {...trouble} />}
        <div role="status">{sent && <SentNote sent={sent} />}</div>
        <p className={css.quiet}>
          {away.length === 0
            ? t('jurors.allBack')
            : t('jurors.stillAway', { n: away.length, names: away.map(({ judge }) => judge.name).join(', ') })}
        </p>
        <div className={css.scroll}>
          <table className={css.table}>
            <thead>
              <tr>
                <th>{t('jurors.name')}</th>
                <th className={css.number}>{t('jurors.lockedOf')}</th>
                <th className={css.number}>{t('jurors.marks')}</th>
                <th>{t('jurors.stateHere')}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <Row key={line.judge.id} line={line} ticked={!off.has(line.judge.id)} readOnly={open.readOnly} onTick={tick} />
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </Panel>
  )
}

function Row(props: { readonly line: Line; readonly ticked: boolean; readonly readOnly: boolean; readonly onTick: (id: JudgeId) => void }) {
  const t = useText()
  const language = useLanguage()
  const { lab } = useOpenLab()
  const { judge, of, done, marks, last } = props.line
  const state = of === 0 ? 'idle' : marks === 0 && done === 0 ? 'away' : done === of ? 'whole' : 'part'
  const tones = { idle: 'plain', away: 'warn', whole: 'ok', part: 'act' } as const
  return (
    <tr>
      <td style={{ minWidth: 180 }}>
        {props.readOnly ? (
          judge.name
        ) : (
          <Checkbox label={judge.name} checked={props.ticked && of > 0} disabled={of === 0} onChange={() => props.onTick(judge.id)} />
        )}
      </td>
      <td className={css.number}>
        {done}/{of}
      </td>
      <td className={css.number}>{marks}</td>
      <td style={{ minWidth: 150 }}>
        <StatusChip tone={tones[state]}>{t(`jurors.package_${state}`)}</StatusChip>
        {last !== '' && <small>{t('jurors.lastMark', { at: formatMoment(last, language, lab.timeZone) })}</small>}
      </td>
    </tr>
  )
}

function SentNote({ sent }: { readonly sent: Sent }) {
  const t = useText()
  const first = sent.files[0]
  return (
    <div className={css.tight}>
      <p className={css.quiet}>{t('jurors.sent', { n: sent.files.length, folder: sent.folder })}</p>
      {first && <Reveal file={first.file} name={first.name} />}
      <details>
        <summary>{t('jurors.files')}</summary>
        <ul className={css.list}>
          {sent.files.map((file) => (
            <li key={file.file}>
              <span className={css.grow}>{file.name}</span>
              <Fetch file={file.file} name={file.name} />
            </li>
          ))}
        </ul>
      </details>
    </div>
  )
}

type Kept = { readonly file: string; readonly name: string }

function Reveal(kept: Kept) {
  const t = useText()
  const { reveal, trouble } = useFileWays(kept)
  return (
    <>
      {reveal && (
        <div>
          <button type="button" className={css.plain} onClick={reveal}>
            {t('transfer.openFolder')}
          </button>
        </div>
      )}
      {trouble && <ErrorBanner {...trouble} />}
    </>
  )
}

function Fetch(kept: Kept) {
  const t = useText()
  const { fetch, trouble } = useFileWays(kept)
  if (trouble) return <ErrorBanner {...trouble} />
  return fetch ? (
    <button type="button" className={css.plain} aria-label={`${t('transfer.download')} ${kept.name}`} onClick={fetch}>
      {t('transfer.download')}
    </button>
  ) : null
}
