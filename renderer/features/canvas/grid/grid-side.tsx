/** Beside a grid: the ranking, how ties were parted, and what the scores of the focused column mean. */
import { useMemo } from 'react'
import type { GridDef } from '#shared/model/pack.ts'
import { evaluateGrid, type GridResult, rankColumn, rowsByRank } from '#shared/rules/grid.ts'
import { useBoth, useLanguage, useText } from '../../../app/text.ts'
import { useSessionOf } from '../session.tsx'
import { setCell } from './edits.ts'
import style from './grid.module.css'
import { showCell } from './table-text.ts'
import { useFocusedColumn } from './use-grid.ts'

export function GridSide() {
  const { def, items } = useSessionOf('grid')
  const result = useMemo(() => evaluateGrid(def, items), [def, items])
  return (
    <>
      <Ranking def={def} result={result} />
      <Ties def={def} result={result} />
      <Anchors />
    </>
  )
}

function Ranking({ def, result }: { readonly def: GridDef; readonly result: GridResult }) {
  const { select } = useSessionOf('grid')
  const t = useText()
  const language = useLanguage()
  const column = rankColumn(def)
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
      {def.tieRule === undefined ? null : <p className={style.rule}>{both(def.tieRule)}</p>}
    </section>
  )
}

/** The meanings are buttons, so that a score can be given by choosing what is true. */
function Anchors() {
  const { def, desk, act, selection, readOnly, items } = useSessionOf('grid')
  const key = useFocusedColumn()
  const t = useText()
  const both = useBoth()
  const column = def.columns.find((one) => one.key === key)
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
              disabled={readOnly || row === undefined}
              aria-pressed={row?.values[column.key] === anchor.score}
              aria-label={t('canvas.giveScore', { score: anchor.score, meaning: both(anchor.label) })}
              onClick={() => row !== undefined && act(() => setCell(desk, row.id, column, anchor.score))}
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
