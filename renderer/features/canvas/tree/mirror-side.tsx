/** The objective tree beside its problem tree: turning it over, what changed there since, and from a problem node the way to its twin. */
import { Button } from '@mantine/core'
import { IconFlipVertical } from '@tabler/icons-react'
import type { Item } from '#shared/model/lab.ts'
import type { TreeDef } from '#shared/model/pack.ts'
import { sourceIdOf } from '#shared/rules/tree.ts'
import { useBoth, useText } from '../../../app/text.ts'
import { useSession, useSessionOf } from '../session.tsx'
import * as mirror from './mirror.ts'
import style from './side.module.css'
import type { TreeActs } from './use-tree.ts'

/** Whether there is anything to say about the problem tree as a whole. */
export const hasOffer = ({ mirror: reading, byId }: Pick<TreeActs, 'mirror' | 'byId'>): boolean =>
  reading !== null &&
  (reading.missing.length > 0 || reading.nodes.size === 0 || reading.doubles.some((id) => byId.get(id)?.text.trim() === ''))

/** Offers the problem nodes that have no twin yet, and tidies twins that were made twice. */
export function MirrorOffer({ acts }: { readonly acts: TreeActs }) {
  const { def, defs, desk, items, act, announce } = useSessionOf('tree')
  const t = useText()
  const both = useBoth()
  const source = defs.find((one) => one.id === def.mirror)
  if (acts.mirror === null || source === undefined) return null
  const { missing, doubles } = acts.mirror
  const tree = both(source.title)
  const empty = items.filter((item) => doubles.includes(item.id) && item.text.trim() === '').length
  const begun = acts.mirror.nodes.size > 0
  const turn = (): void => {
    const made = act(() => mirror.turnOver(desk, source.id, missing))
    if (made === undefined) return
    announce(t('tree.mirrorMade', { n: made, tree }))
  }
  const tidy = (): void => {
    const gone = act(() => mirror.tidyDoubles(desk, items, doubles))
    if (gone !== undefined) announce(t('tree.mirrorTidied', { n: gone.count }))
  }
  if (!hasOffer(acts)) return null
  return (
    <div className={style.offer}>
      {missing.length === 0 ? (
        begun ? null : (
          <p>{t('tree.mirrorEmpty', { tree })}</p>
        )
      ) : (
        <>
          <p>{begun ? t('tree.mirrorNew', { n: missing.length, tree }) : t('tree.mirrorTakeHint', { tree })}</p>
          {acts.readOnly ? null : (
            <Button size="sm" variant="light" leftSection={<IconFlipVertical size={16} stroke={1.75} />} onClick={turn}>
              {begun ? t('tree.mirrorAdd') : t('tree.mirrorTake', { tree })}
            </Button>
          )}
        </>
      )}
      {empty === 0 ? null : (
        <>
          <p>{t('tree.mirrorDoubles', { n: doubles.length })}</p>
          {acts.readOnly ? null : (
            <Button size="xs" variant="default" onClick={tidy}>
              {t('tree.mirrorTidy')}
            </Button>
          )}
        </>
      )}
    </div>
  )
}

/** The problem sentence a chosen objective node turns round, and whether it still says the same. */
export function MirrorOfNode({ acts, item }: { readonly acts: TreeActs; readonly item: Item }) {
  const { def, defs, desk, value, act, announce, goTo } = useSessionOf('tree')
  const t = useText()
  const both = useBoth()
  const node = acts.mirror?.nodes.get(item.id)
  const source = defs.find((one) => one.id === def.mirror)
  if (node === undefined || source === undefined) return null
  const tree = both(source.title)
  const was = value.trail.findLast((link) => link.from.key === node.source && link.to.key === item.id)?.from.quote ?? ''
  const agree = (): void => {
    act(() => mirror.agree(desk, def, value.trail, item, node.text))
    announce(t('tree.mirrorAgreed'))
  }
  return (
    <div className={style.hint} data-state={node.state}>
      {node.state === 'changed' ? (
        <>
          <p>
            <strong>{t('tree.mirrorChanged', { tree })}</strong>
          </p>
          <p>{t('tree.mirrorWas', { text: was })}</p>
          <p>{t('tree.mirrorNow', { text: node.text })}</p>
        </>
      ) : (
        <p>{node.state === 'gone' ? t('tree.mirrorGone', { tree }) : t('tree.from', { text: node.text })}</p>
      )}
      {node.state === 'gone' && node.text !== '' ? <p>{t('tree.from', { text: node.text })}</p> : null}
      <div className={style.buttons}>
        {node.state === 'changed' && !acts.readOnly ? (
          <Button size="xs" variant="light" onClick={agree}>
            {t('tree.mirrorAgree')}
          </Button>
        ) : null}
        {node.state === 'gone' ? null : (
          <Button size="xs" variant="default" onClick={() => goTo({ place: 'item', of: source.id, key: node.source, quote: node.text })}>
            {t('tree.mirrorOpen', { tree })}
          </Button>
        )}
      </div>
    </div>
  )
}

/** On a problem tree: what the chosen node became in the objective tree. */
export function TwinOfNode({ item }: { readonly item: Item }) {
  const { def, defs, value, goTo } = useSession()
  const t = useText()
  const both = useBoth()
  const objective = defs.find((one): one is TreeDef => one.kind === 'tree' && one.mirror === def.id)
  if (objective === undefined) return null
  const items = value.canvases[objective.id]?.items ?? []
  if (items.length === 0) return null
  const twin = items.find((one) => sourceIdOf(one) === item.id)
  const tree = both(objective.title)
  const words =
    twin === undefined
      ? t('tree.mirrorTwinNone')
      : twin.text === ''
        ? t('tree.mirrorTwinEmpty')
        : t('tree.mirrorTwinText', { text: twin.text })
  return (
    <div className={style.hint}>
      <p>
        <strong>{t('tree.mirrorTwin', { tree })}</strong>
      </p>
      <p>{words}</p>
      {twin === undefined ? null : (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconFlipVertical size={16} stroke={1.75} />}
          onClick={() => goTo({ place: 'item', of: objective.id, key: twin.id, quote: twin.text })}
        >
          {t('tree.mirrorOpen', { tree })}
        </Button>
      )}
    </div>
  )
}
