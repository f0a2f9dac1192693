/** The board as a list: zones, clusters and notes with every act at hand, for the keyboard, a screen reader and a phone. */
import { Button, Select, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Item } from '#shared/model/lab.ts'
import { type BoardDef, noteColors } from '#shared/model/pack.ts'
import { useBoth, useText } from '../../../app/text.ts'
import { ItemEditor } from '../item-editor.tsx'
import style from '../outline/outline.module.css'
import { type OutlineAct, OutlineActs } from '../outline/outline-acts.tsx'
import { useSessionOf } from '../session.tsx'
import { endKey } from '../trail/chain.ts'
import board from './board.module.css'
import { VotesLeft } from './board-tools.tsx'
import { paperClass } from './note.tsx'
import { type BoardActs, useBoard } from './use-board.ts'

export function BoardOutline() {
  const { def, items } = useSessionOf('board')
  const acts = useBoard()
  const both = useBoth()
  const t = useText()
  const first = def.zones[0]?.key ?? ''
  const zoneOf = (item: Item): string => (def.zones.some((zone) => zone.key === item.zone) ? (item.zone ?? first) : first)
  const clusters = items.filter((item) => item.role === 'cluster')
  const inCluster = (item: Item): boolean => item.role !== 'cluster' && clusters.some((cluster) => cluster.id === item.cluster)
  return (
    <div className={style.outline}>
      {acts.votesLeft === null || acts.quota === null ? null : (
        <div className={style.head}>
          <VotesLeft left={acts.votesLeft} quota={acts.quota} />
        </div>
      )}
      {def.zones.map((zone) => {
        const own = items.filter((item) => item.role !== 'cluster' && !inCluster(item) && zoneOf(item) === zone.key)
        const frames = clusters.filter((cluster) => zoneOf(cluster) === zone.key)
        const count = own.length + items.filter((item) => frames.some((frame) => frame.id === item.cluster)).length
        return (
          <section key={zone.key} className={style.group} aria-label={both(zone.label)}>
            <h2>
              {both(zone.label)} <span>{t('canvas.cards', { n: count })}</span>
            </h2>
            <p className={style.hint}>{both(zone.hint)}</p>
            {frames.map((frame) => (
              <div key={frame.id} className={style.cluster}>
                <ul>
                  <Line item={frame} acts={acts} clusters={clusters} def={def} />
                </ul>
                <ul className={style.nested}>
                  {items
                    .filter((item) => item.cluster === frame.id && item.role !== 'cluster')
                    .map((item) => (
                      <Line key={item.id} item={item} acts={acts} clusters={clusters} def={def} />
                    ))}
                </ul>
              </div>
            ))}
            <ul>
              {own.map((item) => (
                <Line key={item.id} item={item} acts={acts} clusters={clusters} def={def} />
              ))}
            </ul>
            {acts.readOnly ? null : (
              <AddLine label={t('canvas.addTo', { place: both(zone.label) })} onAdd={(text) => acts.paste(zone.key, text)} />
            )}
          </section>
        )
      })}
    </div>
  )
}

/** A field that adds on Enter and stays, so that one card can follow another. Pasted lines become one card each. */
export function AddLine({ label, onAdd }: { readonly label: string; readonly onAdd: (text: string) => void }) {
  const [text, setText] = useState('')
  const t = useText()
  const add = (): void => {
    if (text.trim() === '') return
    onAdd(text.trim())
    setText('')
  }
  return (
    <form
      className={style.add}
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <TextInput
        aria-label={label}
        placeholder={label}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text/plain')
          if (!pasted.trim().includes('\n')) return
          event.preventDefault()
          onAdd(pasted)
        }}
      />
      <Button type="submit" variant="default" leftSection={<IconPlus size={16} stroke={1.75} />}>
        {t('canvas.add')}
      </Button>
    </form>
  )
}

function Line({
  item,
  acts,
  clusters,
  def,
}: {
  readonly item: Item
  readonly acts: BoardActs
  readonly clusters: readonly Item[]
  readonly def: BoardDef
}) {
  const { selection, select, linked, openLinks, readOnly } = useSessionOf('board')
  const t = useText()
  const both = useBoth()
  const editing = acts.editing?.kind === 'item' && acts.editing.id === item.id
  const frame = item.role === 'cluster'
  const color = item.color ?? def.zones.find((zone) => zone.key === item.zone)?.color ?? 'kunyit'
  const list: OutlineAct[] = readOnly
    ? []
    : [
        { key: 'edit', label: t('canvas.edit'), run: () => acts.setEditing({ kind: 'item', id: item.id }) },
        ...(acts.quota === null || frame
          ? []
          : [
              { key: 'vote', label: t('canvas.giveVote'), run: () => acts.vote([item.id], 1) },
              { key: 'unvote', label: t('canvas.takeVote'), run: () => acts.vote([item.id], -1) },
            ]),
        { key: 'up', label: t('canvas.moveUp'), run: () => acts.shift(item.id, -1) },
        { key: 'down', label: t('canvas.moveDown'), run: () => acts.shift(item.id, 1) },
        ...(frame
          ? []
          : [
              { key: 'copy', label: t('canvas.toolCopy'), run: () => acts.duplicate([item.id]) },
              {
                key: 'link',
                label: t('canvas.linkOrBecome'),
                run: () => {
                  select([item.id])
                  openLinks()
                },
              },
            ]),
        { key: 'remove', label: t('canvas.toolRemove'), run: () => acts.remove([item.id]) },
      ]
  return (
    <li className={style.line} data-current={selection.active === item.id || undefined}>
      <i className={`${board.swatch} ${frame ? '' : paperClass(color)}`} aria-hidden />
      {editing ? (
        <ItemEditor
          label={t('canvas.noteText')}
          text={item.text}
          className={style.editor}
          onSave={(text) => {
            acts.write(item.id, text)
            acts.setEditing(null)
          }}
          onCancel={() => acts.setEditing(null)}
        />
      ) : (
        <button
          type="button"
          className={style.text}
          onClick={() => select([item.id])}
          onDoubleClick={() => readOnly || acts.setEditing({ kind: 'item', id: item.id })}
        >
          <span>{item.text === '' ? t('canvas.noText') : item.text}</span>
          <small>
            {[
              frame ? t('canvas.clusterWord') : t(`canvas.colour_${color}`),
              item.author,
              item.table,
              item.votes > 0 ? t('canvas.votes', { n: item.votes }) : '',
              linked.has(endKey({ place: 'item', of: def.id, key: item.id })) ? t('canvas.hasTrail') : '',
            ]
              .filter((part) => part !== '')
              .join(' · ')}
          </small>
        </button>
      )}
      {readOnly ? null : (
        <OutlineActs label={t('canvas.actsFor', { text: item.text })} acts={list}>
          {frame ? null : (
            <Select
              label={t('canvas.toolColour')}
              allowDeselect={false}
              value={color}
              data={noteColors.map((one) => ({ value: one, label: t(`canvas.colour_${one}`) }))}
              onChange={(value) => {
                const next = noteColors.find((one) => one === value)
                if (next !== undefined) acts.colour([item.id], next)
              }}
              comboboxProps={{ withinPortal: false }}
            />
          )}
          <Select
            label={t('canvas.zone')}
            allowDeselect={false}
            value={item.zone}
            data={def.zones.map((zone) => ({ value: zone.key, label: both(zone.label) }))}
            onChange={(value) => value !== null && value !== item.zone && acts.toZone([item.id], value)}
            comboboxProps={{ withinPortal: false }}
          />
          {frame || clusters.length === 0 ? null : (
            <Select
              label={t('canvas.clusterWord')}
              clearable
              value={clusters.some((one) => one.id === item.cluster) ? item.cluster : null}
              data={clusters.map((one) => ({ value: one.id, label: one.text === '' ? t('canvas.noText') : one.text }))}
              onChange={(value) => acts.toCluster([item.id], clusters.find((one) => one.id === value)?.id ?? null)}
              comboboxProps={{ withinPortal: false }}
            />
          )}
          {frame || item.cluster !== null ? null : (
            <Button
              variant="default"
              size="xs"
              onClick={() => {
                select([item.id])
                acts.clusterOf([item.id])
              }}
            >
              {t('canvas.newClusterHere')}
            </Button>
          )}
        </OutlineActs>
      )}
    </li>
  )
}
