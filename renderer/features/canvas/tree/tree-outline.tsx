/** The tree as an indented list with the keys of a tree view. Tab moves on as everywhere; Ctrl+] and Ctrl+[ indent. */
import { Button } from '@mantine/core'
import { useEffect, useMemo, useRef } from 'react'
import type { ItemId } from '#shared/model/ids.ts'
import { nodesOf, type TreeNode } from '#shared/rules/tree.ts'
import { useBoth, useText } from '../../../app/text.ts'
import { linesOf } from '../desk.ts'
import { ItemEditor } from '../item-editor.tsx'
import style from '../outline/outline.module.css'
import { isTyping, useSessionOf } from '../session.tsx'
import { CategorySwitch, useBones } from './bones.tsx'
import { MirrorOffer } from './mirror-side.tsx'
import side from './side.module.css'
import { hasBelow, type Row, TreeRow } from './tree-row.tsx'
import { TreeNotes } from './tree-tools.tsx'
import { type TreeActs, useTree } from './use-tree.ts'
import type { NewNode } from './visible.ts'
import { useWarnings } from './warnings.ts'

/** Effects first, then the core, then its causes, as in the picture from top to bottom. */
function rowsOf(acts: TreeActs): readonly Row[] {
  const { tree, nodes } = acts.index
  const visible = (branches: readonly TreeNode[]): readonly TreeNode[] =>
    nodesOf(branches).filter((node) => {
      for (let up = acts.index.parent.get(node.item.id); up != null; up = acts.index.parent.get(up))
        if (acts.folded.has(up) && nodes.has(up)) return false
      return true
    })
  const row = (node: TreeNode): Row => ({ item: node.item, depth: node.depth, node })
  const core = tree.core === null ? [] : [{ item: tree.core, depth: 1, node: null }]
  // Bone by bone, as the fishbone has them.
  const causes = acts.bones.flatMap((bone) => (bone.top === null ? bone.causes : [bone.top]))
  const coreFolded = tree.core !== null && acts.folded.has(tree.core.id)
  return [
    ...visible(tree.effects).map(row),
    ...core,
    ...(coreFolded ? [] : visible(causes)).map((node) => ({ ...row(node), depth: node.depth + 1 })),
  ]
}

export function TreeOutline() {
  const { def, selection, select } = useSessionOf('tree')
  const t = useText()
  const both = useBoth()
  const acts = useTree()
  const { effects } = acts
  const rows = useMemo(() => rowsOf(acts), [acts])
  const warnings = useWarnings(acts)
  const list = useRef<HTMLUListElement>(null)
  const current = rows.find((row) => row.item.id === selection.active) ?? rows[0]
  const focused = useRef(false)
  useEffect(() => {
    if (focused.current && acts.editing === null) list.current?.querySelector<HTMLElement>(`[data-row="${selection.active}"]`)?.focus()
  }, [selection.active, acts.editing])
  const onKeyDown = useOutlineKeys(acts, rows, current)
  const core = acts.index.tree.core
  return (
    <div className={style.outline}>
      <p className={style.keys}>
        {t('tree.outlineKeys')} {effects ? t('tree.outlineEffectKey') : ''}
      </p>
      <div className={side.outlineNotes}>
        <TreeNotes acts={acts} />
      </div>
      <MirrorOffer acts={acts} />
      {acts.set === null ? null : (
        <div className={side.setRow}>
          <CategorySwitch acts={acts} />
        </div>
      )}
      {acts.readOnly ? null : (
        <div className={style.buttons}>
          <Button
            variant={core === null ? 'filled' : 'default'}
            onClick={() => acts.begin(core === null ? 'core' : 'child', core?.id ?? null)}
          >
            {core === null
              ? t('tree.writeLevel', { level: both(def.levels.core).toLowerCase() })
              : t('tree.addLevel', { level: both(def.levels.direct).toLowerCase() })}
          </Button>
          {effects ? (
            <Button variant="default" onClick={() => acts.begin('effect', null)}>
              {t('tree.addLevel', { level: both(def.levels.effect).toLowerCase() })}
            </Button>
          ) : null}
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
            <TreeRow
              key={row.item.id}
              row={row}
              acts={acts}
              current={row === current}
              warning={warnings.get(row.item.id)}
              onChoose={(id: ItemId) => select([id])}
            >
              <NewLine acts={acts} when={(node) => (node.how === 'child' || node.how === 'sibling') && node.at === row.item.id} />
            </TreeRow>
          ))}
        </ul>
      )}
    </div>
  )
}

/** Keys of the list; a key that means nothing here is left to the page. */
function useOutlineKeys(acts: TreeActs, rows: readonly Row[], current: Row | undefined): (event: React.KeyboardEvent) => void {
  const { select, openLinks } = useSessionOf('tree')
  const bones = useBones(acts)
  const go = (step: number): void => {
    const next = rows[Math.max(0, Math.min(rows.length - 1, (current === undefined ? -1 : rows.indexOf(current)) + step))]
    if (next !== undefined) select([next.item.id])
  }
  const withAlt = (key: string, id: ItemId): (() => void) | undefined => {
    const step = key === 'ArrowUp' ? -1 : key === 'ArrowDown' ? 1 : null
    if (step !== null) return () => (acts.set === null ? acts.shift(id, step) : bones.along(id, step))
    return key === 'ArrowRight' ? () => acts.indent(id) : key === 'ArrowLeft' ? () => acts.outdent(id) : undefined
  }
  const walk = (key: string, row: Row): (() => void) | undefined => {
    const { id } = row.item
    const open = !acts.folded.has(id)
    const parent = acts.index.parent.get(id) ?? null
    switch (key) {
      case 'ArrowDown':
        return () => go(1)
      case 'ArrowUp':
        return () => go(-1)
      case 'Home':
        return () => go(-rows.length)
      case 'End':
        return () => go(rows.length)
      case 'ArrowLeft':
        return () => (open && hasBelow(acts, row) ? acts.fold(id) : parent !== null && select([parent]))
      case 'ArrowRight':
        return () => (open ? hasBelow(acts, row) && go(1) : acts.fold(id))
      default:
        return undefined
    }
  }
  const write = (key: string, shift: boolean, row: Row): (() => void) | undefined => {
    const { id } = row.item
    if (acts.moving !== null) return key === 'Enter' ? () => acts.putDown(id) : key === 'Escape' ? acts.leave : undefined
    switch (key.length === 1 ? key.toLowerCase() : key) {
      case 'Enter':
        if (row.item.text === '') return () => acts.setEditing({ kind: 'item', id })
        return () => acts.begin(row.node === null ? 'child' : 'sibling', id)
      case 'F2':
        return () => acts.setEditing({ kind: 'item', id })
      case 'Delete':
        return () => acts.remove(id)
      case 'n':
        return () => acts.begin('child', id)
      case 'e':
        return acts.effects ? () => acts.begin('effect', null) : undefined
      case 'm':
        return () => acts.pickUp(id)
      case 'a':
        return () => acts.markRoot(id)
      case 's':
        return () => acts.vote(id, shift ? -1 : 1)
      case 'j':
        return openLinks
      default:
        return undefined
    }
  }
  return (event) => {
    if (current === undefined || isTyping(event.target) || !(event.target instanceof HTMLElement)) return
    if (event.target.dataset.row === undefined) return
    const { key } = event
    const { id } = current.item
    const change = acts.readOnly ? undefined : write(key, event.shiftKey, current)
    const run =
      event.ctrlKey || event.metaKey
        ? acts.readOnly
          ? undefined
          : key === ']'
            ? () => acts.indent(id)
            : key === '['
              ? () => acts.outdent(id)
              : undefined
        : event.altKey
          ? acts.readOnly
            ? undefined
            : withAlt(key, id)
          : (walk(key, current) ?? change)
    if (run === undefined) return
    event.preventDefault()
    event.stopPropagation()
    run()
  }
}

function NewLine({ acts, when }: { readonly acts: TreeActs; readonly when: (node: NewNode) => boolean }) {
  const t = useText()
  const { editing } = acts
  if (editing?.kind !== 'new' || !when(editing)) return null
  return (
    <ItemEditor
      label={t('canvas.nodeText')}
      text=""
      className={style.editor}
      onLines={(text) => {
        acts.createMany(editing, linesOf(text))
        acts.setEditing(null)
      }}
      onSave={(text) => {
        acts.create(editing, text)
        acts.setEditing(null)
      }}
      onCancel={() => acts.setEditing(null)}
    />
  )
}
