/** A survey: who answers, one statement after the other, and what all answers come to. */
import { ActionIcon, Autocomplete, Button } from '@mantine/core'
import { IconCircleCheck, IconPencil, IconPlus, IconTrash, IconUserQuestion } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { ItemId } from '#shared/model/ids.ts'
import type { Item } from '#shared/model/lab.ts'
import { useText } from '../../../app/text.ts'
import { StatusChip } from '../../../parts/index.ts'
import { notify } from '../../../state/notify.ts'
import { removeForNow } from '../desk.ts'
import { type Mode, useSessionOf } from '../session.tsx'
import { Teach } from '../teach.tsx'
import { Answering } from './answering.tsx'
import { addRespondent, answered, questionsOf } from './edits.ts'
import { usePeople } from './names.ts'
import style from './survey.module.css'
import { SurveyResults } from './survey-results.tsx'

/** `Responden 3` for those who gave no name. */
export function useRespondentName(): (item: Item) => string {
  const { items } = useSessionOf('form')
  const t = useText()
  return (item) => (item.text.trim() === '' ? t('form.respondent', { n: items.findIndex((one) => one.id === item.id) + 1 }) : item.text)
}

export function Survey({ view }: { readonly view: Mode }) {
  const { items } = useSessionOf('form')
  const [open, setOpen] = useState<ItemId | null>(null)
  const respondent = items.find((item) => item.id === open)
  if (respondent !== undefined)
    return (
      <div className={style.page}>
        <Answering key={respondent.id} item={respondent} go={setOpen} />
      </div>
    )
  return (
    <div className={style.page} data-view={view} data-results={items.length > 0 || undefined}>
      {items.length === 0 ? <Teach /> : null}
      <Respondents open={setOpen} />
      {items.length === 0 ? null : <SurveyResults drawn={view === 'picture'} />}
    </div>
  )
}

function Respondents({ open }: { readonly open: (id: ItemId) => void }) {
  const { def, desk, items, act, announce, readOnly } = useSessionOf('form')
  const t = useText()
  const nameOf = useRespondentName()
  const of = useMemo(() => questionsOf(def).length, [def])
  const remove = (item: Item): void => {
    const name = nameOf(item)
    const restore = act(() => removeForNow(desk, [item.id]))
    if (restore === undefined) return
    announce(t('form.respondentRemoved', { name }))
    notify.undoable(t('form.respondentRemoved', { name }), restore)
  }
  return (
    <section className={style.respondents} aria-label={t('form.respondents')}>
      <h2>
        {t('form.respondents')} <span>{items.length}</span>
      </h2>
      {items.length === 0 ? <p className={style.quiet}>{t('form.noRespondents')}</p> : null}
      <ol>
        {items.map((item) => {
          const n = answered(def, item)
          return (
            <li key={item.id}>
              <button
                type="button"
                className={style.name}
                aria-label={t('form.answerFor', { name: nameOf(item) })}
                onClick={() => open(item.id)}
              >
                <IconPencil size={16} stroke={1.75} aria-hidden />
                <span>{nameOf(item)}</span>
              </button>
              {n === of ? (
                <StatusChip tone="ok" icon={IconCircleCheck}>
                  {t('form.progressDone')}
                </StatusChip>
              ) : (
                <StatusChip tone={n === 0 ? 'plain' : 'act'}>{t('form.progress', { n, of })}</StatusChip>
              )}
              {readOnly ? null : (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={36}
                  aria-label={t('form.removeFor', { name: nameOf(item) })}
                  onClick={() => remove(item)}
                >
                  <IconTrash size={18} stroke={1.75} />
                </ActionIcon>
              )}
            </li>
          )
        })}
      </ol>
      {readOnly ? null : <AddRespondent open={open} />}
    </section>
  )
}

/** By name, with the people of the team suggested, or without one. */
function AddRespondent({ open }: { readonly open: (id: ItemId) => void }) {
  const { desk, items, act, announce } = useSessionOf('form')
  const t = useText()
  const people = usePeople()
  const [name, setName] = useState('')
  const suggests = useMemo(() => {
    const there = new Set(items.map((item) => item.text.trim()))
    return people.filter((one) => !there.has(one))
  }, [people, items])
  const add = (who: string): void => {
    const id = act(() => addRespondent(desk, who))
    setName('')
    if (id === undefined) return
    announce(t('form.respondentAdded', { name: who.trim() === '' ? t('form.respondent', { n: items.length + 1 }) : who.trim() }))
    if (who.trim() === '') open(id)
  }
  return (
    <form
      className={style.add}
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() !== '') add(name)
      }}
    >
      <Autocomplete
        aria-label={t('form.respondentName')}
        placeholder={t('form.nameHint')}
        data={[...suggests]}
        limit={8}
        maxLength={200}
        value={name}
        onChange={setName}
        selectFirstOptionOnChange={false}
      />
      <Button type="submit" variant="light" disabled={name.trim() === ''} leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}>
        {t('form.addRespondent')}
      </Button>
      <Button variant="default" leftSection={<IconUserQuestion size={16} stroke={1.75} aria-hidden />} onClick={() => add('')}>
        {t('form.addAnonymous')}
      </Button>
    </form>
  )
}
