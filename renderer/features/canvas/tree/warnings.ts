/** Nodes that somebody should look at, with a word for each. */
import { useMemo } from 'react'
import type { ItemId } from '#shared/model/ids.ts'
import { orphansOf } from '#shared/rules/tree.ts'
import { useText } from '../../../app/text.ts'
import type { TreeActs } from './use-tree.ts'

export function useWarnings({ index, mirror }: Pick<TreeActs, 'index' | 'mirror'>): ReadonlyMap<ItemId, string> {
  const t = useText()
  return useMemo(() => {
    const warnings = new Map<ItemId, string>()
    for (const [id, node] of mirror?.nodes ?? [])
      if (node.state !== 'same') warnings.set(id, t(node.state === 'gone' ? 'tree.mirrorGoneMark' : 'tree.mirrorChangedMark'))
    for (const node of orphansOf(index.tree)) warnings.set(node.item.id, t('tree.orphanMark'))
    return warnings
  }, [index, mirror, t])
}
