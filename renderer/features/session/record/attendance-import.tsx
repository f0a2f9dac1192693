/** Noting present from a list: every line is a person, somebody to choose from several, or nobody yet. */
import { Button, Checkbox, CloseButton, FileButton, NativeSelect, Textarea } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import { useDeferredValue, useMemo, useState } from 'react'
import { nameTable } from '#shared/rules/attendance-import.ts'
import { parseTable } from '#shared/rules/cell-text.ts'
import { type MatchedLine, matchPeople } from '#shared/rules/people-match.ts'
import { useText } from '../../../app/text.ts'
import { tableFiles } from '../../../lab/read-file.ts'
import { ErrorBanner } from '../../../parts/index.ts'
import css from './attendance.module.css'
import type { AttendanceDesk, Guest } from './use-attendance.ts'
import { useNameFile } from './use-name-file.ts'

const guest = 'guest'

export function AttendanceImport({ desk, onClose }: { readonly desk: AttendanceDesk; readonly onClose: () => void }) {
  const t = useText()
  const file = useNameFile()
  const [pasted, setPasted] = useState('')
  const [sheetAt, setSheetAt] = useState(0)
  const [column, setColumn] = useState<number | null>(null)
  const sheet = file.sheets[sheetAt]
  const words = useDeferredValue(pasted)
  const rows = useMemo(() => sheet?.rows ?? (words.trim() === '' ? [] : parseTable(words)), [sheet, words])
  const table = useMemo(() => nameTable(rows, column ?? undefined), [rows, column])
  return (
    <section className={css.import} aria-label={t('record.import')}>
      <header>
        <p>{t('record.importLead')}</p>
        <CloseButton aria-label={t('record.close')} onClick={onClose} />
      </header>
      {sheet === undefined && (
        <Textarea
          aria-label={t('record.importNames')}
          placeholder={t('record.importNames')}
          autosize
          minRows={3}
          maxRows={8}
          value={pasted}
          onChange={(event) => setPasted(event.currentTarget.value)}
        />
      )}
      <div className={css.importTools}>
        <FileButton
          accept={tableFiles}
          onChange={(chosen) => {
            setSheetAt(0)
            setColumn(null)
            file.read(chosen)
          }}
        >
          {(props) => (
            <Button
              {...props}
              variant="default"
              size="xs"
              loading={file.busy}
              leftSection={<IconFileUpload size={16} stroke={1.75} aria-hidden />}
            >
              {t('record.importFile')}
            </Button>
          )}
        </FileButton>
        {file.sheets.length > 1 && (
          <NativeSelect
            size="xs"
            label={t('record.importSheet')}
            data={file.sheets.map(({ name }, at) => ({ value: String(at), label: name }))}
            value={String(sheetAt)}
            onChange={(event) => {
              setColumn(null)
              setSheetAt(Number(event.currentTarget.value))
            }}
          />
        )}
        {table.columns.length > 1 && (
          <NativeSelect
            size="xs"
            label={t('record.importColumn')}
            data={[{ value: '', label: t('record.none') }, ...table.columns.map((label, at) => ({ value: String(at), label }))]}
            value={table.column === null ? '' : String(table.column)}
            onChange={(event) => setColumn(event.currentTarget.value === '' ? null : Number(event.currentTarget.value))}
          />
        )}
      </div>
      {file.trouble !== null && <ErrorBanner {...file.trouble} />}
      {rows.length > 0 && <Found key={`${sheetAt} ${sheet === undefined}`} lines={table.lines} desk={desk} onDone={onClose} />}
    </section>
  )
}

/** What somebody chose for a line: a person's id, `guest`, or empty to leave it out. */
type Choices = Readonly<Record<string, string>>

function Found({ lines, desk, onDone }: { readonly lines: readonly string[]; readonly desk: AttendanceDesk; readonly onDone: () => void }) {
  const t = useText()
  const matched = useMemo(
    () => matchPeople(lines, desk.people, desk.units).filter(({ name, found }) => name !== '' || found !== 'none'),
    [lines, desk.people, desk.units],
  )
  const [choices, setChoices] = useState<Choices>({})
  const sure = matched.flatMap((one) => (one.found === 'person' ? [one.person] : []))
  const open = matched.filter((one) => one.found !== 'person')
  const missing = open.filter((one) => one.found === 'none')
  const chosen = open.map((one) => choices[one.line] ?? '')
  const picked = desk.people.filter(({ id }) => chosen.includes(id))
  const guests = open.flatMap((one): Guest[] => (choices[one.line] === guest ? [{ name: one.name, unit: one.unit, position: '' }] : []))
  const present = [...new Set([...sure, ...picked])]
  const n = present.length + guests.length
  if (matched.length === 0) return <p className={css.hint}>{t('record.importNothing')}</p>
  const allGuests = missing.length > 0 && missing.every(({ line }) => choices[line] === guest)
  return (
    <>
      <p role="status">{t('record.importFound', { sure: sure.length, ask: open.length - missing.length, none: missing.length })}</p>
      {missing.length > 1 && (
        <Checkbox
          size="xs"
          label={t('record.importAllGuests')}
          checked={allGuests}
          onChange={() =>
            setChoices((now) => ({ ...now, ...Object.fromEntries(missing.map(({ line }) => [line, allGuests ? '' : guest])) }))
          }
        />
      )}
      <ul className={css.open}>
        {open.map((one) => (
          <OpenLine
            key={one.line}
            one={one}
            value={choices[one.line] ?? ''}
            desk={desk}
            onChoose={(value) => setChoices((now) => ({ ...now, [one.line]: value }))}
          />
        ))}
      </ul>
      <Button
        size="sm"
        variant="light"
        disabled={n === 0}
        onClick={() => {
          desk.take(present, guests, t('record.importDone', { n }))
          onDone()
        }}
      >
        {t('record.importTake', { n })}
      </Button>
    </>
  )
}

function OpenLine(props: {
  readonly one: MatchedLine
  readonly value: string
  readonly desk: AttendanceDesk
  readonly onChoose: (value: string) => void
}) {
  const t = useText()
  const { one, value, desk } = props
  const candidates = one.found === 'several' ? one.candidates : []
  const unitOf = (id: string | null) => desk.units.find((unit) => unit.id === id)
  const data = [
    { value: '', label: candidates.length > 0 ? t('record.importChoose') : t('record.importSkip') },
    ...candidates.map((person) => {
      const unit = unitOf(person.unit)
      return { value: person.id, label: unit === undefined ? person.name : `${person.name} · ${unit.short || unit.name}` }
    }),
    { value: guest, label: t('record.importGuest') },
  ]
  return (
    <li>
      <span>{one.line.replaceAll('\t', ' · ')}</span>
      <NativeSelect
        size="xs"
        aria-label={one.line}
        data={data}
        value={value}
        onChange={(event) => props.onChoose(event.currentTarget.value)}
      />
    </li>
  )
}
