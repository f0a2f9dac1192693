/** The stage river (design.md 5), the one ornament. Sizes: XS in lists, S in the bar, M at the head of a page, L on Ringkasan. */
import { IconLock } from '@tabler/icons-react'
import { Fragment, type ReactNode } from 'react'
import type { StageKey } from '#shared/model/pack.ts'
import { useText } from '../app/text.ts'
import css from './river.module.css'
import { StageDot, type StationState } from './stage-dot.tsx'
import { stageColors, stageIcon, stageNumber } from './stages.ts'

export type Station = {
  readonly stage: StageKey
  readonly label: string
  readonly state: StationState
  /** Purpose and gate in a sentence, shown on hover and read out. */
  readonly hint?: string
  /** Where it leads; without it the station is not a link. */
  readonly href?: string
  /** L: the count and its word, and a second line. */
  readonly count?: number
  readonly unit?: string
  readonly note?: string
  /** L: said on the water before this station, such as a missing approval. */
  readonly gate?: { readonly text: string; readonly open: boolean }
}

type Props = { readonly stations: readonly Station[]; readonly label: string }

const passed = (state: StationState): boolean => state === 'selesai' || state === 'dilewati'
const stateKey = {
  belum: 'app.stateBelum',
  sekarang: 'app.stateSekarang',
  selesai: 'app.stateSelesai',
  menunggu: 'app.stateMenunggu',
  dilewati: 'app.stateDilewati',
  terlambat: 'app.stateTerlambat',
} as const

export function River({ size, ...props }: Props & { readonly size: 'XS' | 'S' | 'M' | 'L' }) {
  switch (size) {
    case 'XS':
      return <RiverXS {...props} />
    case 'S':
      return <RiverS {...props} />
    case 'M':
    case 'L':
      return <RiverWide {...props} large={size === 'L'} />
  }
}

function RiverXS({ stations, label }: Props) {
  const now = stations.find((one) => one.state === 'sekarang') ?? stations.at(-1)
  return (
    <span className={css.xs}>
      <span className={css.xsDots} role="img" aria-label={label}>
        {stations.map((one, at) => (
          <Fragment key={one.stage}>
            {at > 0 && <i />}
            <StageDot stage={one.stage} state={one.state} />
          </Fragment>
        ))}
      </span>
      {now && (
        <b style={stageColors(now.stage)} className={css.xsName}>
          {now.label}
        </b>
      )}
    </span>
  )
}

function Stop({
  station,
  className,
  children,
}: {
  readonly station: Station
  readonly className: string | undefined
  readonly children: ReactNode
}) {
  const t = useText()
  const common = {
    className,
    'data-state': station.state,
    style: stageColors(station.stage),
    'aria-current': station.state === 'sekarang' ? ('step' as const) : undefined,
    title: station.hint,
  }
  const inside = (
    <>
      {children}
      <span className={css.hidden}>, {t(stateKey[station.state])}</span>
    </>
  )
  if (station.href === undefined) return <span {...common}>{inside}</span>
  return (
    <a {...common} href={station.href}>
      {inside}
    </a>
  )
}

function RiverS({ stations, label }: Props) {
  return (
    <nav className={css.s} aria-label={label}>
      {stations.map((one, at) => (
        <Fragment key={one.stage}>
          {at > 0 && (
            <svg
              className={css.wave}
              data-wet={passed(stations[at - 1]?.state ?? 'belum') || undefined}
              width="20"
              height="8"
              viewBox="0 0 20 8"
              aria-hidden="true"
            >
              <path d="M0 4c3.5-4 6.5-4 10 0s6.5 4 10 0" fill="none" strokeWidth="2" strokeLinecap="round" />
            </svg>
          )}
          <Stop station={one} className={css.sStop}>
            <StageDot stage={one.stage} state={one.state} size={22} />
            <span className={css.sLabel}>{one.label}</span>
          </Stop>
        </Fragment>
      ))}
    </nav>
  )
}

/** One bend between the middles of two neighbouring stations; the stations of the large form lie high and low in turn. */
const bend = (at: number, large: boolean): string => {
  const y = (n: number) => (large ? (n % 2 === 0 ? 58 : 42) : 20)
  const a = y(at)
  const b = y(at + 1)
  return `M0 ${a}C50 ${a - 18} 50 ${b + 18} 100 ${b}`
}

function RiverWide({ stations, label, large }: Props & { readonly large: boolean }) {
  return (
    <nav className={large ? css.l : css.m} aria-label={label}>
      {stations.map((one, at) => {
        const Icon = stageIcon(one.stage)
        const before = stations[at - 1]
        return (
          <div className={css.place} key={one.stage} data-low={at % 2 === 0 || undefined}>
            {before && (
              <svg
                className={css.water}
                data-wet={passed(before.state) || undefined}
                viewBox="0 0 100 112"
                preserveAspectRatio="none"
                aria-hidden="true"
              >
                <path d={bend(at - 1, large)} vectorEffect="non-scaling-stroke" />
              </svg>
            )}
            {large && one.gate && (
              <span className={css.gate} data-open={one.gate.open || undefined}>
                {!one.gate.open && <IconLock size={14} stroke={1.75} aria-hidden />}
                {one.gate.text}
              </span>
            )}
            <Stop station={one} className={css.stop}>
              <span className={css.circle}>
                <Icon size={large ? 22 : 18} stroke={1.75} aria-hidden />
                <b>{stageNumber(one.stage)}</b>
              </span>
              <span className={css.name}>{one.label}</span>
            </Stop>
            {large && one.count !== undefined && (
              <span className={css.count}>
                <b>{one.count}</b> {one.unit}
              </span>
            )}
            {large && one.note !== undefined && <span className={css.note}>{one.note}</span>}
          </div>
        )
      })}
    </nav>
  )
}
