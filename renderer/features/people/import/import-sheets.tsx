/** Which sheet holds what, where its heads stand and which column is which; every guess can be put right. */
import { useState } from 'react'
import {
  type ImportField,
  personFields,
  type ReadSheet,
  type SheetChoice,
  type SheetKind,
  sheetKinds,
  unitFields,
} from '#shared/rules/people-sheet.ts'
import { useText } from '../../../app/text.ts'
import css from './import.module.css'
import { fieldWord } from './words.ts'

/** The whole choice for one sheet; without columns they are guessed anew. */
type Choose = (at: number, choice: SheetChoice) => void

export function ImportSheets({ reads, onChoose }: { readonly reads: readonly ReadSheet[]; readonly onChoose: Choose }) {
  const t = useText()
  const [shown, setShown] = useState(0)
  const at = Math.min(shown, reads.length - 1)
  const read = reads[at]
  if (read === undefined) return null
  return (
    <section className={css.sheets} aria-label={t('people.matchColumns')}>
      <div className={css.sheetLine}>
        {reads.length > 1 && (
          <label>
            {t('people.sheet')}
            <select value={at} onChange={(event) => setShown(Number(event.currentTarget.value))}>
              {reads.map(({ name, kind }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: sheets of one file keep their places, and two may have the same name
                <option key={index} value={index}>
                  {name} ({t(`people.sheet_${kind}`)})
                </option>
              ))}
            </select>
          </label>
        )}
        <label>
          {t('people.sheetIs')}
          <select
            value={read.kind}
            onChange={(event) => onChoose(at, { head: read.head, kind: event.currentTarget.value as SheetKind /* one of the options */ })}
          >
            {sheetKinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`people.sheet_${kind}`)}
              </option>
            ))}
          </select>
        </label>
        <HeadRow read={read} onChoose={(head) => onChoose(at, { kind: read.kind, head })} />
      </div>
      {read.kind !== 'none' && <Columns read={read} onChoose={(columns) => onChoose(at, { kind: read.kind, head: read.head, columns })} />}
    </section>
  )
}

const lowest = 25

function HeadRow({ read, onChoose }: { readonly read: ReadSheet; readonly onChoose: (head: number) => void }) {
  const t = useText()
  return (
    <label>
      {t('people.headRow')}
      <select value={read.head} onChange={(event) => onChoose(Number(event.currentTarget.value))}>
        <option value={-1}>{t('people.headNone')}</option>
        {read.rows.slice(0, lowest).map((row, at) => {
          const words = row.filter((cell) => cell.trim() !== '').join(' · ')
          return words === '' ? null : (
            // biome-ignore lint/suspicious/noArrayIndexKey: the place of the row is what is chosen
            <option key={at} value={at}>
              {t('people.headAt', { n: at + 1 })}: {words.slice(0, 40)}
            </option>
          )
        })}
      </select>
    </label>
  )
}

const letter = (at: number): string => (at < 26 ? String.fromCharCode(65 + at) : `${letter(Math.floor(at / 26) - 1)}${letter(at % 26)}`)

function Columns({ read, onChoose }: { readonly read: ReadSheet; readonly onChoose: (columns: readonly (ImportField | null)[]) => void }) {
  const t = useText()
  const { columns, head, rows, kind } = read
  const fields: readonly ImportField[] = kind === 'units' ? unitFields : personFields
  const below = rows.slice(head + 1, head + 200)
  const set = (at: number, field: ImportField | null): void =>
    // One column for one field: choosing it here takes it from where it was.
    onChoose(columns.map((one, index) => (index === at ? field : one === field ? null : one)))
  return (
    <div className={css.columns}>
      {columns.map((field, at) => {
        const words = (head < 0 ? '' : (rows[head]?.[at] ?? '')).trim()
        const sample = below.find((row) => (row[at] ?? '').trim() !== '')?.[at] ?? ''
        if (words === '' && sample === '') return null
        const name = words === '' ? letter(at) : words
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
          <label key={at} data-out={field === null || undefined}>
            <b title={name}>{name}</b>
            <select
              aria-label={t('people.columnIs', { name })}
              value={field ?? ''}
              onChange={(event) => set(at, fields.find((one) => one === event.currentTarget.value) ?? null)}
            >
              <option value="">{t('people.columnOut')}</option>
              {fields.map((one) => (
                <option key={one} value={one}>
                  {kind === 'units' && one === 'name' ? t('people.colUnitName') : fieldWord(t, one)}
                </option>
              ))}
            </select>
            <small title={sample}>{sample}</small>
          </label>
        )
      })}
    </div>
  )
}
