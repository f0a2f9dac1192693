/** Beside a grid: figures, the ranking, how ties were parted, and what the scores of the column under the cursor mean. */
import type { GridDef } from '#shared/model/pack.ts'
import { showCell } from '#shared/rules/cell-text.ts'
import { type GridResult, rankColumn, rowsByRank } from '#shared/rules/grid.ts'
import { useBoth, useLanguage, useText } from '../../../app/text.ts'
import { useSessionOf } from '../session.tsx'
import { isWide } from './cell-show.tsx'
import { SideFigures } from './figures.tsx'
import style from './side.module.css'
import { type GridActs, useGrid } from './use-grid.ts'
import { useFocusedColumn } from './view.ts'
import { VoteProgress } from './voters.tsx'

export function GridSide() {
  const { def } = useSessionOf('grid')
  const acts = useGrid()
  const t = useText()
  // While somebody scores alone, what the others made of it would sway him.
  const alone = acts.voter !== null
  return (
    <>
      <VoteProgress acts={acts} />
      {alone ? (
        <p className={style.quiet}>{t('grid.ownOnly', { name: acts.voter ?? '' })}</p>
      ) : (
        <>
          <Discuss acts={acts} />
          <SideFigures figures={acts.result.figures} />
          <Ranking def={def} result={acts.result} rankKey={rankColumn(def, acts.settings)?.key} />
          <Ties def={def} result={acts.result} />
        </>
      )}
      <Anchors acts={acts} />
    </>
  )
}

/** Rows people scored far apart, before anybody trusts their mean. */
function Discuss({ acts }: { readonly acts: GridActs }) {
  const { select } = useSessionOf('grid')
  const t = useText()
  const both = useBoth()
  const wide = acts.result.rows.flatMap((row) => {
    const parts = acts.columns.flatMap((column) => {
      const poll = row.polls[column.key]
      return poll !== undefined && isWide(poll) ? [`${column.short ?? both(column.label)} ${poll.least}–${poll.most}`] : []
    })
    return parts.length === 0 ? [] : [{ row, parts }]
  })
  if (wide.length === 0) return null
  return (
    <section>
      <h2>{t('grid.toDiscuss')}</h2>
      <ul className={style.discuss}>
        {wide.slice(0, 8).map(({ row, parts }) => (
          <li key={row.item.id}>
            <button type="button" onClick={() => select([row.item.id])}>
              {row.item.text === '' ? t('canvas.noText') : row.item.text}
            </button>
            <span>{parts.join(', ')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Ranking({ def, result, rankKey }: { readonly def: GridDef; readonly result: GridResult; readonly rankKey: string | undefined }) {
  const { select } = useSessionOf('grid')
  const t = useText()
  const language = useLanguage()
  const column = def.columns.find((one) => one.key === rankKey)
  const by =
    column?.formula?.op === 'rank' ? def.columns.find((one) => column.formula?.op === 'rank' && one.key === column.formula.by) : undefined
  if (column === undefined || by === undefined) return null
  const ranked = rowsByRank(def, result).filter((row) => row.ranks[column.key] != null)
  const most = Math.max(1, ...ranked.map((row) => row.values[by.key] ?? 0))
  const unfinished = result.rows.length - ranked.length
  return (
    <section>
      <h2>{t('canvas.ranking')}</h2>
      {ranked.length === 0 ? <p className={style.quiet}>{t('canvas.rankNone')}</p> : null}
      <ol className={style.ranking}>
        {ranked.slice(0, 8).map((row) => (
          <li key={row.item.id}>
            <b>{row.ranks[column.key]?.rank}</b>
            <button type="button" onClick={() => select([row.item.id])}>
              {row.item.text === '' ? t('canvas.noText') : row.item.text}
              <meter min={0} max={most} value={row.values[by.key] ?? 0} aria-hidden />
            </button>
            <span>{showCell(by, row.values[by.key] ?? null, language)}</span>
          </li>
        ))}
      </ol>
      {unfinished > 0 && ranked.length > 0 ? <p className={style.quiet}>{t('canvas.rankMissing', { n: unfinished })}</p> : null}
    </section>
  )
}

function Ties({ def, result }: { readonly def: GridDef; readonly result: GridResult }) {
  const t = useText()
  const both = useBoth()
  const language = useLanguage()
  if (result.ties.length === 0) return null
  const column = (key: string) => def.columns.find((one) => one.key === key)
  return (
    <section className={style.ties}>
      <h2>{t('canvas.ties')}</h2>
      {result.ties.slice(0, 6).map((tie) => {
        const above = result.rows.find((row) => row.item.id === tie.above)
        const below = result.rows.find((row) => row.item.id === tie.below)
        if (above === undefined || below === undefined) return null
        const by = tie.decidedBy === null ? undefined : column(tie.decidedBy)
        const names = { above: above.item.text, below: below.item.text, rank: above.ranks[tie.column]?.rank ?? '' }
        return (
          <p key={`${tie.above}/${tie.below}`}>
            {by === undefined
              ? t('canvas.tieShared', names)
              : t('canvas.tieBy', {
                  ...names,
                  column: by.short ?? both(by.label),
                  high: showCell(by, above.values[by.key] ?? null, language),
                  low: showCell(by, below.values[by.key] ?? null, language),
                })}
          </p>
        )
      })}
      {result.ties.length > 6 ? <p>{t('grid.moreTies', { n: result.ties.length - 6 })}</p> : null}
      {def.tieRule === undefined ? null : <p className={style.rule}>{both(def.tieRule)}</p>}
    </section>
  )
}

/** The meanings are buttons, so that a score can be given by choosing what is true. */
function Anchors({ acts }: { readonly acts: GridActs }) {
  const { selection, items } = useSessionOf('grid')
  const t = useText()
  const both = useBoth()
  const key = useFocusedColumn()
  const column = acts.columns.find((one) => one.key === key)
  const row = items.find((item) => item.id === selection.active)
  if (column === undefined || (column.help === undefined && column.anchors.length === 0)) return null
  return (
    <section>
      <h2>{both(column.label)}</h2>
      {column.help === undefined ? null : <p className={style.quiet}>{both(column.help)}</p>}
      <ul className={style.anchors}>
        {[...column.anchors].reverse().map((anchor) => (
          <li key={anchor.score}>
            <button
              type="button"
              disabled={row === undefined || !acts.writable(column)}
              aria-pressed={row !== undefined && acts.held(row, column) === anchor.score}
              aria-label={t('canvas.giveScore', { score: anchor.score, meaning: both(anchor.label) })}
              onClick={() => row !== undefined && acts.set(row.id, column, anchor.score)}
            >
              <b>{anchor.score}</b>
              {both(anchor.label)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
