/** A new convention: its name, its day and the rubric, of which it takes a copy. */
import { Button, Modal, NativeSelect, NumberInput, Switch, TextInput } from '@mantine/core'
import { useState } from 'react'
import { newConvention } from '#shared/rules/jury-setup.ts'
import { go, places } from '../../app/places.ts'
import { useBoth, useText } from '../../app/text.ts'
import { useLab, usePacks } from '../../lab/lab-context.tsx'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { type Trouble, troubleOf } from '../../lab/refusal.ts'
import { ErrorBanner, StatusChip } from '../../parts/index.ts'
import css from './jury.module.css'

export function NewConvention({ lab, close }: { readonly lab: string; readonly close: () => void }) {
  const t = useText()
  return (
    <Modal
      opened
      onClose={close}
      title={<strong>{t('jury.add')}</strong>}
      closeButtonProps={{ 'aria-label': t('app.close') }}
      size={600}
      returnFocus
    >
      <Form lab={lab} close={close} />
    </Modal>
  )
}

function Form({ lab: id, close }: { readonly lab: string; readonly close: () => void }) {
  const t = useText()
  const both = useBoth()
  const client = useLab()
  const packs = usePacks()
  const { lab } = useOpenLab()
  const rubrics = packs.flatMap((pack) => pack.rubrics.map((rubric) => ({ rubric, head: pack.head })))
  const [name, setName] = useState(t('jury.newName', { year: lab.year }))
  const [date, setDate] = useState('')
  const [place, setPlace] = useState(lab.place)
  const [top, setTop] = useState<number | string>(10)
  const [blind, setBlind] = useState(false)
  const [chosen, setChosen] = useState(rubrics[0]?.rubric.id ?? '')
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const picked = rubrics.find(({ rubric }) => rubric.id === chosen)
  const make = async () => {
    if (!picked) return
    setBusy(true)
    try {
      const begun = newConvention(picked.rubric, picked.head, { name: name.trim(), date, place: place.trim() })
      const made = await client.jury.create({ lab: id, convention: { ...begun, blind, top: Math.max(1, Number(top) || 10) } })
      close()
      go(places.convention(id, made.convention.id))
    } catch (error) {
      setBusy(false)
      setTrouble(troubleOf(error))
    }
  }
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault()
        void make()
      }}
    >
      <TextInput
        className={css.wide}
        label={t('jury.name')}
        value={name}
        maxLength={400}
        data-autofocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput type="date" label={t('jury.date')} value={date} onChange={(event) => setDate(event.currentTarget.value)} />
      <TextInput label={t('jury.place')} value={place} maxLength={400} onChange={(event) => setPlace(event.currentTarget.value)} />
      <NativeSelect
        className={css.wide}
        label={t('jury.rubric')}
        value={chosen}
        data={rubrics.map(({ rubric }) => ({ value: rubric.id, label: both(rubric.title) }))}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      {picked ? (
        <div className={`${css.wide} ${css.tight}`}>
          <div className={css.row}>
            <StatusChip tone={picked.rubric.status === 'verified' ? 'ok' : 'warn'}>{t(`jury.status_${picked.rubric.status}`)}</StatusChip>
            <span className={css.quiet}>
              {picked.rubric.stages.map((stage) => t('jury.stageLine', { title: both(stage.title), n: stage.criteria.length })).join(' · ')}
            </span>
          </div>
          <p className={css.quiet}>{t('jury.source', { source: picked.rubric.source })}</p>
        </div>
      ) : (
        <p className={`${css.notice} ${css.wide}`}>{t('jury.noRubrics')}</p>
      )}
      <NumberInput label={t('jury.top')} value={top} min={1} max={500} allowDecimal={false} onChange={setTop} />
      <Switch
        label={t('jury.blind')}
        description={t('jury.blindHint')}
        checked={blind}
        onChange={(event) => setBlind(event.currentTarget.checked)}
      />
      {trouble && (
        <div className={css.wide}>
          <ErrorBanner {...trouble} />
        </div>
      )}
      <div className={`${css.acts} ${css.end} ${css.wide}`}>
        <Button variant="default" onClick={close}>
          {t('app.cancel')}
        </Button>
        <Button type="submit" loading={busy} disabled={!picked || name.trim() === ''}>
          {t('jury.make')}
        </Button>
      </div>
    </form>
  )
}
