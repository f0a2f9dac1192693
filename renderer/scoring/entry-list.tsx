/** The entries of a judge with how far each is. */
import { IconCircleCheck, IconCircleDashed, IconEyeOff, IconPencil, type TablerIcon } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useText } from '../app/text.ts'
import { Segmented } from '../parts/index.ts'
import css from './entry-list.module.css'
import type { EntryState, EntryTasks } from './tasks.ts'

const icons: Readonly<Record<EntryState, TablerIcon>> = {
  recused: IconEyeOff,
  locked: IconCircleCheck,
  draft: IconPencil,
  none: IconCircleDashed,
}

type Props = { readonly all: readonly EntryTasks[]; readonly now: string; readonly onChoose: (one: EntryTasks) => void }

export function EntryList({ all, now, onChoose }: Props) {
  const t = useText()
  const list = useRef<HTMLOListElement>(null)
  const [shown, setShown] = useState<'all' | 'open'>('all')
  const tasks = all.flatMap((one) => one.tasks)
  const done = tasks.filter(({ locked }) => locked).length
  const some = shown === 'all' ? all : all.filter(({ entry, state }) => state === 'none' || state === 'draft' || entry.id === now)
  // Follows the judge who goes on with the keyboard.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another entry is what moves the list
  useEffect(() => {
    const current = list.current?.querySelector<HTMLElement>('[aria-current]')
    if (current && list.current) {
      const { offsetTop, offsetHeight } = current
      const { scrollTop, clientHeight } = list.current
      if (offsetTop < scrollTop || offsetTop + offsetHeight > scrollTop + clientHeight)
        list.current.scrollTop = offsetTop - clientHeight / 3
    }
  }, [now])
  return (
    <nav className={css.entries} aria-label={t('scoring.entryList')}>
      <p className={css.progress}>
        <b>{t('scoring.progress', { n: done, of: tasks.length })}</b>
        <i aria-hidden>
          <i style={{ width: `${tasks.length === 0 ? 0 : (done / tasks.length) * 100}%` }} />
        </i>
      </p>
      <Segmented
        label={t('scoring.show')}
        value={shown}
        segments={[
          { value: 'all', label: t('scoring.showAll') },
          { value: 'open', label: t('scoring.showOpen') },
        ]}
        onChange={setShown}
      />
      <ol ref={list}>
        {some.map((one) => (
          <li key={one.entry.id}>
            <Line one={one} current={one.entry.id === now} onChoose={onChoose} />
          </li>
        ))}
      </ol>
    </nav>
  )
}

function Line({ one, current, onChoose }: { readonly one: EntryTasks; readonly current: boolean; readonly onChoose: Props['onChoose'] }) {
  const t = useText()
  const { entry, state, tasks, start } = one
  const Icon = icons[state]
  const n = tasks.reduce((sum, { done }) => sum + done, 0)
  const of = tasks.reduce((sum, task) => sum + task.of, 0)
  const clock = start.slice(11, 16).replace(':', '.')
  return (
    <button type="button" aria-current={current ? 'true' : undefined} data-state={state} onClick={() => onChoose(one)}>
      <Icon size={16} stroke={1.75} aria-hidden />
      <span>
        <b>{entry.name === '' ? entry.code : entry.name}</b>
        <small>
          {[
            entry.name === '' || entry.name === entry.code ? '' : entry.code,
            clock,
            state === 'draft' ? t('scoring.draftOf', { n, of }) : t(`scoring.state_${state}`),
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </small>
      </span>
    </button>
  )
}
