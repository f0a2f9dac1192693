/** All entries of a convention, sorted by any column; what is changed in a row is kept at once. */
import { Button, Menu } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconDots } from '@tabler/icons-react'
import { type ReactNode, useMemo, useState } from 'react'
import type { Entry } from '#shared/model/jury.ts'
import { folded } from '#shared/rules/fold.ts'
import { places } from '../../../app/places.ts'
import { useText } from '../../../app/text.ts'
import { StatusChip } from '../../../parts/index.ts'
import { TextField } from '../fields.tsx'
import css from '../jury.module.css'
import { ReasonDialog } from '../reason-dialog.tsx'
import type { OpenedConvention } from '../use-convention.ts'
import { categoryLabel, entryName } from '../words.ts'
import { withEntry, withoutEntry } from './edits.ts'

type Props = { readonly open: OpenedConvention }
const columns = ['code', 'name', 'unit', 'category'] as const
type Column = (typeof columns)[number]

/** Rows drawn at first, and with each asking for more. */
const page = 60

export function EntryTable({ open, words }: Props & { readonly words: string }) {
  const t = useText()
  const { convention } = open
  const [sort, setSort] = useState<{ readonly by: Column; readonly down: boolean }>({ by: 'code', down: false })
  const [shown, setShown] = useState(page)
  const [leaving, setLeaving] = useState<Entry | null>(null)
  const { sheets } = open
  const scored = useMemo(
    () =>
      new Set([
        ...sheets.flatMap(({ marks }) => marks.filter(({ value }) => value !== null).map((mark) => mark.entry)),
        ...convention.lifts.map((lift) => lift.entry),
      ]),
    [sheets, convention.lifts],
  )
  const rows = useMemo(() => {
    const of = (entry: Entry): string =>
      ({ code: entry.code, name: entryName(entry), unit: entry.unitName, category: categoryLabel(convention, entry.category) })[sort.by]
    const wanted = folded(words)
    return convention.entries
      .filter((entry) => wanted === '' || folded(`${entry.code} ${entry.name} ${entry.longName} ${entry.unitName}`).includes(wanted))
      .sort((a, b) => of(a).localeCompare(of(b), 'id', { numeric: true }) * (sort.down ? -1 : 1))
  }, [convention, words, sort])
  return (
    <>
      <div className={css.scroll}>
        <table className={css.table}>
          <thead>
            <tr>
              {columns.map((by) => (
                <th key={by} aria-sort={sort.by === by ? (sort.down ? 'descending' : 'ascending') : 'none'}>
                  <button type="button" className={css.sort} onClick={() => setSort({ by, down: sort.by === by && !sort.down })}>
                    {t(`jury.col_${by}`)}
                    {sort.by === by && (sort.down ? <IconArrowDown size={14} aria-hidden /> : <IconArrowUp size={14} aria-hidden />)}
                  </button>
                </th>
              ))}
              <th aria-label={t('jury.acts')} />
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map((entry) => (
              <Row key={entry.id} open={open} entry={entry} scored={scored.has(entry.id)} onLeave={setLeaving} />
            ))}
          </tbody>
        </table>
      </div>
      {rows.length === 0 && <p className={css.quiet}>{t('jury.noEntryFits')}</p>}
      {rows.length > shown && (
        <Button variant="default" size="xs" onClick={() => setShown(shown + page)}>
          {t('jury.showMore', { n: rows.length - shown })}
        </Button>
      )}
      {leaving && (
        <ReasonDialog
          title={t('jury.withdrawTitle', { name: entryName(leaving) })}
          text={t('jury.withdrawText')}
          act={t('jury.withdraw')}
          done={(withdrawn) => void open.change(t('jury.withdrawn', { name: entryName(leaving) }), withEntry(leaving.id, { withdrawn }))}
          close={() => setLeaving(null)}
        />
      )}
    </>
  )
}

type RowProps = Props & {
  readonly entry: Entry
  /** Somebody gave it a mark, or set a recusal from it aside: it stays in the list. */
  readonly scored: boolean
  readonly onLeave: (entry: Entry) => void
}

function Row({ open, entry, scored, onLeave }: RowProps) {
  const t = useText()
  const { convention, readOnly, change } = open
  const name = entryName(entry)
  const taken = (code: string) => convention.entries.some((other) => other.id !== entry.id && other.code === code)
  return (
    <tr data-off={entry.withdrawn === '' ? undefined : true}>
      <td style={{ width: 104 }}>
        <TextField
          bare
          label={t('jury.codeOf', { name })}
          value={entry.code}
          most={20}
          disabled={readOnly}
          write={(code) => code !== '' && !taken(code) && void change(null, withEntry(entry.id, { code }))}
        />
      </td>
      <td style={{ minWidth: 180 }}>
        {entry.innovation === null ? (
          <>
            {name} <StatusChip>{t('jury.fromOutside')}</StatusChip>
          </>
        ) : (
          <a href={places.innovation(open.lab, entry.innovation)}>{name}</a>
        )}
        {entry.longName !== '' && entry.longName !== entry.name && <small>{entry.longName}</small>}
        {entry.withdrawn !== '' && <small>{t('jury.withdrawnWhy', { reason: entry.withdrawn })}</small>}
      </td>
      <td>{entry.unitName}</td>
      <td>
        {convention.categories.length === 0 || readOnly ? (
          categoryLabel(convention, entry.category)
        ) : (
          <select
            className={css.select}
            aria-label={t('jury.categoryOf', { name })}
            value={entry.category}
            onChange={(event) => void change(null, withEntry(entry.id, { category: event.currentTarget.value }))}
          >
            <option value="">{t('jury.noCategory')}</option>
            {convention.categories.map(({ key, label }) => (
              <option key={key} value={key}>
                {label}
              </option>
            ))}
          </select>
        )}
      </td>
      <td className={css.number}>
        {!readOnly && (
          <RowMenu label={t('jury.more', { name })}>
            {entry.withdrawn === '' ? (
              <Menu.Item onClick={() => onLeave(entry)}>{t('jury.withdraw')}</Menu.Item>
            ) : (
              <Menu.Item onClick={() => void change(t('jury.broughtBack', { name }), withEntry(entry.id, { withdrawn: '' }))}>
                {t('jury.bringBack')}
              </Menu.Item>
            )}
            {!scored && (
              <Menu.Item onClick={() => void change(t('jury.entryRemoved', { name }), withoutEntry(entry.id))}>
                {t('jury.removeEntry')}
              </Menu.Item>
            )}
          </RowMenu>
        )}
      </td>
    </tr>
  )
}

/** Made with the first press: hundreds of menus that nobody opens would make the table slow. */
function RowMenu({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const [made, setMade] = useState(false)
  const dots = <IconDots size={16} stroke={1.75} aria-hidden />
  if (!made)
    return (
      <button type="button" className={css.cross} aria-label={label} aria-haspopup="menu" onClick={() => setMade(true)}>
        {dots}
      </button>
    )
  return (
    <Menu position="bottom-end" defaultOpened>
      <Menu.Target>
        <button type="button" className={css.cross} aria-label={label}>
          {dots}
        </button>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  )
}
