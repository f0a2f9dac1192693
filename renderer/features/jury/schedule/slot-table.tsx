/** The times of each panel in a table that prints. A row is carried by its grip or with Alt and the arrows; a time that is typed moves what comes after it. */
import { IconGripVertical, IconX } from '@tabler/icons-react'
import { useRef } from 'react'
import type { EntryId } from '#shared/model/ids.ts'
import type { Panel, Slot } from '#shared/model/jury.ts'
import { formatLongDay } from '#shared/rules/dates.ts'
import { useBoth, useLanguage, useText } from '../../../app/text.ts'
import { useRowDrag } from '../../../parts/use-row-drag.ts'
import { TextField } from '../fields.tsx'
import css from '../jury.module.css'
import type { OpenedConvention } from '../use-convention.ts'
import { entryName } from '../words.ts'
import { slotMoved, slotRemoved, slotStarts } from './edits.ts'
import { clock, endOf, inTime } from './outgoing.ts'
import own from './schedule.module.css'

export function SlotTable({ open }: { readonly open: OpenedConvention }) {
  const { convention } = open
  return (
    <div className={css.stack}>
      {convention.panels.flatMap((panel) =>
        convention.stages.map((stage) => {
          const slots = inTime(convention.slots.filter((slot) => slot.panel === panel.id && slot.stage === stage.key))
          return slots.length === 0 ? null : (
            <PanelSlots key={`${panel.id} ${stage.key}`} open={open} panel={panel} stage={stage.key} slots={slots} />
          )
        }),
      )}
    </div>
  )
}

type Props = { readonly open: OpenedConvention; readonly panel: Panel; readonly stage: string; readonly slots: readonly Slot[] }

function PanelSlots({ open, panel, stage, slots }: Props) {
  const t = useText()
  const both = useBoth()
  const { convention, readOnly, change } = open
  const list = useRef<HTMLTableSectionElement>(null)
  const move = (entry: EntryId, to: number) => void change(t('jurors.slotMoved'), slotMoved({ panel: panel.id, stage }, entry, to))
  const drag = useRowDrag(list, move, 'data-slot')
  const title = convention.stages.find(({ key }) => key === stage)?.title
  return (
    <section className={css.scroll} aria-label={panel.name}>
      <h3 className={own.title}>
        {panel.name}
        {convention.stages.length > 1 && title && <small>{both(title)}</small>}
      </h3>
      <table className={css.table}>
        <tbody ref={list}>
          {slots.map((slot, at) => (
            <Row
              key={slot.entry}
              open={open}
              slot={slot}
              newDay={slots[at - 1]?.start.slice(0, 10) !== slot.start.slice(0, 10)}
              grip={{
                ...drag(slot.entry, at),
                onKeyDown: (event: React.KeyboardEvent) => {
                  const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
                  if (!event.altKey || step === 0 || at + step < 0 || at + step >= slots.length) return
                  event.preventDefault()
                  event.stopPropagation()
                  move(slot.entry, at + step)
                },
              }}
              readOnly={readOnly}
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row(props: {
  readonly open: OpenedConvention
  readonly slot: Slot
  readonly newDay: boolean
  readonly grip: React.ButtonHTMLAttributes<HTMLButtonElement>
  readonly readOnly: boolean
}) {
  const t = useText()
  const language = useLanguage()
  const { open, slot, newDay, grip, readOnly } = props
  const entry = open.convention.entries.find(({ id }) => id === slot.entry)
  const name = entry === undefined ? '' : entryName(entry)
  return (
    <tr data-row>
      <td className={own.day}>{newDay && formatLongDay(slot.start.slice(0, 10), language)}</td>
      <td className={own.time}>
        {readOnly ? (
          clock(slot.start)
        ) : (
          <TextField
            bare
            type="time"
            label={t('jurors.startOf', { name })}
            value={slot.start.slice(11)}
            write={(time) => /^\d\d:\d\d$/u.test(time) && void open.change(t('jurors.timeSet', { name }), slotStarts(slot, time))}
          />
        )}
      </td>
      <td className={own.until}>–{clock(endOf(slot))}</td>
      <td className={own.name}>
        <span className={css.code}>{entry?.code}</span> {name}
        <small>{entry?.unitName}</small>
      </td>
      {!readOnly && (
        <td className={own.acts}>
          <button
            type="button"
            className={`${css.cross} ${css.grip}`}
            data-slot={slot.entry}
            aria-label={t('jurors.moveSlot', { name })}
            aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
            {...grip}
          >
            <IconGripVertical size={16} stroke={1.75} aria-hidden />
          </button>
          <button
            type="button"
            className={css.cross}
            aria-label={t('jurors.removeSlot', { name })}
            onClick={() => void open.change(t('jurors.slotRemoved', { name }), slotRemoved(slot))}
          >
            <IconX size={16} stroke={1.75} aria-hidden />
          </button>
        </td>
      )}
    </tr>
  )
}
