/** Begins the next jilid of the region: a new lab that takes along units, people and the innovations chosen. */
import { Button, NumberInput, Select, TextInput } from '@mantine/core'
import { IconRepeat } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { JilidWanted, StartingStage } from '#shared/api/jilid.ts'
import { startingStages } from '#shared/api/jilid.ts'
import { places } from '../../app/places.ts'
import { useBoth, useText } from '../../app/text.ts'
import { useLabs, useOverview, usePacks } from '../../lab/lab-context.tsx'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { Panel, Segmented } from '../../parts/index.ts'
import { CarryList } from './carry-list.tsx'
import { CarryResult } from './carry-result.tsx'
import css from './jilid.module.css'
import { useCarry } from './use-carry.ts'

export function NextJilid() {
  const t = useText()
  const { id, readOnly } = useOpenLab()
  const labs = useLabs()
  const [open, setOpen] = useState(false)
  const after = (labs ?? []).filter(({ continues }) => continues === id)
  return (
    <Panel title={t('gates.jilidNext')}>
      <p className={css.soft}>{t('gates.jilidNextText')}</p>
      {after.map((lab) => (
        <p key={lab.id} className={css.soft}>
          <a href={places.lab(lab.id)}>{t('gates.jilidAfter', { jilid: lab.jilid, year: lab.year })}</a>
        </p>
      ))}
      {open ? (
        <NextForm close={() => setOpen(false)} />
      ) : (
        <Button
          variant="default"
          disabled={readOnly}
          leftSection={<IconRepeat size={16} stroke={1.75} aria-hidden />}
          onClick={() => setOpen(true)}
        >
          {t('gates.jilidStart')}
        </Button>
      )}
    </Panel>
  )
}

function NextForm({ close }: { readonly close: () => void }) {
  const t = useText()
  const both = useBoth()
  const { id, lab, stages } = useOpenLab()
  const packs = usePacks()
  const asked = useOverview(id)
  const carry = useCarry()
  const innovations = useMemo(() => {
    const place = new Map(lab.units.map((unit, at) => [unit.id as string, at]))
    return (asked.state === 'ready' ? asked.value.innovations : [])
      .filter((one) => !one.archived)
      .toSorted((a, b) => (place.get(a.unit ?? '') ?? 9999) - (place.get(b.unit ?? '') ?? 9999) || a.name.localeCompare(b.name, 'id'))
  }, [asked, lab.units])
  const [draft, setDraft] = useState(() => ({ year: lab.year + 1, jilid: lab.jilid + 1, theme: lab.theme, method: lab.method }))
  const [people, setPeople] = useState<JilidWanted['people']>('people')
  const [stage, setStage] = useState<StartingStage>('diagnose')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const set = (patch: Partial<typeof draft>): void => setDraft((before) => ({ ...before, ...patch }))
  const stageName = (key: string): string => stages.find((one) => one.key === key)?.label ?? key
  if (carry.now.state === 'done') return <CarryResult now={carry.now} open />
  const busy = carry.now.state === 'working'
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault()
        const ids = innovations.flatMap((one) => (chosen.has(one.id) ? [one.id] : []))
        carry.run((client) => client.lab.next({ lab: id, ...draft, people, stage, innovations: ids }))
      }}
    >
      <div className={css.pair}>
        <NumberInput
          label={t('settings.jilid')}
          min={1}
          max={99}
          value={draft.jilid}
          onChange={(n) => Number(n) >= 1 && set({ jilid: Number(n) })}
        />
        <NumberInput
          label={t('settings.year')}
          min={2000}
          max={2100}
          value={draft.year}
          onChange={(n) => Number(n) >= 2000 && set({ year: Number(n) })}
        />
      </div>
      <TextInput
        label={t('settings.labTheme')}
        maxLength={300}
        value={draft.theme}
        onChange={(event) => set({ theme: event.currentTarget.value })}
      />
      <Select
        label={t('gates.jilidMethod')}
        allowDeselect={false}
        data={packs.flatMap(({ head, method }) => (method === undefined ? [] : [{ value: head.id, label: both(head.title) }]))}
        value={draft.method}
        onChange={(method) => method && set({ method })}
      />
      <Segmented
        label={t('gates.jilidPeople')}
        value={people}
        segments={(['people', 'units', 'none'] as const).map((value) => ({ value, label: t(`gates.jilidPeople_${value}`) }))}
        onChange={setPeople}
      />
      {innovations.length === 0 ? null : (
        <CarryList innovations={innovations} units={lab.units} stageName={stageName} chosen={chosen} choose={setChosen} />
      )}
      {chosen.size === 0 ? null : (
        <>
          <Segmented
            label={t('gates.jilidBegin')}
            value={stage}
            segments={startingStages.map((value) => ({ value, label: t('gates.jilidBeginAt', { stage: stageName(value) }) }))}
            onChange={setStage}
          />
          <p className={css.quiet}>{t('gates.jilidKept')}</p>
        </>
      )}
      <CarryResult now={carry.now} open />
      <div className={css.acts}>
        <Button type="submit" loading={busy}>
          {t(chosen.size === 0 ? 'gates.jilidMake' : 'gates.jilidMakeWith', { jilid: draft.jilid, n: chosen.size })}
        </Button>
        <Button variant="default" disabled={busy} onClick={close}>
          {t('app.cancel')}
        </Button>
      </div>
    </form>
  )
}
