/** Main bones as the fishbone, the outline and the panel use them: their names, moving causes between them, and changing their set. */
import { Select } from '@mantine/core'
import { useCallback, useMemo } from 'react'
import { setSettings } from '#shared/doc/canvas.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { ItemId } from '#shared/model/ids.ts'
import { type Bone, otherBone } from '#shared/rules/tree.ts'
import { useBoth, useText } from '../../../app/text.ts'
import { Segmented } from '../../../parts/index.ts'
import { useSessionOf } from '../session.tsx'
import { mayHang, siblingsOf, topOf } from './edits.ts'
import type { TreeActs } from './use-tree.ts'

export function useBones(acts: TreeActs) {
  const t = useText()
  const both = useBoth()
  const nameOf = useCallback(
    (bone: Pick<Bone, 'category' | 'top'>): string =>
      bone.top?.item.text ?? (bone.category === null ? t('tree.otherBone') : both(bone.category.label)),
    [t, both],
  )
  return useMemo(() => {
    const { index, bones, set } = acts
    const core = index.tree.core?.id ?? null
    const boneOf = (id: ItemId): Bone | undefined => {
      const top = topOf(index, id)
      return bones.find((bone) => (bone.top === null ? bone.causes.some((node) => node === top) : bone.top === top))
    }
    /** Onto the end of a bone, as a cause of its own there. */
    const toBone = (id: ItemId, bone: Bone): void => {
      if (bone.top !== null) acts.hang(id, bone.top.item.id)
      else
        acts.moveTo(
          id,
          { parent: core, side: 'cause', zone: bone.key === otherBone && bone.category === null ? null : bone.key },
          nameOf(bone),
        )
    }
    return {
      nameOf,
      boneOf,
      toBone,
      /** Up and down among the causes that hang at the same place on the same bone. */
      along: (id: ItemId, step: -1 | 1): void => {
        const node = index.nodes.get(id)
        const bone = boneOf(id)
        const among = node?.depth === 1 && set !== null && bone !== undefined ? bone.causes : siblingsOf(index, id)
        acts.shift(id, step, among)
      },
      /** To the bone before or after; a cause that is a bone changes places with it. */
      across: (id: ItemId, step: -1 | 1): void => {
        const bone = boneOf(id)
        if (bone?.top != null && bone.top.item.id === id) {
          acts.shift(id, step)
          return
        }
        const next = bone === undefined ? undefined : bones[bones.indexOf(bone) + step]
        if (next !== undefined) toBone(id, next)
      },
      dropOn: (id: ItemId, key: string): { readonly word: string; readonly run: () => void } | null => {
        const bone = bones.find((one) => one.key === key)
        if (bone === undefined || (bone.top !== null && !mayHang(index, id, bone.top.item.id))) return null
        return { word: nameOf(bone), run: () => toBone(id, bone) }
      },
    }
  }, [acts, nameOf])
}

/** Which set of categories the bones are. Changing it never loses a cause: what the new set does not know stands on "lainnya". */
export function CategorySwitch({ acts }: { readonly acts: TreeActs }) {
  const { def, desk, act, announce } = useSessionOf('tree')
  const t = useText()
  const both = useBoth()
  const { set } = acts
  if (set === null || def.categorySets.length < 2) return null
  const choose = (key: string): void => {
    const next = def.categorySets.find((one) => one.key === key)
    if (next === undefined || next.key === set.key) return
    act(() => setSettings(desk.doc, desk.canvas, { set: next.key }, byPerson))
    announce(t('tree.setKept', { set: both(next.label) }))
  }
  // A label such as "4P: Policy, Procedure, People, Plant" is named by what stands before the colon.
  const short = (label: string): string => label.split(':')[0] ?? label
  if (def.categorySets.length <= 4 && !acts.readOnly)
    return (
      <Segmented
        label={t('tree.set')}
        value={set.key}
        segments={def.categorySets.map((one) => ({ value: one.key, label: short(both(one.label)) }))}
        onChange={choose}
      />
    )
  return (
    <Select
      aria-label={t('tree.set')}
      value={set.key}
      disabled={acts.readOnly}
      allowDeselect={false}
      data={def.categorySets.map((one) => ({ value: one.key, label: both(one.label) }))}
      onChange={(key) => key !== null && choose(key)}
    />
  )
}

/** The bone of one cause, to be changed; nothing for what is on no bone. */
export function CategoryField({ acts, id }: { readonly acts: TreeActs; readonly id: ItemId }) {
  const t = useText()
  const bones = useBones(acts)
  const here = bones.boneOf(id)
  if (acts.set === null || here === undefined) return null
  return (
    <Select
      label={t('tree.category')}
      value={here.key}
      disabled={acts.readOnly}
      allowDeselect={false}
      data={acts.bones.map((bone) => ({ value: bone.key, label: bones.nameOf(bone) }))}
      onChange={(key) => {
        const bone = acts.bones.find((one) => one.key === key)
        if (bone !== undefined && bone !== here) bones.toBone(id, bone)
      }}
      comboboxProps={{ withinPortal: false }}
    />
  )
}
