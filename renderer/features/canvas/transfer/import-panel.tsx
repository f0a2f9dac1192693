/** Rows from a spreadsheet or a file: paste or choose, look at what would be added, add it as one step. */
import { Button, Modal, Select } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import { useId, useMemo, useRef, useState } from 'react'
import { removeItems } from '#shared/doc/canvas.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { CanvasDef } from '#shared/model/pack.ts'
import { type IncomingChoice, planIncoming } from '#shared/rules/incoming.ts'
import { useBoth, useLanguage, useText } from '../../../app/text.ts'
import { tableFiles } from '../../../lab/read-file.ts'
import { pastedTable, type Sheet } from '../../../lab/read-table.ts'
import { ErrorBanner } from '../../../parts/index.ts'
import { notify } from '../../../state/notify.ts'
import { useSession } from '../session.tsx'
import { addRows } from './import-edits.ts'
import { ImportPreview } from './import-preview.tsx'
import css from './transfer.module.css'
import { type FileReading, useFileTable } from './use-file-table.ts'

/** Forms take rows only where respondents are rows. */
export const canTakeRows = (def: CanvasDef): boolean => def.kind !== 'form' || def.survey !== undefined

export function ImportPanel({ close }: { readonly close: () => void }) {
  const { def } = useSession()
  const t = useText()
  const both = useBoth()
  return (
    <Modal
      opened
      onClose={close}
      title={<strong>{t('transfer.importTitle', { title: both(def.title) })}</strong>}
      closeButtonProps={{ 'aria-label': t('transfer.close') }}
      size={880}
      centered
    >
      <ImportBody close={close} />
    </Modal>
  )
}

function ImportBody({ close }: { readonly close: () => void }) {
  const session = useSession()
  const { def, canvas, desk } = session
  const t = useText()
  const language = useLanguage()
  const file = useFileTable()
  const [pasted, setPasted] = useState('')
  const [choice, setChoice] = useState<IncomingChoice>({})
  const table = useMemo(() => (file.sheet === null ? pastedTable(pasted) : file.sheet.rows), [file.sheet, pasted])
  const plan = useMemo(() => planIncoming(def, canvas.settings, table, language, choice), [def, canvas.settings, table, language, choice])
  const fresh = (): void => setChoice({})
  const paste = (text: string): void => {
    setPasted(text)
    fresh()
  }
  const add = (): void => {
    const ids = session.act(() => addRows(desk, def, plan.rows))
    close()
    if (ids === undefined) return
    if (def.kind !== 'form') session.select(ids.slice(0, 1), ids[0] ?? null)
    const said = t('transfer.added', { n: ids.length })
    session.announce(said)
    notify.undoable(said, () => session.act(() => removeItems(desk.doc, desk.canvas, ids, byPerson)))
  }
  return (
    <div className={css.import}>
      <p className={css.lead}>
        {t('transfer.importLead')} {def.kind === 'tree' ? t('transfer.importTree') : null}
      </p>
      <Source file={file} pasted={pasted} setPasted={paste} fresh={fresh} />
      {file.trouble === null ? null : (
        <ErrorBanner what={file.trouble.what} safe={file.trouble.safe} todo={file.trouble.todo} detail={file.trouble.detail} />
      )}
      {table.length === 0 ? (
        file.sheet === null ? null : (
          <p className={css.quiet}>{t('transfer.emptyTable')}</p>
        )
      ) : (
        <ImportPreview table={table} plan={plan} choice={choice} choose={setChoice} />
      )}
      <footer className={css.foot}>
        <Button variant="default" onClick={close}>
          {t('transfer.cancel')}
        </Button>
        <Button disabled={plan.rows.length === 0} onClick={add}>
          {t('transfer.add', { n: plan.rows.length })}
        </Button>
      </footer>
    </div>
  )
}

type SourceProps = {
  readonly file: FileReading
  readonly pasted: string
  readonly setPasted: (text: string) => void
  readonly fresh: () => void
}

/** A place to paste into, or the file that was chosen instead. */
function Source({ file, pasted, setPasted, fresh }: SourceProps) {
  const t = useText()
  const field = useId()
  const picker = useRef<HTMLInputElement>(null)
  const forget = (): void => {
    file.forget()
    fresh()
  }
  const choose = (chosen: File | undefined): void => {
    if (chosen === undefined) return
    fresh()
    file.read(chosen)
  }
  return (
    <section
      className={css.source}
      aria-label={t('transfer.chooseFile')}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        choose(event.dataTransfer.files[0])
      }}
    >
      {file.name === null ? (
        <>
          <label htmlFor={field}>{t('transfer.paste')}</label>
          <textarea
            id={field}
            rows={pasted === '' ? 5 : 3}
            value={pasted}
            spellCheck={false}
            onChange={(event) => setPasted(event.target.value)}
          />
        </>
      ) : (
        <p className={css.fileName}>
          {t(file.busy ? 'transfer.reading' : 'transfer.from', { name: file.name })}{' '}
          <button type="button" onClick={forget}>
            {t('transfer.again')}
          </button>
        </p>
      )}
      <div className={css.sourceActs}>
        <Button
          variant="default"
          size="sm"
          leftSection={<IconFileUpload size={16} stroke={1.75} />}
          onClick={() => picker.current?.click()}
        >
          {t('transfer.chooseFile')}
        </Button>
        <span className={css.quiet}>{t('transfer.fileKinds')}</span>
        <input
          ref={picker}
          type="file"
          hidden
          accept={tableFiles}
          aria-label={t('transfer.chooseFile')}
          onChange={(event) => {
            choose(event.target.files?.[0])
            // The same file may be chosen again after it was mended.
            event.target.value = ''
          }}
        />
      </div>
      <SheetChoice file={file} fresh={fresh} />
    </section>
  )
}

function SheetChoice({ file, fresh }: { readonly file: FileReading; readonly fresh: () => void }) {
  const t = useText()
  if (file.sheets.length < 2) return null
  return (
    <Select
      label={t('transfer.sheet')}
      data={file.sheets.map((sheet: Sheet, at: number) => ({ value: String(at), label: sheet.name }))}
      value={String(file.at)}
      allowDeselect={false}
      onChange={(value) => {
        file.pick(Number(value ?? 0))
        fresh()
      }}
    />
  )
}
