/** What became of the innovations of the jilid before, and those that can still be taken along. */
import { Button } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { Unit } from '#shared/model/lab.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { compareJilid, type JilidUnit } from '#shared/rules/jilid.ts'
import { standsAt } from '#shared/rules/milestones.ts'
import { places } from '../../app/places.ts'
import { useText } from '../../app/text.ts'
import { useLabs, useOverview } from '../../lab/lab-context.tsx'
import { useMilestoneName } from '../../lab/milestone-name.ts'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { Panel, StatusChip } from '../../parts/index.ts'
import { CarryList } from './carry-list.tsx'
import { CarryResult } from './carry-result.tsx'
import css from './jilid.module.css'
import { useCarry } from './use-carry.ts'

const none: readonly InnovationSummary[] = []
/** The lab before may be gone or not shown to us; the comparison then has only this time's side. */
const noUnits: readonly Unit[] = []

export function JilidBefore() {
  const { lab } = useOpenLab()
  return lab.continues === null ? null : <Before id={lab.continues} />
}

function Before({ id }: { readonly id: string }) {
  const t = useText()
  const { id: here, lab, readOnly } = useOpenLab()
  const labs = useLabs()
  const then = useOverview(id)
  const now = useOverview(here)
  const nameOf = useMilestoneName()
  const [open, setOpen] = useState(false)
  const card = labs?.find((one) => one.id === id)
  const before = then.state === 'ready' ? then.value.innovations : none
  const mine = now.state === 'ready' ? now.value.innovations : none
  // Units go along under their ids, so this time's list names last time's as well; those that were dropped show as without unit.
  const rows = useMemo(
    () => compareJilid({ units: noUnits, innovations: before }, { units: lab.units, innovations: mine }),
    [before, mine, lab.units],
  )
  const sum = (pick: (row: JilidUnit) => readonly unknown[]): number => rows.reduce((all, row) => all + pick(row).length, 0)
  const left = rows.flatMap((row) => row.left)
  const stageName = (one: InnovationSummary) => nameOf(standsAt(one))
  const state = (one: InnovationSummary) => <small>{stageName(one)}</small>
  return (
    <Panel
      title={t('gates.jilidBefore')}
      note={card === undefined ? undefined : t('gates.jilidAfter', { jilid: card.jilid, year: card.year })}
      side={card === undefined ? undefined : <a href={places.lab(id)}>{t('gates.jilidOpenBefore')}</a>}
    >
      {then.state === 'failed' ? <p className={css.soft}>{t('gates.jilidGone')}</p> : null}
      <p className={css.soft}>
        {t('gates.jilidSums', { carried: sum(({ carried }) => carried), left: left.length, fresh: sum(({ fresh }) => fresh) })}
      </p>
      <div className={css.compare}>
        {rows.map((row) => (
          <section key={row.name}>
            <h3>{row.name === '' ? t('gates.noUnit') : row.name}</h3>
            <ul>
              {row.carried.map(({ before: was, now: is }) => (
                <li key={is.id}>
                  <a href={places.innovation(here, is.id)}>{is.name === '' ? t('gates.unnamed') : is.name}</a>
                  {state(was)} <IconArrowRight size={14} stroke={1.75} aria-label={t('gates.jilidThenNow')} /> {state(is)}
                </li>
              ))}
              {row.left.map((one) => (
                <li key={one.id}>
                  <a href={places.innovation(id, one.id)}>{one.name === '' ? t('gates.unnamed') : one.name}</a> {state(one)}
                  <StatusChip>{t('gates.jilidLeft')}</StatusChip>
                </li>
              ))}
              {row.fresh.map((one) => (
                <li key={one.id}>
                  <a href={places.innovation(here, one.id)}>{one.name === '' ? t('gates.unnamed') : one.name}</a> {state(one)}
                  <StatusChip tone="act">{t('gates.jilidFresh')}</StatusChip>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      {readOnly || left.length === 0 ? null : open ? (
        <More left={left} close={() => setOpen(false)} />
      ) : (
        <Button variant="default" size="sm" mt="sm" onClick={() => setOpen(true)}>
          {t('gates.jilidMore')}
        </Button>
      )}
    </Panel>
  )
}

function More({ left, close }: { readonly left: readonly InnovationSummary[]; readonly close: () => void }) {
  const t = useText()
  const { id, lab, stages } = useOpenLab()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const carry = useCarry()
  const stage = lab.stage === 'drum_up' ? 'drum_up' : 'diagnose'
  const stageName = (key: string): string => stages.find((one) => one.key === key)?.label ?? key
  const picked = left.filter((one) => chosen.has(one.id))
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault()
        carry.run((client) => client.lab.carry({ lab: id, stage, innovations: picked.map((one) => one.id) }))
      }}
    >
      <CarryList innovations={left} units={lab.units} stageName={stageName} chosen={chosen} choose={setChosen} />
      <p className={css.quiet}>{t('gates.jilidKept')}</p>
      <CarryResult now={carry.now} open={false} />
      <div className={css.acts}>
        <Button type="submit" disabled={picked.length === 0} loading={carry.now.state === 'working'}>
          {t('gates.jilidTake', { n: picked.length, stage: stageName(stage) })}
        </Button>
        <Button variant="default" onClick={close}>
          {t('gates.close')}
        </Button>
      </div>
    </form>
  )
}
