/** A grid as one card per row with labelled fields: for phones and for those who prefer fields to a table. */
import { useBoth, useLanguage, useText } from '../../../app/text.ts'
import { StatusChip } from '../../../parts/index.ts'
import { AddLine } from '../board/board-outline.tsx'
import { linesOf } from '../desk.ts'
import style from '../outline/outline.module.css'
import { OutlineActs } from '../outline/outline-acts.tsx'
import { useSessionOf } from '../session.tsx'
import { CellField } from './cell-field.tsx'
import { cellTexts } from './rows.ts'
import { useGrid } from './use-grid.ts'

export function GridOutline() {
  const { def, select, openLinks, selection } = useSessionOf('grid')
  const acts = useGrid()
  const t = useText()
  const both = useBoth()
  const language = useLanguage()
  return (
    <div className={style.outline}>
      {acts.rows.map((row, index) => {
        const texts = cellTexts(def, row, language)
        return (
          <section
            key={row.item.id}
            className={style.group}
            aria-label={`${both(def.rowLabel)} ${index + 1}: ${row.item.text}`}
            data-current={selection.active === row.item.id || undefined}
          >
            <div className={style.cardHead}>
              <span>
                {both(def.rowLabel)} {index + 1}
              </span>
              {def.columns.map((column, at) =>
                column.formula === undefined || texts[at] === '' ? null : (
                  <StatusChip key={column.key} tone={column.formula.op === 'rank' ? 'act' : 'plain'}>
                    {both(column.label)} {texts[at]}
                  </StatusChip>
                ),
              )}
              {acts.readOnly ? null : (
                <OutlineActs
                  label={t('canvas.actsFor', { text: row.item.text })}
                  acts={[
                    { key: 'up', label: t('canvas.moveUp'), run: () => acts.shift(row.item.id, -1) },
                    { key: 'down', label: t('canvas.moveDown'), run: () => acts.shift(row.item.id, 1) },
                    {
                      key: 'link',
                      label: t('canvas.linkOrBecome'),
                      run: () => {
                        select([row.item.id])
                        openLinks()
                      },
                    },
                    { key: 'remove', label: t('canvas.toolRemove'), run: () => acts.remove([row.item.id]) },
                  ]}
                />
              )}
            </div>
            <div className={style.card}>
              {def.columns
                .filter((column) => column.type !== 'formula')
                .map((column) => (
                  <CellField
                    key={column.key}
                    column={column}
                    item={row.item}
                    readOnly={acts.readOnly}
                    onChange={(value) => acts.set(row.item.id, column, value)}
                  />
                ))}
            </div>
          </section>
        )
      })}
      {acts.readOnly ? null : (
        <AddLine label={t('canvas.addRow', { row: both(def.rowLabel) })} onAdd={(text) => acts.addMany(linesOf(text))} />
      )}
    </div>
  )
}
