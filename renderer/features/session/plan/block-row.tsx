/** One block of the agenda: its time, what it is, who leads it; its details unfold below. */
import { ActionIcon, Menu } from '@mantine/core'
import {
  IconChevronDown,
  IconChevronRight,
  IconCoffee,
  IconDots,
  IconGripVertical,
  IconLayoutBoard,
  IconUser,
  IconUsersGroup,
} from '@tabler/icons-react'
import type { HTMLAttributes } from 'react'
import type { SessionBlock } from '#shared/model/session.ts'
import { clockText } from '#shared/rules/schedule-text.ts'
import type { BlockTime } from '#shared/rules/session-time.ts'
import { useLanguage, useText } from '../../../app/text.ts'
import { type Choice, PlainChoice, PlainNumber, PlainText } from './fields.tsx'
import css from './plan.module.css'

export type BlockActs = {
  readonly write: (patch: Partial<Omit<SessionBlock, 'id'>>) => void
  readonly insert: (kind: 'activity' | 'break') => void
  readonly duplicate: () => void
  readonly move: (steps: -1 | 1) => void
  readonly remove: () => void
}

type Props = {
  readonly time: BlockTime
  readonly first: boolean
  readonly last: boolean
  readonly open: boolean
  readonly readOnly: boolean
  readonly canvases: readonly Choice[]
  readonly acts: BlockActs
  readonly grip: HTMLAttributes<HTMLElement>
  readonly onToggle: () => void
  readonly children: React.ReactNode
}

export const leadList = 'plan-leads'

export function BlockRow({ time, first, last, open, readOnly, canvases, acts, grip, onToggle, children }: Props) {
  const t = useText()
  const language = useLanguage()
  const { block, clock, minutes } = time
  const name = block.title || t('plan.untitled')
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (readOnly || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    acts.move(event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    // The keys work in whatever part of the row has the focus.
    <li className={css.row} data-row data-block={block.id} data-kind={block.kind} onKeyDown={onKeyDown}>
      {!readOnly && (
        <span className={css.grip} title={t('plan.grip')} aria-hidden {...grip}>
          <IconGripVertical size={16} stroke={1.75} />
        </span>
      )}
      <time className={css.clock}>{clock === '' ? '–' : clockText(clock, language)}</time>
      <div className={css.what}>
        <PlainText
          strong
          part="title"
          label={t('plan.name')}
          value={block.title}
          disabled={readOnly}
          write={(title) => acts.write({ title })}
        />
        <Second block={block} canvases={canvases} readOnly={readOnly} acts={acts} onToggle={onToggle} />
      </div>
      <span className={css.minutes}>
        {block.kind === 'desks' ? (
          <b>{minutes}</b>
        ) : (
          <PlainNumber
            label={t('plan.minutesOf')}
            min={0}
            max={1440}
            step={5}
            value={block.minutes}
            disabled={readOnly}
            write={(next) => acts.write({ minutes: next })}
          />
        )}
        <span>{t('plan.minutesShort')}</span>
      </span>
      <span className={css.rowActs}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          data-part="fold"
          aria-label={t('plan.details', { name })}
          aria-expanded={open}
          onClick={onToggle}
        >
          {open ? <IconChevronDown size={18} stroke={1.75} aria-hidden /> : <IconChevronRight size={18} stroke={1.75} aria-hidden />}
        </ActionIcon>
        {!readOnly && <RowMenu name={name} first={first} last={last} acts={acts} />}
      </span>
      {open && <div className={css.details}>{children}</div>}
    </li>
  )
}

function Second({
  block,
  canvases,
  readOnly,
  acts,
  onToggle,
}: Pick<Props, 'canvases' | 'readOnly' | 'acts' | 'onToggle'> & { readonly block: SessionBlock }) {
  const t = useText()
  if (block.kind === 'break')
    return (
      <span className={css.second}>
        <IconCoffee size={15} stroke={1.75} aria-hidden />
        {t('plan.kind_break')}
      </span>
    )
  return (
    <span className={css.second}>
      {block.kind === 'desks' && (
        <button type="button" className={css.desksChip} onClick={onToggle}>
          <IconUsersGroup size={15} stroke={1.75} aria-hidden />
          {t('plan.desksOf', { desks: block.desks, each: block.each })}
        </button>
      )}
      <span className={css.labelled}>
        <IconLayoutBoard size={15} stroke={1.75} aria-hidden />
        <PlainChoice
          label={t('plan.canvas')}
          value={block.canvas}
          choices={canvases}
          disabled={readOnly}
          write={(canvas) => acts.write({ canvas })}
        />
      </span>
      <span className={css.labelled}>
        <IconUser size={15} stroke={1.75} aria-hidden />
        <PlainText list={leadList} label={t('plan.lead')} value={block.lead} disabled={readOnly} write={(lead) => acts.write({ lead })} />
      </span>
    </span>
  )
}

function RowMenu({ name, first, last, acts }: Pick<Props, 'first' | 'last' | 'acts'> & { readonly name: string }) {
  const t = useText()
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={36} data-part="menu" aria-label={t('plan.more', { name })}>
          <IconDots size={18} stroke={1.75} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => acts.insert('activity')}>{t('plan.insertActivity')}</Menu.Item>
        <Menu.Item onClick={() => acts.insert('break')}>{t('plan.insertBreak')}</Menu.Item>
        <Menu.Item onClick={acts.duplicate}>{t('plan.duplicate')}</Menu.Item>
        <Menu.Divider />
        <Menu.Item disabled={first} onClick={() => acts.move(-1)} rightSection="Alt+↑">
          {t('plan.up')}
        </Menu.Item>
        <Menu.Item disabled={last} onClick={() => acts.move(1)} rightSection="Alt+↓">
          {t('plan.down')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={acts.remove}>{t('plan.remove')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
