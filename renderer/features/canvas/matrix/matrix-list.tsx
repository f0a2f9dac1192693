/** The points of a matrix as a list with all their values; the outline view is the same list over the whole width. */
import { useBoth, useText } from '../../../app/text.ts'
import { StatusChip } from '../../../parts/index.ts'
import { AddLine } from '../board/board-outline.tsx'
import { CellField } from '../grid/cell-field.tsx'
import outline from '../outline/outline.module.css'
import { OutlineActs } from '../outline/outline-acts.tsx'
import { useSessionOf } from '../session.tsx'
import style from './matrix.module.css'
import { type MatrixActs, useMatrix } from './use-matrix.ts'

export function MatrixOutline() {
  const acts = useMatrix()
  return (
    <div className={outline.outline}>
      <MatrixList acts={acts} />
    </div>
  )
}

export function MatrixList({ acts }: { readonly acts: MatrixActs }) {
  const { def, selection, select, openLinks } = useSessionOf('matrix')
  const t = useText()
  const both = useBoth()
  return (
    <>
      {acts.readOnly ? null : <AddLine label={t('canvas.addRow', { row: both(def.itemLabel) })} onAdd={(text) => acts.add(text)} />}
      <ol className={style.items}>
        {acts.numbered.map(({ number, item, quadrant }) => {
          const open = selection.active === item.id
          return (
            <li key={item.id} data-current={open || undefined} className={style.item}>
              <div className={style.itemHead}>
                <b className={style.number}>{number}</b>
                <button
                  type="button"
                  className={style.name}
                  aria-expanded={open}
                  onClick={() => select(open ? [] : [item.id], open ? null : item.id)}
                >
                  {item.text === '' ? t('canvas.noText') : item.text}
                </button>
                <StatusChip>{quadrant === null ? t('canvas.noPlace') : both(def.quadrants?.[quadrant].label ?? def.itemLabel)}</StatusChip>
                {acts.readOnly ? null : (
                  <OutlineActs
                    label={t('canvas.actsFor', { text: item.text })}
                    acts={[
                      {
                        key: 'link',
                        label: t('canvas.linkOrBecome'),
                        run: () => {
                          select([item.id])
                          openLinks()
                        },
                      },
                      { key: 'remove', label: t('canvas.toolRemove'), run: () => acts.remove(item.id) },
                    ]}
                  />
                )}
              </div>
              {open ? (
                <div className={outline.card}>
                  {acts.columns.map((column) => (
                    <CellField
                      key={column.key}
                      column={column}
                      item={item}
                      readOnly={acts.readOnly}
                      onChange={(value) => acts.set(item.id, column, value)}
                    />
                  ))}
                </div>
              ) : null}
            </li>
          )
        })}
      </ol>
    </>
  )
}
