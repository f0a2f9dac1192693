/** Packages that come back: chosen or dropped, several at once; first what they would change, then taking them in. */
import { Button } from '@mantine/core'
import { IconPackageImport, IconX } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type { ReceiveReport } from '#shared/api/jury.ts'
import { useText } from '../../../app/text.ts'
import { useLab } from '../../../lab/lab-context.tsx'
import { codeOf, type Trouble, troubleOf } from '../../../lab/refusal.ts'
import { Panel, StatusChip } from '../../../parts/index.ts'
import css from '../jury.module.css'
import type { OpenedConvention } from '../use-convention.ts'
import own from './packages.module.css'
import { useReportWords } from './report-words.ts'

type Came = {
  readonly key: number
  readonly file: File
  readonly report: ReceiveReport | null
  readonly trouble: Trouble | null
  readonly taken: boolean
}

let last = 0

function useCame({ lab }: OpenedConvention) {
  const t = useText()
  const client = useLab()
  const [all, setAll] = useState<readonly Came[]>([])
  const put = (key: number, patch: Partial<Came>) => setAll((now) => now.map((one) => (one.key === key ? { ...one, ...patch } : one)))
  const ask = async ({ key, file, report: seen }: Pick<Came, 'key' | 'file' | 'report'>, apply: boolean): Promise<void> => {
    try {
      const report = await client.jury.receive({ lab, file, apply })
      put(key, { report, trouble: null, taken: apply })
    } catch (error) {
      put(key, { trouble: packageTrouble(error, t, seen?.conventionName ?? '') })
    }
  }
  const look = async (files: readonly File[]): Promise<void> => {
    const fresh = files.map((file): Came => {
      last += 1
      return { key: last, file, report: null, trouble: null, taken: false }
    })
    setAll((now) => [...now.filter(({ taken }) => !taken), ...fresh])
    for (const one of fresh) await ask(one, false)
  }
  const take = async (): Promise<void> => {
    for (const one of all) if (one.report !== null && !one.taken) await ask(one, true)
  }
  const leave = (key: number) => setAll((now) => now.filter((one) => one.key !== key))
  return { all, look, take, leave }
}

function packageTrouble(error: unknown, t: ReturnType<typeof useText>, name: string): Trouble {
  const trouble = troubleOf(error)
  const code = codeOf(error)
  if (code === 'UNREADABLE') return { ...trouble, what: t('jurors.notPackage'), todo: t('jurors.notPackageDo') }
  if (code === 'NOT_FOUND') return { ...trouble, what: t('jurors.strange'), todo: t('jurors.strangeDo') }
  // The only refusal of marks that a package meets.
  if (code === 'MARK_REFUSED')
    return { ...trouble, what: t('jurors.closed', { name }), safe: t('jurors.closedSafe'), todo: t('jurors.closedDo') }
  return trouble
}

export function Receive({ open }: { readonly open: OpenedConvention }) {
  const t = useText()
  const { all, look, take, leave } = useCame(open)
  const [over, setOver] = useState(false)
  const [busy, setBusy] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const begin = (files: FileList | null) => void look([...(files ?? [])])
  const ready = all.filter(({ report, taken }) => report !== null && !taken).length
  const takeAll = async () => {
    setBusy(true)
    await take()
    setBusy(false)
  }
  return (
    <Panel title={t('jurors.receive')}>
      <div className={css.tight}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same */}
        <div
          className={own.drop}
          data-over={over || undefined}
          onDragOver={(event) => {
            event.preventDefault()
            setOver(true)
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault()
            setOver(false)
            begin(event.dataTransfer.files)
          }}
        >
          <IconPackageImport size={24} stroke={1.5} aria-hidden />
          <p className={css.quiet}>{t('jurors.dropHere')}</p>
          <Button variant="light" size="xs" onClick={() => input.current?.click()}>
            {t('jurors.chooseFiles')}
          </Button>
          <input
            ref={input}
            type="file"
            multiple
            hidden
            accept=".labinov-juri"
            aria-label={t('jurors.chooseFiles')}
            onChange={(event) => {
              begin(event.currentTarget.files)
              event.currentTarget.value = ''
            }}
          />
        </div>
        {open.convention.state === 'selesai' && <p className={css.notice}>{t('jurors.closedNotice')}</p>}
        {ready > 0 && (
          <Button variant="light" loading={busy} onClick={() => void takeAll()}>
            {t('jurors.takeIn', { n: ready })}
          </Button>
        )}
        <ul className={css.list} aria-live="polite">
          {all.map((one) => (
            <CameLine key={one.key} came={one} convention={open.convention.id} onLeave={() => leave(one.key)} />
          ))}
        </ul>
      </div>
    </Panel>
  )
}

const sentence = (text: string): string => (text === '' || /[.?]$/u.test(text) ? text : `${text}.`)

function CameLine({ came, convention, onLeave }: { readonly came: Came; readonly convention: string; readonly onLeave: () => void }) {
  const t = useText()
  const words = useReportWords()
  const { file, report, trouble, taken } = came
  return (
    <li>
      <span className={css.grow}>
        <b>{report?.judgeName ?? file.name}</b>
        {report && report.convention !== convention && <small>{t('jurors.otherConvention', { name: report.conventionName })}</small>}
        {report && !trouble && <small className={own.words}>{words(report)}</small>}
        {!trouble && (report?.held ?? 0) > 0 && <small className={own.words}>{t('jurors.heldDo')}</small>}
        {trouble && <small className={own.trouble}>{[trouble.what, trouble.safe, trouble.todo].map(sentence).join(' ')}</small>}
      </span>
      {taken && <StatusChip tone="ok">{t('jurors.taken')}</StatusChip>}
      {!taken && (
        <button type="button" className={css.cross} aria-label={t('jurors.leaveFile', { name: file.name })} onClick={onLeave}>
          <IconX size={16} stroke={1.75} aria-hidden />
        </button>
      )}
    </li>
  )
}
