/** The ranking as a table; a number opens its calculation. */
import { Button } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { Fragment, memo, useState } from 'react'
import type { EntryId } from '#shared/model/ids.ts'
import type { Convention } from '#shared/model/jury.ts'
import { tieRuleText } from '#shared/rules/jury-explain.ts'
import { formatNumber } from '#shared/rules/numbers.ts'
import { useBoth, useLanguage, useText } from '../../../app/text.ts'
import { StatusChip } from '../../../parts/index.ts'
import type { RankLine } from './rank-lines.ts'
import css from './results.module.css'

/** So many lines at first; more on a press. */
const page = 50

type Props = {
  readonly convention: Convention
  readonly lines: readonly RankLine[]
  readonly otherwise: boolean
  readonly chosen: EntryId | null
  readonly onChoose: (entry: EntryId) => void
}

export function Ranking({ convention, lines, otherwise, chosen, onChoose }: Props) {
  const t = useText()
  const both = useBoth()
  const [most, setMost] = useState(page)
  const stages = convention.stages.length > 1 ? convention.stages : []
  const lastWinner = lines.findLastIndex(({ wins }) => wins)
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard */}
      <section className={css.scroll} aria-label={t('juryResults.ranking')} tabIndex={0}>
        <table className={css.ranking}>
          <thead>
            <tr>
              <th scope="col">{t('juryResults.rank')}</th>
              <th scope="col">{t('juryResults.entry')}</th>
              {stages.map(({ key, title }) => (
                <th key={key} scope="col" data-number>
                  {both(title)}
                </th>
              ))}
              <th scope="col" data-number>
                {t('juryResults.final')}
              </th>
              <th scope="col">{t('juryResults.remarks')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.slice(0, most).map((line, at) => (
              <Fragment key={line.entry.id}>
                <Line line={line} chosen={line.entry.id === chosen} {...{ convention, otherwise, onChoose }} />
                {at === lastWinner && at < lines.length - 1 && (
                  <tr className={css.topLine}>
                    <td colSpan={4 + stages.length}>{t('juryResults.topLine', { n: convention.top })}</td>
                  </tr>
                )}
              </Fragment>
            ))}
          </tbody>
        </table>
      </section>
      {lines.length > most && (
        <Button className={css.more} variant="default" size="xs" onClick={() => setMost(most + page)}>
          {t('juryResults.more', { n: Math.min(page, lines.length - most) })}
        </Button>
      )}
    </>
  )
}

type LineProps = Omit<Props, 'lines' | 'chosen'> & { readonly line: RankLine; readonly chosen: boolean }

const Line = memo(function Line({ convention, line, otherwise, chosen, onChoose }: LineProps) {
  const t = useText()
  const language = useLanguage()
  const { entry, found, rank, wins } = line
  const number = (value: number | null): string => (value === null ? '–' : formatNumber(value, language, { fixed: true }))
  return (
    <tr data-wins={wins || undefined} data-chosen={chosen || undefined}>
      <td>
        <b>{rank ?? '–'}</b>
        {otherwise && <Move by={line.moved} />}
      </td>
      <th scope="row">
        {entry.name}
        <small>{[entry.code, entry.unitName].filter((part) => part !== '').join(' · ')}</small>
      </th>
      {convention.stages.length > 1 &&
        found.stages.map(({ stage, value }) => (
          <td key={stage} data-number>
            {number(value)}
          </td>
        ))}
      <td data-number>
        <button
          type="button"
          aria-label={t('juryResults.explainOf', { name: entry.name, n: number(found.value) })}
          onClick={() => onChoose(entry.id)}
        >
          {number(found.value)}
        </button>
      </td>
      <td>
        <Remarks line={line} convention={convention} />
      </td>
    </tr>
  )
}, sameLine)

/** Every recount makes new lines; most of them say the same as before. */
function sameLine(a: LineProps, b: LineProps): boolean {
  return (
    a.chosen === b.chosen &&
    a.otherwise === b.otherwise &&
    a.convention === b.convention &&
    a.line.entry === b.line.entry &&
    a.line.rank === b.line.rank &&
    a.line.moved === b.line.moved &&
    a.line.wins === b.line.wins &&
    sameNumbers(a.line, b.line)
  )
}

const sameNumbers = ({ found: a }: RankLine, { found: b }: RankLine): boolean =>
  a.value === b.value &&
  a.shared === b.shared &&
  a.complete === b.complete &&
  JSON.stringify(a.decidedBy) === JSON.stringify(b.decidedBy) &&
  a.stages.length === b.stages.length &&
  a.stages.every(({ value }, at) => value === b.stages[at]?.value)

function Remarks({ line: { entry, found, rank }, convention }: { readonly line: RankLine; readonly convention: Convention }) {
  const t = useText()
  const language = useLanguage()
  if (entry.withdrawn !== '') return <small>{t('juryResults.withdrawn', { reason: entry.withdrawn })}</small>
  return (
    <span className={css.remarks}>
      {rank !== null && !found.complete && <StatusChip tone="warn">{t('juryResults.notAll')}</StatusChip>}
      {found.shared && <StatusChip tone="warn">{t('juryResults.shared')}</StatusChip>}
      {found.decidedBy !== null && (
        <small>{t('juryResults.decidedBy', { rule: tieRuleText(found.decidedBy, convention.stages, language) })}</small>
      )}
      {rank === null && <small>{t('juryResults.noNumber')}</small>}
    </span>
  )
}

function Move({ by }: { readonly by: number | null }) {
  const t = useText()
  if (by === null || by === 0) return null
  const up = by > 0
  const Icon = up ? IconArrowUp : IconArrowDown
  return (
    <span className={css.move} data-up={up || undefined} title={t(up ? 'juryResults.up' : 'juryResults.down', { n: Math.abs(by) })}>
      <Icon size={14} stroke={2} aria-hidden />
      {Math.abs(by)}
    </span>
  )
}
