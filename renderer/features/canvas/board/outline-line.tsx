/** One line of the outline: a card or a cluster with everything that can be done to it. */
import { Button, Select } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { memo, useState } from 'react'
import { valuesText } from '#shared/figure/note-values.ts'
import type { Item } from '#shared/model/lab.ts'
import { noteColors } from '#shared/model/pack.ts'
import { endKey } from '#shared/rules/trail.ts'
import { useBoth, useLanguage, useText } from '../../../app/text.ts'
import { ItemEditor } from '../item-editor.tsx'
import style from '../outline/outline.module.css'
import { type OutlineAct, OutlineActs } from '../outline/outline-acts.tsx'
import { useSessionOf } from '../session.tsx'
import { webAddress } from './cards.ts'
import controls from './controls.module.css'
import { paperClass } from './note.tsx'
import { NoteForm } from './note-form.tsx'
import paper from './paper.module.css'
import type { Board } from './use-board.ts'
import type { CardPictures } from './use-card-pictures.ts'

type Props = {
  readonly item: Item
  readonly board: Board
  readonly pictures: CardPictures
  readonly clusters: readonly Item[]
  readonly at: number
  readonly of: number
}

export function OutlineLine({ item, board: all, pictures, clusters, at, of }: Props) {
  const { def, selection, select, linked, readOnly } = useSessionOf('board')
  const { acts, editing, setEditing } = all
  const t = useText()
  const frame = item.role === 'cluster'
  const color = item.color ?? def.zones.find((zone) => zone.key === item.zone)?.color ?? 'kunyit'
  const write = editing?.kind === 'item' && editing.id === item.id
  return (
    <li className={style.line} aria-setsize={of} aria-posinset={at + 1} data-current={selection.active === item.id || undefined}>
      <i className={`${paper.swatch} ${frame ? '' : paperClass(color)}`} aria-hidden />
      {write ? (
        <ItemEditor
          label={t(frame ? 'canvas.clusterName' : 'canvas.noteText')}
          text={item.text}
          className={style.editor}
          onSave={(text) => {
            acts.write(item.id, text)
            setEditing(null)
          }}
          onCancel={() => setEditing(null)}
        />
      ) : (
        <LineText
          item={item}
          color={frame ? '' : t(`canvas.colour_${color}`)}
          trail={linked.has(endKey({ place: 'item', of: def.id, key: item.id }))}
          onSelect={() => select([item.id])}
          onEdit={() => readOnly || acts.edit(item.id)}
        />
      )}
      <LineLink link={item.link} />
      {readOnly ? null : <LineActs item={item} board={all} pictures={pictures} clusters={clusters} />}
    </li>
  )
}

type TextProps = {
  readonly item: Item
  readonly color: string
  readonly trail: boolean
  readonly onSelect: () => void
  readonly onEdit: () => void
}

const LineText = memo(
  function LineText({ item, color, trail, onSelect, onEdit }: TextProps) {
    const { def } = useSessionOf('board')
    const t = useText()
    const both = useBoth()
    const language = useLanguage()
    const frame = item.role === 'cluster'
    return (
      <button type="button" className={style.text} onClick={onSelect} onDoubleClick={onEdit}>
        <span>{item.text !== '' ? item.text : t(item.picture === '' ? 'canvas.noText' : 'board.untitled')}</span>
        <small>
          {[
            frame ? t('canvas.clusterWord') : color,
            item.author,
            item.table,
            valuesText(def.columns, item.values, language, both),
            item.picture === '' ? '' : t('board.withPicture'),
            item.votes > 0 ? t('canvas.votes', { n: item.votes }) : '',
            trail ? t('canvas.hasTrail') : '',
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </small>
      </button>
    )
  },
  (a, b) => a.item === b.item && a.color === b.color && a.trail === b.trail,
)

function LineLink({ link }: { readonly link: string }) {
  const t = useText()
  const address = webAddress(link)
  if (address === null) return null
  return (
    <a
      className={controls.outlineLink}
      href={address}
      target="_blank"
      rel="noopener noreferrer"
      title={link}
      aria-label={t('board.linkOpen')}
    >
      <IconExternalLink size={18} stroke={1.75} aria-hidden />
    </a>
  )
}

function LineActs({ item, board: all, pictures, clusters }: Omit<Props, 'at' | 'of'>) {
  const { def, select, openLinks } = useSessionOf('board')
  const { acts, quota } = all
  const t = useText()
  const both = useBoth()
  const [details, setDetails] = useState(false)
  const frame = item.role === 'cluster'
  const color = item.color ?? def.zones.find((zone) => zone.key === item.zone)?.color ?? 'kunyit'
  const when = (yes: boolean, ...list: readonly OutlineAct[]): readonly OutlineAct[] => (yes ? list : [])
  const list: readonly OutlineAct[] = [
    { key: 'edit', label: t('canvas.edit'), run: () => acts.edit(item.id) },
    ...when(
      quota !== null && !frame,
      { key: 'vote', label: t('canvas.giveVote'), run: () => acts.vote([item.id], 1) },
      { key: 'unvote', label: t('canvas.takeVote'), run: () => acts.vote([item.id], -1) },
    ),
    { key: 'up', label: t('canvas.moveUp'), run: () => acts.shift(item.id, -1) },
    { key: 'down', label: t('canvas.moveDown'), run: () => acts.shift(item.id, 1) },
    ...when(
      !frame,
      { key: 'details', label: t('board.toolDetails'), pressed: details, run: () => setDetails(!details) },
      { key: 'copy', label: t('canvas.toolCopy'), run: () => acts.duplicate([item.id]) },
      {
        key: 'link',
        label: t('canvas.linkOrBecome'),
        run: () => {
          select([item.id])
          openLinks()
        },
      },
    ),
    ...when(frame, { key: 'open', label: t('board.openCluster'), run: () => acts.openCluster(item.id) }),
    { key: 'remove', label: t('canvas.toolRemove'), run: () => acts.remove([item.id]) },
  ]
  return (
    <OutlineActs label={t('canvas.actsFor', { text: item.text === '' ? t('board.untitled') : item.text })} acts={list}>
      {frame ? null : (
        <Select
          label={t('canvas.toolColour')}
          allowDeselect={false}
          value={color}
          data={noteColors.map((one) => {
            const meaning = def.legend.find((line) => line.color === one)
            return { value: one, label: t(`canvas.colour_${one}`) + (meaning === undefined ? '' : `: ${both(meaning.label)}`) }
          })}
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
      {details && !frame ? (
        <div className={controls.outlineForm}>
          <NoteForm item={item} board={all} pictures={pictures} />
        </div>
      ) : null}
    </OutlineActs>
  )
}
