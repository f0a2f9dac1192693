/** Takes an entry over: into which lab, for which unit, under which name. */
import { Button, Modal, Select, TextInput } from '@mantine/core'
import { type FormEvent, useMemo, useState } from 'react'
import type { CatalogueEntry } from '#shared/model/catalogue.ts'
import type { LabId, UnitId } from '#shared/model/ids.ts'
import { go, places } from '../../app/places.ts'
import { useText } from '../../app/text.ts'
import { labReaderOf } from '../../collab/lab-readers.ts'
import { useLabDoc } from '../../collab/use-doc.tsx'
import { useLive } from '../../collab/use-live.ts'
import { whoseOf } from '../../lab/catalogue/entry-words.ts'
import { useStartReplica } from '../../lab/catalogue/start-replica.tsx'
import { useLabs, useSettings } from '../../lab/lab-context.tsx'
import { regionName } from '../../lab/region-name.ts'
import { ErrorBanner } from '../../parts/index.ts'
import css from './dialogs.module.css'

export function Replicate({ entry, onClose }: { readonly entry: CatalogueEntry; readonly onClose: () => void }) {
  const t = useText()
  return (
    <Modal
      opened
      centered
      size={560}
      onClose={onClose}
      title={<strong>{t('catalogue.replicate')}</strong>}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <ReplicateForm entry={entry} onClose={onClose} />
    </Modal>
  )
}

function ReplicateForm({ entry, onClose }: { readonly entry: CatalogueEntry; readonly onClose: () => void }) {
  const t = useText()
  const { lastLab } = useSettings()
  const cards = useLabs()
  const labs = useMemo(() => (cards ?? []).filter(({ archived }) => !archived), [cards])
  const [lab, setLab] = useState(() => labs.find(({ id }) => id === lastLab)?.id ?? labs[0]?.id ?? null)
  const [unit, setUnit] = useState<string | null>(null)
  const [name, setName] = useState(entry.name)
  const [longName, setLongName] = useState(entry.longName)
  const replica = useStartReplica((where, innovation) => {
    onClose()
    go(places.innovation(where, innovation))
  })
  const start = (event: FormEvent): void => {
    event.preventDefault()
    if (lab === null || name.trim() === '') return
    replica.start({
      lab: lab as LabId, // one of the labs
      unit: unit as UnitId | null, // one of its units
      name: name.trim(),
      longName: longName.trim(),
      entry,
    })
  }
  if (labs.length === 0)
    return (
      <div className={css.body}>
        <p className={css.quiet}>{t('catalogue.noLab')}</p>
        <Button component="a" href={places.home()} onClick={onClose}>
          {t('app.goHome')}
        </Button>
      </div>
    )
  return (
    <form className={css.body} onSubmit={start}>
      <p className={css.quiet}>{t('catalogue.replicateLead', { name: entry.name, whose: whoseOf(entry) })}</p>
      {replica.trouble && <ErrorBanner {...replica.trouble} />}
      <Select
        label={t('catalogue.intoLab')}
        allowDeselect={false}
        searchable
        data={labs.map((one) => ({
          value: one.id,
          label: `${regionName(one, t)}, ${t('app.labYear', { jilid: one.jilid, year: one.year })}`,
        }))}
        value={lab}
        onChange={(next) => {
          setLab(next)
          setUnit(null)
        }}
      />
      {lab !== null && <Units key={lab} lab={lab as LabId /* one of the labs */} value={unit} onChange={setUnit} />}
      <TextInput
        label={t('lab.name')}
        description={t('catalogue.nameHint')}
        required
        maxLength={300}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput label={t('lab.longName')} maxLength={300} value={longName} onChange={(event) => setLongName(event.currentTarget.value)} />
      {replica.writing}
      <div className={css.foot}>
        <Button variant="default" onClick={onClose}>
          {t('catalogue.cancel')}
        </Button>
        <Button type="submit" loading={replica.busy} disabled={lab === null || name.trim() === ''}>
          {t('catalogue.begin')}
        </Button>
      </div>
    </form>
  )
}

function Units(props: { readonly lab: LabId; readonly value: string | null; readonly onChange: (unit: string | null) => void }) {
  const t = useText()
  const state = useLabDoc(props.lab)
  if (state.state !== 'open') return <Select label={t('lab.unit')} disabled data={[]} value={null} />
  return <UnitsOf {...props} doc={state.doc} />
}

function UnitsOf({ lab, doc, value, onChange }: Parameters<typeof Units>[0] & { readonly doc: Parameters<typeof labReaderOf>[0] }) {
  const t = useText()
  const units = useLive(doc, (all) => labReaderOf(all, lab).lab().units, [lab])
  return (
    <Select
      label={t('lab.unit')}
      searchable
      clearable
      data={units.map((one) => ({ value: one.id, label: one.name }))}
      value={value}
      onChange={onChange}
    />
  )
}
