/** What a cell shows while nobody writes in it. */
import { IconCheck, IconExternalLink, IconMessage2Exclamation, IconPhoto, IconX } from '@tabler/icons-react'
import type { Value } from '#shared/model/lab.ts'
import type { GridColumn } from '#shared/model/pack.ts'
import { showCell } from '#shared/rules/cell-text.ts'
import type { GridRow, Poll } from '#shared/rules/grid.ts'
import { monthsIn, monthsInWords, monthsOfYear } from '#shared/rules/months.ts'
import { useBoth, useLanguage, useText } from '../../../app/text.ts'
import { usePicture } from '../../../lab/use-picture.ts'
import { StatusChip } from '../../../parts/index.ts'
import { useSession } from '../session.tsx'
import style from './cell.module.css'
import { ToneChip } from './tones.tsx'
import { meanText, shownText } from './values.ts'

type Props = {
  readonly column: GridColumn
  readonly row: GridRow
  /** What the cell holds for whoever scores now; of a formula nothing. */
  readonly value: Value
  /** Years of a months column. */
  readonly years: readonly string[]
}

export function CellShow({ column, row, value, years }: Props) {
  const language = useLanguage()
  const t = useText()
  const poll = row.polls[column.key]
  if (poll !== undefined) return <PollShow poll={poll} column={column} />
  if (column.type === 'formula') return <Worked column={column} row={row} />
  switch (column.type) {
    case 'score':
      return <span className={style.score}>{showCell(column, value, language)}</span>
    case 'tick':
      return (
        <span className={style.tick} data-on={value === true || undefined} data-act="tick">
          {value === true ? <IconCheck size={16} stroke={2.5} aria-hidden /> : null}
          <span className={style.hidden}>{t(value === true ? 'grid.tickYes' : 'grid.tickNo')}</span>
        </span>
      )
    case 'months':
      return <MonthBoxes value={value} years={years} />
    case 'multi':
      return <Chosen column={column} value={value} />
    case 'photo':
      return <Thumb name={typeof value === 'string' ? value : ''} />
    case 'link':
      return <LinkShow text={typeof value === 'string' ? value : ''} />
    case 'number':
    case 'rupiah':
    case 'percent':
      return <span className={style.number}>{shownText(column, value, language)}</span>
    default: {
      const shown = showCell(column, value, language)
      return (
        <span className={style.words} data-main={column.key === 'text' || undefined}>
          {shown === '' && column.key === 'text' ? <span className={style.quiet}>{t('canvas.noText')}</span> : shown}
        </span>
      )
    }
  }
}

/** What a formula came to: a ring for a rank, a chip for a word, else a number. */
export function Worked({ column, row }: { readonly column: GridColumn; readonly row: GridRow }) {
  const t = useText()
  const both = useBoth()
  const language = useLanguage()
  const { formula } = column
  if (formula?.op === 'rank') {
    const rank = row.ranks[column.key]
    if (rank == null) return <span className={style.noRank}>{t('canvas.noRank')}</span>
    return (
      <span
        className={style.ring}
        data-first={rank.rank === 1 || undefined}
        data-tied={rank.shared || rank.decidedBy.length > 0 || undefined}
      >
        {rank.rank}
      </span>
    )
  }
  if (formula?.op === 'band') {
    const band = row.bands[column.key]
    return band == null ? null : <ToneChip tone={band.tone}>{both(band.label)}</ToneChip>
  }
  if (formula?.op === 'check') {
    const check = row.checks[column.key]
    if (check == null) return <span className={style.noRank}>{t('grid.notChecked')}</span>
    return (
      <StatusChip tone={check ? 'ok' : 'plain'} icon={check ? IconCheck : IconX}>
        {both(check ? formula.yes : formula.no)}
      </StatusChip>
    )
  }
  if (row.impossible.includes(column.key))
    return (
      <span className={style.noRank} title={t('grid.impossibleWhy')}>
        {t('grid.impossible')}
      </span>
    )
  return <span className={style.sum}>{showCell(column, row.values[column.key] ?? null, language)}</span>
}

/** Scores this far apart should be talked about before they are averaged. */
export const wideApart = 2

export const isWide = (poll: Poll): boolean => poll.least !== null && poll.most !== null && poll.most - poll.least >= wideApart

/** The mean over the range of what people gave, and how many gave something. */
function PollShow({ poll, column }: { readonly poll: Poll; readonly column: GridColumn }) {
  const t = useText()
  const language = useLanguage()
  const least = column.min ?? 1
  const size = Math.max(1, (column.max ?? 5) - least)
  const part = (score: number): string => `${((score - least) / size) * 100}%`
  const all = poll.given + poll.waiting.length
  const missing = poll.waiting.length === 0 ? '' : t('grid.waitingFor', { names: poll.waiting.join(', ') })
  const wide = isWide(poll)
  return (
    <span className={style.poll} data-wide={wide || undefined} title={[wide ? t('grid.discuss') : '', missing].filter(Boolean).join('. ')}>
      <b>{poll.value === null ? '–' : meanText(poll.value, language)}</b>
      {poll.least === null || poll.most === null ? null : (
        <>
          <span className={style.track} aria-hidden>
            <i style={{ left: part(poll.least), right: `calc(100% - ${part(poll.most)})` }} />
          </span>
          <span className={style.hidden}>
            {t('grid.spread', { least: poll.least, most: poll.most })}
            {wide ? `, ${t('grid.discuss')}` : ''}
          </span>
        </>
      )}
      <small>
        {wide ? <IconMessage2Exclamation size={13} stroke={2} aria-hidden /> : null}
        {poll.least === null ? '' : poll.least === poll.most ? `${poll.least}` : `${poll.least}–${poll.most}`}
        <span>
          {poll.given}/{all}
        </span>
      </small>
      {missing === '' ? null : <span className={style.hidden}>{missing}</span>}
    </span>
  )
}

/** Twelve boxes a year; painted with the pointer by the table around it. */
export function MonthBoxes({ value, years }: { readonly value: Value; readonly years: readonly string[] }) {
  const language = useLanguage()
  const t = useText()
  const on = new Set(monthsIn(value))
  const outside = [...on].filter((month) => !years.includes(month.slice(0, 4)))
  return (
    <span className={style.months}>
      <span className={style.hidden}>{on.size === 0 ? t('grid.noMonths') : monthsInWords([...on], language)}</span>
      {years.map((year) => (
        <span key={year} className={style.year} aria-hidden>
          {years.length > 1 ? <small>{year}</small> : null}
          {monthsOfYear(year).map((month) => (
            <i key={month} data-month={month} data-on={on.has(month) || undefined} />
          ))}
        </span>
      ))}
      {outside.length === 0 ? null : <small className={style.outside}>{monthsInWords(outside, language)}</small>}
    </span>
  )
}

function Chosen({ column, value }: { readonly column: GridColumn; readonly value: Value }) {
  const both = useBoth()
  const keys = Array.isArray(value) ? value : []
  return (
    <span className={style.chips}>
      {(column.options ?? [])
        .filter((option) => keys.includes(option.key))
        .map((option) => (
          <span key={option.key}>{both(option.label)}</span>
        ))}
    </span>
  )
}

export function Thumb({ name, large = false }: { readonly name: string; readonly large?: boolean }) {
  const { lab, value } = useSession()
  const t = useText()
  const picture = usePicture(lab, name)
  const title = value.attachments[name]?.title ?? ''
  if (picture.state === 'ready')
    return <img className={style.thumb} data-large={large || undefined} src={picture.url} alt={title === '' ? t('grid.photo') : title} />
  return (
    <span className={style.noPhoto}>
      <IconPhoto size={18} stroke={1.75} aria-hidden />
      <span className={picture.state === 'failed' ? undefined : style.hidden}>
        {t(picture.state === 'failed' ? 'grid.photoGone' : picture.state === 'loading' ? 'app.loading' : 'grid.noPhoto')}
      </span>
    </span>
  )
}

const isAddress = (text: string): boolean => /^https?:\/\/\S+$/iu.test(text)

/** An address opens in a window of its own; the name of a file is only text. */
export function LinkShow({ text, bare = false }: { readonly text: string; readonly bare?: boolean }) {
  const t = useText()
  if (text === '') return null
  return (
    <span className={style.link}>
      {bare ? null : <span>{text.replace(/^https?:\/\/(www\.)?/iu, '')}</span>}
      {isAddress(text) ? (
        <a href={text} target="_blank" rel="noreferrer noopener" tabIndex={bare ? 0 : -1} aria-label={t('grid.openLink', { link: text })}>
          <IconExternalLink size={16} stroke={1.75} aria-hidden />
        </a>
      ) : null}
    </span>
  )
}
