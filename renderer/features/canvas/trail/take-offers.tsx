/** What this canvas can take over from earlier ones, as its pack names it: each thing with a tick and with the values it brings along. */
import { Button } from '@mantine/core'
import { IconArrowDownLeft } from '@tabler/icons-react'
import { useDeferredValue, useId, useMemo, useState } from 'react'
import type { CanvasDef } from '#shared/model/pack.ts'
import { showCell } from '#shared/rules/cell-text.ts'
import { itemColumns, type TakeOffer, type TakeThing, takable } from '#shared/rules/taking.ts'
import { endKey } from '#shared/rules/trail.ts'
import { places } from '../../../app/places.ts'
import { useBoth, useLanguage, useText } from '../../../app/text.ts'
import { StageDot } from '../../../parts/index.ts'
import { useSession } from '../session.tsx'
import style from './take.module.css'
import { useMakes } from './use-makes.ts'

/** Worked out behind what is drawn, so that typing on a large canvas does not wait for it. */
export function useOffers(): readonly TakeOffer[] {
  const { def, defs, value } = useSession()
  const language = useLanguage()
  const later = useDeferredValue(value)
  const { trail, canvases } = later
  const facts = [later.name, later.longName, later.summary, later.kind, later.form, later.digital, later.startedOn].join('\n')
  const used = [def.id, ...def.takes.map(({ pick }) => pick.canvas)].map((id) => canvases[id])
  // biome-ignore lint/correctness/useExhaustiveDependencies: only these parts of the innovation are read
  return useMemo(() => (def.takes.length === 0 ? [] : takable(def, defs, later, language)), [def, defs, trail, facts, language, ...used])
}

export const newIn = (offers: readonly TakeOffer[]): number => offers.reduce((sum, { things }) => sum + things.length, 0)

/** @param open the first offer with something new is unfolded */
export function TakeOffers({ open, main = false }: { readonly open: boolean; readonly main?: boolean }) {
  const { readOnly } = useSession()
  const offers = useOffers()
  const first = offers.find(({ things }) => things.length > 0)
  if (readOnly || first === undefined) return null
  return (
    <div className={style.offers}>
      {offers.map((offer) =>
        offer.things.length === 0 ? null : (
          <Offer key={JSON.stringify(offer.take)} offer={offer} open={open && offer === first} main={main && offer === first} />
        ),
      )}
    </div>
  )
}

function Offer({ offer, open, main }: { readonly offer: TakeOffer; readonly open: boolean; readonly main: boolean }) {
  const { def } = useSession()
  const t = useText()
  const both = useBoth()
  const { take } = useMakes()
  const [off, setOff] = useState<ReadonlySet<string>>(new Set())
  const [unfolded, setUnfolded] = useState(open)
  const wanted = offer.things.filter(({ from }) => !off.has(endKey(from)))
  const into = partName(def, offer, both)
  const tick = (thing: TakeThing, on: boolean): void => {
    const next = new Set(off)
    if (on) next.delete(endKey(thing.from))
    else next.add(endKey(thing.from))
    setOff(next)
  }
  return (
    <details
      className={style.offer}
      open={unfolded}
      onToggle={(event) => setUnfolded(event.currentTarget.open)}
      data-main={main || undefined}
    >
      <summary>
        <StageDot stage={offer.source.stage} />
        <span>
          {t('trail.takeFrom', { place: both(offer.source.title) })}
          <small>
            {[pickWords(offer, both, t), t('trail.newThings', { n: offer.things.length })].filter((part) => part !== '').join(' · ')}
            {into === '' ? '' : ` · ${t('trail.into', { part: into })}`}
            {offer.taken === 0 ? '' : ` · ${t('trail.takenBefore', { n: offer.taken })}`}
          </small>
        </span>
      </summary>
      {unfolded ? (
        <>
          {offer.things.length > 1 ? (
            <label className={style.all}>
              <input
                type="checkbox"
                checked={wanted.length === offer.things.length}
                ref={(node) => {
                  if (node !== null) node.indeterminate = wanted.length > 0 && wanted.length < offer.things.length
                }}
                onChange={(event) =>
                  setOff(event.currentTarget.checked ? new Set() : new Set(offer.things.map(({ from }) => endKey(from))))
                }
              />
              {t('trail.all')}
            </label>
          ) : null}
          <ul>
            {offer.things.map((thing) => (
              <Thing key={endKey(thing.from)} def={def} thing={thing} on={!off.has(endKey(thing.from))} tick={tick} />
            ))}
          </ul>
          <Button
            variant={main ? 'filled' : 'light'}
            size="sm"
            fullWidth
            disabled={wanted.length === 0}
            leftSection={<IconArrowDownLeft size={16} stroke={1.75} />}
            onClick={() => {
              take(offer, wanted)
              setOff(new Set())
            }}
          >
            {t('trail.takeN', { n: wanted.length })}
          </Button>
          <SourceLink offer={offer} />
        </>
      ) : null}
    </details>
  )
}

function SourceLink({ offer }: { readonly offer: TakeOffer }) {
  const { lab, innovation } = useSession()
  const t = useText()
  const both = useBoth()
  return (
    <a className={style.source} href={places.canvas(lab, innovation, offer.source.id)}>
      {t('trail.openCanvas', { place: both(offer.source.title) })}
    </a>
  )
}

type ThingProps = {
  readonly def: CanvasDef
  readonly thing: TakeThing
  readonly on: boolean
  readonly tick: (thing: TakeThing, on: boolean) => void
}

function Thing({ def, thing, on, tick }: ThingProps) {
  const both = useBoth()
  const language = useLanguage()
  const id = useId()
  const columns = itemColumns(def)
  const values = Object.entries(thing.values).flatMap(([key, value]) => {
    const column = columns.find((one) => one.key === key)
    return column === undefined ? [] : [{ key, label: both(column.label), text: showCell(column, value, language) }]
  })
  return (
    <li>
      <input id={id} type="checkbox" checked={on} onChange={(event) => tick(thing, event.currentTarget.checked)} />
      <label htmlFor={id}>
        {thing.text}
        {values.map(({ key, label, text }) => (
          <small key={key}>
            {label}: {text}
          </small>
        ))}
      </label>
    </li>
  )
}

/** Which part of the source it is about. */
function pickWords({ take: { pick }, source }: TakeOffer, both: ReturnType<typeof useBoth>, t: ReturnType<typeof useText>): string {
  switch (pick.part) {
    case 'core':
    case 'roots':
    case 'effects':
    case 'causes':
    case 'passed':
      return t(`trail.pick_${pick.part}`)
    case 'top':
      return t('trail.pick_top', { n: pick.count })
    case 'field': {
      const field = source.kind === 'form' ? source.fields.find(({ key }) => key === pick.field) : undefined
      return field === undefined ? '' : both(field.label)
    }
    case 'zone': {
      const zone = source.kind === 'board' ? source.zones.find(({ key }) => key === pick.zone) : undefined
      return zone === undefined ? '' : both(zone.label)
    }
    case 'quadrant': {
      const found = source.kind === 'matrix' ? Object.values(source.quadrants ?? {}).find(({ key }) => key === pick.quadrant) : undefined
      return found === undefined ? '' : both(found.label)
    }
    case 'items':
      return ''
    default:
      return pick satisfies never
  }
}

function partName(def: CanvasDef, { zone, field, role }: TakeOffer, both: ReturnType<typeof useBoth>): string {
  if (def.kind === 'board' && def.zones.length > 1) {
    const found = def.zones.find(({ key }) => key === zone)
    return found === undefined ? '' : both(found.label)
  }
  if (def.kind === 'form') {
    const found = def.fields.find(({ key }) => key === field)
    return found === undefined ? '' : both(found.label)
  }
  return def.kind === 'tree' && role !== undefined ? both(def.levels[role === 'cause' ? 'direct' : role]) : ''
}

/** Canvases this one could take from once they hold something. */
export function TakesLater() {
  const { def, defs, lab, innovation } = useSession()
  const t = useText()
  const both = useBoth()
  const offers = useOffers()
  const sources = [...new Set(def.takes.map(({ pick }) => pick.canvas))]
    .filter((id) => !offers.some(({ source }) => source.id === id))
    .flatMap((id) => defs.find((one) => one.id === id) ?? [])
  if (sources.length === 0) return null
  return (
    <p className={style.later}>
      {t('trail.canTake')}{' '}
      {sources.map((source, at) => (
        <span key={source.id}>
          {at === 0 ? '' : ', '}
          <a href={places.canvas(lab, innovation, source.id)}>{both(source.title)}</a>
        </span>
      ))}
    </p>
  )
}
