/** The tree as an indented list with the keys of a tree view. Tab moves on as everywhere; Ctrl+] and Ctrl+[ indent. */
import { Button, Select } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { ItemId } from '#shared/model/ids.ts'
import { nodesOf, type TreeNode } from '#shared/rules/tree.ts'
import { useBoth, useText } from '../../../app/text.ts'
import { ItemEditor } from '../item-editor.tsx'
import style from '../outline/outline.module.css'
import { type OutlineAct, OutlineActs } from '../outline/outline-acts.tsx'
import { isTyping, useSessionOf } from '../session.tsx'
import { endKey } from '../trail/chain.ts'
import { mayHang } from './edits.ts'
import { type NewNode, type TreeActs, useTree } from './use-tree.ts'

type Row = { readonly id: ItemId; readonly text: string; readonly author: string; readonly depth: number; readonly node: TreeNode | null }

/** Effects first, then the core, then its causes, as in the picture from top to bottom. */
function rowsOf(acts: TreeActs): readonly Row[] {
  const { tree } = acts.index
  const visible = (branches: readonly TreeNode[]): readonly TreeNode[] =>
    nodesOf(branches).filter((node) => {
      for (let up = acts.index.parent.get(node.item.id); up != null; up = acts.index.parent.get(up)) if (acts.folded.has(up)) return false
      return true
    })
  const row = (node: TreeNode): Row => ({ id: node.item.id, text: node.item.text, author: node.item.author, depth: node.depth, node })
  const core = tree.core === null ? [] : [{ id: tree.core.id, text: tree.core.text, author: tree.core.author, depth: 1, node: null }]
  const coreFolded = tree.core !== null && acts.folded.has(tree.core.id)
  return [
    ...visible(tree.effects).map(row),
    ...core,
    ...(coreFolded ? [] : visible(tree.causes)).map((node) => ({ ...row(node), depth: node.depth + 1 })),
  ]
}

export function TreeOutline() {
  const { def, selection, select, openLinks, readOnly } = useSessionOf('tree')
  const t = useText()
  const both = useBoth()
  const acts = useTree()
  const rows = rowsOf(acts)
  const list = useRef<HTMLUListElement>(null)
  const current = rows.find((row) => row.id === selection.active) ?? rows[0]
  const focused = useRef(false)
  useEffect(() => {
    if (focused.current && acts.editing === null) list.current?.querySelector<HTMLElement>(`[data-row="${selection.active}"]`)?.focus()
  }, [selection.active, acts.editing])
  const go = (step: number): void => {
    const at = rows.findIndex((row) => row.id === current?.id)
    const next = rows[Math.max(0, Math.min(rows.length - 1, at + step))]
    if (next !== undefined) select([next.id])
  }
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const row = current
    if (row === undefined || isTyping(event.target) || !(event.target instanceof HTMLElement) || event.target.dataset.row === undefined)
      return
    const run = (what: () => void): void => {
      event.preventDefault()
      event.stopPropagation()
      what()
    }
    const { key } = event
    if (event.ctrlKey || event.metaKey) {
      if (key === ']') run(() => acts.indent(row.id))
      else if (key === '[') run(() => acts.outdent(row.id))
      return
    }
    if (event.altKey) {
      if (key === 'ArrowUp') run(() => acts.shift(row.id, -1))
      else if (key === 'ArrowDown') run(() => acts.shift(row.id, 1))
      else if (key === 'ArrowRight') run(() => acts.indent(row.id))
      else if (key === 'ArrowLeft') run(() => acts.outdent(row.id))
      return
    }
    const open = !acts.folded.has(row.id)
    const parent = acts.index.parent.get(row.id) ?? null
    if (key === 'ArrowDown') run(() => go(1))
    else if (key === 'ArrowUp') run(() => go(-1))
    else if (key === 'Home') run(() => go(-rows.length))
    else if (key === 'End') run(() => go(rows.length))
    else if (key === 'ArrowLeft') run(() => (open && hasBelow(acts, row) ? acts.fold(row.id) : parent !== null && select([parent])))
    else if (key === 'ArrowRight') run(() => (open ? hasBelow(acts, row) && go(1) : acts.fold(row.id)))
    else if (readOnly) return
    else if (key === 'Enter') run(() => acts.begin(row.node === null ? 'child' : 'sibling', row.id))
    else if (key === 'F2') run(() => acts.setEditing({ kind: 'item', id: row.id }))
    else if (key === 'Delete') run(() => acts.remove(row.id))
    else if (key.toLowerCase() === 'n') run(() => acts.begin('child', row.id))
    else if (key.toLowerCase() === 'e') run(() => acts.begin('effect', null))
    else if (key.toLowerCase() === 'a') run(() => acts.markRoot(row.id))
    else if (key.toLowerCase() === 'j') run(openLinks)
  }
  return (
    <div className={style.outline}>
      <p className={style.keys}>{t('canvas.treeKeys')}</p>
      {readOnly ? null : (
        <div className={style.buttons}>
          {acts.index.tree.core === null ? (
            <Button variant="default" onClick={() => acts.begin('core', null)}>
              {t('canvas.addCore')}
            </Button>
          ) : (
            <Button variant="default" onClick={() => acts.begin('child', acts.index.tree.core?.id ?? null)}>
              {t('canvas.addCause')}
            </Button>
          )}
          <Button variant="default" onClick={() => acts.begin('effect', null)}>
            {t('canvas.addEffect')}
          </Button>
        </div>
      )}
      <NewLine acts={acts} when={(node) => node.how === 'core' || node.how === 'effect'} />
      {rows.length === 0 ? null : (
        <ul
          ref={list}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the pattern of a tree view is a list with this role
          role="tree"
          aria-label={both(def.title)}
          className={style.tree}
          onKeyDown={onKeyDown}
          onFocus={() => {
            focused.current = true
          }}
          onBlur={() => {
            focused.current = false
          }}
        >
          {rows.map((row) => (
            <TreeRow key={row.id} row={row} acts={acts} current={row.id === current?.id} />
          ))}
        </ul>
      )}
    </div>
  )
}

const hasBelow = (acts: TreeActs, row: Row): boolean =>
  row.node === null ? acts.index.tree.causes.length > 0 : row.node.children.length > 0

function NewLine({ acts, when }: { readonly acts: TreeActs; readonly when: (node: NewNode) => boolean }) {
  const t = useText()
  const { editing } = acts
  if (editing?.kind !== 'new' || !when(editing)) return null
  return (
    <ItemEditor
      label={t('canvas.nodeText')}
      text=""
      className={style.editor}
      onSave={(text) => {
        acts.create(editing, text)
        acts.setEditing(null)
      }}
      onCancel={() => acts.setEditing(null)}
    />
  )
}

function TreeRow({ row, acts, current }: { readonly row: Row; readonly acts: TreeActs; readonly current: boolean }) {
  const { select, linked, def, openLinks, items } = useSessionOf('tree')
  const t = useText()
  const { id } = row
  const below = hasBelow(acts, row)
  const folded = acts.folded.has(id)
  const Fold = folded ? IconChevronRight : IconChevronDown
  const editing = acts.editing?.kind === 'item' && acts.editing.id === id
  const cause = row.node?.side === 'cause'
  const list: OutlineAct[] = [
    { key: 'edit', label: t('canvas.edit'), run: () => acts.setEditing({ kind: 'item', id }) },
    { key: 'child', label: t('canvas.toolChild'), run: () => acts.begin('child', id) },
    ...(row.node === null
      ? []
      : [
          { key: 'sibling', label: t('canvas.toolSibling'), run: () => acts.begin('sibling', id) },
          { key: 'up', label: t('canvas.moveUp'), run: () => acts.shift(id, -1) },
          { key: 'down', label: t('canvas.moveDown'), run: () => acts.shift(id, 1) },
          { key: 'in', label: t('canvas.indent'), run: () => acts.indent(id) },
          { key: 'out', label: t('canvas.outdent'), run: () => acts.outdent(id) },
        ]),
    ...(cause ? [{ key: 'root', label: t('canvas.toolRoot'), pressed: row.node?.item.root ?? false, run: () => acts.markRoot(id) }] : []),
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
  return (
    <li
      role="treeitem"
      aria-level={row.depth}
      aria-selected={current}
      aria-expanded={below ? !folded : undefined}
      aria-label={`${acts.levelName(id)}: ${row.text}`}
      tabIndex={current ? 0 : -1}
      data-row={id}
      onFocus={(event) => event.target === event.currentTarget && select([id])}
    >
      <div className={style.node} data-current={current || undefined} style={{ marginLeft: (row.depth - 1) * 22 }}>
        {below ? (
          <button
            type="button"
            tabIndex={-1}
            className={style.fold}
            aria-label={t(folded ? 'canvas.unfold' : 'canvas.toolFold')}
            onClick={() => acts.fold(id)}
          >
            <Fold size={16} stroke={1.75} aria-hidden />
          </button>
        ) : (
          <span className={style.fold} />
        )}
        {editing ? (
          <ItemEditor
            label={t('canvas.nodeText')}
            text={row.text}
            className={style.editor}
            onSave={(text) => {
              acts.write(id, text)
              acts.setEditing(null)
            }}
            onCancel={() => acts.setEditing(null)}
          />
        ) : (
          <span className={style.text}>
            <span>{row.text === '' ? t('canvas.noText') : row.text}</span>
            <small>
              {[acts.levelName(id), row.author, linked.has(endKey({ place: 'item', of: def.id, key: id })) ? t('canvas.hasTrail') : '']
                .filter((part) => part !== '')
                .join(' · ')}
            </small>
          </span>
        )}
        {acts.readOnly ? null : (
          <OutlineActs label={t('canvas.actsFor', { text: row.text })} acts={list}>
            {row.node === null ? null : (
              <Select
                label={t('canvas.parent')}
                allowDeselect={false}
                searchable
                value={acts.index.parent.get(id) ?? null}
                data={items
                  .filter((item) => mayHang(acts.index, id, item.id))
                  .map((item) => ({ value: item.id, label: item.text === '' ? t('canvas.noText') : item.text }))}
                onChange={(value) => value !== null && acts.hang(id, value as ItemId /* one of the ids above */)}
                comboboxProps={{ withinPortal: false }}
              />
            )}
          </OutlineActs>
        )}
      </div>
      <NewLine acts={acts} when={(node) => (node.how === 'child' || node.how === 'sibling') && node.at === id} />
    </li>
  )
}
