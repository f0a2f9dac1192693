/** Who comes to the desks and in which order: all of the lab, or those who were picked. */
import { ActionIcon, Button, Menu, Select } from '@mantine/core'
import { IconArrowsSort, IconGripVertical, IconX } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type { SessionBlock } from '#shared/model/session.ts'
import { behindFirst } from '#shared/rules/desk-schedule.ts'
import { useText } from '../../../app/text.ts'
import { useRowDrag } from '../../../parts/use-row-drag.ts'
import { notify } from '../../../state/notify.ts'
import style from './desks.module.css'
import css from './plan.module.css'
import type { Turns } from './use-turns.ts'

type Props = {
  readonly block: SessionBlock
  readonly turns: Turns
  readonly write: (patch: Partial<Omit<SessionBlock, 'id'>>) => void
}

export function TurnOrder({ block, turns, write }: Props) {
  const t = useText()
  const [open, setOpen] = useState(false)
  const list = turns.of(block)
  const order = (next: readonly string[]) => {
    const before = block.turns
    write({ turns: next })
    notify.undoable(t('plan.sorted'), () => write({ turns: before }))
  }
  const byName = () => [...list].sort((a, b) => turns.nameOf(a).localeCompare(turns.nameOf(b), 'id'))
  const inLab = () => turns.all(block.per).filter((id) => list.includes(id))
  return (
    <div>
      <div className={style.turnsHead}>
        <b>{t('plan.who')}</b>
        <span className={css.soft}>{block.turns.length === 0 ? t('plan.whoAll') : t('plan.whoPicked', { n: block.turns.length })}</span>
        <Menu position="bottom-start">
          <Menu.Target>
            <Button
              variant="default"
              size="xs"
              disabled={list.length < 2}
              leftSection={<IconArrowsSort size={15} stroke={1.75} aria-hidden />}
            >
              {t('plan.sort')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => order(behindFirst(list, turns.progress))}>{t('plan.sortBehind')}</Menu.Item>
            <Menu.Item onClick={() => order(byName())}>{t('plan.sortName')}</Menu.Item>
            <Menu.Item onClick={() => order(inLab())}>{t('plan.sortLab')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
        <Button
          variant="subtle"
          size="xs"
          aria-expanded={open}
          disabled={turns.all(block.per).length === 0}
          onClick={() => setOpen((on) => !on)}
        >
          {t('plan.pick')}
        </Button>
        {block.turns.length > 0 && (
          <Button variant="subtle" size="xs" onClick={() => write({ turns: [] })}>
            {t('plan.pickAll')}
          </Button>
        )}
      </div>
      {open && <Picked list={list} turns={turns} block={block} write={write} />}
    </div>
  )
}

function Picked({ list, turns, block, write }: Props & { readonly list: readonly string[] }) {
  const t = useText()
  const rows = useRef<HTMLOListElement>(null)
  const put = (next: readonly string[]) => write({ turns: next })
  const move = (id: string, to: number) => {
    const rest = list.filter((one) => one !== id)
    if (to < 0 || to > rest.length) return
    put([...rest.slice(0, to), id, ...rest.slice(to)])
    requestAnimationFrame(() => requestAnimationFrame(() => rows.current?.querySelector<HTMLElement>(`[data-turn="${id}"]`)?.focus()))
  }
  const grip = useRowDrag<string>(rows, move)
  const away = turns.all(block.per).filter((id) => !list.includes(id))
  return (
    <>
      <ol ref={rows} className={style.picked}>
        {list.map((id, at) => (
          <li key={id} data-row>
            <span className={css.grip} title={t('plan.grip')} aria-hidden {...grip(id, at)}>
              <IconGripVertical size={15} stroke={1.75} />
            </span>
            <button
              type="button"
              data-turn={id}
              aria-label={t('plan.movedTo', { name: turns.nameOf(id), n: at + 1, of: list.length })}
              aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
              onKeyDown={(event) => {
                if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
                event.preventDefault()
                event.stopPropagation()
                move(id, at + (event.key === 'ArrowUp' ? -1 : 1))
              }}
            >
              <i>{at + 1}</i> {turns.nameOf(id)}
            </button>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={30}
              disabled={list.length === 1}
              aria-label={t('plan.takeOff', { name: turns.nameOf(id) })}
              onClick={() => put(list.filter((one) => one !== id))}
            >
              <IconX size={15} stroke={1.75} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ol>
      {away.length > 0 && (
        <Select
          size="xs"
          searchable
          value={null}
          aria-label={t('plan.add')}
          placeholder={t('plan.add')}
          data={away.map((id) => ({ value: id, label: turns.nameOf(id) }))}
          onChange={(id) => id !== null && put([...list, id])}
        />
      )}
    </>
  )
}
