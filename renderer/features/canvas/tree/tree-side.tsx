/** Beside a tree: the chosen node, and what is missing before the tree can be called done. */
import { IconAlertCircle, IconCircleCheck } from '@tabler/icons-react'
import { useMemo } from 'react'
import { levelOf, treeNeeds, treeOf } from '#shared/rules/tree.ts'
import { useBoth, useText } from '../../../app/text.ts'
import { useSessionOf } from '../session.tsx'
import { indexTree } from './edits.ts'
import style from './tree.module.css'

export function TreeSidePanel() {
  const { def, items, selection, select } = useSessionOf('tree')
  const t = useText()
  const both = useBoth()
  const tree = useMemo(() => treeOf(items), [items])
  const index = useMemo(() => indexTree(tree), [tree])
  const needs = treeNeeds(def.ready, tree)
  const item = items.find((one) => one.id === selection.active)
  const node = item === undefined ? undefined : index.nodes.get(item.id)
  const level = node === undefined ? 'core' : levelOf(node)
  return (
    <section className={style.side}>
      {item === undefined ? null : (
        <div>
          <h2>{both(def.levels[level])}</h2>
          <div className={style.chosen} data-level={level}>
            {item.text === '' ? t('canvas.noText') : item.text}
          </div>
        </div>
      )}
      {needs.length === 0 ? null : (
        <div>
          <h2>{t('canvas.beforeDone')}</h2>
          <ul className={style.ready}>
            {needs.map(({ need, holds, nodes }) => (
              <li key={need} data-holds={holds || undefined}>
                {holds ? <IconCircleCheck size={18} stroke={1.75} aria-hidden /> : <IconAlertCircle size={18} stroke={1.75} aria-hidden />}
                <span>
                  {t(`canvas.need_${need}`)}
                  {holds ? null : <small> ({t('canvas.notYet')})</small>}
                </span>
                {nodes[0] === undefined ? null : (
                  <button type="button" className={style.show} onClick={() => nodes[0] !== undefined && select([nodes[0]])}>
                    {t('canvas.showNodes', { n: nodes.length })}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}
