/** One line of the outline of a tree, with everything that can be done to its node. */
import { Select } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { ItemId } from '#shared/model/ids.ts'
import type { Item } from '#shared/model/lab.ts'
import { endKey } from '#shared/rules/trail.ts'
import type { TreeNode } from '#shared/rules/tree.ts'
import { useText } from '../../../app/text.ts'
import { CellField } from '../grid/cell-field.tsx'
import { ItemEditor } from '../item-editor.tsx'
import style from '../outline/outline.module.css'
import { useSessionOf } from '../session.tsx'
import { CategoryField, useBones } from './bones.tsx'
import { mayHang, siblingsOf, subtreeOf } from './edits.ts'
import { MirrorOfNode } from './mirror-side.tsx'
import { type RowAct, RowActs } from './row-acts.tsx'
import side from './side.module.css'
import type { TreeActs } from './use-tree.ts'

/** `node` is null for the core. `depth` 1 is the outermost line. */
export type Row = { readonly item: Item; readonly depth: number; readonly node: TreeNode | null }

type Props = {
  readonly row: Row
  readonly acts: TreeActs
  readonly current: boolean
  readonly warning: string | undefined
  readonly onChoose: (id: ItemId) => void
  readonly children: ReactNode
}

export const hasBelow = (acts: TreeActs, row: Row): boolean =>
  row.node === null ? acts.index.tree.causes.length > 0 : row.node.children.length > 0

export function TreeRow({ row, acts, current, warning, onChoose, children }: Props) {
  const { linked, def } = useSessionOf('tree')
  const t = useText()
  const { item, node } = row
  const { id } = item
  const below = hasBelow(acts, row)
  const folded = acts.folded.has(id)
  const editing = acts.editing?.kind === 'item' && acts.editing.id === id
  const bone = useBoneName(acts, row)
  const list = useActs(acts, row)
  const siblings = siblingsOf(acts.index, id)
  const notes = [
    acts.levelName(id),
    bone,
    ...(acts.details.get(id) ?? []),
    item.votes > 0 ? t('tree.voted', { n: item.votes }) : '',
    item.author,
    linked.has(endKey({ place: 'item', of: def.id, key: id })) ? t('canvas.hasTrail') : '',
    warning ?? '',
    folded && below ? t('tree.hidden', { n: subtreeOf(acts.index, id).length - 1 }) : '',
  ].filter((part) => part !== '')
  const text = item.text === '' ? t('canvas.noText') : item.text
  return (
    <li
      role="treeitem"
      aria-level={row.depth}
      aria-posinset={node === null ? 1 : siblings.indexOf(node) + 1}
      aria-setsize={node === null ? 1 : siblings.length}
      aria-selected={current}
      aria-expanded={below ? !folded : undefined}
      aria-label={[text, ...notes].join(', ')}
      tabIndex={current ? 0 : -1}
      data-row={id}
      onFocus={(event) => event.target === event.currentTarget && onChoose(id)}
    >
      <div
        className={style.node}
        data-current={current || undefined}
        data-lifted={acts.moving === id || undefined}
        style={{ marginLeft: `min(${(row.depth - 1) * 22}px, 40%)` }}
      >
        <Fold acts={acts} id={id} below={below} folded={folded} />
        {editing ? (
          <ItemEditor
            label={t('canvas.nodeText')}
            text={item.text}
            className={style.editor}
            onSave={(next) => {
              acts.write(id, next)
              acts.setEditing(null)
            }}
            onCancel={() => acts.setEditing(null)}
          />
        ) : (
          <span className={`${style.text} ${side.line}`} data-level={node === null ? 'core' : undefined}>
            <span>{text}</span>
            <small>{notes.join(' · ')}</small>
          </span>
        )}
        {acts.readOnly ? null : <RowActs label={t('canvas.actsFor', { text })} acts={list} more={() => <Fields acts={acts} row={row} />} />}
      </div>
      {children}
    </li>
  )
}

function useBoneName(acts: TreeActs, { item, node }: Row): string {
  const bones = useBones(acts)
  const bone = acts.set === null || node?.side !== 'cause' || node.depth > 1 ? undefined : bones.boneOf(item.id)
  return bone === undefined ? '' : bones.nameOf(bone)
}

function Fold({
  acts,
  id,
  below,
  folded,
}: {
  readonly acts: TreeActs
  readonly id: ItemId
  readonly below: boolean
  readonly folded: boolean
}) {
  const t = useText()
  if (!below) return <span className={style.fold} />
  const Icon = folded ? IconChevronRight : IconChevronDown
  return (
    <button
      type="button"
      tabIndex={-1}
      className={style.fold}
      aria-label={t(folded ? 'canvas.unfold' : 'canvas.toolFold')}
      onClick={() => acts.fold(id)}
    >
      <Icon size={16} stroke={1.75} aria-hidden />
    </button>
  )
}

function useActs(acts: TreeActs, { item, node }: Row): readonly RowAct[] {
  const { select, openLinks } = useSessionOf('tree')
  const t = useText()
  const { id } = item
  return [
    { key: 'edit', label: t('canvas.edit'), run: () => acts.setEditing({ kind: 'item', id }) },
    { key: 'child', label: t('canvas.toolChild'), run: () => acts.begin('child', id) },
    ...(node === null
      ? []
      : [
          { key: 'sibling', label: t('canvas.toolSibling'), run: () => acts.begin('sibling', id) },
          { key: 'up', label: t('canvas.moveUp'), run: () => acts.shift(id, -1) },
          { key: 'down', label: t('canvas.moveDown'), run: () => acts.shift(id, 1) },
          { key: 'in', label: t('canvas.indent'), run: () => acts.indent(id) },
          { key: 'out', label: t('canvas.outdent'), run: () => acts.outdent(id) },
          { key: 'vote', label: t('tree.toolVote'), run: () => acts.vote(id, 1) },
        ]),
    ...(item.votes > 0 ? [{ key: 'unvote', label: t('tree.takeVote'), run: () => acts.vote(id, -1) }] : []),
    ...(node?.side === 'cause' ? [{ key: 'root', label: t('canvas.toolRoot'), pressed: item.root, run: () => acts.markRoot(id) }] : []),
    {
      key: 'link',
      label: t('canvas.linkOrBecome'),
      run: () => {
        select([id])
        openLinks()
      },
    },
    { key: 'remove', label: t('canvas.toolRemove'), run: () => acts.remove(id) },
  ]
}

/** Parent, category, columns and mirror of one node. */
function Fields({ acts, row: { item, node } }: { readonly acts: TreeActs; readonly row: Row }) {
  const { def, items } = useSessionOf('tree')
  const t = useText()
  const { id } = item
  return (
    <div className={side.fields}>
      {node === null ? null : (
        <Select
          label={t('canvas.parent')}
          allowDeselect={false}
          searchable
          value={acts.index.parent.get(id) ?? null}
          data={items
            .filter((one) => mayHang(acts.index, id, one.id))
            .map((one) => ({ value: one.id, label: one.text === '' ? t('canvas.noText') : one.text }))}
          onChange={(value) => value !== null && acts.hang(id, value as ItemId /* one of the ids above */)}
          comboboxProps={{ withinPortal: false }}
        />
      )}
      {node?.side === 'cause' ? <CategoryField acts={acts} id={id} /> : null}
      {node === null
        ? null
        : def.columns.map((column) => (
            <CellField
              key={column.key}
              column={column}
              item={item}
              readOnly={acts.readOnly}
              onChange={(value) => acts.setValue(id, column.key, value)}
            />
          ))}
      <MirrorOfNode acts={acts} item={item} />
    </div>
  )
}
