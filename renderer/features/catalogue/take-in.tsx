/** Takes in a list of another office: choose the file, look how its columns were understood and at every row, then take it. */
import { Button, Modal, Select, TextInput } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import { useMemo, useRef, useState } from 'react'
import type { CatalogueSource } from '#shared/api/catalogue.ts'
import { catalogueRows, readCatalogueSheet, type SheetChoice, type TakenEntry, withKnown } from '#shared/rules/catalogue-import.ts'
import { formatNumber } from '#shared/rules/numbers.ts'
import { useLanguage, useText } from '../../app/text.ts'
import { useLab } from '../../lab/lab-context.tsx'
import { sheetsOf, tableFiles, troubleOfReading } from '../../lab/read-file.ts'
import type { Sheet } from '../../lab/read-table.ts'
import type { Trouble } from '../../lab/refusal.ts'
import { ErrorBanner } from '../../parts/index.ts'
import { notify } from '../../state/notify.ts'
import css from './dialogs.module.css'
import { TakeColumns } from './take-columns.tsx'
import { TakeRows } from './take-rows.tsx'
import { useKnown } from './use-known.ts'

type Props = {
  readonly sources: readonly CatalogueSource[]
  readonly onClose: () => void
  readonly onTaken: () => void
  /** What has to be known after the dialog is closed. */
  readonly onTold: (told: Trouble | null) => void
}

const sharedEnding = '.labinov-katalog'
type Chosen = { readonly name: string; readonly busy: boolean; readonly sheets: readonly Sheet[] }

export function TakeIn(props: Props) {
  const t = useText()
  return (
    <Modal
      opened
      centered
      size={1080}
      onClose={props.onClose}
      title={<strong>{t('catalogue.takeInTitle')}</strong>}
      closeButtonProps={{ 'aria-label': t('app.close') }}
      // A click beside it would lose what was looked through.
      closeOnClickOutside={false}
    >
      <Body {...props} />
    </Modal>
  )
}

function Body({ sources, onClose, onTaken, onTold }: Props) {
  const t = useText()
  const client = useLab()
  const picker = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<Chosen | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const fail = (error: unknown): void => {
    setFile(null)
    setTrouble(troubleOfReading(error, t('catalogue.takeSafe')))
  }
  const taken = (source: CatalogueSource, before: string | null): void => {
    onTaken()
    onClose()
    if (source.left !== undefined)
      onTold({
        what: t('catalogue.leftOut', { n: source.left, name: source.name }),
        safe: t('catalogue.leftOutSafe', { n: source.entries }),
        todo: t('catalogue.leftOutDo'),
        detail: '',
      })
    notify.undoable(t('catalogue.taken', { name: source.name, n: source.entries }), () => {
      onTold(null)
      const back = async (): Promise<void> => {
        await client.catalogue.removeSource({ source: source.id })
        if (before !== null) await client.catalogue.putBackSource({ kept: before })
      }
      back().then(onTaken, onTaken)
    })
  }
  const choose = (chosen: File): void => {
    setTrouble(null)
    setFile({ name: chosen.name, busy: true, sheets: [] })
    if (chosen.name.toLowerCase().endsWith(sharedEnding)) {
      client.catalogue.takeFile({ file: chosen }).then((source) => taken(source, null), fail)
      return
    }
    sheetsOf(client, chosen).then((sheets) => setFile({ name: chosen.name, busy: false, sheets }), fail)
  }
  const area = {
    onDragOver: (event: React.DragEvent) => event.preventDefault(),
    onDrop: (event: React.DragEvent) => {
      event.preventDefault()
      const [dropped] = event.dataTransfer.files
      if (dropped !== undefined) choose(dropped)
    },
  }
  return (
    <section className={css.body} aria-label={t('catalogue.chooseFile')} {...area}>
      {file === null && <p>{t('catalogue.takeLead')}</p>}
      <div className={css.line}>
        {file !== null && <strong>{t(file.busy ? 'catalogue.reading' : 'catalogue.fromFile', { name: file.name })}</strong>}
        <Button
          variant={file === null ? 'filled' : 'default'}
          size={file === null ? 'sm' : 'xs'}
          leftSection={<IconFileUpload size={16} stroke={1.75} aria-hidden />}
          onClick={() => picker.current?.click()}
        >
          {t(file === null ? 'catalogue.chooseFile' : 'catalogue.chooseOther')}
        </Button>
        {file === null && <span className={css.quiet}>{t('catalogue.fileKinds')}</span>}
        <input
          ref={picker}
          type="file"
          hidden
          accept={`${tableFiles},${sharedEnding}`}
          aria-label={t('catalogue.chooseFile')}
          onChange={(event) => {
            const [chosen] = event.target.files ?? []
            if (chosen !== undefined) choose(chosen)
            // The same file may be chosen again after it was mended.
            event.target.value = ''
          }}
        />
      </div>
      {trouble && <ErrorBanner {...trouble} />}
      {file?.busy === false && <Preview key={file.name} file={file} sources={sources} onTaken={taken} onClose={onClose} />}
    </section>
  )
}

type PreviewProps = {
  readonly file: Chosen
  readonly sources: readonly CatalogueSource[]
  readonly onTaken: (source: CatalogueSource, before: string | null) => void
  readonly onClose: () => void
}

function Preview({ file, sources, onTaken, onClose }: PreviewProps) {
  const t = useText()
  const language = useLanguage()
  const client = useLab()
  const [sheetAt, setSheetAt] = useState(() => largest(file.sheets))
  const [choice, setChoice] = useState<SheetChoice>({})
  const [doubles, setDoubles] = useState<ReadonlySet<number>>(new Set())
  const [name, setName] = useState(() => file.name.replace(/\.[^.]+$/u, ''))
  const [replaces, setReplaces] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const sheet = file.sheets[sheetAt]
  const read = useMemo(() => readCatalogueSheet(sheet?.rows ?? [], choice), [sheet, choice])
  const alone = useMemo(() => catalogueRows(read), [read])
  const known = useKnown(alone, replaces)
  const judged = useMemo(() => (known === null ? alone : withKnown(alone, known)), [alone, known])
  const entries = judged.flatMap((row): readonly TakenEntry[] =>
    row.state === 'taken' || (row.state === 'double' && doubles.has(row.row)) ? [row.entry] : [],
  )
  const nameless = !read.columns.includes('name')
  const take = async (): Promise<void> => {
    setBusy(true)
    try {
      const source = await client.catalogue.take({ name: name.trim(), entries: [...entries] })
      const before = replaces === null ? null : (await client.catalogue.removeSource({ source: replaces })).kept
      onTaken(source, before)
    } catch (error) {
      setBusy(false)
      // What was looked through stays, so that it can be tried again.
      setTrouble(troubleOfReading(error, t('catalogue.takeSafe')))
    }
  }
  if (read.rows.length === 0) return <p className={css.quiet}>{t('catalogue.emptyTable')}</p>
  const change = (next: SheetChoice): void => {
    setChoice(next)
    setDoubles(new Set())
  }
  return (
    <>
      <TakeColumns
        sheets={file.sheets.map((one) => one.name)}
        sheetAt={sheetAt}
        onSheet={(at) => {
          setSheetAt(at)
          change({})
        }}
        read={read}
        onChoose={change}
      />
      {nameless ? (
        <p className={css.warning} role="alert">
          {t('catalogue.noNameColumn')}
        </p>
      ) : (
        <TakeRows judged={judged} checking={known === null} doubles={doubles} onDoubles={setDoubles} />
      )}
      <div className={css.line}>
        <TextInput
          className={css.grow}
          label={t('catalogue.listName')}
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {sources.length > 0 && (
          <Select
            className={css.grow}
            clearable
            label={t('catalogue.replaces')}
            placeholder={t('catalogue.replacesNone')}
            data={sources.map((one) => ({ value: one.id, label: one.name }))}
            value={replaces}
            onChange={setReplaces}
          />
        )}
      </div>
      {trouble && <ErrorBanner {...trouble} />}
      <div className={css.foot}>
        <Button variant="default" onClick={onClose}>
          {t('catalogue.cancel')}
        </Button>
        <Button loading={busy} disabled={nameless || entries.length === 0 || name.trim() === ''} onClick={() => void take()}>
          {entries.length === 0 ? t('catalogue.takeNothing') : t('catalogue.takeN', { n: formatNumber(entries.length, language) })}
        </Button>
      </div>
    </>
  )
}

/** The sheet with most rows is the list; others hold notes and codes. */
const largest = (sheets: readonly Sheet[]): number =>
  sheets.reduce((best, one, at) => (one.rows.length > (sheets[best]?.rows.length ?? 0) ? at : best), 0)
