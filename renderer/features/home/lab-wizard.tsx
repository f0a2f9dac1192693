/** Makes a lab in at most five questions; each but the first has an answer already. */
import { Button, Modal, NumberInput, Radio, Select, Textarea, TextInput } from '@mantine/core'
import { IconArrowLeft, IconArrowRight, IconCheck } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { type RegionKind, regionKinds } from '#shared/model/lab.ts'
import { go, places } from '../../app/places.ts'
import { useBoth, useText } from '../../app/text.ts'
import { useLab, useLabData, usePacks } from '../../lab/lab-context.tsx'
import { type Trouble, troubleOf } from '../../lab/refusal.ts'
import { ErrorBanner } from '../../parts/index.ts'
import { linesIn } from '../../state/lines.ts'
import { setView, viewStore } from '../../state/view.ts'
import css from './home.module.css'
import { labWanted, type NewLab, newLab } from './new-lab.ts'

export function LabWizard() {
  const t = useText()
  const open = useStore(viewStore, (view) => view.newLab)
  return (
    <Modal
      opened={open}
      onClose={() => setView({ newLab: false })}
      title={<strong>{t('home.newLab')}</strong>}
      closeButtonProps={{ 'aria-label': t('app.close') }}
      size={560}
      centered
    >
      <Questions />
    </Modal>
  )
}

const steps = ['region', 'when', 'theme', 'method', 'units'] as const
const asks = {
  region: 'home.askRegion',
  when: 'home.askWhen',
  theme: 'home.askTheme',
  method: 'home.askMethod',
  units: 'home.askUnits',
} as const

function Questions() {
  const t = useText()
  const packs = usePacks()
  const [form, setForm] = useState(() => newLab(packs, new Date().getFullYear()))
  const [at, setAt] = useState(0)
  const { make, making, trouble } = useMaking(form)
  const step = steps[at] ?? 'region'
  const last = at === steps.length - 1
  const ready = form.region.trim() !== '' && form.method !== ''
  const onward = () => {
    if (!ready) return
    if (last) make()
    else setAt(at + 1)
  }
  if (form.method === '') return <ErrorBanner what={t('home.noMethod')} safe={t('faults.nothingChanged')} todo={t('home.noMethodDo')} />
  return (
    <form
      className={css.wizard}
      onSubmit={(event) => {
        event.preventDefault()
        onward()
      }}
    >
      <p className={css.step}>{t('home.step', { n: at + 1, of: steps.length })}</p>
      <h2>{t(asks[step])}</h2>
      {trouble && <ErrorBanner {...trouble} />}
      <div className={css.answer} key={step}>
        <Answer step={step} form={form} change={(patch) => setForm({ ...form, ...patch })} />
      </div>
      <div className={css.wizardActs}>
        {at > 0 && (
          <Button variant="default" leftSection={<IconArrowLeft size={16} stroke={1.75} aria-hidden />} onClick={() => setAt(at - 1)}>
            {t('home.back')}
          </Button>
        )}
        <span className={css.grow} />
        {!last && (
          <Button variant="subtle" disabled={!ready} loading={making} onClick={make}>
            {t('home.makeNow')}
          </Button>
        )}
        <Button
          type="submit"
          disabled={!ready}
          loading={last && making}
          rightSection={last ? <IconCheck size={16} stroke={1.75} aria-hidden /> : <IconArrowRight size={16} stroke={1.75} aria-hidden />}
        >
          {last ? t('home.newLab') : t('home.next')}
        </Button>
      </div>
    </form>
  )
}

function useMaking(form: NewLab) {
  const lab = useLab()
  const data = useLabData()
  const [making, setMaking] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const make = async () => {
    setMaking(true)
    setTrouble(null)
    try {
      const made = await lab.lab.create(labWanted(form, Intl.DateTimeFormat().resolvedOptions().timeZone))
      await data.loadLabs()
      setView({ newLab: false })
      go(places.lab(made.id))
    } catch (error) {
      setTrouble(troubleOf(error))
    } finally {
      setMaking(false)
    }
  }
  return { make: () => void make(), making, trouble }
}

function Answer({
  step,
  form,
  change,
}: {
  readonly step: (typeof steps)[number]
  readonly form: NewLab
  readonly change: (patch: Partial<NewLab>) => void
}): ReactNode {
  const t = useText()
  const say = useBoth()
  const packs = usePacks()
  switch (step) {
    case 'region':
      return (
        <div className={css.pair}>
          <Select
            label={t('home.regionKind')}
            data={regionKinds.map((kind) => ({ value: kind, label: t(`app.kind_${kind}`) }))}
            value={form.regionKind}
            allowDeselect={false}
            onChange={(kind) => kind && change({ regionKind: kind as RegionKind /* one of the choices above */ })}
          />
          <TextInput
            data-autofocus
            label={t('home.region')}
            description={t('home.regionHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={form.region}
            maxLength={120}
            required
            onChange={(event) => change({ region: event.currentTarget.value })}
          />
        </div>
      )
    case 'when':
      return (
        <div className={css.pair}>
          <NumberInput
            autoFocus
            label={t('home.jilid')}
            min={1}
            max={99}
            value={form.jilid}
            onChange={(n) => change({ jilid: Math.max(1, Number(n) || 1) })}
          />
          <NumberInput
            label={t('home.year')}
            min={2000}
            max={2100}
            value={form.year}
            onChange={(n) => change({ year: Number(n) || form.year })}
          />
        </div>
      )
    case 'theme':
      return (
        <TextInput
          autoFocus
          label={t('home.theme')}
          description={t('home.themeHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={form.theme}
          maxLength={300}
          onChange={(event) => change({ theme: event.currentTarget.value })}
        />
      )
    case 'method':
      return (
        <Radio.Group label={t('home.method')} value={form.method} onChange={(method) => change({ method })}>
          <div className={css.methods}>
            {packs.map(
              ({ head, method }) =>
                method && (
                  <Radio
                    key={head.id}
                    value={head.id}
                    label={`${method.mode}: ${say(method.title)}`}
                    description={method.stages.map((stage) => say(stage.label)).join(', ')}
                  />
                ),
            )}
          </div>
        </Radio.Group>
      )
    case 'units': {
      const count = linesIn(form.units).length
      return (
        <Textarea
          autoFocus
          label={t('home.unitsHint')}
          description={count > 0 ? t('home.unitsCount', { n: count }) : t('home.unitsLater')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          rows={8}
          value={form.units}
          onChange={(event) => change({ units: event.currentTarget.value })}
        />
      )
    }
  }
}
