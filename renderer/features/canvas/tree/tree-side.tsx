/** Beside a tree: the chosen node, its mirror, what is missing before the tree can be called done, and what two people left behind. */
import { Button } from '@mantine/core'
import { IconAlertCircle, IconCircleCheck } from '@tabler/icons-react'
import type { ItemId } from '#shared/model/ids.ts'
import { levelOf, orphansOf, treeNeeds } from '#shared/rules/tree.ts'
import { useText } from '../../../app/text.ts'
import { CellField } from '../grid/cell-field.tsx'
import { useSessionOf } from '../session.tsx'
import { CategoryField } from './bones.tsx'
import { MirrorOfNode, TwinOfNode } from './mirror-side.tsx'
import style from './side.module.css'
import { type TreeActs, useTree } from './use-tree.ts'

export function TreeSidePanel() {
  const acts = useTree()
  const { active, byId } = acts
  const chosen = active === null ? undefined : byId.get(active)
  return (
    <section className={style.side}>
      {chosen === undefined ? null : <Chosen key={chosen.id} acts={acts} id={chosen.id} />}
      <Strays acts={acts} />
      <Needs acts={acts} />
    </section>
  )
}

function Chosen({ acts, id }: { readonly acts: TreeActs; readonly id: ItemId }) {
  const { def } = useSessionOf('tree')
  const t = useText()
  const item = acts.byId.get(id)
  const node = acts.index.nodes.get(id)
  if (item === undefined) return null
  const level = node === undefined ? 'core' : levelOf(node)
  const orphan = orphansOf(acts.index.tree).some((one) => one.item.id === id)
  const facts = [
    [t('tree.author'), [item.author, item.table].filter((part) => part !== '').join(', ')],
    [t('tree.votes'), item.votes > 0 ? String(item.votes) : ''],
  ].filter(([, text]) => text !== '')
  return (
    <div className={style.stack}>
      <h2>{acts.levelName(id)}</h2>
      <div className={style.chosen} data-level={level}>
        {item.text === '' ? t('canvas.noText') : item.text}
      </div>
      <MirrorOfNode acts={acts} item={item} />
      {facts.length === 0 ? null : (
        <dl className={style.facts}>
          {facts.map(([name, text]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
      {node?.side === 'cause' ? <CategoryField acts={acts} id={id} /> : null}
      {node === undefined
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
      {orphan ? (
        <div className={style.hint}>
          <p>{t('tree.orphan')}</p>
          {acts.readOnly ? null : (
            <Button size="xs" variant="default" onClick={() => acts.adopt([id])}>
              {t('tree.keepHere')}
            </Button>
          )}
        </div>
      ) : null}
      <TwinOfNode item={item} />
    </div>
  )
}

/** What is there because two people worked at once: said until somebody has looked at it. */
function Strays({ acts }: { readonly acts: TreeActs }) {
  const { select } = useSessionOf('tree')
  const t = useText()
  const { tree } = acts.index
  if (tree.core === null) return null
  const orphans = orphansOf(tree).map((node) => node.item.id)
  const kinds = [
    { key: 'otherCores', ids: tree.otherCores, mend: t('tree.adoptCores') },
    { key: 'orphans', ids: orphans, mend: t('tree.keepHere') },
    { key: 'crossed', ids: tree.opened, mend: t('tree.keepHere') },
  ] as const
  return kinds.map(({ key, ids, mend }) =>
    ids.length === 0 ? null : (
      <div key={key} className={style.hint}>
        <p>{t(`tree.${key}`, { n: ids.length })}</p>
        <div className={style.buttons}>
          <Button size="xs" variant="default" onClick={() => ids[0] !== undefined && select([ids[0]])}>
            {t('tree.show')}
          </Button>
          {acts.readOnly ? null : (
            <Button size="xs" variant="default" onClick={() => acts.adopt(ids)}>
              {mend}
            </Button>
          )}
        </div>
      </div>
    ),
  )
}

function Needs({ acts }: { readonly acts: TreeActs }) {
  const { def, selection, select } = useSessionOf('tree')
  const t = useText()
  const needs = treeNeeds(def.ready, acts.index.tree)
  if (needs.length === 0) return null
  return (
    <div>
      <h2>{t('canvas.beforeDone')}</h2>
      <ul className={style.ready}>
        {needs.map(({ need, holds, nodes }) => {
          // Pressed again it leads to the next one.
          const next = nodes[(selection.active === null ? 0 : nodes.indexOf(selection.active) + 1) % Math.max(1, nodes.length)]
          return (
            <li key={need} data-holds={holds || undefined}>
              {holds ? <IconCircleCheck size={18} stroke={1.75} aria-hidden /> : <IconAlertCircle size={18} stroke={1.75} aria-hidden />}
              <span>
                {t(`canvas.need_${need}`)}
                {holds ? null : <small> ({t('canvas.notYet')})</small>}
              </span>
              {next === undefined ? null : (
                <button type="button" className={style.show} onClick={() => select([next])}>
                  {t('canvas.showNodes', { n: nodes.length })}
                </button>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
