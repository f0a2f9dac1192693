/** One box of a drawn tree. */
import { IconAlertTriangle, IconPlant2, IconPlus, IconRoute } from '@tabler/icons-react'
import { memo } from 'react'
import type { ItemId } from '#shared/model/ids.ts'
import type { Item } from '#shared/model/lab.ts'
import type { TreeLevel } from '#shared/rules/tree.ts'
import { useText } from '../../../app/text.ts'
import style from './tree.module.css'

export type StageBox = {
  readonly id: ItemId
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  readonly level: TreeLevel
  readonly depth: number
  readonly lines: readonly string[]
  readonly small: readonly string[]
  readonly cut: boolean
}
type Props = {
  readonly box: StageBox
  readonly item: Item
  readonly levelName: string
  /** On the mark of a root. */
  readonly rootWord: string
  readonly selected: boolean
  /** It has been taken up and waits for its new parent. */
  readonly lifted: boolean
  /** Nodes hidden below it; null when it is not folded. */
  readonly hidden: number | null
  readonly expandable: boolean
  readonly linked: boolean
  readonly place: number
  readonly of: number
  /** Something about it that somebody should look at. */
  readonly warning: string | null
  /** Boxes without the line for the author. */
  readonly bare: boolean
  readonly onFold: (id: ItemId) => void
  /** Absent where nothing may be added by mouse. */
  readonly onAdd: ((id: ItemId) => void) | null
}

export const boxId = (id: string): string => `node-${id}`

export const Node = memo(function Node(props: Props) {
  const { box, item, levelName, selected, lifted, hidden, expandable, linked, warning, bare, onFold, onAdd, rootWord } = props
  const t = useText()
  const votes = item.votes > 0 ? t('tree.voted', { n: item.votes }) : ''
  const spoken = [
    levelName,
    item.text === '' ? t('canvas.noText') : item.text,
    ...box.small,
    item.author,
    votes,
    hidden === null ? '' : t('tree.hidden', { n: hidden }),
    warning ?? '',
  ]
  const foot = box.level !== 'core' && (!bare || item.votes > 0)
  return (
    <div
      id={boxId(box.id)}
      role="treeitem"
      aria-level={box.depth + 1}
      aria-posinset={props.place}
      aria-setsize={props.of}
      aria-selected={selected}
      aria-expanded={expandable ? hidden === null : undefined}
      aria-label={spoken.filter((part) => part !== '').join(', ')}
      data-node={box.id}
      data-level={box.level}
      data-bare={bare || undefined}
      data-lifted={lifted || undefined}
      data-ghost={item.text === '' || undefined}
      tabIndex={-1}
      className={`${style.node} ${selected ? style.selected : ''}`}
      style={{ left: box.x, top: box.y, width: box.w, height: box.h }}
    >
      {box.level === 'root' ? (
        <span className={style.pill}>
          <IconPlant2 size={14} stroke={1.75} aria-hidden />
          {rootWord}
        </span>
      ) : null}
      <p>{item.text === '' ? t('tree.writeHere') : box.lines.join('\n')}</p>
      {box.small.length === 0 ? null : <small>{box.small.join('\n')}</small>}
      {foot ? (
        <footer>
          <span>{bare ? '' : item.author}</span>
          {warning === null ? null : <IconAlertTriangle size={14} stroke={1.75} aria-hidden className={style.warning} />}
          {linked ? <IconRoute size={14} stroke={1.75} aria-hidden /> : null}
          {item.votes > 0 ? (
            <b>
              <i />
              {item.votes}
            </b>
          ) : null}
        </footer>
      ) : null}
      {hidden === null ? null : (
        <button type="button" tabIndex={-1} className={style.more} aria-label={t('canvas.unfold')} onClick={() => onFold(box.id)}>
          +{hidden}
        </button>
      )}
      {selected && onAdd !== null && hidden === null ? (
        <button
          type="button"
          tabIndex={-1}
          className={style.plus}
          data-up={box.level === 'effect' || undefined}
          aria-label={t('canvas.toolChild')}
          onClick={() => onAdd(box.id)}
        >
          <IconPlus size={14} stroke={2} aria-hidden />
        </button>
      ) : null}
    </div>
  )
})
