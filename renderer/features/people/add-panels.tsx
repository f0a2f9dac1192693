import { Button, Textarea } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type ReactNode, useMemo, useState } from 'react'
import { useText } from '../../app/text.ts'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { Panel } from '../../parts/index.ts'
import { notify } from '../../state/notify.ts'
import { addPeople, addUnits, takeBack } from './edits.ts'
import { missingUnits, readPeople, readUnits } from './paste.ts'
import css from './people.module.css'

export function AddUnits() {
  const t = useText()
  const { doc, lab } = useOpenLab()
  const [text, setText] = useState('')
  const { fresh, skipped } = useMemo(() => readUnits(text, lab.units), [text, lab.units])
  const add = () => {
    const units = addUnits(doc, lab, fresh)
    setText('')
    notify.undoable(t('people.addedUnits', { n: units.length }), () => takeBack(doc, { people: [], units }))
  }
  return (
    <Adding title={t('people.addUnits')} hint={t('people.unitsHint')} text={text} onText={setText} count={fresh.length} onAdd={add}>
      {fresh.length > 0 && <p>{t('people.foundUnits', { n: fresh.length })}</p>}
      {skipped > 0 && <p>{t('people.skipped', { n: skipped })}</p>}
    </Adding>
  )
}

export function AddPeople() {
  const t = useText()
  const { doc, lab } = useOpenLab()
  const [text, setText] = useState('')
  const people = useMemo(() => readPeople(text, lab.units), [text, lab.units])
  const names = useMemo(() => missingUnits(people, lab.units), [people, lab.units])
  const add = () => {
    const made = addPeople(doc, lab, people)
    setText('')
    notify.undoable(t('people.addedPeople', { n: made.people.length }), () => takeBack(doc, made))
  }
  return (
    <Adding title={t('people.addPeople')} hint={t('people.peopleHint')} text={text} onText={setText} count={people.length} onAdd={add}>
      {people.length > 0 && <p>{t('people.foundPeople', { n: people.length })}</p>}
      {names.length > 0 && <p>{t('people.newUnits', { names: names.join(', ') })}</p>}
    </Adding>
  )
}

function Adding(props: {
  readonly title: string
  readonly hint: string
  readonly text: string
  readonly onText: (text: string) => void
  readonly count: number
  readonly onAdd: () => void
  readonly children: ReactNode
}) {
  const t = useText()
  const { title, hint, text, onText, count, onAdd, children } = props
  return (
    <Panel title={title}>
      <Textarea
        aria-label={title}
        description={hint}
        inputWrapperOrder={['input', 'description']}
        rows={6}
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
        onKeyDown={(event) => {
          // A spreadsheet cell is left with Tab; here Tab must keep moving the focus, and Ctrl+Enter enters the lines.
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && count > 0) onAdd()
        }}
      />
      <div className={css.found} role="status">
        {children}
      </div>
      <Button disabled={count === 0} onClick={onAdd} leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}>
        {count === 0 ? t('people.nothing') : t('people.save', { n: count })}
      </Button>
    </Panel>
  )
}
