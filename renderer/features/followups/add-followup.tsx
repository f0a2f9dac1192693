/** A follow-up that came up outside of a session: what, who, which unit, until when. */
import { Button, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { putNote, readNotes, removeNote } from '#shared/doc/log.ts'
import { keyAfterLast } from '#shared/doc/order.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { UnitId } from '#shared/model/ids.ts'
import { useText } from '../../app/text.ts'
import { useSettings } from '../../lab/lab-context.tsx'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { Panel } from '../../parts/index.ts'
import { newId, nowIso } from '../../state/fresh.ts'
import { notify } from '../../state/notify.ts'
import css from './followups.module.css'

export function AddFollowup({ onClose }: { readonly onClose: () => void }) {
  const t = useText()
  const { lab, doc } = useOpenLab()
  const { me } = useSettings()
  const [text, setText] = useState('')
  const [who, setWho] = useState('')
  const [unit, setUnit] = useState<string | null>(null)
  const [due, setDue] = useState('')
  const add = () => {
    const id = newId<'note'>()
    putNote(
      doc,
      id,
      {
        order: keyAfterLast(readNotes(doc)),
        session: null,
        block: '',
        kind: 'tindak_lanjut',
        text: text.trim(),
        who: who.trim(),
        unit: (unit ?? null) as UnitId | null, // one of the choices below
        innovation: null,
        due,
        doneAt: '',
        by: me.name,
        at: nowIso(),
      },
      byPerson,
    )
    notify.undoable(t('followups.added'), () => removeNote(doc, id, byPerson))
    setText('')
    setWho('')
  }
  return (
    <Panel title={t('followups.add')}>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (text.trim() !== '') add()
        }}
      >
        <TextInput
          data-autofocus
          autoFocus
          label={t('followups.what')}
          maxLength={1000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Select
          label={t('followups.unit')}
          clearable
          searchable
          data={lab.units.map(({ id, name }) => ({ value: id as string, label: name }))}
          value={unit}
          onChange={setUnit}
        />
        <TextInput label={t('followups.who')} maxLength={300} value={who} onChange={(event) => setWho(event.currentTarget.value)} />
        <TextInput label={t('followups.dueHead')} type="date" value={due} onChange={(event) => setDue(event.currentTarget.value)} />
        <div className={css.formActs}>
          <Button type="submit" disabled={text.trim() === ''}>
            {t('followups.save')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
