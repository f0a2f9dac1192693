/** How the columns of a list were understood; every guess can be put right. */
import { type CatalogueSheet, type ImportField, importFields, type SheetChoice } from '#shared/rules/catalogue-import.ts'
import { useText } from '../../app/text.ts'
import css from './dialogs.module.css'

/** Heads are looked for among the first rows. */
const headRows = 26

/** Forms number their columns below the heads: (1), (2), (3). */
const isNumbering = (row: readonly string[]): boolean =>
  row.filter((cell) => cell.trim() !== '').every((cell, at) => cell.replaceAll(/[()\s]/gu, '') === String(at + 1))

export function TakeColumns(props: {
  readonly sheets: readonly string[]
  readonly sheetAt: number
  readonly onSheet: (at: number) => void
  readonly read: CatalogueSheet
  readonly onChoose: (choice: SheetChoice) => void
}) {
  const { sheets, sheetAt, onSheet, read, onChoose } = props
  const t = useText()
  const heads = read.rows[read.head] ?? []
  const examples = read.rows.slice(read.head + 1, read.head + 8).filter((row) => !isNumbering(row))
  const exampleOf = (at: number): string => examples.map((row) => (row[at] ?? '').trim()).find((cell) => cell !== '') ?? ''
  const choose = (at: number, field: ImportField | null): void =>
    onChoose({
      head: read.head,
      // What stood for it elsewhere gives way.
      columns: read.columns.map((one, index) => (index === at ? field : one === field ? null : one)),
    })
  return (
    <section className={css.columnsBox} aria-label={t('catalogue.columns')}>
      <div className={css.line}>
        <strong>{t('catalogue.columns')}</strong>
        {sheets.length > 1 && (
          <label>
            {t('catalogue.sheet')}{' '}
            <select value={sheetAt} onChange={(event) => onSheet(Number(event.currentTarget.value))}>
              {sheets.map((name, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: sheets of one file keep their places, and two may have the same name
                <option key={at} value={at}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        <label>
          {t('catalogue.headRow')}{' '}
          <select value={read.head} onChange={(event) => onChoose({ head: Number(event.currentTarget.value) })}>
            <option value={-1}>{t('catalogue.noHead')}</option>
            {read.rows.slice(0, headRows).map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a table have nothing but their place
              <option key={at} value={at}>
                {t('catalogue.headRowN', {
                  n: at + 1,
                  text: row
                    .filter((cell) => cell.trim() !== '')
                    .join(', ')
                    .slice(0, 40),
                })}
              </option>
            ))}
          </select>
        </label>
      </div>
      <ul className={css.columns}>
        {read.columns.map((field, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
          <li key={at} data-out={field === null || undefined}>
            <b>{heads[at]?.trim() || t('catalogue.columnN', { n: at + 1 })}</b>
            <small>{exampleOf(at) || '–'}</small>
            <select
              aria-label={t('catalogue.columnIs', { column: heads[at]?.trim() || t('catalogue.columnN', { n: at + 1 }) })}
              value={field ?? ''}
              onChange={(event) => choose(at, importFields.find((one) => one === event.currentTarget.value) ?? null)}
            >
              <option value="">{t('catalogue.leaveOut')}</option>
              {importFields.map((one) => (
                <option key={one} value={one}>
                  {t(`catalogue.i_${one}`)}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
    </section>
  )
}
