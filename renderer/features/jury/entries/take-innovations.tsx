/** Innovations of the lab that enter the convention: narrowed by stage, unit and kind, all of them or those ticked. */
import { Button, Checkbox, Modal, NativeSelect, TextInput } from '@mantine/core'
import { useDeferredValue, useMemo, useState } from 'react'
import { innovationKinds } from '#shared/model/innovation-kinds.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { folded } from '#shared/rules/fold.ts'
import { useText } from '../../../app/text.ts'
import { useOverview } from '../../../lab/lab-context.tsx'
import { useOpenLab } from '../../../lab/open-lab.tsx'
import { ErrorBanner, Loading } from '../../../parts/index.ts'
import { newId } from '../../../state/fresh.ts'
import css from '../jury.module.css'
import type { OpenedConvention } from '../use-convention.ts'
import own from './entries.module.css'
import { type CategoryOf, type Grouping, groupings, withInnovations } from './taking.ts'

type Props = { readonly open: OpenedConvention; readonly close: () => void }

export function TakeInnovations({ open, close }: Props) {
  const t = useText()
  const asked = useOverview(open.lab)
  return (
    <Modal
      opened
      onClose={close}
      title={<strong>{t('jury.take')}</strong>}
      closeButtonProps={{ 'aria-label': t('app.close') }}
      size={760}
      returnFocus
    >
      {asked.state === 'failed' && <ErrorBanner {...asked.trouble} acts={<Button onClick={asked.again}>{t('app.tryAgain')}</Button>} />}
      {asked.state === 'loading' && <Loading>{t('app.loading')}</Loading>}
      {asked.state === 'ready' && <Choose open={open} close={close} innovations={asked.value.innovations} />}
    </Modal>
  )
}

type Narrowing = { readonly stage: string; readonly unit: string; readonly kind: string; readonly words: string }

function useLeft(open: OpenedConvention, innovations: readonly InnovationSummary[], by: Narrowing): readonly InnovationSummary[] {
  return useMemo(() => {
    const there = new Set<string | null>(open.convention.entries.map((entry) => entry.innovation))
    const wanted = folded(by.words)
    return innovations
      .filter((one) => !one.archived && !there.has(one.id))
      .filter((one) => (by.stage === '' || one.stage === by.stage) && (by.unit === '' || one.unit === by.unit))
      .filter((one) => by.kind === '' || one.kind === by.kind)
      .filter((one) => wanted === '' || folded(`${one.name} ${one.longName}`).includes(wanted))
      .sort((a, b) => a.name.localeCompare(b.name, 'id', { numeric: true }))
  }, [open.convention.entries, innovations, by])
}

function Choose({ open, close, innovations }: Props & { readonly innovations: readonly InnovationSummary[] }) {
  const t = useText()
  const { lab, stages } = useOpenLab()
  const [by, setBy] = useState<Narrowing>({ stage: '', unit: '', kind: '', words: '' })
  const [off, setOff] = useState<ReadonlySet<string>>(new Set())
  const [grouping, setGrouping] = useState<Grouping>('none')
  const left = useLeft(open, innovations, useDeferredValue(by))
  const ticked = left.filter(({ id }) => !off.has(id))
  const units = new Map<string, string>(lab.units.map((unit) => [unit.id, unit.short.trim() || unit.name]))
  const add = () => {
    close()
    const categoryOf: Readonly<Record<Grouping, CategoryOf>> = {
      none: () => '',
      kind: ({ kind }) => (kind === null ? '' : t(`innovation.kind_${kind}`)),
      unit_kind: (_, unit) => (unit === undefined ? '' : t(`people.unit_${unit.kind}`)),
    }
    const change = withInnovations(ticked, lab, categoryOf[grouping], () => newId<'entry'>())
    void open.change(t('jury.entriesAdded', { n: ticked.length }), change)
  }
  const tick = (id: string) => {
    const next = new Set(off)
    if (!next.delete(id)) next.add(id)
    setOff(next)
  }
  const all = { value: '', label: t('jury.all') }
  return (
    <div className={css.stack}>
      <div className={own.filters}>
        <NativeSelect
          size="xs"
          label={t('jury.stage')}
          value={by.stage}
          data={[all, ...stages.map(({ key, label }) => ({ value: key, label }))]}
          onChange={(event) => setBy({ ...by, stage: event.currentTarget.value })}
        />
        <NativeSelect
          size="xs"
          label={t('jury.col_unit')}
          value={by.unit}
          data={[all, ...lab.units.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={(event) => setBy({ ...by, unit: event.currentTarget.value })}
        />
        <NativeSelect
          size="xs"
          label={t('jury.kind')}
          value={by.kind}
          data={[all, ...innovationKinds.map((kind) => ({ value: kind, label: t(`innovation.kind_${kind}`) }))]}
          onChange={(event) => setBy({ ...by, kind: event.currentTarget.value })}
        />
        <TextInput
          size="xs"
          label={t('jury.words')}
          value={by.words}
          onChange={(event) => setBy({ ...by, words: event.currentTarget.value })}
        />
      </div>
      <div className={css.row}>
        <Checkbox
          label={t('jury.allOf', { n: ticked.length, of: left.length })}
          checked={left.length > 0 && ticked.length === left.length}
          indeterminate={ticked.length > 0 && ticked.length < left.length}
          onChange={(event) => setOff(event.currentTarget.checked ? new Set() : new Set(left.map(({ id }) => id)))}
        />
      </div>
      <ul className={own.choices}>
        {left.map((one) => (
          <li key={one.id}>
            <label>
              <input type="checkbox" checked={!off.has(one.id)} onChange={() => tick(one.id)} />
              <span>
                <b>{one.name}</b>
                <small>{[units.get(one.unit ?? '') ?? '', one.longName].filter((part) => part !== '').join(' · ')}</small>
              </span>
            </label>
          </li>
        ))}
        {left.length === 0 && <li className={css.quiet}>{t('jury.nothingLeft')}</li>}
      </ul>
      <NativeSelect
        size="xs"
        label={t('jury.grouping')}
        value={grouping}
        data={groupings.map((one) => ({ value: one, label: t(`jury.grouping_${one}`) }))}
        onChange={(event) => setGrouping(groupings.find((one) => one === event.currentTarget.value) ?? 'none')}
      />
      <div className={`${css.acts} ${css.end}`}>
        <Button variant="default" onClick={close}>
          {t('app.cancel')}
        </Button>
        <Button disabled={ticked.length === 0} onClick={add}>
          {t('jury.addEntries', { n: ticked.length })}
        </Button>
      </div>
    </div>
  )
}
