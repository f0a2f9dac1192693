/** Judges from the people of the lab, or written in: one a line. */
import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Judge } from '#shared/model/jury.ts'
import type { Person } from '#shared/model/lab.ts'
import { useText } from '../../../app/text.ts'
import { useOpenLab } from '../../../lab/open-lab.tsx'
import { Panel } from '../../../parts/index.ts'
import { newId } from '../../../state/fresh.ts'
import css from '../jury.module.css'
import type { OpenedConvention } from '../use-convention.ts'
import { withJudges } from './edits.ts'

type Props = { readonly open: OpenedConvention }

/** Name, position and institution of each line, between tabs or semicolons. */
export function judgeLines(text: string): readonly Omit<Judge, 'id'>[] {
  return text.split(/\r\n|\r|\n/u).flatMap((line): readonly Omit<Judge, 'id'>[] => {
    const [name = '', position = '', institution = ''] = line
      .split(/\t|;/u)
      .map((part) => part.replaceAll(/\s+/gu, ' ').trim().slice(0, 400))
    return name === '' ? [] : [{ name, position, institution, unit: null, person: null }]
  })
}

export function AddJudges({ open }: Props) {
  const t = useText()
  const { lab } = useOpenLab()
  const [text, setText] = useState('')
  const there = new Set<string | null>(open.convention.judges.map(({ person }) => person))
  const people = lab.people.filter(({ role, id }) => role === 'juri' && !there.has(id))
  const lines = judgeLines(text)
  const add = (judges: readonly Omit<Judge, 'id'>[]) => {
    const made = judges.map((judge): Judge => ({ ...judge, id: newId<'judge'>() }))
    void open.change(t('jurors.judgesAdded', { n: made.length }), withJudges(made))
  }
  const ofPerson = ({ id, name, position, unit }: Person): Omit<Judge, 'id'> => {
    const its = lab.units.find((one) => one.id === unit)
    return { name, position, institution: its?.name ?? '', unit, person: id }
  }
  return (
    <Panel title={t('jurors.addJudges')}>
      <div className={css.tight}>
        {people.length > 0 && (
          <>
            <ul className={css.list}>
              {people.map((person) => (
                <li key={person.id}>
                  <span className={css.grow}>
                    {person.name}
                    <small>{person.position}</small>
                  </span>
                  <button type="button" className={css.plain} onClick={() => add([ofPerson(person)])}>
                    {t('jury.addShort')}
                  </button>
                </li>
              ))}
            </ul>
            {people.length > 1 && (
              <Button variant="light" size="xs" onClick={() => add(people.map(ofPerson))}>
                {t('jurors.addAllPeople', { n: people.length })}
              </Button>
            )}
          </>
        )}
        {people.length === 0 && <p className={css.quiet}>{t('jurors.noPeople')}</p>}
        <Textarea
          label={t('jurors.typed')}
          placeholder={t('jurors.typedHint')}
          autosize
          minRows={2}
          maxRows={8}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button
          variant="default"
          size="xs"
          disabled={lines.length === 0}
          onClick={() => {
            add(lines)
            setText('')
          }}
        >
          {lines.length === 0 ? t('jurors.typeFirst') : t('jurors.addTyped', { n: lines.length })}
        </Button>
      </div>
    </Panel>
  )
}
